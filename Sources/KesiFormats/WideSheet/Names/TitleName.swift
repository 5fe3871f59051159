import KesiNetwork

/// The organization with whose name a title begins: `吴江示范职业技术学院校企合作台账`.
enum TitleName {
  /// The longest beginning that ends in a word which surely tells an organization; nil where none does.
  static func organization(in title: String) -> String? {
    let scalars = Array(title.asName.unicodeScalars)
    guard scalars.count <= 80 else { return nil }
    for end in stride(from: scalars.count - 1, to: 3, by: -1) {
      // A Latin name ends with a word.
      if scalars[end - 1].isASCII, scalars[end].isASCII, scalars[end].properties.isAlphabetic { continue }
      let name = String(String.UnicodeScalarView(scalars[..<end])).asName
      guard let kind = KindOfName.told(by: name), kind.confidence >= 0.9, name.lowercased().hasSuffix(kind.word),
        name.unicodeScalars.count > kind.word.unicodeScalars.count + 1
      else { continue }
      return name
    }
    return nil
  }
}
