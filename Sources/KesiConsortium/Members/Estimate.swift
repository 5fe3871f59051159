/// A number that was found from samples or observations, with the interval that holds the true one with a confidence of 95 %.
public struct Estimate: Sendable, Equatable {
  public let value: Double
  public let low: Double
  public let high: Double

  init(value: Double, low: Double, high: Double) { (self.value, self.low, self.high) = (value, low, high) }

  /// A number that is exact.
  init(_ value: Double) { self.init(value: value, low: value, high: value) }
}
