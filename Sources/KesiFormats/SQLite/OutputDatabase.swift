import CSQLite
import KesiNetwork

/// A database under way in a scratch file: all of it is one transaction, without a log, since it has no name yet.
final class OutputDatabase {
  private let handle: OpaquePointer
  /// Where it is to be in the end.
  private let target: String

  init(at path: String, for target: String) throws {
    self.target = target
    var database: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &database, flags, nil) == SQLITE_OK, let database else {
      let problem = Self.failure(database, target)
      sqlite3_close(database)
      throw problem
    }
    handle = database
    try execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; BEGIN")
  }

  deinit { sqlite3_close(handle) }

  /// - Parameter columns: with their types.
  /// - Throws: `CannotWrite` where SQLite cannot tell two of them apart.
  func create(_ table: String, _ columns: [(title: String, type: String)]) throws {
    // SQLite does not tell large letters of ASCII from small ones.
    var seen: Set<[UInt8]> = []
    for column in columns {
      let plain = column.title.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      guard seen.insert(plain).inserted, !plain.contains(0) else {
        throw CannotWrite(
          message: Phrase(
            "\(target) cannot be written: “\(column.title.shortened.visible)” of \(table) differs from another column only by large and small letters, which SQLite does not tell apart. Rename it.",
            zh: "无法写入 \(target)：\(table) 的“\(column.title.shortened.visible)”列与另一列只有大小写不同，SQLite 无法区分。请改名。"),
          isClosedPipe: false)
      }
    }
    let list = columns.map { "\($0.title.asIdentifier) \($0.type)" }.joined(separator: ", ")
    try execute("CREATE TABLE \(table.asIdentifier)(\(list))")
  }

  /// Lends a row to be filled and added, again and again.
  func insert(into table: String, width: Int, _ body: (InsertedRow) throws -> Void) throws {
    let marks = repeatElement("?", count: width).joined(separator: ",")
    var statement: OpaquePointer?
    guard
      sqlite3_prepare_v2(handle, "INSERT INTO \(table.asIdentifier) VALUES (\(marks))", -1, &statement, nil)
        == SQLITE_OK,
      let statement
    else { throw Self.failure(handle, target) }
    defer { sqlite3_finalize(statement) }
    try body(InsertedRow(statement: statement) { Self.failure(self.handle, self.target) })
  }

  func finish() throws { try execute("COMMIT") }

  private func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw Self.failure(handle, target) }
  }

  private static func failure(_ handle: OpaquePointer?, _ target: String) -> CannotWrite {
    let reason = sqlite3_errmsg(handle).map { String(cString: $0).shortened.visible } ?? "no reason given"
    return CannotWrite(
      message: Phrase(
        "\(target) cannot be written: SQLite says “\(reason)”.", zh: "无法写入 \(target)：SQLite 提示“\(reason)”。"),
      isClosedPipe: false)
  }
}

/// The row that is added next: what is not bound is `NULL`.
struct InsertedRow {
  fileprivate let statement: OpaquePointer
  fileprivate let failure: () -> CannotWrite

  func bind(_ value: Double, at place: Int) throws {
    try check(sqlite3_bind_double(statement, Int32(place + 1), value))
  }

  func bind(_ value: Int, at place: Int) throws {
    try check(sqlite3_bind_int64(statement, Int32(place + 1), Int64(value)))
  }

  /// An empty text says nothing.
  ///
  /// - Throws: `CannotWrite` where it holds a zero byte, at which programs take a text to end.
  func bind(_ text: String, at place: Int) throws {
    guard !text.isEmpty else { return }
    guard !text.utf8.contains(0) else { throw CannotWrite.unwritable(text, in: Format.sqlite.name) }
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        sqlite3_bind_text64(
          statement, Int32(place + 1), chars.baseAddress, UInt64(chars.count), Self.copied, UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
  }

  private func check(_ code: Int32) throws { guard code == SQLITE_OK else { throw failure() } }

  /// That SQLite is to copy what it is given: a macro that Swift does not see.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func step() throws {
    guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }
}
