import KesiNetwork

/// A network and what was noticed while it was read.
public struct NetworkReading: Sendable {
  public let network: Network
  /// The first warnings, in the order of the tables.
  public let warnings: [Problem]
  public let warningCount: Int

  /// The same, with the network as analyses take it: see `Network.inCanonicalOrder()`.
  public func inCanonicalOrder() -> NetworkReading {
    NetworkReading(network: network.inCanonicalOrder(), warnings: warnings, warningCount: warningCount)
  }
}
