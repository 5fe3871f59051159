import KesiNetwork

/// The cells of a matrix of ties that are not 0, as a file has them.
struct GraphMatrix {
  private struct Cell {
    let row: UInt32
    let column: UInt32
    let value: Double
    let text: Range<Int>
    let line: Int
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

  /// Adds a cell that is 1 without a word that says so.
  mutating func add(_ row: Int, _ column: Int, line: Int) {
    cells.append(Cell(row: UInt32(row), column: UInt32(column), value: 1, text: 0..<0, line: line))
  }

  /// Whether each cell is the same as the one across the diagonal: then ties have no direction.
  private var isSymmetric: Bool {
    var values: [UInt64: Double] = [:]
    for cell in cells { values[UInt64(cell.row) << 32 | UInt64(cell.column)] = cell.value }
    return cells.allSatisfy { values[UInt64($0.column) << 32 | UInt64($0.row)] == $0.value }
  }

  /// A cell as it is handed over: what it joins, what it says, where it stands.
  typealias Body = (
    _ row: Int, _ column: Int, _ value: UnsafeBufferPointer<UInt8>, _ isDirected: Bool, _ line: Int
  ) throws -> Void

  /// Hands over each tie once: those of a symmetric matrix from one side.
  func forEachTie(isHalf: Bool = false, _ body: Body) rethrows {
    let isUndirected = isHalf || isSymmetric
    for cell in cells where isHalf || !isUndirected || cell.row <= cell.column {
      try body(
        Int(cell.row), Int(cell.column), UnsafeBufferPointer(rebasing: text[cell.text]), !isUndirected, cell.line)
    }
  }

  /// Hands over each cell, as what joins a row to a column.
  func forEachCell(_ body: Body) rethrows {
    for cell in cells {
      try body(Int(cell.row), Int(cell.column), UnsafeBufferPointer(rebasing: text[cell.text]), false, cell.line)
    }
  }
}
