extension String {
  /// Short enough to quote in a message, on one line.
  package var shortened: String {
    let line = String(unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : Character($0) })
    return unicodeScalars.count > 60 ? line + "…" : line
  }
}
