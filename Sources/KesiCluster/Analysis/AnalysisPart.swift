/// Something that an analysis computes once. Declared beside what computes it, so that the analysis need not know of chains,
/// draws or gaps: what is added to it is added in one file.
protocol AnalysisPart {
  associatedtype Value
  associatedtype Failure: Error = Never
  static func value(of analysis: Analysis) throws(Failure) -> Value
}

/// A value that is kept among others.
final class Kept<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}
