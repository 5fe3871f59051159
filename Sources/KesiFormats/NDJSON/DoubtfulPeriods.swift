import KesiNetwork

/// Lines with `from` and `to` that say neither node nor tie: ends of a tie, unless their values are dates.
///
/// Ids may be numbers that read as years. Where lines of nodes are there, they tell which ids there are; without them a line
/// with an id and two dates is refused, and so are lines of which all have two dates.
struct DoubtfulPeriods {
  /// Years of which tables tell.
  private static let years = 1900...2100

  /// The first line with dates that has an id, and the first that has none.
  private var (named, unnamed): (Int?, Int?)
  private var hasEnds = false

  mutating func look(at line: JSONLine, _ shape: LineShape, _ number: Int) throws {
    guard let (from, to, isNamed) = shape.doubtful else { return }
    // An end that is open is none of a tie.
    if isNamed, line[from].isEmpty || line[to].isEmpty { throw LineShape.unclear }
    guard let start = Self.date(line[from]), let end = Self.date(line[to]), start.earliest <= end.latest else {
      hasEnds = true
      return
    }
    if isNamed { named = named ?? number } else { unnamed = unnamed ?? number }
  }

  private static func date(_ value: ArraySlice<UInt8>) -> PartialDate? {
    // No date is longer; most ids are no dates by their first byte.
    guard value.count <= 24, let first = value.first, (0x30...0x39).contains(first),
      let date = PartialDate(String(decoding: value, as: UTF8.self)), years.contains(date.year)
    else { return nil }
    return date
  }

  /// What is wrong where no line is known for a node: the line, and what to say of it; nil where nothing is.
  var fault: (line: Int, message: Phrase)? {
    if let named { return (named, LineShape.unclear.message) }
    guard let unnamed, !hasEnds else { return nil }
    return (
      unnamed,
      Phrase(
        "from and to are dates in all such lines, so that these seem to be no ties. Name the two ends of a tie source and target; a node needs an id.",
        zh: "此类行的 from 与 to 均为日期，似非联系。请用 source、target 填写联系的两端；节点须有 id。")
    )
  }
}
