import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a step, in the order in which they are to be taken.
  ///
  /// - Parameters:
  ///   - decided: steps that were decided before, which come first.
  ///   - trials: how often the gaps are found again where tables err; nil where nobody tried.
  public static func plan(
    _ steps: [PlanStep], after decided: [DecidedStep] = [], tried trials: GapTrials? = nil, _ analysis: Analysis,
    in language: Language
  ) -> ResultTable {
    let rows =
      decided.map(PlanRow.init)
      + steps.enumerated().map { number, step in
        PlanRow(number: number + 1, step: step, analysis, again: trials?.again(step.gap.id))
      }
    return ResultTable(
      rows, planColumns, in: TableContext(analysis.graph.network, language), called: Chapter.plan.name)
  }

  /// A step with its place and what is told of it.
  struct PlanRow {
    /// 0 where it was decided before the plan.
    let number: Int
    /// Nil where it was decided before the plan: only what it does and adds is known.
    let step: PlanStep?
    let problem: Phrase
    let task: Phrase
    let firstAction: Phrase
    let doneWhen: Phrase
    let before: Double?
    let after: Double?
    /// As lines of a scenario.
    let lines: [String]
    let again: FoundAgain?

    init(_ decided: DecidedStep) {
      (number, step, again) = (0, nil, nil)
      problem = Phrase("Decided already.", zh: "此前已定。")
      task = Phrase(decided.text, zh: decided.text)
      (firstAction, doneWhen) = (Phrase("", zh: ""), Phrase("", zh: ""))
      (before, after, lines) = (decided.before, decided.after, [decided.line])
    }

    init(number: Int, step: PlanStep, _ analysis: Analysis, again: FoundAgain?) {
      (self.number, self.step, self.again) = (number, step, again)
      problem = step.problem
      task = analysis.task(of: step)
      firstAction = analysis.firstAction(of: step)
      doneWhen = analysis.doneWhen(step)
      (before, after) = (step.before, step.after)
      lines = step.remedies.map { "\($0.verb) \($0.code(in: analysis.graph.network))" }
    }
  }

  /// Those that say what to do, why and what it brings are for everyone; the others need a sheet.
  static let planColumns: [Column<PlanRow>] = [
    Column(
      "step", Phrase("step", zh: "序号"), .whole,
      told: Phrase("The steps in order; 0 for those that were decided before.", zh: "各步的先后；0 为此前已定的措施。")
    ) { row, _ in .whole(row.number) },
    Column("chain", Phrase("chain", zh: "产业链"), .optional(.id)) { row, table in .chain(row.step?.chain, table) },
    Column("class", Phrase("class", zh: "类别"), .optional(.code(PlanClass.self)), means: [planClass]) { row, table in
      row.step?.planClass.cell(table.language) ?? .missing
    },
    Column("problem", Phrase("problem", zh: "问题"), .text, means: [problem]) { row, table in
      .text(row.problem(table.language))
    },
    Column("task", Phrase("task", zh: "任务"), .text, means: [problem]) { row, table in
      .text(row.task(table.language))
    },
    Column("lead", Phrase("lead", zh: "牵头单位"), .optional(.id), means: [lead]) { row, table in
      guard let step = row.step else { return .missing }
      return step.lead.map { .actor($0, table) } ?? .shown(.missing, as: PlanStep.noLead(table.language))
    },
    Column("with", Phrase("with", zh: "配合单位"), .list, means: [lead]) { row, table in
      let actors = (row.step?.partners ?? []).map { table.network.actors[$0] }
      return .shown(.list(actors.map(\.id)), as: table.list(actors.map { $0.shortName(in: table.language) }))
    },
    Column("first_action", Phrase("first action", zh: "首个动作"), .text, for: .sheets, means: [firstAction]) {
      row, table in
      .text(row.firstAction(table.language))
    },
    Column("done_when", Phrase("done when", zh: "验收标准"), .text, for: .sheets, means: [doneWhen]) { row, table in
      .text(row.doneWhen(table.language))
    },
    Column("deadline", Phrase("deadline", zh: "完成时限"), .optional(.text), for: .sheets, means: [doneWhen]) { _, _ in
      .missing
    },
    Column("gain", Phrase("gain", zh: "预期增量"), .optional(.fraction), means: [gain]) { row, _ in
      .fraction(optional: row.before.flatMap { before in row.after.map { $0 - before } })
    },
    Column(
      "plausibility", Phrase("plausibility", zh: "可行度"), .optional(.fraction), for: .sheets, means: [plausibility]
    ) { row, _ in .fraction(optional: row.step?.plausibility) },
    Column("cluster_index_from", Phrase("index before", zh: "指数现值"), .optional(.fraction), for: .sheets, means: [gain])
    {
      row, _ in .fraction(optional: row.before)
    },
    Column("cluster_index_to", Phrase("index after", zh: "指数预期"), .optional(.fraction), for: .sheets, means: [gain]) {
      row, _ in .fraction(optional: row.after)
    },
    Column("certainty", Phrase("certainty", zh: "把握"), .optional(.code(Certainty.self)), means: [certainty]) {
      row, table in
      row.again?.certainty.cell(table.language) ?? .missing
    },
    Column("opens", Phrase("gaps it opens", zh: "副作用"), .list, for: .sheets, means: [opens]) { row, table in
      let opened = row.step?.opened ?? []
      return .shown(
        .list(opened.map(\.id)),
        as: opened.isEmpty ? "" : table.language == .zh ? "新出现 \(opened.count) 处" : "\(opened.count) new")
    },
    Column(
      "gaps", Phrase("gaps", zh: "对应问题"), .list, for: .programs,
      told: Phrase(
        "The gap that the step is for, by its id, which it closes or eases; then the others that it closes.",
        zh: "这一步所针对（予以消除或减轻）的薄弱环节的编号，其后为一并消除的各处。")
    ) { row, _ in .list((row.step?.closed ?? []).map(\.id)) },
    Column(
      "scenario", Phrase("as a scenario", zh: "情景写法"), .list, for: .programs,
      told: Phrase("The step as lines of a file for what-if --scenario.", zh: "这一步写成 what-if --scenario 文件中的行。")
    ) { row, _ in .list(row.lines) },
    Column("basis", Phrase("because", zh: "依据"), .text, for: .sheets, means: [basis]) { row, table in
      .text(row.step?.basis(table.language) ?? "")
    },
  ]

  private static let problem = ColumnMeaning(
    "task", Phrase("problem and task of a step", zh: "问题与任务"), or: ["problem", "问题", "任务"],
    Phrase(
      "The gap that a step is for, and what is done about it, all of it together.",
      zh: "一步措施针对的薄弱环节，以及要做的事；各项一并进行。"),
    advice: Phrase("In words of people; scenario has the same for programs.", zh: "供人阅读；供程序使用的写法见“情景写法”列。"))
  private static let firstAction = ColumnMeaning(
    or: ["首个动作", "第一步"],
    Phrase("What to do on the first day of a step: whom to bring to one table, whom to ask.", zh: "一步措施从哪里做起：先约谁、先问谁。"),
    advice: Phrase(
      "Who makes the match is somebody who works with both, the one with fewest ties.", zh: "牵线者取与双方都有合作、自身联系最少的一家。"))
  private static let doneWhen = ColumnMeaning(
    "done_when", Phrase("done when", zh: "验收标准"), or: ["deadline", "完成时限", "验收"],
    Phrase(
      "By what a step counts as done: a contract that is signed, a project that runs. The deadline is left open, for those who decide on it.",
      zh: "怎样算完成，如协议已签、项目已启动。“完成时限”留空，由主管部门填写。"),
    advice: Phrase("Of several ties each has to be there.", zh: "一步含多项合作的，须逐项完成。"))
  private static let basis = ColumnMeaning(
    "basis_of_step", Phrase("what speaks for a step", zh: "措施依据"), or: ["because"],
    Phrase(
      "What those have in common who are to meet: partners, a chain, a zone, an earlier project.",
      zh: "拟对接的双方有何共同之处：共同伙伴、同一产业链、同一片区、以往合作。"),
    advice: Phrase("Empty where nobody is to meet.", zh: "不需对接的措施留空。"))
  private static let opens = ColumnMeaning(
    "opens", Phrase("gaps that a step opens", zh: "副作用"),
    Phrase(
      "Gaps that are there once the step is taken and were not before, by their ids: a newcomer that depends on one tie, a tie that all depends on.",
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
    or: ["gain", "预期增量", "cluster_index_from", "指数现值", "指数预期", "index before", "index after"],
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
