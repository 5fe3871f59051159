import ArgumentParser
import KesiCluster
import KesiFormats

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a measure, a gap or a part of the chain index: what it is, how to read it, its source.",
    discussion: """
      Words are those of columns and options, or names in either language; the answer is text, or a table with --format.
      Without a word all are listed.

      Examples:
        kesi explain betweenness
        kesi explain 结构洞 --lang zh
        kesi explain --topic gap --format markdown
      """)

  @Argument(help: "Words to explain.")
  var words: [String] = []

  @Option(help: "All words of a topic: gap, chain, actor, tie or network.")
  var topic: GlossaryEntry.Topic?

  @OptionGroup var output: TableOutput

  /// Words are answered by text unless a table is asked for.
  private var isTable: Bool { words.isEmpty || output.format != nil || output.output.map { $0 != "-" } == true }

  func validate() throws {
    if topic != nil, !words.isEmpty { throw ValidationError("--topic lists a whole topic; leave out the words.") }
    try GivenOptions.refuse(
      "--sort", "--top", "--excel", "--headers", unless: isTable, because: "is for tables: add --format")
  }

  func run() throws {
    let language = output.lang
    try Outputs.check([output.output], networks: [])
    var entries = try words.map(entry)
    if words.isEmpty { entries = Glossary.entries.filter { topic == nil || $0.topic == topic } }
    if isTable { return try output.write(.glossary(entries, in: language)) }
    try Console.write(entries.map { text(of: $0, in: language) }.joined(separator: "\n").utf8)
  }

  private func entry(_ word: String) throws -> GlossaryEntry {
    if let entry = Glossary.entry(for: word) { return entry }
    let near = Glossary.near(word).prefix(8).joined(separator: ", ")
    throw UnknownWord(
      Phrase(
        "“\(word)” is not explained here. " + (near.isEmpty ? "`kesi explain` lists all words." : "Near it: \(near)."),
        zh: "没有“\(word)”的说明。" + (near.isEmpty ? "可用 kesi explain 列出全部词条。" : "相近词条：\(near)。")))
  }

  private func text(of entry: GlossaryEntry, in language: Language) -> String {
    let name = entry.name(language)
    let other = entry.name(language == .zh ? .en : .zh)
    var text = "\(name) (\(entry.id)) · \(other) · \(entry.topic.label(language))\n"
    text += "  \(entry.definition(language))\n  \(entry.advice(language))\n"
    if let source = entry.source { text += "  \(Phrase("Source", zh: "出处")(language)): \(source)\n" }
    return text
  }
}

extension GlossaryEntry.Topic: ExpressibleByArgument {}
