import KesiNetwork

/// What stands above the data of a DL file of UCINET: how many rows and columns, in which form, what they are called.
struct UcinetHeader {
  enum Form { case full, lower, upper, nodeList, edgeList }

  private(set) var rows = 0
  private(set) var columns = 0
  private(set) var matrices = 1
  /// Whether columns are other things than rows.
  private(set) var isTwoMode = false
  private(set) var form = Form.full
  private(set) var hasDiagonal = true
  private(set) var rowLabels: [[UInt8]] = []
  private(set) var columnLabels: [[UInt8]] = []
  private(set) var matrixLabels: [[UInt8]] = []
  private(set) var areRowLabelsEmbedded = false
  private(set) var areColumnLabelsEmbedded = false
  private(set) var title: String?

  /// Reads up to the line of the data.
  init(_ scanner: inout GraphScanner) throws {
    scanner.skipBlanks()
    guard word(&scanner) == "dl" else { throw BadShape.expected(Phrase("DL", zh: "DL"), "–") }
    while true {
      let name = word(&scanner)
      switch name {
      case "n":
        rows = try count(&scanner)
        columns = rows
      case "nr":
        rows = try count(&scanner)
        isTwoMode = true
      case "nc":
        columns = try count(&scanner)
        isTwoMode = true
      case "nm": matrices = max(1, try count(&scanner))
      case "format": try setForm(word(&scanner))
      case "diagonal", "diag": hasDiagonal = word(&scanner) != "absent"
      case "title":
        skipMarks(&scanner)
        title = String(decoding: try Self.label(&scanner), as: UTF8.self)
      case "labels", "label": try readLabels(&scanner, .both)
      case "row", "rows":
        _ = word(&scanner)
        try readLabels(&scanner, .rows)
      case "col", "column", "columns", "cols":
        _ = word(&scanner)
        try readLabels(&scanner, .columns)
      case "matrix", "level":
        _ = word(&scanner)
        try readLabels(&scanner, .matrices)
      case "data":
        skipMarks(&scanner)
        if isTwoMode, rows == 0 || columns == 0 {
          throw BadShape.expected(Phrase("nr and nc above the data", zh: "数据之前的 nr 与 nc"), "data")
        }
        guard rows > 0 else { throw BadShape.expected(Phrase("n above the data", zh: "数据之前的 n"), "data") }
        return
      case "": throw BadShape.expected(Phrase("data:", zh: "“data:”"), "")
      default:
        throw BadShape.expected(
          Phrase("a word of DL (n, format, labels, data …)", zh: "DL 关键词（n、format、labels、data 等）"), name)
      }
    }
  }

  private enum Axis { case both, rows, columns, matrices }

  private mutating func readLabels(_ scanner: inout GraphScanner, _ axis: Axis) throws {
    skipMarks(&scanner)
    var ahead = scanner
    if word(&ahead) == "embedded" {
      scanner = ahead
      if axis != .columns { areRowLabelsEmbedded = true }
      if axis != .rows { areColumnLabelsEmbedded = true }
      return
    }
    let count: Int
    switch axis {
    case .both, .rows: count = rows
    case .columns: count = columns
    case .matrices: count = matrices
    }
    var labels: [[UInt8]] = []
    for _ in 0..<count { labels.append(try Self.label(&scanner)) }
    switch axis {
    case .both: (rowLabels, columnLabels) = (labels, isTwoMode ? columnLabels : labels)
    case .rows: rowLabels = labels
    case .columns: columnLabels = labels
    case .matrices: matrixLabels = labels
    }
  }

  private mutating func setForm(_ word: String) throws {
    switch word {
    case "fullmatrix", "fm": form = .full
    case "lowerhalf", "lh": form = .lower
    case "upperhalf", "uh": form = .upper
    case "nodelist1", "nl1", "nodelist1b", "nodelist": form = .nodeList
    case "edgelist1", "el1", "edgelist": form = .edgeList
    case "nodelist2", "nl2": (form, isTwoMode) = (.nodeList, true)
    case "edgelist2", "el2": (form, isTwoMode) = (.edgeList, true)
    default:
      throw BadShape(
        message: Phrase(
          "“\(word.shortened)” is a form of DL that Kesi does not read. Write the data as edgelist1 or fullmatrix.",
          zh: "Kesi 尚不能读取“\(word.shortened)”形式的 DL。请改存为 edgelist1 或 fullmatrix。"))
    }
  }

  /// The next word, in small letters.
  private func word(_ scanner: inout GraphScanner) -> String {
    skipMarks(&scanner)
    return String(decoding: scanner.take { !Self.isMark($0) }, as: UTF8.self).lowercased()
  }

  private func count(_ scanner: inout GraphScanner) throws -> Int {
    let word = word(&scanner)
    guard let count = Int(word), (0...scanner.mostDeclared).contains(count) else {
      throw BadShape.expected(Phrase("a number of rows", zh: "行数"), word)
    }
    return count
  }

  private func skipMarks(_ scanner: inout GraphScanner) { scanner.skip(while: Self.isMark) }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: ";")].contains(byte)
  }

  /// The next label: blanks and commas part them, quotes hold one together.
  static func label(_ scanner: inout GraphScanner) throws -> [UInt8] {
    scanner.skip { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    if scanner.next == UInt8(ascii: "\"") {
      scanner.skip()
      return Array(try scanner.take(to: UInt8(ascii: "\"")))
    }
    let label = Array(scanner.take { $0 > 0x20 && $0 != UInt8(ascii: ",") })
    if label.isEmpty { throw BadShape.expected(Phrase("a label", zh: "标签"), "") }
    return label
  }
}
