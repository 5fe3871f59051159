import KesiNetwork

/// What came of reading a network, whether it can be used or not: what there is to check.
public struct CheckedReading: Sendable {
  /// Nil where it cannot be used.
  public let network: Network?
  /// The first errors, then the first of what is no error.
  public let problems: [Problem]
  public let errorCount: Int
  public let warningCount: Int
  /// How what was read was understood.
  public let remarks: [Remark]

  public init(_ reading: NetworkReading) {
    network = reading.network
    problems = reading.warnings
    (errorCount, warningCount) = (0, reading.warningCount)
    remarks = reading.remarks
  }

  /// A network of which nothing was noticed.
  package init(of network: Network) { self.init(NetworkReading(network: network, warnings: [], warningCount: 0)) }

  public init(_ failure: BadData) {
    network = nil
    problems = failure.problems + failure.warnings
    (errorCount, warningCount) = (failure.count, failure.warningCount)
    remarks = failure.remarks
  }

  /// How many problems there are beyond those that are listed.
  public var unlistedCount: Int { errorCount + warningCount - problems.count }
}
