import KesiCluster
import KesiFormats
import KesiNetwork

extension ReferencePage {
  /// Every column of the tables that people bring, and of those that commands print.
  package static func columns(in language: Language) -> String {
    var page = MarkdownPage(
      Phrase("Columns", zh: "各表的列"),
      Phrase(
        "The columns of the tables that you bring, then those of the tables that commands print. **Bold** columns must be there. Other words for heads: [headers.md](headers.md). This page is made by `kesi schema --page columns`.",
        zh:
          "先列填报的各表，再列各命令输出的结果表。**粗体**为必填。列名的其他写法见 [headers.zh.md](headers.zh.md)。本页由 kesi schema --page columns --lang zh 生成。"
      ),
      in: language)
    for table in Table.allCases {
      page.heading(Phrase("`\(table.file)`: \(table.name.en)", zh: "`\(table.file)`：\(table.name.zh)"))
      page.table(
        [
          Phrase("column", zh: "列"), Phrase("in Chinese", zh: "中文列名"), Phrase("what it holds", zh: "含义"),
          Phrase("words", zh: "取值"),
        ],
        table.heads.map { head in
          let name = head.isRequired ? "**`\(head.id)`**" : "`\(head.id)`"
          let told = [head.definition(language), head.kind.hint?(language)].compactMap(\.self)
          return [name, head.chinese ?? "", told.joined(separator: language == .zh ? "" : " "), words(head.kind, page)]
        })
    }
    page.heading(Phrase("Tables of results", zh: "结果表"))
    page.paragraph(
      Phrase(
        "Columns keep their names and their order; what is added comes last. `--headers zh` gives Chinese heads and words. With `--each` a column `network` stands first.",
        zh: "列名与次序保持不变，新增的列排在最后。加 `--headers zh` 则表头与代码用中文。加 `--each` 时，最前面多一列 `network`（网络）。"))
    for table in Glossary.printedTables where !table.command.hasPrefix("--") {
      page.paragraph(Phrase("**`kesi \(table.command)`**", zh: "**`kesi \(table.command)`**"))
      page.table(
        [
          Phrase("column", zh: "列"), Phrase("title", zh: "表头"), Phrase("type", zh: "类型"),
          Phrase("what it means", zh: "含义"),
        ],
        table.heads.map { head in
          [
            "`\(head.id)`", head.title(language), head.type.name(language),
            head.meaning?(language) ?? "",
          ]
        })
    }
    for (command, measures) in [
      ("metrics", ActorMeasure.all.map { ($0.id, $0.title) }),
      ("metrics --ties", TieMeasure.all.map { ($0.id, $0.title) }),
    ] {
      page.paragraph(
        Phrase("Measures of `kesi \(command)`, each a column of its own:", zh: "`kesi \(command)` 的指标，每项一列："))
      page.table(
        [Phrase("column", zh: "列"), Phrase("title", zh: "表头"), Phrase("what it means", zh: "含义")],
        measures.map { ["`\($0.0)`", $0.1(language), Glossary.entry(for: $0.0)?.definition(language) ?? ""] })
    }
    return page.text
  }

  /// The words that a cell may hold, where they are a closed list, or the usual ones.
  private static func words(_ kind: CellKind, _ page: MarkdownPage) -> String {
    func both(_ words: [Phrase]) -> String {
      words.map { "`\($0.en)` \($0.zh)" }.joined(separator: page.language == .zh ? "、" : ", ")
    }
    return switch kind {
    case .term(let closed): both(closed.labels)
    case .flag: both(Answer.allCases.map(\.label))
    case .direction: both(Answer.allCases.map(\.label) + [openDirection])
    case .kind, .kinds: both(Kind.builtIn.map { Phrase($0.id, zh: $0.label.zh) })
    case .number(let range):
      range.lowerBound == -.greatestFiniteMagnitude
        ? ""
        : range.upperBound < .greatestFiniteMagnitude
          ? "\(range.lowerBound.plain) … \(range.upperBound.plain)"
          : Phrase("\(range.lowerBound.plain) or more", zh: "≥ \(range.lowerBound.plain)")(page.language)
    case .text, .zone, .tieKind, .list, .date, .reference, .references: ""
    }
  }
}

extension ColumnType {
  /// What its cells are, in a word or two.
  fileprivate var name: Phrase {
    switch self {
    case .text: Phrase("text", zh: "文字")
    case .id: Phrase("id", zh: "编号")
    case .word: Phrase("word", zh: "词")
    case .code(let codes):
      Phrase(
        codes.map { "`\($0.id)`" }.joined(separator: ", "),
        zh: codes.map { "\($0.label.zh) `\($0.id)`" }.joined(separator: "、"))
    case .whole: Phrase("whole number", zh: "整数")
    case .real, .fraction, .number: Phrase("number", zh: "数字")
    case .list, .words: Phrase("list", zh: "列表")
    case .pairs: Phrase("values by name", zh: "名称与数值")
    case .optional(let type): Phrase(type.name.en + ", or empty", zh: type.name.zh + "，可为空")
    }
  }
}
