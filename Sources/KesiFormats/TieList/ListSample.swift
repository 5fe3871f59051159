import KesiNetwork

/// The first rows of a file that may be a list, cut into cells.
struct ListSample {
  /// The rows, with their numbers.
  private(set) var rows: [(number: Int, cells: [String])] = []
  /// The lines that are comments and stand above the first row, without their sign.
  private(set) var comments: [String] = []
  /// How many cells most rows have.
  let width: Int

  static let most = 300

  init(_ text: UnsafeBufferPointer<UInt8>, _ guess: DialectGuess) throws(RecordFailure) {
    var source = TextRows(text, guess.dialect)
    while rows.count < Self.most {
      do { guard try source.next() else { break } } catch { if rows.isEmpty { throw error } else { break } }
      rows.append((source.record.row, source.record.strings))
    }
    width = guess.width
    comments = Self.comments(text, from: guess.dialect.start)
  }

  private static func comments(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> [String] {
    var comments: [String] = []
    var place = start
    while place < text.count, comments.count < most {
      let end = text[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
      let line = text[place..<end]
      guard let sign = line.first(where: { $0 > 0x20 }) else {
        place = end + 1
        continue
      }
      guard sign == UInt8(ascii: "#") || sign == UInt8(ascii: "%") else { break }
      comments.append(String(decoding: line.drop { $0 <= 0x20 || $0 == sign }.prefix(4096), as: UTF8.self))
      place = end + 1
    }
    return comments
  }

  /// The cells of a column below a row.
  func column(_ place: Int, below row: Int) -> [String] {
    rows.dropFirst(row + 1).compactMap { place < $0.cells.count ? $0.cells[place] : nil }
  }

  /// Whether some words stand in the first columns below a row as well: then they are names, not heads. Rows that repeat
  /// the one in question say nothing.
  func names(_ words: some Sequence<String>, comeAgainBelow row: Int) -> Bool {
    let looks = Set(words.map(\.folded).filter { !$0.isEmpty })
    return rows.dropFirst(row + 1).contains { other in
      other.cells != rows[row].cells && other.cells.prefix(2).contains { looks.contains($0.folded) }
    }
  }

  /// The first cell of an end that may hold several names: `苏州大学、东南大学`.
  func firstList(in head: TableHead<Tie>) -> (row: Int, text: String)? {
    let ends = [TieColumns.source, TieColumns.target].compactMap(head.layout.place)
    for row in rows {
      for end in ends where end < row.cells.count {
        let text = row.cells[end]
        if text.unicodeScalars.contains(where: { $0 == "、" || $0 == "；" }) { return (row.number, text) }
      }
    }
    return nil
  }

  /// Whether a column says of rows that those in them do not work together, or asks it: 是否合作, or a state such as 意向. A list
  /// takes every row for a tie.
  func tellsWhetherTheyWork(under head: TableHead<Tie>) -> Bool {
    head.titles.enumerated().contains { place, title in
      if WorkHead.question(in: title) != nil { return true }
      return SheetHeadWords.matches(of: title).first?.meaning == .state
        && rows.contains { place < $0.cells.count && StateWords.told(by: $0.cells[place]) == .noWork }
    }
  }

  /// Whether a table of memberships is more than that: it names leaders or persons, or several members in a cell.
  func isOfficeSheet(under head: TableHead<Membership>) -> Bool {
    let signs: Set<ColumnMeaning> = [.leader, .personal, .creditCode]
    if head.titles.contains(where: { title in
      SheetHeadWords.matches(of: title).first.map { signs.contains($0.meaning) && $0.confidence > 0.8 } ?? false
    }) {
      return true
    }
    return rows.contains { row in
      row.cells.contains { $0.unicodeScalars.contains { $0 == "、" || $0 == "；" || $0 == "\n" } }
    }
  }

  /// Whether nearly all cells of a column that say anything are numbers, from a row on: the others are slips.
  func isNumeric(_ place: Int, from row: Int = 0) -> Bool {
    let cells = column(place, below: row - 1).filter { !MissingValue.isStated(by: $0) }
    return !cells.isEmpty && cells.count(where: \.isNumber) * 2 > cells.count
  }
}

extension String {
  /// Whether it reads as a number, whatever parts its decimals.
  var isNumber: Bool {
    switch WrittenNumber.read(self) {
    case .number, .ambiguous: true
    case .missing, .unreadable: Double(decimal: self) != nil
    }
  }
}
