import KesiCluster

/// A network and what was noticed while it was read.
public struct NetworkReading: Sendable {
  public let network: Network
  /// The first warnings, in the order of the tables.
  public let warnings: [Problem]
  public let warningCount: Int
}

/// Reads a network from a folder of tables: `actors.csv` and at least one of `ties.csv`, `members.csv`, `positions.csv`,
/// with `chains.csv`, `consortia.csv` and `network.yml` where there are any.
public struct NetworkReader {
  private let log = ProblemLog()
  private var network = Network()
  private var actors = IdIndex(file: ActorColumn.file)
  private var chains = IdIndex(file: ChainColumn.file)
  private var consortia = IdIndex(file: ConsortiumColumn.file)

  /// Reads every table and checks each against the others.
  ///
  /// - Throws: ``NoInput`` where there is no such folder; ``BadData`` with every problem where any is an error.
  public static func read(folder: String) throws -> NetworkReading {
    guard FileBytes.exists(folder) else {
      throw NoInput(
        Phrase(
          "\(folder): there is no such folder. Name a folder that holds actors.csv.",
          zh: "\(folder)：没有此文件夹。请指定含有 actors.csv 的文件夹。"))
    }
    guard FileBytes.isFolder(folder) else {
      throw NoInput(
        Phrase(
          "\(folder) is a file. Name the folder that holds actors.csv and the other tables.",
          zh: "\(folder) 是文件。请指定存放 actors.csv 等表格的文件夹。"))
    }
    let names = [
      ActorColumn.table, ChainColumn.table, ConsortiumColumn.table, TieColumn.table, MemberColumn.table,
      PositionColumn.table,
    ]
    var tables: [String: FileSource] = [:]
    for name in names where FileBytes.exists("\(folder)/\(name).csv") {
      tables[name] = .path("\(folder)/\(name).csv")
    }
    let profile = "\(folder)/\(ProfileReader.file)"
    return try read(tables: tables, profile: FileBytes.exists(profile) ? .path(profile) : nil)
  }

  /// Reads tables that are in memory: the bytes of each CSV by the name of its table.
  public static func read(tables: [String: [UInt8]], profile: [UInt8]? = nil) throws -> NetworkReading {
    try read(tables: tables.mapValues(FileSource.bytes), profile: profile.map(FileSource.bytes))
  }

  private static func read(tables: [String: FileSource], profile: FileSource?) throws -> NetworkReading {
    var reader = NetworkReader()
    try reader.readAll(tables, profile)
    if reader.log.errorCount > 0 { throw BadData(reader.log.errors, count: reader.log.errorCount) }
    return NetworkReading(
      network: reader.network, warnings: reader.log.warnings, warningCount: reader.log.warningCount)
  }

  private init() {}

  private mutating func readAll(_ tables: [String: FileSource], _ profile: FileSource?) throws {
    if let profile { network.profile = try profile.withBytes { ProfileReader(log: log).read($0) } }
    guard let actorsTable = tables[ActorColumn.table] else {
      log.add(
        Problem(
          .error, file: ActorColumn.file,
          Phrase(
            "is not there. Every network has this table, with id, name and kind.",
            zh: "缺少此表。每个网络都必须有主体表，含 id、name、kind 三列。")))
      return
    }
    let relations = [TieColumn.table, MemberColumn.table, PositionColumn.table]
    if relations.allSatisfy({ tables[$0] == nil }) {
      log.add(
        Problem(
          .error, file: TieColumn.file,
          Phrase(
            "is not there, nor members.csv or positions.csv. A network needs one of them.",
            zh: "缺少此表，也没有 members.csv 或 positions.csv。网络至少需要其中之一。")))
    }
    try read(actorsTable) { $0.readActor($1) }
    // What other tables refer to comes before them. Without actors every reference would be one more problem.
    guard log.errorCount == 0 else { return }
    if let table = tables[ChainColumn.table] { try read(table) { $0.readChain($1) } }
    if let table = tables[ConsortiumColumn.table] { try read(table) { $0.readConsortium($1) } }
    if let table = tables[TieColumn.table] { try read(table) { $0.readTie($1) } }
    if let table = tables[MemberColumn.table] { try read(table) { $0.readMember($1) } }
    if let table = tables[PositionColumn.table] { try read(table) { $0.readPosition($1) } }
    if log.errorCount == 0 { checkWhole() }
  }

  private mutating func read<Column: TableColumn>(
    _ table: FileSource, _ decode: (inout NetworkReader, TableRow<Column>) -> Bool
  ) throws {
    let reader = TableReader<Column>(log: log)
    let carried = try table.withBytes { bytes in reader.read(bytes) { decode(&self, $0) } }
    if !carried.isEmpty { network.carried[Column.table] = carried }
  }

  // MARK: - Rows

