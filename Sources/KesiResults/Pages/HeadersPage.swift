import KesiNetwork

extension ReferencePage {
  /// The words that heads, kinds and coded cells are understood by.
  package static func headers(in language: Language) -> String {
    var page = MarkdownPage(
      Phrase("Words for heads and cells", zh: "表头与取值的各种写法"),
      Phrase(
        "What Kesi understands in tables, beside its own words. Capitals, width, blanks, underscores and hyphens make no difference, nor do traditional characters, an asterisk or a colon; what stands in brackets at the end of a head is its unit: `金额(万元)`. The words of the last column mean a column only where nothing else in the table does. This page is made by `kesi schema --page headers`.",
        zh:
          "除标准写法外，表格中还可用以下写法。不分大小写、全角半角、简体繁体，空格、下划线、连字符、星号和末尾的冒号不计；列名末尾括号内的内容视为单位，如“金额(万元)”。“仅在没有其他列表示该内容时采用”一栏中的写法，只有表中没有更合适的列时才算数。本页由 kesi schema --page headers --lang zh 生成。"
      ),
      in: language)
    for table in Table.allCases {
      page.heading(Phrase("`\(table.file)`: \(table.name.en)", zh: "`\(table.file)`：\(table.name.zh)"))
      page.table(
        [
          Phrase("column", zh: "列"), Phrase("also called", zh: "其他写法"),
          Phrase("only where nothing else means it", zh: "仅在没有其他列表示该内容时采用"),
        ], table.heads.map { ["`\($0.id)`", page.list($0.names), page.list($0.spareNames)] })
    }
    page.heading(Phrase("Kinds of actors", zh: "主体类型"))
    page.table(
      [Phrase("kind", zh: "类型"), Phrase("also called", zh: "其他写法")],
      Kind.builtIn.map { ["`\($0.id)`", page.list([$0.label.zh] + $0.synonyms)] })
    page.heading(Phrase("Words of coded columns", zh: "取值固定的各列"))
    var told: Set<String> = []
    var rows: [[String]] = []
    for head in Table.allCases.flatMap(\.heads) {
      guard case .term(let words) = head.kind else { continue }
      let column = "`\(head.table.file)` `\(head.id)`"
      // A list that several tables have is told once.
      guard told.insert(words.labels.map(\.en).joined(separator: ",")).inserted else { continue }
      rows += zip(words.labels, words.forms).map { [column, "`\($0.en)`", page.list($1.dropFirst())] }
    }
    rows += Answer.allCases.map { answer in
      [
        Phrase("yes or no", zh: "是或否")(language), "`\(answer.rawValue)`", page.list(answer.others + answer.chinese),
      ]
    }
    page.table(
      [Phrase("column", zh: "列"), Phrase("word", zh: "代码"), Phrase("also", zh: "其他写法")], rows)
    return page.text
  }
}
