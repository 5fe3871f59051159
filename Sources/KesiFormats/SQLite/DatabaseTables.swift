import CSQLite
import KesiNetwork

/// Which tables and views of a database are those of a network, by their names and columns.
struct DatabaseTables {
  var sources: [Table: TableSource] = [:]
  /// The text of `network.yml`.
  private(set) var profile: FileSource?
  private(set) var remarks: [Remark] = []

  /// - Parameter log: where problems of cells go.
  /// - Throws: `BadData` where two are one table.
  mutating func find(in database: Database, _ log: ProblemLog) throws {
    for name in try Self.names(in: database) {
      let title = Table.plainTitle(name)
      if title == NetworkSheets.profile {
        profile = .bytes(Array(try DatabaseQuery(all: name, in: database).texts().joined(separator: "\n").utf8))
        continue
      }
      let named = Table.allCases.first { $0.titles.contains(title) }
      guard let table = named ?? Table.allCases.first(where: { $0.looseTitles.contains(title) }) else {
        remark(
          database, name, "is not read: it is none of the tables (\(TableSheets.titles(.en))).",
          zh: "未读取：不属于数据表（\(TableSheets.titles(.zh))）。")
        continue
      }
      let query = try DatabaseQuery(all: name, in: database)
      // One that is called by another word has to have all columns of such a table.
      guard table.isLikely(query.titles, isNamed: named != nil) else {
        remark(
          database, name, "is not read: its columns are not those of \(table.name.en).",
          zh: "未读取：各列不是\(table.name.zh)表的列。")
        continue
      }
      if let other = sources[table] {
        throw Database.refusal(
          query.name,
          "is the table of \(table.name.en), and so is \(other.name). Say which is meant by --ties-sql and --actors-sql, or rename one.",
          zh: "与 \(other.name) 同为\(table.name.zh)表。请用 --ties-sql、--actors-sql 指明，或将其中一张改名。")
      }
      sources[table] = .parts(query.parts(log))
      remark(database, name, "is read as the table of \(table.name.en).", zh: "读作\(table.name.zh)表。")
    }
  }

  private mutating func remark(_ database: Database, _ name: String, _ en: String, zh: String) {
    remarks.append(Remark(.file("\(database.file)[\(name.shortened.visible)]"), Phrase(en, zh: zh)))
  }

  /// What its tables and views are called, in the order of their names.
  private static func names(in database: Database) throws -> [String] {
    let sql =
      "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    return try DatabaseQuery(sql, named: database.file, in: database).texts()
  }

  /// That a database has none of the tables of a network: with what it has, and how to ask for it.
  static func refusal(of database: Database) throws -> BadData {
    let most = 12
    let names = try names(in: database)
    guard !names.isEmpty else {
      return Database.refusal(
        database.file, "is a database without tables. Check that it is the one that is meant.",
        zh: "数据库中没有任何表，请核对是否为所需的文件。")
    }
    let list = names.prefix(most).map { name in
      // A view may ask for what is not there: then it has no columns.
      let columns = (try? DatabaseQuery(all: name, in: database).titles) ?? []
      let rest = columns.count > most ? ", …" : ""
      return
        "\(name.shortened.visible) (\(columns.prefix(most).map(\.shortened.visible).joined(separator: ", "))\(rest))"
    }
    let tables = list.joined(separator: "; ") + (names.count > most ? "; …" : "")
    let example = "--ties-sql 'SELECT a AS source, b AS target FROM \(names[0].shortened.visible.asIdentifier)'"
    return Database.refusal(
      database.file,
      "has none of the tables of a network (\(TableSheets.titles(.en))). It has: \(tables). Say what its ties are, and its actors if it has them: \(example) --actors-sql 'SELECT id, name, kind FROM …'.",
      zh:
        "没有网络所需的表（\(TableSheets.titles(.zh))）。现有：\(tables)。请指明联系（如有主体表，也请指明）：\(example) --actors-sql 'SELECT id, name, kind FROM …'。"
    )
  }
}

extension Table {
  /// Whether columns of some titles are those of such a table: any that it must have where it is called so, else all.
  fileprivate func isLikely(_ titles: [String], isNamed: Bool) -> Bool {
    let required = Set(heads.meanings(of: titles).compactMap { $0?.column }).count { heads[$0].isRequired }
    return isNamed ? required > 0 : required == heads.count(where: \.isRequired)
  }
}
