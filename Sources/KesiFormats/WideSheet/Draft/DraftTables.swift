import KesiMatrix
import KesiNetwork

/// The tables of a network that a draft makes, as sheets in memory: every row with the number of that from which it is,
/// where it stands, and whether it is in the sheet (`reported`) or was concluded (`inferred`).
struct DraftTables {
  private let draft: NetworkDraft
  private let parts: [SheetPart]
  private let parallel: Parallel

  init(_ draft: NetworkDraft, _ parts: [SheetPart], on parallel: Parallel) {
    (self.draft, self.parts, self.parallel) = (draft, parts, parallel)
  }

  func sheets() throws(Cancelled) -> [Table: Sheet] {
    var sheets: [Table: Sheet] = [.actors: try actors()]
    if !draft.chains.isEmpty { sheets[.chains] = try chains() }
    if !draft.positions.isEmpty { sheets[.positions] = try positions() }
    if !draft.consortia.isEmpty { sheets[.consortia] = try consortia() }
    if !draft.members.isEmpty { sheets[.members] = try members() }
    // A network has one table that says what joins its actors, though it be empty.
    if !draft.ties.isEmpty || draft.members.isEmpty && draft.positions.isEmpty { sheets[.ties] = try ties() }
    return sheets
  }

  private struct Column<Row>: Sendable {
    let head: String
    let text: @Sendable (Row) -> String?

    init(_ head: String, _ text: @escaping @Sendable (Row) -> String?) { (self.head, self.text) = (head, text) }
  }

  /// Columns that are carried, with what no table of Kesi has.
  private static let creditCode = "credit_code"
  private static let roleWord = "role_word"

  private enum Basis: String { case reported, inferred }

  private func name(_ actor: Int) -> String { draft.actors[actor].name }

  private func evidence(_ source: NetworkDraft.Source) -> String { parts[source.sheet].evidence(row: source.row) }

