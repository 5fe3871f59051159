import KesiCluster
import KesiNetwork

extension ResultTable {
  /// What a scenario would change: who leaves, and every measure, chain and gap that is another after than before.
  ///
  /// - Parameters:
  ///   - left: who left, as indices of the network.
  ///   - showsAll: whether what stayed the same is listed, too.
  public static func comparison(
    _ comparison: Comparison, of network: Network, left: [Int], showsAll: Bool, in language: Language
  ) -> ResultTable {
    ResultTable(
      ListedChange.left(left) + comparison.listed(showsAll: showsAll), changeColumns,
      in: TableContext(network, language), called: Phrase("changes", zh: "变化"))
  }

  /// What has changed from one network to another, or from one date to another: measures, chains, gaps, who came and left,
  /// ties, ranks, communities.
  public static func comparison(
    _ comparison: Comparison, _ change: NetworkChange, _ drift: Drift, showsAll: Bool, in language: Language
  ) -> ResultTable {
    ResultTable(
      comparison.listed(showsAll: showsAll) + change.listed() + drift.listed(in: change.union), changeColumns,
      in: TableContext(change.union, language), called: Phrase("changes", zh: "变化"))
  }

  /// How far two networks agree, which is a number also where nothing has changed: one row a measure of agreement.
  public static func agreement(_ drift: Drift, _ change: NetworkChange, in language: Language) -> ResultTable {
    ResultTable(
      [.stayed(change.stayed), .communities(drift.agreement)], agreementColumns,
      in: TableContext(change.union, language), called: Phrase("agreement", zh: "一致程度"))
  }

  /// Subjects are of several sorts in one column, so that with Chinese words each is called what people call it, as no
  /// other column names it.
  static let changeColumns: [Column<ListedChange>] = [
    Column("change", Phrase("change", zh: "变化"), .code(ListedChange.Sort.self), means: [change]) { row, table in
      row.sort.cell(table.language)
    },
    Column("subject", Phrase("subject", zh: "对象"), .word, means: [subject]) { row, table in row.subject.cell(table) },
    Column("before", Phrase("before", zh: "变化前"), .optional(.number), means: [.before]) { row, _ in
      row.subject.cell(row.before)
    },
    Column("after", Phrase("after", zh: "变化后"), .optional(.number), means: [.before]) { row, _ in
      row.subject.cell(row.after)
    },
  ]

  static let agreementColumns: [Column<Agreement>] = [
    Column("measure", Phrase("measure", zh: "指标"), .code(Agreement.codes)) { row, table in
      row.code.cell(table.language)
    },
    Column("value", Phrase("value", zh: "数值"), .optional(.number), means: [.value]) { row, _ in
      switch row {
      case .stayed(let count): .whole(count)
      case .communities(let agreement): .fraction(optional: agreement)
      }
    },
  ]

  private static let change = ColumnMeaning(
    Phrase(
      "What has changed: a measure, an index, a gap, an actor, a tie, a rank, a community.",
      zh: "发生了哪一种变化：指标、产业链指数、薄弱环节、主体、联系、位次或社群。"),
    advice: Phrase("What stays the same is listed with --all only.", zh: "没有变化的，加 --all 才列出。"))
  private static let subject = ColumnMeaning(
    Phrase(
      "What has changed in a row: which measure, chain, gap, actor or tie.", zh: "该行是哪一项指标、哪条产业链、哪处薄弱环节、哪个主体或哪条联系的变化。"),
    advice: Phrase("Ids for programs, names for people.", zh: "供程序读取时写编号，供人阅读时写名称。"))
}

/// In what two networks agree.
enum Agreement {
  /// How many actors are in both.
  case stayed(Int)
  /// How far their communities agree: see ``Drift/agreement``.
  case communities(Double?)

  var code: ColumnType.Code {
    switch self {
    case .stayed: .init("actors_in_both", Phrase("actors in both", zh: "两者共有的主体数"))
    case .communities:
      .init("adjusted_rand", Phrase("agreement of communities (adjusted Rand)", zh: "社群一致性（调整兰德指数）"))
    }
  }

  static let codes = [Agreement.stayed(0), .communities(nil)].map(\.code)
}

extension ListedChange.Subject {
  fileprivate func cell(_ table: TableContext) -> ResultTable.Cell {
    func word(_ code: String, _ label: Phrase) -> ResultTable.Cell { .word(.text(code), as: label(table.language)) }
    let (network, language) = (table.network, table.language)
    switch self {
    case .number(let number): return word(number.id, number.label)
    case .gapCount(let extent):
      let slow = GapKind.slow.map(\.label.zh).joined(separator: "、")
      return word(
        "gaps",
        extent == .all ? Phrase("gaps", zh: "薄弱环节数") : Phrase("gaps (quick kinds)", zh: "薄弱环节数（不含\(slow)）"))
    case .clusterIndex: return word(ClusterIndex.explanation.id, ClusterIndex.explanation.name)
    case .chain(let id):
      return .word(.text(id), as: network.chains.first { $0.id.isExactly(id) }?.name(in: language) ?? id)
    case .gap(let gap): return word(gap.id, gap.explanation)
    case .actor(let index):
      let actor = network.actors[index]
      return .word(.text(actor.id), as: actor.shortName(in: language))
    case .community(let index):
      let (actor, name) = (network.actors[index], network.actors[index].shortName(in: language))
      return word(actor.id, Phrase("around \(name)", zh: "以\(name.setInChinese)为中心的社群"))
    case .tie(let tie):
      let (source, target) = (network.actors[tie.source], network.actors[tie.target])
      let id = "\(source.id)--\(target.id)" + (tie.kind.isEmpty ? "" : ":\(tie.kind)")
      let kind = tie.kind.isEmpty ? "" : " · \(network.profile.tieKind(tie.kind).label(language))"
      return .word(.text(id), as: "\(source.shortName(in: language)) — \(target.shortName(in: language))\(kind)")
    }
  }

  /// A number before or after, as those of such subjects are written.
  fileprivate func cell(_ value: Double?) -> ResultTable.Cell {
    switch self {
    case .number(let number): .value(of: number, value)
    case .gapCount: .count(value)
    case .clusterIndex, .chain, .gap: .fraction(optional: value)
    case .actor, .community, .tie: value == nil ? .missing : .amount(optional: value)
    }
  }
}
