import KesiNetwork

/// The cells of a row under import, by what they mean. What is unclear in them is kept to be told.
struct RowCells {
  let row: Int
  let source: NetworkDraft.Source
  private let seen: SeenCells
  private(set) var doubts: [(sort: CellDoubts.Sort, column: String, text: String)] = []
  /// Whether the year of the sheet was taken for a tie of the row.
  private(set) var isDatedBySheet = false
  /// The texts of the row above, by their numbers, where cells are merged downwards.
  private var filled: [Int: Int] = [:]

  /// The columns of one partner of several, each with columns of its own: what they say goes before what is said of all.
  private var group: [SheetPart.Column]?
  /// The year that dates what the row does not date: that of the sheet.
  private let year: PartialDate?

  var part: SheetPart { seen.part }

  init(row: Int, sheet: Int, _ seen: SeenCells, year: PartialDate? = nil) {
    (self.row, self.seen, self.year) = (row, seen, year)
    source = NetworkDraft.Source(sheet: sheet, row: seen.part.sheet.number(ofRow: row))
    for column in seen.columns where !column.lost.isEmpty && column.meaning.isRead {
      let number = column.texts.number(ofRow: row)
      guard column.lost.contains(number) else { continue }
      let text = column.texts[number]
      let isFormula = text.utf8.first == UInt8(ascii: "#") || text.utf8.first == UInt8(ascii: "=")
      doubt(isFormula ? .formulaError : .lostDigits, column.mapped.label, text)
    }
    for column in seen.columns where !column.personal.isEmpty {
      let number = column.texts.number(ofRow: row)
      if column.personal.contains(number) { doubt(.personalData, column.mapped.label, column.text(number)) }
    }
  }

  /// Takes whom a row is about from the row above where its own cell is empty and the row names others.
  ///
  /// - Parameter above: the texts of that row, by the places of the columns.
  mutating func fillDown(_ above: inout [Int: Int]) {
    let (heads, rest) = Self.filled(part.shape)
    guard let first = seen.columns.first(where: { $0.meaning == heads[0] }) else { return }
    if part.sheet.isEmpty(row, first.place) {
      let hasOthers = seen.columns.contains { rest.contains($0.meaning) && !part.sheet.isEmpty(row, $0.place) }
      guard hasOthers else { return }
      for column in seen.columns where heads.contains(column.meaning) && part.sheet.isEmpty(row, column.place) {
        filled[column.place] = above[column.place]
      }
      if let number = filled[first.place] { doubt(.filledDown, first.mapped.label, first.texts[number]) }
    } else {
      for column in seen.columns where heads.contains(column.meaning) {
        above[column.place] = column.texts.number(ofRow: row)
      }
    }
  }

  /// What is taken from the row above, and what has to stand in a row for that.
  private static func filled(_ shape: SheetLayout.Shape) -> (heads: [ColumnMeaning], rest: [ColumnMeaning]) {
    switch shape {
    case .project: ([.project, .projectID, .leader], [.members, .actor])
    case .chains: ([.chain], [.stageMembers, .chainMembers])
    case .ties, .actors: ([.actor], [.partners])
    }
  }

  mutating func doubt(_ sort: CellDoubts.Sort, _ column: String, _ text: String) { doubts.append((sort, column, text)) }

  mutating func doubt(_ sort: CellDoubts.Sort, _ meaning: ColumnMeaning, _ text: String) {
    doubt(sort, label(meaning) ?? meaning.rawValue, text)
  }

  func label(_ meaning: ColumnMeaning) -> String? { first(meaning)?.mapped.label }

  func first(_ meaning: ColumnMeaning) -> SheetPart.Column? { columns(meaning).first }

  /// Looks at the columns of one partner; at those of all where it is nil.
  mutating func look(at group: [SheetPart.Column]?) { self.group = group }

  func columns(_ meaning: ColumnMeaning) -> [SheetPart.Column] {
    let all = part.columns(meaning)
    guard let group, all.count > 1, meaning.describesTie || meaning == .partners else { return all }
    return group.filter { $0.meaning == meaning }
  }

