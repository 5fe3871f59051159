import KesiFormats
import KesiMeasures
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiConsortium

@Suite("Which way two populations develop")
struct EvolutionTests {
  /// A network with yearly values of some subjects.
  private func network(_ series: [(String, [(Int, Double)])]) -> Network {
    var network = Network(actors: [Actor(id: "a", name: "Alpha", kind: "enterprise")])
    network.history = series.flatMap { subject, values in values.map { Observation(subject, in: $0.0, $0.1) } }
    return network
  }

  private func years(_ values: [Double], from first: Int = 2010) -> [(Int, Double)] {
    values.enumerated().map { (first + $0, $1) }
  }

  private func message(_ network: Network, _ subjects: [String]? = nil, during period: Period = Period()) -> String? {
    do {
      _ = try Evolution(of: network, subjects: subjects, during: period)
      return nil
    } catch let error as UnknownWord {
      #expect(error.message.zh != error.message.en && !error.message.zh.isEmpty)
      return error.message.en
    } catch let error as BadData {
      #expect(error.problems[0].line(in: .zh) != error.problems[0].line(in: .en))
      return error.problems[0].line(in: .en)
    } catch {
      return "\(error)"
    }
  }

  /// Yearly values that a model gives, without errors.
  private func planted(_ model: TwoPopulations, from start: SIMD2<Double>, years count: Int = 12) throws -> Network {
    let course = try model.course(at: (0..<count).map(Double.init), from: start, at: 0)
    return network([("a", years(course.map(\.x))), ("b", years(course.map(\.y)))])
  }

  private static let growing = [2, 3.1, 4.4, 5.9, 7.1, 8.2, 8.8, 9.4]
  private static let slow = [1, 1.2, 1.5, 1.9, 2.2, 2.6, 2.9, 3.2]

  @Test("What cannot be followed is said, with its place")
  func refusals() {
    let (one, other) = (years(Self.growing), years(Self.slow))
    let cases: [(Network, [String]?, String)] = [
      (network([]), nil, "history.csv: is missing or has no rows"),
      (network([("a", one)]), nil, "history.csv: subject: only “a” has values"),
      (network([("a", one), ("b", other), ("c", other)]), nil, "Choose them with --subjects A,B: a, b, c"),
      (network([("a", one), ("b", other), ("c", other)]), ["a", "x"], "“x” is not in the network"),
      (network([("a", one), ("b", other)]), ["a", "Alpha"], "two different subjects"),
      (network([("a", one), ("b", other)]), ["a"], "two different subjects"),
      (network([("a", [one[0]]), ("b", other)]), nil, "history.csv: year: “a” has 1 year;"),
      (network([("a", Array(one.prefix(2))), ("b", other)]), nil, "history.csv: year: “a” has 2 years;"),
      (network([("a", Array(one.prefix(4))), ("b", other)]), nil, "history.csv: year: “a” has 4 years;"),
      (network([("a", one), ("b", years([1, 2, 0, 4, 5, 6]))]), nil, "history.csv: value: “b”, 2012: 0 is no size"),
      (
        network([("a", one), ("b", years([1, 2, 3, -4.5, 5, 6]))]), nil,
        "history.csv: value: “b”, 2013: -4.5 is no size"
      ),
      (network([("a", one), ("b", years([.nan, 2, 3, 4, 5, 6]))]), nil, "history.csv: value: “b”, 2010"),
      (network([("a", one), ("b", years([7, 7, 7, 7, 7, 7]))]), nil, "“b” has the same value in every year (7)"),
      (
        network([("a", one), ("b", years(Self.slow, from: 2030))]), nil,
        "one begins in 2030, when the other has ended (2017)"
      ),
      (network([("a", one), ("b", years(Self.slow, from: 2014))]), nil, "“a” has 4 years between 2014 and 2017"),
    ]
    for (network, subjects, expected) in cases {
      let told = message(network, subjects)
      #expect(told?.contains(expected) == true, "\(told ?? "nothing"): \(expected)")
    }
    // Years that are left out are not looked at.
    let model = TwoPopulations(growth: SIMD2(0.5, 0.4), capacity: SIMD2(50, 20), symbiosis: SIMD2(0.3, 0.1))
    if var early = try? planted(model, from: SIMD2(4, 2)) {
      early.history.append(Observation("a", in: 2009, 0))
      #expect(message(early)?.contains("history.csv: value: “a”, 2009: 0 is no size") == true)
      #expect(message(early, during: Period(from: PartialDate("2010"))) == nil)
    }
  }

