import KesiCluster
import KesiNetwork

extension ResultTable {
  /// One row a word: what it is called, what it is, how to read it, where it comes from and stands.
  public static func glossary(_ entries: [GlossaryEntry], in language: Language) -> ResultTable {
    ResultTable(
      heading: Heading(),
      columns: [
        Column("id", Phrase("word", zh: "词条")), Column("topic", Phrase("topic", zh: "类别"), for: .programs),
        Column("name", Phrase("name", zh: "名称")), Column("definition", Phrase("what it is", zh: "含义")),
        Column("advice", Phrase("how to read it", zh: "说明")), Column("source", Phrase("source", zh: "出处")),
        Column("example", Phrase("example", zh: "示例"), for: .programs),
        Column("tables", Phrase("in tables", zh: "所在表列"), for: .programs),
        Column("values", Phrase("values", zh: "取值"), for: .programs),
      ],
      rows: entries.map { entry in
        [
          .text(entry.id), .word(.text(entry.topic.rawValue), as: entry.topic.label(language)),
          .text(entry.name(language)), .text(entry.definition(language)), .text(entry.adviceAndUsage(language)),
          .text(optional: entry.source), .text(optional: entry.example?(language)),
          entry.tables.map { .word(.text($0), as: language == .zh ? $0.fullWidth : $0) } ?? .missing,
          entry.values.isEmpty
            ? .missing
            : .word(
              .list(entry.values.map(\.en)),
              as: entry.values.map { $0(language) }.joined(separator: language == .zh ? "、" : ", ")),
        ]
      })
  }
}
