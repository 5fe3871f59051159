import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Which way a symbiosis of two populations develops: the model that comes nearest to their yearly sizes, what it settles at,
/// and what would make it symmetric.
public struct Evolution: Sendable {
  /// What `history.csv` calls the two.
  public let subjects: [String]
  public let series: [PopulationSeries]
  public let fit: TwoPopulationFit
  /// Who gains by the coefficients of the model, as by benefits.
  public let behavior: BehaviorMode
  /// In which share of the models that the observations leave open it is so.
  public let certainty: Double
  /// Whether it is so in most of them: else the years do not tell, nor where the course goes.
  public var isTold: Bool { certainty >= 0.5 }
  private let thresholds: Thresholds

  /// Models that are drawn for ``certainty``.
  private static let draws = 2000

  /// - Throws: `UnknownWord` where the network has no such populations, `BadData` where their years tell no model.
  public init(of network: Network, subjects words: [String]? = nil, during period: Period = Period()) throws {
    let populations = try network.populations(called: words, during: period)
    (subjects, series) = (populations.map(\.0), populations.map(\.1))
    guard let fit = TwoPopulationFit(series[0], series[1]) else {
      throw BadData([
        Problem(
          .error, HistoryColumns.value.head.place(in: Table.history.file, row: nil),
          Phrase(
            "no model of two populations follows from these years of “\(subjects[0].shortened)” and “\(subjects[1].shortened)”: several come as near, or none does. More years, or years of stronger growth, may tell.",
            zh:
              "由“\(subjects[0].shortened)”与“\(subjects[1].shortened)”的这些年份得不出两个种群的模型：多个模型同样接近，或都不接近。补充年份，特别是增长较快的年份，或可判断。"
          ))
      ])
    }
    self.fit = fit
    thresholds = network.profile.thresholds
    let thresholds = thresholds
    let mode = { (symbiosis: SIMD2<Double>) in BehaviorMode(gains: symbiosis.x, symbiosis.y, by: thresholds) }
    let behavior = mode(fit.model.symbiosis)
    self.behavior = behavior
    var random = SplitMix(seed: 1, use: "symbiosis")
    let same = (0..<Self.draws).count { _ in mode(fit.drawnSymbiosis(by: &random)) == behavior }
    certainty = Double(same) / Double(Self.draws)
  }

  public var model: TwoPopulations { fit.model }
  /// The years in which either was observed, from the first to the last.
  public var years: ClosedRange<Int> {
    let last = series.compactMap(\.years.last).max() ?? fit.firstYear
    return fit.firstYear...max(fit.firstYear, last)
  }

  /// Where the course goes that the two are on.
  public enum Outlook: Sendable, Equatable {
    case settles(Equilibrium)
    /// Beyond `DormandPrince.most` times what their surroundings hold, from this time on.
    case growsBeyondBounds(from: Double)
    /// It comes to nothing stable that could be told.
    case open
  }

  public var outlook: Outlook {
    // In so many times the slowest growth nothing is left of where a course began.
    let slowest = min(model.growth.x, model.growth.y)
    let horizon = Double(years.upperBound - years.lowerBound) + 1000 / slowest
    let (course, failure) = model.course(
      from: fit.start, at: 0, to: horizon, every: horizon / 8)
    if case .diverges(let time)? = failure { return .growsBeyondBounds(from: Double(fit.firstYear) + time) }
    guard failure == nil, let end = course.last?.state else { return .open }
    let nearest = model.equilibria.min { distance($0.state, end) < distance($1.state, end) }
    guard let nearest, distance(nearest.state, end) < 1e-3, nearest.stability != .saddle,
      nearest.stability != .unstable
    else { return .open }
    return .settles(nearest)
  }

  private func distance(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let share = (a - b) / model.capacity
    return max(abs(share.x), abs(share.y))
  }

  /// The smaller coefficient as it would have to be.
  public struct Remedy: Sendable, Equatable {
    /// The population that would have to gain more: 0 or 1.
    public let population: Int
    /// The least coefficient with which the two gain alike.
    public let coefficient: Double
    /// How large both would get; nil where they would feed each other beyond bounds.
    public let state: SIMD2<Double>?
  }

  /// What coefficient would make the symbiosis symmetric mutual; nil where it is, and where neither gains, so that both would
  /// have to.
  public var remedy: Remedy? {
    let symbiosis = model.symbiosis
    let population = symbiosis.x < symbiosis.y ? 0 : 1
    let most = symbiosis[1 - population]
    guard behavior != .symmetric, most > 0 else { return nil }
    var better = model
    let coefficient = most * thresholds.symmetricShare / (1 - thresholds.symmetricShare)
    better.symbiosis[population] = coefficient
    return Remedy(
      population: population, coefficient: coefficient,
      state: better.feedsItself ? nil : better.together.map { $0 * better.capacity })
  }
}

/// How large a population was in a year, and is by the model.
public struct YearlySize: Sendable {
  public let year: Int
  public let subject: String
  /// Nil where nothing was observed.
  public let observed: Double?
  /// Nil where the model diverges.
  public let modelled: Double?
}

extension Evolution {
  /// The years that are shown: those observed, and as many after them.
  package var shownYears: ClosedRange<Int> { years.lowerBound...years.upperBound + years.count }

  /// Both populations, year by year.
  public var yearlySizes: [YearlySize] {
    let (course, _) = model.course(
      from: fit.start, at: 0, to: Double(shownYears.count - 1), every: 1)
    return [0, 1].flatMap { population in
      shownYears.enumerated().map { number, year in
        YearlySize(
          year: year, subject: subjects[population],
          observed: series[population].years.firstIndex(of: year).map { series[population].values[$0] },
          modelled: number < course.count ? course[number].state[population] : nil)
      }
    }
  }
}
