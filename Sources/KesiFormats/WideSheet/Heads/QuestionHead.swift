import KesiNetwork

/// A head that is a question, as over the columns of a survey: `4、近三年与哪些高校开展过合作？`.
enum QuestionHead {
  /// A question is longer than the head of a ledger.
  static let longest = 300

  static func isQuestion(_ head: String) -> Bool {
    let text = plain(head)
    guard text.unicodeScalars.count >= 4, head.unicodeScalars.count <= longest else { return false }
    return whether.contains(where: text.holds) || asksWhoeverAnswers(text)
  }

  private static let whether = ["是否", "有无", "有没有"]

  /// Whether it is a question of a survey: ledgers, too, have columns such as 是否高企.
  static func isOfSurvey(_ head: String) -> Bool { isQuestion(head) && asksWhoeverAnswers(plain(head)) }

  private static func asksWhoeverAnswers(_ text: String) -> Bool {
    if text.holds("?") { return true }
    if ["贵单位", "贵公司", "贵企业", "贵校", "贵院", "您", "哪些", "请填写", "请列出"].contains(where: text.holds) { return true }
    let padded = " \(text) "
    return text.unicodeScalars.count > 12 && [" your ", " you ", " did "].contains(where: padded.holds)
  }

  /// What is asked for; nil where it is nothing that makes a network. Of all subjects that a question touches, the first in
  /// this order is asked for: who wishes for help with partners names none.
  static func match(_ head: String) -> HeadMatch? {
    let text = plain(head)
    if StateWords.isAsked(by: text) { return HeadMatch(meaning: .state, confidence: 0.8, word: text) }
    for (meaning, words) in subjects {
      for all in words where all.allSatisfy({ $0.split(separator: "|").contains { text.holds(String($0)) } }) {
        return HeadMatch(meaning: meaning, confidence: 0.85, word: all.joined(separator: " … "))
      }
      if meaning == .partners, endsInPartners(text) {
        return HeadMatch(meaning: .partners, confidence: 0.8, word: text)
      }
    }
    return whoAnswers.contains(ending(of: text)) ? HeadMatch(meaning: .actor, confidence: 0.8, word: text) : nil
  }

  /// Whether it ends in those with whom one works: `与贵单位合作的高校有：`, `主要合作伙伴有？`.
  private static func endsInPartners(_ text: String) -> Bool {
    guard !text.holds("吗"), !whether.contains(where: text.holds) else { return false }
    let end = forms.reduce(ending(of: text)) { $0.replacing($1, with: "") }
    return ["合作", "协作", "共建"].contains(where: end.holds)
      && ["高校", "院校", "院所", "单位", "企业", "公司", "机构", "伙伴", "对象", "大学"].contains { end.ends(with: $0) }
  }

  /// The words of a question without those behind its noun: 有, 包括, 名称.
  private static func ending(of text: String) -> String {
    var end = HeadText(text).text
    while let word = ["分别有", "分别是", "有", "包括", "为", "是", "名称", "全称", "名单"].first(where: { end.ends(with: $0) }) {
      end = String(end.unicodeScalars.dropLast(word.unicodeScalars.count))
    }
    return end
  }

  /// How whoever answers is spoken to.
  private static let forms = ["贵单位", "贵公司", "贵企业", "贵校", "贵院"]
  private static let whoAnswers = Set(
    forms + ["单位", "公司", "企业", "学校"].flatMap { noun in ["您的", "您所在的", "您所在", "您"].map { $0 + noun } })

  /// Each a list of words that all must stand in the question; of words with a bar between, one.
  private static let subjects: [(ColumnMeaning, [[String]])] = [
    (
      .keep,
      [
        ["希望|建议|意见|诉求|困难|需要|满意|评价|satisf|would you like|anything else|comment|suggest|difficult|obstacle| rate "],
        ["多少|几家|几个|数量|家数|how many|how much|how often"],
        // Whom one would work with, or competes with, is no partner.
        ["意向|拟合作|拟对接|拟签约|潜在|计划合作|计划与|打算|今后合作|未来合作|下一步|竞争|intend|plan to|competitor"],
      ]
    ),
    (
      .personal,
      [["姓名|电话|手机|邮箱|联系人|填表人|职务|your name|e-mail|email|phone|contact person|your position|job title"]]
    ),
    (
      .tieKind,
      [
        ["合作|协作|coop|collab|work", "形式|方式|模式|what form|which form|how do you|how did you|what kind|what type"],
        ["do together|did together|done together|worked on together"], ["what did you do|what do you do", "together"],
      ]
    ),
    (.from, [["哪一年|哪年|何时|什么时候|开始时间|what year|which year|since when|when did|when was"]]),
    (
      .partners,
      [
        [
          "哪些|哪几家|谁|which|with whom|who|list|name",
          "高校|院校|院所|单位|企业|公司|机构|伙伴|universit|institut|college|partner|compan|organi",
          "合作|协作|对接|联系|开展|coop|collab|work|partner",
        ],
        ["合作|协作|coop|collab", "单位|高校|企业|机构|伙伴|partner|organi", "全称|名称|names"],
        ["partners of your|your partners|your main partners|your current partners|your cooperation partners"],
      ]
    ),
    (
      .kind,
      [["性质|类型|类别|属于哪类|describes your|type of organi|kind of organi|type of your|sort of organi|what type|what kind"]]
    ),
    (.chainAndStage, [["产业链", "环节", "及|和|、|/"]]), (.stage, [["环节|上中下游|stage|position in the chain"]]),
    (
      .chain,
      [
        [
          "产业链|行业|产业|领域|chain|sector|industry|field", "所处|所属|所在|主要|属于|从事|哪|贵|your|you",
        ]
      ]
    ),
    (.zone, [["哪个区|所在区|所在地|位于|区县|板块|where is|located|which district|which region|which city"]]),
    (.actor, [["全称|名称|名字|full name|legal name|name of your|is your organi|your organisation's name|called"]]),
  ]

  private static func plain(_ head: String) -> String {
    HeadText.withoutNumber(head.asName).replacing("？", with: "?").lowercased()
  }
}
