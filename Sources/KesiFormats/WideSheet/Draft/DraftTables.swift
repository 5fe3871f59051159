import KesiMatrix
import KesiNetwork

/// The tables of a network that a draft makes, as sheets in memory: every row with the number of that from which it is,
/// where it stands, and whether it is in the sheet (`reported`) or was concluded (`inferred`).
struct DraftTables: Sendable {
  private let draft: NetworkDraft
  private let origins: [Origin]

  init(_ draft: NetworkDraft, _ parts: [SheetPart]) { (self.draft, origins) = (draft, parts.map(Origin.init)) }

  /// Each table, which is made when it is read: all of them together are several times as large as the sheet.
  func sources(on parallel: Parallel) -> [Table: TableSource] {
    var tables: [Table: (Parallel) throws(Cancelled) -> Sheet] = [.actors: actors]
    if !draft.chains.isEmpty { tables[.chains] = chains }
    if !draft.positions.isEmpty { tables[.positions] = positions }
    if !draft.consortia.isEmpty { tables[.consortia] = consortia }
    if !draft.members.isEmpty { tables[.members] = members }
    // A network has one table that says what joins its actors, though it be empty.
    if !draft.ties.isEmpty || draft.members.isEmpty && draft.positions.isEmpty { tables[.ties] = ties }
    return Dictionary(
      uniqueKeysWithValues: tables.map { table, make in
        (table, TableSource.draft(name: sheet(of: table).name) { () throws(Cancelled) in try make(parallel) })
      })
  }

  /// What the tables say of a sheet that rows are from.
  private struct Origin: Sendable {
    let file: String
    let name: String
    let isChinese: Bool
    /// What some of its columns are called, as far as it has them.
    let (project, state): (String?, String?)
    let amount: (label: String, unit: WrittenUnit?)?
    /// By how much what a column of weights counts in is more than 1, where there is such a column.
    let weightFactor: Double?
    let kept: [String]

    init(_ part: SheetPart) {
      func label(_ meaning: ColumnMeaning) -> String? { part.columns(meaning).first?.mapped.label }
      (file, name, isChinese) = (part.sheet.file, part.name, part.isChinese)
      (project, state) = (label(.project), label(.state))
      amount = part.columns(.amount).first.map { column in
        // Where each partner has a column of its own the head over it is the one over the partner.
        (part.partnerGroups.groups.isEmpty ? column.mapped.label : column.head, column.unit)
      }
      weightFactor = part.columns(.weight).first.map { $0.unit?.factor ?? 1 }
      kept = part.columns(.keep).map(\.mapped.label)
    }

    /// Where a row stands, as the evidence of what was made of it: `台账.xlsx[2024] 第 17 行`.
    func evidence(row: Int) -> String { isChinese ? "\(name) 第 \(row) 行" : "\(name) row \(row)" }
  }

  private struct Column<Row>: Sendable {
    let head: String
    let text: @Sendable (Row) -> String?

    /// A column that is carried along.
    init(_ head: String, _ text: @escaping @Sendable (Row) -> String?) { (self.head, self.text) = (head, text) }

    init(_ column: TableColumn<some TableRow>, _ text: @escaping @Sendable (Row) -> String?) {
      self.init(column.head.id, text)
    }
  }

  /// Columns that are carried, with what no table of Kesi has.
  private static let creditCode = "credit_code"
  private static let roleWord = "role_word"

  private func name(_ actor: Int) -> String { draft.actors[actor].name }

  private func evidence(_ source: NetworkDraft.Source) -> String { origins[source.sheet].evidence(row: source.row) }

  private func actors(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Actor>
    let columns = [
      Cell(ActorColumns.id, \.name), Cell(ActorColumns.name, \.name), Cell(ActorColumns.kind) { $0.kind?.kind },
      Cell(ActorColumns.zone, \.zone),
      Cell(ActorColumns.size) { $0.size?.plain }, Cell(Self.creditCode, \.creditCode),
    ]
    let last = [
      Cell(ActorColumns.evidence) { actor in
        let place = evidence(actor.source)
        guard !actor.isKindStated, let kind = actor.kind else { return place }
        return place
          + (origins[actor.source.sheet].isChinese ? "；类型据“\(kind.word)”推断" : "; kind told by “\(kind.word)”")
      },
      Cell(ActorColumns.basis) { ($0.hasRow ? Basis.reported : .inferred).rawValue },
    ]
    return try table(
      .actors, draft.actors, \.source, columns + kept(draft.actors.map(\.kept), .actors) { $0.kept } + last,
      on: parallel)
  }

