import KesiCluster
import KesiFormats
import KesiNetwork

extension ResultTable {
  /// One row a step, in the order in which they are to be taken.
  ///
  /// - Parameters:
  ///   - past: a plan that was written before, the steps of which come first, by their numbers then; new ones are counted on.
  ///   - decided: steps that were decided before, which come next.
  ///   - known: the number of actors that the tables have; nil for all: those beyond are newcomers of steps before.
  ///   - trials: how often the gaps are found again where tables err; nil where nobody tried.
  package static func plan(
    _ steps: [PlanStep], since past: ReviewedPlan?, after decided: [DecidedStep] = [], tried trials: GapTrials? = nil,
    _ analysis: Analysis, knowing known: Int? = nil, note: Phrase? = nil, in language: Language
  ) -> ResultTable {
    let known = known ?? analysis.graph.network.actors.count
    let table = TableContext(analysis.graph.network, language)
    let last = past?.last ?? 0
    let rows =
      (past?.steps.map { PlanRow($0.written, $0.review, again: past?.again($0.review)) } ?? [])
      + decided.map(PlanRow.init)
      + steps.enumerated().map { number, step in
        PlanRow(
          number: number + 1, after: last, step: step, analysis, knowing: known, again: trials?.again(step.gap.id))
      }
    let columns = past == nil ? planColumns : [planColumns[0]] + sinceColumns + planColumns.dropFirst()
    return ResultTable(rows, columns, in: table, called: Chapter.plan.name, note: note)
  }

  /// The same without a plan before it.
  public static func plan(
    _ steps: [PlanStep], after decided: [DecidedStep] = [], tried trials: GapTrials? = nil, _ analysis: Analysis,
    in language: Language
  ) -> ResultTable {
    plan(steps, since: nil, after: decided, tried: trials, analysis, in: language)
  }

  /// A step with its place and what is told of it.
  struct PlanRow {
    /// 0 where it was decided before the plan.
    let number: Int
    /// Nil where it was decided before the plan: only what it does and adds is known.
    var step: PlanStep?
    /// Nil where it is of this plan.
    var past: (written: WrittenPlan.Step, review: StepReview)?
    let problem: Phrase
    let task: Phrase
    var firstAction = Phrase("", zh: "")
    var doneWhen = Phrase("", zh: "")
    let before: Double?
    let after: Double?
    /// As lines of a scenario.
    let lines: [String]
    /// The ids of those who stand there already where somebody of their kind is to come, and capacities that are to be raised.
    let thereBefore: [String]
    var again: FoundAgain?

    init(_ written: WrittenPlan.Step, _ review: StepReview, again: FoundAgain?) {
      number = written.number
      self.again = again
      past = (written, review)
      // As people have it in their plan, whatever the language of this one.
      (problem, task) = (Phrase(written.problem, zh: written.problem), Phrase(written.task, zh: written.task))
      firstAction = Phrase(written.firstAction, zh: written.firstAction)
      doneWhen = Phrase(written.doneWhen, zh: written.doneWhen)
      // Whole, so that it can be read back once more, and what it has brought be told.
      (before, after, lines) = (review.before, review.after, written.lines)
      thereBefore = review.thereBefore.isEmpty ? [] : [review.thereBefore]
    }

    init(_ decided: DecidedStep) {
      number = 0
      problem = Phrase("Decided already.", zh: "此前已定。")
      task = Phrase(decided.text, zh: decided.text)
      (before, after, lines) = (decided.before, decided.after, [decided.line])
      thereBefore = decided.thereBefore
    }

    /// - Parameters:
    ///   - number: its place in the plan, from 1.
    ///   - last: the number of the step before the plan's first.
    init(number: Int, after last: Int, step: PlanStep, _ analysis: Analysis, knowing known: Int, again: FoundAgain?) {
      (self.number, self.step, self.again) = (last + number, step, again)
      problem = step.problem(countedFrom: last)
      task = analysis.task(of: step)
      firstAction = analysis.firstAction(of: step)
      doneWhen = analysis.doneWhen(step)
      (before, after) = (step.before, step.after)
      let network = analysis.graph.network
      lines = step.remedies.map { "\($0.verb) \($0.code(in: network))" }
      thereBefore = step.remedies.flatMap { remedy -> [String] in
        switch remedy {
        case .position(let kind, let chain, _, _): network.ids(ofKind: kind, in: chain, knowing: known)
        case .capacity(_, let chain):
          [PastStep.capacity(of: network.chains[chain].id, is: network.statedCapacity(of: chain))]
        default: []
        }
      }
    }
  }

