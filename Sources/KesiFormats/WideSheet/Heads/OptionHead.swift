import KesiNetwork

/// The head of a column that is one of several options of a question: `4、合作高校(苏州大学)`, `4(企业)`, `Q4：企业`,
/// `2、与以下单位的合作程度—苏州大学`.
struct OptionHead: Hashable {
  /// The question, with its number.
  let question: String
  let option: String

  /// Nil where a head has no number of a question before it, or nothing in brackets or behind a colon at its end; behind a
  /// dash an organization may stand in any case.
  private init?(_ head: String) {
    let text = head.asName
    if let dashed = Self.dashed(text) {
      (question, option) = dashed
      return
    }
    var rest = text.unicodeScalars[...]
    while let first = rest.first, "Qq第(（".unicodeScalars.contains(first) { rest.removeFirst() }
    guard (1...3).contains(rest.prefix { $0.isDigit }.count) else { return nil }
    if let (before, inside) = BracketWords.last(of: text), !inside.isEmpty {
      (question, option) = (before, inside)
    } else if let colon = text.unicodeScalars.lastIndex(where: { $0 == "：" || $0 == ":" }) {
      question = String(text.unicodeScalars[..<colon]).asName
      option = String(text.unicodeScalars[text.unicodeScalars.index(after: colon)...]).asName
    } else {
      return nil
    }
    guard !question.isEmpty, !option.isEmpty else { return nil }
  }

  /// The parts of a head before and behind a dash, where an organization stands behind it and none before.
  private static func dashed(_ text: String) -> (question: String, option: String)? {
    let scalars = text.unicodeScalars
    guard let dash = scalars.lastIndex(where: { "—–―-－".unicodeScalars.contains($0) }) else { return nil }
    var question = scalars[..<dash]
    while let last = question.last, last.isWhite || "—–―-－".unicodeScalars.contains(last) { question.removeLast() }
    let before = String(question).asName
    let option = String(scalars[scalars.index(after: dash)...]).asName
    guard !before.isEmpty, isOrganization(option), !isOrganization(before) else { return nil }
    // A name may have a dash, too: Tsinghua-Berkeley Institute.
    let isNumbered = !HeadText.withoutNumber(before).isExactly(before)
    let isHead = isNumbered || !SheetHeadWords.matches(of: before).isEmpty || isOfWork(HeadText(before).text)
    return isHead ? (before, option) : nil
  }

  private static func isOfWork(_ text: String) -> Bool {
    ["合作", "协作", "往来", "联系", "对接", "cooperat", "collaborat"].contains(where: text.holds)
  }

  private static func isOrganization(_ text: String) -> Bool {
    KindOfName.told(by: text).map { !$0.word.isExactly(text) } ?? false
  }

  var isOrganization: Bool { Self.isOrganization(option) }

  /// Whether the question is how, or whether, one works with those who are its options.
  var asksOfWork: Bool {
    let text = HeadText(question).text
    return Self.isOfWork(text)
      && ![
        "希望", "期望", "意向", "意愿", "愿意", "拟", "计划", "满意", "评价", "重要", "需求", "竞争", "潜在", "wish", "would", "satisf",
        "important",
      ]
      .contains(where: text.holds)
  }

  /// Of each of some heads the option that it is; nil for those whose question no other head has.
  static func all(among heads: [String]) -> [OptionHead?] {
    let options = heads.map(OptionHead.init)
    var counts: [NameKey: Int] = [:]
    for case let option? in options { counts[NameKey(option.question), default: 0] += 1 }
    return options.map { option in option.flatMap { counts[NameKey($0.question), default: 0] > 1 ? $0 : nil } }
  }

  /// What the question asks for, as far as its words tell.
  var asked: ColumnMeaning? {
    QuestionHead.isQuestion(question)
      ? QuestionHead.match(question)?.meaning
      : SheetHeadWords.matches(of: question).first?.meaning ?? QuestionHead.match(question)?.meaning
  }

  /// Whether it is what stands last in most lists of options: 其他.
  var isRest: Bool { ["其他", "其它", "other", "others", "以上都没有", "无"].contains(HeadText(option).text) }

  /// Whether a cell says that the option was chosen or was not.
  func isAnswered(by text: String) -> Bool {
    MissingValue.isStated(by: text) || text.asName == "0" || MarkWords.isMark(text) || MarkWords.isCross(text)
      || NameKey(text) == NameKey(option)
  }

  /// Whether a cell says by a word how one works with the organization that is the option, or that one does not. Numbers
  /// below a question of a survey may be those of answers, of which the first is often 从未合作.
  func isAnsweredByWord(_ text: String) -> Bool {
    if case .number = WrittenNumber.read(text) { return HeadText.withoutNumber(question).isExactly(question) }
    return MissingValue.isStated(by: text) || MarkWords.isOfMatrix(text) || MarkWords.isWord(text)
  }
}
