import KesiNetwork

/// The cells of a matrix of ties that are not 0, as a file has them.
struct GraphMatrix {
  private struct Cell {
    let row: UInt32
    let column: UInt32
    let value: Double
    /// Where it is written; nil where it is not written as programs write numbers.
    let text: Range<Int>?
    let line: Int
  }

  /// Whether a file that is a matrix and its labels has a column of actors or ties.
  @Sendable static func holds(_ head: ColumnHead) -> Bool {
    [ActorColumns.id.head, TieColumns.source.head, TieColumns.target.head, TieColumns.weight.head].contains {
      $0.isSame(as: head)
    }
  }

  private var cells: [Cell] = []
  private let text: UnsafeBufferPointer<UInt8>

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// - Throws: `BadShape` where the word is no number.
  mutating func add(_ row: Int, _ column: Int, _ word: UnsafeBufferPointer<UInt8>, line: Int) throws {
    let string = String(decoding: word, as: UTF8.self)
    guard let value = Double(decimal: string), value.isFinite else {
      throw BadShape.expected(Phrase("a number", zh: "数字"), string)
    }
    guard value != 0, let base = text.baseAddress, let start = word.baseAddress else { return }
    let place = start - base
    cells.append(
      Cell(row: UInt32(row), column: UInt32(column), value: value, text: place..<place + word.count, line: line))
  }

  /// Adds a cell whose number is written in another way than programs write them.
  mutating func add(_ row: Int, _ column: Int, _ value: Double, line: Int) {
    guard value != 0 else { return }
    cells.append(Cell(row: UInt32(row), column: UInt32(column), value: value, text: nil, line: line))
  }

  /// Adds a cell that is 1 without a word that says so.
  mutating func add(_ row: Int, _ column: Int, line: Int) {
    cells.append(Cell(row: UInt32(row), column: UInt32(column), value: 1, text: 0..<0, line: line))
  }

  /// Whether each cell is the same as the one across the diagonal: then ties have no direction. Entries of one cell
  /// add up.
  static func isSymmetric(_ entries: some Sequence<(row: UInt32, column: UInt32, value: Double)>) -> Bool {
    var sums: [UInt64: Double] = [:]
    for entry in entries { sums[UInt64(entry.row) << 32 | UInt64(entry.column), default: 0] += entry.value }
    return sums.allSatisfy { cell, sum in sums[cell << 32 | cell >> 32] == sum }
  }

  /// A cell as it is handed over: what it joins, what it says (nothing where it is 1 without a word), where it
  /// stands.
  typealias Body = (
    _ row: Int, _ column: Int, _ value: UnsafeBufferPointer<UInt8>, _ isDirected: Bool, _ line: Int
  ) throws -> Void

  /// Hands over each tie once: those of a symmetric matrix from one side.
  func forEachTie(isHalf: Bool = false, _ body: Body) throws {
    let isUndirected =
      isHalf || Self.isSymmetric(cells.lazy.map { (row: $0.row, column: $0.column, value: $0.value) })
    for cell in cells where isHalf || !isUndirected || cell.row <= cell.column {
      try hand(cell, isDirected: !isUndirected, to: body)
    }
  }

  /// Hands over each cell, as what joins a row to a column.
  func forEachCell(_ body: Body) throws {
    for cell in cells { try hand(cell, isDirected: false, to: body) }
  }

  private func hand(_ cell: Cell, isDirected: Bool, to body: Body) throws {
    if let place = cell.text {
      try body(Int(cell.row), Int(cell.column), UnsafeBufferPointer(rebasing: text[place]), isDirected, cell.line)
    } else {
      try Array(cell.value.plain.utf8).withUnsafeBufferPointer {
        try body(Int(cell.row), Int(cell.column), $0, isDirected, cell.line)
      }
    }
  }
}
