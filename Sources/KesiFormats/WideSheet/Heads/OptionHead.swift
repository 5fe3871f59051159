import KesiNetwork

/// The head of a column that is one of several options of a question: `4、合作高校(苏州大学)`, `4(企业)`, `Q4：企业`.
struct OptionHead: Hashable {
  /// The question, with its number.
  let question: String
  let option: String

  /// Nil where a head has no number of a question before it, or nothing in brackets or behind a colon at its end.
  private init?(_ head: String) {
    let text = head.asName
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
}
