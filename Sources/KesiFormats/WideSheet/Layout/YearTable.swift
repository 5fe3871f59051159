import KesiNetwork

/// A table of numbers by year: a column of organizations, and one for each of some years.
enum YearTable {
  /// Titles and units stand above a header.
  private static let mostRowsAbove = 10

  /// The heads of a sheet that is such a table; nil where it is none.
  static func heads(of sheet: Sheet) -> [String]? {
    (0..<min(sheet.rowCount, mostRowsAbove)).lazy.map { row in
      (0..<sheet.width(ofRow: row)).map { sheet.text(row, $0) }
    }.first(where: areHeads)
  }

  /// Whether one of some heads says who, others are years, and no other is more than a number of rows or a total.
  static func areHeads(_ cells: [String]) -> Bool {
    let heads = cells.map(\.asName).filter { !$0.isEmpty }
    let others = heads.filter { !isYear($0) }
    let meanings = others.map { SheetHeadWords.meaning(ofWord: $0) }
    return others.count < heads.count && meanings.count { $0 == .actor } == 1
      && meanings.allSatisfy { $0 == .actor || $0 == .ignore }
  }

  /// `2024`, `2024年`, `2024年度`.
  private static func isYear(_ text: String) -> Bool {
    let digits = text.unicodeScalars.prefix { $0.isDigit }
    guard digits.count == 4, let year = Int(String(digits)), years.contains(year) else { return false }
    return ["", "年", "年度"].contains(String(text.unicodeScalars.dropFirst(4)))
  }

  private static let years = 1949...2099

  static let reason = Phrase("is a table of years, with one organization a row", zh: "为逐年数据表，每行只有一家单位")

  /// - Parameter heads: those of the table.
  static func refusal(_ heads: [String]) -> Phrase {
    let shown = heads.map(\.asName).filter { !$0.isEmpty }.prefix(12).map(\.shortened)
    return Phrase(
      "is a table of years: its heads are \(shown.joined(separator: ", ")). A row has one organization and its numbers by year, and no column says with whom it works, in which project or in which chain. Add such a column, with a head such as 合作单位 or partners, or bring a sheet that has one.",
      zh:
        "为逐年数据表：表头为\(shown.joined(separator: "、"))，每行只有一家单位及其各年数值，没有合作单位、项目或产业链列，看不出谁与谁合作。请增加“合作单位”等列，或改用写有合作单位的表。"
    )
  }
}
