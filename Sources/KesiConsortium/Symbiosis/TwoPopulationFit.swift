import KesiMatrix
import KesiMeasures

/// The yearly sizes of a population, in the order of the years.
public struct PopulationSeries: Sendable, Equatable {
  public let years: [Int]
  /// Above 0, one a year.
  public let values: [Double]

  public init(years: [Int], values: [Double]) { (self.years, self.values) = (years, values) }
}

/// The two populations whose course comes nearest to what was observed.
///
/// Errors are taken to be shares of what is observed, so logarithms are compared: least squares over both courses as wholes,
/// from where they begin.
public struct TwoPopulationFit: Sendable {
  public let model: TwoPopulations
  /// The first year of either series, and how large both are in it by the model.
  public let firstYear: Int
  public let start: SIMD2<Double>
  /// How far observations are from the course: the standard deviation of their logarithms, about a share of them.
  public let noise: Double
  /// Observations beyond the parameters.
  let freedom: Int
  /// Logarithms of growth and capacity, coefficients as they are, logarithms of the start.
  let parameters: [Double]
  let covariance: [[Double]]

  static let parameterCount = 8

  /// Where the numbers of the first population stand among the parameters; those of the second come after.
  private enum Place: Int {
    case growth = 0
    case capacity = 2
    case symbiosis = 4
    case start = 6
  }

  /// - Returns: nil where no course comes near, or the years do not tell the parameters apart.
  public init?(_ first: PopulationSeries, _ second: PopulationSeries) {
    let observed = Observed(first, second)
    let search = LevenbergMarquardt(residuals: observed.residuals)
    var quick = search
    quick.mostRounds = 12
    var best: LevenbergMarquardt.Result?
    for start in observed.likelyStarts {
      guard let found = quick.least(from: start) else { continue }
      if found.sum < best?.sum ?? .infinity { best = found }
    }
    guard let near = best, let least = search.least(from: near.parameters), least.isSettled,
      let slopes = search.slopes(at: least.parameters),
      let system = SymmetricSystem(LevenbergMarquardt.normal(slopes, least.residuals).0)
    else { return nil }
    freedom = least.residuals.count - Self.parameterCount
    guard freedom > 0 else { return nil }
    let variance = least.sum / Double(freedom)
    parameters = least.parameters
    noise = variance.squareRoot()
    covariance = system.inverse.map { $0.map { $0 * variance } }
    (model, start) = Self.model(parameters)
    firstYear = observed.first
  }

  static func model(_ parameters: [Double]) -> (TwoPopulations, start: SIMD2<Double>) {
    func pair(_ place: Place, _ shown: (Double) -> Double = exponential) -> SIMD2<Double> {
      SIMD2(shown(parameters[place.rawValue]), shown(parameters[place.rawValue + 1]))
    }
    let model = TwoPopulations(
      growth: pair(.growth), capacity: pair(.capacity), symbiosis: pair(.symbiosis) { $0 })
    return (model, pair(.start))
  }
}

/// What was observed of two populations, and how far courses are from it.
private struct Observed {
  let first: Int
  /// The years in which either was observed, from the first on.
  private let times: [Double]
  /// For each observation the place of its year, the population and the logarithm.
  private let points: [(time: Int, population: Int, logarithm: Double)]
  private let series: [PopulationSeries]

  /// No population grows or shrinks faster, settles further from what was seen, or is helped or hindered more.
  private static let bounds = (growth: -9.0...3.0, reach: 5.0, symbiosis: 30.0)

  init(_ one: PopulationSeries, _ other: PopulationSeries) {
    series = [one, other]
    let years = Set(one.years + other.years).sorted()
    first = years.first ?? 0
    times = years.map { [first] in Double($0 - first) }
    var place: [Int: Int] = [:]
    for (index, year) in years.enumerated() { place[year] = index }
    points = series.enumerated().flatMap { number, series in
      zip(series.years, series.values).map { (place[$0] ?? 0, number, naturalLogarithm($1)) }
    }
  }

  @Sendable func residuals(_ p: [Double]) -> [Double]? {
    guard p.allSatisfy(\.isFinite), Self.bounds.growth.contains(p[0]), Self.bounds.growth.contains(p[1]),
      isNear(p[2], 0), isNear(p[3], 1), isNear(p[6], 0), isNear(p[7], 1), abs(p[4]) <= Self.bounds.symbiosis,
      abs(p[5]) <= Self.bounds.symbiosis
    else { return nil }
    var method = DormandPrince()
    (method.relative, method.mostSteps) = (1e-9, 3000)
    let (model, start) = TwoPopulationFit.model(p)
    guard let course = try? model.course(at: times, from: start, at: 0, by: method) else { return nil }
    var residuals: [Double] = []
    residuals.reserveCapacity(points.count)
    for point in points {
      let size = course[point.time][point.population]
      guard size > 0 else { return nil }
      residuals.append(naturalLogarithm(size) - point.logarithm)
    }
    return residuals
  }

  private func isNear(_ logarithm: Double, _ population: Int) -> Bool {
    let logs = points.lazy.filter { $0.population == population }.map(\.logarithm)
    guard let low = logs.min(), let high = logs.max() else { return false }
    return logarithm >= low - Self.bounds.reach && logarithm <= high + Self.bounds.reach
  }

