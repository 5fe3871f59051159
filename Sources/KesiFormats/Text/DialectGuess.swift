import KesiNetwork

/// Which separator cuts the rows of a text most evenly, outside of quotes.
struct DialectGuess {
  let dialect: Dialect
  /// Whether the file says it itself, by `sep=;`.
  let isStated: Bool
  /// How many rows were looked at, and how many of them have the same number of cells.
  let rows: Int
  let agreeing: Int
  /// How many cells most rows have; 1 where no separator was found.
  let width: Int

  /// So many rows tell enough.
  private static let sampled = 300

  /// A separator, and how the rows are cut by it.
  private struct Candidate {
    let separator: Dialect.Separator
    var rows = 0
    var agreeing = 0
    var width = 0
    var knownHeads = 0
    /// Whether each of its signs stands between two digits, as in `0,5`.
    var partsDecimals = false

    /// Whether nearly every row is cut by it.
    var isLikely: Bool { width > 1 && agreeing * 2 >= rows }
    var agreement: Double { rows == 0 ? 0 : Double(agreeing) / Double(rows) }
  }

  /// - Parameters:
  ///   - given: what `--separator` says.
  ///   - isHead: whether a word is a known head of a column.
  init(_ text: UnsafeBufferPointer<UInt8>, separator given: Dialect.Separator? = nil, isHead: (String) -> Bool) {
    let stated = Self.statement(in: text)
    let start = stated?.end ?? 0
    let linesBefore = stated == nil ? 0 : 1
    func candidate(_ separator: Dialect.Separator) -> Candidate {
      Self.cut(text, Dialect(separator: separator, start: start, linesBefore: linesBefore), isHead)
    }
    var best: Candidate
    if let separator = given ?? stated?.separator {
      best = candidate(separator)
    } else {
      // In the order in which they are taken where they are as good.
      let signs = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|")]
      let candidates = (signs.map { .sign($0) } + [.blanks]).map(candidate)
      let likely = candidates.filter(\.isLikely)
      // A comma between digits parts decimals, where another sign parts the cells.
      let others = likely.filter { !$0.partsDecimals }
      best = (others.isEmpty ? likely : others).max(by: Self.isWorse) ?? candidates[2]
    }
    dialect = Dialect(separator: best.separator, start: start, linesBefore: linesBefore)
    isStated = stated != nil && given == nil
    (rows, agreeing, width) = (best.rows, best.agreeing, best.width)
  }

  private static func isWorse(_ a: Candidate, _ b: Candidate) -> Bool {
    // Blanks stand within cells as well: what else parts them goes first.
    if (a.separator == .blanks) != (b.separator == .blanks) { return a.separator == .blanks }
    if a.knownHeads != b.knownHeads { return a.knownHeads < b.knownHeads }
    if abs(a.agreement - b.agreement) > 0.05 { return a.agreement < b.agreement }
    return a.width < b.width
  }

  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect, _ isHead: (String) -> Bool
  ) -> Candidate {
    var candidate = Candidate(separator: dialect.separator)
    var rows = TextRows(text, dialect)
    var widths: [Int: Int] = [:]
    var (signs, decimals) = (0, 0)
    var first = 0
    while candidate.rows < sampled, (try? rows.next()) == true {
      if candidate.rows == 0 {
        first = rows.record.count
        candidate.knownHeads = rows.record.strings.count(where: isHead)
      }
      candidate.rows += 1
      widths[rows.record.count, default: 0] += 1
      for place in 0..<rows.record.count - 1 {
        signs += 1
        let (left, right) = (rows.record[place], rows.record[place + 1])
        if !left.isQuoted, !right.isQuoted, left.end > left.start, right.end > right.start,
          isDigit(text[left.end - 1]), isDigit(text[right.start])
        {
          decimals += 1
        }
      }
    }
    // Of widths that are as frequent that of the first row.
    let most = widths.filter { $0.key > 1 }.max {
      ($0.value, $0.key == first ? 1 : 0, $0.key) < ($1.value, $1.key == first ? 1 : 0, $1.key)
    }
    candidate.width = most?.key ?? 1
    candidate.agreeing = most?.value ?? 0
    candidate.partsDecimals = dialect.separator == .sign(UInt8(ascii: ",")) && signs > 0 && signs == decimals
    return candidate
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// `sep=;` as Excel reads it, in quotes or not.
  private static func statement(
    in text: UnsafeBufferPointer<UInt8>
  ) -> (separator: Dialect.Separator, end: Int)? {
    let quote = UInt8(ascii: "\"")
    let line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    var rest = line.drop { $0 == quote }
    let word = rest.prefix(4).map { $0 | 0x20 }
    guard word.elementsEqual("sep=".utf8.map { $0 | 0x20 }) else { return nil }
    rest = rest.dropFirst(4)
    guard let sign = rest.first, rest.dropFirst().allSatisfy({ $0 == quote || $0 == 0x20 }),
      Dialect.Separator.canPart(sign) || sign == 0x20
    else { return nil }
    var end = line.endIndex
    if end < text.count, text[end] == 0x0D { end += 1 }
    if end < text.count, text[end] == 0x0A { end += 1 }
    return (sign == 0x20 ? .blanks : .sign(sign), end)
  }
}
