/// A text in the languages Kesi speaks.
public struct Phrase: Sendable, Equatable, Hashable {
  public let en: String
  public let zh: String

  public init(_ en: String, zh: String) {
    self.en = en
    self.zh = zh
  }

  public func callAsFunction(_ language: Language) -> String { language == .zh ? zh : en }
}

/// A language of tables, pictures and messages.
public enum Language: String, Sendable, CaseIterable {
  case en, zh
}

extension Phrase {
  /// Sentences one after the other.
  package init(sentences: [Phrase]) {
    self.init(sentences.map(\.en).joined(separator: " "), zh: sentences.map(\.zh).joined())
  }
}
