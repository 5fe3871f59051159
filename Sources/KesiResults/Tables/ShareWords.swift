import KesiNetwork

/// What the columns of the tables of sharing mean.
enum ShareWords {
  static let equal = ColumnMeaning(
    "equal", Phrase("equal parts", zh: "平均分配"),
    Phrase("What each member would get if the whole were shared out in equal parts.", zh: "总额平均分配时各方所得。"),
    advice: Phrase("For comparison: it heeds neither what members put in nor what they add.", zh: "供对照：不考虑投入与贡献。"))

  static let alone = ColumnMeaning(
    "alone", Phrase("worth alone", zh: "单独收益"),
    Phrase("What a member would gain without any of the others.", zh: "不与任何一方合作时的收益。"),
    advice: Phrase("Nobody stays for less.", zh: "分得低于此数，就没有理由留下。"))

  static let shapley = ColumnMeaning(
    "shapley", Phrase("Shapley value", zh: "沙普利值"), or: ["Shapley", "夏普利值", "边际贡献平均值"],
    Phrase(
      "What a member adds to those before it, on the average over all orders in which members may join. The values add up to the whole.",
      zh: "成员按各种先后次序加入时所带来增量的平均值；各成员之和等于总额。"),
    advice: Phrase(
      "Rewards what each adds. It may leave a group of members less than they are worth by themselves: see nucleolus.",
      zh: "体现各方的边际贡献。但可能使部分成员合计所得低于其自行合作的收益，见“核仁”。"),
    source: "Shapley 1953")

  static let interval = ColumnMeaning(
    "shapley_low", Phrase("interval of a sampled value", zh: "抽样值的区间"),
    or: ["shapley_high", "at least", "at most", "沙普利值下限", "沙普利值上限"],
    Phrase(
      "Where orders are sampled (--samples): between these the true value lies with a confidence of 95% or more, also where something rare was not drawn.",
      zh: "抽样估计（--samples）时，真值以不低于 95% 的把握落在此区间内，已计入未抽到的少见情形。"),
    advice: Phrase(
      "More samples narrow it: four times as many halve it. Empty where the value is exact.",
      zh: "样本增至四倍，区间约缩小一半；精确计算时留空。"))

  static let part = ColumnMeaning(
    "shapley_share", Phrase("part of all", zh: "占比"),
    Phrase("The Shapley value as a part of the whole.", zh: "沙普利值占总额的比例。"),
    advice: Phrase("To be held against the column share of members.csv.", zh: "可与 members.csv 中的“份额”对照。"))

  static let myerson = ColumnMeaning(
    "myerson", Phrase("Myerson value", zh: "迈尔森值"), or: ["Myerson"],
    Phrase(
      "The Shapley value where only those work together who are joined by ties of the network.",
      zh: "只有在网络中直接或间接有联系的成员才能合作时的沙普利值。"),
    advice: Phrase(
      "Above the Shapley value: the member holds others together. Empty where ties are not assessed, or there are too many players.",
      zh: "高于沙普利值，说明该成员起着连接作用。未评估联系或成员过多时留空。"),
    source: "Myerson 1977")

  static let nucleolus = ColumnMeaning(
    "nucleolus", Phrase("nucleolus", zh: "核仁"), or: ["core", "核心", "核", "least core", "最小核心"],
    Phrase(
      "The split that leaves the most dissatisfied group of members as little to object as can be, then the next, and so on. Where any split keeps everybody (the core), this one does.",
      zh: "使最不满意的成员组合的不满尽可能小、再依次使次不满意者的不满尽可能小的分法。只要存在各方都愿留下的分法（核心），核仁就是其中之一。"),
    advice: Phrase(
      "Rewards what keeps the consortium together, not what each adds. For 12 players at most; by the strength of ties for any number.",
      zh: "着眼于联合体的稳定，而非边际贡献。最多 12 方；按联系强度测算时不限。"),
    source: "Schmeidler 1969; Maschler, Peleg & Shapley 1979")

  static let proportional = ColumnMeaning(
    "proportional", Phrase("in proportion to what is put in", zh: "按投入分配"), or: ["by what is put in"],
    Phrase("The whole in proportion to contributions (members.csv).", zh: "按成员投入（members.csv）的比例分配总额。"),
    advice: Phrase(
      "Empty where the contribution of anyone is not stated: it is never taken for 0.", zh: "任何一方投入未填时留空，绝不按 0 计。"))

  static let today = ColumnMeaning(
    "today", Phrase("today's split", zh: "现行分配"), or: ["现行所得"],
    Phrase("What a member gets of the whole by its share in members.csv.", zh: "按 members.csv 中的份额计算的所得。"),
    advice: Phrase(
      "Shares may add up to less than 1: the rest is not shared out among these members.",
      zh: "份额合计可小于 1：其余部分未在这些成员中分配。"))

  static let keeps = ColumnMeaning(
    "keeps", Phrase("the smallest change that keeps everybody", zh: "稳定方案与增减"),
    or: ["change", "that keeps all", "change from today", "稳定方案", "较现行增减"],
    Phrase(
      "keeps: the split nearest to today's, by the sum of all changes, in which no group of members would gain by leaving; change: by how much each differs from today.",
      zh: "keeps 为与现行分配最接近（增减之和最小）、且任何成员组合退出都得不到更多的分法；change 为各方较现行的增减。"),
    advice: Phrase(
      "Where no split keeps everybody, it is one in which the greatest gain of leaving is least. Several may be equally near; among these the most that anyone gains and loses is least. For 12 players at most.",
      zh: "若不存在这样的分法，则取退出可多得之数最小者。同样接近的方案中，取单家最多增减较小者。最多 12 方。"))

  static let objection = ColumnMeaning(
    "excess", Phrase("who would rather leave", zh: "异议组合"),
    or: [
      "objection", "objections", "gets", "worth", "who", "by themselves", "get today", "more by leaving", "单位组合",
      "自行合作可得",
      "组合现行所得", "退出可多得", "异议",
    ],
    Phrase(
      "A group of members, what they would gain by themselves (worth), what today's split gives them together (gets), and the difference (excess).",
      zh: "某几家成员自行合作可得的收益（worth）、现行分配下合计所得（gets）以及两者之差（excess）。"),
    advice: Phrase(
      "The greater the excess, the more they gain by leaving. No objection: today's split is in the core.",
      zh: "差额越大，退出的动机越强。没有异议组合，说明现行分配是稳定的（在核心中）。"),
    source: "Gillies 1959")

  static let statement = ColumnMeaning(
    "statement", Phrase("statement of a member", zh: "投入—收益对账单"),
    or: [
      "item", "amount", "part", "part of what is shared out", "meaning", "对账项目", "数额", "占总额比例", "计量口径", "各项说明",
    ],
    Phrase(
      "A member's own lines, without the numbers of others (kesi share --statement): what it puts in, what it gets today, and what it would get by each method; part is its part of what there is to share out; unit says in what an amount is counted, meaning what a line is.",
      zh: "只列本单位数字的清单（kesi share --statement）：投入、现行所得以及各种分法下的所得；part 为占可分配总额的比例；另注明数额按什么计、各项是什么。"),
    advice: Phrase("Can be handed out to the member.", zh: "可直接发给该成员。"))
}
