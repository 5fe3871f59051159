import KesiNetwork

/// The cells of the row under reading, each read as what it should be. A cell that is not becomes a problem in the log, and
/// nil. One for each worker.
final class Cells {
  let record: Record
  /// What the table is called.
  let file: String
  let log: ProblemLog
  let references: References
  /// How the column at each place is written.
  private let styles: [ColumnStyle]

  /// Whether any kind of tie has a direction unless a row says otherwise.
  let hasDirectedKinds: Bool
  /// What words of columns stand for, by the places of these.
  private var known: [WordMeanings?]

  var newActors = Newcomers()
  var newConsortia = Newcomers()
  /// How many cells of each column hold a word for nothing, and the first of these words.
  private(set) var missing: [(column: ColumnHead, word: String, count: Int)] = []

  init(_ record: Record, of file: String, _ references: References, styles: [ColumnStyle], log: ProblemLog) {
    (self.record, self.file, self.references, self.styles, self.log) = (record, file, references, styles, log)
    known = [WordMeanings?](repeating: nil, count: styles.count)
    hasDirectedKinds = references.profile.tieKinds.contains(where: \.isDirected)
  }

  /// The bytes of a cell without white space at its ends; nil where they are none, or not what the cell says.
  @inline(__always) private func plainBytes(_ place: Int) -> UnsafeBufferPointer<UInt8>? {
    let field = record[place]
    guard field.escapes == 0 else { return nil }
    let bytes = record.trimmedBytes(field)
    // White space at the ends is kept by quotes of its own.
    return bytes.isEmpty || bytes[0] == UInt8(ascii: "\"") ? nil : bytes
  }

  /// How the column at a place is written.
  func style(_ place: Int) -> ColumnStyle { styles[place] }

  /// A date as programs write it.
  @inline(__always) func plainDate(_ place: Int) -> PartialDate? { plainBytes(place)?.plainDate }

  /// Whether a cell is empty, as most are of many columns.
  @inline(__always) func isEmpty(_ place: Int) -> Bool { record[place].isEmpty }

  /// The text of a cell; nil where the cell or the column is empty or absent.
  func text(_ place: Int) -> String? { rawText(place)?.unwrapped }

  /// The same, with the quotes that keep white space at its ends.
  func rawText(_ place: Int) -> String? {
    let text = record.string(record[place])
    return text.isEmpty ? nil : text
  }

  /// The same, but for words by which people say that there is nothing: these are counted.
  func statedText(_ place: Int, _ column: ColumnHead) -> String? {
    guard let text = text(place) else { return nil }
    guard MissingValue.isStated(by: text) else { return text }
    countMissing(text, column)
    return nil
  }

  /// What the word in a cell stands for. Few words stand in a column of kinds or zones, so each is looked up once.
  func meaning(_ place: Int, _ lookUp: (String) -> String) -> String? {
    if let bytes = plainBytes(place), let meaning = known[place]?.meaning(of: bytes) { return meaning }
    guard let word = text(place) else { return nil }
    let meaning = lookUp(word)
    if known[place] == nil { known[place] = WordMeanings() }
    known[place]?.keep(meaning, of: word)
    return meaning
  }

  private func countMissing(_ word: String, _ column: ColumnHead) {
    if let index = missing.firstIndex(where: { $0.column.isSame(as: column) }) {
      missing[index].count += 1
    } else {
      missing.append((column, word, 1))
    }
  }

  /// Whether a row may be without a value here; a problem where it may not.
  func mayBeEmpty(_ column: ColumnHead) -> Bool {
    guard column.need == .value else { return true }
    report(.error, column, Phrase("is empty. Every row needs a value here.", zh: "未填写。此列每一行都必须填写。"))
    return false
  }