  private mutating func readActor(_ row: TableRow<ActorColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.actors.count
    guard isNew(id, at: index, of: row, .id, in: &actors) else { return false }
    var actor = Actor(id: id, name: name, nameZh: row.text(.nameZh), kind: "", zone: row.text(.zone))
    actor.short = row.text(.short)
    actor.shortZh = row.text(.shortZh)
    actor.kind = row.text(.kind).map(network.profile.kindID) ?? ""
    if actor.kind.isEmpty {
      row.report(.notice, .kind, Phrase("is empty: the actor counts for no kind.", zh: "为空：该主体不计入任何类型。"))
    } else if !network.profile.kinds.contains(where: { $0.id == actor.kind }) {
      row.report(
        .notice, .kind,
        Phrase(
          "“\(actor.kind.shortened)” is not declared. Declare it under kinds in network.yml, or use one of: \(knownKinds(.en)).",
          zh: "“\(actor.kind.shortened)”未声明。请在 network.yml 的 kinds 下声明，或改用：\(knownKinds(.zh))。"))
    }
    actor.size = row.number(.size)
    actor.isLeader = row.flag(.leader) ?? false
    actor.latitude = row.number(.lat, atLeast: -90, atMost: 90)
    actor.longitude = row.number(.lon, atLeast: -180, atMost: 180)
    actor.url = row.text(.url)
    actor.source = row.text(.source)
    actor.evidence = row.text(.evidence)
    actors.insert(name: actor.name, row: index)
    actors.insert(name: actor.nameZh, row: index)
    network.actors.append(actor)
    return true
  }

  private func knownKinds(_ language: Language) -> String {
    network.profile.kinds.map { language == .zh ? $0.label.zh : $0.id }.joined(separator: language == .zh ? "、" : ", ")
  }

  private mutating func readChain(_ row: TableRow<ChainColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.chains.count
    guard isNew(id, at: index, of: row, .id, in: &chains) else { return false }
    var chain = Chain(id: id, name: name, nameZh: row.text(.nameZh))
    chain.group = row.text(.group)
    chain.demand = row.number(.demand)
    chain.capacity = row.number(.capacity)
    chain.stages = row.list(.stages)
    chain.requires = row.list(.requires).map(network.profile.kindID)
    chain.unassessed = row.list(.unassessed).map(network.profile.kindID)
    chain.evidence = row.text(.evidence)
    chains.insert(name: chain.name, row: index)
    chains.insert(name: chain.nameZh, row: index)
    network.chains.append(chain)
    return true
  }

  private mutating func readConsortium(_ row: TableRow<ConsortiumColumn>) -> Bool {
    guard let id = row.required(.id), let name = row.required(.name) else { return false }
    let index = network.consortia.count
    guard isNew(id, at: index, of: row, .id, in: &consortia) else { return false }
    var consortium = Consortium(id: id, name: name, nameZh: row.text(.nameZh))
    consortium.leader = actors.resolve(.leader, of: row, required: false)
    consortium.chain = chains.resolve(.chain, of: row, required: false)
    consortium.period = row.period(.founded, .dissolved)
    consortium.budget = row.number(.budget)
    consortium.objective = row.text(.objective)
    consortium.evidence = row.text(.evidence)
    consortia.insert(name: consortium.name, row: index)
    consortia.insert(name: consortium.nameZh, row: index)
    network.consortia.append(consortium)
    return true
  }

  private mutating func readTie(_ row: TableRow<TieColumn>) -> Bool {
    guard let source = actors.resolve(.source, of: row), let target = actors.resolve(.target, of: row) else {
      return false
    }
    guard source != target else {
      row.report(
        .warning, .target,
        Phrase(
          "ties “\(network.actors[source].id)” to itself: left out.", zh: "“\(network.actors[source].id)”与自身相连：已略去。"))
      return false
    }
    let kind = row.text(.kind) ?? ""
    var tie = Tie(source, target, kind: kind, weight: row.number(.weight) ?? 1)
    tie.isDirected = row.flag(.directed) ?? network.profile.tieKind(kind).isDirected
    tie.period = row.period(.from, .to)
    tie.stage = row.term(.stage, TieStage.self)
    tie.outcome = row.term(.outcome, Outcome.self)
    tie.benefitToSource = row.number(.benefitSource)
    tie.benefitToTarget = row.number(.benefitTarget)
    tie.chain = chains.resolve(.chain, of: row, required: false)
    tie.consortium = consortia.resolve(.consortium, of: row, required: false)
    tie.evidence = row.text(.evidence)
    if tie.weight == 0 { row.report(.warning, .weight, Phrase("is 0, which is no tie.", zh: "为 0，不算联系。")) }
    network.ties.append(tie)
    return true
  }

  private mutating func readMember(_ row: TableRow<MemberColumn>) -> Bool {
    guard let consortium = consortia.resolve(.consortium, of: row), let actor = actors.resolve(.actor, of: row) else {
      return false
    }
    var member = Membership(consortium: consortium, actor: actor, role: row.term(.role, MemberRole.self))
    member.contribution = row.number(.contribution)
    member.share = row.number(.share)
    member.period = row.period(.from, .to)
    member.evidence = row.text(.evidence)
    network.members.append(member)
    return true
  }

