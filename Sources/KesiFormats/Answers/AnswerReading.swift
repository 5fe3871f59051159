import KesiNetwork

/// What a form of questions that came back says of the cells of a network.
package struct AnswerReading {
  package struct Given {
    package let cell: OpenCell
    package let answer: CellAnswer
    let place: Place
  }

  /// What is to be filled in, in the order of the form.
  package private(set) var given: [Given] = []
  /// How many answers say what the tables have already.
  package private(set) var knownCount = 0
  /// The places of the rows that nobody has answered.
  package private(set) var open: [Place] = []

  /// - Parameters:
  ///   - form: a workbook or CSV.
  ///   - network: as its tables stand now.
  /// - Throws: `NoInput`; `BadData` with every answer that cannot be understood or that contradicts the tables or another
  ///   answer: then nothing is to be filled in.
  package init(of form: FileSource, in network: Network) throws {
    let keys = RowKeys(of: network)
    let words = AnswerWords(of: network)
    var problems: [Problem] = []
    var taken: [OpenCell: CellAnswer] = [:]
    for row in try AnswerForm(form).rows {
      do throws(Problem) {
        guard let place = try Self.column(of: row) else {
          open.append(row.place)
          continue
        }
        let found = try Self.cells(of: row, like: place, by: keys)
        let first = found[0]
        guard let answer = try words.meaning(of: row.answer, row.content, for: first, at: row.place) else {
          open.append(row.place)
          continue
        }
        // Rows that state the same are one as good as the other: the first that is open, unless one has the answer.
        let cell =
          found.first { network.answers(in: $0).isEmpty && taken[$0] == nil }
          ?? found.first { network.answers(in: $0).contains(answer) || taken[$0] == answer } ?? first
        let stated = network.answers(in: cell) + (taken[cell].map { [$0] } ?? [])
        if stated.contains(answer) {
          knownCount += 1
        } else if let other = stated.first {
          throw Self.contradiction(row, words.text(of: other, in: cell), isOfTables: taken[cell] == nil)
        } else {
          taken[cell] = answer
          given.append(Given(cell: cell, answer: answer, place: row.place))
        }
      } catch {
        problems.append(error)
      }
    }
    problems += self.problems(in: network)
    if !problems.isEmpty { throw BadData(problems) }
  }

  /// The column that a row asks for; nil for a row that nobody has answered, whatever it asks for.
  private static func column(of row: AnswerForm.Row) throws(Problem) -> OpenCell? {
    guard !row.answer.isEmpty else { return nil }
    let title = Table.plainTitle(row.table)
    guard let table = Table.allCases.first(where: { $0.titles.contains(title) }) else {
      let tables = Table.allCases
      throw Problem(
        .error, AnswerHead.table.place(in: row.sheet, row: row.number),
        Phrase(
          "“\(row.table.shortened)” is none of the tables: \(tables.map(\.rawValue).joined(separator: ", ")). Leave this column as it was written.",
          zh: "“\(row.table.shortened)”不是数据表名称，应为：\(tables.map(\.name.zh).joined(separator: "、"))。请勿改动此列。"))
    }
    guard let head = table.heads.first(where: { $0.isCalled(row.column) }) else {
      throw Problem(
        .error, AnswerHead.column.place(in: row.sheet, row: row.number),
        Phrase(
          "“\(row.column.shortened)” is no column of \(table.file). Leave this column as it was written.",
          zh: "\(table.file) 没有“\(row.column.shortened)”这一列。请勿改动此列。"))
    }
    return OpenCell(table, row: 0, column: head.id)
  }

  /// The cells that a row means, one at least.
  private static func cells(
    of row: AnswerForm.Row, like cell: OpenCell, by keys: RowKeys
  ) throws(Problem) -> [OpenCell] {
    // For a spreadsheet an apostrophe stands before what would run as a formula.
    let bare = row.row.utf8.first == UInt8(ascii: "'") ? String(row.row.unicodeScalars.dropFirst()) : nil
    switch keys.cells(called: row.row, like: cell) ?? bare.flatMap({ keys.cells(called: $0, like: cell) }) {
    case .alike(let cells)?: return cells
    case .several?:
      throw Problem(
        .error, AnswerHead.row.place(in: row.sheet, row: row.number),
        Phrase(
          "“\(row.row.shortened)” means several rows of \(cell.table.file) now. Take the answer out, or ask anew.",
          zh: "\(cell.table.file) 中现在有多行符合“\(row.row.shortened)”。请删去该答复，或重新生成征询表。"))
    case nil: throw gone(row, cell)
    }
  }

  private static func gone(_ row: AnswerForm.Row, _ cell: OpenCell) -> Problem {
    Problem(
      .error, AnswerHead.row.place(in: row.sheet, row: row.number),
      Phrase(
        "“\(row.row.shortened)” is no row of \(cell.table.file) now. Take the answer out, or ask anew.",
        zh: "\(cell.table.file) 中现在没有“\(row.row.shortened)”这一行。请删去该答复，或重新生成征询表。"))
  }

  private static func contradiction(_ row: AnswerForm.Row, _ stated: Phrase, isOfTables: Bool) -> Problem {
    Problem(
      .error, row.place,
      isOfTables
        ? Phrase(
          "“\(row.answer.shortened)” is answered, and the tables meanwhile have “\(stated.en.shortened)”. Settle which is right: take the answer out, or correct the table.",
          zh: "答复为“\(row.answer.shortened)”，而表中已填“\(stated.zh.shortened)”。请核实：删去该答复，或改正数据表。")
        : Phrase(
          "“\(row.answer.shortened)” is answered, and another row answers the same question by “\(stated.en.shortened)”. Keep one of them.",
          zh: "答复为“\(row.answer.shortened)”，而另一行对同一问题答复为“\(stated.zh.shortened)”。请只保留一个。"))
  }

  /// What only shows once all is filled in: of ties that are half filled in, or whose answers do not go with each other.
  private func problems(in network: Network) -> [Problem] {
    var ties: [Int: Tie] = [:]
    for given in given where given.cell.table == .ties {
      var tie = ties[given.cell.row] ?? network.ties[given.cell.row]
      tie.put(given.answer, in: given.cell.column)
      ties[given.cell.row] = tie
    }
    return given.compactMap { given in
      guard given.cell.table == .ties, let tie = ties[given.cell.row] else { return nil }
      switch given.cell.column {
      case "benefit_source" where tie.benefitToTarget == nil, "benefit_target" where tie.benefitToSource == nil:
        return Problem(
          .error, given.place,
          Phrase(
            "what one side gains is stated and what the other gains is not. Answer both questions or neither.",
            zh: "只填了一方的收益。双方的收益要么都填，要么都不填。"))
      case "from":
        guard let from = tie.period.from, let to = tie.period.to, from.earliest > to.latest else { return nil }
        return Problem(
          .error, given.place,
          Phrase(
            "“\(from.text)” is after the end, “\(to.text)”. Check both dates.",
            zh: "“\(from.text)”晚于结束时间“\(to.text)”。请核对这两个日期。"))
      default: return nil
      }
    }
  }
}
