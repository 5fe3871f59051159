import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Scenarios and suggestions")
struct ScenarioTests {
  @Test("Who leaves takes its ties along, and what refers to the others still does")
  func leaving() {
    var network = network(5, [(0, 1), (1, 2), (2, 3), (3, 4)])
    network.chains = [Chain(id: "c", name: "C")]
    network.positions = [Position(actor: 1, chain: 0), Position(actor: 4, chain: 0)]
    network.consortia = [Consortium(id: "k", name: "K", leader: 1), Consortium(id: "l", name: "L", leader: 3)]
    network.members = [Membership(consortium: 0, actor: 1), Membership(consortium: 0, actor: 3)]
    network.carried[.actors] = [.init(name: "note", values: ["a", "b", "c", "d", "e"])]
    network.carried[.ties] = [.init(name: "note", values: ["01", "12", "23", "34"])]
    let (changed, left) = Scenario(removing: [1], adding: [Tie(0, 4)]).applied(to: network)
    #expect(left == [1])
    #expect(changed.actors.map(\.id) == ["0", "2", "3", "4"])
    #expect(changed.ties.map { [$0.source, $0.target] } == [[1, 2], [2, 3], [0, 3]])
    #expect(changed.positions.map(\.actor) == [3])
    #expect(changed.consortia.map(\.leader) == [nil, 2])
    #expect(changed.members.map(\.actor) == [2])
    #expect(changed.carried[.actors]?[0].values == ["a", "c", "d", "e"])
    #expect(changed.carried[.ties]?[0].values == ["23", "34", ""])
  }

