import KesiCluster
import KesiNetwork

extension Glossary {
  static let gapEntries: [GlossaryEntry] = [
    gap(
      .missingKind,
      Phrase(
        "A chain has no actor of a kind that it requires. Severity: the weight of the kind.",
        zh: "产业链上没有其必备的某类主体。严重度为该类主体的权重。"),
      Phrase(
        "First ask whether the table is complete: one position of this kind closes the gap.",
        zh: "先核对数据是否完整：补上一个该类主体的链位即可消除。"),
      usage: Phrase(
        "Kinds that your source does not speak of belong in the column `unassessed`.",
        zh: "资料未提及的类型应写入“未评估”（unassessed），不要留作缺失。")),
    gap(
      .singleProvider,
      Phrase(
        "One actor is the only one of its kind that provides for a chain. Severity: the share of the chain's other actors that have ties with it.",
        zh: "产业链中某一类供给方只有一家。严重度为链上其他主体中与它有联系者的比例。"),
      Phrase(
        "The chain works today and stops with that one actor. Bring in or build up a second.",
        zh: "眼下运转正常，但全靠这一家。应引入或培育第二家。"),
      usage: Phrase("`kesi what-if --remove` shows what would be lost.", zh: "失去它的后果可用 kesi what-if --remove 查看。")),
    gap(
      .thinChain,
      Phrase(
        "The actors of a chain have fewer ties among them than chance would give actors with as many partners. Severity: 1 − observed/expected; p is corrected for the number of tests (Holm).",
        zh: "链内主体之间的联系，少于“伙伴数相同、随机结对”时应有的数量。严重度为 1 − 实际/期望；p 值已按检验次数校正（Holm 法）。"),
      Phrase(
        "The actors have partners, but not each other: a list of names rather than a chain. p below 0.05 means that chance seldom gives so few. Chains with too few ties to judge are named on the side.",
        zh: "各主体都有伙伴，却很少与链内单位合作：名义上成链，实际未成链。p < 0.05 表示如此稀疏很难用偶然解释。联系过少、无法判断的产业链会另行列出。"),
      source: "Milo et al. 2003; Holm 1979"),
    gap(
      .brokenStage,
      Phrase(
        "Two consecutive stages of a chain have neither a tie nor a path inside the chain between them, or one of them has no actors. Severity: 1 − the share of consecutive pairs of stages that are linked.",
        zh: "产业链相邻两个环节之间既无直接联系，也无链内通路，或其中一个环节没有主体。严重度为 1 − 已相通的相邻环节对所占比例。"),
      Phrase(
        "What one stage finds does not reach the next. A tie between the best connected actors of both stages closes it.",
        zh: "前一环节的成果传不到后一环节。促成两个环节中联系最多的单位合作即可打通。")),
    gap(
      .capacityShort,
      Phrase(
        "A chain demands more than its providers supply. Severity: 1 − capacity/demand.",
        zh: "产业链的需求超过供给方的供给能力。严重度为 1 − 供给能力/需求。"),
      Phrase(
        "Both numbers are taken as stated and must be in the same unit, such as graduates a year.",
        zh: "两个数字均以填报为准，单位须一致，例如每年毕业生人数。")),
    gap(
      .bridgeTie,
      Phrase(
        "A tie whose loss would split the network or a chain. Severity: 2 × actors in the smaller part / all actors.",
        zh: "一旦中断，网络或产业链就会分成两部分的联系。严重度为 2 × 较小部分的主体数/主体总数。"),
      Phrase(
        "It is the only link between two parts. One more tie between them, not through the same two actors, is enough.",
        zh: "它是两部分之间的唯一通道。绕开这两家，再建立一条联系即可。"),
      source: "Hopcroft & Tarjan 1973"),
    gap(
      .cutActor,
      Phrase(
        "An actor whose loss would split the network or a chain. Severity: 2 × actors in the smaller part / all actors.",
        zh: "一旦退出，网络或产业链就会分裂的主体。严重度为 2 × 较小部分的主体数/主体总数。"),
      Phrase(
        "Often the leader of a consortium. It is a strength as long as it stays; direct ties among its partners take the risk away.",
        zh: "往往是牵头单位：在时是优势，退出则各方失散。促成其合作方之间直接合作，可化解风险。"),
      source: "Hopcroft & Tarjan 1973"),
    gap(
      .isolatedActor,
      Phrase(
        "An actor without ties. Severity: its share of all actors, or of what a chain needs of its kind, whichever is larger.",
        zh: "没有任何联系的主体。严重度取两者中较大者：它占全部主体的比例；它占产业链所需同类主体的比例。"),
      Phrase(
        "Either its ties are not in the table, or no one works with it. Small enterprises that a cluster does not reach are often found here.",
        zh: "可能是数据漏填，也可能确实无人与之合作。集群尚未带动的中小企业常在此列。")),
    gap(
      .detachedGroup,
      Phrase(
        "A group of actors that have ties with each other only. Severity as for isolated actors.",
        zh: "只在内部有联系、与主网络不相通的一组主体。严重度算法同“孤立主体”。"),
      Phrase("One tie between this group and the main network joins them.", zh: "与主网络建立一条联系即可接入。")),
    gap(
      .structuralHole,
      Phrase(
        "Two zones or chains have far fewer ties with each other than chance would give, and at most one broker between them. Severity: 1 − observed/expected; p is corrected for the number of tests (Holm).",
        zh: "两个片区或两条产业链之间的联系远少于随机情形下应有的数量，居间联系的主体至多一家。严重度为 1 − 实际/期望；p 值已按检验次数校正（Holm 法）。"),
      Phrase(
        "Knowledge does not cross. For a planner this is a gap, for the broker a position of power. Not every pair need be tied: ask whether the two have something to give each other.",
        zh: "知识难以在两者之间流动。对规划者是薄弱环节，对居间者则是优势。并非任何两群都应相连：先看彼此是否互有所需。"),
      source: "Burt 1992"),
    gap(
      .overloadedBroker,
      Phrase(
        "Most shortest paths of the network or a chain run through one actor. Severity: its share of them beyond what an even split would give it.",
        zh: "网络或产业链内单位之间的往来，大多须经同一主体。严重度为它所占最短路径的比例中，超出平均分担的部分。"),
      Phrase(
        "A bottleneck: what it does not pass on does not arrive. Direct ties among its partners relieve it.",
        zh: "它是瓶颈：它不转达，消息就到不了。促成其合作方之间直接合作，可减轻负担。"),
      source: "Freeman 1977; Brandes 2001"),
    gap(
      .oneSided,
      Phrase(
        "An actor whose partners gain far more from its ties than it does, or a member that puts far more into a consortium than its share of the gains. Severity: (theirs − its own) / (theirs + its own).",
        zh: "合作收益大多归合作方，自身所得很少；或成员在联合体中投入多、所得份额少。严重度为（对方所得 − 自身所得）/（对方所得 + 自身所得）。"),
      Phrase(
        "Called biased symbiosis in the literature: it lasts only as long as one side pays. Agree on shares before the next project.",
        zh: "文献中称“偏利共生”（一方获利，另一方所得甚少），难以持久。应在下一个项目之前约定收益分配。")),
    gap(
      .intermittent,
      Phrase(
        "Two actors worked together in less than half of the years since they began. Severity: 1 − the share of years with work.",
        zh: "双方自开始合作以来，有合作的年份不足一半。严重度为 1 − 有合作的年份所占比例。"),
      Phrase(
        "Single projects rather than a partnership. Ties without dates are not judged, and years that have not come do not count.",
        zh: "只是一个个项目，尚未形成稳定的伙伴关系。未填日期的联系不作判断，尚未到来的年份不计。")),
    gap(
      .stalled,
      Phrase(
        "Most ties of a chain with a known outcome or stage have stalled: they are unsatisfactory, or have not come to industrialization years after they began. Severity: the share of tie strength that has stalled.",
        zh: "产业链上进展已知的合作大多停滞：效果不满意，或开展多年仍未产业化。严重度为停滞部分占联系强度的比例。"),
      Phrase(
        "Consortia founded to apply for a program often look like this. Ask what each side expected before new ties are added.",
        zh: "为申报项目而组建的联合体常见此情形。新增合作之前，先弄清各方的期望。")),
    gap(
      .unbalancedHelix,
      Phrase(
        "One of university, industry and government takes part in almost none of the ties of the network or a chain. Severity: how far its share of tie ends falls short of a third.",
        zh: "政府、产业、高校院所三方之一几乎没有参与网络或产业链的合作。严重度为其占比距三分之一所差的比例。"),
      Phrase(
        "Ask who coordinates and who uses the results. Of a chain, only spheres that it requires or has are looked at. T(uig) at 0 or above says that the three work without coordination.",
        zh: "要看由谁协调、成果由谁使用。产业链只考察它需要的或已有的各方。T(uig) ≥ 0 表示三方协同度低。"),
      source: "Etzkowitz & Leydesdorff 2000; Leydesdorff 2003"),
  ]

