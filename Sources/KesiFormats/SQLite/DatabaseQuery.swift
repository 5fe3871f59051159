import CSQLite
import KesiNetwork

/// One `SELECT`, whose rows are those of a table of a network.
///
/// `NULL` is an empty cell; whole numbers come to their last digit, others as the shortest that is read as the same; texts are
/// taken as they are. Binary values are refused with their row and column.
struct DatabaseQuery {
  /// What messages call it.
  let name: String
  let titles: [String]
  private let database: Database
  private let statement: Statement

  /// - Throws: `BadData` where it is none, several, or does more than read.
  init(_ sql: String, named name: String, in database: Database) throws {
    (self.name, self.database) = (name, database)
    let statement = try Statement(sql, named: name, in: database)
    self.statement = statement
    titles = (0..<statement.width).map { statement.title($0) }
  }

  /// All columns and rows of a table or a view.
  init(all table: String, in database: Database) throws {
    try self.init(
      "SELECT * FROM \(table.asIdentifier)", named: "\(database.file)[\(table.shortened.visible)]", in: database)
  }

  /// The rows, part by part.
  func parts(_ log: ProblemLog) -> SheetParts {
    SheetParts(name: name, titles: titles) { body in
      var sheet = Sheet(file: name)
      var row = 0
      var bytesLeft = database.bounds.bytes
      while try step() {
        row += 1
        guard row <= database.bounds.cells / titles.count else { throw tooMuch() }
        sheet.beginRow(row)
        for column in titles.indices { try append(column, row, &sheet, log) }
        bytesLeft -= textLength
        guard bytesLeft >= 0 else { throw tooLong() }
        if sheet.isPart {
          try FreeMemory.check(name)
          try body(sheet)
          sheet = Sheet(file: name)
        }
      }
      if sheet.rowCount > 0 { try body(sheet) }
    }
  }

  private func tooMuch() -> BadData {
    let (most, cells) = (database.bounds.cells / titles.count, database.bounds.cells / 1_000_000)
    return Database.refusal(
      name,
      "gives more than \(most) rows of \(titles.count.counted("column")): more than \(cells) million cells are not taken of so small a file. A view or query in it may never end: look at its WHERE; else store what it gives as a table, or ask for fewer columns.",
      zh:
        "给出的行数超过 \(most)（每行 \(titles.count) 列）：这样大小的文件最多读取 \(cells) 百万个单元格。其中的视图或查询可能不会结束，请检查条件（WHERE）；否则请将结果存为表，或减少列数。"
    )
  }

  /// How many bytes the texts of the row under way have.
  private var textLength: Int {
    (0..<Int32(titles.count)).reduce(0) { sum, column in
      sqlite3_column_type(statement.handle, column) == SQLITE_TEXT
        ? sum + Int(sqlite3_column_bytes(statement.handle, column)) : sum
    }
  }

  private func tooLong() -> BadData {
    let most = database.bounds.bytes >> 20
    return Database.refusal(
      name,
      "gives more than \(most) MB of text, which is not taken of so small a file. A view or query in it makes long texts of short ones: look at it, or ask for fewer columns.",
      zh: "给出的文字超过 \(most) MB，这样大小的文件不应有这么多。其中的视图或查询会生成很长的文字，请检查，或减少列数。")
  }

  /// The texts of the first column.
  func texts() throws -> [String] {
    var texts: [String] = []
    while try step() { if let text = try text(0) { texts.append(String(decoding: text, as: UTF8.self)) } }
    return texts
  }

  private func step() throws -> Bool {
    switch sqlite3_step(statement.handle) {
    case SQLITE_ROW:
      database.hasMoved()
      return true
    case SQLITE_DONE: return false
    default: throw database.failure(in: name)
    }
  }

