import ArgumentParser
import KesiFormats

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the tables that a network is made of.",
    discussion: """
      For programs that make or check such tables: an object with a list of rows for each table, and for each column its
      title, what it means, its type, the words it may hold and its bounds (JSON Schema, draft 2020-12). Values are what a
      cell of the CSV file holds.

      Examples:
        kesi schema
        kesi schema --lang zh -o tables.json
      """)

  @OptionGroup var language: LanguageOption

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, whole or not at all; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    let isJSON = output.flatMap { FileEnding(of: $0) }?.word == "json"
    try Outputs.checkEnding(of: output, known: ".json", isKnown: isJSON, fallback: false, hasFormat: false)
  }

  func run() throws {
    try Outputs.check([output], networks: [])
    try Console.write(TablesSchema(in: language.lang).text.utf8, to: output)
  }
}
