import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiConsortium

@Suite("Modes of symbiosis")
struct SymbiosisModeTests {
  /// Actors a and b tied in some periods, each tie of a kind of its own where so many kinds are told.
  private func pair(
    _ periods: [(String?, String?)], kinds: Int = 1, gains: [(Double?, Double?)] = [], today: String? = "2024"
  ) throws -> SymbioticPair {
    var network = Network(actors: ["a", "b"].map { Actor(id: $0, name: $0) })
    for (place, period) in periods.enumerated() {
      var tie = Tie(0, 1, kind: "kind \(place % kinds)")
      tie.period = Period(from: period.0.flatMap { PartialDate($0) }, to: period.1.flatMap { PartialDate($0) })
      network.ties.append(tie)
    }
    for (place, gain) in gains.enumerated() {
      // The other way around, so that sides are told by actors.
      var tie = Tie(1, 0)
      tie.period = Period(from: PartialDate("2020"))
      (tie.benefitToSource, tie.benefitToTarget) = (gain.1, gain.0)
      tie.kind = "gain \(place)"
      network.ties.append(tie)
    }
    let analysis = Analysis(of: try NetworkGraph(of: network), asOf: today.flatMap { PartialDate($0) })
    return try #require(analysis.symbioticPairs().first)
  }

  @Test(
    "Over time by the years with work, how often it was taken up, and the kinds of ties",
    arguments: [
      // Once, and over.
      ([("2018", "2018")], 1, .point), ([("2021", "2022")], 1, .point), ([("2024-01", "2024-03")], 1, .point),
      // Twice or more, with longer breaks.
      ([("2015", "2015"), ("2019", "2020")], 1, .intermittent), ([("2016", "2016"), ("2024", nil)], 1, .intermittent),
      // Year after year; short breaks do not count.
      ([("2020", nil)], 1, .continuous), ([("2018", "2020"), ("2022", nil)], 2, .continuous),
      ([("2019", "2022")], 1, .continuous),
      ([("2020", nil), ("2020", nil), ("2021", nil)], 3, .integrated),
      ([("2018", "2018"), ("2019", "2019"), ("2020", nil)], 3, .integrated),
    ] as [([(String?, String?)], Int, OrganizationMode)])
  func organization(periods: [(String?, String?)], kinds: Int, expected: OrganizationMode) throws {
    let today = periods[0].0 == "2024-01" ? "2024-06" : "2024"
    let found = try pair(periods, kinds: kinds, today: today)
    #expect(found.organization == expected, "\(periods)")
    #expect(found.lacks == [.benefits])
  }

  @Test("Where a start is not stated, or too little has passed, there is not enough data")
  func undated() throws {
    #expect(try pair([(nil, nil)]).lacks == [.dates, .benefits])
    #expect(try pair([("2019", nil), (nil, "2020")]).lacks == [.dates, .benefits])
    #expect(try pair([("2023", nil)]).lacks == [.years, .benefits])
    #expect(try pair([("2030", nil)]).lacks == [.years, .benefits])
    let known = try pair([("2015", "2015"), ("2019", "2020")])
    #expect(known.years?.active == 3 && known.years?.all == 10 && known.years?.times == 2 && known.years?.first == 2015)
  }

  @Test("Thresholds of the network decide")
  func thresholds() {
    let years = YearsTogether(
      of: [Period(from: PartialDate("2015"), to: PartialDate("2018"))], at: PartialDate("2024") ?? .init("2024")!)
    var thresholds = Thresholds()
    #expect(years?.mode(kinds: 2, by: thresholds) == .point)
    thresholds.activeShare = 0.4
    #expect(years?.mode(kinds: 2, by: thresholds) == .continuous)
    thresholds.integratedKinds = 2
    #expect(years?.mode(kinds: 2, by: thresholds) == .integrated)
    thresholds.intermittentYears = 5
    #expect(years?.mode(kinds: 2, by: thresholds) == .point)
  }

  @Test(
    "By who gains: shares of what both gain, whoever gains more, in whatever unit",
    arguments: [
      (5, 5, .symmetric), (6, 4, .symmetric), (6.1, 3.9, .asymmetric), (8.9, 1.1, .asymmetric), (9, 1, .biased),
      (10, 0, .biased), (10, -1, .biased), (10, -1.2, .parasitic), (3, -7, .parasitic), (0, 0, .noGain),
      (-1, -2, .noGain), (0, -3, .noGain),
    ] as [(Double, Double, BehaviorMode)])
  func behavior(one: Double, other: Double, expected: BehaviorMode) throws {
    let thresholds = Thresholds()
    for unit in [1, 1e-90, 1e90] {
      #expect(BehaviorMode(gains: unit * one, unit * other, by: thresholds) == expected)
      #expect(BehaviorMode(gains: unit * other, unit * one, by: thresholds) == expected)
    }
    let found = try pair([], gains: [(one / 2, other / 2), (one / 2, other / 2), (nil, 99)])
    #expect(found.behavior == expected && found.gains?.0 == one && found.gains?.1 == other)
  }

  @Test("A benefit of one side alone is none that is stated")
  func halfStated() throws {
    #expect(try pair([], gains: [(4, nil), (nil, 2)]).lacks == [.benefits])
  }