  /// The bytes of a cell, up to the next step; nil where it is `NULL`.
  private func text(_ column: Int) throws -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_column_type(statement.handle, Int32(column)) != SQLITE_NULL else { return nil }
    guard let text = statement.text(column) else { throw NotEnoughMemory.forRows(of: name) }
    return text
  }

  private func append(_ column: Int, _ row: Int, _ sheet: inout Sheet, _ log: ProblemLog) throws {
    func refuse(_ en: String, zh: String) {
      sheet.append("")
      log.add(
        Problem(
          .error, .cell(file: name, row: row, column: titles[column], columnZh: nil), Phrase(en, zh: zh)))
    }
    let place = Int32(column)
    switch sqlite3_column_type(statement.handle, place) {
    case SQLITE_NULL: sheet.append("")
    case SQLITE_INTEGER: sheet.append(String(sqlite3_column_int64(statement.handle, place)), as: .number)
    case SQLITE_FLOAT: sheet.append(sqlite3_column_double(statement.handle, place).plain, as: .number)
    case SQLITE_TEXT:
      guard let text = try text(column) else { return sheet.append("") }
      guard !text.contains(0), (try? UTF8Span(validating: text.span)) != nil else {
        return refuse(
          "is a text that is not UTF-8, or has a zero byte in it. Correct it in the database.",
          zh: "文本不是 UTF-8 编码，或含有零字节，请在数据库中改正。")
      }
      sheet.append(exact: text)
    default:
      let count = Int(sqlite3_column_bytes(statement.handle, place))
      refuse(
        "holds binary data (\(count.counted("byte"))), which no column takes. Store it as text, or choose columns by --ties-sql and --actors-sql.",
        zh: "为二进制数据（\(count) 字节），任何列都不能使用。请改存为文本，或用 --ties-sql、--actors-sql 选择列。")
    }
  }
}

/// A statement that was prepared. A class, since it is to be let go once.
private final class Statement {
  let handle: OpaquePointer
  let width: Int
  /// What it belongs to, which is not closed before it.
  private let database: Database

  init(_ sql: String, named name: String, in database: Database) throws {
    self.database = database
    // By bytes: a zero among them would end it.
    let bytes = sql.utf8.map { CChar(bitPattern: $0) }
    var statements: [OpaquePointer] = []
    defer { for other in statements.dropFirst() { sqlite3_finalize(other) } }
    func release() { if let first = statements.first { sqlite3_finalize(first) } }
    do {
      guard !bytes.contains(0) else {
        throw Database.refusal(name, "has a zero byte in it.", zh: "含有零字节。")
      }
      try bytes.withUnsafeBufferPointer { text in
        var start = 0
        // What follows the first may be blanks or a comment, of which nothing is made.
        while start < text.count {
          var made: OpaquePointer?
          var rest: UnsafePointer<CChar>?
          let begin = text.baseAddress.map { $0 + start }
          guard
            sqlite3_prepare_v2(database.handle, begin, Int32(clamping: text.count - start), &made, &rest) == SQLITE_OK
          else { throw database.failure(in: name) }
          if let made { statements.append(made) }
          guard let rest, let begin, rest > begin else { break }
          start += rest - begin
        }
      }
      guard let first = statements.first, statements.count == 1, sqlite3_column_count(first) > 0,
        sqlite3_stmt_readonly(first) != 0
      else {
        throw Database.refusal(
          name, "is not one SELECT. Write one that gives a row for each actor or tie.",
          zh: "不是单独一条 SELECT。请写一条逐行给出主体或联系的查询。")
      }
      (handle, width) = (first, Int(sqlite3_column_count(first)))
    } catch {
      release()
      throw error
    }
  }

  deinit { sqlite3_finalize(handle) }

  func title(_ column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// The bytes of a cell that is not `NULL`, up to the next step; nil where there is no memory for them.
  func text(_ column: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return nil }
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
  }
}

extension String {
  /// A name as SQL has it.
  var asIdentifier: String { "\"\(replacing(["\"": "\"\""]))\"" }
}

extension FreeMemory {
  /// So much is to be left while rows come whose number nobody knows.
  private static let least = 128 << 20

  /// - Throws: ``NotEnoughMemory`` where hardly any is left.
  fileprivate static func check(_ name: String) throws {
    guard let bytes, bytes < least else { return }
    throw NotEnoughMemory.forRows(of: name)
  }
}

extension NotEnoughMemory {
  fileprivate static func forRows(of name: String) -> NotEnoughMemory {
    NotEnoughMemory(
      message: Phrase(
        "\(name) has more rows than fit into the memory that is free. Read a part of them by WHERE or LIMIT.",
        zh: "\(name) 的行数超出可用内存。请用 WHERE 或 LIMIT 只读取一部分。"))
  }
}
