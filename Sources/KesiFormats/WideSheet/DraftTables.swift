import KesiNetwork

/// The tables of a network that a draft makes, as sheets in memory: every row with the number of that from which it is,
/// where it stands, and whether it is in the sheet (`reported`) or was concluded (`inferred`).
struct DraftTables {
  private let draft: NetworkDraft
  private let parts: [SheetPart]

  init(_ draft: NetworkDraft, _ parts: [SheetPart]) { (self.draft, self.parts) = (draft, parts) }

  var sheets: [Table: Sheet] {
    var sheets: [Table: Sheet] = [.actors: actors]
    if !draft.chains.isEmpty { sheets[.chains] = chains }
    if !draft.positions.isEmpty { sheets[.positions] = positions }
    if !draft.consortia.isEmpty { sheets[.consortia] = consortia }
    if !draft.members.isEmpty { sheets[.members] = members }
    // A network has one table that says what joins its actors, though it be empty.
    if !draft.ties.isEmpty || draft.members.isEmpty && draft.positions.isEmpty { sheets[.ties] = ties }
    return sheets
  }

  private struct Column<Row> {
    let head: String
    let text: (Row) -> String?

    init(_ head: String, _ text: @escaping (Row) -> String?) { (self.head, self.text) = (head, text) }
  }

  private enum Basis: String { case reported, inferred }

  private func name(_ actor: Int) -> String { draft.actors[actor].name }

  private func evidence(_ source: NetworkDraft.Source) -> String { parts[source.sheet].evidence(row: source.row) }

  private var actors: Sheet {
    typealias Cell = Column<NetworkDraft.Actor>
    let columns = [
      Cell("id", \.name), Cell("name", \.name), Cell("kind") { $0.kind?.kind }, Cell("zone") { $0.values[.zone] },
      Cell("size") { $0.values[.size] }, Cell("credit_code") { $0.values[.creditCode] },
    ]
    let last = [
      Cell("evidence") { actor in
        let place = evidence(actor.source)
        guard !actor.isKindStated, let kind = actor.kind else { return place }
        return place + (parts[actor.source.sheet].isChinese ? "；类型据“\(kind.word)”推断" : "; kind told by “\(kind.word)”")
      },
      Cell("basis") { ($0.hasRow ? Basis.reported : .inferred).rawValue },
    ]
    return table(.actors, draft.actors, \.source, columns + kept(draft.actors.map(\.kept), .actors) { $0.kept } + last)
  }

  private var ties: Sheet {
    typealias Cell = Column<NetworkDraft.Tie>
    // What the amounts are called tells their unit.
    let amount = parts.lazy.compactMap { $0.columns(.amount).first?.mapped.label }.first ?? "amount"
    let columns = [
      Cell("source") { name($0.source) }, Cell("target") { name($0.target) }, Cell("kind") { $0.values[.tieKind] },
      Cell("weight") { $0.values[.weight] }, Cell("from") { $0.period.from?.text }, Cell("to") { $0.period.to?.text },
      Cell("stage") { $0.values[.tieStage] }, Cell("outcome") { $0.values[.outcome] },
      Cell(amount) { $0.values[.amount] }, Cell("project") { $0.values[.project] },
    ]
    let last = [Cell("evidence") { evidence($0.place) }, Cell("basis") { _ in Basis.reported.rawValue }]
    return table(.ties, draft.ties, \.place, columns + kept(draft.ties.map(\.kept), .ties) { $0.kept } + last)
  }

  private var consortia: Sheet {
    typealias Cell = Column<NetworkDraft.Consortium>
    let columns = [
      Cell("id", \.id), Cell("name", \.name), Cell("leader") { $0.leader.map(name) },
      Cell("chain") { $0.chain.map { draft.chains[$0].name } }, Cell("founded") { $0.period.from?.text },
      Cell("dissolved") { $0.period.to?.text }, Cell("budget") { $0.budget },
    ]
    let last = [Cell("evidence") { evidence($0.place) }, Cell("basis") { _ in Basis.reported.rawValue }]
    return table(
      .consortia, draft.consortia, \.place, columns + kept(draft.consortia.map(\.kept), .consortia) { $0.kept } + last)
  }

  private var members: Sheet {
    typealias Cell = Column<NetworkDraft.Membership>
    return table(
      .members, draft.members, \.place,
      [
        Cell("consortium") { draft.consortia[$0.consortium].id }, Cell("actor") { name($0.actor) },
        Cell("role") { $0.role?.rawValue }, Cell("role_word") { $0.word },
        Cell("contribution") { $0.values[.contribution] }, Cell("share") { $0.values[.share] },
        Cell("from") { $0.period.from?.text }, Cell("to") { $0.period.to?.text },
        Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  private var positions: Sheet {
    typealias Cell = Column<NetworkDraft.Position>
    return table(
      .positions, draft.positions, \.place,
      [
        Cell("actor") { name($0.actor) }, Cell("chain") { draft.chains[$0.chain].name },
        Cell("role") { $0.role?.rawValue },
        Cell("stage", \.stage), Cell("level") { $0.level?.rawValue }, Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  private var chains: Sheet {
    typealias Cell = Column<NetworkDraft.Chain>
    return table(
      .chains, draft.chains, \.place,
      [
        Cell("id", \.name), Cell("name", \.name), Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  /// Rows under their heads, without the columns that none fills and the table need not have.
  private func table<Row>(
    _ table: Table, _ rows: [Row], _ source: (Row) -> NetworkDraft.Source, _ columns: [Column<Row>]
  ) -> Sheet {
    let required = Set(table.heads.filter(\.isRequired).map(\.id))
    let columns = columns.filter { column in
      required.contains(column.head) || rows.contains { column.text($0)?.isEmpty == false }
    }
    var sheet = Sheet(file: parts.first?.sheet.file ?? table.file, title: table.rawValue)
    sheet.beginRow(1)
    for column in columns { sheet.append(column.head) }
    for row in rows {
      sheet.beginRow(source(row).row)
      for column in columns { sheet.append(column.text(row) ?? "") }
    }
    return sheet
  }

  /// The columns that are kept, in the order of the sheets, under names that mean nothing else in the table.
  private func kept<Row>(
    _ rows: [[String: String]], _ table: Table, _ cells: @escaping (Row) -> [String: String]
  ) -> [Column<Row>] {
    let used = rows.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let own: Set<String> = ["role_word", "project", "credit_code", "basis"]
    var seen = Set<String>()
    let labels = parts.flatMap { $0.columns(.keep).map(\.mapped.label) }
    return labels.filter { used.contains($0) && seen.insert($0).inserted }.map { label in
      let isTaken = own.contains(label) || table.heads.contains { $0.isCalled(label) }
      return Column(isTaken ? "\(label)（原表）" : label) { cells($0)[label] }
    }
  }
}
