import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row a number of the model of two populations, with its interval and what it says.
  public static func evolution(_ evolution: Evolution, of network: Network, in language: Language) -> ResultTable {
    let rows = evolution.findings(evolution.subjects.map { network.name(ofSubject: $0) })
      .map { (finding: $0, evolution: evolution) }
    return ResultTable(
      rows, evolutionColumns, in: TableContext(network, language), called: Phrase("evolution", zh: "共生演化"))
  }

  /// One row a state that stays as it is.
  public static func equilibria(_ evolution: Evolution, of network: Network, in language: Language) -> ResultTable {
    let outlook = evolution.outlook
    let rows = evolution.model.equilibria.map { equilibrium in
      EquilibriumRow(
        equilibrium: equilibrium, isAhead: outlook == .settles(equilibrium), subjects: evolution.subjects)
    }
    return ResultTable(
      rows, equilibriumColumns, in: TableContext(network, language), called: Phrase("equilibria", zh: "均衡点"))
  }

  /// One row a population and year: what was observed, and what the model has.
  public static func years(_ evolution: Evolution, of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      evolution.yearlySizes, yearColumns, in: TableContext(network, language),
      called: Phrase("yearly sizes", zh: "逐年规模"))
  }

  struct EquilibriumRow {
    let equilibrium: Equilibrium
    let isAhead: Bool
    let subjects: [String]
  }

  static let evolutionColumns: [Column<(finding: EvolutionFinding, evolution: Evolution)>] = [
    Column(
      "quantity", Phrase("quantity", zh: "项目"), .code(EvolutionFinding.Quantity.self), means: [quantity]
    ) { row, table in row.finding.quantity.cell(table.language) },
    Column(
      "subject", Phrase("population", zh: "种群"), .optional(.id),
      told: Phrase("Of which population it is; empty for both together.", zh: "属于哪个种群；留空为双方。")
    ) { row, table in row.finding.population.map { .subject(row.evolution.subjects[$0], table) } ?? .missing },
    Column(
      "value", Phrase("value", zh: "数值"), .optional(.real), told: Phrase("The number that was found.", zh: "求得的数值。")
    ) {
      row, _ in .real(optional: row.finding.value?.withoutNoise)
    },
    Column("low", Phrase("at least", zh: "下限"), .optional(.real), means: [interval]) { row, _ in
      .real(optional: row.finding.interval?.lowerBound.withoutNoise)
    },
    Column("high", Phrase("at most", zh: "上限"), .optional(.real), means: [interval]) { row, _ in
      .real(optional: row.finding.interval?.upperBound.withoutNoise)
    },
    Column(
      "verdict", Phrase("mode", zh: "模式"), .optional(.code(BehaviorMode.self)), for: .programs, means: [.behaviorMode]
    ) { row, table in
      row.finding.quantity == .behavior ? row.evolution.behavior.cell(table.language) : .missing
    },
    Column("says", Phrase("in words", zh: "含义"), .text, told: Phrase("What the number says.", zh: "该数值的含义。")) {
      row, table in .text(row.finding.says(table.language))
    },
  ]

  static let equilibriumColumns: [Column<EquilibriumRow>] = [
    Column(
      "place", Phrase("who is there", zh: "存续者"), .code(Equilibrium.Place.self),
      told: Phrase("Which of the populations live in this state.", zh: "该状态下哪些种群存续。")
    ) { row, table in row.equilibrium.place.cell(table.language) },
    Column(
      "first_subject", Phrase("first population", zh: "种群一"), .id,
      told: Phrase("Which population the first is.", zh: "种群一是谁。")
    ) { row, table in .subject(row.subjects[0], table) },
    Column("first", Phrase("size of the first", zh: "种群一规模"), .real, told: size) { row, _ in
      .real(optional: row.equilibrium.state.x.withoutNoise)
    },
    Column(
      "second_subject", Phrase("second population", zh: "种群二"), .id,
      told: Phrase("Which population the second is.", zh: "种群二是谁。")
    ) { row, table in .subject(row.subjects[1], table) },
    Column("second", Phrase("size of the second", zh: "种群二规模"), .real, told: size) { row, _ in
      .real(optional: row.equilibrium.state.y.withoutNoise)
    },
    Column("stability", Phrase("stability", zh: "稳定性"), .code(Equilibrium.Stability.self), means: [stability]) {
      row, table in row.equilibrium.stability.cell(table.language)
    },
    Column("rate_high", Phrase("greater rate a year", zh: "较大变化率（每年）"), .real, means: [rates]) { row, _ in
      .real(optional: row.equilibrium.eigenvalues.x.withoutNoise)
    },
    Column("rate_low", Phrase("lesser rate a year", zh: "较小变化率（每年）"), .real, means: [rates]) { row, _ in
      .real(optional: row.equilibrium.eigenvalues.y.withoutNoise)
    },
    Column("ahead", Phrase("ahead", zh: "当前走向"), .whole, means: [ahead]) { row, table in
      .shown(.whole(row.isAhead ? 1 : 0), as: row.isAhead ? Phrase("yes", zh: "是")(table.language) : "")
    },
  ]

  static let yearColumns: [Column<YearlySize>] = [
    Column("year", Phrase("year", zh: "年份"), .whole, told: Phrase("The year.", zh: "年份。")) { row, _ in .whole(row.year)
    },
    Column("subject", Phrase("population", zh: "种群"), .id, told: Phrase("Which population.", zh: "属于哪个种群。")) {
      row, table in .subject(row.subject, table)
    },
    Column(
      "observed", Phrase("observed", zh: "实际值"), .optional(.number),
      told: Phrase("What history.csv has; empty where it has none.", zh: "历年数据中的数值；没有则为空。")
    ) { row, _ in .amount(optional: row.observed) },
    Column("modelled", Phrase("by the model", zh: "模型值"), .optional(.real), means: [modelled]) { row, _ in
      .real(optional: row.modelled?.withoutNoise)
    },
  ]

  private static let size = Phrase(
    "How large the population is in this state, in the unit of history.csv.", zh: "该状态下种群的规模，单位同历年数据。")
  private static let quantity = ColumnMeaning(
    "symbiosis_coefficient", Phrase("symbiosis coefficient and model", zh: "共生系数与演化模型"),
    or: [
      "quantity", "says", "in words", "项目", "lotka-volterra", "logistic", "growth", "needed_symbiosis", "settles_at",
      "noise", "共生系数", "演化模型",
      "共生演化",
    ],
    Phrase(
      "Two populations grow toward what their surroundings hold: dx/dt = r₁x(1 − x/N₁ + δ₁₂y/N₂), dy/dt = r₂y(1 − y/N₂ + δ₂₁x/N₁). growth r: a year, while small and alone; capacity N: the size reached alone; symbiosis δ: what the other adds, as a share of that, below 0 what it takes. behavior: the mode that follows from both δ, with the share of the models that the years leave open in which it is so; settles_at: where the course goes; needed_symbiosis: the smaller δ that would make it symmetric mutual; noise: how far yearly values are from the course.",
      zh:
        "两个种群在环境约束下增长：dx/dt = r₁x(1 − x/N₁ + δ₁₂y/N₂)，dy/dt = r₂y(1 − y/N₂ + δ₂₁x/N₁)。增长率 r：规模小且独立时的年增长率；独立规模上限 N：独立发展所能达到的规模；共生系数 δ：对方使其上限提高的比例，负数为降低。行为模式由两个 δ 得出，并给出其在数据容许的模型中所占比例；趋于：照此发展的去向；所需共生系数：较小的 δ 达到多少即为对称互惠；误差：历年数值偏离曲线的程度。"
    ),
    advice: Phrase(
      "A model of growth, not a cause: a third thing that helps both looks like mutual help. Where δ₁₂ δ₂₁ is 1 or more and both are above 0 it diverges and says nothing of the future.",
      zh: "模型描述增长，不证明因果：同时促进双方的第三种因素，看起来也像互惠。两个 δ 均为正且乘积达到 1 时模型发散，不能用于预测。"),
    source: "Lotka 1925; Volterra 1926; Yuan Chunqing 袁纯清 1998")
  private static let interval = ColumnMeaning(
    "interval_95", Phrase("interval of 95%", zh: "95% 区间"),
    or: ["low", "high", "at least", "下限", "confidence interval", "置信区间"],
    Phrase(
      "From where to where a number of the model may lie, with a chance of 0.95 if the model holds.",
      zh: "模型成立时，该数值以 95% 的把握所在的范围。"),
    advice: Phrase(
      "A coefficient whose interval holds 0 is not told from none. More years make intervals narrower.",
      zh: "区间包含 0 的系数，不能断定有无作用。年份越多，区间越窄。"))
  private static let stability = ColumnMeaning(
    "stability", Phrase("stability of an equilibrium", zh: "均衡点的稳定性"),
    or: [
      "equilibrium", "均衡点", "稳定性", "who is there", "存续者", "first", "second", "first_subject", "second_subject",
      "first population", "second population", "种群一", "种群二", "size of the first", "size of the second", "种群一规模",
      "种群二规模",
    ],
    Phrase(
      "What becomes of states beside it: stable, they come to it; saddle, they come near and leave; unstable, they leave; border, it cannot be told.",
      zh: "附近状态的去向：稳定，回到该点；鞍点，先近后离；不稳定，离开该点；临界，无法判断。"),
    advice: Phrase("Only a stable state lasts.", zh: "只有稳定的状态才能持久。"),
    source: "Lotka 1925; Volterra 1926")
  private static let rates = ColumnMeaning(
    "rate_high", Phrase("rates of change beside a state", zh: "均衡点附近的变化率"),
    or: [
      "rate_low", "greater rate a year", "lesser rate a year", "较大变化率（每年）", "较小变化率（每年）", "较大变化率", "较小变化率", "回归率",
      "eigenvalues", "特征值",
    ],
    Phrase(
      "How fast a small distance from the state changes, a year, in its two directions (real parts of the eigenvalues): below 0 it shrinks, and what is near comes back; above 0 it grows, and what is near leaves.",
      zh: "偏离该点的距离在两个方向上每年的变化率（特征值的实部）：小于 0 表示偏离缩小，附近状态回到该点；大于 0 表示偏离扩大，附近状态离开该点。"),
    advice: Phrase(
      "Stable where both are below 0; then the one nearer to 0 tells how long a return takes: −0.5 halves the distance in 1.4 years.",
      zh: "两者均小于 0 才是稳定的；此时较接近 0 的一个决定恢复所需时间，如 −0.5 约 1.4 年减半。"))
  private static let ahead = ColumnMeaning(
    Phrase("1 for the state to which the course of the two goes as things are, else 0.", zh: "当前走向所趋的状态为 1，其余为 0。"),
    advice: Phrase("None where the model diverges.", zh: "模型发散时均为 0。"))
  private static let modelled = ColumnMeaning(
    or: ["实际值"],
    Phrase(
      "How large the population is by the model: in the years observed, and as many years on; empty where the model diverges.",
      zh: "模型给出的规模，含已有数据的年份及其后同样多的年份；模型发散处为空。"),
    advice: Phrase("After the last observed year it is a projection: if nothing changes.", zh: "最后一年之后为外推，前提是条件不变。"))
}

extension ResultTable.Cell {
  /// A subject of `history.csv`, by its name for people.
  fileprivate static func subject(_ subject: String, _ table: TableContext) -> ResultTable.Cell {
    .shown(.text(subject), as: table.network.name(ofSubject: subject)(table.language))
  }
}
