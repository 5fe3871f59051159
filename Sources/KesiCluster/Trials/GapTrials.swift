import KesiNetwork

/// How often each gap is found again in networks that may be the true one, given tables that err: how stable it is. That is
/// not how true it is: what is left out of the tables as a whole cannot be seen.
public struct GapTrials: Sendable {
  /// How many networks were looked at.
  public let count: Int
  public let errors: TableErrors
  /// About which share of the rows there should be is missing in the tables.
  public let missingShare: Double
  /// Kinds of gaps that were looked for and not tried, since that would take long.
  public let notTried: [GapKind]
  private let found: [ExactText: Int]

  fileprivate init(
    count: Int, errors: TableErrors, missingShare: Double, notTried: [GapKind], found: [ExactText: Int]
  ) {
    (self.count, self.errors, self.missingShare) = (count, errors, missingShare)
    (self.notTried, self.found) = (notTried, found)
  }

  /// How often a gap was found again; nil where its kind was not tried, or it is none of those that the tables have.
  public func again(_ id: String) -> FoundAgain? {
    found[ExactText(id)].map { FoundAgain(times: $0, trials: count, missingShare: missingShare) }
  }
}

/// How often a gap was found again.
public struct FoundAgain: Sendable, Equatable {
  public let times: Int
  public let trials: Int
  public let missingShare: Double

  /// 0…1
  public var share: Double { trials > 0 ? Double(times) / Double(trials) : 0 }

  /// By how many trials it may be off by chance: a standard error.
  public var error: Double { (Double(trials) * share * (1 - share)).squareRoot() }

  public var certainty: Certainty { Certainty(share) }

  /// `164 of 200 (± 5)`
  public var figures: Phrase {
    let error = Int(error.rounded())
    return Phrase("\(times) of \(trials) (± \(error))", zh: "\(trials) 次中 \(times) 次（± \(error)）")
  }

  /// `found again in 164 of 200 trials (± 5) if about 10 % of the rows are wrong`
  public var sentence: Phrase {
    let (error, rows) = (Int(error.rounded()), Figure.share(missingShare).text)
    return Phrase(
      "found again in \(times) of \(trials) trials (± \(error)) if about \(rows) of the rows are wrong",
      zh: "若约 \(rows) 的记录有误，\(trials) 次试验中有 \(times) 次（± \(error)）仍会出现")
  }
}

/// How far a finding can be built on, given that tables err.
public enum Certainty: String, Term {
  case high, moderate
  case toCheck = "to_check"

  init(_ share: Double) { self = share >= 0.9 ? .high : share >= 0.7 ? .moderate : .toCheck }

  public var chinese: [String] {
    switch self {
    case .high: ["较高"]
    case .moderate: ["一般"]
    case .toCheck: ["待核实"]
    }
  }

  public var label: Phrase { Phrase(self == .toCheck ? "to check" : rawValue, zh: chinese[0]) }
}

extension Analysis {
  /// How often each gap is found again in networks that may be the true one, given tables that err.
  ///
  /// A gap is found again where one of the same id is: of the same kind, in the same chain, about the same actors.
  ///
  /// - Parameters:
  ///   - extent: which kinds are tried; of those, only such as leave enough trials.
  ///   - count: how many networks are looked at, whatever it takes, and all kinds are tried; nil for 200, or fewer where those
  ///     would take some minutes.
  /// - Complexity: that of as many searches for gaps; the same for any number of threads.
  /// - Throws: what finding gaps throws.
  public func trials(
    of errors: TableErrors = TableErrors(), _ extent: Extent = .all, count: Int? = nil
  ) throws -> GapTrials {
    let kinds = kinds(extent)
    let plan = try judged().trialPlan(for: Set(kinds.map(\.cost)))
    let tried = kinds.filter { count != nil || plan.costs.contains($0.cost) }
    let runs = count ?? plan.count
    let ids = try gaps(of: tried).map { ExactText($0.id) }
    let places = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let answers = try self.tried(runs, errors) { analysis in
      Set(try analysis.gaps(of: tried).compactMap { places[ExactText($0.id)] })
    }
    var times = [Int](repeating: 0, count: ids.count)
    for answer in answers { for place in answer { times[place] += 1 } }
    return GapTrials(
      count: runs, errors: errors, missingShare: errors.missingShare(of: network),
      notTried: kinds.filter { !tried.contains($0) },
      found: Dictionary(zip(ids, times), uniquingKeysWith: { first, _ in first }))
  }

  private func trialPlan(for costs: Set<GapKind.Cost>) -> TrialPlan {
    TrialPlan(costs: costs, seconds: secondsToTry) { cost in
      switch cost {
      case .quick: 0
      case .shortestPaths: secondsForPaths
      case .draws: hasTestedGroups ? secondsToDrawAlone : 0
      }
    }
  }
}
