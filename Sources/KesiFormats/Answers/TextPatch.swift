/// A text of rows in which cells are replaced, from the first row to the last.
struct TextPatch {
  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  /// How the lines of the text end.
  private let lineEnd: [UInt8]
  private var taken = 0
  private var written: [UInt8]

  /// - Parameter mark: what stands before the text.
  init(_ mark: [UInt8], _ text: UnsafeBufferPointer<UInt8>, separator: UInt8) {
    (self.text, self.separator, written) = (text, separator, mark)
    let first = text.firstIndex { $0 == 0x0A || $0 == 0x0D }
    let isPair = first.map { text[$0] == 0x0D && $0 + 1 < text.count && text[$0 + 1] == 0x0A } ?? false
    lineEnd = isPair ? [0x0D, 0x0A] : first.map { [text[$0]] } ?? [0x0A]
  }

  /// Puts texts into cells of a row; cells that it does not reach are added at its end.
  mutating func fill(_ record: Record, _ cells: [(column: Int, text: String)]) {
    var end = record.count
    for (column, cell) in cells.sorted(by: { $0.column < $1.column }) {
      let field = cell.asField(between: Unicode.Scalar(separator)).utf8
      if column < record.count {
        let old = record[column]
        let quotes = old.isQuoted ? 1 : 0
        take(upTo: old.start - quotes)
        written += field
        taken = old.end + quotes
      } else {
        let last = record[record.count - 1]
        take(upTo: max(taken, last.end + (last.isQuoted ? 1 : 0)))
        written += [UInt8](repeating: separator, count: column + 1 - end)
        written += field
        end = column + 1
      }
    }
  }

  /// Adds a row behind all others.
  mutating func append(_ cells: [String]) {
    take(upTo: text.count)
    if let last = written.last, last != 0x0A, last != 0x0D { written += lineEnd }
    let line = cells.map { $0.asField(between: Unicode.Scalar(separator)) }
    written += Array(line.joined(separator: String(Unicode.Scalar(separator))).utf8) + lineEnd
  }

  var bytes: [UInt8] { written + text[taken...] }

  private mutating func take(upTo end: Int) {
    written += text[taken..<end]
    taken = end
  }
}