  /// Those that say what to do, why and what it brings are for everyone; the others need a sheet.
  static let planColumns: [Column<PlanRow>] = [
    Column(
      PlanHead.step.rawValue, PlanHead.step.title, .whole,
      told: Phrase("The steps in order; 0 for those that were decided before.", zh: "各步的先后；0 为此前已定的措施。")
    ) { row, _ in .whole(row.number) },
    Column(PlanHead.chain.rawValue, PlanHead.chain.title, .optional(.id)) { row, table in
      row.past.map { .chain(written: $0.written.chain, table) } ?? .chain(row.step?.chain, table)
    },
    Column(
      PlanHead.planClass.rawValue, PlanHead.planClass.title, .optional(.code(PlanClass.self)), means: [planClass]
    ) { row, table in
      (row.step?.planClass ?? row.past.flatMap { PlanClass(word: $0.written.planClass) })?.cell(table.language)
        ?? .missing
    },
    Column(PlanHead.problem.rawValue, PlanHead.problem.title, .text, means: [problem]) { row, table in
      .text(row.problem(table.language))
    },
    Column(PlanHead.task.rawValue, PlanHead.task.title, .text, means: [problem]) { row, table in
      .text(row.task(table.language))
    },
    Column(PlanHead.lead.rawValue, PlanHead.lead.title, .optional(.id), means: [lead]) { row, table in
      if let past = row.past { return .actor(written: past.written.lead, table) }
      guard let step = row.step else { return .missing }
      return step.lead.map { .actor($0, table) } ?? .shown(.missing, as: PlanStep.noLead(table.language))
    },
    Column(PlanHead.with.rawValue, PlanHead.with.title, .list, means: [lead]) { row, table in
      if let past = row.past { return .actors(written: past.written.with, table) }
      let actors = (row.step?.partners ?? []).map { table.network.actors[$0] }
      return .shown(.list(actors.map(\.id)), as: table.list(actors.map { $0.shortName(in: table.language) }))
    },
    Column(
      PlanHead.firstAction.rawValue, PlanHead.firstAction.title, .text, for: .sheets, means: [firstAction]
    ) { row, table in .text(row.firstAction(table.language)) },
    Column(PlanHead.doneWhen.rawValue, PlanHead.doneWhen.title, .text, for: .sheets, means: [doneWhen]) { row, table in
      .text(row.doneWhen(table.language))
    },
    Column(
      PlanHead.deadline.rawValue, PlanHead.deadline.title, .optional(.text), for: .sheets, means: [doneWhen]
    ) { row, _ in
      row.past.flatMap { $0.written.deadline.isEmpty ? nil : .text($0.written.deadline) } ?? .missing
    },
    Column(PlanHead.gain.rawValue, PlanHead.gain.title, .optional(.fraction), means: [gain]) { row, _ in
      .fraction(optional: row.before.flatMap { before in row.after.map { $0 - before } })
    },
    // Beside what a step would bring, lest the certainty of its gap be taken for a chance that it succeeds.
    Column(
      PlanHead.plausibility.rawValue, PlanHead.plausibility.title, .optional(.fraction), means: [plausibility]
    ) { row, _ in
      .fraction(
        optional: row.past.map { $0.review.left.isEmpty ? $0.written.plausibility : $0.review.plausibility }
          ?? row.step?.plausibility)
    },
    Column(
      "cost", Phrase("cost", zh: "费用"), .optional(.fraction), for: .sheets,
      told: Phrase(
        "What the step costs, by its class, as costs in network.yml has it; 1 where that has none and a budget is kept.",
        zh: "这一步的费用，按类别取自 network.yml 的 costs；未设而给出预算时每步计 1。")
    ) { row, _ in .fraction(optional: row.step?.cost) },
    Column(
      PlanHead.from.rawValue, PlanHead.from.title, .optional(.fraction), for: .sheets, means: [gain]
    ) { row, _ in .fraction(optional: row.before) },
    Column(PlanHead.to.rawValue, PlanHead.to.title, .optional(.fraction), for: .sheets, means: [gain]) { row, _ in
      .fraction(optional: row.after)
    },
    Column(
      PlanHead.certainty.rawValue, PlanHead.certainty.title, .optional(.code(Certainty.self)), means: [certainty]
    ) { row, table in
      (row.again?.certainty ?? row.past.flatMap { Certainty(word: $0.written.certainty) })?.cell(table.language)
        ?? .missing
    },
    Column(
      "opens", Phrase("gaps it opens or makes grave", zh: "副作用"), .list, for: .sheets, means: [opens]
    ) { row, table in
      let opened = row.step?.opened ?? []
      return .shown(
        .list(opened.map(\.id)),
        as: opened.isEmpty ? "" : table.language == .zh ? "新增或加重 \(opened.count) 处" : "\(opened.count) new or worse")
    },
    Column(
      PlanHead.gaps.rawValue, PlanHead.gaps.title, .list, for: .sheets,
      told: Phrase(
        "The gap that the step is for, by its id, which it closes or eases; then the others that it closes.",
        zh: "这一步所针对（予以消除或减轻）的薄弱环节的编号，其后为一并消除的各处。")
    ) { row, _ in
      // What people keep is read back by what stands here.
      let ids = row.past.map { [$0.written.gaps] } ?? (row.step?.closed ?? []).map(\.id)
      return .shown(.list(ids), as: ids.joined(separator: ";"))
    },
    Column(
      PlanHead.scenario.rawValue, PlanHead.scenario.title, .list, for: .sheets,
      told: Phrase(
        "The whole step, be some of it done or not, as lines of a file for what-if --scenario; by these kesi plan --since reads a plan back.",
        zh: "整步措施（含已完成部分）写成情景文件中的行，可用于 kesi what-if --scenario；kesi plan --since 据此读回方案，请勿改动。")
    ) { row, _ in .shown(.list(row.lines), as: row.lines.joined(separator: ";")) },
    Column(
      PlanHead.thereBefore.rawValue, PlanHead.thereBefore.title, .list, for: .sheets,
      told: Phrase(
        "Where a newcomer is to come into a chain, those of its kind who stand there already, by their ids; where capacity is to be raised, what it is, as logistics capacity=180. By these kesi plan --since knows who has come and what has been raised.",
        zh: "须引入单位时，该产业链中已有的同类单位的编号；须提高供给能力时，现有能力（如 logistics capacity=180）。kesi plan --since 据此判断谁是新引入的、能力是否已提高，请勿改动。")
    ) { row, _ in .shown(.list(row.thereBefore), as: row.thereBefore.joined(separator: ";")) },
    Column("basis", Phrase("because", zh: "依据"), .text, for: .sheets, means: [basis]) { row, table in
      .text((row.step?.basis ?? row.past?.review.reason)?(table.language) ?? "")
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
      "What those have in common who are to meet: partners, a chain, a zone, an earlier project. Of a step of an earlier plan that cannot be done any more, or that is open since those who met were not satisfied: that.",
      zh: "拟对接的双方有何共同之处：共同伙伴、同一产业链、同一片区、以往合作；此前方案中无法再做、或合作过但不满意的措施，则为其说明。"),
    advice: Phrase("Empty where nobody is to meet.", zh: "不需对接的措施留空。"))
  private static let opens = ColumnMeaning(
    "opens", Phrase("gaps that a step opens or makes grave", zh: "副作用"),
    Phrase(
      "Gaps that are there once the step is taken and were not before, or that become grave by it, by their ids: a newcomer that depends on one tie, a tie that all depends on.",
      zh: "这一步完成后新出现、或因此变得严重的薄弱环节（编号），如新引入的单位只有一条联系。"),
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
      "Who should see to a step, from the tables only: the government actor or association tied to those concerned, or the leader of their consortium; else who leads the chain or provides for it at the highest level, or whom a newcomer is to work with.",
      zh: "由谁负责推进，只依据表中资料：与相关单位有联系的政府部门或协会，或联合体的牵头单位；没有的，取链主、链上层级最高的供给方，或引入单位的对接单位。"),
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
    advice: Phrase(
      "A score, not a chance. Steps are ordered by gain × plausibility. Below 0.5 those who are to meet look less like actors who work together here than like others.",
      zh: "是评分，不是概率。各步按“增量 × 可行度”排序。低于 0.5 时，双方尚不像本网络中会合作的单位。"))
}
