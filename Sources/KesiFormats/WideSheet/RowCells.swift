import KesiNetwork

/// The cells of a row under import, by what they mean. What is unclear in them is kept to be told.
struct RowCells {
  let part: SheetPart
  let row: Int
  let source: NetworkDraft.Source
  private let names: NameList.Names
  private(set) var doubts: [(sort: CellDoubts.Sort, column: String, text: String)] = []
  /// Texts that stand in the row above, where cells are merged downwards.
  private var filled: [Int: String] = [:]

  init(_ part: SheetPart, row: Int, sheet: Int, names: NameList.Names) {
    (self.part, self.row, self.names) = (part, row, names)
    source = NetworkDraft.Source(sheet: sheet, row: part.sheet.number(ofRow: row))
  }

  /// Takes whom a row is about from the row above where its own cell is empty and the row names others.
  mutating func fillDown(_ above: inout [Int: String]) {
    let heads: [ColumnMeaning] = part.shape == .project ? [.project, .projectID, .leader] : [.actor]
    let rest: [ColumnMeaning] = part.shape == .project ? [.members, .actor] : [.partners]
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

  func label(_ meaning: ColumnMeaning) -> String? { part.columns(meaning).first?.mapped.label }

  private func raw(_ column: SheetPart.Column) -> String { filled[column.place] ?? part.sheet.text(row, column.place) }

  /// The text of the first column of a meaning that states something.
  func text(_ meaning: ColumnMeaning) -> String? {
    for column in part.columns where column.meaning == meaning {
      let text = raw(column).asName
      if !MissingValue.isStated(by: text) { return text }
    }
    return nil
  }

  /// Words in a cell, with signs between that stand in none.
  func list(_ meaning: ColumnMeaning) -> [String] {
    guard let text = text(meaning) else { return [] }
    return text.split { "、；;|/／，,\n".contains($0) }.map { String($0).asName }.filter { !$0.isEmpty }
  }

  /// Those whom the columns of a meaning name, each once.
  mutating func names(_ meaning: ColumnMeaning) -> [NameList.Item] {
    var items: [NameList.Item] = []
    for column in part.columns where column.meaning == meaning {
      let text = raw(column)
      let list: NameList
      if meaning == .actor || meaning == .leader {
        // One cell, one name; a list where signs say so that are in no name.
        list = NameList(
          text, separators: part.layout.separators.intersection([.enumeration, .semicolon, .bar, .line]), names: names)
      } else {
        list = NameList(text, separators: part.layout.separators, names: names)
      }
      for note in list.notes {
        switch note {
        case .cut(let text): doubt(.cut, column.mapped.label, text)
        case .unsplit(let text): doubt(.unsplit, column.mapped.label, text)
        }
      }
      for item in list.items where !items.contains(where: { NameKey($0.name) == NameKey(item.name) }) {
        items.append(item)
      }
    }
    return items
  }

  /// When what the row tells of began and ended.
  mutating func period() -> Period {
    var period = Period()
    for column in part.columns {
      let text = raw(column)
      switch column.meaning {
      case .period:
        switch WrittenPeriod.read(text, style: column.style) {
        case .missing: break
        case .date(let date):
          period = Period(from: date.first, to: date.first.month == nil || date.first != date.last ? date.last : nil)
        case .period(let read): period = read
        case .ambiguous: doubt(.ambiguousDate, column.mapped.label, text)
        case .reversed: doubt(.reversedPeriod, column.mapped.label, text)
        case .unreadable: doubt(.unreadDate, column.mapped.label, text)
        }
      case .from: if let date = date(text, column) { period.from = date.first }
      case .to: if let date = date(text, column) { period.to = date.last }
      default: break
      }
    }
    if let from = period.from, let to = period.to, from.earliest > to.latest {
      doubt(.reversedPeriod, .to, "\(from.text) – \(to.text)")
      return Period()
    }
    return period
  }

  private mutating func date(_ text: String, _ column: SheetPart.Column) -> WrittenDate? {
    switch WrittenDate.read(text, style: column.style) {
    case .date(let date): return date
    case .missing, .goesOn: return nil
    case .ambiguous: doubt(.ambiguousDate, column.mapped.label, text)
    case .unreadable: doubt(.unreadDate, column.mapped.label, text)
    }
    return nil
  }

  /// The number of a column in the unit of its head, as tables have it.
  mutating func number(_ meaning: ColumnMeaning) -> String? {
    guard let column = part.columns(meaning).first else { return nil }
    // What is merged over several rows is said once of all of them.
    guard part.sheet.filling(row, column.place) != .down else { return nil }
    let text = raw(column)
    switch WrittenNumber.read(text, decimals: column.decimals) {
    case .missing: return nil
    case .number(let number):
      if meaning == .share {
        let factor = number.unit == nil ? column.unit?.factor ?? 1 : 1
        return (number.value * factor).withoutNoise.plain
      }
      // 300万 in a column of 万元 is 300.
      let isScaled = number.unit.map { $0.factor != 1 } ?? false
      let value = isScaled ? (number.value / (column.unit?.factor ?? 1)).withoutNoise : number.value
      guard value >= 0 else { break }
      return value.plain
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