  private mutating func readPosition(_ row: TableRow<PositionColumn>) -> Bool {
    guard let actor = actors.resolve(.actor, of: row), let chain = chains.resolve(.chain, of: row) else { return false }
    var position = Position(
      actor: actor, chain: chain, role: row.term(.role, ChainRole.self), stage: row.text(.stage),
      level: row.term(.level, Level.self))
    position.capacity = row.number(.capacity)
    position.period = row.period(.from, .to)
    position.evidence = row.text(.evidence)
    let stages = network.chains[chain].stages
    if let stage = position.stage, !stages.isEmpty, !stages.contains(stage) {
      row.report(
        .error, .stage,
        Phrase(
          "“\(stage.shortened)” is no stage of chain “\(network.chains[chain].id)”. Its stages are: \(stages.joined(separator: ", ")).",
          zh: "“\(stage.shortened)”不是产业链“\(network.chains[chain].id)”的环节。该链的环节有：\(stages.joined(separator: "、"))。"))
    }
    network.positions.append(position)
    return true
  }

  /// Whether no row before has the id; a second one is an error that names it.
  private func isNew<Column>(
    _ id: String, at index: Int, of row: TableRow<Column>, _ column: Column, in ids: inout IdIndex
  ) -> Bool {
    guard ids.insert(id, row: index) != nil else { return true }
    row.report(
      .error, column,
      Phrase(
        "“\(id.shortened)” stands in an earlier row already. Each id is given once.",
        zh: "“\(id.shortened)”在前面的行中已出现。每个编号只能用一次。"))
    return false
  }

  // MARK: - The whole

  /// What only shows when every table is read: duplicate ties, actors without any part in the network.
  private func checkWhole() {
    let duplicates = duplicateTies()
    if duplicates > 0 {
      log.add(
        Problem(
          .warning, file: TieColumn.file,
          Phrase(
            "\(duplicates) ties repeat an earlier one in every respect: their weights are added up.",
            zh: "有 \(duplicates) 条联系与前面的完全重复：权重相加。")))
    }
    var isTied = [Bool](repeating: false, count: network.actors.count)
    for tie in network.ties where tie.weight > 0 {
      isTied[tie.source] = true
      isTied[tie.target] = true
    }
    if network.ties.isEmpty {
      for member in network.members { isTied[member.actor] = true }
      if network.members.isEmpty { for position in network.positions { isTied[position.actor] = true } }
    }
    let lonely = network.actors.indices.filter { !isTied[$0] }.map { network.actors[$0].id.shortened }
    if !lonely.isEmpty {
      let shown = lonely.prefix(10).joined(separator: ", ") + (lonely.count > 10 ? ", …" : "")
      log.add(
        Problem(
          .notice, file: ActorColumn.file,
          Phrase("\(lonely.count) actors have no ties: \(shown).", zh: "有 \(lonely.count) 个主体没有任何联系：\(shown)。")))
    }
    if network.actors.isEmpty {
      log.add(
        Problem(
          .error, file: ActorColumn.file,
          Phrase("has a header but no rows. Add one row per actor.", zh: "只有表头，没有数据。请每个主体填一行。")))
    }
  }

  /// How many ties repeat an earlier one: same ends, kind, direction, time, and project.
  private func duplicateTies() -> Int {
    // Sorted by ends, only ties between the same two actors are compared in full.
    var pairs: [(ends: UInt64, index: Int)] = []
    pairs.reserveCapacity(network.ties.count)
    for (index, tie) in network.ties.enumerated() {
      let (low, high) = (UInt64(min(tie.source, tie.target)), UInt64(max(tie.source, tie.target)))
      pairs.append((low << 32 | high, index))
    }
    pairs.sort { $0.ends == $1.ends ? $0.index < $1.index : $0.ends < $1.ends }
    var duplicates = 0
    var start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end].ends == pairs[start].ends { end += 1 }
      if end - start > 1 {
        var seen = Set<TieIdentity>()
        for pair in pairs[start..<end] where !seen.insert(TieIdentity(network.ties[pair.index])).inserted {
          duplicates += 1
        }
      }
      start = end
    }
    return duplicates
  }

  /// What two ties between the same actors share that are the same.
  private struct TieIdentity: Hashable {
    let source: Int
    let kind: String
    let isDirected: Bool
    let period: Period
    let chain: Int?
    let consortium: Int?

    init(_ tie: Tie) {
      source = tie.isDirected ? tie.source : min(tie.source, tie.target)
      (kind, isDirected, period, chain, consortium) = (tie.kind, tie.isDirected, tie.period, tie.chain, tie.consortium)
    }
  }
}

/// Where the bytes of a table come from.
private enum FileSource {
  case path(String)
  case bytes([UInt8])

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
    switch self {
    case .path(let path): try FileBytes.read(path).withUnsafeBytes(body)
    case .bytes(let bytes): try bytes.withUnsafeBytes(body)
    }
  }
}
