import KesiMatrix
import KesiNetwork

/// What is known of names before the rows of sheets are read.
enum KnownNames {
  /// The names that stand by themselves: what other cells join with “and” is parted where both sides are among them.
  ///
  /// - Complexity: O(bytes of the cells that name organizations); each text that stands in many of them is parted once.
  static func of(_ parts: [SheetPart], on parallel: Parallel) throws(Cancelled) -> Set<NameKey> {
    var texts = Set<ExactText>()
    for column in parts.flatMap(\.columns) where column.meaning.namesActors {
      texts.formUnion(
        try parallel.union(count: column.texts.dataCount, grain: 1024) { chunks in
          var found = Set<ExactText>()
          while let chunk = chunks.take() {
            for number in chunk {
              for text in NameList.parts(of: column.text(number), NameList.strong) { found.insert(ExactText(text)) }
            }
          }
          return found
        })
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
