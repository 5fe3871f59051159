import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// One row a player: what each would get by every method, and today.
  public static func sharing(_ sharing: Sharing, of network: Network, in language: Language) -> ResultTable {
    let rows = sharing.players.actors.indices.map { SharePlayer(sharing: sharing, player: $0) }
    let whole = sharing.shownWhole(in: network.profile)
    return ResultTable(
      rows, shareColumns, in: TableContext(network, language), called: Phrase("shares", zh: "收益分配"),
      note: Phrase("\(whole.en) to share out", zh: "可分配总额 \(whole.zh)"))
  }

  /// One row a coalition that would rather leave, the most dissatisfied first.
  public static func objections(_ sharing: Sharing, of network: Network, in language: Language) -> ResultTable {
    let rows = (sharing.objections ?? []).map { objection in
      ShareObjection(members: objection.coalition.players.map { sharing.players.actors[$0] }, objection: objection)
    }
    return ResultTable(
      rows, objectionColumns, in: TableContext(network, language), called: Phrase("objections", zh: "异议组合"))
  }

  /// A player of what is shared out.
  struct SharePlayer {
    let sharing: Sharing
    let player: Int

    func of(_ split: [Double]?) -> Cell { .amount(optional: split.map { $0[player].withoutNoise }) }

    func part(_ value: Double?) -> Cell {
      .fraction(optional: sharing.whole > 0 ? value.map { $0 / sharing.whole } : nil)
    }

    /// What the nearest split that keeps everybody gives more than today's.
    var change: Double? {
      guard let today = sharing.today, let nearest = sharing.nearest else { return nil }
      let change = nearest[player] - today[player]
      return change.magnitude > 1e-9 * max(1, sharing.whole) ? change : 0
    }
  }

  /// A coalition that objects, its members by the network.
  struct ShareObjection {
    let members: [Int]
    let objection: Objection
  }

  static let shareColumns: [Column<SharePlayer>] = [
    Column("actor", Phrase("actor", zh: "主体"), .id) { row, table in
      .actor(row.sharing.players.actors[row.player], table)
    },
    Column("kind", Phrase("kind", zh: "主体类型"), .optional(.word)) { row, table in
      let kind = table.network.actors[row.sharing.players.actors[row.player]].kind
      return kind.isEmpty ? .missing : .word(.text(kind), as: table.network.profile.kind(kind).label(table.language))
    },
    Column("contribution", Phrase("contribution", zh: "投入"), .optional(.number)) { row, _ in
      .amount(optional: row.sharing.players.contributions[row.player])
    },
    Column("alone", Phrase("worth alone", zh: "单独收益"), .optional(.number), means: [ShareWords.alone]) { row, _ in
      row.of(row.sharing.alone)
    },
    Column("shapley", Phrase("Shapley value", zh: "沙普利值"), .optional(.number), means: [ShareWords.shapley]) { row, _ in
      row.of(row.sharing.shapley.map(\.value))
    },
    Column("shapley_low", Phrase("at least", zh: "沙普利值下限"), .optional(.number), means: [ShareWords.interval]) {
      row, _ in
      row.sharing.isSampled ? row.of(row.sharing.shapley.map(\.low)) : .missing
    },
    Column("shapley_high", Phrase("at most", zh: "沙普利值上限"), .optional(.number), means: [ShareWords.interval]) {
      row, _ in
      row.sharing.isSampled ? row.of(row.sharing.shapley.map(\.high)) : .missing
    },
    Column("shapley_share", Phrase("part of all", zh: "占比"), .optional(.fraction), means: [ShareWords.part]) { row, _ in
      row.part(row.sharing.shapley[row.player].value)
    },
    Column("myerson", Phrase("Myerson value", zh: "迈尔森值"), .optional(.number), means: [ShareWords.myerson]) { row, _ in
      row.of(row.sharing.myerson)
    },
    Column("nucleolus", Phrase("nucleolus", zh: "核仁"), .optional(.number), means: [ShareWords.nucleolus]) { row, _ in
      row.of(row.sharing.nucleolus?.split)
    },
    Column("equal", Phrase("equal parts", zh: "平均分配"), .optional(.number), means: [ShareWords.equal]) { row, _ in
      row.of(row.sharing.equal)
    },
    Column(
      "proportional", Phrase("by what is put in", zh: "按投入分配"), .optional(.number), means: [ShareWords.proportional]
    ) { row, _ in row.of(row.sharing.proportional) },
    Column("today", Phrase("today", zh: "现行分配"), .optional(.number), means: [ShareWords.today]) { row, _ in
      .amount(optional: row.sharing.players.shares[row.player].map { ($0 * row.sharing.whole).withoutNoise })
    },
    Column("keeps", Phrase("that keeps all", zh: "稳定方案"), .optional(.number), means: [ShareWords.keeps]) { row, _ in
      row.of(row.sharing.nearest)
    },
    Column("change", Phrase("change from today", zh: "较现行增减"), .optional(.number), means: [ShareWords.keeps]) {
      row, _ in .amount(optional: row.change?.withoutNoise)
    },
  ]

  static let objectionColumns: [Column<ShareObjection>] = [
    Column("members", Phrase("who", zh: "单位组合"), .list, means: [ShareWords.objection]) { row, table in
      let actors = row.members.map { table.network.actors[$0] }
      return .shown(.list(actors.map(\.id)), as: table.list(actors.map { $0.shortName(in: table.language) }))
    },
    Column("worth", Phrase("by themselves", zh: "自行合作可得"), .number, means: [ShareWords.objection]) { row, _ in
      .amount(optional: row.objection.worth.withoutNoise)
    },
    Column("gets", Phrase("get today", zh: "组合现行所得"), .number, means: [ShareWords.objection]) { row, _ in
      .amount(optional: row.objection.gets.withoutNoise)
    },
    Column("excess", Phrase("more by leaving", zh: "退出可多得"), .number, means: [ShareWords.objection]) { row, _ in
      .amount(optional: row.objection.excess.withoutNoise)
    },
  ]
}
