import KesiNetwork

/// What the sheets of a workbook are called that holds a network.
package enum NetworkSheets {
  package static func name(of table: Table, in language: Language) -> String {
    switch (language, table) {
    // Excel keeps the name “History” for itself.
    case (.en, .history): table.name.en
    case (.en, _): table.rawValue
    case (.zh, .consortia): "联合体"
    case (.zh, _): table.name.zh
    }
  }

  /// The sheet with the text of `network.yml`, a line a row in its first column, from the first row on.
  package static let profile = "network.yml"

  /// Sheets that are there to be read by people: what a network is must not be taken from them.
  package static let instructions = Phrase("How to fill in", zh: "填写说明")
  package static let example = Phrase("Example", zh: "示例")
  package static let about = Phrase("About", zh: "说明")

  /// Whether a sheet is for people only.
  package static func isPage(_ name: String) -> Bool {
    [instructions, example, about].contains { name == $0.en || name == $0.zh }
  }
}
