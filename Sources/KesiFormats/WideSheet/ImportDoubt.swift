import KesiNetwork

/// Something that an import was not sure of, and what to do where it is wrong.
package struct ImportDoubt: Sendable {
  /// From 0 to 1.
  package let confidence: Double
  package let place: Place
  package let message: Phrase

  init(_ confidence: Double, _ place: Place, _ message: Phrase) {
    (self.confidence, self.place, self.message) = (confidence, place, message)
  }

  package var remark: Remark { Remark(place, message) }
}

/// What was unclear in the cells of a sheet, a line a sort with the count and the first places.
struct CellDoubts {
  enum Sort: Hashable {
    case cut, unsplit, filledDown, unreadDate, ambiguousDate, reversedPeriod, unreadNumber, ambiguousNumber
    case unknownRole, stagesWithoutChain, selfTie, sharedAmount, markInBrackets, severalActors, unknownWord
    case unknownState, undatedEnd, noWork, unanswered, countsAsOne, namedAgain, formulaError, lostDigits, farDate,
      tooLong
    case otherBudget, otherCurrency, severalKinds, paired, noteInBrackets, personalData
  }

  struct Found {
    var count = 0
    var rows: [Int] = []
    var samples: [String] = []

    mutating func add(row: Int, _ text: String) {
      count += 1
      if rows.count < 3 { rows.append(row) }
      guard samples.count < 3 else { return }
      let sample = text.shortened
      if !samples.contains(sample) { samples.append(sample) }
    }
  }

  private(set) var found: [Key: Found] = [:]

  struct Key: Hashable {
    let sheet: Int
    let column: String
    let sort: Sort
  }

  mutating func add(_ sort: Sort, _ sheet: Int, _ column: String, row: Int, _ text: String) {
    let key = Key(sheet: sheet, column: column, sort: sort)
    found[key, default: Found()].add(row: row, text)
  }
}

extension CellDoubts.Sort {
  var confidence: Double {
    switch self {
    case .formulaError, .lostDigits, .tooLong: 0.25
    case .unsplit, .ambiguousDate, .ambiguousNumber, .stagesWithoutChain, .farDate: 0.3
    case .unreadDate, .unreadNumber, .reversedPeriod: 0.35
    case .otherBudget, .otherCurrency: 0.3
    case .cut, .markInBrackets: 0.45
    case .noteInBrackets, .personalData: 0.65
    case .paired, .severalKinds: 0.7
    case .countsAsOne, .unanswered: 0.4
    case .namedAgain: 0.45
    case .noWork: 0.6
    case .sharedAmount: 0.55
    case .unknownRole, .unknownWord, .unknownState, .undatedEnd: 0.5
    case .severalActors: 0.4
    case .filledDown: 0.6
    case .selfTie: 0.7
    }
  }

