import KesiCluster
import KesiFormats
import KesiNetwork

/// A plan that was written before, with what became of its steps.
package struct ReviewedPlan {
  package let steps: [(written: WrittenPlan.Step, review: StepReview)]
  /// Today's cluster index.
  package let now: Double
  /// How often gaps of today are found again where the tables err; nil where nobody tried.
  package var trials: GapTrials?

  package init(_ plan: WrittenPlan, _ reviews: [StepReview], now: Double) {
    steps = Array(zip(plan.steps, reviews))
    self.now = now
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
    return Phrase(
      "\(course.en) Of its \(steps.count.counted("step")): \(counts.map(\.en).joined(separator: ", ")).",
      zh: "\(course.zh)方案共 \(steps.count) 步：\(counts.map(\.zh).joined(separator: "，"))。")
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
      "Of a plan that was written before: done, partly done, late, open, no longer needed or no longer possible, by what a step counts as done; promised: its gain then; achieved: what the cluster index would lose today without it.",
      zh: "此前方案各步的进展，按验收标准对照现有数据：已完成、部分完成、逾期未完成、未完成、无需再做、无法再做。原定增量为当时的预期；实现增量为现在若没有这一步，集群指数会减少多少。"),
    advice: Phrase(
      "kesi plan --since PLAN.csv. Late goes by dates that the bureau wrote under deadline. Achieved is empty where the tables do not tell how it was before.",
      zh: "由 kesi plan --since 方案.csv 得出。逾期按“完成时限”列所填日期判断；数据看不出此前状况的，实现增量留空。"),
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
