import KesiCluster
import KesiFormats
import KesiNetwork

/// A plan that was written before, with what became of its steps.
package struct ReviewedPlan {
  package let steps: [(written: WrittenPlan.Step, review: StepReview)]
  /// Today's cluster index.
  package let now: Double
  /// By what it is told who is late; nil where the tables have no dates and none was given.
  package let asOf: PartialDate?
  /// How often gaps of today are found again where the tables err; nil where nobody tried.
  package var trials: GapTrials?

  package init(_ plan: WrittenPlan, _ reviews: [StepReview], now: Double, asOf: PartialDate? = nil) {
    steps = Array(zip(plan.steps, reviews))
    (self.now, self.asOf) = (now, asOf)
  }

  /// The number of its last step, on from which new ones are counted.
  package var last: Int { steps.map(\.written.number).max() ?? 0 }

  /// Whether the gap of a step that is left to do can be built on today.
  func again(_ review: StepReview) -> FoundAgain? { review.gap.flatMap { trials?.again($0) } }

  /// How the cluster stood then, what the plan promised, how it stands, and how many steps have come to what.
  package var sentence: Phrase {
    let then = steps.compactMap(\.written.from).first.map { Figure.points($0).text }
    let promised = steps.compactMap(\.written.to).last.map { Figure.points($0).text }
    let today = Figure.points(now).text
    let counts = StepState.allCases.compactMap { state -> Phrase? in
      let count = steps.count { $0.review.state == state }
      return count == 0 ? nil : Phrase("\(count) \(state.label.en)", zh: "\(state.label.zh) \(count) 步")
    }
    let course =
      then.flatMap { then in
        promised.map { promised in
          Phrase(
            "When the plan was written the cluster index stood at \(then); the plan promised \(promised); today it stands at \(today).",
            zh: "制定方案时集群指数为 \(then)，方案预期 \(promised)，现为 \(today)。")
        }
      } ?? Phrase("The cluster index stands at \(today) today.", zh: "集群指数现为 \(today)。")
    let states = Phrase(
      "Of its \(steps.count.counted("step")): \(counts.map(\.en).joined(separator: "; ")).",
      zh: "方案共 \(steps.count) 步：\(counts.map(\.zh).joined(separator: "；"))。")
    return Phrase(sentences: [course, states, rest, lateness, unreadDeadlines].compactMap(\.self))
  }

  /// That problems and tasks stand in a table of one language as people have them in the other; nil where none does.
  package func writtenElsewhere(than language: Language) -> Phrase? {
    let others = steps.map(\.written.taskLanguage).contains { $0 != nil && $0 != language }
    guard others else { return nil }
    return Phrase(
      "Steps of the earlier plan stand as it has them, in Chinese.", zh: "此前方案各步的文字沿用其原文（英文）。")
  }

  /// What of the course of the cluster index is not for the steps; nil where they account for all of it, as far as is shown, or
  /// where the plan no longer says from where it set out.
  private var rest: Phrase? {
    guard let then = steps.compactMap(\.written.from).first, !steps.contains(where: { $0.written.isReviewed }) else {
      return nil
    }
    let sum = steps.compactMap(\.review.achieved).reduce(0, +)
    guard abs(now - then - sum) >= Self.leastShown else { return nil }
    func signed(_ value: Double) -> String {
      let text = Figure.points(abs(value)).text
      return abs(value) < Self.leastShown ? text : (value < 0 ? "−" : "+") + text
    }
    let (own, others) = (signed(sum), signed(now - then - sum))
    let begun: [StepState] = [.done, .partlyDone, .latePartlyDone]
    let isPart = steps.contains { $0.review.achieved == nil && begun.contains($0.review.state) }
    return Phrase(
      "What its steps have achieved adds up to \(own); other changes in the tables\(isPart ? ", and steps of which they do not tell it," : "") account for the rest (\(others)).",
      zh: "各步实现增量合计 \(own)；其余 \(others) 来自数据中的其他变化\(isPart ? "，以及看不出增量的已完成措施" : "")。")
  }

  /// Half of the last digit that is shown of an index of 100.
  private static let leastShown = 0.05

  /// By which day steps are late; nil where nobody has set a deadline.
  private var lateness: Phrase? {
    guard let asOf, steps.contains(where: { $0.written.due != nil }) else { return nil }
    return Phrase(
      "Steps are late by \(asOf.text), which counts as today (--as-of names another day).",
      zh: "是否逾期以 \(asOf.text) 为准（可用 --as-of 另行指定）。")
  }

  /// Whose deadlines are no dates, of those that are not done.
  package var unreadDeadlines: Phrase? {
    let open: [StepState] = [.open, .partlyDone]
    let unread = steps.filter { written, review in
      open.contains(review.state) && !written.deadline.isEmpty && written.due == nil
    }.map(\.written)
    guard !unread.isEmpty else { return nil }
    func list(_ language: Language) -> String {
      unread.map { step in
        let deadline = "“\(step.deadline.shortened)”"
        return language == .zh ? "第 \(step.number) 步（\(deadline)）" : "\(step.number) (\(deadline))"
      }.joined(separator: language == .zh ? "、" : ", ")
    }
    return Phrase(
      "It is not said whether these steps are late, since their deadlines are no dates (2025, 2025-06, 2025-06-30, 2025 Q3, end of 2025): \(list(.en)).",
      zh: "下列各步的完成时限不是日期（如 2025、2025-06、2025-06-30、2025年底、2025年第三季度），不判断是否逾期：\(list(.zh))。")
  }
}

