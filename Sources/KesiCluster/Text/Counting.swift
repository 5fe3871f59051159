/// `1 tie`, `3 ties`; for Chinese the number alone is enough.
public func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
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
  /// With a capital at the start, where it begins with a small letter of ASCII.
  var sentenceCased: String {
    guard let first = unicodeScalars.first, ("a"..."z").contains(first) else { return self }
    return String(first).uppercased() + String(unicodeScalars.dropFirst())
  }
}
