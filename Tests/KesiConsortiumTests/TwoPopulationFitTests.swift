import KesiMatrix
import Testing

@testable import KesiConsortium
@testable import KesiMeasures

@Suite("Two populations found in yearly sizes")
struct TwoPopulationFitTests {
  @Test("Quantiles of t are SciPy's", arguments: TrajectoryFixture.shared.quantiles)
  func quantiles(expected: [Double]) {
    #expect(abs(StudentT(freedom: Int(expected[0])).quantile(0.975) - expected[1]) < 1e-8)
    // One degree of freedom and very many: SciPy's, too.
    #expect(abs(StudentT(freedom: 1).quantile(0.975) - 12.706204736174694) < 1e-9)
    #expect(abs(StudentT(freedom: 1999).quantile(0.975) - 1.9611514201705613) < 1e-9)
  }

  @Test("Coefficients and their errors are those that SciPy finds, though years are missing")
  func scipy() throws {
    let expected = TrajectoryFixture.shared.fit
    let series = (0..<2).map {
      PopulationSeries(years: expected.years[$0].map { $0 + 2000 }, values: expected.values[$0])
    }
    let fit = try #require(TwoPopulationFit(series[0], series[1]))
    for (place, value) in expected.parameters.enumerated() {
      #expect(abs(fit.parameters[place] - value) < 1e-4 * (1 + abs(value)), "\(place)")
      #expect(abs(fit.covariance[place][place].squareRoot() / expected.errors[place] - 1) < 1e-3, "\(place)")
    }
    #expect(abs(fit.noise - expected.noise) < 1e-6 && fit.firstYear == 2000)
  }

  /// Yearly sizes by a model, with errors of so large a share.
  static func observed(
    _ model: TwoPopulations, from start: SIMD2<Double>, years: Int, noise: Double, stream: Int
  ) throws -> [PopulationSeries] {
    var random = SplitMix(seed: 11, use: "observations", stream: stream)
    let course = try model.course(at: (0..<years).map(Double.init), from: start, at: 0)
    let errors = course.map { _ in random.normalPair() }
    return (0..<2).map { population in
      PopulationSeries(
        years: Array(2000..<2000 + years),
        values: course.indices.map { year in
          let error = population == 0 ? errors[year].0 : errors[year].1
          return course[year][population] * exponential(noise * error)
        })
    }
  }

  static let planted: [(model: TwoPopulations, start: SIMD2<Double>)] = [
    (TwoPopulations(growth: SIMD2(0.6, 0.4), capacity: SIMD2(100, 2000), symbiosis: SIMD2(0.4, 0.2)), SIMD2(10, 150)),
    (TwoPopulations(growth: SIMD2(0.5, 0.5), capacity: SIMD2(100, 50), symbiosis: SIMD2(0.6, 0)), SIMD2(5, 10)),
    (TwoPopulations(growth: SIMD2(0.7, 0.5), capacity: SIMD2(1e-3, 50), symbiosis: SIMD2(0.5, -0.4)), SIMD2(1e-4, 20)),
    (TwoPopulations(growth: SIMD2(0.7, 0.5), capacity: SIMD2(100, 5e9), symbiosis: SIMD2(-0.5, -0.4)), SIMD2(10, 2e9)),
  ]

  @Test("Coefficients that were planted are found where there are no errors", arguments: 0..<4)
  func recovery(place: Int) throws {
    let (model, start) = Self.planted[place]
    let series = try Self.observed(model, from: start, years: 12, noise: 0, stream: 0)
    let fit = try #require(TwoPopulationFit(series[0], series[1]))
    for population in 0..<2 {
      #expect(abs(fit.symbiosis(population).value - model.symbiosis[population]) < 1e-4)
      #expect(abs(fit.growth(population).value / model.growth[population] - 1) < 1e-4)
      #expect(abs(fit.capacity(population).value / model.capacity[population] - 1) < 1e-4)
    }
  }

  @Test("Intervals of 95% hold what was planted in 95 of 100 draws", arguments: 0..<4)
  func coverage(place: Int) throws {
    let (model, start) = Self.planted[place]
    let draws = 250
    var held = [0, 0, 0, 0, 0, 0]
    for stream in 0..<draws {
      let series = try Self.observed(model, from: start, years: 14, noise: 0.02, stream: stream)
      let fit = try #require(TwoPopulationFit(series[0], series[1]), "\(stream)")
      for population in 0..<2 {
        let pairs = [
          (fit.growth(population), model.growth[population]), (fit.capacity(population), model.capacity[population]),
          (fit.symbiosis(population), model.symbiosis[population]),
        ]
        for (number, (estimate, truth)) in pairs.enumerated() where estimate.low <= truth && truth <= estimate.high {
          held[2 * number + population] += 1
        }
      }
    }
    // 95% ± 3 standard errors of so many draws.
    for count in held {
      #expect(Double(count) / Double(draws) >= 0.909 && Double(count) / Double(draws) <= 0.992, "\(held)")
    }
  }

  @Test("Years that tell nothing give no model: too few, and a population that stays as it is")
  func nothing() {
    let few = PopulationSeries(years: [2000, 2001, 2002, 2003], values: [1, 2, 3, 4])
    #expect(TwoPopulationFit(few, few) == nil)
    let years = Array(2000..<2012)
    let constant = PopulationSeries(years: years, values: years.map { _ in 5 })
    #expect(TwoPopulationFit(constant, constant) == nil)
  }
}
