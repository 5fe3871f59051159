import KesiNetwork

/// What words of a column stand for, each looked up once; of the words beyond the first some hundred nothing is kept.
struct WordMeanings {
  private static let most = 1000
  private var words = NameTable()
  private var meanings: [String] = []

  func meaning(of word: UnsafeBufferPointer<UInt8>) -> String? { words.number(of: word).map { meanings[$0] } }

  mutating func keep(_ meaning: String, of word: String) {
    if meanings.count < Self.most, words.insert(word) == meanings.count { meanings.append(meaning) }
  }
}
