import KesiMatrix
import KesiNetwork

/// What is known of names before the rows of sheets are read.
enum KnownNames {
  /// The names that stand by themselves: what other cells join with “and” is parted where both sides are among them.
  ///
  /// - Complexity: O(bytes of the cells that name organizations); each text that stands in many of them is parted once.
  static func of(_ parts: [SheetPart], on parallel: Parallel) throws(Cancelled) -> Set<NameKey> {
    var texts = Set<ExactText>()
    for part in parts {
      let (sheet, rows) = (part.sheet, part.rows)
      let places = part.columns.filter(\.meaning.namesActors).map(\.place)
      let found = try parallel.union(count: rows.count, grain: 1024) { chunks in
        var found = Set<ExactText>()
        while let chunk = chunks.take() {
          for row in rows[chunk] {
            for place in places {
              for text in NameList.parts(of: sheet.text(row, place), NameList.strong) { found.insert(ExactText(text)) }
            }
          }
        }
        return found
      }
      texts.formUnion(found)
    }
    let distinct = Array(texts)
    return try parallel.union(count: distinct.count, grain: 256) { chunks in
      let nothing = NameList.Names(isKnown: { _ in false })
      var known = Set<NameKey>()
      while let chunk = chunks.take() {
        for text in distinct[chunk] {
          for item in NameList(part: text.text, NameList.strong, nothing).items {
            let parts = NameList(item.name, names: nothing)
            if parts.items.count == 1, parts.notes.isEmpty { known.insert(item.key) }
          }
        }
      }
      return known
    }
  }
}
