extension String {
  /// The text with what XML reads as markup written as references.
  package var inXML: String { replacing(MarkupReferences.xml) }

  /// The text with some scalars written as words. By scalar: a `Character` may hold a sign together with a mark before or
  /// after it, and compares unlike that sign then.
  package func replacing(_ words: [Unicode.Scalar: String]) -> String {
    var result = String.UnicodeScalarView()
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if let word = words[scalar] { result.append(contentsOf: word.unicodeScalars) } else { result.append(scalar) }
    }
    return String(result)
  }
}

/// The references that stand for what would be taken for markup.
package enum MarkupReferences {
  package static let xml: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
  ]
  /// Old browsers took a backtick for a quotation mark.
  package static let html = xml.merging(["`": "&#96;"]) { $1 }
}
