import KesiCluster
import KesiFormats
import KesiNetwork

extension ResultTable {
  /// One row a question, the one on which most hangs first.
  ///
  /// - Parameter steps: whether answers change with what a plan begins, for the first of the questions; nil where nobody tried.
  package static func questions(
    _ questions: [Question], changing steps: FirstSteps? = nil, of network: Network, in language: Language
  ) -> ResultTable {
    let (keys, words) = (RowKeys(of: network), AnswerWords(of: network))
    let rows = questions.enumerated().map { number, question in
      QuestionRow(
        number: number + 1, question: question, key: keys.key(of: question.cell),
        choices: question.choices.map {
          (words.code(of: $0, in: question.cell), words.text(of: $0, in: question.cell))
        },
        firstStep: steps.flatMap { number < $0.changes.count ? $0.changes[number] : nil } ?? .notTried)
    }
    return ResultTable(rows, questionColumns, in: TableContext(network, language), called: QuestionForm.name)
  }

  /// A question with what it is called in the form.
  struct QuestionRow {
    let number: Int
    let question: Question
    let key: String
    let choices: [(code: String, label: Phrase)]
    let firstStep: FirstSteps.Change
  }

  static let questionColumns: [Column<QuestionRow>] = [
    Column("number", Phrase("no.", zh: "序号"), .whole, told: Phrase("The place among all questions.", zh: "在全部问题中的次序。"))
    {
      row, _ in .whole(row.number)
    },
    Column(
      "subject", Phrase("about", zh: "对象"), .text, for: .programs,
      told: Phrase("Whom or what the cell is about: an id; of a tie both, A--B.", zh: "所问单元格的对象：编号；联系写双方，如 A--B。")
    ) { row, table in row.question.cell.subject(table) },
    Column("ask", Phrase("whom to ask", zh: "询问对象"), .optional(.id), means: [ask]) { row, table in
      row.question.whom.map { .actor($0, table) }
        ?? .shown(.missing, as: table.language == .zh ? "待定" : "to be settled")
    },
    Column(
      "question", Phrase("question", zh: "问题"), .text, told: Phrase("What is asked, in a sentence.", zh: "所问的内容。")
    ) { row, table in .text(row.question.sentence(table.language)) },
    Column(
      QuestionForm.choices, Phrase("choices", zh: "可选项"), .pairs,
      told: Phrase(
        "Out of what the answer is chosen: codes with their words; empty for numbers and dates.",
        zh: "可供选择的答复（代码及其名称）；填数字或日期的为空。")
    ) { row, table in row.cellOfChoices(table.language) },
    Column(
      AnswerHead.answer.rawValue, AnswerHead.answer.title, .optional(.text), for: .programs, means: [answer]
    ) { _, _ in .missing },
    Column("effect", Phrase("points at stake", zh: "影响分值"), .fraction, means: [effect]) { row, _ in
      .fraction(optional: row.question.effect)
    },
    Column(
      "chain", Phrase("chain hit most", zh: "受影响最大的产业链"), .optional(.id),
      told: Phrase("The chain whose index hangs on the answer most.", zh: "指数受该答复影响最大的产业链。")
    ) { row, table in .chain(row.question.chain?.number, table) },
    Column(
      "chain_effect", Phrase("on its index", zh: "该链指数变动"), .optional(.fraction),
      told: Phrase("By how much the index of that chain hangs on the answer.", zh: "该产业链指数因答复不同而相差多少。")
    ) { row, _ in .fraction(optional: row.question.chain?.range.width) },
    Column("decides", Phrase("verdicts at stake", zh: "关系到的评价"), .pairs, means: [decides]) { row, table in
      row.question.cellOfVerdicts(table)
    },
    Column("first_step", Phrase("first step then", zh: "首步将变为"), .optional(.text), means: [firstStep]) { row, table in
      switch row.firstStep {
      case .none: .missing
      case .other(let step): .text(step(table.language))
      case .notTried: .text(Phrase("not tried", zh: "未试算")(table.language))
      }
    },
    Column(
      AnswerHead.table.rawValue, AnswerHead.table.title,
      .code(Table.allCases.map { ColumnType.Code($0.rawValue, Phrase($0.rawValue, zh: $0.name.zh)) }), for: .programs,
      means: [place]
    ) { row, table in
      let own = row.question.cell.table
      return .word(.text(own.rawValue), as: table.language == .zh ? own.name.zh : own.rawValue)
    },
    Column(AnswerHead.row.rawValue, AnswerHead.row.title, .id, for: .programs, means: [place]) { row, _ in
      .text(row.key)
    },
    Column(AnswerHead.column.rawValue, AnswerHead.column.title, .word, for: .programs, means: [place]) { row, table in
      let cell = row.question.cell
      return .word(.text(cell.column), as: cell.head?.title(in: table.language) ?? cell.column)
    },
  ]

