import KesiNetwork
import Testing

@testable import KesiCluster

@Suite("Levels of gaps")
struct GapLevelTests {
  /// Chains, each with some ties of which so many have an unsatisfactory outcome, between actors of its own.
  private func chains(_ ties: [(stuck: Int, of: Int)], weight: (Int) -> Double = { _ in 1 }) -> Network {
    var result = network(2 * ties.count, [])
    for (chain, count) in ties.enumerated() {
      result.chains.append(Chain(id: "c\(chain)", name: "C\(chain)"))
      for number in 0..<count.of {
        var tie = Tie(2 * chain, 2 * chain + 1, weight: weight(number))
        tie.chain = chain
        tie.outcome = number < count.stuck ? .unsatisfactory : .satisfactory
        result.ties.append(tie)
      }
    }
    return result
  }

  private func stalled(_ network: Network) throws -> [Gap] {
    try Analysis(of: try NetworkGraph(of: network)).gaps().filter { $0.kind == .stalled }
  }

  @Test(
    "A share of cases has the highest level that it is above with a chance of 0.8; below three cases none",
    arguments: [
      (2.0, 2, .notSure), (3.0, 3, .high), (5, 5, .high), (7, 7, .high), (9, 9, .critical), (40, 40, .critical),
      (1, 5, .low), (0, 3, .low), (20, 40, .medium), (30, 40, .high), (36, 40, .critical),
    ] as [(Double, Int, GapLevel)])
  func levels(k: Double, n: Int, level: GapLevel) {
    let gap = Gap(
      .stalled, in: Network(), severity: k / Double(n), outOf: Cases(n), evidence: [], explanation: Phrase("", zh: ""))
    #expect(gap.level == level)
    #expect((gap.sureSeverity == nil) == (level == .notSure))
  }

  @Test("What is a fact has the level of its severity")
  func facts() {
    for (severity, level) in [(0.0, GapLevel.low), (0.25, .medium), (0.5, .high), (0.75, .critical)] {
      let gap = Gap(
        .missingKind, in: Network(), severity: severity, evidence: [], explanation: Phrase("", zh: ""))
      #expect(gap.level == level && gap.sureSeverity == severity)
    }
  }

  @Test("Of 2 of 2, 5 of 5 and 40 of 40 ties that stalled the forty come first, and two are not sure")
  func order() throws {
    let all = try stalled(chains([(2, 2), (5, 5), (40, 40)]))
    // What most chains have is said of the network first.
    #expect(all.first.map { $0.chain == nil && $0.level == .critical } == true)
    let found = all.dropFirst()
    #expect(found.map(\.chain) == [2, 1, 0])
    #expect(found.map(\.severity) == [1, 1, 1])
    #expect(found.map(\.level) == [.critical, .high, .notSure])
    #expect(GapLevel.allCases.allSatisfy { $0 == .notSure || $0 > .notSure })
    // One tie is no share, and is not listed.
    #expect(try stalled(chains([(1, 1)])).isEmpty)
  }

  @Test("One strong tie beside many weak ones is about one case")
  func strengths() throws {
    // (1000 + 19)² / (1000² + 19) = 1.04.
    #expect(try stalled(chains([(20, 20)]) { $0 == 0 ? 1000 : 1 }).map(\.level) == [.notSure])
    #expect(try stalled(chains([(20, 20)]) { _ in 0.1 }).map(\.level) == [.critical])
    // Of three alike the sum of squares misses three by rounding.
    #expect(try stalled(chains([(3, 3)]) { _ in 0.1 }).map(\.level) == [.high])
  }

  @Test("A chain's years until industrialization say when its ties are stuck; without a start none is old")
  func years() throws {
    var network = chains([(0, 4)])
    for index in network.ties.indices {
      network.ties[index].outcome = .open
      network.ties[index].stage = .research
    }
    func found() throws -> [Gap] {
      try Analysis(of: try NetworkGraph(of: network), asOf: PartialDate("2024")).gaps().filter { $0.kind == .stalled }
    }
    #expect(try found().isEmpty)
    for index in network.ties.indices { network.ties[index].period.from = PartialDate("2020") }
    #expect(try found().map(\.level) == [.high])
    network.chains[0].years = 5
    #expect(try found().isEmpty)
  }

  @Test("Years after a project that ended well are no lapse, those after one that did not are")
  func finished() throws {
    func found(_ outcome: Outcome?, again: String? = nil) throws -> [Gap] {
      var network = network(2, [(0, 1)])
      network.ties[0].period = Period(from: PartialDate("2010"), to: PartialDate("2011"))
      network.ties[0].outcome = outcome
      if let again {
        network.ties.append(Tie(0, 1))
        network.ties[1].period = Period(from: PartialDate(again), to: PartialDate(again))
      }
      return try Analysis(of: try NetworkGraph(of: network), asOf: PartialDate("2020")).gaps()
        .filter { $0.kind == .intermittent }
    }
    #expect(try found(.satisfactory).isEmpty)
    #expect(abs(try #require(try found(.unsatisfactory).first).severity - 9.0 / 11) < 1e-12)
    // A contract that was fulfilled, as far as anybody knows: its end was planned. One still open is overdue.
    #expect(try found(nil).isEmpty)
    #expect(try found(.open).first?.number(.years) == 11)
    // Two who came back after a break meant to go on.
    #expect(try found(nil, again: "2015").first?.number(.years) == 11)
    #expect(try found(nil, again: "2012").isEmpty)
    // 2010, 2011 and 2015 count as work, 2016 to 2020 as none.
    let later = try #require(try found(.satisfactory, again: "2015").first)
    #expect(later.number(.activeYears) == 3 && later.number(.years) == 8)
    #expect(later.explanation.en.contains("ended well") && later.explanation.zh.contains("不计"))
  }

  @Test("With fewer than ten pairs that others join nobody is overloaded")
  func brokers() throws {
    func found(_ leaves: Int) throws -> [Gap] {
      try Analysis(of: try NetworkGraph(of: network(leaves + 1, (1...leaves).map { (0, $0) }))).gaps()
        .filter { $0.kind == .overloadedBroker }
    }
    // A star of four leaves has six pairs of them, one of five ten.
    #expect(try found(4).isEmpty)
    let five = try found(5)
    #expect(five.map(\.level) == [.critical] && five[0].number(.indirectPairs) == 10)
  }
}
