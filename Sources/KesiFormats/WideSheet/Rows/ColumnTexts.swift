import KesiNetwork

/// The texts of a column below its head, each with a number: most columns have few that differ, and what one of them says is
/// worked out once.
struct ColumnTexts: Sendable {
  private let sheet: Sheet
  /// The place of the column in the sheet.
  let column: Int
  /// The row below the head, by its place.
  private let start: Int
  /// Of each row from there on the number of its text.
  private let numbers: [UInt32]
  /// Of each text the row where it stands first.
  private let rows: [UInt32]
  /// How many of them stand in rows of data: these have the first numbers.
  let dataCount: Int
  /// Whether any text, but the empty one, stands in several rows of data.
  let repeats: Bool

  /// - Parameter data: the rows of data.
  /// - Complexity: O(bytes of the column).
  init(of sheet: Sheet, column: Int, data: [Int], below start: Int) {
    (self.sheet, self.column, self.start) = (sheet, column, start)
    var table = NameTable()
    // A sheet has fewer rows than numbers of 32 bits.
    var numbers = [UInt32](repeating: .max, count: max(0, sheet.rowCount - start))
    var rows: [UInt32] = []
    var repeats = false
    func number(_ row: Int) {
      sheet.withBytes(row, column) { bytes in
        let number = table.insert(bytes)
        numbers[row - start] = UInt32(number)
        if number == rows.count { rows.append(UInt32(row)) } else if !bytes.isEmpty { repeats = true }
      }
    }
    for row in data { number(row) }
    (dataCount, self.repeats) = (rows.count, repeats)
    // Rows that are left out may be what 同上 means.
    for row in start..<max(start, sheet.rowCount) where numbers[row - start] == .max { number(row) }
    (self.numbers, self.rows) = (numbers, rows)
  }

  /// How many texts differ.
  var count: Int { rows.count }

  /// The number of the text of a row.
  func number(ofRow row: Int) -> Int { Int(numbers[row - start]) }

  /// A text as the sheet has it.
  subscript(number: Int) -> String { sheet.text(Int(rows[number]), column) }

  /// The texts of rows of data.
  var ofData: some Sequence<String> { (0..<dataCount).lazy.map { self[$0] } }

  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    sheet.withBytes(Int(rows[number]), column, body)
  }
}
