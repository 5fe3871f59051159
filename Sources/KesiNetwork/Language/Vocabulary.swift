/// The ids that words of tables mean: kinds, zones, words of closed lists. A word is compared as it is written, then as
/// ``Swift/StringProtocol/plainWord``.
package struct Vocabulary: Sendable {
  /// As they are written; a word that is looked up a million times is mostly one of these.
  private var written: [ExactText: String] = [:]
  /// By the plain word; nil where it would mean several.
  private var plain: [String: String?] = [:]

  /// - Parameter words: words with what they mean, rank by rank: a word means what it does in the first rank that has it,
  ///   and nothing where that rank has it twice. An id as it is written always means itself.
  package init(ids: some Sequence<String>, words ranks: [[(word: String, id: String)]]) {
    let ids = Array(ids)
    for id in ids { written[ExactText(id)] = id }
    for rank in [ids.map { (word: $0, id: $0) }] + ranks {
      var found: [String: String?] = [:]
      for (word, id) in rank {
        let key = word.plainWord
        guard !key.isEmpty else { continue }
        if let other = found[key], other.map({ !$0.isExactly(id) }) ?? true {
          found[key] = .some(nil)
        } else {
          found[key] = id
        }
      }
      plain.merge(found) { first, _ in first }
    }
    for (word, _) in ranks.joined() where written[ExactText(word)] == nil {
      if case .some(.some(let id)) = plain[word.plainWord] { written[ExactText(word)] = id }
    }
  }

  /// The id that a word means; nil where it means none, or could mean several.
  package subscript(word: String) -> String? { written[ExactText(word)] ?? plain[word.plainWord] ?? nil }
}
