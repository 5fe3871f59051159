import KesiNetwork

/// A network and what was noticed while it was read.
public struct NetworkReading: Sendable {
  public internal(set) var network: Network
  /// The first warnings, in the order of the tables.
  public internal(set) var warnings: [Problem]
  public internal(set) var warningCount: Int
  /// What was understood of each table: its encoding, separator and columns, and what was guessed.
  public var remarks: [Remark] = []
  /// Where it was made of something that is no network by itself: of what, and who has a say in how. Said wherever it is read.
  public var origin: Remark?
  /// Of each table the numbers of its rows, as a spreadsheet counts, where they were to be kept.
  var rowNumbers: [Table: [Int]] = [:]

  /// The same, with the network as analyses take it: see `Network.inCanonicalOrder()`.
  public func inCanonicalOrder() -> NetworkReading {
    NetworkReading(
      network: network.inCanonicalOrder(), warnings: warnings, warningCount: warningCount, remarks: remarks,
      origin: origin)
  }
}
