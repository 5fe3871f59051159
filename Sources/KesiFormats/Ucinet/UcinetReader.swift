import KesiNetwork

/// Gathers a graph from the DL format of UCINET: matrices, whole or half of them, lists of nodes or of edges, with labels
/// above or among the data. Several matrices are kinds of ties. Rows and columns of different things are two modes.
///
/// A matrix that is the same on both sides of its diagonal gives ties without direction, listed or not. As in UCINET, labels are the same in
/// capitals or not.
///
/// - Source: *UCINET IV Reference Manual*, “The DL language”.
struct UcinetReader {
  private let header: UcinetHeader
  private var rows: Labels
  private var columns: Labels
  private var matrix = 0

  /// What rows or columns are called, and the number of each.
  private struct Labels {
    private(set) var list: [[UInt8]]
    private var places: [String: Int] = [:]
    let count: Int

    init(_ given: [[UInt8]], count: Int, areEmbedded: Bool) {
      self.count = count
      list = given
      if list.isEmpty, !areEmbedded { list = (0..<count).map { Array("\($0 + 1)".utf8) } }
      for (place, label) in list.enumerated() { places[Self.key(label)] = place }
    }

    private static func key(_ label: [UInt8]) -> String { String(decoding: label, as: UTF8.self).lowercased() }

    /// - Throws: `BadShape` where there are as many as may be.
    mutating func place(of label: [UInt8]) throws -> Int {
      if let place = places[Self.key(label)] { return place }
      let text = String(decoding: label, as: UTF8.self)
      guard list.count < count else {
        throw BadShape(
          message: Phrase(
            "“\(text.shortened)” is one label more than the \(count) that the header says. Correct the label or the number.",
            zh: "“\(text.shortened)”超出文件头声明的 \(count) 个标签。请改正标签或数目。"))
      }
      places[Self.key(label)] = list.count
      list.append(label)
      return list.count - 1
    }

    /// Names for those that the data do not name.
    mutating func fill() { while list.count < count { list.append(Array("\(list.count + 1)".utf8)) } }
  }

