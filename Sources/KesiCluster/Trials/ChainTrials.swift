import KesiNetwork

/// How the indices of chains and their ranks vary in networks that may be the true one, given tables that err.
public struct ChainTrials: Sendable {
  public let count: Int
  public let errors: TableErrors
  /// About which share of the rows there should be is missing in the tables.
  public let missingShare: Double
  private let chains: [Int: ChainTrial]

  fileprivate init(count: Int, errors: TableErrors, missingShare: Double, chains: [Int: ChainTrial]) {
    (self.count, self.errors, self.missingShare, self.chains) = (count, errors, missingShare, chains)
  }

  /// - Parameter chain: an index of `Network.chains`.
  /// - Returns: nil for a chain without an index.
  public func chain(_ chain: Int) -> ChainTrial? { chains[chain] }
}

/// What trials say of a chain.
public struct ChainTrial: Sendable, Equatable {
  /// Between what the index lies in nine of ten trials.
  public let index: ClosedRange<Double>
  /// The same of its rank, 1 the weakest.
  public let rank: ClosedRange<Int>
  /// In which share of the trials it is one of the three weakest.
  public let amongWeakest: Double
}

extension ChainTrial {
  static let weakest = 3

  fileprivate init?(_ values: [(index: Double, rank: Int)]) {
    guard let index = ninety(values.map(\.index)), let rank = ninety(values.map(\.rank)) else { return nil }
    (self.index, self.rank) = (index, rank)
    amongWeakest = Double(values.count { $0.rank <= Self.weakest }) / Double(values.count)
  }
}

/// Between what nine of ten lie; nil where there are none.
func ninety<Value: Comparable>(_ values: [Value]) -> ClosedRange<Value>? {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return nil }
  // Less than half on either side, so that the bounds stand in order.
  let cut = sorted.count / 20
  return sorted[cut]...sorted[sorted.count - 1 - cut]
}

extension Analysis {
  /// How the indices of the chosen chains vary in networks that may be the true one, given tables that err.
  ///
  /// - Parameter count: how many networks are looked at; nil for 200, or fewer where those would take some minutes.
  /// - Complexity: that of as many computations of all indices; the same for any number of threads.
  public func chainTrials(of errors: TableErrors = TableErrors(), count: Int? = nil) throws -> ChainTrials {
    let runs = count ?? TrialPlan(costs: [.quick], seconds: secondsToTry) { _ in 0 }.count
    let answers = try tried(runs, errors) { analysis in
      analysis.weakestFirst().compactMap { chain, index in index.value.map { (chain: chain.index, index: $0) } }
    }
    var values: [Int: [(index: Double, rank: Int)]] = [:]
    for answer in answers {
      for (place, item) in answer.enumerated() { values[item.chain, default: []].append((item.index, place + 1)) }
    }
    return ChainTrials(
      count: runs, errors: errors, missingShare: errors.missingShare(of: network),
      chains: values.compactMapValues(ChainTrial.init))
  }
}
