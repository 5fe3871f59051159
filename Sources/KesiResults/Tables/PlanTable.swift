import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a step, in the order in which they are to be taken.
  ///
  /// - Parameter trials: how often the gaps are found again where tables err; nil where nobody tried.
  public static func plan(
    _ steps: [PlanStep], tried trials: GapTrials? = nil, _ analysis: Analysis, in language: Language
  ) -> ResultTable {
    let rows = steps.enumerated().map { number, step in
      PlanRow(
        number: number + 1, step: step, words: PlanRow.Words(step, analysis), again: trials?.again(step.gap.id))
    }
    return ResultTable(
      rows, planColumns, in: TableContext(analysis.graph.network, language), called: Phrase("plan", zh: "行动方案"))
  }

  /// A step with its place and what is told of it.
  struct PlanRow {
    let number: Int
    let step: PlanStep
    let words: Words
    let again: FoundAgain?

    struct Words {
      let task: Phrase
      let firstAction: Phrase
      let doneWhen: Phrase

      init(_ step: PlanStep, _ analysis: Analysis) {
        task = analysis.task(of: step)
        firstAction = analysis.firstAction(of: step)
        doneWhen = analysis.doneWhen(step)
      }
    }
  }

  static let planColumns: [Column<PlanRow>] = [
    Column("step", Phrase("step", zh: "序号"), .whole, told: Phrase("The steps in order.", zh: "各步的先后。")) { row, _ in
      .whole(row.number)
    },
    Column("chain", Phrase("chain", zh: "产业链"), .optional(.id)) { row, table in .chain(row.step.chain, table) },
    Column("class", Phrase("class", zh: "类别"), .code(PlanClass.self), means: [planClass]) { row, table in
      row.step.planClass.cell(table.language)
    },
    Column("problem", Phrase("problem", zh: "问题"), .text, told: Phrase("The gap that it is for.", zh: "针对哪一处薄弱环节。")) {
      row, table in .text(row.step.problem(table.language))
    },
    Column(
      "task", Phrase("task", zh: "任务"), .text, told: Phrase("What is done, all of it together.", zh: "要做的事，各项一并进行。")
    ) {
      row, table in .text(row.words.task(table.language))
    },
    Column("lead", Phrase("lead", zh: "牵头单位"), .optional(.id), means: [lead]) { row, table in
      row.step.lead.map { .actor($0, table) } ?? .shown(.missing, as: table.language == .zh ? "待定" : "to be settled")
    },
    Column("with", Phrase("with", zh: "配合单位"), .list, means: [lead]) { row, table in
      let actors = row.step.partners.map { table.network.actors[$0] }
      return .shown(.list(actors.map(\.id)), as: table.list(actors.map { $0.shortName(in: table.language) }))
    },
    Column(
      "first_action", Phrase("first action", zh: "首个动作"), .text,
      told: Phrase("What to do on the first day.", zh: "第一步做什么。")
    ) { row, table in .text(row.words.firstAction(table.language)) },
    Column(
      "done_when", Phrase("done when", zh: "验收标准"), .text, told: Phrase("By what it counts as done.", zh: "怎样算完成。")
    ) { row, table in .text(row.words.doneWhen(table.language)) },
    Column(
      "deadline", Phrase("deadline", zh: "完成时限"), .optional(.text),
      told: Phrase("Left open, for those who decide on it.", zh: "由主管部门填写。")
    ) { _, _ in .missing },
    Column("gain", Phrase("gain", zh: "预期增量"), .fraction, means: [gain]) { row, _ in .fraction(optional: row.step.gain)
    },
    Column("plausibility", Phrase("plausibility", zh: "可行度"), .optional(.fraction), means: [plausibility]) { row, _ in
      .fraction(optional: row.step.plausibility)
    },
    Column("cluster_index_from", Phrase("index before", zh: "指数现值"), .fraction, means: [gain]) { row, _ in
      .fraction(optional: row.step.before)
    },
    Column("cluster_index_to", Phrase("index after", zh: "指数预期"), .fraction, means: [gain]) { row, _ in
      .fraction(optional: row.step.after)
    },
    Column("certainty", Phrase("certainty", zh: "把握"), .optional(.code(Certainty.self))) { row, table in
      row.again?.certainty.cell(table.language) ?? .missing
    },
    Column("opens", Phrase("gaps it opens", zh: "副作用"), .list, means: [opens]) { row, table in
      .shown(
        .list(row.step.opened.map(\.id)),
        as: row.step.opened.isEmpty
          ? "" : table.language == .zh ? "新出现 \(row.step.opened.count) 处" : "\(row.step.opened.count) new")
    },
    Column(
      "gaps", Phrase("gaps", zh: "对应问题"), .list, for: .programs,
      told: Phrase(
        "The gap that the step is for, by its id, which it closes or eases; then the others that it closes.",
        zh: "这一步所针对（予以消除或减轻）的薄弱环节的编号，其后为一并消除的各处。")
    ) { row, _ in .list(row.step.closed.map(\.id)) },
    Column(
      "scenario", Phrase("as a scenario", zh: "情景写法"), .list, for: .programs,
      told: Phrase("The step as lines of a file for what-if --scenario.", zh: "这一步写成 what-if --scenario 文件中的行。")
    ) { row, table in .list(row.step.remedies.map { "\($0.verb) \($0.code(in: table.network))" }) },
    Column(
      "basis", Phrase("because", zh: "依据"), .text, told: Phrase("What speaks for it beside its gain.", zh: "除增量之外的依据。")
    ) { row, table in .text(row.step.basis(table.language)) },
  ]

  private static let opens = ColumnMeaning(
    "opens", Phrase("gaps that a step opens", zh: "副作用"),
    Phrase(
      "Gaps that are there once the step is taken and were not before, by their ids: a newcomer that hangs on one tie, a tie that all hangs on.",
      zh: "这一步完成后新出现的薄弱环节（编号），如新引入的单位只有一条联系。"),
    advice: Phrase("The index counts them already; a second tie often closes them.", zh: "指数已计入其影响；往往再加一条联系即可消除。"))
  private static let planClass = ColumnMeaning(
    "class", Phrase("class of a step", zh: "措施类别"), or: PlanClass.allCases.flatMap { [$0.rawValue, $0.chinese[0]] },
    Phrase(
      PlanClass.allCases.map { "\($0.rawValue): \($0.definition.en)" }.joined(separator: " "),
      zh: PlanClass.allCases.map { "\($0.chinese[0])：\($0.definition.zh)" }.joined()),
    advice: Phrase("What steps are for, not how urgent they are.", zh: "表示措施的作用，不表示轻重缓急。"))
  private static let lead = ColumnMeaning(
    "lead", Phrase("who leads, and with whom", zh: "牵头单位、配合单位"), or: ["with", "牵头单位", "配合单位"],
    Phrase(
      "Who should see to a step, from the tables only: the government actor or association tied to those concerned, or the leader of their consortium.",
      zh: "由谁负责推进，只依据表中资料：与相关单位有联系的政府部门或协会，或联合体的牵头单位。"),
    advice: Phrase("Empty where the tables do not say: settle it first.", zh: "资料中看不出的，标“待定”，须先行明确。"))
  private static let gain = ColumnMeaning(
    "cluster_index_to", Phrase("gain of a step", zh: "措施的预期增量"),
    or: ["cluster_index_from", "指数现值", "指数预期", "index before", "index after"],
    Phrase(
      "The cluster index before a step and after it, all steps before it being taken; gain is the difference, in points of 100.",
      zh: "在前面各步完成的基础上，这一步前后的集群指数；预期增量为两者之差（满分 100）。"),
    advice: Phrase(
      "It holds if ties that are added work, and seats have the lowest level: what-if shows the same.",
      zh: "前提是新增的合作真正起作用；新加入者按最低层级计。用 what-if 可得到同样的数字。"))
  private static let plausibility = ColumnMeaning(
    Phrase(
      "How near at hand the new ties of a step are, a score from 0 to 1; 1 where it needs none.",
      zh: "这一步所需的新合作有多容易促成，0 至 1 的评分；不需新合作的为 1。"),
    advice: Phrase("A score, not a chance. Steps are ordered by gain × plausibility.", zh: "是评分，不是概率。各步按“增量 × 可行度”排序。"))
}
