import KesiNetwork

/// A small network that shows how tables are filled in. Its actors are made up, and their names say so.
enum TemplateExample {
  static func network(in language: Language) -> Network {
    func word(_ en: String, _ zh: String) -> String { Phrase(en, zh: zh)(language) }
    func actor(_ id: String, _ en: String, _ zh: String, _ kind: String) -> Actor {
      var actor = Actor(id: id, name: word(en, zh), kind: kind, zone: word("Example park", "示例园区"))
      actor.evidence = word("illustrative", "示意")
      return actor
    }
    let stages = [word("materials", "材料"), word("devices", "器件"), word("systems", "系统")]
    let chain = Chain(
      id: "C1", name: word("Example chain", "示例产业链"), requires: ["enterprise", "university"], stages: stages)
    var consortium = Consortium(id: "L1", name: word("Example consortium", "示例联合体"))
    consortium.leader = 1
    consortium.chain = 0
    consortium.period = Period(from: PartialDate("2022"))
    return Network(
      actors: [
        actor("U1", "Example University", "示例大学", "university"),
        actor("E1", "Example enterprise A", "示例企业甲", "enterprise"),
        actor("E2", "Example enterprise B", "示例企业乙", "enterprise"),
      ],
      ties: Ties([
        tie(0, 1, kind: word("joint project", "联合项目"), from: "2021-03", .industrialization, .satisfactory),
        tie(1, 2, kind: word("supply", "配套"), from: "2023", nil, nil),
      ]), chains: [chain],
      positions: [
        Position(actor: 0, chain: 0, role: .provider, stage: stages[0], level: .provincial),
        Position(actor: 1, chain: 0, role: .demander, stage: stages[1]),
      ],
      consortia: [consortium],
      members: [
        Membership(consortium: 0, actor: 1, role: .leader), Membership(consortium: 0, actor: 0, role: .core),
      ],
      coalitions: [
        CoalitionWorth(members: [1], value: 60), CoalitionWorth(members: [0], value: 0),
        CoalitionWorth(members: [0, 1], value: 110),
      ],
      supplies: [
        Supply(
          actor: 0, item: word("device testing", "器件检测"), quantity: 30, level: .provincial, chain: 0,
          preferences: [2])
      ],
      demands: [
        Demand(
          actor: 2, item: word("device testing", "器件检测"), quantity: 20, level: .municipal, chain: 0, preferences: [0])
      ],
      history: [2021, 2022].map { Observation("E1", in: $0, Double(20 * ($0 - 2018))) })
  }

  private static func tie(
    _ source: Int, _ target: Int, kind: String, from: String, _ stage: TieStage?, _ outcome: Outcome?
  ) -> Tie {
    var tie = Tie(source, target, kind: kind)
    tie.period = Period(from: PartialDate(from))
    (tie.stage, tie.outcome) = (stage, outcome)
    return tie
  }
}
