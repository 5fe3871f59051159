import KesiNetwork

/// Whether the column of weights is one, which only all parts of a table tell: where no cell of it is a number, or one is
/// below 0, it is an attribute that happens to be called so; else each word in it is an error.
struct WeightsSeen {
  private var (hasNumber, hasNegative) = (false, false)
  /// What the column is called, and where the first cell is that is no weight.
  private var fault: (title: ExactText, line: Int)?

  /// Looks at the next part.
  ///
  /// - Parameters:
  ///   - errors: those of the part that are known.
  ///   - isWrong: whether there are any, known or not.
  mutating func add<Row>(_ columns: GraphColumns<Row>, _ errors: some Sequence<Problem>, isWrong: Bool) {
    let weight = TieColumns.weight.head.id
    guard let used = columns.layout.used.first(where: { $0.column.head.id == weight }) else { return }
    let rows = columns.rows
    func number(_ row: Int) -> Double? {
      guard !rows.isEmpty(row, used.place) else { return nil }
      // Infinity is no weight, but meant as one.
      return Double(decimal: rows.text(row, used.place)).flatMap { $0.isNaN ? nil : $0 }
    }
    if !hasNumber { hasNumber = (0..<rows.rowCount).contains { number($0) != nil } }
    guard isWrong else { return }
    if !hasNegative { hasNegative = (0..<rows.rowCount).contains { number($0).map { $0 < 0 && $0.isFinite } ?? false } }
    guard fault == nil else { return }
    for case .cell(_, let row, weight, _) in errors.lazy.map(\.place) {
      fault = (ExactText(used.title), row ?? 1)
      return
    }
  }

  /// The column with its first line that shows it, where it is none of weights after all.
  var misread: [ExactText: Int] {
    guard let fault, !hasNumber || hasNegative else { return [:] }
    return [fault.title: fault.line]
  }
}
