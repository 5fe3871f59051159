import KesiNetwork

/// A page of documentation in Markdown under construction, in one language.
package struct MarkdownPage {
  let language: Language
  package private(set) var text: String

  package init(_ title: Phrase, _ about: Phrase, in language: Language) {
    self.language = language
    text = "# \(title(language))\n\n\(about(language))\n"
  }

  mutating func heading(_ title: Phrase) { text += "\n## \(title(language))\n" }

  package mutating func paragraph(_ words: Phrase) { text += "\n\(words(language))\n" }

  package mutating func table(_ heads: [Phrase], _ rows: [[String]]) {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    text += "\n" + line(heads.map { $0(language) }) + line(heads.map { _ in "---" })
    for row in rows { text += line(row.map { $0.replacing("|", with: "\\|") }) }
  }

  mutating func code(_ code: String, in syntax: String) { text += "\n```\(syntax)\n\(code)\n```\n" }

  /// Words one after the other, as code.
  func list(_ words: some Sequence<String>) -> String {
    words.map { "`\($0)`" }.joined(separator: language == .zh ? "、" : ", ")
  }
}

/// Pages that are made from what is declared, so that they say what holds.
package enum ReferencePage {}