  @Test(
    "What the loss of an actor would break does not depend on the direction of ties", arguments: ["dir", "cluster"])
  func directedLosses(name: String) throws {
    var network = name == "dir" ? network(4, [(1, 0), (2, 0), (3, 0)]) : try fixture(name)
    for tie in network.ties.indices { network.ties[tie].isDirected = true }
    func losses(_ isDirected: Bool) throws -> [Dependence] {
      var selection = Selection()
      selection.isDirected = isDirected
      return Analysis(of: try NetworkGraph(of: network, selection)).dependences()
    }
    let (directed, both) = (try losses(true), try losses(false))
    #expect(directed.map(\.actor) == both.map(\.actor))
    #expect(directed.map(\.ties) == both.map(\.ties) && directed.map(\.stranded) == both.map(\.stranded))
    #expect(directed.map(\.harm) == both.map(\.harm))
    if name == "dir" { #expect(directed[0].actor == 0 && directed[0].ties == 3 && directed[0].stranded == 3) }
  }

  @Test("A cascade takes those who lose their only partner, wave by wave")
  func cascade() {
    // 0 – 1 – 2 – 3, 0 – 4, and 5 without ties: losing 1 leaves 2 with 3, and 0 with 4.
    let chain = network(6, [(0, 1), (1, 2), (2, 3), (0, 4)])
    #expect(Scenario(removing: [1], cascades: true).applied(to: chain).left == [1])
    // Losing 0 takes 4; losing 0 and 2 takes 1, 3 and 4.
    #expect(Scenario(removing: [0], cascades: true).applied(to: chain).left == [0, 4])
    #expect(Scenario(removing: [0, 2], cascades: true).applied(to: chain).left == [0, 2, 1, 3, 4])
    let star = network(4, [(0, 1), (0, 2), (0, 3)])
    #expect(Scenario(removing: [0], cascades: true).applied(to: star).left == [0, 1, 2, 3])
    #expect(Scenario(removing: [0]).applied(to: star).left == [0])
  }

  @Test(
    "What-if raises the goal by what suggestions promised",
    arguments: ["wenzhou", "suzhou", "consortium", "majors", "park"],
    [SuggestionGoal.index(), .index(chain: 0), .connectivity, .resilience, .algebraicConnectivity, .nearness])
  func promise(name: String, goal: SuggestionGoal) throws {
    let network = try shipped(name)
    let before = try analysis(network)
    let suggestions = try before.suggestions(for: goal, within: SuggestionLimits(ties: 3, positions: 2, perActor: 2))
    // Some networks have nothing left to gain.
    guard let first = suggestions.first, let last = suggestions.last else { return }
    let scenario = Scenario(taking: suggestions.map(\.step), tiesOf: network.ties.kinds[0], in: network)
    let after = try analysis(scenario.applied(to: network).network)
    func value(_ analysis: Analysis) throws -> Double {
      let joined = BlockForest(of: analysis.graph.matrix).joinedPairs()
      switch goal {
      case .index(nil): return analysis.indices().reduce(0) { $0 + $1.value! } / Double(analysis.chains.count)
      case .index(let chain?): return analysis.indices()[chain].value!
      case .connectivity: return joined.once
      case .resilience: return (joined.once + joined.twice) / 2
      case .algebraicConnectivity:
        return try algebraicConnectivity(of: analysis.graph.matrix.unweighted(), on: Parallel())!
      case .nearness: return try analysis.unweighted.value(of: .nearness)!
      }
    }
    #expect(abs(first.before - (try value(before))) < 1e-9)
    #expect(abs(last.after - (try value(after))) < 1e-9)
    // Where parts are left that nothing brings together, no tie raises the algebraic connectivity, and each says so.
    let isWaiting = goal == .algebraicConnectivity && suggestions.allSatisfy { $0.reason.en.contains("gains nothing") }
    #expect(last.after > first.before || isWaiting)
    #expect(suggestions.allSatisfy { !$0.reason.en.isEmpty && !$0.reason.zh.isEmpty })
    #expect(suggestions.count { $0.step.isTie } <= 3 && suggestions.count { !$0.step.isTie } <= 2)
    for actor in network.actors.indices { #expect(suggestions.count { $0.step.actors.contains(actor) } <= 2) }
  }

  @Test("The fewest ties without a bridge are as few as trying all sets finds, and leave none")
  func bridgeFree() throws {
    var random = SplitMix(seed: 3, use: "test")
    for round in 0..<60 {
      let order = 3 + random.below(4)
      let pairs = (0..<order).flatMap { a in (a + 1..<order).map { (a, $0) } }
      let ties = pairs.filter { _ in random.below(round % 3 + 2) == 0 }
      let rest = pairs.filter { pair in !ties.contains { $0 == pair } }
      func matrix(_ ties: [(Int, Int)]) -> AdjacencyMatrix {
        var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
        for tie in ties { builder.add(UInt32(tie.0), UInt32(tie.1)) }
        return builder.build()
      }
      func isWhole(_ matrix: AdjacencyMatrix) -> Bool {
        components(of: matrix).allSatisfy { $0 == 1 } && cutpoints(of: matrix).bridges.isEmpty
      }
      let forest = BlockForest(of: matrix(ties))
      let found = forest.bridgeFreeTies()
      #expect(abs(forest.joinedPairs(adding: found).twice - 1) < 1e-12)
      var fewest = Int.max
      for set in 0..<(1 << rest.count) where set.nonzeroBitCount < fewest {
        let added = rest.indices.filter { set >> $0 & 1 == 1 }.map { rest[$0] }
        if isWhole(matrix(ties + added)) { fewest = set.nonzeroBitCount }
      }
      #expect(found.count == fewest)
    }
  }

  @Test("A newcomer fills a missing kind; an actor that works with the chain already is preferred")
  func seats() throws {
    var network = network(4, [(0, 1), (2, 0)], kinds: [1: "college", 2: "platform", 3: "platform"])
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college", "platform"])]
    network.positions = [Position(actor: 0, chain: 0), Position(actor: 1, chain: 0)]
    let limits = SuggestionLimits(ties: 0, positions: 1)
    #expect(try analysis(network).suggestions(for: .index(), within: limits).map(\.step) == [.seat(2, chain: 0)])
    network.ties.removeLast()
    #expect(
      try analysis(network).suggestions(for: .index(), within: limits).map(\.step)
        == [.position(kind: "platform", chain: 0, partners: [0])])
    network.ties.append(Tie(2, 0))
    #expect(try analysis(network).suggestions(for: .index(), within: SuggestionLimits(ties: 0)).isEmpty)
  }

  @Test("A scenario file is read line by line; every bad line is named")
  func scenarioFile() throws {
    var network = network(3, [(0, 1)])
    network.actors[2].id = "a:b"
    network.chains = [Chain(id: "c", name: "泵阀")]
    func parse(_ text: String) throws -> Scenario {
      var parser = ScenarioParser(network: network)
      try parser.read(text, from: "plan.txt")
      return parser.scenario
    }
    let scenario = try parse(
      "# plan\r\nremove 1\r\n\nadd 0:a:b:research:2.5\n加入 new:platform@泵阀/中游\nplace 0@c\ncascade\n")
    #expect(scenario.removed == [1] && scenario.cascades)
    #expect(scenario.added == [Tie(0, 2, kind: "research", weight: 2.5)])
    #expect(scenario.newcomers == [Scenario.Newcomer(kind: "platform", chain: 0, stage: "中游")])
    #expect(scenario.seats == [Position(actor: 0, chain: 0)])
    let error = #expect(throws: BadData.self) {
      try parse("remove 9\nfly 1\nadd 0\nadd 0:0\nadd 0:1:x:-1\nplace 0@d\nplace new:x@c")
    }
    #expect(error?.problems.map(\.row) == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test("Whoever leaves cannot be given a tie or a place as well, in whatever order it is said")
  func contradictions() throws {
    var network = network(4, [(0, 1), (1, 2)])
    network.chains = [Chain(id: "c", name: "C")]
    let steps: [(inout ScenarioParser) throws -> Void] = [
      { try $0.add("0:1") }, { try $0.add("1--0") }, { try $0.place("0@c") }, { try $0.place("new:platform@c--0") },
    ]
    for step in steps {
      var parser = ScenarioParser(network: network)
      try parser.remove("0")
      let error = #expect(throws: UnknownWord.self) { try step(&parser) }
      #expect(error?.message.en.contains("“0”") == true && error?.message.zh.contains("退出") == true)
      var other = ScenarioParser(network: network)
      try step(&other)
      try other.remove("2")
      #expect(throws: UnknownWord.self) { try other.remove("0") }
    }
  }

  @Test("A newcomer may be tied to an actor, and what holds dashes, slashes and at signs is taken as it is known")
  func newcomerWithPartner() throws {
    var network = network(3, [(0, 1)])
    network.actors[1].id = "a--b@x"
    network.chains = [
      Chain(id: "c/d", name: "C"), Chain(id: "e--2", name: "E", stages: ["s--0"]), Chain(id: "f", name: "F"),
    ]
    var parser = ScenarioParser(network: network)
    for text in [
      "new:platform@c/d--2", "new:college@f/up--a--b@x", "new:platform@e--2", "new:platform@e--2/s--0--0",
      "new:platform@f/up--a--b@x--2",
    ] {
      try parser.place(text)
    }
    try parser.place("a--b@x@c/d")
    try parser.add("a--b@x--2")
    #expect(
      parser.scenario.newcomers == [
        .init(kind: "platform", chain: 0, partners: [2]), .init(kind: "college", chain: 2, stage: "up", partners: [1]),
        .init(kind: "platform", chain: 1), .init(kind: "platform", chain: 1, stage: "s--0", partners: [0]),
        .init(kind: "platform", chain: 2, stage: "up", partners: [1, 2]),
      ])
    #expect(parser.scenario.seats == [Position(actor: 1, chain: 0)])
    #expect(parser.scenario.added == [Tie(1, 2)])
    for text in ["new:platform@f/up--9", "new:platform@f/up--2--2"] {
      #expect(throws: UnknownWord.self) { try parser.place(text) }
    }
    let (changed, _) = Scenario(newcomers: [.init(kind: "platform", chain: 0, partners: [2])]).applied(to: network)
    #expect(changed.ties.last.map { [$0.source, $0.target] } == [3, 2])
  }