  /// What is said of it, after the number of rows and some cells.
  func message(_ column: String) -> Phrase {
    switch self {
    case .cut:
      Phrase(
        "“and others” at the end of a list was cut: whoever is meant is missing. Name them in the sheet.",
        zh: "名单末尾的“等”已略去，未列出的单位无法识别。请在原表中写全。")
    case .unsplit:
      Phrase(
        "was taken as one name; it may be two. If so, write 、 or ; between them in the sheet.",
        zh: "按一家单位处理，也可能是两家。如是两家，请在原表中用“、”隔开。")
    case .filledDown:
      Phrase(
        "is empty and was taken from the row above, as in merged cells. If that is wrong, fill it in.",
        zh: "为空，按合并单元格沿用上一行的内容。如不对，请补填。")
    case .unreadDate:
      Phrase(
        "could not be read as dates and were left out. Write 2024-05 or 2024.5—2025.6.",
        zh: "无法读作日期，已略去。请写成 2024-05 或 2024.5—2025.6。")
    case .ambiguousDate:
      Phrase(
        "may have the day or the month first, so they were left out. Write dates: day_first or dates: month_first under “\(column)” in mapping.yml.",
        zh: "日、月先后不明，已略去。请在 mapping.yml 的“\(column)”下写 dates: day_first（日在前）或 dates: month_first（月在前）。")
    case .reversedPeriod:
      Phrase("end before they begin and were left out. Check both dates.", zh: "结束早于开始，已略去。请核对。")
    case .unreadNumber:
      Phrase(
        "could not be read as numbers and were left out. Write 1200 or 800万.", zh: "无法读作数字，已略去。请写成 1200 或 800万 的形式。")
    case .ambiguousNumber:
      Phrase(
        "may have a point for decimals or for thousands, so they were left out. Write decimals: point or decimals: comma under “\(column)” in mapping.yml.",
        zh: "小数点含义不明（小数或千分位），已略去。请在 mapping.yml 的“\(column)”下写 decimals: point 或 decimals: comma。")
    case .unknownRole:
      Phrase("are no roles that Kesi knows: kept as words, counted as no role.", zh: "不是已知的角色：原词保留，不计角色。")
    case .unknownWord:
      Phrase("are no words that Kesi knows here and were left out.", zh: "不是此处可用的词，已略去。")
    case .unknownState:
      Phrase(
        "say neither an outcome nor a stage: kept as words, and the tie counts like any other.",
        zh: "既不表示成效，也不表示阶段：原词保留，该联系照常计入。")
    case .undatedEnd:
      Phrase(
        "say that the work is over, and no date says since when: it counts as going on. Fill in when it ended.",
        zh: "表示合作已结束，但没有结束时间，仍按持续中计。请补填结束时间。")
    case .noWork:
      Phrase(
        "say that they do not work together, or not yet: no tie was made of them.", zh: "表示没有合作或尚未合作，未计为联系。")
    case .unanswered:
      Phrase(
        "do not say whether they work together, as the column asks: the ties count. Write no where they do not.",
        zh: "未填写是否合作，该联系照常计入。如没有合作，请填“否”。")
    case .countsAsOne:
      Phrase(
        "give no number, so that the tie counts with strength 1 beside the numbers of the others. Fill them in, or write keep for the column in mapping.yml: then all ties count 1.",
        zh: "没有数值，该联系的强度按 1 计，与其他各行的数值并列。请补填，或在 mapping.yml 中将该列写为 keep（原样保留），则各条联系均按 1 计。")
    case .namedAgain:
      Phrase(
        "name an organization again with another role or amount in brackets: the first counts. Write a row for each.",
        zh: "同一单位在格内再次出现，括号内的角色或金额不同，以第一个为准。请各写一行。")
    case .formulaError:
      Phrase(
        "are errors of formulas, or formulas without a result, and count as empty. Correct the formula, or fill in what is meant.",
        zh: "是公式错误值或没有结果的公式，按空白处理。请改正公式，或直接填写内容。")
    case .lostDigits:
      Phrase(
        "are numbers that have lost their last digits, since spreadsheets keep 15, and count as empty. Format the column as text, then enter them again.",
        zh: "的末尾数字已丢失（电子表格的数值最多保留 15 位），按空白处理。请先将该列设为文本格式，再重新填写。")
    case .tooLong:
      Phrase(
        "are longer than 128 KB, and nobody in them was read. Give each name a row of its own.",
        zh: "长度超过 128 KB，其中的单位均未读取。请改为每行一个名称。")
    case .farDate:
      Phrase(
        "are far from the other dates of the column. If they are slips, correct them in the sheet.",
        zh: "与该列其他日期相差很远。如系误填，请在原表中改正。")
    case .severalActors:
      Phrase(
        "name several organizations where one was expected: what the row says was taken for each of them.",
        zh: "写有多家单位，本行内容按每家各一份处理。")
    case .stagesWithoutChain:
      Phrase(
        "name several chains and several stages that do not match, so the stages were left out.",
        zh: "产业链与环节的个数不一致，环节已略去。")
    case .sharedAmount:
      Phrase(
        "are numbers of rows with several partners or kinds: how they are divided is not said, so no tie has them.",
        zh: "所在行有多家合作单位或多种方式，未说明如何分摊，因此未计入各条联系。")
    case .otherBudget:
      Phrase(
        "differ from what an earlier row says of the same project: the first counts. If they are what each member puts in, write contribution for the column in mapping.yml.",
        zh: "与同一项目前面各行所写不同，以第一个为准。如为各成员的投入，请在 mapping.yml 中将该列写为 contribution（投入）。")
    case .otherCurrency:
      Phrase(
        "are in another currency than the column, so they were left out. Convert them in the sheet, or give them a column of their own.",
        zh: "与本列的币种不同，未计入。请在原表中折算，或另设一列。")
    case .severalKinds:
      Phrase(
        "name several ways to work together: a tie of each was made.", zh: "写有多种合作方式，每种各计一条联系。")
    case .paired:
      Phrase(
        "list as many as there are partners, and were given to these in their order. If that is wrong, write a row for each partner.",
        zh: "与合作单位个数相同，已按顺序一一对应。如不对，请每家合作单位各写一行。")
    case .noteInBrackets:
      Phrase(
        "have in brackets behind the name what is no part of it (a number, a date, a way to work together, how to reach someone), which was taken off; an amount of money counts for the tie, anything else was left out.",
        zh: "名称后的括号内不是名称的一部分（数字、日期、合作方式或联系方式），已从名称中去掉；其中金额计入该联系，其余未计入。")
    case .personalData:
      Phrase(
        "hold telephone numbers, mail addresses or numbers of identity cards, which were left out: *** stands for them.",
        zh: "含电话号码、邮箱或身份证号，已略去，以 *** 代替。")
    case .markInBrackets:
      Phrase(
        "are marks in brackets, which mostly mean something planned: they were not counted.", zh: "带括号的标记多指计划中，未计入。")
    case .selfTie: Phrase("name the actor itself as its partner, which was left out.", zh: "把自身列为合作单位，已略去。")
    }
  }
}
