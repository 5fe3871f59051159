import KesiCluster
import KesiFormats
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiConsortium

@Suite("Appraisal of members")
struct ContributionTests {
  private static let measures = ActorMeasure.all.map(\.id)

  private func problem(_ text: String) -> String {
    do {
      _ = try SchemeReader.read(text: text, measures: Self.measures)
      return "no problem"
    } catch let error as BadData {
      return error.problems.map { $0.line(in: .en) }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test("The scheme that ships can be read, and every indicator has words in both languages")
  func standard() throws {
    let scheme = try SchemeReader.read(text: StandardScheme.text, measures: Self.measures)
    #expect(scheme.indicators.map(\.id) == ["contribution", "partners", "brings", "brokerage", "loss", "chains"])
    #expect(scheme.indicators.map(\.weight) == [25, 15, 20, 10, 20, 10])
    #expect(scheme.indicators.allSatisfy { $0.label.en != $0.label.zh && $0.label.en != $0.id })
    #expect(scheme.title?.zh == "产教联合体成员贡献评价")
  }

  @Test("A scheme says all that one may: words of either language, targets, directions")
  func read() throws {
    let scheme = try SchemeReader.read(
      text: """
        weighting: 给定权重
        method: sum
        indicators:
          a: {source: members.contribution, weight: 2, normalization: share}
          b: {source: ties.work, label: work, direction: cost}
          c: {source: partners.college, normalization: target, target: 4}
          d: {source: actors.size, normalization: z}

        """, measures: Self.measures)
    #expect(
      scheme.indicators.map(\.source) == [
        .column(.members, "contribution"), .ties(kind: "work"), .partners(kind: "college"), .column(.actors, "size"),
      ])
    #expect(scheme.indicators.map(\.normalization) == [.share, .minMax, .target, .z])
    #expect(scheme.indicators[1].direction == .cost && scheme.indicators[2].target == 4)
  }

  @Test(
    "What is wrong in a scheme is said with its line",
    arguments: [
      ("indicators:\n  a: {source: fame}\n", "scheme.yml:2: source: “fame” is no number of members"),
      ("indicators:\n  a: {weight: 1}\n", "scheme.yml:2: the indicator “a” needs settings"),
      ("title: none\n", "scheme.yml: has no indicators"), ("", "scheme.yml: is empty"),
      ("indicators:\n  a: {source: ties, weight: -1}\n", "scheme.yml:2: weight should be a number"),
      ("indicators:\n  a: {source: ties, weight: 0}\n", "scheme.yml: all indicators have the weight 0"),
      (
        "method: topsis\nindicators:\n  a: {source: ties, normalization: z}\n",
        "scheme.yml:3: normalization is of no use"
      ),
      ("weighting: entropy\nindicators:\n  a: {source: ties, weight: 3}\n", "scheme.yml:3: weight is of no use"),
      ("indicators:\n  a: {source: ties, normalization: target}\n", "scheme.yml:2: normalization: target needs target"),
      ("indicators:\n  a: {source: ties, target: 3}\n", "scheme.yml:2: target is of no use"),
      (
        "indicators:\n  a: {source: ties, direction: cost, normalization: share}\n",
        "scheme.yml:2: normalization: share is"
      ),
      ("methd: sum\nindicators:\n  a: {source: ties}\n", "scheme.yml:1: “methd” is not a setting"),
      ("method: best\nindicators:\n  a: {source: ties}\n", "scheme.yml:1: method is “best”"),
    ])
  func wrong(text: String, line: String) {
    #expect(problem(text).hasPrefix(line), "\(problem(text))")
  }

  /// The members of ``SharingTests/network(shares:contributions:)``, one of whom has no tie.
  private func members(_ change: (inout Network) -> Void = { _ in }) throws -> (Analysis, Players) {
    var network = SharingTests.network()
    network.members[3].role = .member
    change(&network)
    return (Analysis(of: try NetworkGraph(of: network)), try Players(of: 0, in: network, during: Period()))
  }

  @Test("Numbers of members come from tables and from the network, and what is not stated is nil")
  func values() throws {
    let (analysis, players) = try members { network in
      network.ties[0].benefitToSource = 5
      network.ties[0].benefitToTarget = 2
      network.ties[1].benefitToSource = 1
      network.ties[1].benefitToTarget = 7
      network.carried[.members] = [.init(name: "hours", values: ["3", "", "4.5", "0"])]
      network.carried[.actors] = [.init(name: "patents", values: ["1", "2", "", "4", "5"])]
    }
    func values(_ source: AppraisalScheme.Source) throws -> [Double?] {
      try analysis.values(of: .init(id: "x", label: Phrase("x", zh: "x"), source: source), of: players)
    }
    #expect(try values(.column(.members, "contribution")) == [6, 3, 1, nil])
    #expect(try values(.column(.members, "hours")) == [3, nil, 4.5, 0])
    #expect(try values(.column(.actors, "patents")) == [1, 2, nil, 4])
    #expect(try values(.ties(kind: nil)) == [1, 2, 2, 0])
    #expect(try values(.ties(kind: "work")) == [1, 2, 2, 0])
    #expect(try values(.partners(kind: nil)) == [1, 2, 2, 0])
    #expect(try values(.partners(kind: "enterprise")) == [0, 2, 0, 0])
    // The tie of the third to who is no member states no benefit.
    #expect(try values(.gains) == [5, 3, 7, nil])
    #expect(try values(.brings) == [2, 12, 1, nil])
    #expect(try values(.chains) == [1, 1, 1, 0])
    #expect(try values(.measure("degree")) == [1, 2, 2, 0])
    let loss = try values(.loss)
    let whole = try #require(analysis.clusterIndex()).value
    let without = try #require(analysis.clusterIndex(idling: [1]))
    #expect(loss[1] == whole - without && loss[3] == 0)
    for source in [AppraisalScheme.Source.column(.members, "fame"), .ties(kind: "play"), .partners(kind: "park")] {
      #expect(throws: BadData.self) { try values(source) }
    }
  }

  @Test("Points of the indicators add up to the index; who states less has an interval; kinds are ranked apart")
  func index() throws {
    let (analysis, players) = try members()
    let scheme = AppraisalScheme(indicators: [
      .init(id: "in", label: Phrase("in", zh: "投入"), source: .column(.members, "contribution"), weight: 3),
      .init(id: "partners", label: Phrase("partners", zh: "伙伴"), source: .partners(kind: nil), weight: 1),
      .init(id: "same", label: Phrase("same", zh: "同"), source: .partners(kind: "institute"), weight: 9),
    ])
    let found = try analysis.contribution(of: players, by: scheme, draws: 200)
    #expect(found.weights == [0.75, 0.25, 0] && found.silent == [2])
    // The enterprises put in 6 and 1, the college 3; partners 1, 2, 2 and none.
    let byActor = Dictionary(uniqueKeysWithValues: found.members.map { ($0.actor, $0) })
    let indices = (0..<4).map { byActor[$0]?.index ?? -1 }
    #expect(isNear(indices, [87.5, 55, 25, 0]))
    for member in found.members {
      #expect(isNear([member.points.reduce(0) { $0 + ($1 ?? 0) }], [member.index ?? -1]))
    }
    #expect(found.members.map(\.actor) == [0, 1, 2, 3] && found.members.map(\.rank) == [1, 2, 3, 4])
    #expect(byActor[2]?.rankInKind == 2 && byActor[2]?.countInKind == 2 && byActor[1]?.rankInKind == 1)
    #expect(byActor[3]?.low == 0 && isNear([byActor[3]?.high ?? -1], [75]))
    #expect(byActor[0]?.low == byActor[0]?.index)
    #expect(found.notes.count == 3 && found.notes[0].en.contains("in (1)") && found.notes[1].en.contains("same"))
    #expect(found.notes[2].en == "Weights, given: in 75%, partners 25%.", "\(found.notes[2].en)")
    #expect(found.notes[2].zh == "权重（给定权重）：投入 75%、伙伴 25%。", "\(found.notes[2].zh)")
    let again = try analysis.contribution(of: players, by: scheme, draws: 200)
    #expect(again.members.map(\.rankRange) == found.members.map(\.rankRange))
  }

  @Test("Who only observes is left out, and it is said of appraisals and of shares")
  func observers() throws {
    let network = SharingTests.network()
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let players = try Players(of: 0, in: network, during: Period())
    #expect(players.count == 3 && players.observers == 1)
    let scheme = AppraisalScheme(indicators: [
      .init(id: "in", label: Phrase("in", zh: "投入"), source: .column(.members, "contribution"))
    ])
    let notes = try analysis.contribution(of: players, by: scheme, draws: 10).notes
    #expect(notes.contains { $0.en == "1 member who only observes is left out." && $0.zh.contains("1 家观察员") })
    let sharing = try analysis.sharing(among: players, by: .strength, orders: nil, seed: 1)
    #expect(sharing.notes.contains { $0.en.contains("only observes is left out") })
    // Who also is a member is none of them.
    var both = network
    both.members.append(Membership(consortium: 0, actor: 3, role: .member))
    #expect(try Players(of: 0, in: both, during: Period()).observers == 0)
  }

  @Test("What the network does not have of a scheme is said with the line of the scheme, and nothing is called ignored")
  func places() throws {
    let (analysis, players) = try members {
      $0.carried[.members] = [.init(name: "hours", values: ["3", "x", "4.5", "0"])]
    }
    func line(_ text: String) throws -> String {
      let scheme = try SchemeReader.read(text: text, named: "our.yml", measures: Self.measures)
      let error = #expect(throws: BadData.self) { try analysis.contribution(of: players, by: scheme, draws: 10) }
      return error?.problems.first?.line(in: .en) ?? ""
    }
    #expect(
      try line("indicators:\n  a: {source: ties}\n  b: {source: members.fame}\n").hasPrefix(
        "our.yml:3: the indicator “b” goes by members.fame, which the network does not have"))
    #expect(
      try line("indicators:\n  a:\n    label: A\n    source: members.hours\n").hasPrefix(
        "our.yml:4: the indicator “a” goes by members.csv, column hours, which does not hold numbers only"))
    #expect(
      try line("indicators:\n  a: {source: partners.institute}\n").hasPrefix("our.yml: no indicator with a weight"))
    let misspelled = problem("methd: sum\nindicators:\n  a: {source: ties, wieght: 2}\n")
    #expect(misspelled.contains("scheme.yml:3: “wieght” is not a setting here. Correct or delete it"))
    #expect(!misspelled.contains("ignored"))
  }

  @Test(
    "By TOPSIS and by weights that are found, indices lie between 0 and 100, and nothing that tells nobody apart counts"
  )
  func others() throws {
    let (analysis, players) = try members()
    for weighting in AppraisalScheme.Weighting.allCases {
      for method in AppraisalScheme.Method.allCases {
        let scheme = AppraisalScheme(
          weighting: weighting, method: method,
          indicators: [
            .init(id: "in", label: Phrase("in", zh: "投入"), source: .column(.members, "contribution")),
            .init(id: "degree", label: Phrase("ties", zh: "联系"), source: .measure("degree"), direction: .cost),
          ])
        let found = try analysis.contribution(of: players, by: scheme, draws: 20)
        #expect(isNear([found.weights.reduce(0, +)], [1]))
        for member in found.members {
          #expect((0...100.000001).contains(member.index ?? -1) && member.low <= member.high + 1e-9)
        }
      }
    }
    let nothing = AppraisalScheme(indicators: [
      .init(id: "same", label: Phrase("same", zh: "同"), source: .partners(kind: "institute"))
    ])
    #expect(throws: BadData.self) { try analysis.contribution(of: players, by: nothing) }
  }
}
