import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("What is assessed, and what counts as today")
struct AssessmentTests {
  static func declared(_ name: String, _ aspects: Set<Aspect>?) throws -> Network {
    var network = try fixture(name)
    network.profile.assess = aspects
    return network
  }

  @Test(
    "Where nothing is assessed there are no gaps, no indices and no suggestions", arguments: ["cluster", "colleges"])
  func nothing(name: String) throws {
    let analysis = try analysis(Self.declared(name, []))
    #expect(analysis.assessesNothing && analysis.notAssessed == Aspect.allCases)
    #expect(try analysis.gaps().isEmpty)
    #expect(analysis.indices().allSatisfy { $0.value == nil && $0.verdict == nil })
    for goal: SuggestionGoal in [.index(), .connectivity, .nearness] {
      #expect(try analysis.suggestions(for: goal, within: SuggestionLimits(ties: 3, positions: 1)).isEmpty)
    }
    #expect(try !self.analysis(Self.declared(name, nil)).gaps().isEmpty)
  }

  func analysis(_ network: Network) throws -> Analysis { Analysis(of: try NetworkGraph(of: network)) }

  @Test("An aspect left out takes its gaps along and no others", arguments: Aspect.allCases)
  func leftOut(aspect: Aspect) throws {
    let whole = try analysis(fixture("cluster"))
    let part = try analysis(Self.declared("cluster", whole.assessment.aspects.subtracting([aspect])))
    let (all, left) = (try whole.gaps(.quick), try part.gaps(.quick))
    #expect(left.allSatisfy { !$0.kind.restsOn.contains(aspect) })
    // What does not rest on it is found as before.
    #expect(
      Set(left.map(\.id)) == Set(all.filter { !$0.kind.restsOn.contains(aspect) }.map(\.id)))
  }

  @Test("By default an aspect is assessed if any row states it")
  func byRows() throws {
    var network = network(3, [])
    network.chains = [
      Chain(id: "c", name: "C", requires: ["enterprise", "college"], stages: ["upstream", "downstream"])
    ]
    network.positions = [Position(actor: 0, chain: 0), Position(actor: 1, chain: 0)]
    #expect(network.assessment.aspects.isEmpty && !network.assessment.isNothing)
    // Places in chains are enough to say that a kind is missing; that no one has a tie is no finding.
    #expect(try Set(analysis(network).gaps().map(\.kind)) == [.missingKind])
    network.positions[0].level = .national
    network.positions[1].stage = "upstream"
    network.positions[1].capacity = 1
    network.actors[0].zone = "Z"
    network.ties = [Tie(0, 1)]
    #expect(network.assessment.aspects == [.ties, .stages, .levels, .capacity, .zones])
    network.ties[0].outcome = .open
    #expect(network.assessment.aspects == Set(Aspect.allCases))
  }

  @Test("A step does not change what is asked: what-if is judged by what the network stated before")
  func settled() throws {
    var network = network(4, [])
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise"])]
    network.positions = (0..<3).map { Position(actor: $0, chain: 0) }
    let changed = Scenario(adding: [Tie(0, 1)]).applied(to: network).network
    #expect(!changed.assessment.aspects.contains(.ties))
    #expect(try analysis(changed).gaps().allSatisfy { $0.kind != .isolatedActor })
    let before = try analysis(network).indices()[0].value
    #expect(try analysis(changed).indices()[0].value == before)
  }

  @Test("Two networks are compared by what both state")
  func compared() throws {
    var (a, b) = (network(3, [(0, 1)]), network(3, [(0, 1)]))
    a.actors[0].zone = "Z"
    b.ties[0].outcome = .open
    #expect(Network.settle(&a, &b) == [.work, .zones])
    #expect(a.assessment.aspects == [.ties] && b.assessment.aspects == [.ties])
  }

  @Test("`assess` is read, in either language; what is not known is named with its place")
  func reading() throws {
    let tables: [Table: [UInt8]] = [
      .actors: Array("id,name,kind\na,A,college\nb,B,college\n".utf8), .ties: Array("source,target\na,b\n".utf8),
    ]
    func read(_ yaml: String) throws -> Network {
      try NetworkReader.read(tables: tables, profile: Array(yaml.utf8)).network
    }
    #expect(try read("assess: [ties, 级别]\n").profile.assess == [.ties, .levels])
    #expect(try read("assess: []\n").assessment.isNothing)
    #expect(try read("title: T\n").profile.assess == nil)
    let bad = #expect(throws: BadData.self) { try read("title: T\nassess: [ties, stagez]\n") }
    #expect(bad?.problems.first?.row == 2 && bad?.problems.first?.message.en.contains("zones") == true)
    #expect(throws: BadData.self) { try read("assess: ties\n") }
    #expect(throws: BadData.self) { try read("assess:\n") }
  }

  /// Two actors that work together from 2018 to 2019 and from 2024 on, and others that began in 2016 … 2020.
  static func dated() -> Network {
    var dated = network(6, [(0, 1), (0, 1), (2, 3), (3, 4), (4, 5), (1, 2), (0, 5)])
    for index in dated.ties.indices {
      dated.ties[index].period.from = PartialDate("\(2014 + index)")
      dated.ties[index].stage = .research
    }
    dated.ties[0].period = Period(from: PartialDate("2015"), to: PartialDate("2015"))
    dated.ties[1].period = Period(from: PartialDate("2018"), to: PartialDate("2018"))
    return dated
  }

  @Test("A planned end changes nothing before it", arguments: ["2021", "2025", "2035", nil])
  func plannedEnd(end: String?) throws {
    var network = Self.dated()
    let before = try analysis(network).gaps().map(\.id)
    for index in 2..<7 { network.ties[index].period.to = end.flatMap { PartialDate($0) } }
    #expect(try analysis(network).gaps().map(\.id) == before)
    #expect(try analysis(network).now?.year == 2020)
  }

  @Test("Today is --as-of, or the latest start of the whole network, or the end of the period before it")
  func today() throws {
    var network = Self.dated()
    network.consortia = [Consortium(id: "k", name: "K")]
    network.members = [Membership(consortium: 0, actor: 0)]
    network.members[0].period.from = PartialDate("2023-05")
    func now(to: String? = nil, kinds: [String]? = nil, asOf: String? = nil) throws -> Int? {
      var selection = Selection()
      selection.period.to = to.flatMap { PartialDate($0) }
      selection.kinds = kinds
      return Analysis(
        of: try NetworkGraph(of: network, selection), period: selection.period,
        asOf: asOf.flatMap { PartialDate($0) }
      ).now?.year
    }
    #expect(try now() == 2023)
    #expect(try now(kinds: ["college"]) == 2023)
    #expect(try now(to: "2019") == 2019)
    #expect(try now(to: "2030") == 2023)
    #expect(try now(to: "2019", asOf: "2026") == 2026)
    #expect(try analysis(KesiClusterTests.network(3, [(0, 1)])).now == nil)
  }

  @Test("Years that have not come do not count, nor do projects that have not begun")
  func years() throws {
    func active(asOf: String) throws -> [Double?] {
      try Analysis(of: try NetworkGraph(of: Self.dated()), asOf: PartialDate(asOf)).gaps()
        .filter { $0.kind == .intermittent }.map { $0.number(.years) }
    }
    // 2015 and 2018 of 2015 … 2020.
    #expect(try active(asOf: "2020") == [6])
    #expect(try active(asOf: "2016").isEmpty)
    let early = Analysis(of: try NetworkGraph(of: Self.dated()), asOf: PartialDate("2016"))
    #expect(early.tiesByChain().flatMap(\.ties).count == 2)
  }

  @Test("A tie without a start is not known to be old")
  func undated() throws {
    var network = network(6, [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)])
    for index in network.ties.indices {
      (network.ties[index].stage, network.ties[index].outcome) = (.research, .open)
    }
    let analysis = Analysis(of: try NetworkGraph(of: network), asOf: PartialDate("2030"))
    #expect(try analysis.gaps().allSatisfy { $0.kind != .stalled })
  }

  @Test("A sphere that a chain does not assess, or of which no actor is in the tables, is not missed")
  func helix() throws {
    let kinds = [0: "enterprise", 1: "enterprise", 2: "enterprise", 3: "enterprise", 4: "enterprise", 5: "college"]
    var network = network(6, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)], kinds: kinds)
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college", "government"])]
    network.positions = (0..<5).map { Position(actor: $0, chain: 0) }
    func spheres() throws -> [String] {
      try analysis(network).gaps().filter { $0.kind == .unbalancedHelix && $0.chain == 0 }.map(\.id)
    }
    #expect(try spheres() == ["unbalanced_helix:c:university"])
    network.chains[0].unassessed = ["college"]
    #expect(try spheres().isEmpty)
    network.chains[0].unassessed = []
    network.actors[5].kind = "enterprise"
    #expect(try spheres().isEmpty)
    // An actor whose kind is not stated may be of any sphere.
    network.actors[5].kind = "college"
    network.actors[0].kind = ""
    #expect(try spheres().isEmpty)
  }

  @Test("A stage that an actor of no stated stage may fill is not broken")
  func unstaged() throws {
    var network = network(4, [(0, 1), (1, 2)])
    network.chains = [Chain(id: "c", name: "C", stages: ["upstream", "downstream"])]
    network.positions = [Position(actor: 0, chain: 0, stage: "upstream"), Position(actor: 1, chain: 0)]
    func broken() throws -> Int { try analysis(network).gaps().count { $0.kind == .brokenStage } }
    #expect(try broken() == 0)
    network.positions[1].stage = "upstream"
    #expect(try broken() == 1)
  }
}
