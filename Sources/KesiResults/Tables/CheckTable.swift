import KesiFormats
import KesiNetwork

extension ResultTable {
  /// What came of reading a network, for programs: how many rows of each table there are, actors by kind, ties by kind; then
  /// every problem; then how it was understood.
  public static func check(_ checked: CheckedReading, in language: Language) -> ResultTable {
    let rows =
      (checked.network?.contents ?? []).map(CheckRow.content) + checked.problems.map(CheckRow.problem)
      + (checked.unlistedCount > 0 ? [.unlisted(checked.unlistedCount)] : []) + checked.remarks.map(CheckRow.remark)
    return ResultTable(
      rows, checkColumns, in: TableContext(checked.network ?? Network(), language), called: Self.checked)
  }

  /// The same for people: what was read as a table, problems and how it was understood as lines below it.
  public static func checkForPeople(_ checked: CheckedReading, in language: Language) -> ResultTable {
    var table = ResultTable(
      checked.network?.contents ?? [], contentColumns, in: TableContext(checked.network ?? Network(), language),
      called: Self.checked)
    for (severity, title) in [
      (Problem.Severity.error, Phrase("Errors", zh: "错误")), (.warning, Phrase("Warnings", zh: "警告")),
      (.notice, Phrase("Worth a look", zh: "提示")),
    ] {
      let found = checked.problems.filter { $0.severity == severity }
      table.appendices.append(Appendix(title: title, lines: found.map { $0.line(in: language) }))
    }
    if checked.unlistedCount > 0 {
      table.appendices.append(
        Appendix(title: unlisted(checked.unlistedCount), lines: []))
    } else if checked.problems.isEmpty {
      table.appendices.append(Appendix(title: Phrase("No problems were found.", zh: "未发现问题。"), lines: []))
    }
    table.appendices.append(
      Appendix(
        title: Phrase("What was understood", zh: "读取说明"), lines: checked.remarks.map { $0.line(in: language) }))
    return table
  }

  private static let checked = Phrase("what was read", zh: "读入内容")

  enum CheckRow {
    case content(NetworkContent)
    case problem(Problem)
    /// So many problems more than are listed.
    case unlisted(Int)
    case remark(Remark)

    fileprivate var content: NetworkContent? { if case .content(let content) = self { content } else { nil } }
    fileprivate var problem: Problem? { if case .problem(let problem) = self { problem } else { nil } }
    fileprivate var place: Place? {
      switch self {
      case .problem(let problem): problem.place
      case .remark(let remark): remark.place
      case .content, .unlisted: nil
      }
    }
  }

  static let checkColumns: [Column<CheckRow>] =
    contentColumns.map { $0.ofSome(\.content) } + [
      Column(
        "severity", Phrase("severity", zh: "性质"), .optional(.code(severities)),
        told: Phrase(
          "error: the data cannot be used; warning: something was left out or merged; notice: worth a look; remark: how it was read. Empty for what was read.",
          zh: "错误：数据无法使用；警告：有内容被略去或合并；提示：值得核对；说明：按什么方式读取。读入内容一类的行留空。")
      ) { row, table in
        switch row {
        case .content: .missing
        case .problem(let problem): severity(problem.severity).cell(table.language)
        case .unlisted: severity(.warning).cell(table.language)
        case .remark: remark.cell(table.language)
        }
      },
      Column("file", Phrase("file", zh: "文件"), .optional(.text), means: [place]) { row, _ in
        .text(optional: row.place?.fileName)
      },
      Column("row", Phrase("row", zh: "行"), .optional(.whole), means: [place]) { row, _ in
        .whole(optional: row.place?.row)
      },
      Column("column", Phrase("column", zh: "列"), .optional(.word), means: [place]) { row, table in
        guard case .cell(_, _, let column, let chinese) = row.place else { return .missing }
        return .word(.text(column), as: table.language == .zh ? chinese ?? column : column)
      },
      Column("message", Phrase("message", zh: "说明"), .optional(.text), means: [message]) { row, table in
        switch row {
        case .content: .missing
        case .problem(let problem): .text(problem.message(table.language).visible)
        case .unlisted(let count): .text(unlisted(count)(table.language))
        case .remark(let remark): .text(remark.message(table.language).visible)
        }
      },
      Column("count", Phrase("count", zh: "涉及行数"), .optional(.whole), means: [message]) { row, _ in
        switch row {
        case .content, .remark: .missing
        case .problem(let problem): .whole(problem.count)
        case .unlisted(let count): .whole(count)
        }
      },
    ]

  static let contentColumns: [Column<NetworkContent>] = [
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

  private static func unlisted(_ count: Int) -> Phrase {
    Phrase("… and \(count.counted("more problem")).", zh: "……另有 \(count) 个问题。")
  }

  private static let remark = ColumnType.Code("remark", Phrase("remark", zh: "说明"))
  private static let severities = [Problem.Severity.error, .warning, .notice].map(severity) + [remark]
  private static func severity(_ severity: Problem.Severity) -> ColumnType.Code {
    switch severity {
    case .error: ColumnType.Code("error", Phrase("error", zh: "错误"))
    case .warning: ColumnType.Code("warning", Phrase("warning", zh: "警告"))
    case .notice: ColumnType.Code("notice", Phrase("notice", zh: "提示"))
    }
  }

  private static let tables = ColumnMeaning(
    "table", Phrase("what was read", zh: "内容"), or: ["table", "rows", "行数"],
    Phrase("What the tables hold, and how many rows of it: all, then by kind.", zh: "读入了哪些表、各多少行：先列总数，再按类型分列。"),
    advice: Phrase("A kind missing here was not read.", zh: "此处没有的类型，即未读入。"))
  private static let place = ColumnMeaning(
    "file", Phrase("place of a problem", zh: "问题所在位置"), or: ["file", "row", "column", "文件", "行", "列"],
    Phrase(
      "In which file, row and column a problem is; of many rows with the same problem the first.",
      zh: "问题出在哪个文件、哪一行、哪一列；多行有同一问题时，写首行。"),
    advice: Phrase("Rows are counted as a spreadsheet counts them: the header is row 1.", zh: "行号与电子表格一致，表头为第 1 行。"))
  private static let message = ColumnMeaning(
    "message", Phrase("message", zh: "问题说明"), or: ["count", "说明", "涉及行数"],
    Phrase(
      "What was found, what was expected, and what to do; count says in how many rows.", zh: "发现了什么、应当怎样、如何处理；涉及行数另列。"),
    advice: Phrase(
      "A remark says how something was read: correct it where the guess was wrong.",
      zh: "性质为“说明”的行写明按什么方式读取；判断有误时，请据此更正。"))
}
