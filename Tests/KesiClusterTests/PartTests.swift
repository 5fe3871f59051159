import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("A part of a network")
struct PartTests {
  func analysis(_ network: Network, _ choose: (inout Selection) -> Void = { _ in }) throws -> Analysis {
    var selection = Selection()
    choose(&selection)
    return Analysis(of: try NetworkGraph(of: network, selection), draws: 200)
  }

  @Test(
    "Gaps of chosen chains are those that the network has of them, no other and no fewer",
    arguments: ["cluster", "colleges"])
  func chosenChains(name: String) throws {
    let network = try fixture(name)
    let all = try analysis(network).gaps()
    let severities = Dictionary(all.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    let indices = try analysis(network).indices().map(\.value)
    for (number, chain) in network.chains.enumerated().prefix(3) {
      let part = try analysis(network) { $0.chains = [chain.id] }
      let gaps = try part.gaps()
      #expect(!gaps.isEmpty)
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
    let all = try analysis(network).gaps()
    let severities = Dictionary(all.map { ($0.id, $0.severity) }, uniquingKeysWith: { first, _ in first })
    let choices: [(inout Selection) -> Void] = [
      { $0.kinds = ["enterprise"] }, { $0.zones = Array(network.zones.prefix(1)) },
    ]
    var found = 0
    for choose in choices {
      let part = try analysis(network, choose)
      #expect(part.hasPartsOfChains && part.partNote != nil && part.partGapsNote != nil)
      #expect(part.indices().allSatisfy { $0.value == nil && $0.verdict == nil })
      #expect(part.weakestFirst().count == network.chains.count)
      let outside: Set<GapKind> = [.isolatedActor, .detachedGroup]
      for gap in try part.gaps() {
        found += 1
        #expect(severities[gap.id] == gap.severity, "\(gap.id)")
        #expect(gap.chain == nil || outside.contains(gap.kind))
        #expect(gap.subjects.allSatisfy { part.graph.vertex[$0] != nil } && !gap.subjects.isEmpty)
      }
      #expect(try part.suggestions(for: .index(), within: SuggestionLimits(positions: 2)).isEmpty)
    }
    #expect(found > 0)
    let every = Array(Set(network.actors.map(\.kind)))
    let whole = try analysis(network) { $0.kinds = every }
    #expect(whole.partNote == nil && whole.partGapsNote == nil)
    #expect(try whole.gaps().map(\.id) == all.map(\.id))
  }

  /// Two cliques of six without a tie between them, each a zone or a chain, and a last actor of neither, who may link the two.
  static func cliques(linked: Bool, by grouping: Grouping) -> Network {
    let pairs = (0..<6).flatMap { a in (0..<a).map { (a, $0) } }
    var network = network(13, pairs + pairs.map { ($0 + 6, $1 + 6) } + (linked ? [(12, 0), (12, 6)] : []))
    network.actors[12].kind = "platform"
    guard grouping == .chain else {
      for actor in 0..<12 { network.actors[actor].zone = actor < 6 ? "X" : "Y" }
      return network
    }
    // All are of a chain together, too: that all of its actors are looked at does not judge the two.
    network.chains = ["X", "Y", "middle", "all"].map { Chain(id: $0, name: $0) }
    network.positions = (0..<12).map { Position(actor: $0, chain: $0 / 6) }
    network.positions += [Position(actor: 12, chain: 2)] + (0..<13).map { Position(actor: $0, chain: 3) }
    return network
  }

  @Test(
    "A hole is listed where both of its groups are chosen, and nowhere else", arguments: [false, true],
    [Grouping.zone, .chain])
  func holes(linked: Bool, grouping: Grouping) throws {
    let network = Self.cliques(linked: linked, by: grouping)
    func holes(_ choose: (inout Selection) -> Void) throws -> [String] {
      try analysis(network, choose).gaps().filter { $0.kind == .structuralHole }.map(\.id)
    }
    let found = try holes { _ in }
    #expect(found == ["structural_hole:\(grouping):X|Y"])
    func chosen(_ groups: [String]) throws -> [String] {
      try holes { if grouping == .zone { $0.zones = groups } else { $0.chains = groups } }
    }
    #expect(try chosen(["X", "Y"]) == found)
    for part in [["X"], ["Y"]] + (grouping == .chain ? [["middle"], ["all"], ["X", "all"]] : []) {
      #expect(try chosen(part).isEmpty, "\(part)")
    }
    // The one who links the two is not the two; and a part of the actors judges no chain.
    #expect(try holes { $0.kinds = ["platform"] }.isEmpty)
    #expect(try holes { $0.kinds = ["enterprise"] } == (grouping == .zone ? found : []))
  }

  @Test("Stalled ties of a chosen chain are listed, though one end has no position in it")
  func stalledOutside() throws {
    var network = network(8, (0..<6).map { ($0, 7) } + [(1, 2)])
    network.chains = [Chain(id: "c1", name: "Pump"), Chain(id: "c2", name: "Valve")]
    network.positions = (0..<6).map { Position(actor: $0, chain: 0) } + [Position(actor: 7, chain: 1)]
    for tie in network.ties.indices { (network.ties[tie].chain, network.ties[tie].outcome) = (0, .unsatisfactory) }
    func stalled(_ chains: [String]?) throws -> [String] {
      try analysis(network) { $0.chains = chains }.gaps().filter { $0.kind == .stalled }.map(\.id)
    }
    #expect(try stalled(nil) == ["stalled:c1"])
    #expect(try stalled(["c1"]) == ["stalled:c1"])
    #expect(try stalled(["c2"]).isEmpty)
  }

  @Test("Of actors who are but examples of those whom a gap is about, the others have to be chosen, too")
  func examples() throws {
    let partners = [3: "college", 4: "college", 5: "college"]
    var network = network(
      7, [(0, 1), (0, 2), (1, 2), (0, 3), (1, 4), (2, 5)], kinds: partners.merging([6: "fund"]) { $1 })
    for tie in network.ties.indices { network.ties[tie].outcome = .unsatisfactory }
    func stalled(_ kinds: [String]?) throws -> [[Int]] {
      try analysis(network) { $0.kinds = kinds }.gaps().filter { $0.kind == .stalled }.map(\.subjects)
    }
    #expect(try stalled(nil) == [[0, 1, 2]])
    #expect(try stalled(["enterprise", "college"]) == [[0, 1, 2]])
    #expect(try stalled(["enterprise"]).isEmpty)
  }

  @Test("An actor whose partners are not chosen is not without ties")
  func isolated() throws {
    let network = network(4, [(0, 1), (1, 2)], kinds: [1: "college"])
    let gaps = try analysis(network) { $0.kinds = ["enterprise"] }.gaps().filter { $0.kind == .isolatedActor }
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

  @Test(
    "A name that several have is said to be theirs, not to be absent; one written exactly so is meant before others")
  func ambiguous() throws {
    var network = network(2, [(0, 1)])
    network.chains = [
      Chain(id: "c1", name: "Pump"), Chain(id: "c2", name: "Pump"), Chain(id: "c3", name: "pump and valve"),
    ]
    for word in ["Pump", "pump", "PUMP"] {
      let errors = [
        #expect(throws: UnknownWord.self) { try network.chain(called: word) },
        #expect(throws: UnknownWord.self) { try Network.ids(of: [word], among: network.chainNames, for: "--chain") },
      ]
      for message in errors.compactMap({ $0?.message }) {
        #expect(
          message.en.contains("2 ") && message.en.contains("c1, c2") && !message.en.contains("not in"), "\(message)")
        #expect(message.zh.contains("2 ") && message.zh.contains("c1, c2") && !message.zh.contains("没有"), "\(message)")
      }
    }
    for (number, zone) in ["z1", "z2"].enumerated() { network.actors[number].zone = zone }
    network.profile.zones = ["z1": Phrase("Lab", zh: "实验区"), "z2": Phrase("lab", zh: "实验室")]
    #expect(try Network.ids(of: ["Lab", "lab"], among: network.zoneNames, for: "--zone") == ["z1", "z2"])
    #expect(throws: UnknownWord.self) { try Network.ids(of: ["LAB"], among: network.zoneNames, for: "--zone") }
  }

  @Test("A chain is not called a chain twice")
  func titles() {
    #expect(Chain(id: "c", name: "Optics", nameZh: "光通信").titled == Phrase("the chain Optics", zh: "“光通信”产业链"))
    #expect(Chain(id: "c", name: "Optics chain", nameZh: "光通信产业链").titled == Phrase("the Optics chain", zh: "“光通信产业链”"))
    #expect("Member 32".setInChinese == " Member 32 " && "苏州A".setInChinese == "苏州A " && "苏州".setInChinese == "苏州")
  }

  @Test("Positions go to kinds that may have them only")
  func seats() throws {
    let analysis = try analysis(fixture("colleges"))
    let limits = SuggestionLimits(ties: 0, positions: 5, seats: { $0 == "platform" })
    let found = try analysis.suggestions(for: .index(), within: limits)
    #expect(!found.isEmpty)
    for item in found {
      switch item.step {
      case .position(let kind, _, _, _): #expect(kind == "platform")
      case .seat(let actor, _): #expect(analysis.network.actors[actor].kind == "platform")
      default: Issue.record("not a position")
      }
    }
    #expect(
      try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 0, positions: 5, seats: { _ in false }))
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
      return try MatrixNumbers(graph.matrix).value(of: .radius)
    }
    #expect(try radius() == nil)
    network.ties.append(Tie(2, 0))
    network.ties[2].isDirected = true
    #expect(try radius() == 2)
  }
}
