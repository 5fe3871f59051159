import KesiFormats
import KesiMatrix
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
    network.carried["actors"] = [.init(name: "note", values: ["a", "b", "c", "d", "e"])]
    network.carried["ties"] = [.init(name: "note", values: ["01", "12", "23", "34"])]
    let (changed, left) = Scenario(removing: [1], adding: [Tie(0, 4)]).applied(to: network)
    #expect(left == [1])
    #expect(changed.actors.map(\.id) == ["0", "2", "3", "4"])
    #expect(changed.ties.map { [$0.source, $0.target] } == [[1, 2], [2, 3], [0, 3]])
    #expect(changed.positions.map(\.actor) == [3])
    #expect(changed.consortia.map(\.leader) == [nil, 2])
    #expect(changed.members.map(\.actor) == [2])
    #expect(changed.carried["actors"]?[0].values == ["a", "c", "d", "e"])
    #expect(changed.carried["ties"]?[0].values == ["23", "34"])
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

  @Test("What-if raises the index by what a suggestion promised", arguments: [1, 3])
  func promise(count: Int) throws {
    let network = try shipped("suzhou")
    let before = try survey(network)
    for goal in [SuggestionGoal.allChains, .chain(0), .chain(2)] {
      let suggestions = try before.suggestions(count, goal: goal)
      #expect(suggestions.count == count)
      let layer = NetworkGraph.tieLayers(of: network)[0]
      let added = suggestions.map { Tie($0.source, $0.target, kind: layer) }
      let after = try survey(Scenario(adding: added).applied(to: network).network)
      func value(_ survey: GapSurvey) -> Double {
        let values = survey.indices().map { $0.value! }
        if case .chain(let chain) = goal { return values[chain] }
        return values.reduce(0, +) / Double(values.count)
      }
      #expect(abs(suggestions[0].before - value(before)) < 1e-12)
      #expect(abs(suggestions.last!.after - value(after)) < 1e-12)
      #expect(suggestions.allSatisfy { $0.gain > 0 && !$0.reason.en.isEmpty && !$0.reason.zh.isEmpty })
    }
  }

  @Test("One tie is the best of all that there are; three come within 5 % of the best three")
  func exhaustive() throws {
    var random = SplitMix(seed: 6)
    for _ in 0..<6 {
      var network = network(
        8, [(0, 1), (2, 3), (4, 5)], kinds: [0: "college", 3: "university", 5: "platform", 6: "college"])
      for _ in 0..<2 { network.ties.append(Tie(random.below(4), 4 + random.below(4))) }
      network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college", "university", "platform"])]
      network.positions = (0..<8).map { Position(actor: $0, chain: 0) }
      let survey = try survey(network)
      let start = survey.indices()[0].value!
      let weights = network.profile.indexWeights
      let pairs = (0..<8).flatMap { a in (a + 1..<8).map { (a, $0) } }
      func value(_ chosen: [(Int, Int)]) -> Double? {
        var chain = survey.chains[0]
        for pair in chosen {
          guard let next = chain.adding(pair.0, pair.1) else { return nil }
          chain = next
        }
        return ChainIndex(of: chain, weights: weights).value
      }
      let best = pairs.compactMap { value([$0]) }.max()!
      let first = try #require(try survey.suggestions(1).first)
      #expect(abs(first.after - best) < 1e-12)
      var bestOfThree = start
      for (i, a) in pairs.enumerated() {
        for (j, b) in pairs.enumerated().dropFirst(i + 1) {
          for c in pairs.dropFirst(j + 1) { bestOfThree = max(bestOfThree, value([a, b, c]) ?? 0) }
        }
      }
      let three = try survey.suggestions(3).last!.after
      #expect(three - start >= 0.95 * (bestOfThree - start))
    }
  }
}
