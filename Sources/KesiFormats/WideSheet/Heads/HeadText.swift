import KesiNetwork

/// The head of a column as heads are compared: without width, case, blanks, brackets, units and numbers at its end, in
/// simplified characters.
struct HeadText: Hashable {
  let text: String

  init(_ head: String) {
    var plain = String.UnicodeScalarView()
    var depth = 0
    for scalar in HeadUnit(Self.withoutNumber(head)).head.unicodeScalars.lazy.compactMap(\.narrow) {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth > 0: break
      // Words of English are told apart by one blank.
      case " ", "_", "-", "\n", "\t":
        if let last = plain.last, last != " ", !last.isIdeograph { plain.append(" ") }
      case "*", ":", "：", "?", "。", "、", "\"", "“", "”", "#": break
      default: plain.append(scalar.simplified)
      }
    }
    var text = Substring(String(plain.trimmed)).lowercased()[...]
    // 合作单位1, 合作单位（二）, partner 2.
    while let last = text.unicodeScalars.last, last.isDigit || last == " ", text.unicodeScalars.count > 1 {
      text.unicodeScalars.removeLast()
    }
    for numeral in ["一", "二", "三", "四", "五", "六"] where text.hasSuffix("单位" + numeral) || text.hasSuffix("方" + numeral)
    {
      text.removeLast()
    }
    if text.hasPrefix("其中") { text = text.dropFirst(2) }
    self.text = String(text)
  }

  /// Without the number of a question or column before it: `4、`, `4.`, `Q4:`, `（4）`.
  static func withoutNumber(_ head: String) -> String {
    var rest = head.unicodeScalars[...]
    func skip(_ scalars: String) -> Bool {
      guard let first = rest.first, scalars.unicodeScalars.contains(first) else { return false }
      rest.removeFirst()
      return true
    }
    let isOpen = skip("(（")
    let isNamed = !isOpen && rest.count > 1 && rest.dropFirst().first?.isDigit == true && skip("Qq")
    let digits = rest.prefix { $0.isDigit }
    guard (1...3).contains(digits.count) else { return head }
    rest = rest.dropFirst(digits.count)
    guard skip(isOpen ? ")）" : "、.．:：)）") || isNamed, rest.first?.isDigit == false else { return head }
    return String(rest.trimmed)
  }

  /// Whether its words are about organizations: `受聘企业`, `派出高校及院系`.
  var namesOrganization: Bool {
    [
      "企业", "公司", "单位", "高校", "院校", "院所", "学校", "机构", "方", "company", "organisation", "organization", "firm",
      "institution", "university",
    ]
    .contains { text.ends(with: $0) || ($0.unicodeScalars.count > 1 && text.holds($0)) }
  }
}
