import KesiNetwork

/// Cells that list several things, and numbers that are said once of several rows.
extension RowCells {
  /// The periods of a cell that lists as many as the row has partners, in their order; nil where it does not.
  func periods(_ count: Int) -> [Period]? {
    guard count > 1, columns(.from).isEmpty, let column = first(.period) else { return nil }
    let texts = pieces(.period)
    guard texts.count == count else { return nil }
    let periods = texts.compactMap { text -> Period? in
      switch WrittenPeriod.read(text, style: column.style) {
      case .period(let period): period
      case .date(let date):
        Period(from: date.first, to: date.first.month == nil || date.first != date.last ? date.last : nil)
      case .missing, .ambiguous, .reversed, .unreadable: nil
      }
    }
    return periods.count == count ? periods : nil
  }

  /// The numbers of a cell that lists as many as the row has partners, in their order; nil where it does not.
  func numbers(_ meaning: ColumnMeaning, _ count: Int) -> [Double]? {
    guard count > 1, let column = first(meaning) else { return nil }
    let texts = pieces(meaning)
    guard texts.count == count else { return nil }
    var values: [Double] = []
    for text in texts {
      guard case .number(let number) = WrittenNumber.read(text, decimals: column.decimals),
        number.currency == nil || column.currency == nil || number.currency == column.currency
      else { return nil }
      let value = plain(number, of: column)
      guard value >= 0, value.isWorkable else { return nil }
      values.append(value)
    }
    return values
  }

  /// How they work together: each of the kinds that a cell lists, once.
  func kinds() -> [String] {
    var seen = Set<ExactText>()
    return listedKinds().filter { seen.insert(ExactText($0)).inserted }
  }

  /// The same as the cell lists them: one may come again, with another partner.
  func listedKinds() -> [String] { pieces(.tieKind).flatMap(Self.kinds(in:)) }

  /// Those that a cell of a matrix lists, each once.
  static func kinds(ofMark text: String) -> [String] {
    var seen = Set<ExactText>()
    return CellParts.between(NameList.strong, in: text).map(\.asName).filter { !$0.isEmpty }.flatMap(kinds(in:)).filter
    {
      seen.insert(ExactText($0)).inserted
    }
  }

  /// What a cell says of each of some partners: one thing of all, or one of each in their order. Nil of all where it lists more
  /// or fewer, which is told.
  mutating func each(_ meaning: ColumnMeaning, _ count: Int) -> [String?] {
    let texts = pieces(meaning)
    guard count > 1, texts.count > 1 else { return Array(repeating: text(meaning), count: count) }
    guard texts.count == count else {
      doubt(.unknownWord, meaning, text(meaning) ?? "")
      return Array(repeating: nil, count: count)
    }
    doubt(.paired, meaning, text(meaning) ?? "")
    return texts
  }

  /// The parts of a cell between signs that stand in none of them.
  private func pieces(_ meaning: ColumnMeaning) -> [String] {
    guard let text = writtenText(meaning) else { return [] }
    return CellParts.between(NameList.strong, in: text).map(\.asName).filter { !$0.isEmpty }
  }

  /// `联合研发/委托开发` and `联合研发，人才培养` are two, as each is a phrase of its own: of four characters or more, which a
  /// part of a phrase mostly has not.
  private static func kinds(in text: String) -> [String] {
    let parts = text.unicodeScalars.split { ["/", "／", ",", "，"].contains($0) }.map { String($0).asName }
    let arePhrases = parts.allSatisfy { part in
      (4...8).contains(part.unicodeScalars.count) && part.unicodeScalars.allSatisfy(\.isIdeograph)
    }
    return parts.count > 1 && arePhrases ? parts : [text]
  }

  /// Whether the number of a column is that of a whole project rather than of the one whom the row names: it is merged over
  /// the rows of several, or its head says that it is a total.
  func isOfProject(_ meaning: ColumnMeaning) -> Bool {
    guard let column = first(meaning) else { return false }
    if part.sheet.filling(row, column.place) == .down { return true }
    if row + 1 < part.sheet.rowCount, part.sheet.filling(row + 1, column.place) == .down { return true }
    let head = HeadText(column.mapped.label).text
    return head.contains("总") || head.contains("total") || head.begins(with: "项目") || head.begins(with: "project")
  }
}
