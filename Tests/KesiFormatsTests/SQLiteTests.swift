import CSQLite
import Foundation
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiFormats

@Suite("Networks in databases")
struct SQLiteTests {
  private let place = try! FileTests.Place()

  private struct Refused: Error { let reason: String }

  /// Makes a database, or changes one; what is asked of it is left open until `body` has run.
  @discardableResult
  private func run(_ sql: String, on name: String = "a.db", _ body: () throws -> Void = {}) throws -> String {
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    guard sqlite3_open(place.path(name), &database) == SQLITE_OK,
      sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK
    else { throw Refused(reason: String(cString: sqlite3_errmsg(database))) }
    try body()
    return place.path(name)
  }

  private func read(_ name: String = "a.db", _ queries: [Table: String] = [:]) throws -> NetworkReading {
    var options = ReadingOptions()
    options.queries = queries
    return try NetworkReader.read(place.path(name), options, on: Parallel(threads: 2))
  }

  private func problem(_ name: String = "a.db", _ queries: [Table: String] = [:]) -> String {
    problems { try read(name, queries) }
  }

  private static let firms = """
    CREATE TABLE firm(nr INTEGER PRIMARY KEY, label TEXT, sector TEXT);
    INSERT INTO firm VALUES (9007199254740993, ' 甲 ', 'enterprise'), (2, NULL, 'college');
    CREATE TABLE deal(a, b, worth REAL, begun);
    INSERT INTO deal VALUES (9007199254740993, 2, 0.1, '2020-02'), ('2', '9007199254740993', NULL, 2021);
    """

  @Test(
    "Queries say what actors and ties are, by the names that columns of tables have; numbers come to their last digit")
  func queries() throws {
    try run(Self.firms)
    let reading = try read(
      "a.db",
      [
        .actors: "SELECT nr AS 编号, coalesce(label, 'x') AS name, sector AS kind FROM firm -- all",
        .ties: "SELECT a AS 甲方, b AS 乙方, worth AS weight, begun AS \"from\" FROM deal;",
      ])
    #expect(Set(reading.network.actors.map(\.id)) == ["2", "9007199254740993"])
    #expect(reading.network.actors.first { $0.kind == "enterprise" }?.name == " 甲 ")
    #expect(reading.network.ties.map(\.weight) == [0.1, 1])
    #expect(reading.network.ties.map { $0.period.from?.text } == ["2020-02", "2021"])
    let list = try read("a.db", [.ties: "SELECT a source, b target FROM deal"])
    #expect(list.network.actors.map(\.name) == ["9007199254740993", "2"] && list.network.ties.count == 2)
    #expect(try read("a.db", [.ties: "SELECT a source, b target FROM deal WHERE a = 'z'"]).network.ties.isEmpty)
  }

  @Test("Tables and views are known by the names that sheets may have; others are told")
  func names() throws {
    try run(
      """
      CREATE TABLE 主体清单(编号, 名称, 类型); INSERT INTO 主体清单 VALUES ('A', '甲', '企业'), ('B', '乙', '高校');
      CREATE TABLE deal(a, b); INSERT INTO deal VALUES ('A', 'B');
      CREATE VIEW 联系 AS SELECT a AS 甲方, b AS 乙方 FROM deal;
      """)
    let reading = try read()
    #expect(reading.network.actors.map(\.name) == ["甲", "乙"] && reading.network.ties.count == 1)
    #expect(reading.remarks.contains { $0.line(in: .en).contains("a.db[deal]: is not read") })
    try run("CREATE TABLE ties(source, target)")
    #expect(problem().contains("is the table of ties, and so is"))
  }

