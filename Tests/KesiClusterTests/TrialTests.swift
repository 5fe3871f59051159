import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("Trials: what holds where tables err")
struct TrialTests {
  /// Enterprises and colleges, each tie between one of either, told apart by its weight.
  private static let even: Network = {
    var random = SplitMix(seed: 9, use: "test")
    var network = network(80, [], kinds: Dictionary(uniqueKeysWithValues: (40..<80).map { ($0, "college") }))
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "college"])]
    for number in 0..<2000 {
      // Low numbers have more ties than high ones.
      let (a, b) = (min(random.below(40), random.below(40)), 40 + min(random.below(40), random.below(40)))
      var tie = Tie(a, b, weight: Double(number + 1))
      tie.period.from = PartialDate("2015")
      network.ties.append(tie)
    }
    for actor in 0..<40 { network.positions.append(Position(actor: 2 * actor, chain: 0, level: .municipal)) }
    return network
  }()

  /// Over some drawn networks: how many ties are there no more, once, twice; have another start; and positions with another level
  /// or that are new, each as a share of what is stated.
  private func shares(_ network: Network, _ errors: TableErrors) -> [Double] {
    let draw = ErrorDraw(of: network, errors, seed: 1)
    let count = 20
    var sums = [Double](repeating: 0, count: 6)
    for number in 0..<count {
      let drawn = draw.network(number)
      var times: [Double: Int] = [:]
      for tie in drawn.ties { times[tie.weight, default: 0] += 1 }
      for tie in network.ties { sums[min(2, times[tie.weight] ?? 0)] += 1 / Double(network.ties.count * count) }
      for tie in drawn.ties where tie.period.from != PartialDate("2015") {
        sums[3] += 1 / Double(network.ties.count * count)
      }
      let changed = drawn.positions.count { $0.level != .municipal }
      sums[4] += Double(changed) / Double(network.positions.count * count)
      sums[5] += Double(drawn.positions.count - network.positions.count) / Double(network.positions.count * count)
    }
    return sums
  }

  @Test("Rows err as often as their kind, scale and basis say")
  func rates() {
    // Of a hundred ties five are none and ten are missing, independently; a tie of one organization merged with its partner
    // cannot be here, whose kinds differ. Starts of both are moved in one of ten.
    func expected(_ factor: Double) -> [Double] {
      let (none, more, off) = (0.05 * factor, 0.1 * factor, 0.1 * factor)
      return [none * (1 - more), (1 - none) * (1 - more) + none * more, (1 - none) * more, (1 - none) * off, off, more]
    }
    for (scale, basis, factor) in [
      (1.0, nil, 1.0), (1, Basis.register, 0.2), (1, .inferred, 2), (1, .illustrative, 1), (2, .reported, 2),
    ] {
      var network = Self.even
      for index in network.ties.indices { network.ties[index].basis = basis }
      for index in network.positions.indices { network.positions[index].basis = basis }
      let found = shares(network, TableErrors(scale: scale))
      for (place, (a, b)) in zip(found, expected(factor)).enumerated() {
        // Four standard errors of as many ties, or of 800 positions.
        let rows = place < 4 ? 40_000.0 : 800
        #expect(
          abs(a - b) < 4 * (b * (1 - b) / rows).squareRoot() + 1e-9, "\(scale) \(String(describing: basis)) \(place)")
      }
      #expect(abs(TableErrors(scale: scale).missingShare(of: network) - 0.1 * factor) < 1e-9)
    }
    #expect(TableErrors(scale: 0.001).rate(.missingTie, of: .inferred) == 0.1 * 0.001 * 2)
  }

  @Test(
    "Ties that are missing are between such kinds as ties are, where others are, or where few are", arguments: [1, 2])
  func likely(seed: UInt64) {
    let network = Self.even
    var degree = [Int](repeating: 0, count: 80)
    for tie in network.ties { for end in [tie.source, tie.target] { degree[end] += 1 } }
    func meanDegree(_ place: TableErrors.Place) -> Double {
      let partners = LikelyPartners(network, place)
      var random = SplitMix(seed: seed, use: "test")
      let pairs = network.ties.compactMap { partners.pair(like: ($0.source, $0.target), by: &random) }
      #expect(pairs.count == 2000 && pairs.allSatisfy { ($0.0 < 40) != ($0.1 < 40) })
      return Double(pairs.reduce(0) { $0 + degree[$1.0] + degree[$1.1] }) / Double(2 * pairs.count)
    }
    // The mean degree at the end of a tie, and over all actors.
    let stated = Double(degree.reduce(0) { $0 + $1 * $1 }) / Double(degree.reduce(0, +))
    #expect(abs(meanDegree(.likely) / stated - 1) < 0.05)
    #expect(meanDegree(.small) < 25)
  }

  @Test("What is drawn is a network: ends in range, nobody tied to himself, ids once, the same question asked of it")
  func drawn() throws {
    for name in ["suzhou", "wenzhou", "consortium"] {
      let network = try shipped(name)
      let draw = ErrorDraw(of: network, TableErrors(scale: 5), seed: 3)
      for number in 0..<5 {
        let drawn = draw.network(number)
        #expect(Set(drawn.actors.map(\.id)).count == drawn.actors.count)
        #expect(drawn.ties.allSatisfy { $0.source != $0.target && max($0.source, $0.target) < drawn.actors.count })
        #expect(
          (drawn.members.map(\.actor) + drawn.positions.map(\.actor)).allSatisfy { drawn.actors.indices.contains($0) })
        #expect(drawn.assessment == network.assessment && drawn.chains == network.chains)
      }
    }
  }

  @Test("Trials are the same for any number of threads, and others with another seed")
  func threads() throws {
    let network = try shipped("consortium")
    func found(_ threads: Int, seed: UInt64 = 1) throws -> [Int?] {
      let analysis = Analysis(of: try NetworkGraph(of: network), seed: seed, on: Parallel(threads: threads))
      let trials = try analysis.trials(of: TableErrors(), .quick, count: 12)
      #expect(trials.count == 12)
      return try analysis.gaps(.quick).map { trials.again($0.id)?.times }
    }
    let one = try found(1)
    #expect(one.allSatisfy { (0...12).contains($0 ?? -1) } && !one.isEmpty)
    #expect(try found(2) == one)
    #expect(try found(2, seed: 2) != one)
  }

  @Test(
    "Without errors every gap is found again; with them the firm ones are, and those that hang on a row are not always")
  func stability() throws {
    // Nobody is a platform; two triangles hang on one tie.
    var network = network(6, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
    network.chains = [Chain(id: "c", name: "C", requires: ["enterprise", "platform"])]
    network.positions = (0..<6).map { Position(actor: $0, chain: 0) }
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let gaps = try analysis.gaps(.quick)
    let none = try analysis.trials(of: TableErrors(scale: 1e-9), .quick, count: 20)
    #expect(gaps.allSatisfy { none.again($0.id)?.times == 20 && none.again($0.id)?.certainty == .high })
    let some = try analysis.trials(of: TableErrors(), .quick, count: 60)
    let missing = try #require(gaps.first { $0.kind == .missingKind })
    let bridge = try #require(gaps.first { $0.kind == .bridgeTie })
    #expect(some.again(missing.id)?.times == 60)
    // The bridge is none where its tie is not there (0.05) or another spans the two sides, as one of three of the ties that
    // are missing does (7 ties, each with 0.1): it holds in about 0.95 × (1 − 0.04)⁷, and less where actors are taken for others.
    let times = try #require(some.again(bridge.id)?.times)
    #expect((15...52).contains(times))
    #expect(some.again("no gap") == nil)
  }

  @Test("How certain something is, is said in words with its error")
  func words() {
    let again = FoundAgain(times: 164, trials: 200, missingShare: 0.1)
    // √(200 · 0.82 · 0.18) = 5.4.
    #expect(again.sentence.en == "found again in 164 of 200 trials (± 5) if about 10% of the rows are wrong")
    #expect(again.figures.zh == "200 次中 164 次（± 5）")
    #expect([0.9, 0.899, 0.7, 0.699, 0].map(Certainty.init) == [.high, .moderate, .moderate, .toCheck, .toCheck])
  }

  @Test("In each trial three chains are the weakest; a chain's range holds its index where little is wrong")
  func chains() throws {
    let network = try shipped("wenzhou")
    func trials(_ threads: Int, _ scale: Double) throws -> [ChainTrial] {
      let analysis = Analysis(of: try NetworkGraph(of: network), on: Parallel(threads: threads))
      let trials = try analysis.chainTrials(of: TableErrors(scale: scale), count: 10)
      return network.chains.indices.compactMap(trials.chain)
    }
    let found = try trials(1, 1)
    #expect(found.count == network.chains.count)
    #expect(abs(found.reduce(0) { $0 + $1.amongWeakest } - 3) < 1e-9)
    #expect(found.contains { $0.index.lowerBound < $0.index.upperBound })
    #expect(try trials(2, 1) == found)
    let ratings = try analysis(network).ratings(counting: [])
    let calm = try trials(2, 1e-9)
    for (place, rating) in ratings.enumerated() {
      let trial = calm[rating.chain.index]
      #expect(trial.index == rating.index.value!...rating.index.value! && trial.rank == place + 1...place + 1)
    }
  }

  @Test("Nine of ten lie between the bounds, of twenty all but one on either side")
  func bounds() {
    #expect(ninety(Array(1...20).shuffled()) == 2...19)
    #expect(ninety([3]) == 3...3)
    #expect(ninety([Int]()) == nil)
  }

  @Test("A hub stays first, equals share a rank, and labels are not ranked")
  func measures() throws {
    let star = network(30, (1..<30).map { (0, $0) })
    let analysis = Analysis(of: try NetworkGraph(of: star))
    let measures = try ["degree", "component"].map { try #require(ActorMeasure.called($0)) }
    let trials = try analysis.measureTrials(measures, of: TableErrors(), count: 20) { _ in MeasureOptions() }
    #expect(trials.ranks(by: measures[0], of: 0) == 1...1)
    #expect(trials.ranks(by: measures[1], of: 0) == nil && !measures[1].ranksActors)
    let calm = try analysis.measureTrials(measures, of: TableErrors(scale: 1e-9), count: 3) { _ in MeasureOptions() }
    #expect((1..<30).allSatisfy { calm.ranks(by: measures[0], of: $0) == 2...2 })
  }

  @Test("Kinds that would leave too few trials are not tried, and trials are fewer where each takes long")
  func plan() {
    func plan(_ bare: Double, _ paths: Double, _ draws: Double) -> TrialPlan {
      TrialPlan(costs: [.quick, .shortestPaths, .draws], seconds: bare) {
        $0 == .quick ? 0 : $0 == .draws ? draws : paths
      }
    }
    #expect(plan(0.01, 0.01, 0.1).count == 200 && plan(0.01, 0.01, 0.1).costs.count == 3)
    #expect(plan(0.5, 0.4, 60).costs == [.quick, .shortestPaths] && plan(0.5, 0.4, 60).count == 200)
    #expect(plan(0.5, 4, 60).costs == [.quick, .shortestPaths] && plan(0.5, 4, 60).count == 40)
    #expect(plan(60, 60, 60).costs == [.quick] && plan(60, 60, 60).count == 20)
  }
}
