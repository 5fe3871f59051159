extension Int {
  /// A count with its noun, in English: `1 tie`, `2 ties`, `2 consortia`. For Chinese the number alone is enough.
  public func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(self) " + (self == 1 ? noun : plural ?? noun + "s")
  }
}

/// `an enterprise`, `a university`
func withArticle(_ noun: String) -> String {
  let startsWithVowel = noun.utf8.first.map { "aeioAEIO".utf8.contains($0) } ?? false
  return (startsWithVowel ? "an " : "a ") + noun
}

/// `A`, `A and B`, `A, B, and C`
func enumerated(_ words: [String]) -> String {
  switch words.count {
  case 0: ""
  case 1: words[0]
  case 2: "\(words[0]) and \(words[1])"
  default: words.dropLast().joined(separator: ", ") + ", and \(words[words.count - 1])"
  }
}

extension Double {
  /// A share as whole percent: `62%`; what is above nothing and below all never shows as nothing or all.
  var percent: String {
    let whole = (self * 100).rounded()
    if whole <= 0, self > 0 { return "<1%" }
    if whole >= 100, self < 1 { return ">99%" }
    return "\(whole.plain)%"
  }

  /// To one decimal: `8.3`
  var tenth: String { ((self * 10).rounded() / 10).plain }
}

extension String {
  /// With a blank where a Latin letter or digit would touch a Chinese character.
  public var setInChinese: String {
    func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    }
    return (isLatin(unicodeScalars.first) ? " " : "") + self + (isLatin(unicodeScalars.last) ? " " : "")
  }

  /// With a capital at the start, where it begins with a small letter of ASCII.
  var sentenceCased: String {
    guard let first = unicodeScalars.first, ("a"..."z").contains(first) else { return self }
    return String(first).uppercased() + String(unicodeScalars.dropFirst())
  }
}
