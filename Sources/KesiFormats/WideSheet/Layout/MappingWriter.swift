import KesiNetwork

/// Writes `mapping.yml`: how sheets were read, so that it can be corrected and given back.
package enum MappingWriter {
  package static let file = "mapping.yml"

  package static func text(of mapping: SheetMapping, in language: Language) -> String {
    var lines: [String] = []
    func comment(_ phrase: Phrase) { lines += phrase(language).split(separator: "\n").map { "# \($0)" } }
    comment(
      Phrase(
        "How these sheets were read. Correct what is wrong and give it back:\n  kesi import sheet FILE --mapping mapping.yml -o FOLDER\nThen nothing is guessed. “sure” and “because” only explain. What a column can be (as):",
        zh:
          "工作表的读取方式。如有不对请修改，然后重新导入：\n  kesi import sheet 文件 --mapping mapping.yml -o 文件夹\n此时不再猜测。sure（把握）与 because（理由）仅作说明。各列（as）可填："
      ))
    for meaning in ColumnMeaning.allCases { lines.append("#   \(meaning.rawValue): \(meaning.label(language))") }
    comment(
      Phrase(
        "A column may also have: unit: 万元, dates: day_first or month_first, decimals: point or comma, optional: true.",
        zh:
          "各列还可写：unit: 万元（单位）、dates: day_first 或 month_first（日或月在前）、decimals: point 或 comma（小数点或小数逗号）、optional: true（可以没有）。"
      ))
    lines.append("layouts:")
    for layout in mapping.layouts { lines += Self.lines(of: layout, in: language) }
    if !mapping.skipped.isEmpty {
      comment(Phrase("Sheets that are not read.", zh: "未读取的工作表。"))
      lines.append("skipped:")
      lines += mapping.skipped.map { "  - {sheet: \($0.sheet.inJSON), because: \($0.reason(language).inJSON)}" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of layout: SheetLayout, in language: Language) -> [String] {
    var lines = ["  - sheets: [\(layout.sheets.map(\.inJSON).joined(separator: ", "))]"]
    lines.append("    header_lines: \(layout.headerLines)")
    if let unit = layout.unit { lines.append("    unit: \(unit.word.inJSON)") }
    if let kind = layout.actorKind { lines.append("    actor_kind: \(kind.inJSON)") }
    if let owner = layout.owner { lines.append("    tied_to: \(owner.inJSON)") }
    let separators = ListSeparator.allCases.filter(layout.separators.contains)
    lines.append("    list_separators: [\(separators.map(\.rawValue.inJSON).joined(separator: ", "))]")
    let reasons = LeftOutReason.rules.filter(layout.leftOut.contains)
    lines.append("    leave_out: [\(reasons.map(\.rawValue).joined(separator: ", "))]")
    lines.append("    columns:")
    for column in layout.columns {
      var parts = ["as: \(column.meaning.rawValue)"]
      if let unit = column.unit { parts.append("unit: \(unit.word.inJSON)") }
      switch column.order {
      case .dayFirst: parts.append("dates: day_first")
      case .monthFirst: parts.append("dates: month_first")
      case nil: break
      }
      switch column.decimals {
      case .point: parts.append("decimals: point")
      case .comma: parts.append("decimals: comma")
      case .unknown, nil: break
      }
      if column.isOptional { parts.append("optional: true") }
      parts.append("sure: \(Figure.whole(column.confidence * 100).map { Double($0) / 100 }?.plain ?? "0")")
      parts.append("because: \(column.reason(language).inJSON)")
      lines.append("      \(column.label.inJSON): {\(parts.joined(separator: ", "))}")
    }
    return lines
  }
}
