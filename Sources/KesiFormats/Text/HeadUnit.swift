/// The head of a column without the unit that stands in it.
package struct HeadUnit: Sendable, Equatable {
  /// `金额` of `金额(万元)`.
  package let head: String
  package let unit: WrittenUnit?

  /// Looks in brackets, behind a slash, a colon or the word `in`, and behind the last blank.
  package init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let found = Self.inBrackets(scalars) ?? Self.behindMark(scalars)
    head = found?.head ?? text
    unit = found?.unit
  }

  private init(_ head: some Sequence<Unicode.Scalar>, _ unit: WrittenUnit) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: head)
    self.head = String(String.UnicodeScalarView(text.trimmed))
    self.unit = unit
  }

  /// No unit is longer, with what stands before it; what is asked may be a remark of any length.
  private static let longest = 40

  private static func unit(_ scalars: ArraySlice<Unicode.Scalar>) -> WrittenUnit? {
    guard scalars.count <= longest else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    var word = String(text)
    for start in ["单位：", "单位:", "單位：", "單位:", "in "] where word.hasPrefix(start) {
      word = String(word.dropFirst(start.count))
    }
    return WrittenUnit(word)
  }

  private static func inBrackets(_ scalars: [Unicode.Scalar]) -> HeadUnit? {
    let opening: Set<Unicode.Scalar> = ["(", "（", "[", "【", "［", "〔"]
    let closing: Set<Unicode.Scalar> = [")", "）", "]", "】", "］", "〕"]
    guard let end = scalars.lastIndex(where: closing.contains),
      let start = scalars[..<end].lastIndex(where: opening.contains), let unit = unit(scalars[(start + 1)..<end])
    else { return nil }
    return HeadUnit(scalars[..<start] + scalars[(end + 1)...], unit)
  }

  private static func behindMark(_ scalars: [Unicode.Scalar]) -> HeadUnit? {
    let marks: Set<Unicode.Scalar> = ["/", "／", ":", "：", "_", ",", "，", " ", "\n"]
    // A unit of two words stands behind the last blank but one.
    for place in scalars.indices.dropFirst().suffix(longest + 1) where marks.contains(scalars[place]) {
      if let unit = unit(scalars[(place + 1)...]) { return HeadUnit(scalars[..<place], unit) }
    }
    return nil
  }
}
