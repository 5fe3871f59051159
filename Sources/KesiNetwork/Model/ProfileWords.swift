/// What words of tables mean by what is declared in `network.yml`: kinds of actors, kinds of ties, zones, items.
package struct ProfileWords: Sendable {
  private let kinds: Vocabulary
  private let tieKinds: Vocabulary
  private let zones: Vocabulary
  private let items: Vocabulary

  init(of profile: Profile) {
    // What a network declares comes before what is built in.
    let declared = profile.kinds.filter { !Kind.builtIn.contains($0) }
    kinds = Vocabulary(
      ids: profile.kinds.map(\.id),
      words: [
        declared.flatMap { $0.label.words(for: $0.id) },
        profile.kinds.flatMap { $0.label.words(for: $0.id) },
        profile.kinds.flatMap { kind in kind.synonyms.map { (word: $0, id: kind.id) } },
      ])
    tieKinds = Vocabulary(
      ids: profile.tieKinds.map(\.id), words: [profile.tieKinds.flatMap { $0.label.words(for: $0.id) }])
    zones = Vocabulary(ids: profile.zones.keys, words: [profile.zones.flatMap { $1.words(for: $0) }])
    items = Vocabulary(ids: profile.items.map(\.id), words: [profile.items.flatMap { $0.label.words(for: $0.id) }])
  }

  /// The id of the kind that a word means; the word itself where it means none.
  package func kind(_ word: String) -> String { kinds[word] ?? word }
  package func tieKind(_ word: String) -> String { tieKinds[word] ?? word }
  package func zone(_ word: String) -> String { zones[word] ?? word }
  package func item(_ word: String) -> String { items[word] ?? word }
}

extension Phrase {
  fileprivate func words(for id: String) -> [(word: String, id: String)] { [(en, id), (zh, id)] }
}