  /// The number of the text that counts for a cell.
  private func number(_ column: SheetPart.Column) -> Int {
    if let number = filled[column.place] { return number }
    var row = row
    while column.hasDitto, row > part.header.rows.upperBound, row > self.row - Self.mostDitto,
      NoOrganization.isSameAsAbove(column.texts[column.texts.number(ofRow: row)])
    {
      row -= 1
    }
    return column.texts.number(ofRow: row)
  }

  /// So many rows may say 同上 of one.
  private static let mostDitto = 100

  /// The text of the first column of a meaning that states something.
  func text(_ meaning: ColumnMeaning) -> String? {
    for column in columns(meaning) {
      if let text = seen.plain(number(column), in: column) { return text }
    }
    return nil
  }

  /// What it says of how work stands: a word for nothing answers a head that asks whether there is any.
  var state: String? {
    if let text = text(.state) { return text }
    guard let column = first(.state) else { return nil }
    let text = column.text(number(column)).asName
    return StateWords.told(by: text, to: column.mapped.label).map { _ in text }
  }

  /// The same as the sheet has it, with its breaks of lines.
  func writtenText(_ meaning: ColumnMeaning) -> String? {
    columns(meaning).first { seen.plain(number($0), in: $0) != nil }.map { $0.text(number($0)) }
  }

  /// A word of a closed list; one that is none of it is told.
  mutating func word<Word>(_ meaning: ColumnMeaning, _ read: (String) -> Word?) -> Word? {
    guard let text = text(meaning) else { return nil }
    if let word = read(text) { return word }
    doubt(.unknownWord, meaning, text)
    return nil
  }

  /// Words in a cell, with signs between that stand in none.
  func list(_ meaning: ColumnMeaning) -> [String] {
    guard let text = text(meaning) else { return [] }
    return text.unicodeScalars.split(whereSeparator: Self.listSigns.contains).map { String($0).asName }.filter {
      !$0.isEmpty
    }
  }

  private static let listSigns = Set("、；;|/／，,\n".unicodeScalars)

  /// Those whom the columns of a meaning name, each once.
  mutating func names(_ meaning: ColumnMeaning) -> [NameList.Item] { named(meaning).map(\.item) }

  /// The same with what stands over each.
  mutating func named(_ meaning: ColumnMeaning) -> [(item: NameList.Item, head: String)] {
    let columns = columns(meaning)
    if columns.count == 1 { return names(in: columns[0]).map { ($0, columns[0].mapped.label) } }
    var found: [(item: NameList.Item, head: String)] = []
    var places: [NameKey: Int] = [:]
    for column in columns {
      for item in names(in: column) {
        if let place = places[item.key] {
          if !found[place].item.take(from: item) { doubt(.namedAgain, column.mapped.label, item.name) }
        } else {
          places[item.key] = found.count
          found.append((item, column.mapped.label))
        }
      }
    }
    return found
  }

  /// Those whom a cell names.
  mutating func names(in column: SheetPart.Column) -> [NameList.Item] {
    let list = seen.list(number(column), in: column)
    for note in list.notes {
      switch note {
      case .cut(let text): doubt(.cut, column.mapped.label, text)
      case .unsplit(let text): doubt(.unsplit, column.mapped.label, text)
      case .tooLong(let text): doubt(.tooLong, column.mapped.label, text)
      case .namedAgain(let text): doubt(.namedAgain, column.mapped.label, text)
      }
    }
    for item in list.items {
      if let note = item.note ?? (column.meaning == .partners ? nil : item.ways.first) {
        doubt(.noteInBrackets, column.mapped.label, "\(item.name)（\(note)）")
      }
    }
    return list.items
  }

