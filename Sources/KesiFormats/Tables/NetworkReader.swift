import KesiMatrix
import KesiNetwork

/// Reads a network from a folder of tables: `actors.csv` and at least one of `ties.csv`, `members.csv`, `positions.csv`,
/// with `chains.csv`, `consortia.csv`, `supplies.csv`, `demands.csv`, `coalitions.csv`, `history.csv` and `network.yml` where there are any.
///
/// Where only one table is brought, the actors and consortia that its rows name are made from these names: a list of ties is
/// such a table.
public final class NetworkReader {
  let log: ProblemLog
  var network = Network()
  var references = References()
  var remarks: [Remark] = []
  /// The rows of tables that are not brought.
  var newActors = Newcomers()
  var newConsortia = Newcomers()
  /// The rows of actors that state of whom they are a part: their places in the network, and their numbers in the table.
  var rowsWithParents: [(actor: Int, number: Int)] = []
  /// The years of each subject that were read.
  var observed: [ExactText: Set<Int>] = [:]
  /// Of each table that may say the same twice the rows that were read: the place of the first by the hash of its cells.
  var seenRows: [Table: [Int: Int]] = [:]
  /// Of each table the numbers of the rows that were read, where they are to be kept.
  var rowNumbers: [Table: [Int]] = [:]
  private let options: ReadingOptions
  private let parallel: Parallel

  /// Reads every table and checks each against the others.
  public static func read(folder: String, on parallel: Parallel = Parallel()) throws -> NetworkReading {
    try read(folder: folder, ReadingOptions(), on: parallel)
  }

  static func read(folder: String, _ options: ReadingOptions, on parallel: Parallel) throws -> NetworkReading {
    var tables: [Table: TableSource] = [:]
    for table in Table.allCases {
      tables[table] = try source(of: table, in: folder).map { .text($0, file: table.file) }
    }
    guard !tables.isEmpty else { throw WrongPlace.folder(folder) }
    try MemoryNeed.tables(actors: rows(of: tables[.actors]), ties: rows(of: tables[.ties])).check(folder)
    let profile = "\(folder)/\(ProfileReader.file)"
    return try read(
      tables: tables, profile: FileBytes.exists(profile) ? .path(profile) : nil, options, on: parallel)
  }

  /// About how many rows a table has; none of what is packed or can be read only once: reading alone would tell.
  private static func rows(of table: TableSource?) throws -> RowEstimate {
    guard case .text(let source, _) = table, !FileBytes.isStream(source.path),
      !Gzip.begins(FileBytes.start(of: source.path))
    else { return .none }
    return try source.withBytes { .of($0.bindMemory(to: UInt8.self)) }
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
    try read(texts: tables, profile: profile, ReadingOptions(), on: Parallel())
  }

  /// The same, read as is said.
  static func read(
    texts: [Table: [UInt8]], profile: [UInt8]?, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let sources = texts.map { ($0, TableSource.text(.bytes($1), file: $0.file)) }
    return try read(
      tables: Dictionary(uniqueKeysWithValues: sources), profile: profile.map { .bytes($0) }, options, on: parallel)
  }

  /// Reads tables that lie in sheets, below a header among the first rows of each.
  ///
  /// - Parameter profile: the text of `network.yml`.
  package static func read(
    sheets: [Table: Sheet], profile: [UInt8]? = nil, _ options: ReadingOptions = ReadingOptions(),
    on parallel: Parallel = Parallel()
  ) throws -> NetworkReading {
    try read(
      tables: sheets.mapValues(TableSource.sheet), profile: profile.map { .bytes($0) }, options, on: parallel)
  }

  static func read(
    tables: [Table: TableSource], profile: FileSource?, log: ProblemLog? = nil, _ options: ReadingOptions,
    on parallel: Parallel
  ) throws -> NetworkReading {
    let reader = NetworkReader(options, parallel, log: log)
    try reader.readAll(tables, profile)
    return try reader.reading()
  }

  /// - Parameter log: where what makes tables says what is wrong in them; nil for one that nobody else has.
  init(_ options: ReadingOptions, _ parallel: Parallel, log: ProblemLog? = nil) {
    (self.options, self.parallel, self.log) = (options, parallel, log ?? ProblemLog())
  }

  /// What was read.
  ///
  /// - Throws: `BadData` where anything is an error.
  func reading() throws -> NetworkReading {
    if let failure = log.failure(remarks) { throw failure }
    var reading = NetworkReading(
      network: network, warnings: log.warnings, warningCount: log.warningCount, remarks: remarks)
    reading.rowNumbers = rowNumbers
    return reading
  }

  private func readAll(_ tables: [Table: TableSource], _ profile: FileSource?) throws {
    try read(profile)
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
    for (table, source) in tables { references.setName(of: table, to: source.name) }
    // What other tables refer to comes before them.
    try read(actorsTable, Actor.self, referredToAs: .actors)
    checkParents()
    if log.errorCount == 0, network.actors.isEmpty {
      log.add(
        Problem(
          .error, .file(actorsTable.name),
          Phrase(
            "has a header but no rows. Add one row for each actor.", zh: "只有表头，没有数据。请为每个主体填写一行。")))
    }
    if let table = tables[.chains] { try read(table, Chain.self, referredToAs: .chains) }
    references.stages = network.chains.map { ($0.id, $0.stages) }
    if let table = tables[.consortia] { try read(table, Consortium.self, referredToAs: .consortia) }
    if let table = tables[.ties] { try read(table, Tie.self) }
    if let table = tables[.members] { try read(table, Membership.self) }
    if let table = tables[.positions] { try read(table, Position.self) }
    if let table = tables[.coalitions] { try read(table, CoalitionWorth.self) }
    if let table = tables[.supplies] { try read(table, Supply.self) }
    if let table = tables[.demands] { try read(table, Demand.self) }
    if let table = tables[.history] { try read(table, Observation.self) }
    if log.errorCount == 0 { checkWhole() }
  }

  /// Reads `network.yml`, where there is one.
  func read(_ profile: FileSource?) throws {
    guard let profile else { return }
    network.profile = try profile.withBytes { bytes in
      var profile = ProfileReader(log: log).read(bytes)
      profile.text = Array(bytes)
      return profile
    }
    references.profile = network.profile
  }

  /// - Parameter referred: the table, where others refer to it. If anything is wrong in it, what it has not may be what it
  ///   should have: then no reference is blamed.
  private func read<Row: NetworkRow>(_ table: TableSource, _: Row.Type, referredToAs referred: Table? = nil) throws {
    let errors = log.errorCount
    try reader(of: Row.self, named: table.name).read(table)
    if let referred, log.errorCount > errors { references.uncertain.insert(referred) }
  }

  func reader<Row>(of _: Row.Type, named file: String) -> TableReader<Row> {
    TableReader(file: file, reader: self, options: options, parallel: parallel)
  }
}