extension ResultTable {
  /// What became of the steps of a plan that was written before, by today's tables, in short: how they are done is told by the plan
  /// itself, and by what it goes on with.
  package static func progress(of past: ReviewedPlan, _ analysis: Analysis, in language: Language) -> ResultTable {
    let rows = past.steps.map { PlanRow($0.written, $0.review, again: past.again($0.review)) }
    let told: [PlanHead] = [.chain, .planClass, .task, .lead, .with, .deadline, .gain]
    var columns = [planColumns[0]]
    columns += sinceColumns
    columns += planColumns.filter { column in told.contains { $0.rawValue.isExactly(column.head.id) } }
    columns += planColumns.suffix(1)
    return ResultTable(
      rows, columns, in: TableContext(analysis.graph.network, language), called: Chapter.progress.name,
      note: past.sentence)
  }

  /// What a plan that was written before adds.
  static let sinceColumns: [Column<PlanRow>] = [
    Column("state", Phrase("state", zh: "进展"), .optional(.code(StepState.self)), means: [state]) { row, table in
      row.past.map { $0.review.state.cell(table.language) } ?? .missing
    },
    Column(PlanHead.promised.rawValue, PlanHead.promised.title, .optional(.fraction), means: [state]) { row, _ in
      .fraction(optional: row.past?.written.gain)
    },
    Column("achieved", Phrase("achieved", zh: "实现增量"), .optional(.fraction), means: [state]) { row, _ in
      .fraction(optional: row.past?.review.achieved)
    },
  ]

  private static let state = ColumnMeaning(
    "state", Phrase("what became of a step", zh: "措施的进展"), or: ["promised", "achieved", "进展", "原定增量", "实现增量"],
    Phrase(
      "Of a plan that was written before: done, partly done, late, late but partly done, open, no longer needed or no longer possible, by what a step counts as done; promised: its gain then; achieved: what the cluster index would lose today without it.",
      zh: "此前方案各步的进展，按验收标准对照现有数据：已完成、部分完成、逾期未完成、逾期但部分完成、未完成、无需再做、无法再做。原定增量为当时的预期；实现增量为现在若没有这一步，集群指数会减少多少。"),
    advice: Phrase(
      "kesi plan --since PLAN.csv. A tie that was unsatisfactory, or has ended without a satisfactory outcome, does not make a step done. Late goes by dates that the bureau wrote under deadline: 2025-06, 2025 Q3, end of 2025. Achieved is empty where the tables do not tell how it was before.",
      zh:
        "由 kesi plan --since 方案.csv 得出。效果不满意的合作，以及已结束而未注明满意的合作，不算完成。逾期按“完成时限”列所填日期判断，如 2025-06、2025年第三季度、2025年底；数据看不出此前状况的，实现增量留空。"
    ),
    values: StepState.allCases.map(\.label))
}

extension ResultTable.Cell {
  /// What a written plan calls a chain: its id or name of today, or else as it stands.
  static func chain(written word: String, _ table: TableContext) -> ResultTable.Cell {
    guard !word.isEmpty else { return .missing }
    return (try? table.network.chain(called: word)).map { .chain($0, table) } ?? .text(word)
  }

  /// The same of an actor.
  static func actor(written word: String, _ table: TableContext) -> ResultTable.Cell {
    guard !word.isEmpty, ![PlanStep.noLead.en, PlanStep.noLead.zh].contains(word) else {
      return .shown(.missing, as: PlanStep.noLead(table.language))
    }
    return (try? table.network.actor(called: word)).map { .actor($0, table) } ?? .text(word)
  }

  /// The same of several, in either way in which plans list them.
  static func actors(written words: String, _ table: TableContext) -> ResultTable.Cell {
    let names = words.replacing(", ", with: ";").split { [";", "、"].contains($0) }.map { String($0) }
    let found = names.map { name in (try? table.network.actor(called: name)).map { table.network.actors[$0] } }
    return .shown(
      .list(zip(names, found).map { $1?.id ?? $0 }),
      as: table.list(zip(names, found).map { $1?.shortName(in: table.language) ?? $0 }))
  }
}
