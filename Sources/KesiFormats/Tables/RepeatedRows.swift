import KesiNetwork

/// Rows that nothing refers to and that may say word for word what an earlier row says: as where a block was pasted twice.
protocol RepeatableRow: NetworkRow, Hashable where Rows == [Self] {
  /// Whether a second row alike says nothing new: a position, a membership is there once. A supply may be there twice.
  static var isOneFact: Bool { get }
  static var rows: WritableKeyPath<Network, [Self]> { get }
  /// Under which column it is said.
  static var repeatedHead: ColumnHead { get }
}

extension Position: RepeatableRow {
  static var isOneFact: Bool { true }
  static var rows: WritableKeyPath<Network, [Position]> { \.positions }
  static var repeatedHead: ColumnHead { heads[0] }
}

extension Membership: RepeatableRow {
  static var isOneFact: Bool { true }
  static var rows: WritableKeyPath<Network, [Membership]> { \.members }
  static var repeatedHead: ColumnHead { MemberColumns.actor.head }
}

extension MarketEntry: RepeatableRow where Side: DescribedSide {
  static var isOneFact: Bool { false }
  static var rows: WritableKeyPath<Network, [MarketEntry]> { Side.entries }
  static var repeatedHead: ColumnHead { column(InputMeaning.item) }
}

extension NetworkReader {
  /// Adds rows, and says with their places which of them repeat an earlier one in every column, those included that are
  /// carried along. What states a fact counts once; of what states an amount both count.
  ///
  /// - Returns: the places of the rows that were left out.
  func joinRepeatable<Row: RepeatableRow>(_ part: TablePart<Row>, _ file: String) -> [Int] {
    var refused: [Int] = []
    var seen = seenRows[Row.table] ?? [:]
    // Held once while it grows.
    seenRows[Row.table] = nil
    defer { seenRows[Row.table] = seen }
    network[keyPath: Row.rows].reserveCapacity(network[keyPath: Row.rows].count + part.rows.count)
    for (place, row) in part.rows.enumerated() {
      var hasher = Hasher()
      hasher.combine(row)
      for column in part.carried { hasher.combine(column[place]) }
      let hash = hasher.finalize()
      if let first = seen[hash] {
        // Others of the same hash are as good as never there; they are not called repeated.
        if network[keyPath: Row.rows][first] == row {
          log.add(Problem(.warning, Row.repeatedHead.place(in: file, row: part.numbers[place]), Row.repeatedMessage))
          if Row.isOneFact {
            refused.append(place)
            continue
          }
        }
      } else {
        seen[hash] = network[keyPath: Row.rows].count
      }
      network[keyPath: Row.rows].append(row)
    }
    return refused
  }
}

extension RepeatableRow {
  fileprivate static var repeatedMessage: Phrase {
    isOneFact
      ? Phrase(
        "this row repeats an earlier one in every column, so the two count once. Delete it; if it means something else, say so in the row.",
        zh: "此行与前面某行各列完全相同，只计一次。请删除；如确为另一项，请填写不同之处。")
      : Phrase(
        "this row repeats an earlier one in every column, and both count: their quantities add up. Delete it if it was entered twice by mistake.",
        zh: "此行与前面某行各列完全相同，两行均计入，数量相加。若属重复填写，请删除。")
  }
}
