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
    return ResultTable(
      StatementItem.allCases.map { StatementLine(item: $0, player: SharePlayer(sharing: sharing, player: player)) }
        .filter { $0.amount != .missing },
      statementColumns, in: TableContext(network, language),
      called: Phrase("statement", zh: "投入—收益对账单"),
      note: Phrase(
        "What \(title(.en)) puts in and gets", zh: "投入—收益对账单：\(title(.zh))"))
  }

  enum StatementItem: String, Term {
    case contribution, alone, today, shapley, myerson, nucleolus, equal, proportional, keeps

    var label: Phrase { Phrase(english, zh: chinese[0]) }

    private var english: String {
      switch self {
      case .contribution: "what you put in"
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
      case .contribution, .today: nil
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
      case .today: .amount(optional: players.shares[player.player].map { ($0 * player.sharing.whole).withoutNoise })
      default: player.of(split)
      }
    }

    /// Of what is shared out; what is put in is another sum.
    var part: Cell {
      switch item {
      case .contribution: .missing
      case .today: .fraction(optional: player.sharing.players.shares[player.player])
      default: player.part(split?[player.player])
      }
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
  ]
}