  private static let mostStarts = 4

  /// Those of ``starts`` whose courses are nearest.
  var likelyStarts: [[Double]] {
    let all = starts.compactMap { start in
      residuals(start).map { (start: start, sum: $0.reduce(0) { $0 + $1 * $1 }) }
    }
    return all.sorted { $0.sum < $1.sum }.prefix(Self.mostStarts).map(\.start)
  }

  /// Where a search may set out: from the growth that single years show, and from populations that help or hinder each other.
  private var starts: [[Double]] {
    let begins = series.map { naturalLogarithm($0.values.first ?? 1) }
    let tops = series.map { $0.values.max() ?? 1 }
    var starts: [[Double]] = []
    let shown = [0, 1].map { growthShown(of: series[$0], beside: series[1 - $0]) }
    if let one = shown[0], let other = shown[1] {
      let model = SIMD2(one.symbiosis * other.capacity, other.symbiosis * one.capacity)
      starts.append(
        [
          naturalLogarithm(one.growth), naturalLogarithm(other.growth), naturalLogarithm(one.capacity),
          naturalLogarithm(other.capacity), min(5, max(-5, model.x)), min(5, max(-5, model.y)),
        ] + begins)
    }
    for growth in [0.2, 0.6, 1.5] {
      for (a, b) in [(0.0, 0.0), (0.3, 0.3), (-0.4, -0.4), (0.4, -0.4), (-0.4, 0.4)] {
        let together = TwoPopulations(growth: SIMD2(1, 1), capacity: SIMD2(1, 1), symbiosis: SIMD2(a, b)).together
        let share = together ?? SIMD2(1, 1)
        let rate = naturalLogarithm(growth)
        starts.append(
          [rate, rate, naturalLogarithm(tops[0] / share.x), naturalLogarithm(tops[1] / share.y), a, b] + begins)
      }
    }
    return starts
  }

  /// Growth, capacity alone, and what one of the other adds to it, from the growth from year to year: linear least squares.
  private func growthShown(
    of own: PopulationSeries, beside other: PopulationSeries
  ) -> (growth: Double, capacity: Double, symbiosis: Double)? {
    var rows: [(x: [Double], y: Double)] = []
    for place in own.years.indices.dropLast() {
      let (begin, end) = (own.years[place], own.years[place + 1])
      let (a, b) = (own.values[place], own.values[place + 1])
      guard let c = Self.size(of: other, in: begin), let d = Self.size(of: other, in: end), end > begin else {
        continue
      }
      let growth = naturalLogarithm(b / a) / Double(end - begin)
      rows.append(([1, (a + b) / 2, (c + d) / 2], growth))
    }
    guard rows.count >= 3 else { return nil }
    let columns = (0..<3).map { column in rows.map { $0.x[column] } }
    let (square, right) = LevenbergMarquardt.normal(columns, rows.map(\.y))
    guard let found = SymmetricSystem(square)?.solution(of: right), found[0] > 1e-3, found[1] < 0 else { return nil }
    return (found[0], -found[0] / found[1], found[2] / found[0])
  }

  /// Between two years of a series as its growth is even; nil outside of it.
  private static func size(of series: PopulationSeries, in year: Int) -> Double? {
    guard let after = series.years.firstIndex(where: { $0 >= year }) else { return nil }
    if series.years[after] == year { return series.values[after] }
    guard after > 0 else { return nil }
    let share = Double(year - series.years[after - 1]) / Double(series.years[after] - series.years[after - 1])
    let (a, b) = (naturalLogarithm(series.values[after - 1]), naturalLogarithm(series.values[after]))
    return exponential(a + share * (b - a))
  }
}

extension TwoPopulationFit {
  /// r of a population, 0 or 1.
  public func growth(_ population: Int) -> Estimate { estimate(.growth, population, exponential) }
  /// N of a population.
  public func capacity(_ population: Int) -> Estimate { estimate(.capacity, population, exponential) }
  /// What the other adds to a population: δ₁₂ of the first, δ₂₁ of the second.
  public func symbiosis(_ population: Int) -> Estimate { estimate(.symbiosis, population) { $0 } }

  private func estimate(_ place: Place, _ population: Int, _ shown: (Double) -> Double) -> Estimate {
    let index = place.rawValue + population
    let reach = StudentT(freedom: freedom).quantile(0.975) * covariance[index][index].squareRoot()
    return Estimate(
      value: shown(parameters[index]), low: shown(parameters[index] - reach), high: shown(parameters[index] + reach))
  }

  /// Both coefficients as they may be as well, by how sure they are.
  func drawnSymbiosis(by random: inout SplitMix) -> SIMD2<Double> {
    let (first, second) = (Place.symbiosis.rawValue, Place.symbiosis.rawValue + 1)
    let deviation = covariance[first][first].squareRoot()
    let shared = deviation > 0 ? covariance[first][second] / deviation : 0
    let own = max(0, covariance[second][second] - shared * shared).squareRoot()
    let (a, b) = random.normalPair()
    return SIMD2(parameters[first] + deviation * a, parameters[second] + shared * a + own * b)
  }
}