  @Test("A chain and the network live in the mode of most strength, as far as half of it is known")
  func whole() throws {
    var network = Network(
      actors: ["a", "b", "c", "d"].map { Actor(id: $0, name: $0) },
      chains: [Chain(id: "x", name: "X"), Chain(id: "y", name: "Y")],
      positions: [0, 1, 2].map { Position(actor: $0, chain: 0) } + [2, 3].map { Position(actor: $0, chain: 1) })
    func tie(_ a: Int, _ b: Int, weight: Double, gains: (Double, Double)?, chain: Int? = nil) -> Tie {
      var tie = Tie(a, b, weight: weight)
      (tie.benefitToSource, tie.benefitToTarget, tie.chain) = (gains?.0, gains?.1, chain)
      return tie
    }
    network.ties = [
      tie(0, 1, weight: 3, gains: (1, 0)), tie(1, 2, weight: 2, gains: (1, 1)), tie(2, 3, weight: 6, gains: nil),
      tie(0, 2, weight: 1, gains: nil, chain: 1),
    ]
    let modes = Analysis(of: try NetworkGraph(of: network)).symbiosisModes()
    #expect(modes.map(\.chain) == [nil, 0, 1])
    // 5 of 12 are known of the whole, all of x: its third tie is of y, where it has no places.
    #expect(modes[0].behavior.mode == nil && modes[0].pairs == 4 && modes[0].strength == 12)
    #expect(modes[1].behavior.mode == .biased && modes[1].behavior.stated == 1 && modes[1].pairs == 2)
    #expect(modes[1].behavior.shares.map(\.mode) == [.biased, .symmetric])
    #expect(modes[1].behavior.shares.map(\.share) == [0.6, 0.4])
    #expect(modes[2].pairs == 1 && modes[2].behavior.stated == 0 && modes[2].behavior.mode == nil)
    network.profile.thresholds.statedShare = 0.4
    #expect(Analysis(of: try NetworkGraph(of: network)).symbiosisModes()[0].behavior.mode == .biased)
  }

  @Test("Where two modes have the same strength the less favorable stands, and it is said of which part")
  func alike() throws {
    var network = Network(
      actors: ["a", "b", "c"].map { Actor(id: $0, name: $0) }, chains: [Chain(id: "x", name: "X", nameZh: "甲链")],
      positions: [0, 1, 2].map { Position(actor: $0, chain: 0) })
    for (other, gains) in [(1, (1.0, 1.0)), (2, (1.0, 0.0))] {
      var tie = Tie(0, other)
      (tie.benefitToSource, tie.benefitToTarget) = gains
      network.ties.append(tie)
    }
    let modes = Analysis(of: try NetworkGraph(of: network)).symbiosisModes()
    #expect(modes.map(\.behavior.mode) == [.biased, .biased] && modes[0].behavior.alike == [.biased, .symmetric])
    let notes = modes.notes(in: network)
    #expect(notes.count == 1 && notes[0].en.contains("the whole network (biased and symmetric mutual); X (biased"))
    #expect(notes[0].zh.contains("整个网络（偏利共生、对称互惠）；甲链（"))
    network.ties.append(Tie(1, 2))
    network.ties[2].benefitToSource = 1
    network.ties[2].benefitToTarget = 1
    let clear = Analysis(of: try NetworkGraph(of: network)).symbiosisModes()
    #expect(clear.notes(in: network).isEmpty && clear[0].behavior.alike == [.symmetric])
  }

  @Test("Modes of chains are those of the ties between its actors that name it or none, found chain by chain")
  func chains() throws {
    var random = SplitMix(seed: 5, use: "test")
    var network = Network(
      actors: (0..<40).map { Actor(id: "\($0)", name: "\($0)") },
      chains: (0..<12).map { Chain(id: "c\($0)", name: "C\($0)") },
      positions: (0..<150).map { _ in Position(actor: random.below(40), chain: random.below(12)) })
    for number in 0..<300 {
      var tie = Tie(random.below(40), random.below(40), weight: Double(1 + random.below(4)))
      guard tie.source != tie.target else { continue }
      if number % 3 == 0 { tie.chain = random.below(12) }
      (tie.benefitToSource, tie.benefitToTarget) = (Double(random.below(3)), Double(random.below(3)))
      network.ties.append(tie)
    }
    let found = Analysis(of: try NetworkGraph(of: network)).symbiosisModes()
    for chain in 0..<12 {
      let members = Set(network.positions.filter { $0.chain == chain }.map(\.actor))
      let own = network.ties.indices.map { network.ties[$0] }.filter {
        members.contains($0.source) && members.contains($0.target) && ($0.chain ?? chain) == chain
      }
      #expect(found[chain + 1].chain == chain)
      #expect(found[chain + 1].strength == own.reduce(0) { $0 + $1.weight })
      #expect(found[chain + 1].pairs == Set(own.map { [min($0.source, $0.target), max($0.source, $0.target)] }).count)
    }
  }

  @Test("What a network does not assess is not judged: Wenzhou, whose study states neither dates nor benefits")
  func notAssessed() throws {
    var network = try shipped("wenzhou")
    let all = Analysis(of: try NetworkGraph(of: network)).symbioticPairs()
    #expect(!all.isEmpty && all.allSatisfy { $0.lacks == [.assessment] })
    #expect(network.profile.symbiosis?.en == "biased symbiosis – intermittent symbiosis")
    network.profile.assess = nil
    #expect(
      Analysis(of: try NetworkGraph(of: network)).symbioticPairs().allSatisfy { $0.lacks == [.dates, .benefits] })
  }
}
