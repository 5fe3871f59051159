import KesiNetwork

/// A plan that was written before, as `kesi plan` wrote it, whatever people have added to it since.
package struct WrittenPlan {
  package struct Step {
    /// As the plan counts them; 0 for what was decided before it.
    package let number: Int
    package let chain: String
    package let planClass: String
    package let problem: String
    package let task: String
    package let lead: String
    package let with: String
    package let firstAction: String
    package let doneWhen: String
    package let deadline: String
    /// The last day of that; nil where it is empty or no date.
    package var due: PartialDate? { PartialDate(deadline: deadline) }
    /// What it was to add to the cluster index, from where to where.
    package let gain: Double?
    package let from: Double?
    package let to: Double?
    /// How near at hand its new ties were, and how certain its gap, in a word.
    package let plausibility: Double?
    package let certainty: String
    /// The gaps that it was to close, as they stand in the cell: the first is what it was for.
    package let gaps: String
    /// As lines of a scenario.
    package let lines: [String]
    /// Who stood there already where somebody was to come, and what capacity was to be raised, as it stands in the cell; nil where the plan has no such column.
    package let thereBefore: String?
    /// The language of its task, as kesi plan writes it; nil where that cannot be told, as names may be in any.
    package var taskLanguage: Language? {
      if task.hasSuffix("。") { return .zh }
      return task.hasSuffix(".") ? .en : nil
    }
    /// Whether the plan was itself held against tables before, so that its index is not the one from which it set out.
    package let isReviewed: Bool
    package let place: Place
  }

  package let steps: [Step]

  /// - Parameter source: a workbook or CSV.
  /// - Throws: `NoInput`; `BadData` where it is no plan, or a number or a step of it cannot be read.
  package init(_ source: FileSource) throws {
    var steps: [Step] = []
    var problems: [Problem] = []
    var isPlan = false
    let sheets = try Workbook.sheets(of: source).sheets
    for sheet in sheets {
      guard let (head, places) = sheet.heads(PlanHead.self) else { continue }
      isPlan = true
      for row in (head + 1)..<max(head + 1, sheet.rowCount) {
        let reading = RowReading(sheet: sheet, row: row, places: places)
        do throws(Problem) {
          if let step = try reading.step() { steps.append(step) }
        } catch {
          problems.append(error)
        }
      }
    }
    guard isPlan else {
      let wanted = sheets.map { $0.lacking(PlanHead.self) }.min { $0.count < $1.count } ?? []
      throw BadData([
        Problem(
          .error, .file(source.shortName),
          Phrase(
            "is no plan: it lacks the column\(wanted.count == 1 ? "" : "s") \(wanted.map(\.rawValue).joined(separator: ", ")). Bring what kesi plan wrote, as CSV or as a workbook.",
            zh: "不是行动方案：缺少“\(wanted.map(\.title.zh).joined(separator: "”“"))”列。请使用 kesi plan 写出的 CSV 或工作簿。"))
      ])
    }
    // People sort rows, and copy them.
    var seen = Set<Int>()
    for step in steps where step.number > 0 && !seen.insert(step.number).inserted {
      problems.append(
        Problem(
          .error, step.place,
          Phrase(
            "step \(step.number) is there twice. Delete one of its rows, or number it anew.",
            zh: "第 \(step.number) 步出现两次。请删除其中一行，或重新编号。")))
    }
    if !problems.isEmpty { throw BadData(problems) }
    self.steps = steps.enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
      .map(\.element)
  }
}

/// A row of a plan under reading.
private struct RowReading {
  let sheet: Sheet
  let row: Int
  let places: [PlanHead: Int]

  private func text(_ head: PlanHead) -> String { places[head].map { sheet.text(row, $0) } ?? "" }
  private func place(_ head: PlanHead) -> Place {
    head.place(in: sheet.name.isEmpty ? sheet.file : sheet.name, row: sheet.number(ofRow: row))
  }

  /// No plan has more: numbers go on from there.
  private static let mostSteps = 1_000_000

  /// Nil for a row that is empty but for remarks.
  func step() throws(Problem) -> WrittenPlan.Step? {
    let number = text(.step)
    guard !number.isEmpty || !text(.scenario).isEmpty else { return nil }
    guard let count = Int(number), (0...Self.mostSteps).contains(count) else {
      throw Problem(
        .error, place(.step),
        Phrase(
          "“\(number.shortened)” is no number of a step. Leave it as kesi plan wrote it.",
          zh: "“\(number.shortened)”不是步骤序号，请保持 kesi plan 写出的原样。"))
    }
    let lines = Self.lines(text(.scenario))
    guard !lines.isEmpty else {
      throw Problem(
        .error, place(.scenario),
        Phrase(
          "is empty, so it is not known what step \(count) was. Leave this column as kesi plan wrote it.",
          zh: "为空，无从得知第 \(count) 步的内容。请保持此列为 kesi plan 写出的原样。"))
    }
    // Of a plan that was held against tables before, the gain is of what was left then.
    let (promised, gain) = (try figure(.promised), try figure(.gain))
    return WrittenPlan.Step(
      number: count, chain: text(.chain), planClass: text(.planClass), problem: text(.problem), task: text(.task),
      lead: text(.lead), with: text(.with), firstAction: text(.firstAction), doneWhen: text(.doneWhen),
      deadline: text(.deadline), gain: promised ?? gain, from: try figure(.from),
      to: try figure(.to), plausibility: try figure(.plausibility), certainty: text(.certainty), gaps: text(.gaps),
      lines: lines,
      thereBefore: places[.thereBefore] == nil ? nil : text(.thereBefore), isReviewed: places[.promised] != nil,
      place: place(.scenario))
  }

  private func figure(_ head: PlanHead) throws(Problem) -> Double? {
    let text = text(head)
    guard !text.isEmpty else { return nil }
    guard let number = Double(decimal: text), number.isFinite else {
      throw Problem(
        .error, place(head),
        Phrase("“\(text.shortened)” should be a number.", zh: "“\(text.shortened)”应为数字。"))
    }
    return number
  }

  /// By which lines of a scenario begin.
  private static let verbs: Set<String> = [
    "add", "place", "set", "remove", "新增", "联系", "加入", "设为", "移除", "退出",
  ]

  /// Lines that stand one below the other, or with semicolons between: ids may hold semicolons, so that only one before a verb
  /// parts two lines.
  private static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    for part in text.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline) {
      for piece in part.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false) {
        let trimmed = piece.trimmed
        let first = trimmed.prefix { !$0.isWhite }
        let isNew =
          first.endIndex < trimmed.endIndex
          && verbs.contains(String(String.UnicodeScalarView(first)).lowercased())
        let line = String(String.UnicodeScalarView(isNew ? trimmed : piece))
        if isNew || lines.isEmpty { lines.append(line) } else { lines[lines.count - 1] += ";" + line }
      }
    }
    return lines.filter { !$0.isEmpty }
  }
}
