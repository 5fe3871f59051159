/// The words of ``KindWords/latin`` by how they begin, so that of hundreds only those are looked for that a name may have.
enum LatinWords {
  struct Word {
    let rule: KindWords.LatinRule
    let word: String
    let sought: String
  }

  /// In the order in which they tell.
  static let all: [Word] = KindWords.latin.flatMap { rule in
    rule.words.map { Word(rule: rule, word: $0.word, sought: $0.sought) }
  }

  /// Of as many scalars the beginning is looked up: no word of which the start is enough has fewer.
  private static let length = 3

  private static let byStart: [UInt64: [Int]] = {
    var places: [UInt64: [Int]] = [:]
    for (place, word) in all.enumerated() {
      let first = word.sought.unicodeScalars.dropFirst().prefix { $0 != " " }
      places[start(of: first), default: []].append(place)
    }
    return places
  }()

  private static func start(of word: some Sequence<Unicode.Scalar>) -> UInt64 {
    word.prefix(length).reduce(0) { $0 << 21 | UInt64($1.value) }
  }

  /// The places in ``all`` of what a name of these words may have.
  static func candidates(among words: [Substring]) -> [Int] {
    words.flatMap { byStart[start(of: $0.unicodeScalars)] ?? [] }.sorted()
  }
}
