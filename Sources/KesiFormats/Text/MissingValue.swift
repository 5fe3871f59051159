import KesiNetwork

/// The words by which people say that a cell has no value.
package enum MissingValue {
  package static let words: Set<String> = [
    "", "na", "n/a", "n.a.", "nan", "null", "nil", "none", "unknown", "tbd", "tba", "-", "--", "---", "—", "——", "———",
    "/",
    "\\", "#n/a", "?", "??", "???", "无", "無", "暂无", "暫無", "不详", "不詳", "不明", "未知", "待定", "待补", "待补充", "待确认", "未填", "未填写",
    "空", "暂缺", "缺", "没有", "沒有", "(空)", "(无)", "(無)",
  ]

  /// Whether some bytes are so few, and end so, that they may be such a word: seldom true, and quickly told.
  @inline(__always) static func mayBeStated(by bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    let isNumbered = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
    return !isNumbered && bytes.count <= (first < 0x80 ? 12 : 24)
  }

  /// Whether a cell states nothing: it is empty, or holds such a word in any width and in capitals or not.
  package static func isStated(by text: String) -> Bool {
    // Most cells have too many letters of Chinese or ASCII that are seen, each of which is one in any width.
    guard text.utf8.count <= 64, text.utf8.count(where: { 0x20 < $0 && $0 < 0x7F || 0xE4...0xE9 ~= $0 }) <= longest
    else { return false }
    let scalars = text.narrow()
    guard scalars.count <= longest else { return false }
    return words.contains(String(scalars: scalars).withSmallLetters)
  }

  /// Those of the words that say that there is none of what is asked for, rather than that it is not known.
  private static let none: Set<String> = ["none", "无", "無", "没有", "沒有", "(无)", "(無)"]

  /// Whether a cell says that there is none.
  static func isNone(_ text: String) -> Bool {
    isStated(by: text) && none.contains(String(scalars: text.narrow()).withSmallLetters)
  }

  /// How many scalars the longest of the words has.
  private static let longest = words.reduce(0) { max($0, $1.unicodeScalars.count) }
}
