import KesiNetwork

/// A unit as it stands behind a number or in the head of a column: `万元`, `亿`, `k€`, `人`, `%`.
package struct WrittenUnit: Sendable, Equatable {
  /// As it was written.
  package let word: String
  /// By what a number of this unit is multiplied: 10,000 for `万元`, 0.01 for `%`.
  package let factor: Double
  /// What is counted, without the multiple: `元`; empty for a bare multiple.
  package let base: String

  /// Whether it counts money, as far as it says what is counted: a bare multiple in a head mostly does.
  package var isMoney: Bool { Self.currencies.contains(base) || base.isEmpty && factor >= 1e3 }

  /// The code of the currency that it counts (ISO 4217); nil where it says none.
  package var currency: String? { Self.currency(of: base) }

  /// The code of a currency by its word or sign; nil for any other text.
  static func currency(of word: String) -> String? {
    switch word.lowercased() {
    case "元", "圆", "人民币", "元人民币", "人民币元", "rmb", "cny", "yuan": "CNY"
    case "美元", "usd", "$": "USD"
    case "欧元", "eur", "euro", "euros", "€": "EUR"
    case "日元", "jpy": "JPY"
    case "港元", "港币": "HKD"
    case "英镑", "gbp", "£": "GBP"
    default: nil
    }
  }

  /// Understands a multiple, something that is counted, or both; nil for any other text.
  package init?(_ text: String) {
    let scalars = text.narrow(most: 24)
    guard !scalars.isEmpty else { return nil }
    var letters = String.UnicodeScalarView()
    letters.append(contentsOf: scalars)
    word = String(letters)
    guard let (factor, base) = Self.meaning(of: word.lowercased()) else { return nil }
    (self.factor, self.base) = (factor, base)
  }

  private static func meaning(of word: String) -> (Double, String)? {
    if let factor = parts[word] { return (factor, word) }
    if let factor = multiples[word] { return (factor, "") }
    if bases.contains(word) { return (1, word) }
    // The multiple stands before what is counted in Chinese, on either side in English: `万元`, `EUR million`, `m€`.
    for (multiple, factor) in multiples {
      if word.hasPrefix(multiple) {
        let rest = trimmed(word.dropFirst(multiple.count))
        if bases.contains(rest) { return (factor, rest) }
      }
      if word.hasSuffix(multiple) {
        let rest = trimmed(word.dropLast(multiple.count))
        if bases.contains(rest) { return (factor, rest) }
      }
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.trimmed))
  }

  private static let parts: [String: Double] = [
    "%": 0.01, "百分比": 0.01, "percent": 0.01, "per cent": 0.01, "pct": 0.01, "‰": 0.001,
  ]
  private static let multiples: [String: Double] = [
    "百": 1e2, "千": 1e3, "万": 1e4, "萬": 1e4, "十万": 1e5, "百万": 1e6, "千万": 1e7, "亿": 1e8, "億": 1e8, "十亿": 1e9, "百亿": 1e10,
    "万亿": 1e12, "k": 1e3, "thousand": 1e3, "thousands": 1e3, "tsd": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6,
    "mio.": 1e6, "million": 1e6, "millions": 1e6, "bn": 1e9, "billion": 1e9, "mrd": 1e9, "in million": 1e6,
    "in thousand": 1e3, "'000": 1e3, "000": 1e3,
  ]
  private static let currencies: Set<String> = [
    "元", "圆", "人民币", "元人民币", "人民币元", "美元", "欧元", "日元", "港元", "港币", "英镑", "rmb", "cny", "yuan", "usd", "eur", "euro",
    "euros", "gbp", "jpy", "¥", "$", "€", "£",
  ]
  private static let bases = currencies.union([
    "人", "名", "位", "人次", "家", "个", "項", "项", "件", "台", "套", "次", "所", "条",
    "篇", "吨",
    "亩", "平方米", "平米", "㎡", "m²", "m2", "年", "个月", "月", "天", "年度", "people", "persons", "employees", "fte", "staff",
    "headcount",
  ])
}
