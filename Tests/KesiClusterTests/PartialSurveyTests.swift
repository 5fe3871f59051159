import KesiFormats
import KesiMatrix
import KesiMeasures
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("A part of a network")
struct PartialSurveyTests {
  func survey(_ network: Network, _ choose: (inout Selection) -> Void = { _ in }) throws -> GapSurvey {
    var selection = Selection()
    choose(&selection)
    return GapSurvey(of: try NetworkGraph(of: network, selection), draws: 200)
  }

  @Test(
    "Gaps of chosen chains are those that the network has of them, no other and no fewer",
    arguments: ["cluster", "colleges"])
  func chosenChains(name: String) throws {
    let network = try fixture(name)
    let all = try survey(network).gaps()
    let severities = Dictionary(all.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    let indices = try survey(network).indices().map(\.value)
    for (number, chain) in network.chains.enumerated().prefix(3) {
      let part = try survey(network) { $0.chains = [chain.id] }
      let gaps = try part.gaps()
      for gap in gaps { #expect(severities[gap.id] == gap.severity, "\(gap.id)") }
      let outside: Set<GapKind> = [.isolatedActor, .detachedGroup]
      #expect(
        Set(gaps.filter { !outside.contains($0.kind) && $0.chain != nil }.map(\.id))
          == Set(all.filter { !outside.contains($0.kind) && $0.chain == number }.map(\.id)))
      // Its index is that of all of its actors; other chains are not rated.
      #expect(part.weakestFirst().map(\.chain.index) == [number])
      for other in network.chains.indices {
        #expect(part.indices()[other].value == (other == number ? indices[number] : nil))
      }
    }
  }

  @Test("Where kinds or zones leave actors out no chain is judged, and what is said of actors is true of the network")
  func traits() throws {
    let network = try fixture("cluster")
    let all = try survey(network).gaps()
    let severities = Dictionary(all.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    let choices: [(inout Selection) -> Void] = [
      { $0.kinds = ["enterprise"] }, { $0.zones = Array(network.zones.prefix(1)) },
    ]
    for choose in choices {
      let part = try survey(network, choose)
      #expect(part.hasPartsOfChains && part.partNote != nil && part.partGapsNote != nil)
      #expect(part.indices().allSatisfy { $0.value == nil && $0.verdict == nil })
      #expect(part.weakestFirst().count == network.chains.count)
      let outside: Set<GapKind> = [.isolatedActor, .detachedGroup]
      for gap in try part.gaps() {
        #expect(severities[gap.id] == gap.severity, "\(gap.id)")
        #expect(gap.chain == nil || outside.contains(gap.kind))
        #expect(gap.subjects.allSatisfy { part.graph.vertex[$0] != nil } && !gap.subjects.isEmpty)
      }
      #expect(try part.suggestions(for: .index(), within: SuggestionLimits(positions: 2)).isEmpty)
    }
    let every = Array(Set(network.actors.map(\.kind)))
    let whole = try survey(network) { $0.kinds = every }
    #expect(whole.partNote == nil && whole.partGapsNote == nil)
    #expect(try whole.gaps().map(\.id) == all.map(\.id))
  }

  @Test("An actor whose partners are not chosen is not without ties")
  func isolated() throws {
    let network = network(4, [(0, 1), (1, 2)], kinds: [1: "college"])
    let gaps = try survey(network) { $0.kinds = ["enterprise"] }.gaps().filter { $0.kind == .isolatedActor }
    #expect(gaps.map(\.subjects) == [[3]])
  }

  @Test(
    "Words are looked up alike: ids, names of either language, capital letters; a slip is answered with what is near")
  func lookup() throws {
    var network = network(2, [(0, 1)])
    network.chains = [Chain(id: "bio", name: "Biomedicine", nameZh: "生物医药"), Chain(id: "opt", name: "Optics")]
    for word in ["bio", "Biomedicine", "biomedicine", "生物医药", "BIO"] {
      #expect(try network.chain(called: word) == 0)
      #expect(try Network.ids(of: [word], among: network.chainNames, for: "--chain") == ["bio"])
    }
    for word in ["college", "高职院校", "高职", "vocational college"] {
      #expect(try Network.ids(of: [word], among: network.kindNames, for: "--kind") == ["college"])
    }
    let error = #expect(throws: UnknownWord.self) {
      try Network.ids(of: ["collage"], among: network.kindNames, for: "--kind")
    }
    #expect(error?.message.en.contains("Did you mean college?") == true)
    #expect(error?.message.en.split(separator: "enterprise").count == 2)
  }

  @Test("A chain is not called a chain twice")
  func titles() {
    #expect(Chain(id: "c", name: "Optics", nameZh: "光通信").titled == Phrase("the chain Optics", zh: "“光通信”产业链"))
    #expect(Chain(id: "c", name: "Optics chain", nameZh: "光通信产业链").titled == Phrase("the Optics chain", zh: "“光通信产业链”"))
    #expect("Member 32".setInChinese == " Member 32 " && "苏州A".setInChinese == "苏州A " && "苏州".setInChinese == "苏州")
  }

  @Test("Positions go to kinds that may have them only")
  func seats() throws {
    let survey = try survey(fixture("colleges"))
    let limits = SuggestionLimits(ties: 0, positions: 5, seats: { $0 == "platform" })
    for item in try survey.suggestions(for: .index(), within: limits) {
      switch item.step {
      case .position(let kind, _, _, _): #expect(kind == "platform")
      case .seat(let actor, _): #expect(survey.network.actors[actor].kind == "platform")
      default: Issue.record("not a position")
      }
    }
    #expect(
      try survey.suggestions(for: .index(), within: SuggestionLimits(ties: 0, positions: 5, seats: { _ in false }))
        .isEmpty)
  }

  @Test("By direction there is no radius where not every actor reaches all")
  func radius() throws {
    var network = network(3, [(0, 1), (1, 2)])
    for index in network.ties.indices { network.ties[index].isDirected = true }
    var selection = Selection()
    selection.isDirected = true
    func radius() throws -> Double? {
      let graph = try NetworkGraph(of: network, selection)
      return try networkSummary(of: MeasureContext(graph.matrix)).first { $0.name == "radius" }?.value
    }
    #expect(try radius() == nil)
    network.ties.append(Tie(2, 0))
    network.ties[2].isDirected = true
    #expect(try radius() == 2)
  }
}