  private func actors() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Actor>
    let columns = [
      Cell("id", \.name), Cell("name", \.name), Cell("kind") { $0.kind?.kind }, Cell("zone", \.zone),
      Cell("size") { $0.size?.plain }, Cell(Self.creditCode, \.creditCode),
    ]
    let last = [
      Cell("evidence") { actor in
        let place = evidence(actor.source)
        guard !actor.isKindStated, let kind = actor.kind else { return place }
        return place + (parts[actor.source.sheet].isChinese ? "；类型据“\(kind.word)”推断" : "; kind told by “\(kind.word)”")
      },
      Cell("basis") { ($0.hasRow ? Basis.reported : .inferred).rawValue },
    ]
    return try table(
      .actors, draft.actors, \.source, columns + kept(draft.actors.map(\.kept), .actors) { $0.kept } + last)
  }

  private func ties() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Tie>
    let amount = parts.lazy.compactMap { $0.columns(.amount).first }.first
    let project = parts.lazy.compactMap { $0.columns(.project).first?.mapped.label }.first ?? ""
    let state = parts.lazy.compactMap { $0.columns(.state).first?.mapped.label }.first ?? ""
    let columns = [
      Cell("source") { name($0.source) }, Cell("target") { name($0.target) }, Cell("kind", \.kind),
      Cell("weight") { $0.weight?.plain }, Cell("from") { $0.period.from?.text }, Cell("to") { $0.period.to?.text },
      Cell("stage") { $0.stage?.rawValue }, Cell("outcome") { $0.outcome?.rawValue },
      Cell(amount.map(amountName) ?? "amount") {
        $0.amount.map { ($0 / (amount?.unit?.factor ?? 1)).withoutNoise.plain }
      },
      Cell(Self.unread(project, in: .ties), \.project), Cell(Self.unread(state, in: .ties), \.state),
    ]
    let last = [
      Cell("evidence") { evidence($0.place) },
      Cell("basis") { ($0.isInferred ? Basis.inferred : .reported).rawValue },
    ]
    return try table(.ties, draft.ties, \.place, columns + kept(draft.ties.map(\.kept), .ties) { $0.kept } + last)
  }

  /// What the amounts of ties are called: `金额·万元`. They are no strength of ties, unless a mapping says so.
  private func amountName(_ column: SheetPart.Column) -> String {
    let head = HeadUnit(column.mapped.label).head
    return Self.unread(column.unit.map { "\(head)·\($0.word)" } ?? head, in: .ties)
  }

  private func consortia() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Consortium>
    let columns = [
      Cell("id", \.id), Cell("name", \.name), Cell("leader") { $0.leader.map(name) },
      Cell("chain") { $0.chain.map { draft.chains[$0].name } }, Cell("founded") { $0.period.from?.text },
      Cell("dissolved") { $0.period.to?.text }, Cell("budget") { $0.budget?.plain },
    ]
    let last = [Cell("evidence") { evidence($0.place) }, Cell("basis") { _ in Basis.reported.rawValue }]
    return try table(
      .consortia, draft.consortia, \.place, columns + kept(draft.consortia.map(\.kept), .consortia) { $0.kept } + last)
  }

  private func members() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Membership>
    return try table(
      .members, draft.members, \.place,
      [
        Cell("consortium") { draft.consortia[$0.consortium].id }, Cell("actor") { name($0.actor) },
        Cell("role") { $0.role?.rawValue }, Cell(Self.roleWord, \.word),
        Cell("contribution") { $0.contribution?.plain }, Cell("share") { $0.share?.plain },
        Cell("from") { $0.period.from?.text }, Cell("to") { $0.period.to?.text },
        Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  private func positions() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Position>
    return try table(
      .positions, draft.positions, \.place,
      [
        Cell("actor") { name($0.actor) }, Cell("chain") { draft.chains[$0.chain].name },
        Cell("role") { $0.role?.rawValue },
        Cell("stage", \.stage), Cell("level") { $0.level?.rawValue }, Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  private func chains() throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Chain>
    return try table(
      .chains, draft.chains, \.place,
      [
        Cell("id", \.name), Cell("name", \.name), Cell("evidence") { evidence($0.place) },
        Cell("basis") { _ in Basis.reported.rawValue },
      ])
  }

  /// So many rows are laid out by a worker at a time.
  private static let share = 1 << 13

  /// Rows under their heads, without the columns that none fills and the table need not have.
  private func table<Row: Sendable>(
    _ table: Table, _ rows: [Row], _ source: @escaping @Sendable (Row) -> NetworkDraft.Source, _ columns: [Column<Row>]
  ) throws(Cancelled) -> Sheet {
    let required = Set(table.heads.filter(\.isRequired).map(\.id))
    let columns = columns.filter { column in
      required.contains(column.head) || rows.contains { column.text($0)?.isEmpty == false }
    }
    var sheet = Sheet(file: parts.first?.sheet.file ?? table.file, title: table.rawValue)
    sheet.beginRow(1)
    for column in columns { sheet.append(column.head) }
    let empty = Sheet(file: sheet.file)
    // As many at a time as there are workers, so that no row is held twice for long.
    for start in stride(from: 0, to: rows.count, by: Self.share * parallel.threads) {
      let end = min(rows.count, start + Self.share * parallel.threads)
      let shares = try parallel.parts((end - start + Self.share - 1) / Self.share) { number in
        let first = start + number * Self.share
        var share = empty
        for row in rows[first..<min(end, first + Self.share)] {
          share.beginRow(source(row).row)
          for column in columns { share.append(column.text(row) ?? "") }
        }
        return share
      }
      if start == 0 { sheet.reserve(toGrow: shares, Double(rows.count) / Double(end)) }
      for share in shares { sheet.append(share) }
    }
    return sheet
  }

  /// The columns that are kept, in the order of the sheets, under names that mean nothing else in the table.
  private func kept<Row>(
    _ rows: [[String: String]], _ table: Table, _ cells: @escaping @Sendable (Row) -> [String: String]
  ) -> [Column<Row>] {
    let used = rows.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    var seen = Set<String>()
    let labels = parts.flatMap { $0.columns(.keep).map(\.mapped.label) }
    return labels.filter { used.contains($0) && seen.insert($0).inserted }.map { label in
      Column(Self.unread(label, in: table)) { cells($0)[label] }
    }
  }

  /// A head under which a table carries what it does not read: with a mark where it would mean a column of the table.
  private static func unread(_ label: String, in table: Table) -> String {
    let own: Set<String> = [creditCode, roleWord]
    // With nothing else in the table, so that a head which means something only then is seen as well.
    guard own.contains(label) || table.heads.meanings(of: [label])[0] != nil else { return label }
    return label.unicodeScalars.contains(where: \.isIdeograph) ? "原表·\(label)" : "sheet: \(label)"
  }
}
