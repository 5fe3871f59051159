import KesiCluster
import KesiNetwork

/// A word that tables use, explained for those who have to act on it.
public struct GlossaryEntry: Sendable, Equatable {
  public enum Topic: String, Term {
    case word, gap, chain, actor, tie, network, column, result, setting

    public var chinese: [String] {
      switch self {
      case .word: ["基本概念"]
      case .gap: ["薄弱环节"]
      case .chain: ["产业链指数"]
      case .actor: ["主体指标"]
      case .tie: ["联系指标"]
      case .network: ["网络指标"]
      case .column: ["数据表的列"]
      case .result: ["结果表的列"]
      case .setting: ["设置与选项"]
      }
    }

    public var label: Phrase {
      let english =
        switch self {
        case .word: "vocabulary"
        case .gap: "gap"
        case .chain: "chain index"
        case .actor: "measure of actors"
        case .tie: "measure of ties"
        case .network: "measure of networks"
        case .column: "column of tables"
        case .result: "column of results"
        case .setting: "setting or option"
        }
      return Phrase(english, zh: chinese[0])
    }
  }

  /// As columns and options have it.
  public let id: String
  public let topic: Topic
  public let name: Phrase
  /// Other words that mean it.
  let aliases: [String]
  public let definition: Phrase
  /// How to read a value, and what not to read into it; of a column, how to fill it in.
  public let advice: Phrase
  /// What to type or to fill in: for those who work with Kesi, not for those who read its page.
  public let usage: Phrase?
  public let example: Phrase?
  /// In which tables and columns it stands; nil for measures, which are results.
  public let tables: String?
  /// The words that a column may hold: the code that tables have, and what it is called in Chinese.
  public let values: [Phrase]
  /// Where it comes from; nil where it is Kesi's own.
  public let source: String?

  init(
    _ id: String, _ topic: Topic, _ name: Phrase, or aliases: [String] = [], _ definition: Phrase, advice: Phrase,
    usage: Phrase? = nil, example: Phrase? = nil, tables: String? = nil, values: [Phrase] = [], source: String? = nil
  ) {
    self.id = id
    self.topic = topic
    self.name = name
    self.aliases = aliases
    self.definition = definition
    self.advice = advice
    self.usage = usage
    self.example = example
    self.tables = tables
    self.values = values
    self.source = source
  }

  /// An entry of the catalogue.
  init(
    _ explanation: Explanation, _ topic: Topic, tables: String? = nil, example: Phrase? = nil, values: [Phrase] = []
  ) {
    self.init(
      explanation.id, topic, explanation.name, or: explanation.aliases, explanation.definition,
      advice: explanation.advice, usage: explanation.usage, example: example, tables: tables, values: values,
      source: explanation.source)
  }

  /// The advice with what to type.
  public var adviceAndUsage: Phrase {
    guard let usage else { return advice }
    return Phrase(advice.en + " " + usage.en, zh: advice.zh + usage.zh)
  }

  /// The entry as text, a few lines.
  public func text(in language: Language) -> String {
    var lines =
      language == .zh
      ? [name.zh + (name.zh == id ? "" : "（\(id)）") + " · \(topic.label.zh)"]
      : [name.en + (name.en == id ? "" : " (\(id))") + " · \(name.zh) · \(topic.label.en)"]
    lines += [definition(language), adviceAndUsage(language)]
    func add(_ label: Phrase, _ text: String?) {
      if let text { lines.append(label(language) + text) }
    }
    add(Phrase("Example: ", zh: "例："), example?(language))
    add(Phrase("In tables: ", zh: "所在表列："), tables.map { language == .zh ? $0.fullWidth : $0 })
    let words = values.map { language == .zh ? "\($0.zh)（\($0.en)）" : "\($0.en) (\($0.zh))" }
    add(Phrase("Values: ", zh: "取值："), words.isEmpty ? nil : words.joined(separator: language == .zh ? "、" : ", "))
    add(Phrase("Source: ", zh: "出处："), source)
    return lines.joined(separator: "\n  ") + "\n"
  }

  /// Whether a word, in the spelling of keys, is its id, its name or an alias.
  fileprivate func isCalled(_ key: String) -> Bool {
    id == key || ([name.en, name.zh] + aliases).contains { $0.glossaryKey == key }
  }
}

public enum Glossary {
  /// All entries: the vocabulary, gaps, the parts of the chain index, measures of actors, of ties, of networks, columns,
  /// settings.
  public static let entries: [GlossaryEntry] =
    wordEntries + gapEntries + chainEntries + actorEntries + tieEntries + networkEntries + columnEntries
    + resultEntries + settingEntries + consortiumEntries

  /// The entry of a word that comes first: that of the id where there is one.
  public static func entry(for word: String) -> GlossaryEntry? {
    entries(for: word).first
  }

  /// The entries of a word: its id, its name in either language, another word for it, a plural of these; a word that a
  /// column may hold where there are none. The entry whose id it is comes first.
  public static func entries(for word: String) -> [GlossaryEntry] {
    let key = word.glossaryKey
    let keys = [key] + key.singulars
    let found = entries.filter { entry in keys.contains(where: entry.isCalled) }
    guard found.isEmpty else { return found.filter { $0.id == key } + found.filter { $0.id != key } }
    return entries.filter { $0.values.contains { $0.en.glossaryKey == key || $0.zh == key } }
  }

  /// Ids near a word that has no entry: those that hold it, or that it holds. A letter or two are in every word and say
  /// nothing; a Chinese character does.
  public static func near(_ word: String) -> [String] {
    let key = word.glossaryKey
    func says(_ part: String) -> Bool {
      part.unicodeScalars.count > 2 || part.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
    return entries.filter { entry in
      [entry.id, entry.name.en.glossaryKey, entry.name.zh].contains {
        says(key) && $0.contains(key) || says($0) && key.contains($0)
      }
    }.map(\.id)
  }
}

extension String {
  /// Lists and brackets as Chinese text has them.
  package var fullWidth: String {
    [("every table", "各表"), (" (", "（"), (")", "）"), ("; ", "；"), (", ", "、")].reduce(self) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// As ids are spelled: lower case, with underscores for spaces and hyphens.
  fileprivate var glossaryKey: String {
    String(String.UnicodeScalarView(lowercased().unicodeScalars.map { $0 == " " || $0 == "-" ? "_" : $0 }))
  }

  /// What it may be the plural of.
  fileprivate var singulars: [String] {
    guard hasSuffix("s") else { return [] }
    var words = [String(dropLast())]
    if hasSuffix("es") { words.append(String(dropLast(2))) }
    if hasSuffix("ies") { words.append(String(dropLast(3)) + "y") }
    return words
  }
}
