import KesiNetwork

/// What the head of a column says that the column is.
struct HeadMatch {
  let meaning: ColumnMeaning
  let confidence: Double
  /// The word by which it was told.
  let word: String
}

/// The words that people write over columns, in both languages.
enum SheetHeadWords {
  /// The best match of a head, and the next best of another meaning.
  static func matches(of head: String) -> [HeadMatch] {
    let text = HeadText(head).text
    guard !text.isEmpty, text.utf8.count < 120 else { return [] }
    // Whom one would like to work with, or competes with, is no partner.
    if let word = notYet.first(where: text.holds) ?? wish(in: text) ?? notNow(head) {
      return [HeadMatch(meaning: .keep, confidence: 0.9, word: word)]
    }
    if let meaning = exact[text] { return [HeadMatch(meaning: meaning, confidence: 0.95, word: text)] }
    if let date = date(text) { return [date] }
    // The noun comes last in Chinese: 合作单位联系人 is a person.
    var found: [(match: HeadMatch, rank: Int)] = []
    let length = text.unicodeScalars.count
    for (word, meaning) in parts where text.holds(word) {
      let isWhole = isWordOfItsOwn(word, in: text)
      guard isWhole else { continue }
      let count = word.unicodeScalars.count
      let isLast = text.ends(with: word)
      let confidence = 0.5 + 0.35 * Double(count) / Double(length) + (isLast ? 0.05 : 0)
      found.append((HeadMatch(meaning: meaning, confidence: confidence, word: word), (isLast ? 1000 : 0) + count))
    }
    found.sort { $0.rank == $1.rank ? $0.match.word < $1.match.word : $0.rank > $1.rank }
    return found.map(\.match)
  }

  /// What a word means that is a head as a whole, as it stands; nil for any other.
  static func meaning(ofWord word: String) -> ColumnMeaning? { exact[word] ?? exact[word.withSmallLetters] }

  /// Of what a date is, by the words for beginning and ending in its head: `签约年月`, `协议到期`.
  private static func date(_ text: String) -> HeadMatch? {
    let isDate = ["时间", "日期", "年月", "年份", "日", "年度"].contains { text.ends(with: $0) } || text.ends(with: "date")
    for (meaning, words) in dates {
      for word in words where text.holds(word) {
        if isDate { return HeadMatch(meaning: meaning, confidence: 0.8, word: word) }
        if text.ends(with: word), meaning == .to { return HeadMatch(meaning: meaning, confidence: 0.75, word: word) }
      }
    }
    return nil
  }

  private static let dates: [(ColumnMeaning, [String])] = [
    (.to, ["到期", "期满", "结束", "截止", "终止", "完成", "完工", "结题", "验收", "退出", "expiry", "end"]),
    (
      .from,
      ["签约", "签订", "签署", "开始", "起始", "启动", "立项", "加入", "开工", "合作", "生效", "备案", "登记", "start", "signing", "signed"]
    ),
  ]

  /// A Latin word is not a part of another one.
  private static func isWordOfItsOwn(_ word: String, in text: String) -> Bool {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    return " \(text) ".holds(" \(word) ") || " \(text) ".holds(" \(word)s ")
  }

  private static let notYet = [
    "竞争", "竞品", "对标企业", "意向合作", "合作意向", "意向单位", "意向企业", "意向高校", "意向伙伴", "拟合作", "拟签约", "拟对接", "潜在", "待对接", "不再合作", "不合作",
    "未合作",
    "无合作",
    "停止合作", "终止合作单位", "曾合作", "原合作", "competitor", "prospective",
    "potential partner",
    "intended partner",
  ]

  /// What a head says of work that someone would like: `希望合作的院所`, `计划对接高校`. A word for it stands before one for work.
  private static func wish(in text: String) -> String? {
    if let word = wishes.first(where: text.holds), works.contains(where: text.holds) { return word }
    return plans.first(where: text.holds)
  }

  private static let wishes = ["希望", "期望", "期待", "有意", "意愿", "愿意", "意向", "寻求"]
  private static let works = ["合作", "对接", "协作", "共建", "引进"]
  private static let plans = ["拟", "计划", "打算", "未来", "今后", "下一步", "想", "欲", "待"].flatMap { plan in
    ["合作", "对接", "共建", "协作"].map { plan + $0 }
  }

  /// Whether a cell says of two what such a head says of all: that they do not work together, or not yet, or no more.
  static func isNotNow(_ cell: String) -> Bool {
    let text = HeadText(cell).text
    return notYet.contains(where: text.holds) || insideOfNotNow.contains(cell.asName.withSmallLetters)
  }

  /// What brackets behind a head say of all its cells: `合作单位（已终止）`, `合作高校（意向）`.
  private static func notNow(_ head: String) -> String? {
    guard let inside = BracketWords.last(of: head.asName)?.inside.withSmallLetters else { return nil }
    return insideOfNotNow.contains(inside) ? inside : nil
  }

  private static let insideOfNotNow: Set<String> = [
    "拟", "拟合作", "意向", "意向性", "潜在", "计划", "计划中", "待定", "待签约", "未签约", "洽谈中", "终止", "已终止", "已结束", "已到期", "已解约", "planned",
    "potential", "prospective", "ended", "former", "terminated",
  ]

  private static let exact: [String: ColumnMeaning] = {
    var exact: [String: ColumnMeaning] = [:]
    for (meaning, words) in all { for word in words where exact[word] == nil { exact[word] = meaning } }
    return exact
  }()

  /// Words that tell a column as a part of its head, too: those that are not so short that they are a part of anything.
  private static let parts: [(String, ColumnMeaning)] = exact.filter { word, _ in
    word.unicodeScalars.count >= 2 && !vague.contains(word)
  }.sorted { $0.key < $1.key }

  private static let vague: Set<String> = [
    "单位", "企业", "公司", "机构", "主体", "高校", "学校", "院校", "名称", "时间", "日期", "年份", "年度", "类型", "类别", "性质", "编号", "项目",
    "领域", "产业", "行业", "投资", "资金", "成员", "地区", "区域", "级别", "作用", "身份", "规模", "人数", "说明", "代表", "阶段", "no", "name",
    "date",
    "to", "from", "type", "id", "title", "value", "member", "lead", "area", "field", "count", "source", "target",
    "city", "year",
    "role", "level", "size", "share", "company", "institution", "industry", "客户", "甲方", "乙方", "目标", "起点", "终点", "来源",
    "股东", "频次", "ort", "stadt", "land", "ende", "firma", "nr", "序", "状态", "进展",
    "state", "status",
  ]
}
