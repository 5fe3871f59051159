import KesiCluster

/// The words that the page uses, with what they mean. Its readers have no command line: what the glossary says of commands
/// and options is left out.
extension Report {
  var glossary: [ReportPage.Word] {
    let used = Set(
      gaps.map(\.kind.rawValue) + ReportData.measureNames + IndexPart.allCases.map(\.rawValue) + ["chain_index"])
    return Glossary.entries.filter { used.contains($0.id) }.map { entry in
      let (english, chinese) = (entry.definition.en + " " + entry.advice.en, entry.definition.zh + entry.advice.zh)
      return ReportPage.Word(
        word: HTML(entry.name.heading), text: HTML(Phrase(withoutCommands(english), zh: withoutCommands(chinese))))
    }
  }
}

/// A text without the clauses that speak of commands or options.
func withoutCommands(_ text: String) -> String {
  let ends: [Unicode.Scalar: Unicode.Scalar] = [".": ".", "。": "。", ";": ".", "；": "。"]
  var kept: [(clause: String.UnicodeScalarView, end: Unicode.Scalar?)] = []
  var clause = String.UnicodeScalarView()
  func close(_ end: Unicode.Scalar?) {
    defer { clause = String.UnicodeScalarView() }
    let words = String(clause)
    if ["kesi ", "--", "what-if", "suggest --", "`"].contains(where: { !words.utf8.ranges(of: Array($0.utf8)).isEmpty })
    {
      // What stood before it now ends the sentence.
      if let last = kept.last?.end, let end, ends[end] == end { kept[kept.count - 1].end = ends[last] }
    } else if !words.utf8.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      kept.append((clause, end))
    }
  }
  let scalars = Array(text.unicodeScalars)
  for (place, scalar) in scalars.enumerated() {
    let isLast = place + 1 == scalars.count
    // A point inside a number or a name ends nothing.
    if ends[scalar] != nil, scalar.value > 127 || isLast || scalars[place + 1] == " " {
      close(scalar)
    } else {
      clause.append(scalar)
    }
  }
  close(nil)
  return kept.map { String($0.clause) + ($0.end.map { String(Character($0)) } ?? "") }.joined()
}