  @Test("A step that pays only together with a later one says with which")
  func waiting() throws {
    let parts = network(9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (6, 7), (7, 8), (8, 6)])
    let steps = try analysis(parts).suggestions(for: .algebraicConnectivity, within: SuggestionLimits(ties: 3))
    #expect(steps.count == 3 && steps[0].gain == 0 && steps[1].gain > 0)
    #expect(steps[0].reason.en.contains("together with step 2") && steps[0].reason.zh.contains("第 2 步"))
    #expect(steps.dropFirst().allSatisfy { !$0.reason.en.contains("gains nothing") })
    let one = try analysis(parts).suggestions(for: .algebraicConnectivity, within: SuggestionLimits(ties: 1))
    #expect(one.map(\.gain) == [0] && one[0].reason.en.contains("ties that are allowed"))
  }

  @Test("One tie is the best of all that are admissible; three come within 5 % of the best three")
  func exhaustive() throws {
    var random = SplitMix(seed: 6, use: "test")
    for _ in 0..<6 {
      var network = network(
        8, [(0, 1), (2, 3), (4, 5)], kinds: [0: "college", 3: "university", 5: "platform", 6: "college"])
      for _ in 0..<2 { network.ties.append(Tie(random.below(4), 4 + random.below(4))) }
      network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college", "university", "platform"])]
      network.positions = (0..<8).map { Position(actor: $0, chain: 0) }
      let analysis = try analysis(network)
      let start = analysis.indices()[0].value!
      let weights = network.profile.indexWeights
      let score = try analysis.partnerScore()
      let pairs = (0..<8).flatMap { a in (a + 1..<8).map { (a, $0) } }.filter { score.objection(to: $0, $1) == nil }
      func value(_ chosen: [(Int, Int)]) -> Double? {
        var chain = analysis.chains[0]
        for pair in chosen {
          guard let next = chain.adding(pair.0, pair.1) else { return nil }
          chain = next
        }
        return ChainIndex(of: chain, weights: weights).value
      }
      let best = pairs.compactMap { value([$0]) }.max()!
      let first = try #require(try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 1)).first)
      #expect(abs(first.after - best) < 1e-12)
      var bestOfThree = start
      for (i, a) in pairs.enumerated() {
        for (j, b) in pairs.enumerated().dropFirst(i + 1) {
          for c in pairs.dropFirst(j + 1) { bestOfThree = max(bestOfThree, value([a, b, c]) ?? 0) }
        }
      }
      let three = try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 3)).last!.after
      #expect(three - start >= 0.95 * (bestOfThree - start))
    }
  }
}