  @Test("Years that are missing, and years of one alone, are no hindrance")
  func unequal() throws {
    let model = TwoPopulations(growth: SIMD2(0.5, 0.4), capacity: SIMD2(50, 20), symbiosis: SIMD2(0.3, 0.1))
    var network = try planted(model, from: SIMD2(4, 2), years: 16)
    // One in even years and the last, the other in odd ones.
    network.history.removeAll { ($0.subject == "a") == ($0.year % 2 == 1) && $0.year != 2025 }
    let evolution = try Evolution(of: network)
    for population in 0..<2 {
      #expect(abs(evolution.fit.symbiosis(population).value - model.symbiosis[population]) < 1e-4)
    }
    #expect(evolution.yearlySizes.count { $0.observed == nil && $0.year <= 2025 } > 10)
    #expect(evolution.shownYears == 2010...2041)
  }

  @Test("The verdict, where the course goes, and what would make it symmetric follow from the model")
  func verdicts() throws {
    let cases: [(SIMD2<Double>, BehaviorMode, Equilibrium.Place, Double?)] = [
      (SIMD2(0.4, 0.1), .asymmetric, .both, 0.8 / 3), (SIMD2(0.3, 0.3), .symmetric, .both, nil),
      (SIMD2(0.6, 0), .biased, .both, 0.4), (SIMD2(-0.3, 0.5), .parasitic, .both, 1.0 / 3),
      (SIMD2(-0.4, -0.3), .noGain, .both, nil), (SIMD2(-0.5, -1.6), .noGain, .first, nil),
    ]
    for (symbiosis, behavior, place, needed) in cases {
      let model = TwoPopulations(growth: SIMD2(0.6, 0.5), capacity: SIMD2(50, 20), symbiosis: symbiosis)
      let evolution = try Evolution(of: planted(model, from: SIMD2(5, 3), years: 14))
      #expect(evolution.behavior == behavior && evolution.certainty > 0.4, "\(symbiosis)")
      guard case .settles(let equilibrium) = evolution.outlook else {
        Issue.record("\(symbiosis): \(evolution.outlook)")
        continue
      }
      #expect(equilibrium.place == place && equilibrium.stability == .stable)
      #expect(needed.map { abs((evolution.remedy?.coefficient ?? 9) - $0) < 1e-3 } ?? (evolution.remedy == nil))
      if let remedy = evolution.remedy {
        // With it the model is what was promised.
        var better = evolution.model
        better.symbiosis[remedy.population] = remedy.coefficient * 1.001
        #expect(BehaviorMode(gains: better.symbiosis.x, better.symbiosis.y, by: Thresholds()) == .symmetric)
        let state = try #require(better.course(at: [500], from: SIMD2(5, 3), at: 0).last)
        #expect(remedy.state.map { abs($0.x / state.x - 1) < 0.01 && abs($0.y / state.y - 1) < 0.01 } == true)
      }
      let findings = evolution.findings([Phrase("A", zh: "甲"), Phrase("B", zh: "乙")])
      #expect(findings.count >= 9 && findings.allSatisfy { !$0.says.en.isEmpty && !$0.says.zh.isEmpty })
    }
  }

  @Test("A model that diverges is said to, in every table and with the year")
  func diverging() throws {
    let model = TwoPopulations(growth: SIMD2(0.3, 0.3), capacity: SIMD2(10, 10), symbiosis: SIMD2(1.2, 1.1))
    let evolution = try Evolution(of: planted(model, from: SIMD2(1, 2), years: 8))
    guard case .growsBeyondBounds(let time) = evolution.outlook else {
      Issue.record("\(evolution.outlook)")
      return
    }
    #expect(time > 2017 && time < 2040)
    #expect(
      evolution.findings([Phrase("A", zh: "甲"), Phrase("B", zh: "乙")]).contains { $0.says.en.contains("diverges") })
    #expect(!evolution.model.equilibria.contains { $0.place == .both })
    #expect(evolution.divergenceNote?.en.contains("diverges") == true)
    #expect(evolution.yearlySizes.contains { $0.modelled == nil } && evolution.bands.allSatisfy { $0.contains(nil) })
  }

  @Test("The shipped park: enterprises gain more than colleges, as was planted, and both settle")
  func park() throws {
    let evolution = try Evolution(of: shipped("park").inCanonicalOrder())
    #expect(evolution.subjects == ["college", "enterprise"] && evolution.behavior == .asymmetric)
    for (population, planted) in [(0.5, 300.0, 0.15), (0.4, 40, 0.6)].enumerated() {
      let pairs = [
        (evolution.fit.growth(population), planted.0), (evolution.fit.capacity(population), planted.1),
        (evolution.fit.symbiosis(population), planted.2),
      ]
      for (estimate, truth) in pairs {
        // A little beyond 95%: this is one draw.
        let slack = (estimate.high - estimate.low) / 2
        #expect(estimate.low - slack <= truth && truth <= estimate.high + slack, "\(population) \(truth) \(estimate)")
      }
    }
    for (bands, population) in zip(evolution.bands, 0..<2) {
      let own = evolution.yearlySizes.filter { $0.subject == evolution.subjects[population] }
      for (band, size) in zip(bands, own) {
        #expect(size.modelled.map { band?.contains($0) == true } == true)
      }
    }
  }
}
