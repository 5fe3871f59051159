import KesiNetwork

extension NetworkReader {
  /// Tables of more actors are not looked through: it would cost more than it helps.
  private static let mostActors = 1_000_000

  /// Says which ids and names differ only in capitals, or in zeros at the start of a number: they may be slips, and stay
  /// apart.
  ///
  /// - Parameter file: what messages call the table that names the actors.
  /// - Complexity: O(bytes of ids and names + n log n) for n of them.
  func remarkNearlySameNames(in file: String) {
    guard network.actors.count <= Self.mostActors else { return }
    // Hashes tell which words may be alike, with no text kept: of a million hardly any.
    let hashes = network.actors.flatMap { actor in actor.words.map(\.withoutCapitalsAndZeros.hashValue) }.sorted()
    let shared = Set(zip(hashes, hashes.dropFirst()).lazy.filter { $0 == $1 }.map(\.0))
    guard !shared.isEmpty else { return }
    var seen: [String: (actor: Int, word: String)] = [:]
    var pairs: [(String, String)] = []
    for (place, actor) in network.actors.enumerated() {
      for word in actor.words {
        let plain = word.withoutCapitalsAndZeros
        guard shared.contains(plain.hashValue) else { continue }
        guard let other = seen[plain] else {
          seen[plain] = (place, word)
          continue
        }
        if other.actor != place, other.word.folded != word.folded { pairs.append((other.word, word)) }
      }
    }
    guard !pairs.isEmpty else { return }
    func list(_ language: Language) -> String {
      pairs.listed(most: 5, in: language, by: "对") { "\($0.0.shortened) – \($0.1.shortened)" }
    }
    remarks.append(
      Remark(
        .file(file),
        Phrase(
          "\(pairs.count.counted("pair")) of names \(pairs.count == 1 ? "differs" : "differ") only in capitals, or in zeros at the start, and \(pairs.count == 1 ? "counts" : "count") as two actors each: \(list(.en)). Write them alike where they are one.",
          zh: "有 \(pairs.count) 对名称仅大小写或开头的 0 不同，按不同主体处理：\(list(.zh))。如为同一主体，请统一写法。")))
  }
}

extension Actor {
  /// What it is called by: its id, and its name where that is another.
  fileprivate var words: [String] { name.isExactly(id) ? [id] : [id, name] }
}

extension String {
  /// A number without zeros at its start; any other text as it looks, in small letters.
  fileprivate var withoutCapitalsAndZeros: String {
    guard !utf8.isEmpty, utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return folded.lowercased() }
    let digits = utf8.drop { $0 == 0x30 }
    return digits.isEmpty ? "0" : String(decoding: Array(digits), as: UTF8.self)
  }
}
