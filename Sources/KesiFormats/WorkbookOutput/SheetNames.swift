import KesiNetwork

/// Names of sheets as spreadsheets allow them.
enum SheetNames {
  /// In UTF-16 units, as spreadsheets count.
  private static let longest = 31

  /// The names nearest to those that are wanted, in order: no signs that formulas need, not too long, each once, whatever
  /// its case.
  static func legal(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let legal = legal(name)
      var unique = legal
      var number = 2
      while !taken.insert(unique.lowercased()).inserted {
        let mark = " (\(number))"
        unique = legal.prefix(units: longest - mark.utf16.count) + mark
        number += 1
      }
      return unique
    }
  }

  private static func legal(_ name: String) -> String {
    let plain = String(
      String.UnicodeScalarView(name.visible.unicodeScalars.map { "[]:*?/\\".unicodeScalars.contains($0) ? "-" : $0 }))
    var scalars = Substring(plain).unicodeScalars.trimmed
    if String(scalars).utf16.count > longest {
      scalars = Substring(String(scalars).prefix(units: longest - 1) + "…").unicodeScalars
    }
    while scalars.first == "'" { scalars.removeFirst() }
    while scalars.last == "'" { scalars.removeLast() }
    let legal = String(scalars)
    // Excel keeps one name for itself.
    return legal.isEmpty ? "Sheet" : legal.lowercased() == "history" ? legal + "_" : legal
  }
}