  /// When what the row tells of began and ended.
  mutating func period() -> Period {
    var period = Period()
    var duration: (column: SheetPart.Column, text: String)?
    for column in [ColumnMeaning.period, .duration, .from, .to].flatMap(columns) {
      switch column.meaning {
      case .period:
        let number = number(column)
        switch seen.period(number, in: column) {
        case .missing: break
        case .date(let date):
          period = Period(from: date.first, to: date.first.month == nil || date.first != date.last ? date.last : nil)
          look(at: period, number, column)
        case .period(let read):
          period = read
          look(at: period, number, column)
        case .ambiguous: doubt(.ambiguousDate, column.mapped.label, column.texts[number])
        case .reversed: doubt(.reversedPeriod, column.mapped.label, column.texts[number])
        case .unreadable: doubt(.unreadDate, column.mapped.label, column.texts[number])
        }
      case .duration: duration = (column, column.text(number(column)))
      case .from: if let date = date(column) { period.from = date.first }
      case .to: if let date = date(column) { period.to = date.last }
      default: break
      }
    }
    if let from = period.from, period.to == nil, let (column, text) = duration, !MissingValue.isStated(by: text) {
      period.to = WrittenDuration(text, unit: column.mapped.unit)?.end(from: from)
      if period.to == nil, text.asName != "长期" { doubt(.unreadDate, column.mapped.label, text) }
    }
    if let from = period.from, let to = period.to, from.earliest > to.latest {
      doubt(.reversedPeriod, .to, "\(from.text) – \(to.text)")
      return Period()
    }
    return period
  }

  /// When a tie of the row was: in the year of the sheet where the row does not say.
  mutating func periodOfTie() -> Period {
    let period = period()
    guard period == Period(), let year else { return period }
    isDatedBySheet = true
    return Period(from: year, to: year)
  }

  /// Says where a date is far from the others of its column.
  private mutating func look(at period: Period, _ number: Int, _ column: SheetPart.Column) {
    if period.from.map(column.isFar) == true || period.to.map(column.isFar) == true {
      doubt(.farDate, column.mapped.label, column.texts[number])
    }
  }

  private mutating func date(_ column: SheetPart.Column) -> WrittenDate? {
    let number = number(column)
    switch seen.date(number, in: column) {
    case .date(let date):
      look(at: Period(from: date.first), number, column)
      return date
    case .missing, .goesOn: return nil
    case .ambiguous: doubt(.ambiguousDate, column.mapped.label, column.texts[number])
    case .unreadable: doubt(.unreadDate, column.mapped.label, column.texts[number])
    }
    return nil
  }

  /// The number of a column in its plain unit: 12,000,000 where `1,200` stands in a column of `万元`.
  mutating func number(_ meaning: ColumnMeaning) -> Double? {
    guard let column = first(meaning) else { return nil }
    // What is merged over several rows is said once of all of them.
    guard part.sheet.filling(row, column.place) != .down else { return nil }
    let place = number(column)
    switch seen.number(place, in: column) {
    case .missing: return nil
    case .number(let number):
      if let own = number.currency, let currency = column.currency, own != currency {
        doubt(.otherCurrency, column.mapped.label, column.texts[place])
        return nil
      }
      let value = plain(number, of: column)
      guard value >= 0, value.isWorkable else { break }
      return value
    case .ambiguous:
      doubt(.ambiguousNumber, column.mapped.label, column.texts[place])
      return nil
    case .unreadable: break
    }
    doubt(.unreadNumber, column.mapped.label, column.texts[place])
    return nil
  }

  /// A unit of its own goes before that of the head: `300万元` and `1200元` in a column of 万元.
  func plain(_ number: WrittenNumber, of column: SheetPart.Column) -> Double {
    let hasOwn =
      number.unit.map { $0.factor != 1 || $0.isMoney || !$0.base.isEmpty && $0.base == column.unit?.base } ?? false
    return (number.value * (hasOwn ? 1 : column.unit?.factor ?? 1)).withoutNoise
  }

  /// What stands in columns that are kept as they are.
  var kept: [String: String] {
    var kept: [String: String] = [:]
    for column in part.columns(.keep) {
      if let text = seen.plain(column.texts.number(ofRow: row), in: column) { kept[column.mapped.label] = text }
    }
    return kept
  }
}
