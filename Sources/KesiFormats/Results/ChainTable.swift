import KesiCluster

extension ResultTable {
  /// One row a chain, the weakest first: index, verdict, the parts of the index, what it has, what was left out.
  public static func chains(_ survey: GapSurvey, gaps: [Gap], in language: Language) -> ResultTable {
    let ranked = survey.weakestFirst()
    let rows = ranked.map { chain, index -> [Cell] in
      let verdict = index.verdict.map { Cell.shown(.text($0.rawValue), as: $0.label(language)) } ?? .missing
      let leftOut = index.leftOut.map { leftOutLabel($0, survey)(language) }
      return [
        .text(chain.chain.id), .shown(.text(chain.chain.name), as: chain.chain.name(in: language)),
        .real(optional: index.value), verdict,
      ] + index.parts.map { .real(optional: $0.value) } + [
        .whole(chain.actors.count), .whole(chain.matrix.tieCount), .whole(gaps.count { $0.chain == chain.index }),
        .shown(.list(index.leftOut), as: leftOut.joined(separator: language == .zh ? "、" : ", ")),
      ]
    }
    let parts = [
      "coverage": "主体齐全", "depth": "供给深度", "redundancy": "供给冗余", "cohesion": "链内连通", "balance": "供需均衡",
    ]
    return ResultTable(
      heading: heading(of: survey.graph.network),
      columns: [
        Column("id", Phrase("id", zh: "编号"), for: .programs), Column("name", Phrase("chain", zh: "产业链")),
        Column("index", Phrase("index", zh: "指数")), Column("verdict", Phrase("verdict", zh: "评价")),
      ] + (ranked.first?.index.parts ?? []).map { Column($0.name, Phrase($0.name, zh: parts[$0.name] ?? $0.name)) } + [
        Column("actors", Phrase("actors", zh: "主体")), Column("ties", Phrase("ties", zh: "联系")),
        Column("gaps", Phrase("gaps", zh: "断点")),
        Column("left_out", Phrase("not assessed", zh: "未评估")),
      ], rows: rows)
  }

  private static func leftOutLabel(_ name: String, _ survey: GapSurvey) -> Phrase {
    switch name {
    case "capacity": Phrase("capacity", zh: "供给能力")
    case "coverage": Phrase("coverage", zh: "主体齐全")
    case "depth": Phrase("depth", zh: "供给深度")
    case "redundancy": Phrase("redundancy", zh: "供给冗余")
    case "cohesion": Phrase("cohesion", zh: "链内连通")
    case "balance": Phrase("balance", zh: "供需均衡")
    default: survey.graph.network.profile.kind(name).label
    }
  }
}
