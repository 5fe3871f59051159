extension Glossary {
  static let gapEntries: [GlossaryEntry] = [
    gap(
      .missingKind,
      Phrase(
        "A chain has no actor of a kind that it requires. Severity: the weight of the kind.",
        zh: "产业链缺少所需的某类主体。严重度为该类主体的权重。"),
      Phrase(
        "First ask whether the table is complete: one position of the kind closes it. Kinds that a source does not speak of belong into `unassessed`, not into `requires`.",
        zh: "先核对数据是否完整：补上一个该类主体即可消除。资料未提及的类型应写入 unassessed，而不是留作缺失。")),
    gap(
      .singleProvider,
      Phrase(
        "One actor is the only one of its kind that provides for a chain. Severity: the share of the chain's other actors that are tied to it.",
        zh: "产业链中某类供给方只有一家。严重度为链上其他主体中与其有联系的比例。"),
      Phrase(
        "It works today and stops with that one actor. Bring in or raise a second; `kesi what-if --remove` shows what would be lost.",
        zh: "目前尚可运转，但完全系于这一家。应引入或培育第二家；可用 kesi what-if --remove 查看失去它的后果。")),
    gap(
      .thinChain,
      Phrase(
        "The actors of a chain share fewer ties than networks with the same degrees have by chance. Severity: 1 − observed/expected; p after Holm's correction.",
        zh: "链内主体之间的联系少于同度数随机网络的水平。严重度为 1 − 实际/期望；p 值经 Holm 校正。"),
      Phrase(
        "They have partners, but not in the chain: they are a list, not a chain. p below 0.05 means that chance seldom gives so few. Chains with very few ties cannot be judged and are named.",
        zh: "主体有伙伴，却不在链内：名义上成链，实际未成链。p < 0.05 表示随机情形很少如此稀疏。联系过少的产业链无法判断，会单独列出。"),
      source: "Milo et al. 2003; Holm 1979"),
    gap(
      .brokenStage,
      Phrase(
        "Two consecutive stages of a chain have no tie and no path between them inside the chain, or one has no actors. Severity: 1 − share of linked stage pairs.",
        zh: "产业链相邻两个环节之间没有联系也没有通路，或某一环节没有主体。严重度为 1 − 相通环节对的比例。"),
      Phrase(
        "What upstream finds does not reach downstream. A tie between the best-tied actors of both stages closes it.",
        zh: "上游成果到不了下游。在两个环节联系最多的主体之间建立合作即可打通。")),
    gap(
      .capacityShort,
      Phrase(
        "A chain demands more than its providers give. Severity: 1 − capacity/demand.",
        zh: "产业链需求超过供给能力。严重度为 1 − 供给能力/需求。"),
      Phrase(
        "Both numbers are as stated and must be of one unit, such as graduates a year.",
        zh: "两个数字均以填报为准，须为同一单位，例如每年毕业生人数。")),
    gap(
      .bridgeTie,
      Phrase(
        "A tie whose loss splits the network or a chain. Severity: 2 · the smaller part / all actors.",
        zh: "失去这条联系，网络或产业链即分裂。严重度为 2 × 较小部分 / 全部主体。"),
      Phrase(
        "The only link between two parts. A second tie across, past both ends, is enough.",
        zh: "两部分之间的唯一通道。绕开两端再建一条联系即可。"),
      source: "Hopcroft & Tarjan 1973"),
    gap(
      .cutActor,
      Phrase(
        "An actor whose loss splits the network or a chain. Severity: 2 · the smaller side / all actors.",
        zh: "失去该主体，网络或产业链即分裂。严重度为 2 × 较小一侧 / 全部主体。"),
      Phrase(
        "Often the leader. It is a strength as long as it stays; ties among its partners take the risk away.",
        zh: "往往是牵头单位。它在则强，失则散；让其伙伴之间直接合作可化解风险。"),
      source: "Hopcroft & Tarjan 1973"),
    gap(
      .isolatedActor,
      Phrase(
        "An actor without ties. Severity: its share of all, or of what a chain needs of its kind.",
        zh: "没有任何联系的主体。严重度取其占全部主体的比例，或占产业链所需同类主体的比例。"),
      Phrase(
        "Either the table lacks its ties, or no one works with it. Small enterprises that a cluster does not reach stand here.",
        zh: "要么数据漏填，要么确无合作。集群未能带动的中小企业常见于此。")),
    gap(
      .detachedGroup,
      Phrase(
        "Actors tied among themselves only. Severity as for isolated actors.", zh: "只在内部有联系的一组主体。严重度同孤立主体。"),
      Phrase(
        "A circle of its own beside the main network: one tie joins it.", zh: "游离于主网络之外的小圈子：一条联系即可接入。")),
    gap(
      .structuralHole,
      Phrase(
        "Two zones or chains with far fewer ties between them than expected, and at most one broker. Severity: 1 − observed/expected; p after Holm's correction.",
        zh: "两个片区或产业链之间的联系远少于期望，且至多一家中介。严重度为 1 − 实际/期望；p 值经 Holm 校正。"),
      Phrase(
        "Knowledge does not cross. For a planner a gap, for the broker a position of power. Not every pair should be tied: ask whether the two have anything to give each other.",
        zh: "知识难以跨越。对规划者是断点，对中介者则是优势。并非任何两群都应相连：先看彼此是否互有所需。"),
      source: "Burt 1992"),
    gap(
      .overloadedBroker,
      Phrase(
        "One actor carries most shortest paths of the network or a chain. Severity: its share beyond an even split.",
        zh: "网络或产业链的大多数最短路径都经过同一主体。严重度为其超出平均的份额。"),
      Phrase(
        "A bottleneck: what it does not pass on does not arrive. Ties among its partners relieve it.",
        zh: "瓶颈所在：它不转达，信息就到不了。让其伙伴直接合作可减轻负担。"),
      source: "Freeman 1977; Brandes 2001"),
    gap(
      .oneSided,
      Phrase(
        "An actor whose partners draw far more from its ties than it does, or a member that puts far more into a consortium than its share of the gains. Severity: (theirs − its) / (theirs + its).",
        zh: "合作方所得远多于该主体所得，或成员投入远高于其所得份额。严重度为二者之差与二者之和的比值。"),
      Phrase(
        "Biased symbiosis: it lasts only as long as someone pays. Settle shares of the benefit before the next project.",
        zh: "偏利共生，难以持久。应在下一个项目之前约定利益分配。")),
    gap(
      .intermittent,
      Phrase(
        "Two actors work together in less than half of the years since they began. Severity: 1 − share of active years.",
        zh: "双方自合作以来，有合作的年份不足一半。严重度为 1 − 活跃年份比例。"),
      Phrase(
        "Projects, not a partnership. Ties without dates are not judged; the last year is the latest one in the tables.",
        zh: "只有项目，没有伙伴关系。未填日期的联系不作判断；截止年份取数据中最晚的日期。")),
    gap(
      .stalled,
      Phrase(
        "Most ties of a chain whose course is known are unsatisfactory, or still before industrialization years after they began. Severity: their share of the strength.",
        zh: "产业链中进展已知的联系，多数效果不满意，或多年仍未进入产业化。严重度为其强度占比。"),
      Phrase(
        "Consortia formed to apply for a program look like this. Ask what each side expected, before new ties are added.",
        zh: "为申报项目而组建的联合体往往如此。新增合作之前，先弄清双方各自的期望。")),
    gap(
      .unbalancedHelix,
      Phrase(
        "University, industry or government holds almost none of the tie ends of the network or a chain. Severity: what its share lacks to a third.",
        zh: "网络或产业链的联系中，高校、产业、政府三方之一几乎缺席。严重度为其距三分之一的差额比例。"),
      Phrase(
        "Ask who coordinates and who uses the results. A chain is asked only for spheres that it requires or has. T(uig) at or above 0 says that the three go each for itself.",
        zh: "看由谁协调、成果由谁使用。产业链只考察其需要或已有的一方。T(uig) ≥ 0 表示三方各行其是。"),
      source: "Etzkowitz & Leydesdorff 2000; Leydesdorff 2003"),
  ]

  private static func gap(
    _ kind: GapKind, _ definition: Phrase, _ advice: Phrase, source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(kind.rawValue, .gap, kind.label, definition, advice: advice, source: source)
  }

  static let chainEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "index", .chain, Phrase("chain index", zh: "产业链指数"),
      Phrase(
        "The weighted mean of coverage (0.25), depth (0.35), redundancy (0.2), cohesion (0.1) and balance (0.1); parts without data are left out and named.",
        zh: "主体齐全（0.25）、供给深度（0.35）、供给冗余（0.2）、链内连通（0.1）与供需均衡（0.1）的加权平均；无数据的部分不计并注明。"),
      advice: Phrase(
        "Strong from 2/3 on, weak below 1/3. Compare chains of one network, not networks of different sources. `kesi chains --explain` walks through the sum; the last column says how firm the rank is. Weights: network.yml.",
        zh: "≥2/3 为较强，<1/3 为薄弱。宜在同一网络内比较，不宜跨来源比较。kesi chains --explain 可逐项查看；末列为位次的稳定程度。权重可在 network.yml 中设定。")),
    part(
      .coverage, Phrase("The share of required kinds that are present.", zh: "所需主体类型中已有的比例。"),
      Phrase("Each kind counts alike.", zh: "各类型同等计算。")),
    part(
      .depth,
      Phrase(
        "Over required kinds that provide, 1 − Π(1 − w): w is 0.8 for a national provider, 0.6 provincial, 0.4 municipal, 0.2 otherwise.",
        zh: "对各类供给方取 1 − Π(1 − w) 的平均：国家级 w 为 0.8，省级 0.6，市级 0.4，其他 0.2。"),
      Phrase(
        "A second provider adds less than the first. A level that is not stated counts as the lowest.",
        zh: "后来者的贡献递减。级别不详按最低计。")),
    part(
      .redundancy,
      Phrase(
        "Over required kinds that provide, 1 − Σ share² (Herfindahl–Hirschman).", zh: "对各类供给方取 1 − Σ 份额²（赫芬达尔指数）的平均。"),
      Phrase("0 where one provider is all there is.", zh: "仅有一家供给方时为 0。")),
    part(
      .cohesion,
      Phrase(
        "The share of pairs of the chain's actors joined by a path inside it, averaged with the same share without its busiest broker.",
        zh: "链内主体两两相通的比例，与失去最忙中介后的比例取平均。"),
      Phrase("A star has at most a half: all hangs on its middle.", zh: "星形结构约为一半：一切系于中心。")),
    part(
      .balance,
      Phrase(
        "Ties across required kinds against what their degrees lead one to expect, at most 1 a pair; and capacity against demand.",
        zh: "所需类型之间的联系与期望之比（每对至多为 1），以及供给能力与需求之比。"),
      Phrase("Low where kinds stand side by side without working together.", zh: "各类主体并存而不合作时较低。")),
  ]

  private static func part(_ part: IndexPart, _ definition: Phrase, _ advice: Phrase) -> GlossaryEntry {
    GlossaryEntry(part.rawValue, .chain, part.label, definition, advice: advice)
  }
}
