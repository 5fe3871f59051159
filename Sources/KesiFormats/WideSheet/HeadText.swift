import KesiNetwork

/// The head of a column as heads are compared: without width, case, blanks, brackets, units and numbers at its end, in
/// simplified characters.
struct HeadText: Hashable {
  let text: String

  init(_ head: String) {
    var plain = String.UnicodeScalarView()
    var depth = 0
    for scalar in HeadUnit(head).head.unicodeScalars.lazy.compactMap(\.narrow) {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth > 0: break
      // Words of English are told apart by one blank.
      case " ", "_", "-", "\n", "\t": if plain.last?.isASCII == true, plain.last != " " { plain.append(" ") }
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
}
