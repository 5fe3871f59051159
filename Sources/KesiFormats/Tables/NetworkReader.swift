import KesiMatrix
import KesiNetwork

/// A network and what was noticed while it was read.
public struct NetworkReading: Sendable {
  public let network: Network
  /// The first warnings, in the order of the tables.
  public let warnings: [Problem]
  public let warningCount: Int

  /// The same, with the network as analyses take it: see ``Network/inCanonicalOrder()``.
  public func inCanonicalOrder() -> NetworkReading {
    NetworkReading(network: network.inCanonicalOrder(), warnings: warnings, warningCount: warningCount)
  }
}

/// Reads a network from a folder of tables: `actors.csv` and at least one of `ties.csv`, `members.csv`, `positions.csv`,
/// with `chains.csv`, `consortia.csv` and `network.yml` where there are any.
public struct NetworkReader {
  let log = ProblemLog()
  private let parallel: Parallel
  var network = Network()
  var actors = IdIndex(file: ActorColumn.file)
  var chains = IdIndex(file: ChainColumn.file)
  var consortia = IdIndex(file: ConsortiumColumn.file)

  /// Reads a network: a folder of tables, a snapshot, or a graph file.
  ///
  /// - Throws: ``NoInput`` where there is nothing of this name; `BadData` with every problem where any is an error.
  public static func read(_ path: String, on parallel: Parallel = Parallel()) throws -> NetworkReading {
    guard !path.isEmpty else {
      throw NoInput(
        Phrase(
          "The name of the network is empty. Name a folder with actors.csv in it, or a file that lists ties.",
          zh: "网络的名称为空。请指定含有 actors.csv 的文件夹，或一个列出联系的文件。"))
    }
    guard FileBytes.exists(path) else {
      throw NoInput(
        Phrase(
          "\(path): there is no such folder or file. Name a folder with actors.csv in it, or a file that lists ties.",
          zh: "\(path)：没有此文件夹或文件。请指定含有 actors.csv 的文件夹，或一个列出联系的文件。"))
    }
    if FileBytes.isFolder(path) { return try read(folder: path, on: parallel) }
    return try path.hasSuffix(Snapshot.fileEnding)
      ? Snapshot.read(path, threads: parallel.threads) : GraphFile.read(path, on: parallel)
  }

  /// Reads every table and checks each against the others.
  public static func read(folder: String, on parallel: Parallel = Parallel()) throws -> NetworkReading {
    var tables: [String: FileSource] = [:]
    for name in Self.tables where FileBytes.exists("\(folder)/\(name).csv") {
      tables[name] = .path("\(folder)/\(name).csv")
    }
    let profile = "\(folder)/\(ProfileReader.file)"
    return try read(tables: tables, profile: FileBytes.exists(profile) ? .path(profile) : nil, on: parallel)
  }

  /// Reads tables that are in memory: the bytes of each CSV by the name of its table.
  public static func read(tables: [String: [UInt8]], profile: [UInt8]? = nil) throws -> NetworkReading {
    try read(tables: tables.mapValues(FileSource.bytes), profile: profile.map(FileSource.bytes), on: Parallel())
  }

  private static func read(
    tables: [String: FileSource], profile: FileSource?, on parallel: Parallel
  ) throws -> NetworkReading {
    var reader = NetworkReader(parallel: parallel)
    try reader.readAll(tables, profile)
    if reader.log.errorCount > 0 { throw BadData(reader.log.errors, count: reader.log.errorCount) }
    return NetworkReading(
      network: reader.network, warnings: reader.log.warnings, warningCount: reader.log.warningCount)
  }

  private init(parallel: Parallel) { self.parallel = parallel }

  private mutating func readAll(_ tables: [String: FileSource], _ profile: FileSource?) throws {
    if let profile {
      network.profile = try profile.withBytes { bytes in
        var profile = ProfileReader(log: log).read(bytes)
        profile.text = Array(bytes)
        return profile
      }
    }
    guard let actorsTable = tables[ActorColumn.table] else {
      log.add(
        Problem(
          .error, file: ActorColumn.file,
          Phrase(
            "is missing. Every network needs this table, with the columns id, name and kind.",
            zh: "缺少此表。每个网络都须有主体表，包含编号（id）、名称（name）、类型（kind）三列。")))
      return
    }
    let relations = [TieColumn.table, MemberColumn.table, PositionColumn.table]
    if relations.allSatisfy({ tables[$0] == nil }) {
      log.add(
        Problem(
          .error, file: TieColumn.file,
          Phrase(
            "is missing, and so are members.csv and positions.csv. A network needs at least one of the three.",
            zh: "缺少此表，也没有 members.csv 和 positions.csv。三者至少要有一个。")))
    }
    try read(actorsTable) { $0.readActor($1) }
    // What other tables refer to comes before them. Without actors every reference would be one more problem.
    guard log.errorCount == 0 else { return }
    guard !network.actors.isEmpty else {
      log.add(
        Problem(
          .error, file: ActorColumn.file,
          Phrase(
            "has a header but no rows. Add one row for each actor.", zh: "只有表头，没有数据。请为每个主体填写一行。")))
      return
    }
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
    let reader = TableReader<Column>(log: log, progress: parallel.progress)
    let carried = try table.withBytes { bytes in reader.read(bytes) { decode(&self, $0) } }
    if !carried.isEmpty { network.carried[Column.table] = carried }
  }
}
