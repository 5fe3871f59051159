import KesiConsortium
import KesiNetwork

extension Glossary {
  /// What options and files of sharing out and of appraisals mean.
  static let consortiumEntries: [GlossaryEntry] = [
    GlossaryEntry(
      "game_rule", .setting, Phrase("rule of a game", zh: "收益测算规则"), or: ["--rule", "rule", "测算规则"],
      Phrase(
        "Without a table of coalitions, the network says what a group of members is worth: "
          + GameRule.allCases.map { "\($0.rawValue), \($0.meaning.en)" }.joined(separator: "; ") + ".",
        zh: "没有联盟收益表时，由网络推算几家单位合作值多少："
          + GameRule.allCases.map { "\($0.rawValue)（\($0.chinese[0])）为\($0.meaning.zh)" }.joined(separator: "；") + "。"),
      advice: Phrase(
        "A rule does not count money: it tells in which proportion members carry what it counts.",
        zh: "规则给出的不是金额，只说明各方在所计内容中的比重。"),
      tables: "share (--rule)", values: GameRule.allCases.map(\.label), source: "Deng & Papadimitriou 1994"),
    GlossaryEntry(
      "completion", .setting, Phrase("combinations without a value", zh: "未填组合的推算"),
      or: ["--complete", "complete", "superadditive", "超可加"],
      Phrase(
        "What is done about combinations of members of which the table of coalitions says nothing. superadditive: each is worth the best that its members can do in combinations that are stated; who is in none alone is worth nothing.",
        zh: "联盟收益表未填的组合怎样处理。superadditive（超可加）：按其成员在已填组合中的最佳搭配计，未填单独收益的单位按 0 计。"),
      advice: Phrase(
        "It never takes two groups to gain by joining unless that is stated: values are rather too low.",
        zh: "未填明的联合增益不予假定，故推算值偏保守。"),
      tables: "share (--complete)", values: Completion.allCases.map(\.label)),
    GlossaryEntry(
      "scheme", .setting, Phrase("appraisal scheme", zh: "评价方案"),
      or: ["scheme.yml", "--scheme", "appraisal", "贡献评价方案"],
      Phrase(
        "A file that says by what members are appraised: indicators, each with source, label, label_zh, weight, direction (benefit, cost), normalization (min-max, z, share, target) and target. Sources: members.COLUMN, actors.COLUMN, ties, ties.KIND, partners, partners.KIND, gains, brings, chains, loss, or a measure of actors.",
        zh:
          "规定按什么评价成员的文件：各项指标及其 source（数据来源）、label 与 label_zh（名称）、weight（权重）、direction（效益型或成本型）、normalization（标准化方法）与 target（目标值）。来源可为 members.列名、actors.列名、ties、ties.联系类型、partners、partners.主体类型、gains（自身所得）、brings（带给合作方的收益）、chains（服务的产业链数）、loss（缺其则失），或某项主体指标。"
      ),
      advice: Phrase(
        "Agree on it before anyone sees numbers. `kesi contribution --print-scheme` prints one to start from.",
        zh: "应在看到结果之前先商定。可用 kesi contribution --print-scheme 输出一份再改。"),
      tables: "contribution (--scheme)"),
    GlossaryEntry(
      "weighting", .setting, Phrase("where weights come from", zh: "权重的来源"),
      or: ["entropy", "critic", "熵权", "熵权法", "CRITIC", "CRITIC 法", "给定权重"],
      Phrase(
        "given: as the scheme states them. entropy: the more unequally an indicator is spread over members, the more it weighs. critic: the more it varies, and the less it repeats others, the more it weighs.",
        zh: "given 为方案所给；entropy（熵权法）：指标在成员之间分布越不均，权重越大；critic（CRITIC 法）：差异越大、与其他指标重复越少，权重越大。"),
      advice: Phrase(
        "Weights that are found say what tells members apart, not what matters.", zh: "客观赋权反映的是指标的区分度，而不是重要性。"),
      tables: "scheme.yml (weighting)", values: AppraisalScheme.Weighting.allCases.map(\.label),
      source: "Hwang & Yoon 1981; Diakoulaki, Mavrotas & Papayannakis 1995"),
    GlossaryEntry(
      "appraisal_method", .setting, Phrase("how indicators become one", zh: "综合方法"),
      or: ["method", "topsis", "TOPSIS", "TOPSIS 法", "加权求和"],
      Phrase(
        "sum: the weighted sum of numbers scaled from 0 to 1. topsis: how near a member is to the best in all indicators, and how far from the worst.",
        zh: "sum 为各项标准化数值的加权和；topsis 按与各项最优值的接近程度、与最劣值的远离程度计算。"),
      advice: Phrase(
        "A sum lets strength in one indicator make up for another; TOPSIS less so.", zh: "加权求和允许以长补短，TOPSIS 法则较少。"),
      tables: "scheme.yml (method)", values: AppraisalScheme.Method.allCases.map(\.label), source: "Hwang & Yoon 1981"),
  ]
}