  private static let ask = ColumnMeaning(
    Phrase(
      "Who can tell: the actor itself; of a tie the leader of its consortium, else its first side; of a chain its leader.",
      zh: "由谁答复：主体本身；联系为所属联合体的牵头单位，否则为甲方；产业链为链主单位。"),
    advice: Phrase("Empty where the tables do not say: settle it first.", zh: "资料中看不出的，标“待定”，须先行明确。"))
  private static let answer = ColumnMeaning(
    or: ["答复"],
    Phrase("What a form of questions is filled in with.", zh: "征询表中待填的答复。"),
    advice: Phrase(
      "Words of either language or codes; empty for what is not known. kesi ask --answers fills it into the tables.",
      zh: "中英文用词或代码均可；不清楚的留空。用 kesi ask --answers 填入数据表。"))
  private static let effect = ColumnMeaning(
    "effect", Phrase("effect of an answer", zh: "答复的影响"),
    or: ["chain_effect", "影响分值", "points at stake"],
    Phrase(
      "The cluster index with the most favorable answer less the index with the least favorable one, in points of 100.",
      zh: "答复最有利时的集群指数与最不利时之差（满分 100）。"),
    advice: Phrase(
      "What is asked of the network is held, and all other unknown cells count as nothing: effects of several do not add up.",
      zh: "考察的内容不变，其他未填内容按没有计；各问题的影响不能相加。"))
  private static let decides = ColumnMeaning(
    Phrase(
      "The verdicts of chains that hang on the answer, from the least to the most favorable.",
      zh: "产业链评价因答复不同而不同的，从最不利到最有利依次列出。"),
    advice: Phrase("By chain, as electronics=weak → developing.", zh: "按产业链列出，如“电子信息：薄弱 → 发展中”。"))
  private static let firstStep = ColumnMeaning(
    "first_step", Phrase("first step after an answer", zh: "首步将变为"), or: ["首步"],
    Phrase(
      "With what a plan would begin by the least or the most favorable answer, where that is another step than today; “not tried” where there was no time for it.",
      zh: "按最不利或最有利的答复，行动方案首步与现在不同的，列出届时的首步；因耗时过长未计算的写“未试算”。"),
    advice: Phrase(
      "Ask these before the plan is decided on. Empty: neither answer changes the first step.",
      zh: "应在方案确定之前先问清。空白表示两种答复都不改变首步。"))
  private static let place = ColumnMeaning(
    "table", Phrase("cell that is asked for", zh: "所问的单元格"), or: ["row", "column", "数据表"],
    Phrase(
      "The table, the row and the column of the cell: by these the answer is filled in.", zh: "所问单元格的数据表、行和列，据此填回答复。"),
    advice: Phrase(
      "Leave them as they are. A row goes by its id, a tie by A--B, a position by A@chain.",
      zh: "请勿改动。行用编号表示，联系写成 A--B，链位写成 主体@产业链。"))
}

extension ResultTable.QuestionRow {
  fileprivate func cellOfChoices(_ language: Language) -> ResultTable.Cell {
    let pairs = choices.map { code, label in
      ResultTable.Cell.Pair(name: code, label: label(language), value: .text(label(language)))
    }
    let shown =
      choices.isEmpty
      ? hint(language)
      : choices.prefix(12).map { $0.label(language) }.joined(
        separator: language == .zh ? "、" : ", ") + (choices.count > 12 ? (language == .zh ? "……" : ", …") : "")
    return .shown(.pairs(pairs), as: shown)
  }

  private func hint(_ language: Language) -> String {
    if case .date? = question.cell.head?.kind {
      return Phrase("a date: 2024, 2024-05", zh: "日期：2024、2024-05")(language)
    }
    if question.cell.column == "zone" { return "" }
    return Phrase("a number of 0 or more", zh: "大于或等于 0 的数字")(language)
  }
}

extension Question {
  fileprivate func cellOfVerdicts(_ table: TableContext) -> ResultTable.Cell {
    let pairs = verdicts.map { chain, verdicts in
      let chain = table.network.chains[chain]
      return ResultTable.Cell.Pair(
        name: chain.id, label: chain.name(in: table.language),
        value: .shown(
          .text(verdicts.map(\.rawValue).joined(separator: " → ")),
          as: verdicts.map { $0.label(table.language) }.joined(separator: " → ")))
    }
    let shown = pairs.map { "\($0.label)\(table.language == .zh ? "：" : ": ")\($0.value.forPeople(fixed: true))" }
    return .shown(.pairs(pairs), as: shown.joined(separator: table.language == .zh ? "；" : "; "))
  }
}

extension OpenCell {
  fileprivate func subject(_ table: TableContext) -> ResultTable.Cell {
    let network = table.network
    func actor(_ row: Int) -> ResultTable.Cell { .actor(row, table) }
    switch self.table {
    case .actors: return actor(row)
    case .chains: return .chain(row, table)
    case .ties:
      let ends = [network.ties.source(row), network.ties.target(row)].map { network.actors[$0] }
      return .shown(
        .text("\(ends[0].id)--\(ends[1].id)"),
        as: ends.map { $0.shortName(in: table.language) }.joined(separator: " — "))
    default: return actor(isSeat ? row : network.positions[row].actor)
    }
  }
}