  private func ties(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Tie>
    let amount = origins.lazy.compactMap(\.amount).first
    // Weights count in what their head says, as in a list; where heads differ, in ones.
    let factors = Set(origins.compactMap(\.weightFactor))
    let weightFactor = factors.count == 1 ? factors.first ?? 1 : 1
    let project = origins.lazy.compactMap(\.project).first ?? ""
    let state = origins.lazy.compactMap(\.state).first ?? ""
    let columns = [
      Cell(TieColumns.source) { name($0.source) }, Cell(TieColumns.target) { name($0.target) },
      Cell(TieColumns.kind, \.kind),
      Cell(TieColumns.weight) { $0.weight.map { ($0 / weightFactor).withoutNoise.plain } },
      Cell(TieColumns.directed) { $0.isDirected ? "1" : nil },
      Cell(TieColumns.from) { $0.period.from?.text },
      Cell(TieColumns.to) { $0.period.to?.text },
      Cell(TieColumns.stage) { $0.stage?.rawValue }, Cell(TieColumns.outcome) { $0.outcome?.rawValue },
      Cell(amount.map { Self.amountName($0.label, $0.unit) } ?? amountInBrackets) {
        $0.amount.map { ($0 / (amount?.unit?.factor ?? 1)).withoutNoise.plain }
      },
      Cell(Self.unread(project, in: .ties), \.project), Cell(Self.unread(state, in: .ties), \.state),
    ]
    let last = [
      Cell(TieColumns.evidence) { evidence($0.place) },
      Cell(TieColumns.basis) { ($0.isInferred ? Basis.inferred : .reported).rawValue },
    ]
    return try table(
      .ties, draft.ties, \.place, columns + kept(draft.ties.map(\.kept), .ties) { $0.kept } + last, on: parallel)
  }

  /// What amounts are called that stand behind names only. They are in the plain unit.
  private var amountInBrackets: String {
    origins.contains(where: \.isChinese) ? "金额·元" : Self.unread("amount", in: .ties)
  }

  /// What the amounts of ties are called: `金额·万元`. They are no strength of ties, unless a mapping says so.
  private static func amountName(_ label: String, _ unit: WrittenUnit?) -> String {
    let head = HeadUnit(label).head
    return unread(unit.map { "\(head)·\($0.word)" } ?? head, in: .ties)
  }

  private func consortia(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Consortium>
    let columns = [
      Cell(ConsortiumColumns.id, \.id), Cell(ConsortiumColumns.name, \.name),
      Cell(ConsortiumColumns.leader) { $0.leader.map(name) },
      Cell(ConsortiumColumns.chain) { $0.chain.map { draft.chains[$0].name } },
      Cell(ConsortiumColumns.founded) { $0.period.from?.text },
      Cell(ConsortiumColumns.dissolved) { $0.period.to?.text }, Cell(ConsortiumColumns.budget) { $0.budget?.plain },
    ]
    let last = [
      Cell(ConsortiumColumns.evidence) { evidence($0.place) },
      Cell(ConsortiumColumns.basis) { _ in Basis.reported.rawValue },
    ]
    return try table(
      .consortia, draft.consortia, \.place, columns + kept(draft.consortia.map(\.kept), .consortia) { $0.kept } + last,
      on: parallel)
  }

  private func members(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Membership>
    return try table(
      .members, draft.members, \.place,
      [
        Cell(MemberColumns.consortium) { draft.consortia[$0.consortium].id },
        Cell(MemberColumns.actor) { name($0.actor) },
        Cell(MemberColumns.role) { $0.role?.rawValue }, Cell(Self.roleWord, \.word),
        Cell(MemberColumns.contribution) { $0.contribution?.plain }, Cell(MemberColumns.share) { $0.share?.plain },
        Cell(MemberColumns.from) { $0.period.from?.text }, Cell(MemberColumns.to) { $0.period.to?.text },
        Cell(MemberColumns.evidence) { evidence($0.place) },
        Cell(MemberColumns.basis) { _ in Basis.reported.rawValue },
      ], on: parallel)
  }

  private func positions(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Position>
    return try table(
      .positions, draft.positions, \.place,
      [
        Cell(PositionColumns.actor) { name($0.actor) }, Cell(PositionColumns.chain) { draft.chains[$0.chain].name },
        Cell(PositionColumns.role) { $0.role?.rawValue },
        Cell(PositionColumns.stage, \.stage), Cell(PositionColumns.level) { $0.level?.rawValue },
        Cell(PositionColumns.evidence) { evidence($0.place) },
        Cell(PositionColumns.basis) { _ in Basis.reported.rawValue },
      ], on: parallel)
  }

  private func chains(on parallel: Parallel) throws(Cancelled) -> Sheet {
    typealias Cell = Column<NetworkDraft.Chain>
    return try table(
      .chains, draft.chains, \.place,
      [
        Cell(ChainColumns.id, \.name), Cell(ChainColumns.name, \.name),
        Cell(ChainColumns.evidence) { evidence($0.place) },
        Cell(ChainColumns.basis) { _ in Basis.reported.rawValue },
      ], on: parallel)
  }

  private func sheet(of table: Table) -> Sheet { Sheet(file: origins.first?.file ?? table.file, title: table.rawValue) }

  /// So many rows are laid out by a worker at a time.
  private static let share = 1 << 13

  /// Rows under their heads, without the columns that none fills and the table need not have.
  private func table<Row: Sendable>(
    _ table: Table, _ rows: [Row], _ source: @escaping @Sendable (Row) -> NetworkDraft.Source, _ columns: [Column<Row>],
    on parallel: Parallel
  ) throws(Cancelled) -> Sheet {
    let required = Set(table.heads.filter(\.isRequired).map(\.id))
    let columns = columns.filter { column in
      required.contains(column.head) || rows.contains { column.text($0)?.isEmpty == false }
    }
    var sheet = sheet(of: table)
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
    let labels = origins.flatMap(\.kept)
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
