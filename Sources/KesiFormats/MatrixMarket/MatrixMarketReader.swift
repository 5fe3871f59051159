import KesiNetwork

/// Gathers a graph from a matrix of Matrix Market: coordinates or all cells; real numbers, integers or a pattern; general or
/// symmetric.
///
/// A square matrix is a network of one mode, with directions unless it is the same on both sides; another one says which rows
/// are members of which columns. Rows are known by their numbers, or by the ids that Kesi writes above the data.
///
/// - Source: R. F. Boisvert, R. Pozo, K. A. Remington, *The Matrix Market Exchange Formats*, NISTIR 5935, 1996.
struct MatrixMarketReader {
  /// With what a comment begins that says what a row is called: `%id 3 "甲"`.
  static let idMark = "%id"

  private var isListed = true
  private var isPattern = false
  private var isSymmetric = false
  private var ids: [Int: [UInt8]] = [:]
  /// The rows of names that were given.
  private var rowsOfIDs: [[UInt8]: Int] = [:]

  static func read(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    var reader = MatrixMarketReader()
    try reader.readBanner(&scanner)
    try reader.skipComments(&scanner)
    let what = Phrase("the number of rows", zh: "行数")
    let rows = try reader.number(&scanner, 0...scanner.mostDeclared, what)
    let columns = try reader.number(&scanner, 0...scanner.mostDeclared, Phrase("the number of columns", zh: "列数"))
    guard !reader.isSymmetric || rows == columns else {
      throw BadShape.expected(
        Phrase("as many columns as rows, as symmetric says,", zh: "与行数相同的列数（symmetric）"), "\(columns)")
    }
    var matrix = GraphMatrix(scanner.text)
    if reader.isListed {
      try reader.readEntries(&scanner, rows, columns, into: &matrix)
    } else {
      try reader.readCells(&scanner, rows, columns, into: &matrix)
    }
    scanner.skipBlanks()
    guard scanner.isAtEnd else {
      throw BadShape(
        message: Phrase("more follows than the header says. Correct the header.", zh: "数据多于文件头的声明，请改正文件头。"))
    }
    let isTwoMode = rows != columns
    if isTwoMode {
      try matrix.forEachCell {
        try graph.addEntry($0, $1, $2, isDirected: $3, isTwoMode: true, line: $4)
      }
    } else {
      try matrix.forEachTie(isHalf: reader.isSymmetric) {
        try graph.addEntry($0, $1, $2, isDirected: $3, isTwoMode: false, line: $4)
      }
    }
    try graph.addNumbered(
      rows: (0..<rows).map { reader.ids[$0] ?? Array("\($0 + 1)".utf8) },
      columns: isTwoMode ? (0..<columns).map { Array("\($0 + 1)".utf8) } : nil)
  }

  private mutating func readBanner(_ scanner: inout GraphScanner) throws {
    var written: [String] = []
    while !scanner.isAtLineEnd {
      written.append(String(decoding: scanner.take { $0 > 0x20 }, as: UTF8.self))
      scanner.skipBlanksInLine()
    }
    let words = written.map { $0.lowercased() }
    guard words.first == "%%matrixmarket", words.count == 5, words[1] == "matrix" else {
      // Above a first line that is empty; of an empty file it is said that it ends.
      if written.isEmpty {
        scanner.skipBlanks()
        written = [String(decoding: scanner.take { $0 > 0x20 }, as: UTF8.self)]
      }
      throw BadShape.expected(
        Phrase(
          "%%MatrixMarket matrix coordinate real general, or the like,",
          zh: "“%%MatrixMarket matrix coordinate real general”之类的首行"), written.joined(separator: " "))
    }
    func refuse(_ word: String) -> BadShape {
      BadShape(
        message: Phrase(
          "“\(word.shortened)” is a kind of matrix that is no network. Kesi reads coordinate or array; real, integer or pattern; general or symmetric.",
          zh: "“\(word.shortened)”类矩阵不是网络。Kesi 可读取 coordinate 或 array，real、integer 或 pattern，general 或 symmetric。"))
    }
    guard ["coordinate", "array"].contains(words[2]) else { throw refuse(written[2]) }
    guard ["real", "double", "integer", "pattern"].contains(words[3]) else { throw refuse(written[3]) }
    guard ["general", "symmetric"].contains(words[4]) else { throw refuse(written[4]) }
    (isListed, isPattern, isSymmetric) = (words[2] == "coordinate", words[3] == "pattern", words[4] == "symmetric")
    // All cells without what they hold say nothing.
    if isPattern, !isListed { throw refuse("array pattern") }
  }