  static func read(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    let header = try UcinetHeader(&scanner)
    var reader = UcinetReader(header)
    graph.title = header.title
    for matrix in 0..<header.matrices {
      reader.matrix = matrix
      switch header.form {
      case .full, .lower, .upper: try reader.readMatrix(&scanner, &graph)
      case .nodeList, .edgeList: try reader.readList(&scanner, &graph)
      }
    }
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw BadShape(
        message: Phrase(
          "more follows than the header says. Correct n, nr, nc or nm.", zh: "数据多于文件头的声明，请改正 n、nr、nc 或 nm。"))
    }
    try reader.settle(&graph)
  }

  private init(_ header: UcinetHeader) {
    self.header = header
    rows = Labels(header.rowLabels, count: header.rows, areEmbedded: header.areRowLabelsEmbedded)
    columns = Labels(header.columnLabels, count: header.columns, areEmbedded: header.areColumnLabelsEmbedded)
  }

  // MARK: Matrices

  private mutating func readMatrix(_ scanner: inout GraphScanner, _ graph: inout GraphTables) throws {
    var matrix = GraphMatrix(scanner.text)
    var order = Array(0..<header.columns)
    if header.areColumnLabelsEmbedded {
      order = try (0..<header.columns).map { _ in try place(ofColumn: UcinetHeader.label(&scanner)) }
    }
    for row in 0..<header.rows {
      let place = header.areRowLabelsEmbedded ? try self.place(ofRow: UcinetHeader.label(&scanner)) : row
      for column in 0..<header.columns where isGiven(row, column) {
        scanner.skip { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
        let word = scanner.take { $0 > 0x20 && $0 != UInt8(ascii: ",") }
        if word.isEmpty { throw BadShape.expected(Phrase("a number", zh: "数字"), "") }
        try matrix.add(place, order[column], word, line: scanner.line)
      }
    }
    if header.isTwoMode {
      try matrix.forEachCell { try add($0, $1, $2, $3, $4, &graph) }
    } else {
      try matrix.forEachTie(isHalf: header.form != .full) { try add($0, $1, $2, $3, $4, &graph) }
    }
  }

  /// Whether a cell stands in the data.
  private func isGiven(_ row: Int, _ column: Int) -> Bool {
    if row == column { return header.hasDiagonal || header.isTwoMode }
    switch header.form {
    case .lower: return column < row
    case .upper: return column > row
    default: return true
    }
  }

  // MARK: Lists

  /// A tie of a list, with its line.
  private struct Entry {
    let row: Int
    let column: Int
    let value: [UInt8]
    let line: Int
  }

  private mutating func readList(_ scanner: inout GraphScanner, _ graph: inout GraphTables) throws {
    var entries: [Entry] = []
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      // So the data of one matrix are parted from those of the next.
      if scanner.next == UInt8(ascii: "!") {
        scanner.skipLine()
        break
      }
      let line = scanner.line
      var words: [[UInt8]] = []
      while !scanner.isAtLineEnd {
        words.append(try UcinetHeader.label(&scanner))
        scanner.skip { $0 <= 0x20 && $0 != 0x0A && $0 != 0x0D || $0 == UInt8(ascii: ",") }
      }
      try addLine(words, line, to: &entries)
      scanner.skipBlanks()
    }
    let isUndirected = !header.isTwoMode && Self.areMirrored(entries)
    for entry in entries where !isUndirected || entry.row <= entry.column {
      try entry.value.withUnsafeBufferPointer {
        try add(entry.row, entry.column, $0, !isUndirected, entry.line, &graph)
      }
    }
  }

  /// Whether they are a list of a matrix that is the same on both sides. What is no number is refused later.
  private static func areMirrored(_ entries: [Entry]) -> Bool {
    let cells = entries.map { entry -> (row: UInt32, column: UInt32, value: Double) in
      let value = Double(decimal: String(decoding: entry.value, as: UTF8.self)) ?? .nan
      return (UInt32(entry.row), UInt32(entry.column), value)
    }
    return GraphMatrix.isSymmetric(cells)
  }

  private mutating func addLine(_ words: [[UInt8]], _ line: Int, to entries: inout [Entry]) throws {
    guard let first = words.first else { return }
    let row = try end(first, isRow: true)
    let one = Array("1".utf8)
    if header.form == .nodeList {
      for word in words.dropFirst() {
        entries.append(Entry(row: row, column: try end(word, isRow: false), value: one, line: line))
      }
      return
    }
    guard words.count == 2 || words.count == 3 else {
      throw BadShape.expected(
        Phrase("two ends and perhaps a value", zh: "两端及可选的数值"),
        words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
    }
    entries.append(
      Entry(row: row, column: try end(words[1], isRow: false), value: words.count == 3 ? words[2] : one, line: line))
  }

  /// The place of an end: its number, or its label where labels stand among the data.
  private mutating func end(_ word: [UInt8], isRow: Bool) throws -> Int {
    if isRow ? header.areRowLabelsEmbedded : header.areColumnLabelsEmbedded {
      return isRow ? try place(ofRow: word) : try place(ofColumn: word)
    }
    let text = String(decoding: word, as: UTF8.self)
    let count = isRow ? header.rows : header.columns
    guard let number = Int(text), number >= 1, number <= count else {
      throw BadShape.expected(Phrase("a number from 1 to \(count)", zh: "1 至 \(count) 之间的编号"), text)
    }
    return number - 1
  }

  private mutating func place(ofRow label: [UInt8]) throws -> Int { try rows.place(of: label) }

  /// Of one mode rows and columns are the same.
  private mutating func place(ofColumn label: [UInt8]) throws -> Int {
    header.isTwoMode ? try columns.place(of: label) : try rows.place(of: label)
  }

  // MARK: Rows of the network

  private func add(
    _ row: Int, _ column: Int, _ value: UnsafeBufferPointer<UInt8>, _ isDirected: Bool, _ line: Int,
    _ graph: inout GraphTables
  ) throws {
    var kind: [UInt8] = []
    if header.matrices > 1 {
      kind = matrix < header.matrixLabels.count ? header.matrixLabels[matrix] : Array("\(matrix + 1)".utf8)
    }
    // Labels may still come: numbers stand for them.
    try graph.addEntry(
      row, column, value, isDirected: isDirected, isTwoMode: header.isTwoMode, kind: kind, line: line)
  }

  private mutating func settle(_ graph: inout GraphTables) throws {
    rows.fill()
    columns.fill()
    try graph.addNumbered(rows: rows.list, columns: header.isTwoMode ? columns.list : nil)
  }
}