  /// Whether a row may be without the value that a cell does not give; a problem where it may not and nothing was said yet.
  func mayStateNothing(_ place: Int, _ column: ColumnHead) -> Bool {
    guard column.need == .value else { return true }
    guard let text = text(place) else { return mayBeEmpty(column) }
    // What cannot be read was said when it was tried.
    guard MissingValue.isStated(by: text) else { return false }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” says that there is nothing, and every row needs a value here. Delete the row, or fill it in.",
        zh: "“\(text.shortened)”表示“无”，而此列每一行都必须填写。请删去该行，或补填。"))
    return false
  }

  /// The row of another table that a cell means; nil where it means none, with a problem where it says anything.
  @inline(__always) func row(_ place: Int, in table: Table, _ column: ColumnHead) -> Int? {
    if let bytes = plainBytes(place) {
      if table == .actors, references.open.isEmpty {
        if let row = references.actors.row(of: bytes) { return row }
      } else if references.open.contains(table) {
        // As it stands in its quotes: whoever wrote them meant the blanks.
        let field = record[place]
        if !field.isQuoted || bytes.count == field.end - field.start {
          return newcomer(bytes, in: table, column, isQuoted: field.isQuoted)
        }
      } else if let row = references[table]?.row(of: bytes) {
        return row
      }
    }
    return rowOfWord(place, in: table, column)
  }

  /// The row of a name that is not brought; nil for a word for nothing, unless quotes say that it is a name.
  @inline(__always)
  private func newcomer(_ name: UnsafeBufferPointer<UInt8>, in table: Table, _ column: ColumnHead, isQuoted: Bool)
    -> Int?
  {
    if table == .actors {
      let row = newActors.row(of: name)
      if isQuoted || newActors.nobodies.isEmpty || !newActors.nobodies.contains(row) { return Int(row) }
    } else {
      let row = newConsortia.row(of: name)
      if isQuoted || newConsortia.nobodies.isEmpty || !newConsortia.nobodies.contains(row) { return Int(row) }
    }
    reportNobody(String(decoding: name, as: UTF8.self), column)
    return nil
  }

  private func reportNobody(_ word: String, _ column: ColumnHead) {
    report(
      .error, column,
      Phrase(
        "“\(word.shortened)” says that there is nothing, and every row needs a value here. Delete the row; if it is a name, put it in double quotes.",
        zh: "“\(word.shortened)”表示“无”，而此列每一行都必须填写。请删去该行；如确为名称，请加英文双引号。"))
  }

  private func rowOfWord(_ place: Int, in table: Table, _ column: ColumnHead) -> Int? {
    if references.open.contains(table) {
      var word = record.exactString(record[place])
      guard !word.isEmpty else { return nil }
      let isQuoted = record[place].isQuoted
      return word.withUTF8 { newcomer($0, in: table, column, isQuoted: isQuoted) }
    }
    guard let word = text(place), let index = references[table] else { return nil }
    // A word for nothing may be an id.
    if case .none = index.match(word), column.need != .value, statedText(place, column) == nil { return nil }
    return index.resolve(word, column, self, isUncertain: references.uncertain.contains(table))
  }

  /// The rows of another table that a cell lists, each once, with a problem for each word that means none or one again.
  func rows(_ place: Int, in table: Table, _ column: ColumnHead) -> [Int] {
    guard !isEmpty(place), let words = rawText(place)?.listItems, let index = references[table] else { return [] }
    // A word for nothing may be an id.
    if words.count == 1, case .none = index.match(words[0]), statedText(place, column) == nil { return [] }
    var rows: [Int] = []
    for word in words {
      guard
        let row = index.resolve(word, column, self, isUncertain: references.uncertain.contains(table), inList: true)
      else {
        continue
      }
      guard !rows.contains(row) else {
        report(
          .error, column,
          Phrase("“\(word.shortened)” is listed twice. Keep one.", zh: "“\(word.shortened)”重复列出。请只保留一个。"))
        continue
      }
      rows.append(row)
    }
    return rows
  }

  /// A finite number within bounds.
  @inline(__always)
  func number(_ place: Int, _ column: ColumnHead, in range: ClosedRange<Double>) -> Double? {
    if let bytes = plainBytes(place), let number = bytes.plainNumber, range.contains(number),
      isPlain(bytes, by: styles[place].decimals)
    {
      return number
    }
    return isEmpty(place) ? nil : writtenNumber(place, column, in: range)
  }

  /// Whether a point among digits can only part decimals.
  @inline(__always)
  private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, by decimals: WrittenNumber.DecimalSign) -> Bool {
    decimals == .point || (decimals == .unknown && !bytes.isAmbiguousNumber)
  }

  private func writtenNumber(_ place: Int, _ column: ColumnHead, in range: ClosedRange<Double>) -> Double? {
    if saysNone(place, column) { return 0 }
    guard let text = statedText(place, column) else { return nil }
    let style = styles[place]
    // As programs write it, to the last digit.
    let isFirm = style.decimals == .point || record[place].content == .number
    if style.decimals != .comma || isFirm, let number = Double(decimal: text), isFirm || !text.isAmbiguousNumber {
      return checked(number, text, column, in: range)
    }
    if style.hasDoubtfulCommas, style.decimals == .unknown, record[place].content == .text, text.hasDoubtfulComma,
      let decimal = Double(decimal: text.replacing(",", with: ".")),
      let thousands = Double(decimal: text.replacing(",", with: ""))
    {
      reportAmbiguous(text, decimal, thousands, column)
      return nil
    }
    switch WrittenNumber.read(text, decimals: style.decimals) {
    case .missing: return nil
    case .number(let written):
      if style.hasBareNumbers, let unit = written.unit, unit.factor > 1 { sayMixed(unit, column) }
      // `1.2亿` in a column of 万元 is 12,000.
      let value = written.unit == nil ? written.value : (written.value / (style.unit?.factor ?? 1)).withoutNoise
      return checked(value, text, column, in: range)
    case .ambiguous(let decimal, let thousands):
      reportAmbiguous(text, decimal, thousands, column)
      return nil
    case .unreadable:
      refuse(text, column, range)
      return nil
    }
  }

  private func sayMixed(_ unit: WrittenUnit, _ column: ColumnHead) {
    report(
      .warning, column,
      Phrase(
        "is a number with “\(unit.word)”, others of the column have no unit and are taken as they stand. Write the unit in the header, as 金额(万元), or at each number.",
        zh: "数字带有“\(unit.word)”，而该列其他数字没有单位，没有的按原数计。请在表头写明单位，如“金额(万元)”，或逐个写上。"))
  }

  private func reportAmbiguous(_ text: String, _ decimal: Double, _ thousands: Double, _ column: ColumnHead) {
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” may be \(decimal.plain) or \(thousands.plain), and no other cell of the column tells. Write \(decimal.plain) or \(thousands.plain), or say --decimal point or --decimal comma.",
        zh:
          "“\(text.shortened)”可能是 \(decimal.plain)，也可能是 \(thousands.plain)，该列其他单元格也无从判断。请改写为 \(decimal.plain) 或 \(thousands.plain)，或用 --decimal point（小数点）、--decimal comma（小数逗号）说明。"
      ))
  }

  private func checked(
    _ number: Double, _ text: String, _ column: ColumnHead, in range: ClosedRange<Double>
  ) -> Double? {
    guard number.isFinite, range.contains(number) else {
      refuse(text, column, range)
      return nil
    }
    guard number.isWorkable else {
      report(.error, column, .unworkable(text.shortened, number))
      return nil
    }
    return number
  }

  private func refuse(_ text: String, _ column: ColumnHead, _ range: ClosedRange<Double>) {
    let (least, most) = (range.lowerBound.plain, range.upperBound)
    let bounds =
      range.lowerBound == -.greatestFiniteMagnitude
      ? Phrase("a number", zh: "数字")
      : most < .greatestFiniteMagnitude
        ? Phrase("a number from \(least) to \(most.plain)", zh: " \(least) 至 \(most.plain) 之间的数字")
        : Phrase("a number of \(least) or more", zh: "大于或等于 \(least) 的数字")
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is not \(bounds.en). Write it as 12.5.",
        zh: "应为\(bounds.zh)，现为“\(text.shortened)”。请写成 12.5 的形式。"))
  }

  private static let answers = Answer.vocabulary

  func flag(_ place: Int, _ column: ColumnHead) -> Bool? {
    guard let text = text(place) else { return nil }
    if let answer = Self.answers[text] { return answer == Answer.yes.rawValue }
    if MissingValue.isStated(by: text) {
      countMissing(text, column)
      return nil
    }
    report(
      .error, column,
      Phrase(
        "“\(text.shortened)” is neither yes nor no. Write 1 or 0 (是 or 否).",
        zh: "应为“是”或“否”，现为“\(text.shortened)”。请填 1 或 0（是或否）。"))
    return nil
  }

  func report(_ severity: Problem.Severity, _ column: ColumnHead, _ message: Phrase) {
    log.add(Problem(severity, column.place(in: file, row: record.row), message))
  }
}
