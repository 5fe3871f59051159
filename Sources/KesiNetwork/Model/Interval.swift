/// Between what and what a number lies: at the lower end what is unknown counts as nothing, at the upper end as all of it.
public struct Interval: Sendable, Equatable {
  public let low: Double
  public let high: Double

  /// Ends that come in the wrong order by rounding are one.
  public init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, max(low, high)) }

  /// A number that is known.
  public init(_ value: Double) { self.init(value, value) }

  /// What nothing is known of, of a share.
  public static let unknown = Interval(0, 1)

  public var width: Double { high - low }
  public var isKnown: Bool { low == high }
  package var known: Double? { isKnown ? low : nil }

  /// The two ends, each by a function that rises.
  package func map(_ body: (Double) -> Double) -> Interval { Interval(body(low), body(high)) }

  package static func + (a: Interval, b: Interval) -> Interval { Interval(a.low + b.low, a.high + b.high) }
  package static func * (factor: Double, interval: Interval) -> Interval {
    Interval(factor * interval.low, factor * interval.high)
  }

  /// The mean; nil where there are none.
  package static func mean(of some: [Interval]) -> Interval? {
    some.isEmpty ? nil : (1 / Double(some.count)) * some.reduce(Interval(0), +)
  }

  /// `0.400`, or `0.400–0.600` where that is all that is known.
  package var text: String {
    let (low, high) = (Figure.index(low).text, Figure.index(high).text)
    return low == high ? low : "\(low)–\(high)"
  }
}
