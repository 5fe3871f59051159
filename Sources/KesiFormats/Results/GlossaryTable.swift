import KesiCluster

extension ResultTable {
  /// One row a word: what it is called, what it is, how to read it, where it comes from.
  public static func glossary(_ entries: [GlossaryEntry], in language: Language) -> ResultTable {
    ResultTable(
      heading: Phrase("", zh: ""),
      columns: [
        Column("id", Phrase("word", zh: "字段")), Column("topic", Phrase("topic", zh: "类别"), for: .programs),
        Column("name", Phrase("name", zh: "名称")), Column("definition", Phrase("what it is", zh: "定义")),
        Column("advice", Phrase("how to read it", zh: "解读")), Column("source", Phrase("source", zh: "出处")),
      ],
      rows: entries.map { entry in
        [
          .text(entry.id), .word(.text(entry.topic.rawValue), as: entry.topic.label(language)),
          .text(entry.name(language)), .text(entry.definition(language)), .text(entry.advice(language)),
          .text(optional: entry.source),
        ]
      })
  }
}
