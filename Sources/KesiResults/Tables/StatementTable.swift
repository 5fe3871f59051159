import KesiConsortium
import KesiNetwork

extension ResultTable {
  /// What one member puts in and gets, by every method: to be handed out to it, without the numbers of others.
  ///
  /// - Parameter player: its place among the players.
  public static func statement(of player: Int, in sharing: Sharing, of network: Network, in language: Language)
    -> ResultTable
  {
    let actor = network.actors[sharing.players.actors[player]]
    let consortium = sharing.players.consortium.map { network.consortia[$0] }
    func title(_ language: Language) -> String {
      [actor.name(in: language), consortium?.name(in: language)].compactMap { $0 }
        .joined(separator: language == .zh ? "，" : ", ")
    }
    // Whoever gets it sees nothing else of what was done.
    let remarks = sharing.remarks
    return ResultTable(
      StatementItem.allCases.map { StatementLine(item: $0, player: SharePlayer(sharing: sharing, player: player)) }
        .filter { $0.amount != .missing },
      statementColumns, in: TableContext(network, language),
      called: Phrase("statement", zh: "投入—收益对账单"),
      note: Phrase(
        (["What \(title(.en)) puts in and gets"] + remarks.map(\.en)).joined(separator: ". "),
        zh: (["投入—收益对账单：\(title(.zh))"] + remarks.map(\.zh)).joined(separator: "。")))
  }

  enum StatementItem: String, Term {
    case contribution, whole, alone, today, shapley, myerson, nucleolus, equal, proportional, keeps

    var label: Phrase { Phrase(english, zh: chinese[0]) }

    private var english: String {
      switch self {
      case .contribution: "what you put in"
      case .whole: "what all share out"
      case .alone: "what you would gain alone"
      case .today: "what you get today"
      case .shapley: "by what you add (Shapley value)"
      case .myerson: "by what you add along ties (Myerson value)"
      case .nucleolus: "by what keeps all in (nucleolus)"
      case .equal: "in equal parts"
      case .proportional: "in proportion to what is put in"
      case .keeps: "smallest change that keeps all in"
      }
    }

    var chinese: [String] {
      switch self {
      case .contribution: ["贵方投入"]
      case .whole: ["可分配总额"]
      case .alone: ["贵方单独可得"]
      case .today: ["贵方现行所得"]
      case .shapley: ["按边际贡献（沙普利值）"]
      case .myerson: ["按联系中的边际贡献（迈尔森值）"]
      case .nucleolus: ["按各方稳定（核仁）"]
      case .equal: ["平均分配"]
      case .proportional: ["按投入分配"]
      case .keeps: ["各方愿留下的最小调整"]
      }
    }
  }

  struct StatementLine {
    let item: StatementItem
    let player: SharePlayer

    private var split: [Double]? {
      let sharing = player.sharing
      return switch item {
      case .contribution, .whole, .today: nil
      case .alone: sharing.alone
      case .shapley: sharing.shapley.map(\.value)
      case .myerson: sharing.myerson
      case .nucleolus: sharing.nucleolus?.split
      case .equal: sharing.equal
      case .proportional: sharing.proportional
      case .keeps: sharing.nearest
      }
    }

    var amount: Cell {
      let players = player.sharing.players
      return switch item {
      case .contribution: .amount(optional: players.contributions[player.player])
      case .whole: .amount(optional: player.sharing.whole.withoutNoise)
      case .today: .amount(optional: players.shares[player.player].map { ($0 * player.sharing.whole).withoutNoise })
      default: player.of(split)
      }
    }

    /// Of what is shared out; what is put in is another sum.
    var part: Cell {
      switch item {
      case .contribution: .missing
      case .whole: .fraction(1)
      case .today: .fraction(optional: player.sharing.players.shares[player.player])
      default: player.part(split?[player.player])
      }
    }

    /// In what the amount is counted.
    func unit(in profile: Profile) -> Phrase {
      item == .contribution
        ? profile.contributionUnit ?? Phrase("that of contributions, not stated", zh: "同各方投入（单位未注明）")
        : player.sharing.unit(in: profile)
          ?? Phrase("that of the values of coalitions, not stated", zh: "同联盟收益表（单位未注明）")
    }

    /// From whom a split may take that is of these members alone; nobody where they get all today.
    private var takenFromOthers: Phrase? {
      guard player.sharing.leavesRest else { return nil }
      return Phrase(
        "It also shares out among those who share here what goes to others, or to nobody, today.",
        zh: "其中包括目前归其他各方或尚未分配的部分。")
    }

    /// What the line is, to somebody who has no table but this one.
    var meaning: Phrase {
      switch item {
      case .contribution: Phrase("What you have put in; no part of what is shared out.", zh: "贵方已投入的数额，不属于可分配总额。")
      case .whole: Phrase("What all who share are worth together.", zh: "参与分配的各方合作所得的总额。")
      case .alone: Phrase("What you would gain without any of the others.", zh: "贵方不与任何一方合作时的收益。")
      case .today: Phrase("What you get of the whole by your share today.", zh: "按贵方现行份额从总额中所得。")
      case .shapley: Phrase(sentences: [ShareWords.shapley.definition, sampled].compactMap(\.self))
      case .myerson: ShareWords.myerson.definition
      case .nucleolus: ShareWords.nucleolus.definition
      case .equal: ShareWords.equal.definition
      case .proportional: Phrase("The whole in proportion to what each puts in.", zh: "总额按各方投入的比例分配。")
      case .keeps: Phrase(sentences: [nearest, takenFromOthers].compactMap(\.self))
      }
    }

    /// How certain the Shapley value is, where it is an estimate.
    private var sampled: Phrase? {
      guard player.sharing.isSampled else { return nil }
      let estimate = player.sharing.shapley[player.player]
      let (low, high) = (Figure.amount(estimate.low.withoutNoise).text, Figure.amount(estimate.high.withoutNoise).text)
      return Phrase(
        "Found from samples: it lies between \(low) and \(high) with a confidence of 95% at least.",
        zh: "此为抽样估计，真值以不低于 95% 的把握在 \(low) 至 \(high) 之间。")
    }

    private var nearest: Phrase {
      player.sharing.hasCore == false
        ? Phrase(
          "No split keeps everybody: this is the one nearest to today's in which the most that any members would gain by leaving is least.",
          zh: "不存在各方都愿留下的分法；此为退出可多得之数最小、且与现行分配最接近的分法。")
        : Phrase(
          "The split nearest to today's in which no group of members would gain by leaving.",
          zh: "与现行分配最接近、且任何几家退出都得不到更多的分法。")
    }
  }

  static let statementColumns: [Column<StatementLine>] = [
    Column("item", Phrase("item", zh: "对账项目"), .code(StatementItem.self), means: [ShareWords.statement]) { row, table in
      row.item.cell(table.language)
    },
    Column("amount", Phrase("amount", zh: "数额"), .number, means: [ShareWords.statement]) { row, _ in row.amount },
    Column(
      "part", Phrase("part of what is shared out", zh: "占总额比例"), .optional(.fraction), means: [ShareWords.statement]
    ) { row, _ in row.part },
    Column("unit", Phrase("unit", zh: "计量口径"), .text, means: [ShareWords.statement]) { row, table in
      .text(row.unit(in: table.network.profile)(table.language))
    },
    Column("meaning", Phrase("meaning", zh: "各项说明"), .text, means: [ShareWords.statement]) { row, table in
      .text(row.meaning(table.language))
    },
  ]
}
