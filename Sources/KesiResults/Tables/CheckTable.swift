import KesiNetwork

extension ResultTable {
  /// What a network holds: how many rows of each table, actors by kind, ties by kind.
  public static func check(_ network: Network, in language: Language) -> ResultTable {
    ResultTable(
      network.contents, checkColumns, in: TableContext(network, language), called: Phrase("what was read", zh: "内容"))
  }

  static let checkColumns: [Column<NetworkContent>] = [
    Column("table", Phrase("what was read", zh: "内容"), .word, means: [tables]) { content, table in
      guard let part = content.part else {
        return .word(.text(content.table.rawValue), as: content.table.name(table.language))
      }
      // A part is indented for people, below what it is a part of; in Chinese words that is said before it.
      let label = part.label(table.language)
      return .shown(
        .word(.text("\(content.table.rawValue):\(part.kind)"), as: "\(content.table.name(table.language))：\(label)"),
        as: "  " + label
      )
    },
    Column("rows", Phrase("rows", zh: "行数"), .whole, means: [tables]) { content, _ in .whole(content.count) },
  ]

  private static let tables = ColumnMeaning(
    "table", Phrase("what was read", zh: "内容"), or: ["table", "rows", "行数"],
    Phrase("What the tables hold, and how many rows of it: all, then by kind.", zh: "读入了哪些表、各多少行：先列总数，再按类型分列。"),
    advice: Phrase("A kind missing here was not read.", zh: "此处没有的类型，即未读入。"))
}
