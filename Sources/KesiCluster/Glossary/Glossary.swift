/// A word that tables use, explained for those who have to act on it.
public struct GlossaryEntry: Sendable, Equatable {
  public enum Topic: String, Term {
    case gap, chain, actor, tie, network

    public var chinese: [String] {
      switch self {
      case .gap: ["断点"]
      case .chain: ["产业链"]
      case .actor: ["主体指标"]
      case .tie: ["联系指标"]
      case .network: ["网络指标"]
      }
    }
  }

  /// As columns and options have it.
  public let id: String
  public let topic: Topic
  public let name: Phrase
  public let definition: Phrase
  /// How to read a value, and what not to read into it.
  public let advice: Phrase
  /// Where it comes from; nil where it is Kesi's own.
  public let source: String?

  init(
    _ id: String, _ topic: Topic, _ name: Phrase, _ definition: Phrase, advice: Phrase, source: String? = nil
  ) {
    self.id = id
    self.topic = topic
    self.name = name
    self.definition = definition
    self.advice = advice
    self.source = source
  }
}

public enum Glossary {
  /// All entries: gaps, the parts of the chain index, measures of actors, of ties, of networks.
  public static let entries = gapEntries + chainEntries + actorEntries + tieEntries + networkEntries

  /// The entry of a word: its id, or its name in either language; nil where there is none.
  public static func entry(for word: String) -> GlossaryEntry? {
    let lowered = word.lowercased()
    let spelled = String(lowered.map { $0 == " " || $0 == "-" ? "_" : $0 })
    return entries.first { $0.id == spelled }
      ?? entries.first { $0.name.en.lowercased() == lowered || $0.name.zh == word }
  }

  /// Ids near a word that has no entry: those that hold it, or that it holds.
  public static func near(_ word: String) -> [String] {
    let lowered = word.lowercased()
    return entries.filter {
      $0.id.contains(lowered) || lowered.contains($0.id) || $0.name.en.lowercased().contains(lowered)
        || $0.name.zh.contains(word)
    }.map(\.id)
  }
}
