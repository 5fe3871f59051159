import KesiNetwork

/// The columns by which a written plan is read back; the table of plans has them under these names.
package enum PlanHead: String, CaseIterable, Sendable, FormHead {
  case step, chain
  case planClass = "class"
  case problem, task, lead, with
  case firstAction = "first_action"
  case doneWhen = "done_when"
  case deadline, promised, gain, plausibility
  case from = "cluster_index_from"
  case to = "cluster_index_to"
  case certainty, gaps, scenario
  case thereBefore = "there_before"

  package var title: Phrase {
    switch self {
    case .step: Phrase("step", zh: "序号")
    case .chain: Phrase("chain", zh: "产业链")
    case .planClass: Phrase("class", zh: "类别")
    case .problem: Phrase("problem", zh: "问题")
    case .task: Phrase("task", zh: "任务")
    case .lead: Phrase("lead", zh: "牵头单位")
    case .with: Phrase("with", zh: "配合单位")
    case .firstAction: Phrase("first action", zh: "首个动作")
    case .doneWhen: Phrase("done when", zh: "验收标准")
    case .deadline: Phrase("deadline", zh: "完成时限")
    case .promised: Phrase("promised", zh: "原定增量")
    case .gain: Phrase("gain", zh: "预期增量")
    case .from: Phrase("index before", zh: "指数现值")
    case .to: Phrase("index after", zh: "指数预期")
    case .plausibility: Phrase("plausibility", zh: "可行度")
    case .certainty: Phrase("certainty of gap", zh: "问题把握")
    case .gaps: Phrase("gaps", zh: "对应问题")
    case .scenario: Phrase("as a scenario", zh: "情景写法")
    case .thereBefore: Phrase("there before", zh: "原有单位")
    }
  }

  /// Without these it is not known what was to be done and what it was to bring.
  var isNeeded: Bool { [.step, .gain, .to, .gaps, .scenario].contains(self) }

  func isCalled(_ head: String) -> Bool {
    let word = head.plainWord
    return [rawValue, title.en, title.zh].contains { word == $0.plainWord }
  }

  /// A cell of the column in a sheet.
  func place(in sheet: String, row: Int) -> Place {
    .cell(file: sheet, row: row, column: rawValue, columnZh: title.zh)
  }
}
