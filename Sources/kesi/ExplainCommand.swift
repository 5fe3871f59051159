import ArgumentParser
import KesiCluster
import KesiNetwork
import KesiResults

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a word: a measure, a gap, a column, a setting, a word of the vocabulary.",
    discussion: """
      Each entry says what the word means, how to read it, in which table it stands and where it comes from. Words are
      those of columns and options, or names in either language, in the singular or plural. The answer is text, or a
      table with --format. Without a word all entries are listed.

      Examples:
        kesi explain betweenness
        kesi explain 结构洞 --lang zh
        kesi explain role level outcome
        kesi explain --topic gap --format markdown
      """)

  @Argument(help: "Words to explain.")
  var words: [String] = []

  @Option(help: "List the words of a topic: word, gap, chain, actor, tie, network, column, result or setting.")
  var topic: GlossaryEntry.Topic?

  @OptionGroup var output: TableOutput

  /// Words are answered by text unless a table is asked for.
  private var isTable: Bool { words.isEmpty || output.format != nil || output.output.map { $0 != "-" } == true }

  func validate() throws {
    if topic != nil, !words.isEmpty { throw ValidationError("--topic lists a whole topic; leave out the words.") }
    try GivenOptions.refuse(
      "--sort", "--top", "--excel", "--headers", "--meta", unless: isTable, because: "is for tables: add --format")
  }

  func run() throws {
    let language = output.lang
    if isTable { try output.check(networks: []) }
    var entries = try words.flatMap(entries)
    if words.isEmpty { entries = Glossary.entries.filter { topic == nil || $0.topic == topic } }
    if isTable { return try output.write(.glossary(entries, in: language)) }
    try Console.write(entries.map { $0.text(in: language) }.joined(separator: "\n").utf8)
  }

  private func entries(_ word: String) throws -> [GlossaryEntry] {
    let found = Glossary.entries(for: word)
    guard found.isEmpty else { return found }
    let near = Glossary.near(word).prefix(8)
    throw UnknownWord(
      Phrase(
        "“\(word)” has no entry. "
          + (near.isEmpty
            ? "Run `kesi explain` to list all words." : "Similar words: \(near.joined(separator: ", "))."),
        zh: "没有“\(word)”这一词条。"
          + (near.isEmpty ? "运行 kesi explain 可列出全部词条。" : "相近的词条：\(near.joined(separator: "、"))。")))
  }
}

extension GlossaryEntry.Topic: ExpressibleByArgument {}
