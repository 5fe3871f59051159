import KesiCluster
import KesiNetwork

/// What columns of several tables mean.
extension ColumnMeaning {
  static let value = ColumnMeaning(
    Phrase("What a measure, or a part of the chain index, comes to.", zh: "某项指标或产业链指数某一组成部分的数值。"),
    advice: Phrase("Empty where it is undefined.", zh: "没有定义时留空。"))

  static let before = ColumnMeaning(
    "before", Phrase("before and after", zh: "变化前、变化后"), or: ["before", "after", "变化前", "变化后", "措施前", "措施后"],
    Phrase(
      "A number before and after a change, a step or a scenario: a measure, an index, a severity, a rank, the weight of a tie.",
      zh: "变化、措施或假设前后的数值：指标、产业链指数、严重度、位次或联系强度。"),
    advice: Phrase(
      "Empty where there is nothing on that side: a new gap has no severity before.",
      zh: "某一侧没有则留空，如新增的薄弱环节没有变化前的严重度。"))

  /// Below which p counts.
  private static let significance: Phrase = {
    let usual = Thresholds().significance
    return Phrase("\(usual) unless network.yml sets another", zh: "默认 \(usual)，可在 network.yml 中另设")
  }()

  static let verdict = ColumnMeaning(
    "verdict", Phrase("verdict", zh: "评价"), or: ["判断", "reading"],
    Phrase(
      "In the table of chains: weak, developing or strong, or not enough data. In mixing: fewer ties than chance gives, as expected, or more.",
      zh: "产业链表中为薄弱、发展中、较强或资料不足；合作对照表（mixing）中为偏少、正常或偏多。"),
    advice: Phrase(
      "How chains are rated: see chain_index. Fewer or more where p is below the threshold (\(significance.en)).",
      zh: "产业链的评价标准见“产业链指数”；p 值低于显著性水平（\(significance.zh)）时才判为偏少或偏多。"),
    values: ChainIndex.Verdict.allCases.map(\.label) + MixingPair.Verdict.allCases.map(\.label))

  static let strategy = ColumnMeaning(
    Phrase(
      "In which order actors are lost, one after the other: at random, those with most ties, or those with most betweenness first.",
      zh: "主体按什么顺序逐一流失：随机、联系最多者先、中介最强者先。"),
    advice: Phrase("Far worse than at random: the network leans on a few.", zh: "若远差于随机流失，说明网络依赖少数主体。"))
}

/// What several columns of the tables of mixing mean.
extension ColumnMeaning {
  static let groups = ColumnMeaning(
    "a", Phrase("the two groups", zh: "甲方群体、乙方群体"),
    or: [
      "b", "group", "with", "甲方群体", "乙方群体", "群体", "groups by", "分组依据", "brokers", "居间群体",
    ],
    Phrase(
      "The groups of actors between which, or inside which, ties are counted: kinds, zones or chains.",
      zh: "统计哪两个群体之间（或哪个群体之内）的联系；群体按主体类型、片区或产业链划分。"),
    advice: Phrase("Chosen with --by. Twice the same group: ties inside it.", zh: "用 --by 选择；两方为同一群体时，指该群体内部的联系。"),
    isEvidence: true)

  static let expected = ColumnMeaning(
    "expected", Phrase("expected by chance", zh: "随机期望"),
    or: ["期望值", "期望", "随机期望次数", "observed", "实际次数", "ratio", "实际与期望之比", "observed/expected"],
    Phrase(
      "What networks drawn at random give, in which every actor has as many partners as here.",
      zh: "保持各主体伙伴数不变、随机重连后的平均结果。"),
    advice: Phrase(
      "Compare observed with it: far below means that something holds the two apart.",
      zh: "与实际值对照：实际远低于期望，说明两者之间确有隔阂。"),
    source: "Maslov & Sneppen 2002", isEvidence: true)

  static let z = ColumnMeaning(
    "z", Phrase("z score", zh: "z 值"),
    Phrase("How far a value lies from what chance gives, in standard deviations.", zh: "实际值偏离随机期望多少个标准差。"),
    advice: Phrase("Below −2: far fewer than chance gives; above 2: far more.", zh: "小于 −2 表示远少于随机，大于 2 表示远多于随机。"),
    isEvidence: true)

  static let p = ColumnMeaning(
    "p", Phrase("p value", zh: "p 值"),
    or: ["p_closed", "p_open", "p, as closed or more", "p, as open or more", "p 值（偏封闭）", "p 值（偏开放）"],
    Phrase("How often chance alone gives a value at least as extreme.", zh: "仅凭偶然出现同样或更极端结果的概率。"),
    advice: Phrase(
      "Below the threshold (\(significance.en)): hardly chance. Where many pairs are tested at once it is corrected for that (Holm).",
      zh: "低于显著性水平（\(significance.zh)）表示很难用偶然解释。同时检验多对时已作校正（Holm 法）。"),
    source: "Holm 1979", isEvidence: true)

  static let draws = ColumnMeaning(
    or: ["抽样次数"],
    Phrase("How many random networks the expected value and p rest on.", zh: "计算随机期望与 p 值所抽取的随机网络数。"),
    advice: Phrase("Set it with --draws.", zh: "用 --draws 设定。"))
}
