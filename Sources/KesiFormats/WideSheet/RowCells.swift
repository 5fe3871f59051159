import KesiNetwork

/// The cells of a row under import, by what they mean. What is unclear in them is kept to be told.
struct RowCells {
  let part: SheetPart
  let row: Int
  let source: NetworkDraft.Source
  private let seen: SeenCells
  private(set) var doubts: [(sort: CellDoubts.Sort, column: String, text: String)] = []
  /// Texts that stand in the row above, where cells are merged downwards.
  private var filled: [Int: String] = [:]

  init(_ part: SheetPart, row: Int, sheet: Int, _ seen: SeenCells) {
    (self.part, self.row, self.seen) = (part, row, seen)
    source = NetworkDraft.Source(sheet: sheet, row: part.sheet.number(ofRow: row))
  }

  /// Takes whom a row is about from the row above where its own cell is empty and the row names others.
  mutating func fillDown(_ above: inout [Int: String]) {
    let (heads, rest): ([ColumnMeaning], [ColumnMeaning]) =
      switch part.shape {
      case .project: ([.project, .projectID, .leader], [.members, .actor])
      case .chains: ([.chain], [.stageMembers, .chainMembers])
      case .ties, .actors: ([.actor], [.partners])
      }
    let columns = part.columns.filter { heads.contains($0.meaning) }
    guard let first = columns.first(where: { $0.meaning == heads[0] }) else { return }
    if part.sheet.isEmpty(row, first.place) {
      let hasOthers = part.columns.contains { rest.contains($0.meaning) && !part.sheet.isEmpty(row, $0.place) }
      guard hasOthers else { return }
      for column in columns where part.sheet.isEmpty(row, column.place) { filled[column.place] = above[column.place] }
      if let text = filled[first.place] { doubt(.filledDown, first.mapped.label, text) }
    } else {
      for column in columns { above[column.place] = part.sheet.text(row, column.place) }
    }
  }

  mutating func doubt(_ sort: CellDoubts.Sort, _ column: String, _ text: String) { doubts.append((sort, column, text)) }

  mutating func doubt(_ sort: CellDoubts.Sort, _ meaning: ColumnMeaning, _ text: String) {
    doubt(sort, label(meaning) ?? meaning.rawValue, text)
  }

  func label(_ meaning: ColumnMeaning) -> String? { first(meaning)?.mapped.label }

  private func first(_ meaning: ColumnMeaning) -> SheetPart.Column? { part.columns.first { $0.meaning == meaning } }

  private func raw(_ column: SheetPart.Column) -> String {
    if let text = filled[column.place] { return text }
    var row = row
    while column.hasDitto, row > part.header.rows.upperBound, row > self.row - Self.mostDitto,
      NoOrganization.isSameAsAbove(part.sheet.text(row, column.place))
    {
      row -= 1
    }
    return part.sheet.text(row, column.place)
  }

  /// So many rows may say 同上 of one.
  private static let mostDitto = 100

  /// The text of the first column of a meaning that states something.
  func text(_ meaning: ColumnMeaning) -> String? {
    for column in part.columns where column.meaning == meaning {
      let text = raw(column).asName
      if !MissingValue.isStated(by: text) { return text }
    }
    return nil
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
  mutating func names(_ meaning: ColumnMeaning) -> [NameList.Item] {
    let items = part.columns.filter { $0.meaning == meaning }.flatMap { names(in: $0) }
    guard items.count > 1 else { return items }
    var keys = Set<NameKey>()
    return items.filter { keys.insert($0.key).inserted }
  }

  /// Those whom a cell names.
  mutating func names(in column: SheetPart.Column) -> [NameList.Item] {
    let list = NameList(raw(column), separators: column.separators, names: seen.names)
    for note in list.notes {
      switch note {
      case .cut(let text): doubt(.cut, column.mapped.label, text)
      case .unsplit(let text): doubt(.unsplit, column.mapped.label, text)
      }
    }
    return list.items
  }

  /// When what the row tells of began and ended.
  mutating func period() -> Period {
    var period = Period()
    var duration: (column: SheetPart.Column, text: String)?
    for column in part.columns {
      let text = raw(column)
      switch column.meaning {
      case .period:
        switch seen.period(text, in: column) {
        case .missing: break
        case .date(let date):
          period = Period(from: date.first, to: date.first.month == nil || date.first != date.last ? date.last : nil)
        case .period(let read): period = read
        case .ambiguous: doubt(.ambiguousDate, column.mapped.label, text)
        case .reversed: doubt(.reversedPeriod, column.mapped.label, text)
        case .unreadable: doubt(.unreadDate, column.mapped.label, text)
        }
      case .duration: duration = (column, text)
      case .from: if let date = date(text, column) { period.from = date.first }
      case .to: if let date = date(text, column) { period.to = date.last }
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

  private mutating func date(_ text: String, _ column: SheetPart.Column) -> WrittenDate? {
    switch seen.date(text, in: column) {
    case .date(let date): return date
    case .missing, .goesOn: return nil
    case .ambiguous: doubt(.ambiguousDate, column.mapped.label, text)
    case .unreadable: doubt(.unreadDate, column.mapped.label, text)
    }
    return nil
  }

  /// The number of a column in its plain unit: 12,000,000 where `1,200` stands in a column of `万元`.
  mutating func number(_ meaning: ColumnMeaning) -> Double? {
    guard let column = first(meaning) else { return nil }
    // What is merged over several rows is said once of all of them.
    guard part.sheet.filling(row, column.place) != .down else { return nil }
    let text = raw(column)
    switch seen.number(text, in: column) {
    case .missing: return nil
    case .number(let number):
      // A unit of its own goes before that of the head: `300万元` in a column of 万元.
      let isScaled = number.unit.map { $0.factor != 1 } ?? false
      let value = (number.value * (isScaled ? 1 : column.unit?.factor ?? 1)).withoutNoise
      guard value >= 0, value.isWorkable else { break }
      return value
    case .ambiguous:
      doubt(.ambiguousNumber, column.mapped.label, text)
      return nil
    case .unreadable: break
    }
    doubt(.unreadNumber, column.mapped.label, text)
    return nil
  }

  /// What stands in columns that are kept as they are.
  var kept: [String: String] {
    var kept: [String: String] = [:]
    for column in part.columns where column.meaning == .keep {
      let text = part.sheet.text(row, column.place).asName
      if !MissingValue.isStated(by: text) { kept[column.mapped.label] = text }
    }
    return kept
  }
}
