import KesiMatrix
import KesiNetwork

/// Reads a network from a folder of tables: `actors.csv` and at least one of `ties.csv`, `members.csv`, `positions.csv`,
/// with `chains.csv`, `consortia.csv` and `network.yml` where there are any.
public final class NetworkReader {
  let log = ProblemLog()
  private let parallel: Parallel
  var network = Network()
  /// What words of tables mean by the profile, which is read before any table.
  private(set) lazy var words = network.profile.words
  var actors = IdIndex(file: Table.actors.file)
  var chains = IdIndex(file: Table.chains.file)
  var consortia = IdIndex(file: Table.consortia.file)

  /// Reads every table and checks each against the others.
  public static func read(folder: String, on parallel: Parallel = Parallel()) throws -> NetworkReading {
    var tables: [Table: TableSource] = [:]
    for table in Table.allCases {
      tables[table] = try source(of: table, in: folder).map { .text($0, file: table.file) }
    }
    let profile = "\(folder)/\(ProfileReader.file)"
    return try read(tables: tables, profile: FileBytes.exists(profile) ? .path(profile) : nil, on: parallel)
  }

  /// A table of a folder, packed or not; nil where it has none.
  ///
  /// - Throws: `BadData` where it is there twice.
  private static func source(of table: Table, in folder: String) throws -> FileSource? {
    let plain = "\(folder)/\(table.file)"
    let packed = plain + Gzip.ending
    guard FileBytes.exists(packed) else { return FileBytes.exists(plain) ? .path(plain) : nil }
    guard !FileBytes.exists(plain) else {
      throw BadData([
        Problem(
          .error, .file(table.file),
          Phrase(
            "is there twice: as it is and packed, as \(table.file)\(Gzip.ending). Keep one of them.",
            zh: "有两份：\(table.file) 及其压缩文件 \(table.file)\(Gzip.ending)。请只保留一份。"))
      ])
    }
    return .path(packed)
  }

  /// Reads tables that are in memory: the bytes of the CSV of each.
  public static func read(tables: [Table: [UInt8]], profile: [UInt8]? = nil) throws -> NetworkReading {
    let sources = tables.map { ($0, TableSource.text(.bytes($1), file: $0.file)) }
    return try read(
      tables: Dictionary(uniqueKeysWithValues: sources), profile: profile.map(FileSource.bytes), on: Parallel())
  }

  /// Reads tables that lie in sheets, the first row of each its header.
  ///
  /// - Parameter profile: the text of `network.yml`.
  package static func read(
    sheets: [Table: Sheet], profile: [UInt8]? = nil, on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    try read(
      tables: sheets.mapValues(TableSource.sheet), profile: profile.map(FileSource.bytes), on: parallel)
  }

  private static func read(
    tables: [Table: TableSource], profile: FileSource?, on parallel: Parallel
  ) throws -> NetworkReading {
    let reader = NetworkReader(parallel: parallel)
    try reader.readAll(tables, profile)
    if let failure = reader.log.failure() { throw failure }
    return NetworkReading(
      network: reader.network, warnings: reader.log.warnings, warningCount: reader.log.warningCount)
  }

  private init(parallel: Parallel) { self.parallel = parallel }

  private func readAll(_ tables: [Table: TableSource], _ profile: FileSource?) throws {
    if let profile {
      network.profile = try profile.withBytes { bytes in
        var profile = ProfileReader(log: log).read(bytes)
        profile.text = Array(bytes)
        return profile
      }
    }
    guard let actorsTable = tables[.actors] else {
      log.add(
        Problem(
          .error, .file(Table.actors.file),
          Phrase(
            "is missing. Every network needs this table, with the columns id, name and kind.",
            zh: "缺少此表。每个网络都须有主体表，包含编号（id）、名称（name）、类型（kind）三列。")))
      return
    }
    let relations = [Table.ties, .members, .positions]
    if relations.allSatisfy({ tables[$0] == nil }) {
      log.add(
        Problem(
          .error, .file(Table.ties.file),
          Phrase(
            "is missing, and so are members.csv and positions.csv. A network needs at least one of the three.",
            zh: "缺少此表，也没有 members.csv 和 positions.csv。三者至少要有一个。")))
    }
    try read(actorsTable, Actor.self)
    // What other tables refer to comes before them. Without actors every reference would be one more problem.
    guard log.errorCount == 0 else { return }
    guard !network.actors.isEmpty else {
      log.add(
        Problem(
          .error, .file(Table.actors.file),
          Phrase(
            "has a header but no rows. Add one row for each actor.", zh: "只有表头，没有数据。请为每个主体填写一行。")))
      return
    }
    if let table = tables[.chains] { try read(table, Chain.self) }
    if let table = tables[.consortia] { try read(table, Consortium.self) }
    if let table = tables[.ties] { try read(table, Tie.self) }
    if let table = tables[.members] { try read(table, Membership.self) }
    if let table = tables[.positions] { try read(table, Position.self) }
    if log.errorCount == 0 { checkWhole() }
  }

  private func read<Row: NetworkRow>(_ table: TableSource, _: Row.Type) throws {
    let reader = TableReader<Row>(file: table.name, log: log, progress: parallel.progress)
    let carried = try reader.read(table, into: self)
    if !carried.isEmpty { network.carried[Row.table] = carried }
  }

  /// The row of a table that a word in a cell means; a problem where it means none.
  func resolve(_ word: String, in table: Table, _ column: ColumnHead, _ cells: Cells) -> Int? {
    switch table {
    case .actors: actors.resolve(word, column, cells)
    case .chains: chains.resolve(word, column, cells)
    case .consortia: consortia.resolve(word, column, cells)
    case .ties, .positions, .members: preconditionFailure("rows of \(table.file) have no ids")
    }
  }
}
