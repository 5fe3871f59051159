import KesiNetwork

extension ResultTable {
  /// One row a word: what it is called, what it is, how to read it, where it comes from and stands.
  public static func glossary(_ entries: [GlossaryEntry], in language: Language) -> ResultTable {
    ResultTable(entries, glossaryColumns, in: TableContext(Network(), language), called: Phrase("words", zh: "词条"))
  }

  static let glossaryColumns: [Column<GlossaryEntry>] = [
    Column(
      "id", Phrase("word", zh: "词条"), .id, told: Phrase("The word, as columns and options have it.", zh: "列名与选项所用的写法。")
    ) {
      entry, _ in .text(entry.id)
    },
    Column("topic", Phrase("topic", zh: "类别"), .code(GlossaryEntry.Topic.self), for: .programs) { entry, table in
      entry.topic.cell(table.language)
    },
    Column("name", Phrase("name", zh: "名称"), .text, told: Phrase("What it is called.", zh: "词条的名称。")) { entry, table in
      .text(entry.name(table.language))
    },
    Column("definition", Phrase("what it is", zh: "含义"), .text, means: [entry]) { entry, table in
      .text(entry.definition(table.language))
    },
    Column("advice", Phrase("how to read it", zh: "说明"), .text) { entry, table in
      .text(entry.adviceAndUsage(table.language))
    },
    Column(
      "source", Phrase("source", zh: "出处"), .optional(.text),
      told: Phrase("Where it comes from; empty where it is Kesi’s own.", zh: "定义的出处；为 Kesi 自有时留空。")
    ) { entry, _ in .text(optional: entry.source) },
    Column("example", Phrase("example", zh: "示例"), .optional(.text), for: .programs) { entry, table in
      .text(optional: entry.example?(table.language))
    },
    Column("tables", Phrase("in tables", zh: "所在表列"), .optional(.word), for: .programs) { entry, table in
      entry.tables.map { .word(.text($0), as: table.language == .zh ? $0.fullWidth : $0) } ?? .missing
    },
    Column("values", Phrase("values", zh: "取值"), .optional(.words), for: .programs) { entry, table in
      entry.values.isEmpty
        ? .missing
        : .word(.list(entry.values.map(\.en)), as: table.list(entry.values.map { $0(table.language) }))
    },
  ]

  private static let entry = ColumnMeaning(
    "definition", Phrase("entry", zh: "词条"),
    or: [
      "word", "topic", "类别", "what it is", "含义", "advice", "how to read it", "说明", "出处", "example", "示例",
      "tables", "in tables", "所在表列", "values", "取值",
    ],
    Phrase(
      "A word of this glossary: its topic, what it means, how to read it, its source, an example, where it stands, which words a column may hold.",
      zh: "词汇表中的一个词：类别、含义、说明（怎样解读）、出处、示例、所在表列，以及该列可取的值。"),
    advice: Phrase("explain without a word lists all.", zh: "explain 后不写词语，即列出全部。"))
}
