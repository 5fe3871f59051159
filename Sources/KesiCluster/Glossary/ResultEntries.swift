import KesiNetwork

extension Glossary {
  /// The columns of result tables that are not measures.
  static let resultEntries: [GlossaryEntry] = [
    result(
      "severity", Phrase("severity", zh: "严重度"),
      Phrase(
        "How bad a gap is at its place, from 0 to 1. Each kind of gap has its formula.",
        zh: "薄弱环节在其所处位置有多严重，0 至 1。每类各有算法。"),
      Phrase(
        "It ranks gaps; it does not say what closing one would bring: see gain.", zh: "用于排序，不表示弥补后能带来多少提升；后者见“预期增量”。"),
      in: "gaps (severity)"),
    result(
      "gain", Phrase("gain", zh: "预期增量"), or: ["增益", "adds"],
      Phrase("How much a step raises the goal once the steps before it are taken.", zh: "在前面各步完成的基础上，这一步能使目标提高多少。"),
      Phrase("after − before. Small gains of many steps add up.", zh: "等于“措施后”减“措施前”；各步可以累加。"),
      in: "suggest (gain, before, after)"),
    result(
      "expected", Phrase("expected by chance", zh: "随机期望"),
      or: ["期望值", "期望", "随机期望次数", "observed", "实际次数", "ratio", "实际与期望之比"],
      Phrase(
        "What networks drawn at random give, in which every actor has as many partners as here.",
        zh: "保持各主体伙伴数不变、随机重连后的平均结果。"),
      Phrase(
        "Compare observed with it: far below means that something holds the two apart.",
        zh: "与实际值对照：实际远低于期望，说明两者之间确有隔阂。"),
      in: "mixing (expected); gaps (evidence)", source: "Maslov & Sneppen 2002"),
    result(
      "z", Phrase("z score", zh: "z 值"),
      Phrase("How far a value lies from what chance gives, in standard deviations.", zh: "实际值偏离随机期望多少个标准差。"),
      Phrase("Below −2: far fewer than chance gives; above 2: far more.", zh: "小于 −2 表示远少于随机，大于 2 表示远多于随机。"),
      in: "mixing (z); gaps (evidence)"),
    result(
      "p", Phrase("p value", zh: "p 值"),
      or: [
        "p_closed", "p_open", "p, as closed or more", "p, as open or more", "p 值（偏封闭）", "p 值（偏开放）",
      ],
      Phrase("How often chance alone gives a value at least as extreme.", zh: "仅凭偶然出现同样或更极端结果的概率。"),
      Phrase(
        "Below 0.05: hardly chance. Where many pairs are tested at once it is corrected for that (Holm).",
        zh: "小于 0.05 表示很难用偶然解释。同时检验多对时已作校正（Holm 法）。"),
      in: "mixing (p, p_closed, p_open); gaps (evidence)", source: "Holm 1979"),
    result(
      "draws", Phrase("draws", zh: "抽样数"), or: ["抽样次数"],
      Phrase("How many random networks the expected value and p rest on.", zh: "计算随机期望与 p 值所抽取的随机网络数。"),
      Phrase("Set it with --draws.", zh: "用 --draws 设定。"), in: "mixing (draws)"),
    result(
      "harm", Phrase("harm", zh: "影响程度"), or: ["损害"],
      Phrase(
        "What the loss of one actor would break: the larger of the share of pairs disconnected and of the fall of a chain's index.",
        zh: "失去某主体的影响：断开的主体对占比与产业链指数降幅两者中较大者。"),
      Phrase("0: no one else is cut off and no chain suffers.", zh: "为 0 表示既无单位断开，也无产业链受损。"), in: "resilience (harm)"),
    result(
      "cut_off", Phrase("actors cut off", zh: "断开主体数"), or: ["失联主体"],
      Phrase("How many other actors the main network would lose with this one.", zh: "失去该主体后，与主网络断开的其他主体数。"),
      Phrase("Ties among its partners bring it down.", zh: "促成其合作方之间直接合作可减少。"),
      in: "resilience (cut_off); gaps (evidence)"),
    result(
      "parted_pairs", Phrase("disconnected pairs", zh: "断开对数"),
      Phrase("How many pairs of other actors could no longer reach each other.", zh: "失去该主体后，彼此不再相通的主体对数。"),
      Phrase("Compare within one network.", zh: "只宜在同一网络内比较。"), in: "resilience (parted_pairs)"),
    result(
      "stranded", Phrase("left without a partner", zh: "失去唯一伙伴数"),
      Phrase("How many actors have this one as their only partner.", zh: "以该主体为唯一合作方的主体数。"),
      Phrase("Bring each a second partner first.", zh: "应先为它们各找第二个合作方。"), in: "resilience (stranded)"),
    result(
      "index_loss", Phrase("fall of the chain index", zh: "指数降幅"),
      or: ["its index falls by", "chain hit most", "受影响最大的链"],
      Phrase("By how much the index of the chain that is hit most would fall.", zh: "受影响最大的产业链，其指数下降多少。"),
      Phrase("The column chain names it.", zh: "该产业链见“产业链”列。"), in: "resilience (index_loss, chain)"),
    result(
      "led", Phrase("consortia led", zh: "牵头联合体数"), Phrase("How many consortia the actor leads.", zh: "该主体牵头的联合体数。"),
      Phrase("They would need another leader.", zh: "失去它，这些联合体须另定牵头单位。"), in: "resilience (led)"),
    result(
      "half_at", Phrase("losses until half are disconnected", zh: "最大部分不足半数时的流失比例"),
      or: ["share lost when less than half is connected"],
      Phrase(
        "The share of actors lost when the largest connected part holds less than half of all.",
        zh: "最大连通部分降到不足总数一半时，已流失主体的比例。"),
      Phrase("Near 0.5: robust. Near 0: a few losses break the network.", zh: "接近 0.5 则稳健；接近 0 则失去几家即瓦解。"),
      in: "resilience --removal (half_at)"),
    result(
      "verdict", Phrase("verdict", zh: "评价"), or: ["判断", "reading"],
      Phrase(
        "In the table of chains: weak, developing or strong. In mixing: fewer ties than chance gives, as expected, or more.",
        zh: "产业链表中为薄弱、发展中或较强；合作对照表（mixing）中为偏少、正常或偏多。"),
      Phrase(
        "Weak below 1/3, strong from 2/3 on; fewer or more where p is below 0.05.",
        zh: "指数 <1/3 为薄弱，≥2/3 为较强；p < 0.05 时才判为偏少或偏多。"),
      in: "chains (verdict); mixing (verdict)",
      values: ChainIndex.Verdict.allCases.map(\.label) + MixingPair.Verdict.allCases.map(\.label)),
    result(
      "left_out", Phrase("not assessed", zh: "未评估项"),
      Phrase(
        "Parts of the index without data, and kinds that the source does not speak of.", zh: "缺少数据的指数组成部分，以及资料未提及的主体类型。"
      ),
      Phrase("Fill these in first: an index that rests on few parts says little.", zh: "应先补齐：依据过少的指数说明不了问题。"),
      in: "chains (left_out)"),
    result(
      "rank_from", Phrase("range of ranks", zh: "位次区间"),
      or: [
        "rank_to", "ranks", "rank", "位次", "倒数位次", "倒数位次（起）", "倒数位次（止）", "倒数位次（权重浮动 20%）",
      ],
      Phrase(
        "Where a chain ranks, counted from the weakest, in nine of ten weightings when all weights vary by up to 20%.",
        zh: "各项权重上下浮动 20% 时，九成情形下该产业链由弱到强的位次区间。"),
      Phrase("Narrow: the rank is firm. Wide: chains lie close together.", zh: "区间窄则位次稳定；区间宽则各链差距很小。"),
      in: "chains (rank_from, rank_to)"),
    result(
      "adamic_adar", Phrase("Adamic–Adar", zh: "Adamic–Adar 指数"),
      Phrase(
        "How many partners two actors share, each counting 1/log of its own partners.",
        zh: "双方共同伙伴的加权数，每个伙伴按其伙伴数的对数倒数计。"),
      Phrase("High: the two are likely to know each other.", zh: "高则双方较可能相互了解，容易促成合作。"), in: "suggest (adamic_adar)",
      source: "Adamic & Adar 2003"),
    result(
      "resource_allocation", Phrase("resource allocation", zh: "资源分配指数"),
      Phrase("The same, each shared partner counting 1/its number of partners.", zh: "同上，但每个共同伙伴按其伙伴数的倒数计。"),
      Phrase("Less moved by hubs than Adamic–Adar.", zh: "受大中心的影响小于 Adamic–Adar 指数。"),
      in: "suggest (resource_allocation)",
      source: "Zhou, Lü & Zhang 2009"),
  ]

  private static func result(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    in tables: String, values: [Phrase] = [], source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .result, name, or: aliases, definition, advice: advice, tables: tables, values: values, source: source)
  }
}
