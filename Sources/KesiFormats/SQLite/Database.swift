import CSQLite
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A database of SQLite that is read and never changed, whatever it holds and whatever is asked of it: it is opened as a
/// file that nobody writes, only `SELECT` is let through, and what its own views may call is bounded.
final class Database {
  private static let stepsAtOnce = 1_000_000
  /// The longest value that is looked at.
  private static let longestValue: Int32 = 64 << 20

  /// What messages call it.
  let file: String
  let handle: OpaquePointer
  /// What may be asked of it.
  let bounds: DatabaseBounds
  /// How many steps are left until the next row has to come. Its place does not move, so that SQLite can be given it.
  private let stepsLeft = UnsafeMutablePointer<Int>.allocate(capacity: 1)

  /// - Parameters:
  ///   - source: opened already.
  ///   - bounds: nil for those of its length.
  /// - Throws: `BadData` where it is none, or something of it lies in another file; ``NotEnoughMemory``.
  init(reading source: FileSource, bounds: DatabaseBounds? = nil) throws {
    file = source.name
    self.bounds = try bounds ?? source.withBytes { DatabaseBounds(length: $0.count) }
    stepsLeft.initialize(to: self.bounds.steps)
    do { handle = try Self.open(source) } catch {
      stepsLeft.deallocate()
      throw error
    }
    try guardItself()
  }

  deinit {
    sqlite3_close_v2(handle)
    stepsLeft.deallocate()
  }

  private static func open(_ source: FileSource) throws -> OpaquePointer {
    var database: OpaquePointer?
    do {
      if let path = source.plainPath {
        try refuseUnfinished(path, source.name)
        // No lock and no file beside it: also where it may not be written to.
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
        guard sqlite3_open_v2(address(of: path), &database, flags, nil) == SQLITE_OK else {
          throw unreadable(source.name, database)
        }
      } else {
        try source.withBytes { try open($0, as: &database, source.name) }
      }
      guard let database else { throw NotEnoughMemory.forDatabase(source.name) }
      return database
    } catch {
      sqlite3_close(database)
      throw error
    }
  }

  /// What was packed or came through a pipe, which is in memory.
  private static func open(_ bytes: UnsafeRawBufferPointer, as database: inout OpaquePointer?, _ file: String) throws {
    guard sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK,
      let copy = sqlite3_malloc64(UInt64(max(bytes.count, 1)))
    else { throw NotEnoughMemory.forDatabase(file) }
    if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
    let content = copy.assumingMemoryBound(to: UInt8.self)
    // A database in memory has no log beside it: what says that this one has (2) becomes what says that it has none (1).
    if bytes.count > 19 { for place in 18...19 where content[place] == 2 { content[place] = 1 } }
    let flags = UInt32(SQLITE_DESERIALIZE_READONLY | SQLITE_DESERIALIZE_FREEONCLOSE)
    // The copy is SQLite's from here on, also where this fails.
    guard sqlite3_deserialize(database, "main", content, Int64(bytes.count), Int64(bytes.count), flags) == SQLITE_OK
    else { throw unreadable(file, database) }
  }

  /// A path as an address that says that nobody writes the file while it is read.
  private static func address(of path: String) -> String {
    let plain: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(byte)
    }
    var address = path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:./"
    for byte in path.utf8 {
      let digits = String(byte, radix: 16)
      address += plain(byte) ? String(Unicode.Scalar(byte)) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return address + "?immutable=1"
  }

  /// Refuses a database of which the last changes lie beside it: read alone it would be an older one, or half a change.
  static func refuseUnfinished(_ path: String, _ file: String) throws {
    let journal: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
    // SQLite keeps changes beside the file to which a link leads.
    let end = endOfLinks(path)
    let name = end.map { FileBytes.name(of: $0) } ?? file
    for (ending, isMeant) in [
      ("-wal", { (start: [UInt8]) in !start.isEmpty }), ("-journal", { $0.starts(with: journal) }),
    ] where isMeant(FileBytes.start(of: (end ?? path) + ending)) {
      let word = (end ?? path).inShell
      throw BadData([
        Problem(
          .error, .file(file),
          Phrase(
            "has changes that are not in it yet but in \(name)\(ending). Close the program that has it open, or run: sqlite3 \(word) 'PRAGMA wal_checkpoint(TRUNCATE)'.",
            zh: "尚有未写入的改动，在 \(name)\(ending) 中。请先关闭正在使用它的程序，或运行：sqlite3 \(word) 'PRAGMA wal_checkpoint(TRUNCATE)'。"))
      ])
    }
  }

