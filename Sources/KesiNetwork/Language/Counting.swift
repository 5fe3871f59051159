extension Int {
  /// A count with its noun, in English: `1 tie`, `2,000 ties`, `2 consortia`. For Chinese the number alone is enough.
  package func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(Figure.count(self).text) " + (self == 1 ? noun : plural ?? noun + "s")
  }
}

/// `an enterprise`, `a university`
package func withArticle(_ noun: String) -> String {
  let startsWithVowel = noun.utf8.first.map { "aeioAEIO".utf8.contains($0) } ?? false
  return (startsWithVowel ? "an " : "a ") + noun
}

/// `A`, `A and B`, `A, B, and C`; with semicolons where commas are within.
///
/// - Parameter more: how many others there are.
func enumerated(_ names: [String], and more: Int = 0) -> String {
  let mark = names.contains { $0.utf8.contains(UInt8(ascii: ",")) } ? ";" : ","
  let words = names + (more > 0 ? ["\(Figure.count(more).text) more"] : [])
  return switch words.count {
  case 0: ""
  case 1: words[0]
  case 2: mark == "," ? "\(words[0]) and \(words[1])" : "\(words[0]); and \(words[1])"
  default: words.dropLast().joined(separator: "\(mark) ") + "\(mark) and \(words[words.count - 1])"
  }
}

extension Collection {
  /// Some of many, and how many the others are: `A, B, and 3 more`, in Chinese `A、B等 5 家`.
  ///
  /// - Parameters:
  ///   - unit: what Chinese counts them by.
  ///   - name: what each is called; asked of those that are listed only.
  package func listed(
    most: Int, in language: Language, by unit: String = "家", _ name: (Element) -> String
  ) -> String {
    let shown = prefix(most).map(name)
    let more = count - shown.count
    return switch language {
    case .zh: shown.joined(separator: "、") + (more > 0 ? "等 \(Figure.count(count).text) \(unit)" : "")
    case .en: KesiNetwork.enumerated(shown, and: more)
    }
  }
}

extension String {
  /// With a blank where a Latin letter or digit would touch a Chinese character.
  package var setInChinese: String {
    func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
      scalar.map { $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    }
    return (isLatin(unicodeScalars.first) ? " " : "") + self + (isLatin(unicodeScalars.last) ? " " : "")
  }

  /// A Chinese sentence of parts that were set in it: without the blanks that they leave at its ends and beside marks, which
  /// are wide enough by themselves.
  package var setTight: String {
    var result = String.UnicodeScalarView()
    let marks = "，。、；：？！（）“”《》".unicodeScalars
    var isOpen = false
    for scalar in unicodeScalars {
      if scalar == " " {
        isOpen = result.last.map { !marks.contains($0) } ?? false
        continue
      }
      if isOpen, !marks.contains(scalar) { result.append(" ") }
      isOpen = false
      result.append(scalar)
    }
    return String(result)
  }

  /// English sentences of parts that were set in them: a name that ends in a stop, as “Logistics Inc.” does, ends its sentence.
  package var withSingleStops: String {
    var result = String.UnicodeScalarView()
    let scalars = Array(unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      // Three are an ellipsis.
      let isSecond =
        scalar == "." && place > 0 && scalars[place - 1] == "." && (place < 2 || scalars[place - 2] != ".")
        && (place + 1 == scalars.count || scalars[place + 1] == " ")
      if !isSecond { result.append(scalar) }
    }
    return String(result)
  }

  /// With a capital at the start, where it begins with a small letter.
  package var sentenceCased: String {
    // By scalars: a mark that combines stays with its letter.
    guard let first = unicodeScalars.first else { return self }
    return first.properties.titlecaseMapping + String(unicodeScalars.dropFirst())
  }
}

extension Phrase {
  /// As a heading has it, with a capital.
  package var heading: Phrase { Phrase(en.sentenceCased, zh: zh) }
}