  private static func gap(
    _ kind: GapKind, _ definition: Phrase, _ advice: Phrase, usage: Phrase? = nil, source: String? = nil
  ) -> GlossaryEntry {
    let advice = Phrase(
      advice.en + " Class: \(kind.gapClass.rawValue).", zh: advice.zh + "类别：\(kind.gapClass.chinese[0])。")
    return GlossaryEntry(
      kind.rawValue, .gap, kind.label, or: kind.chinese, definition, advice: advice, usage: usage,
      tables: "gaps (kind)",
      source: source)
  }

  static let chainEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "chain_index", .chain, Phrase("chain index", zh: "产业链指数"), or: ["index", "指数"],
      Phrase(
        "How complete and sound a chain is, from 0 to 1: the weighted mean of coverage (0.25), depth (0.35), redundancy (0.2), cohesion (0.1) and balance (0.1). Parts without data are left out and named.",
        zh: "产业链的完整与稳固程度，0 至 1：主体齐全（0.25）、供给深度（0.35）、供给冗余（0.2）、链内连通（0.1）、供需均衡（0.1）的加权平均。没有数据的部分不计入，并予注明。"),
      advice: Phrase(
        "Strong from 2/3 on, weak below 1/3. Compare chains of one network, not networks with different sources.",
        zh: "≥2/3 为较强，<1/3 为薄弱。只宜在同一网络内比较，来源不同的网络不宜相互比较。"),
      usage: Phrase(
        "`kesi chains --explain` walks through the sum; the last columns say how firm the rank is. Weights are set in network.yml.",
        zh: "kesi chains --explain 可逐项查看计算过程；末列为位次是否稳定。权重可在 network.yml 中设定。"), tables: "chains (chain_index)"),
    part(
      .coverage, Phrase("The share of required kinds that are present.", zh: "必备主体类型中已有的比例。"),
      Phrase("Each kind counts alike.", zh: "各类型同等计算。")),
    part(
      .depth,
      Phrase(
        "How many providers of what level a chain has. For each required kind that provides, 1 − Π(1 − w), then the mean: w is 0.8 for a national provider, 0.6 for a provincial, 0.4 for a municipal one, 0.2 otherwise.",
        zh: "供给方有多少、层级多高。对每一类必备的供给方计算 1 − Π(1 − w)，再取平均；w：国家级 0.8，省级 0.6，市级 0.4，其他 0.2。"),
      Phrase(
        "A second provider adds less than the first. A level that is not stated counts as the lowest.",
        zh: "供给方越多，新增一家的作用越小。层级不详的按最低计。")),
    part(
      .redundancy,
      Phrase(
        "Whether others could stand in for one provider. For each required kind that provides, 1 − Σ share² (Herfindahl–Hirschman), then the mean.",
        zh: "一家供给方退出时，是否有别家可以接替。对每一类必备的供给方计算 1 − Σ 份额²（赫芬达尔指数），再取平均。"),
      Phrase("0 where one provider is all there is.", zh: "各类都只有一家供给方时为 0。")),
    part(
      .cohesion,
      Phrase(
        "The share of pairs of the chain's actors that a path inside the chain connects, averaged with the same share without the busiest broker.",
        zh: "链上主体两两之间能否经链内联系相通：相通对的比例，与去掉最忙的居间者之后的比例取平均。"),
      Phrase("A star has about a half: all depends on its center.", zh: "所有联系都集中于一家（星形）时约为 0.5：全靠这个中心。")),
    part(
      .balance,
      Phrase(
        "Ties between each two required kinds, against what the numbers of their ties lead one to expect (at most 1 a pair); and capacity against demand.",
        zh: "必备类型两两之间的联系数与期望之比（每对至多计 1），以及供给能力与需求之比，取平均。"),
      Phrase(
        "Low where kinds stand side by side without working together.", zh: "各类主体虽然都有、彼此却不合作时较低。")),
  ]

  private static func part(_ part: IndexPart, _ definition: Phrase, _ advice: Phrase) -> GlossaryEntry {
    GlossaryEntry(part.rawValue, .chain, part.label, definition, advice: advice, tables: "chains (\(part.rawValue))")
  }
}
