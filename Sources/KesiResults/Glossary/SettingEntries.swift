import KesiCluster
import KesiNetwork

extension Glossary {
  /// What `network.yml` and options set: what is made up, what is judged and when, which ties count, where gaps begin.
  static let settingEntries: [GlossaryEntry] =
    [
      setting(
        "illustrative", Phrase("illustrative data", zh: "示意数据"), or: ["made up", "模拟数据", "虚构", "示意"],
        Phrase(
          "Data that are made up, in whole or in part, to show how something works. `illustrative: true` marks the network, “illustrative” in the column evidence a row.",
          zh: "全部或部分内容为演示用的模拟数据。illustrative: true 标明整个网络，“依据”列以“示意”开头则标明该行。"),
        Phrase(
          "Pictures, reports and the headings of tables say so; with CSV and JSON a notice goes to standard error. Not a basis for decisions.",
          zh: "图、报告和表格的标题中注明；输出 CSV、JSON 时在标准错误输出中提示。不作为决策依据。"),
        in: "network.yml (illustrative); every table (evidence)"),
      setting(
        "assess", Phrase("what is assessed", zh: "评估范围"), or: ["aspect", "not assessed", "不作评估", "未作评估"],
        Phrase(
          "The aspects that a network states at all. On an aspect that it does not state, no gap is found and no index is computed.",
          zh: "网络的数据说明了哪些方面。未说明的方面不判断薄弱环节，也不计算指数。"),
        Phrase(
          "Without it an aspect is assessed if any row states it. An empty list means that nothing is judged.",
          zh: "省略时，只要有一行数据涉及某方面就予以评估；写空列表表示完全不作判断。"),
        in: "network.yml (assess)", values: Aspect.allCases.map(\.label)),
      setting(
        "as_of", Phrase("as-of date", zh: "基准日"), or: ["today", "now", "今天"],
        Phrase(
          "The day that counts as today: years after it have not come.", zh: "当作“今天”的日期，之后的年份视为尚未到来。"),
        Phrase(
          "Set it with --as-of; otherwise it is the latest start in the tables. It decides what is stalled or intermittent; to leave out what began later, use --to.",
          zh: "用 --as-of 设定，默认取数据中最晚的开始时间。它影响合作停滞与间歇合作的判断；要排除此后开始的内容，请用 --to。")),
      setting(
        "layers", Phrase("layers", zh: "采用的联系"), or: ["layer", "联系层"],
        Phrase(
          "Which kinds of ties are used. `consortia` ties each two members of a consortium, `chains` each two actors of a chain.",
          zh: "采用哪些类型的联系。consortia 表示同一联合体的成员两两相连，chains 表示同一产业链的主体两两相连。"),
        Phrase(
          "Set with --layers, comma-separated. Without it all ties are used or, where there are none, consortia, or chains.",
          zh: "用 --layers 设定，逗号分隔。默认采用全部联系；没有联系时采用联合体，再没有则采用产业链。")),
      setting(
        "projection", Phrase("projection", zh: "折算方式"), or: ["共同成员折算"],
        Phrase(
          "How strong a tie is that comes from shared consortia or chains.", zh: "由共同的联合体或产业链换算成的联系怎样计强度。"),
        Phrase(
          "Set with --projection, together with --layers. newman counts a shared group of k actors as 1/(k−1), so that large groups do not drown small ones.",
          zh: "用 --projection 设定，与 --layers 合用。newman 把 k 个成员的群体计为 1/(k−1)，以免大群体掩盖小群体。"),
        values: [
          Phrase("count", zh: "按共同次数计"), Phrase("newman", zh: "按规模折减"), Phrase("binary", zh: "只计有无"),
        ], source: "Newman 2001"),
      setting(
        "weighted", Phrase("weighted", zh: "计入强度"), or: ["加权"],
        Phrase(
          "Whether the weights of ties count. For paths a tie of weight w has length 1/w.",
          zh: "是否计入联系的强度。计算路径时，强度为 w 的联系长度为 1/w。"),
        Phrase("Set with --weighted; otherwise each tie counts once.", zh: "加 --weighted 才计入，否则每条联系同等对待。")),
      setting(
        "seed", Phrase("seed", zh: "随机种子"),
        Phrase("Where random numbers start from.", zh: "随机数的起点。"),
        Phrase(
          "The same seed gives the same result. A finding that changes with the seed is not firm.",
          zh: "种子相同，结果相同。结论若随种子而变，则并不可靠。")),
    ]
    + [
      threshold(
        "broker_share", Phrase("broker share", zh: "中介过载的占比"), .overloadedBroker,
        Phrase(
          "The share of all shortest paths of a network or chain that run through one actor, from which it is overloaded.",
          zh: "网络或产业链的最短路径经过同一主体的比例，达到此值即为中介过载。")),
      threshold(
        "smallest_scope", Phrase("smallest scope", zh: "考察居间与分裂的最少主体数"), .cutActor,
        Phrase(
          "The fewest actors of a network or chain in which brokers and splits are looked for.",
          zh: "主体数达到此值的网络或产业链才考察居间与分裂。")),
      threshold(
        "smallest_part", Phrase("smallest part", zh: "断开部分的最少主体数"), .cutActor,
        Phrase(
          "The fewest actors that must be cut off inside a chain for it to count as a split.",
          zh: "产业链内断开的部分至少有几家才算分裂。")),
      threshold(
        "significance", Phrase("significance", zh: "显著性水平"), .structuralHole,
        Phrase(
          "Ties are too few where p, corrected for the number of tests, is below this. thin_chain goes by it as well.",
          zh: "按检验次数校正后的 p 值低于此值，才判为联系过少。“链内联系稀疏”也按此判断。")),
      threshold(
        "smallest_group", Phrase("smallest group", zh: "考察结构洞的最小群体"), .structuralHole,
        Phrase("The fewest actors of a group that is looked at.", zh: "主体数达到此值的群体才考察结构洞。")),
      threshold(
        "stalled_share", Phrase("stalled share", zh: "停滞占比"), .stalled,
        Phrase(
          "The share of projects without success, among those of a chain whose progress is known, from which the chain counts as stalled.",
          zh: "产业链上进展已知的合作中，未见成效者的比例达到此值即为合作停滞。")),
      threshold(
        "stalled_years", Phrase("stalled years", zh: "未产业化即算停滞的年数"), .stalled,
        Phrase(
          "After how many years a project should have come to industrialization.", zh: "合作几年后仍未产业化，即计为停滞。")),
      threshold(
        "one_sided_share", Phrase("one sided share", zh: "偏利程度"), .oneSided,
        Phrase(
          "From which difference between what an actor and its partners gain, relative to the sum, ties are one-sided.",
          zh: "主体与合作方所得之差占两者之和的比例，达到此值即为偏利共生。")),
      threshold(
        "active_share", Phrase("active share", zh: "活跃年份占比"), .intermittent,
        Phrase(
          "The share of years with joint work below which it is intermittent.", zh: "有合作的年份占比低于此值，即为间歇合作。")),
      threshold(
        "intermittent_years", Phrase("intermittent years", zh: "考察间歇的最少年数"), .intermittent,
        Phrase(
          "Over how many years at least two actors must have known each other.", zh: "自首次合作以来至少满几年，才考察是否间歇。")),
      threshold(
        "helix_share", Phrase("helix share", zh: "视为缺席的占比"), .unbalancedHelix,
        Phrase(
          "The share of tie ends below which university, industry or government takes hardly any part.",
          zh: "政府、产业、高校院所之一在合作各方中的占比低于此值，即视为几乎没有参与。")),
      setting(
        "least_match", Phrase("least match", zh: "匹配度下限"), or: ["threshold", "判定界限", "差距过大"],
        Phrase(
          "The score below which a supply and a demand differ too much: they are not matched, and another partner is advised. It goes by what the score may come to: what is not stated, such as levels, counts for them, and the quantity as met in full, since others may add to it.",
          zh: "供给与需求可能达到的最高匹配度低于此值，即为差距过大：不予匹配，建议另选合作对象。未注明的部分从宽；数量视为全部满足，因为不足部分可由其他单位补充。"),
        Phrase(
          "For kesi match, but not with --stable, which goes by whom both sides rank. Default \(Thresholds().leastMatch); set under thresholds in network.yml.",
          zh: "用于 kesi match（--stable 按双方意向匹配，不用此值）。默认 \(Thresholds().leastMatch)，在 network.yml 的 thresholds 下设定。"),
        in: "network.yml (thresholds: least_match)"),
      threshold(
        "integrated_kinds", Phrase("integrated kinds", zh: "一体化的联系种类数"), for: modes,
        Phrase(
          "Over how many kinds of ties work that goes on counts as integrated.", zh: "持续合作涉及的联系类型达到几种，即为一体化共生。")),
      threshold(
        "biased_share", Phrase("biased share", zh: "偏利的份额上限"), for: modes,
        Phrase(
          "Up to which share of what both sides gain the smaller side counts as gaining nothing: biased symbiosis.",
          zh: "所得较少一方占双方收益之和的比例不超过此值，视为无所得，即偏利共生。")),
      threshold(
        "symmetric_share", Phrase("symmetric share", zh: "对称的份额下限"), for: modes,
        Phrase(
          "From which share of what both sides gain the smaller side counts as gaining as much as the other: symmetric mutual.",
          zh: "所得较少一方占双方收益之和的比例达到此值，即为对称互惠。")),
      threshold(
        "stated_share", Phrase("stated share", zh: "判定所需的已知占比"), for: modes,
        Phrase(
          "Of which share of its strength a chain or network has to know the mode, for a mode of the whole.",
          zh: "产业链或网络中模式已知的联系强度占比达到此值，才给出整体的模式。")),
    ]

