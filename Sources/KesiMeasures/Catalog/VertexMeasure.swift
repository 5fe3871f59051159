/// A measure with a number for each vertex, by the name that tables and options use.
public struct VertexMeasure: Sendable {
  public let name: String
  /// What the number means, in a line.
  public let summary: String
  public let summaryZh: String
  public let compute: @Sendable (MeasureContext) throws -> MeasureValues
}

/// A measure with a number for each tie: one for each entry of the matrix.
public struct TieMeasure: Sendable {
  public let name: String
  public let summary: String
  public let summaryZh: String
  public let compute: @Sendable (MeasureContext) throws -> MeasureValues
}

/// The numbers of a measure, in the order of the vertices or entries.
public enum MeasureValues: Sendable {
  /// Counts, ids, and 0/1 for no/yes.
  case whole([Int])
  /// Real numbers; NaN where the measure is undefined.
  case real([Double])

  /// The value at an index as a real number; nil where undefined.
  public subscript(index: Int) -> Double? {
    switch self {
    case .whole(let values): Double(values[index])
    case .real(let values): values[index].isNaN ? nil : values[index]
    }
  }
}