  private mutating func skipComments(_ scanner: inout GraphScanner) throws {
    scanner.skipBlanks()
    while scanner.next == UInt8(ascii: "%") {
      try readID(scanner.take { $0 != 0x0A && $0 != 0x0D }, most: scanner.mostDeclared)
      scanner.skipBlanks()
    }
  }

  /// What a row is called, where a comment says it as Kesi writes it: by a number and a text in quotes. Other
  /// comments may begin alike and are passed over.
  private mutating func readID(_ line: UnsafeBufferPointer<UInt8>, most: Int) throws {
    let mark = Self.idMark.utf8
    guard line.starts(with: mark), line.count > mark.count, line[mark.count] == 0x20 else { return }
    let rest = UnsafeBufferPointer(rebasing: line[(mark.count + 1)...])
    guard let blank = rest.firstIndex(of: 0x20),
      let number = Int(String(decoding: rest[..<blank], as: UTF8.self)), (1...most).contains(number),
      rest[blank...].dropFirst().first == UInt8(ascii: "\"")
    else { return }
    var json = JSONReader(rest, at: blank)
    let id = try json.bytes { Array($0) }
    guard json.isAtEnd() else { return }
    let other = ids[number - 1] == nil ? rowsOfIDs[id] : number
    if let other {
      let name = String(decoding: id, as: UTF8.self).shortened
      throw BadShape(
        message: other == number
          ? Phrase(
            "row \(number) is called “\(name)” here and was called before. Keep one of the two comments.",
            zh: "第 \(number) 行在前面已命名，此处又命名为“\(name)”。请只保留一处注释。")
          : Phrase(
            "row \(number) is called “\(name)”, and so is row \(other): ties could not tell them apart. Give each a name of its own.",
            zh: "第 \(number) 行与第 \(other) 行都命名为“\(name)”，无法区分。请分别命名。"))
    }
    ids[number - 1] = id
    rowsOfIDs[id] = number
  }

  // MARK: Numbers

  private func word(_ scanner: inout GraphScanner) -> UnsafeBufferPointer<UInt8> {
    scanner.skipBlanks()
    return scanner.take { $0 > 0x20 }
  }

  private func number(_ scanner: inout GraphScanner, _ range: ClosedRange<Int>, _ what: Phrase) throws -> Int {
    let word = word(&scanner)
    var number = 0
    for byte in word {
      let digit = Int(byte) - 0x30
      guard (0...9).contains(digit), number <= range.upperBound else {
        throw BadShape.expected(what, String(decoding: word, as: UTF8.self))
      }
      number = number * 10 + digit
    }
    guard !word.isEmpty, range.contains(number) else {
      throw BadShape.expected(what, String(decoding: word, as: UTF8.self))
    }
    return number
  }

  private func readEntries(
    _ scanner: inout GraphScanner, _ rows: Int, _ columns: Int, into matrix: inout GraphMatrix
  ) throws {
    let count = try number(&scanner, 0...scanner.text.count, Phrase("the number of entries", zh: "非零元素的个数"))
    let row = Phrase("a row from 1 to \(rows)", zh: "1 至 \(rows) 之间的行号")
    let column = Phrase("a column from 1 to \(columns)", zh: "1 至 \(columns) 之间的列号")
    for _ in 0..<count {
      let (row, column) = (
        try number(&scanner, 1...max(rows, 1), row) - 1, try number(&scanner, 1...max(columns, 1), column) - 1
      )
      if isPattern { matrix.add(row, column, line: scanner.line) } else { try addValue(row, column, &scanner, &matrix) }
    }
  }

  /// All cells, column by column; of a symmetric matrix those from the diagonal down.
  private func readCells(
    _ scanner: inout GraphScanner, _ rows: Int, _ columns: Int, into matrix: inout GraphMatrix
  ) throws {
    for column in 0..<columns {
      for row in (isSymmetric ? column : 0)..<rows { try addValue(row, column, &scanner, &matrix) }
    }
  }

  private func addValue(
    _ row: Int, _ column: Int, _ scanner: inout GraphScanner, _ matrix: inout GraphMatrix
  ) throws {
    let word = word(&scanner)
    if word.isEmpty { throw BadShape.expected(Phrase("a number", zh: "数字"), "") }
    try matrix.add(row, column, word, line: scanner.line)
  }
}