  private static let modes = Phrase("For the modes of kesi symbiosis", zh: "用于 kesi symbiosis 的共生模式")

  private static func setting(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    in tables: String? = nil, values: [Phrase] = [], source: String? = nil
  ) -> GlossaryEntry {
    GlossaryEntry(
      id, .setting, name, or: aliases, definition, advice: advice, tables: tables, values: values, source: source)
  }

  /// A threshold, of which the default is read where it is set.
  private static func threshold(_ id: String, _ name: Phrase, _ kind: GapKind, _ definition: Phrase) -> GlossaryEntry {
    threshold(
      id, name, for: Phrase("For the gap \(kind.id)", zh: "用于薄弱环节“\(kind.label.zh)”"), definition)
  }

  private static func threshold(_ id: String, _ name: Phrase, for use: Phrase, _ definition: Phrase) -> GlossaryEntry {
    let standard = Thresholds()
    let whole = Thresholds.wholeNames.first { $0.name == id }.map { "\(standard[keyPath: $0.path])" }
    let share = Thresholds.names.first { $0.name == id }.map { "\(standard[keyPath: $0.path])" }
    let value = whole ?? share ?? ""
    return setting(
      id, name, or: ["threshold", "判定界限"], definition,
      Phrase(
        "\(use.en). Default \(value); set under thresholds in network.yml.",
        zh: "\(use.zh)。默认 \(value)，在 network.yml 的 thresholds 下设定。"),
      in: "network.yml (thresholds: \(id))")
  }
}
