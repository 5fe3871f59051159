import KesiNetwork

/// A row and a column of sums beside a matrix, which are no actors, held against what they should sum up.
struct MatrixSums {
  private var rows: [Double]
  private var columns: [Double]
  private var stated: [(isRow: Bool, place: Int, value: Double, line: Int)] = []
  private var first: (name: String, line: Int)?

  init(order: Int) {
    rows = [Double](repeating: 0, count: order)
    columns = rows
  }

  mutating func add(_ row: Int, _ column: Int, _ value: Double) {
    rows[row] += value
    columns[column] += value
  }

  mutating func stateRow(_ row: Int, _ value: Double?, at line: Int, _ name: String) {
    first = first ?? (name, line)
    if let value { stated.append((true, row, value, line)) }
  }

  mutating func stateColumn(_ column: Int, _ value: Double?, at line: Int, _ name: String) {
    first = first ?? (name, line)
    if let value { stated.append((false, column, value, line)) }
  }

  /// That sums are left out; where they are none, of what row or column.
  func problem(_ file: String) -> Problem? {
    guard let first else { return nil }
    let wrong = stated.first { found in
      let sum = found.isRow ? rows[found.place] : columns[found.place]
      return abs(sum - found.value) > 1e-6 * max(1, abs(sum))
    }
    guard let wrong else {
      return Problem(
        .warning, .line(file: file, first.line),
        Phrase(
          "“\(first.name.shortened)” is no actor but sums up the others, and is left out.",
          zh: "“\(first.name.shortened)”为合计，不是主体，已略去。"))
    }
    let sum = (wrong.isRow ? rows[wrong.place] : columns[wrong.place]).plain
    return Problem(
      .warning, .line(file: file, wrong.line),
      Phrase(
        "“\(first.name.shortened)” is taken for sums and left out, but says \(wrong.value.plain) where the numbers of the matrix make \(sum). Correct the one or the other; give it another name if it is an actor.",
        zh:
          "“\(first.name.shortened)”按合计略去，但其中的 \(wrong.value.plain) 与矩阵各数之和 \(sum) 不符。请核对；如确为主体，请改用其他名称。"))
  }
}
