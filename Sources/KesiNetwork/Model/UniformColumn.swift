/// The values of a column, in step with the rows of a table. As long as all rows have the same it takes no room: most
/// columns of most tables are empty.
struct UniformColumn<Value: Equatable & Sendable>: Sendable {
  private let common: Value
  /// Empty where every row has what is common.
  private var values: [Value] = []
  /// For how many rows there is to be room: growing by and by takes up to three times that, if only for a while.
  private var room = 0

  init(_ common: Value) { self.common = common }

  /// Whether every row has what is common.
  var isUniform: Bool { values.isEmpty }

  subscript(row: Int) -> Value { values.isEmpty ? common : values[row] }

  /// Makes room for as many rows as are known to come, as far as the column takes any.
  mutating func reserve(_ rows: Int) {
    room = max(room, rows)
    if !values.isEmpty { values.reserveCapacity(rows) }
  }

  private mutating func begin(_ count: Int) {
    values.reserveCapacity(max(room, count))
    values.append(contentsOf: repeatElement(common, count: count))
  }

  /// Sets the value of a row, or adds that of the next one.
  ///
  /// - Parameter count: how many rows there are before it.
  mutating func put(_ value: Value, at row: Int, of count: Int) {
    if values.isEmpty {
      guard value != common else { return }
      begin(count)
    }
    if row == values.count { values.append(value) } else { values[row] = value }
  }

  /// Adds the values of another column.
  ///
  /// - Parameters:
  ///   - count: how many rows there are before.
  ///   - added: how many rows the other has.
  ///   - change: what each value becomes.
  mutating func append<Other>(
    _ other: UniformColumn<Other>, after count: Int, adding added: Int, _ change: (Other) -> Value
  ) {
    if values.isEmpty {
      guard !other.isUniform || change(other.common) != common, added > 0 else { return }
      begin(count)
    }
    if other.isUniform {
      values.append(contentsOf: repeatElement(change(other.common), count: added))
    } else {
      for value in other.values { values.append(change(value)) }
    }
  }
}

extension UniformColumn {
  /// The same where values stay what they are.
  mutating func append(_ other: Self, after count: Int, adding added: Int) {
    append(other, after: count, adding: added) { $0 }
  }
}
