import KesiMatrix
import KesiNetwork

extension Format {
  /// A database of SQLite: a table for each of a network, or whatever a query gives.
  static let sqlite = Format(
    id: "sqlite", name: Phrase("SQLite database", zh: "SQLite 数据库"), names: "SQLite databases",
    input: "a SQLite database (by its tables, or by --ties-sql)",
    output: "the tables that people keep, as a SQLite database", endings: ["sqlite"],
    silentEndings: ["sqlite3", "db"],
    recognizes: { candidate in
      guard !candidate.isFolder else { return false }
      let ending = ForeignFormat.Specimen(candidate.start, path: candidate.path).ending
      return candidate.start.starts(with: Database.start) || ["sqlite", "sqlite3", "db"].contains(ending)
    },
    read: NetworkReader.read(database:_:on:),
    writer: .network { network, path, _, _ in try DatabaseWriter(network).write(to: path) },
    holds: Set(Holding.allCases).subtracting([.selfTies, .judgement]),
    honors: [.decimal, .actorsQuery, .tiesQuery])
}

extension Database {
  /// With what every such file begins.
  static let start = Array("SQLite format 3\u{0}".utf8)
}

extension NetworkReader {
  /// Reads a database: what queries give where there are any, else the tables and views that are called as those of a
  /// network, by the names that sheets of workbooks may have.
  ///
  /// - Throws: ``NoInput``, ``NotEnoughMemory``; `BadData` with every problem where any is an error.
  static func read(
    database source: FileSource, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let source = try source.opened(progress: parallel.progress)
    let database = try Database(reading: source)
    let log = ProblemLog()
    var tables = DatabaseTables()
    if options.queries.isEmpty {
      try tables.find(in: database, log)
    } else {
      // In one order, so that of two that are wrong always the same is named.
      for table in Table.allCases {
        guard let sql = options.queries[table] else { continue }
        let query = try DatabaseQuery(sql, named: "\(database.file)[--\(table.rawValue)-sql]", in: database)
        tables.sources[table] = .parts(query.parts(log))
      }
    }
    guard !tables.sources.isEmpty else { throw try DatabaseTables.refusal(of: database) }
    var reading = try read(tables, of: source.name, log, options, on: parallel)
    reading.remarks = tables.remarks + reading.remarks
    return reading
  }

  private static func read(
    _ tables: DatabaseTables, of file: String, _ log: ProblemLog, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let sources = tables.sources
    guard let actors = sources[.actors] else {
      return try readWithoutActors(sources, of: file, profile: tables.profile, log: log, options, on: parallel)
    }
    let hasRelations = [Table.ties, .members, .positions].contains { sources[$0] != nil }
    guard hasRelations else { throw onlyActors(actors) }
    return try read(tables: sources, profile: tables.profile, log: log, options, on: parallel)
  }
}
