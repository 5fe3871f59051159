import ArgumentParser
import KesiFormats
import KesiNetwork
import KesiResults

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of the tables that a network is made of, or a page that tells of them.",
    discussion: """
      For programs that make or check such tables: an object with a list of rows for each table, and for each column its
      title, what it means, its type, the words it may hold and its bounds (JSON Schema, draft 2020-12). Values are what a
      cell of the CSV file holds.

      Pages (--page), in Markdown:
        columns      every column of the tables that you bring and of the tables of results
        headers      the words that heads and cells are understood by
        network-yml  every setting of network.yml, with an example
        exit-codes   how a run ends

      Examples:
        kesi schema
        kesi schema --lang zh -o tables.json
        kesi schema --page headers --lang zh
      """)

  enum Page: String, CaseIterable, ExpressibleByArgument {
    case columns, headers
    case networkFile = "network-yml"
    case exitCodes = "exit-codes"

    func text(in language: Language) -> String {
      switch self {
      case .columns: ReferencePage.columns(in: language)
      case .headers: ReferencePage.headers(in: language)
      case .networkFile: ReferencePage.networkFile(in: language)
      case .exitCodes: ExitStatus.page(in: language)
      }
    }
  }

  @Option(help: "Print a page in place of the schema: columns, headers, network-yml or exit-codes.")
  var page: Page?

  @OptionGroup var language: LanguageOption

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, whole or not at all; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    let ending = page == nil ? "json" : "md"
    let isKnown = output.flatMap { FileEnding(of: $0) }?.word == ending
    try Outputs.checkEnding(of: output, known: ".\(ending)", isKnown: isKnown, fallback: false, hasFormat: false)
  }

  func run() throws {
    try Outputs.check([output], networks: [])
    let text = page?.text(in: language.lang) ?? TablesSchema(in: language.lang).text
    try Console.write(text.utf8, to: output)
  }
}
