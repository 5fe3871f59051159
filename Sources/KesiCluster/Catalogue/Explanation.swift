import KesiNetwork

/// What a word of Kesi's means, for those who have to act on it: what every entry of a catalogue has besides what it does.
/// The glossary, the page and the heads of tables take their words from here.
public struct Explanation: Sendable, Equatable {
  /// As columns and options have it.
  public let id: String
  public let name: Phrase
  /// Other words that mean it.
  public let aliases: [String]
  public let definition: Phrase
  /// How to read a value, and what not to read into it.
  public let advice: Phrase
  /// What to type or to fill in: for those who work with Kesi, not for those who read its page.
  public let usage: Phrase?
  /// Where it comes from; nil where it is Kesi's own.
  public let source: String?

  package init(
    _ id: String, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, _ advice: Phrase,
    usage: Phrase? = nil, source: String? = nil
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.advice = advice
    self.usage = usage
    self.source = source
  }
}
