import CSQLite
import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats
@testable import KesiResults

@Suite("Result tables as databases")
struct ResultDatabaseTests {
  private let place = try! FileTests.Place()

  private static let table = ResultTable(
    heading: Heading(), [0, 1],
    columns: [
      Column("id", Phrase("id", zh: "编号"), .id) { row, _ in .shown(.text(row == 0 ? "007" : "甲'\"\n"), as: "x") },
      Column("count", Phrase("count", zh: "数量"), .whole) { row, _ in .whole(row + 9_007_199_254_740_993) },
      Column("share", Phrase("share", zh: "比例"), .optional(.fraction)) { row, _ in row == 0 ? .fraction(1) : .missing },
      Column("value", Phrase("value", zh: "值"), .number) { row, _ in row == 0 ? .whole(3) : .real(0.1) },
      Column("level", Phrase("level", zh: "级别"), .word) { _, _ in .word(.text("high"), as: "高") },
      Column("with", Phrase("with", zh: "对象"), .list) { row, _ in .list(row == 0 ? ["a", "b"] : []) },
    ], in: TableContext(Network(), .en), called: Phrase("who is-who", zh: "名录"))

  /// What a query gives, a line a row; what SQLite has for the type of each value with it.
  private func ask(_ sql: String, of name: String) throws -> [String] {
    var (database, statement): (OpaquePointer?, OpaquePointer?)
    defer {
      sqlite3_finalize(statement)
      sqlite3_close(database)
    }
    try #require(sqlite3_open(place.path(name), &database) == SQLITE_OK)
    try #require(sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, "\(sql)")
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
        }.joined(separator: "|"))
    }
    return rows
  }

  private func write(_ words: ResultTable.Words? = nil, _ provenance: Provenance? = nil, _ name: String) throws {
    let written = try TableFormat.database.written(
      Self.table, in: .zh, width: 80, words: words, forSpreadsheet: false, telling: provenance)
    try AtomicFile.write(written.bytes, to: place.path(name))
  }

  @Test("A result is a table that is called as it is, with typed columns, and NULL where nothing is defined")
  func typed() throws {
    try write(nil, nil, "a.sqlite")
    #expect(try ask("SELECT name FROM sqlite_master", of: "a.sqlite") == ["who_is_who"])
    #expect(
      try ask("SELECT name, type FROM pragma_table_info('who_is_who')", of: "a.sqlite") == [
        "id|TEXT", "count|INTEGER", "share|REAL", "value|NUMERIC", "level|TEXT", "with|TEXT",
      ])
    #expect(
      try ask("SELECT * FROM who_is_who", of: "a.sqlite") == [
        "007|9007199254740993|1.0|3|high|a;b", "甲'\"\n|9007199254740994|NULL|0.1|high|NULL",
      ])
    #expect(
      try ask("SELECT typeof(id), typeof(count), typeof(share), typeof(value) FROM who_is_who", of: "a.sqlite") == [
        "text|integer|real|integer", "text|integer|null|real",
      ])
    #expect(try ask("PRAGMA integrity_check", of: "a.sqlite") == ["ok"])
  }

  @Test("Chinese heads and words are there where they are asked for; how it came about is a table of its own")
  func chinese() throws {
    let provenance = Provenance(
      version: "1", command: "metrics", arguments: ["n"], options: [.init("seed", ["1"], isGiven: false)], inputs: [],
      date: nil)
    try write(.chinese, provenance, "b.db")
    #expect(try ask("SELECT 编号, 级别 FROM 名录", of: "b.db")[0] == "007|高")
    #expect(
      try ask("SELECT * FROM meta", of: "b.db") == [
        "program|kesi", "version|1", "command|metrics", "arguments|[\"n\"]", "options|{\"seed\": \"1\"}", "inputs|[]",
      ])
    for file in ["b.db", "B.SQLITE", "x/b.sqlite3"] { #expect(TableFormat(file: file) == .database) }
  }

  @Test("A database that is open elsewhere, with changes beside it, is not replaced")
  func unfinished() throws {
    try write(nil, nil, "c.sqlite")
    try WrittenDatabase.checkPlace(place.path("c.sqlite"))
    try place.write("changes", "c.sqlite-wal")
    let error = #expect(throws: CannotWrite.self) { try WrittenDatabase.checkPlace(place.path("c.sqlite")) }
    #expect(error?.message.en.contains("c.sqlite-wal") == true)
  }
}