  /// To which file a link leads, as SQLite follows it; nil where the path is none.
  private static func endOfLinks(_ path: String) -> String? {
    var byte: CChar = 0
    guard readlink(path, &byte, 1) >= 0, let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Takes from SQLite what reading does not need.
  private func guardItself() throws {
    // Names of functions and settings in the schema of a stranger are not trusted; cells are looked at before they are used.
    try execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA mmap_size=0")
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestValue)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_progress_handler(
      handle, Int32(Self.stepsAtOnce),
      { left in
        guard let left = left?.assumingMemoryBound(to: Int.self) else { return 1 }
        left.pointee -= Database.stepsAtOnce
        return left.pointee < 0 ? 1 : 0
      }, stepsLeft)
    sqlite3_set_authorizer(
      handle,
      { _, action, _, _, _, _ in
        [SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE].contains(action) ? SQLITE_OK : SQLITE_DENY
      }, nil)
  }

  /// Runs what Kesi itself says.
  private func execute(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw Self.unreadable(file, handle) }
  }

  /// Says that a row has come.
  func hasMoved() { stepsLeft.pointee = bounds.steps }

  // MARK: Failures

  /// What SQLite says of the call that failed.
  func failure(in name: String) -> BadData {
    let code = sqlite3_errcode(handle) & 0xFF
    switch code {
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_CANTOPEN: return Self.unreadable(name, handle)
    case SQLITE_INTERRUPT:
      return Self.refusal(
        name,
        "has not come to a next row after \(bounds.steps / 1_000_000) million steps of SQLite, many times what all rows of a file of this length take. A view or query in it may never end: look at its WHERE; if it only takes long, store what it gives as a table.",
        zh: "SQLite 运行 \(bounds.steps / 10_000) 万步仍未得到下一行，远超遍历这样大小的文件所需，其中的视图或查询可能不会结束，请检查条件（WHERE）；如只是耗时较长，请将结果存为表。")
    case SQLITE_TOOBIG:
      return Self.refusal(
        name, "has a value of more than \(Self.longestValue >> 20) MB. Leave that column out of the query.",
        zh: "有一个值超过 \(Self.longestValue >> 20) MB，请在查询中去掉该列。")
    case SQLITE_AUTH:
      return Self.refusal(
        name, "would do more than read. Only SELECT from the tables and views of this file is run.",
        zh: "不只是读取。只允许用 SELECT 查询本文件中的表和视图。")
    default:
      let reason = Self.reason(handle)
      return Self.refusal(name, "is refused by SQLite: \(reason).", zh: "SQLite 不接受：\(reason)。")
    }
  }

  private static func reason(_ handle: OpaquePointer?) -> String {
    sqlite3_errmsg(handle).map { String(cString: $0).shortened.visible } ?? "no reason given"
  }

  private static func unreadable(_ name: String, _ handle: OpaquePointer?) -> BadData {
    let reason = reason(handle)
    return refusal(
      name,
      "is no database that SQLite can read: it is damaged, locked with a password, or of another program (\(reason)). Fetch it again, or try: sqlite3 FILE .recover.",
      zh: "不是 SQLite 能读取的数据库：可能已损坏、有密码，或属于其他软件（\(reason)）。请重新获取，或试用 sqlite3 FILE .recover 修复。")
  }

  static func refusal(_ name: String, _ en: String, zh: String) -> BadData {
    BadData([Problem(.error, .file(name), Phrase(en, zh: zh))])
  }
}

extension NotEnoughMemory {
  fileprivate static func forDatabase(_ file: String) -> NotEnoughMemory {
    NotEnoughMemory(
      message: Phrase(
        "\(file): there is not enough memory to open it. Unpack it to a file: files are not held in memory.",
        zh: "\(file)：内存不足，无法打开。请先解压为文件：读取文件不占用内存。"))
  }
}
