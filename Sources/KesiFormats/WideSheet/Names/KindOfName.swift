import KesiNetwork

/// What kind of organization a name tells of, and the word that tells it.
package struct KindOfName: Sendable, Equatable {
  /// The id of a built-in ``Kind``.
  package let kind: String
  package let word: String
  /// From 0 to 1: a legal form tells more than “center”.
  package let confidence: Double

  /// Nil where no word of the name tells.
  package static func told(by name: String) -> KindOfName? {
    guard name.utf8.count < 1000 else { return nil }
    let key = NameKey(name).text
    return key.unicodeScalars.contains(where: \.isIdeograph) ? chinese(key) : latin(key)
  }

  /// What a word of a column of kinds means: `民营企业`, `普通高校`, `医疗机构`.
  package static func stated(by word: String) -> KindOfName? {
    let key = NameKey(word).text
    if let kind = KindWords.stated[key.lowercased()] { return KindOfName(kind: kind, word: key, confidence: 0.95) }
    if let told = key.unicodeScalars.count <= 14 ? told(by: key) : nil { return told }
    // `Company (SME)`: what stands in brackets says more of it.
    guard let bracket = key.unicodeScalars.firstIndex(of: "("), bracket > key.unicodeScalars.startIndex else {
      return nil
    }
    return stated(by: String(key.unicodeScalars[..<bracket]))
  }

  /// The noun of a Chinese name stands last: of all words the one that ends last tells, the longest of those that end there.
  private static func chinese(_ key: String) -> KindOfName? {
    let scalars = withoutPlace(key)
    for end in stride(from: scalars.count, to: 0, by: -1) {
      guard let words = KindWords.byLast[scalars[end - 1]] else { continue }
      for word in words where end == scalars.count || !word.isLast {
        let length = word.scalars.count
        // A name is more than the word.
        guard length < scalars.count || word.mayBeWhole, length <= end,
          scalars[(end - length)..<end].elementsEqual(word.scalars)
        else { continue }
        return refined(word, String(scalars: scalars))
      }
    }
    return nil
  }

  /// A part of a university is of the university; a company that runs a fund is a fund.
  private static func refined(_ word: KindWords.Word, _ name: String) -> KindOfName {
    func has(_ words: String...) -> String? { words.first(where: name.holds) }
    let kind = KindOfName(kind: word.kind, word: word.text, confidence: word.confidence)
    switch word.text {
    case "学院", "研究生院", "医学院":
      if let word = has("职业", "技师", "高职", "高专", "技工") {
        return KindOfName(kind: "college", word: word, confidence: 0.95)
      }
      if has("大学") != nil { return KindOfName(kind: "university", word: "大学", confidence: 0.85) }
      return kind
    case "大学":
      if let word = has("职业大学", "职业技术大学") { return KindOfName(kind: "college", word: word, confidence: 0.95) }
      return kind
    case "学校", "中心":
      if let word = has("职业", "技师", "中专", "高职", "专科", "技工", "中等专业"), word != "专科" || kind.word == "学校" {
        return KindOfName(kind: "college", word: word, confidence: 0.9)
      }
      return kind
    case "公司", "有限公司", "有限责任公司", "股份有限公司", "合伙企业", "(有限合伙)", "集团有限公司":
      if let word = has("创业投资", "股权投资", "风险投资", "天使投资", "基金管理", "母基金", "创投", "资本管理", "投资基金") {
        return KindOfName(kind: "fund", word: word, confidence: 0.75)
      }
      // By its form it is a company, by its name it may be something else.
      if has("研究院", "研究所", "设计院", "大学", "科技园", "产业园", "孵化器", "平台") != nil {
        return KindOfName(kind: "enterprise", word: word.text, confidence: 0.7)
      }
      return kind
    case "所":
      if let word = has("中科院", "科学院", "研究", "设计") {
        return KindOfName(kind: "institute", word: word, confidence: 0.9)
      }
      return kind
    default: return kind
    }
  }

  /// Without places in brackets and campuses at the end: `东南大学(苏州校区)`.
  private static func withoutPlace(_ key: String) -> [Unicode.Scalar] {
    var scalars = Array(key.unicodeScalars)
    while scalars.last == ")", let start = scalars.lastIndex(of: "("), start > 1 {
      let inside = String(scalars: scalars[(start + 1)..<(scalars.count - 1)])
      // What makes a limited partnership stands in brackets as well.
      if inside.holds("合伙") || inside.holds("公司") { break }
      scalars.removeSubrange(start...)
    }
    return scalars
  }

  /// Words of Latin letters in the order in which they tell: a hospital of a university is a hospital, a limited company
  /// of an institute a company.
  private static func latin(_ key: String) -> KindOfName? {
    let words = key.lowercased().replacing(".", with: "").split {
      !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "'"
    }
    let text = " " + words.joined(separator: " ") + " "
    let found = LatinWords.candidates(among: words).lazy.map { LatinWords.all[$0] }.first { found in
      (found.rule.isLast ? text.ends(with: found.sought) : text.holds(found.sought))
        && (words.count > 1 || found.word.unicodeScalars.count > 4)
    }
    return found.map { KindOfName(kind: $0.rule.kind, word: $0.word, confidence: $0.rule.confidence) }
  }
}

extension KindOfName {
  /// What a head says that stands over a name which tells nothing: `企业名称`, `合作高校`.
  static func told(byHead head: String) -> KindOfName? {
    guard !QuestionHead.isQuestion(head) else { return nil }
    let text = HeadText(head).text
    let words: [(String, String)] = [
      ("企业", "enterprise"), ("公司", "enterprise"), ("供应商", "enterprise"), ("客户", "enterprise"),
      ("company", "enterprise"),
      ("firm", "enterprise"), ("enterprise", "enterprise"), ("职业院校", "college"), ("高职", "college"),
      ("高校", "university"), ("大学", "university"), ("university", "university"), ("college", "college"),
      ("院所", "institute"), ("科研机构", "institute"), ("研究机构", "institute"), ("医院", "hospital"), ("园区", "park"),
      ("hospital", "hospital"),
    ]
    // 高校院所 and 高校及科研机构 are of either kind.
    let isOfResearch = ["院所", "科研机构", "研究机构"].contains(where: text.holds)
    if isOfResearch, ["高校", "大学", "院校"].contains(where: text.holds) { return nil }
    guard let (_, kind) = words.first(where: { text.holds($0.0) }) else { return nil }
    return KindOfName(kind: kind, word: head, confidence: 0.72)
  }
}