  @Test("Where no table is one of a network, those that there are are listed, with a query to begin with")
  func unknown() throws {
    try run(Self.firms)
    let said = problem()
    for words in ["deal (a, b, worth, begun)", "firm (nr, label, sector)", "--ties-sql 'SELECT"] {
      #expect(said.contains(words), "\(said)")
    }
    #expect(
      problem("a.db", [.actors: "SELECT nr id, label name, sector kind FROM firm"]).contains("only table that is known")
    )
  }

  @Test("A cell that no column takes is refused by its table, row and column")
  func cells() throws {
    try run(
      """
      CREATE TABLE ties(source, target, weight);
      INSERT INTO ties VALUES ('a', 'b', 1), ('b', x'00ff', 1), ('c', 'a', 'much'), (CAST(x'ff61' AS TEXT), 'a', 1),
        ('d', 'a', 9e999);
      """)
    let said = problem()
    for words in [
      "a.db[ties]:2: target: holds binary data (2 bytes)", "a.db[ties]:3: weight: “much”",
      "a.db[ties]:4: source: is a text that is not UTF-8", "a.db[ties]:5: weight: “inf”",
    ] { #expect(said.contains(words), "\(said)") }
  }

  @Test(
    "What does more than read is refused before it runs",
    arguments: [
      ("DELETE FROM ties", "would do more than read"),
      ("SELECT source, target FROM ties; SELECT 2", "is not one SELECT"),
      ("", "is not one SELECT"), ("-- nothing", "is not one SELECT"),
      ("ATTACH 'b.db' AS b", "would do more than read"), ("PRAGMA user_version = 7", "would do more than read"),
      ("CREATE TEMP TABLE t AS SELECT 1", "not authorized"), ("VACUUM INTO 'b.db'", "is not one SELECT"),
      ("INSERT INTO ties VALUES (1, 2) RETURNING source, target", "would do more than read"),
      ("SELECT load_extension('x') source, 1 target", "is refused by SQLite"),
      ("SELECT no FROM such", "is refused by SQLite: no such table"),
      ("SELECT source, target FROM pragma_table_info('ties')", "is refused by SQLite"),
      ("EXPLAIN SELECT 1", "source"), ("SELECT 1 AS source", "target"),
    ])
  func writing(sql: String, reason: String) throws {
    let path = try run("CREATE TABLE ties(source, target); INSERT INTO ties VALUES ('a', 'b')")
    let before = try Data(contentsOf: URL(filePath: path))
    let said = problem("a.db", [.ties: sql])
    #expect(said.contains(reason), "\(said)")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try place.names == ["a.db"])
  }

  @Test("A view that never comes to a row ends, and is said")
  func endless() throws {
    try run(
      "CREATE VIEW ties AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS source, x AS target FROM r WHERE x < 0"
    )
    let database = try Database(
      reading: .path(place.path("a.db")).opened(), bounds: DatabaseBounds(steps: 5_000_000, cells: 1000))
    let query = try DatabaseQuery(all: "ties", in: database)
    #expect(problems { try query.parts(ProblemLog()).each { _ in } }.contains("has not come to a next row"))
  }

  @Test("A view that makes rows without end stops once no file of its length could hold so much, by cells")
  func endlessRows() throws {
    try run(
      "CREATE VIEW ties AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS source, x + 1 AS target FROM r; CREATE VIEW few AS SELECT * FROM ties LIMIT 50"
    )
    let database = try Database(
      reading: .path(place.path("a.db")).opened(), bounds: DatabaseBounds(steps: 5_000_000, cells: 100))
    #expect(
      problems { try DatabaseQuery(all: "ties", in: database).parts(ProblemLog()).each { _ in } }.contains(
        "gives more than 50 rows of 2 columns"))
    var rows = 0
    try DatabaseQuery(all: "few", in: database).parts(ProblemLog()).each { rows += $0.rowCount }
    #expect(rows == 50)
    // What is stored is less than these, whatever the length of the file; a megabyte may give ten million rows of five columns.
    for length in [0, 1 << 20, 1 << 34, .max] {
      let bounds = DatabaseBounds(length: length)
      #expect(bounds.cells >= max(length, length > 0 ? 50_000_000 : 5_000_000) && bounds.bytes >= length)
      #expect((200_000_000...2_000_000_000).contains(bounds.steps))
    }
  }

  @Test("A view that makes long texts of nothing stops by their bytes")
  func longTexts() throws {
    try run("CREATE VIEW ties AS SELECT printf('%.*c', 600, 'x') AS source, printf('%.*c', 300, 'y') AS target")
    for (bytes, isRead) in [(899, false), (900, true)] {
      let database = try Database(
        reading: .path(place.path("a.db")).opened(), bounds: DatabaseBounds(steps: 5_000_000, cells: 100, bytes: bytes))
      let said = problems { try DatabaseQuery(all: "ties", in: database).parts(ProblemLog()).each { _ in } }
      #expect(isRead ? said == "read" : said.contains("of text, which is not taken"), "\(said)")
    }
  }

  @Test("Changes that lie beside a database are not passed over; without them its log does not matter")
  func log() throws {
    let sql = "PRAGMA journal_mode = WAL; CREATE TABLE ties(source, target); INSERT INTO ties VALUES ('a', 'b')"
    try run(sql) {
      #expect(problem().contains("has changes that are not in it yet"))
      // Nor is it written over: SQLite would play them into what comes in its place.
      #expect(throws: CannotWrite.self) {
        try DatabaseWriter(Network(actors: [Actor(id: "z", name: "Z")])).write(to: place.path("a.db"))
      }
    }
    #expect(try read().network.ties.count == 1 && place.names == ["a.db"])
    // It may lie where nothing can be written, or come through a pipe.
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.url.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url.path) }
    #expect(try read().network.ties.count == 1)
    let bytes = Array(try Data(contentsOf: URL(filePath: place.path("a.db"))))
    let piped = try NetworkReader.read(database: .bytes(bytes, path: "-"), ReadingOptions(), on: Parallel())
    #expect(piped.network.ties.count == 1)
  }

  @Test("Changes are looked for beside the file to which a link leads; the command to copy is one of a shell")
  func links() throws {
    let sql = "PRAGMA journal_mode = WAL; CREATE TABLE ties(source, target); INSERT INTO ties VALUES ('a', 'b')"
    let files = FileManager.default
    try files.createDirectory(atPath: place.path("d"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: place.path("d/near.db"), withDestinationPath: "../it's.db")
    try files.createSymbolicLink(atPath: place.path("far.db"), withDestinationPath: "d/near.db")
    try run(sql, on: "it's.db") {
      for name in ["it's.db", "d/near.db", "far.db"] {
        let said = problem(name)
        #expect(said.contains("it's.db-wal. Close"), "\(name): \(said)")
        #expect(said.contains("it'\\''s.db' 'PRAGMA wal_checkpoint(TRUNCATE)'"), "\(name): \(said)")
      }
    }
    #expect(try read("far.db").network.ties.count == 1)
  }

  @Test("Of two queries that are wrong always the same is named")
  func twoWrong() throws {
    try run(Self.firms)
    for _ in 0..<20 {
      let said = problem("a.db", [.ties: "SELECT x FROM deal", .actors: "SELECT y FROM firm"])
      #expect(said.contains("[--actors-sql]") && !said.contains("[--ties-sql]"), "\(said)")
    }
  }

  @Test("A database is closed once nobody asks anything of it")
  func closing() throws {
    try run(Self.firms)
    var query: DatabaseQuery? = try DatabaseQuery(
      all: "deal", in: Database(reading: .path(place.path("a.db")).opened()))
    try query?.parts(ProblemLog()).each { #expect($0.rowCount == 2) }
    query = nil
    let files = FileManager.default
    let open = ((try? files.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).compactMap {
      try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
    }
    #expect(!open.contains { $0.hasSuffix("\(place.url.lastPathComponent)/a.db") })
  }

  @Test("What SQLite does not take into a row is an error")
  func binding() throws {
    try place.write("", "o.db")
    let output = try OutputDatabase(at: place.path("o.db"), for: "o.db")
    try output.create("t", [("a", "TEXT")])
    try output.insert(into: "t", width: 1) { row in
      #expect(throws: CannotWrite.self) { try row.bind(1.5, at: 1) }
      #expect(throws: CannotWrite.self) { try row.bind("x", at: 1) }
    }
  }

  @Test("A damaged database is refused or read, and nothing traps", arguments: 1...8 as ClosedRange<UInt64>)
  func damaged(seed: UInt64) throws {
    let path = place.path("a.sqlite")
    try DatabaseWriter(fixture("cluster")).write(to: path)
    let whole = Array(try Data(contentsOf: URL(filePath: path)))
    var random = SplitMix(seed: seed, use: "test")
    for _ in 0..<20 {
      var bytes = whole
      for _ in 0...random.below(20) { bytes[100 + random.below(bytes.count - 100)] = UInt8(random.below(256)) }
      if random.below(2) == 0 { bytes.removeLast(random.below(bytes.count)) }
      try Data(bytes).write(to: URL(filePath: path))
      _ = problem("a.sqlite")
    }
    try place.write("a,b\n", "b.db")
    #expect(problem("b.db").contains("is no database that SQLite can read"))
  }

  @Test("What is written is one whole file with numbers as numbers; columns that SQLite cannot tell apart are refused")
  func writing() throws {
    var network = try fixture("cluster")
    let path = place.path("a.sqlite")
    try DatabaseWriter(network).write(to: path)
    #expect(try place.names == ["a.sqlite"])
    try run("SELECT CASE WHEN count(*) THEN 1 / 0 END FROM ties WHERE typeof(weight) <> 'real'", on: "a.sqlite")
    network.carried[.actors] = ["Note", "note"].map { name in
      Network.CarriedColumn(name: name, values: network.actors.map { _ in "x" })
    }
    let error = #expect(throws: CannotWrite.self) { try DatabaseWriter(network).write(to: path) }
    #expect(error?.message.en.contains("only by large and small letters") == true)
    #expect(try read("a.sqlite").network.carried[.actors] == nil)
  }

  @Test("Rows that come in many parts are one table")
  func manyRows() throws {
    try run(
      """
      CREATE TABLE ties(source, target, weight, note);
      WITH RECURSIVE r(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM r WHERE x < 149999)
      INSERT INTO ties SELECT 'n' || x, 'n' || ((x * 7 + 1) % 150000), x + 0.5, 't' || x FROM r;
      """)
    let network = try read().network
    #expect(network.ties.count == 150_000 && network.actors.count == 150_000)
    #expect(network.ties.indices.allSatisfy { network.actors[network.ties.source($0)].id == "n\($0)" })
    #expect(network.ties.indices.allSatisfy { network.ties.weight($0) == Double($0) + 0.5 })
    #expect(network.carried[.ties]?[0].values == (0..<150_000).map { "t\($0)" })
  }
}
