import KesiNetwork

/// What was left out of a table: counted while it is read, said once.
struct LeftOut {
  private var comments = 0
  private var firstComment = 0
  private var repeatedHeads = 0
  private var totals: [Int] = []
  private var missing: [(column: ColumnHead, word: String, count: Int)] = []

  /// - Parameter rows: how many rows come before those of the part.
  mutating func add<Row>(_ part: TablePart<Row>, after rows: Int) {
    if comments == 0, part.comments > 0 { firstComment = part.firstComment + rows }
    comments += part.comments
    repeatedHeads += part.repeatedHeads
    totals += part.totals.map { $0 + rows }
    for found in part.missing {
      if let index = missing.firstIndex(where: { $0.column.isSame(as: found.column) }) {
        missing[index].count += found.count
      } else {
        missing.append(found)
      }
    }
  }

  func report(in file: String, to log: ProblemLog) {
    if comments > 0 {
      log.add(
        Problem(
          .notice, .line(file: file, firstComment),
          Phrase(
            comments == 1
              ? "this line begins with # or % and is left out as a comment. Put the cell in double quotes if it is data."
              : "\(comments) lines that begin with # or % are left out as comments, this one first. Put their first cells in double quotes if they are data.",
            zh: comments == 1
              ? "本行以 # 或 % 开头，按注释略去。如为数据，请给该单元格加英文双引号。"
              : "有 \(comments) 行以 # 或 % 开头（此为首行），按注释略去。如为数据，请给首个单元格加英文双引号。")))
    }
    if repeatedHeads > 0 {
      log.add(
        Problem(
          .notice, .file(file),
          Phrase(
            "the header is there \(repeatedHeads.counted("more time")); these rows are left out.",
            zh: "表头重复出现 \(repeatedHeads) 次，已略去。")))
    }
    if let first = totals.first {
      log.add(
        Problem(
          .warning, .line(file: file, first),
          Phrase(
            totals.count == 1
              ? "this row sums up others and is left out."
              : "\(totals.count) rows that sum up others are left out, this one first.",
            zh: totals.count == 1 ? "本行为合计，已略去。" : "有 \(totals.count) 行为合计（此为首行），已略去。")))
    }
    for found in missing {
      log.add(
        Problem(
          .notice, .cell(file: file, row: nil, column: found.column.id, columnZh: found.column.chinese),
          Phrase(
            "\(found.count.counted("cell")) \(found.count == 1 ? "says" : "say") that there is nothing (“\(found.word.shortened)”) and \(found.count == 1 ? "counts" : "count") as empty.",
            zh: "有 \(found.count) 个单元格表示“无”（如“\(found.word.shortened)”），按未填处理。")))
    }
  }
}
