import ArgumentParser
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a network in another format; the ending of -o says which.",
    discussion: """
      Formats:
      \(formats)
      A folder is named with a slash at its end, or is one that is there and empty; nothing that is there is written over.
      What a format cannot hold is said. With --layers, --from or --to only that part of the network is written; --chain,
      --zone and --kind are for lists of ties.

      Examples:
        kesi convert graphs/suzhou -o suzhou.kesi
        kesi convert graphs/suzhou --from 2021 --to 2022 -o then.kesi
        kesi convert ties.txt -o ties.kesi && kesi metrics ties.kesi --measure pagerank
        kesi convert graphs/suzhou --layers consortia -o shared.csv
        kesi convert suzhou.kesi -o tables/
        kesi convert graphs/suzhou -o suzhou.json --dialect d3
        kesi convert graphs/suzhou -o gephi/ --dialect gephi
        kesi convert graphs/suzhou -o 苏州.xlsx --lang zh
        kesi convert graphs/suzhou -o 表格/ --headers zh --excel
      """)

  /// What can be written, a line a format.
  private static var formats: String {
    Format.all.filter { $0.writer != nil }.map { format in
      let endings = format.endings.isEmpty ? [format.dialectEnding].compactMap(\.self) : format.endings
      let names = format.isFolder ? "FOLDER/" : endings.map { "." + $0 }.joined(separator: ", ")
      return "  \(names)\(String(repeating: " ", count: max(1, 12 - names.count)))\(format.output)"
    }.joined(separator: "\n")
  }

  @OptionGroup var input: NetworkInput

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file or folder, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var language: LanguageOption

  @Option(
    help:
      "Heads of columns and words for codes in tables: en, or zh for all in Chinese. Default: en in a folder, --lang in a workbook. Either is read."
  )
  var headers: ResultTable.Words?

  @Flag(help: "Tables that begin with a byte order mark, so that Excel shows Chinese correctly.")
  var excel = false

  @Option(
    help: ArgumentHelp(
      "Which of several forms of such a file: \(Format.dialects.joined(separator: ", ")). Default: node-link for .json, the tables of Kesi for a folder.",
      valueName: "form"))
  var dialect: String?

  @OptionGroup var meta: MetaOption

  /// What can be asked for by the name of the output.
  private static var endings: String { "\(Format.writtenEndings), or / for a folder of tables" }

  func validate() throws {
    if output == "-" { throw ValidationError("-o -: name a file, whose ending tells the format: \(Self.endings).") }
    let (format, writer) = try target()
    let isWhole = if case .network = writer { true } else { false }
    let name = format.name.en
    try GivenOptions.refuse(
      "--projection", "--directed", "--undirected", unless: !isWhole,
      because: "is not part of a \(name): it holds ties and memberships as they are; say it when it is read")
    // A file of some of the actors would be judged as if it were all of them.
    try GivenOptions.refuse(
      "--chain", "--zone", "--kind", unless: !isWhole,
      because: "leaves actors out, and a \(name) is judged as a whole; say it when it is read")
    try GivenOptions.refuse(
      "--headers", unless: format.heeds.contains(.language), because: "changes nothing of a \(name)")
    try GivenOptions.refuse(
      "--excel", unless: format.heeds.contains(.spreadsheets), because: "changes nothing of a \(name)")
    try GivenOptions.refuse("--weighted", because: "changes nothing here: weights are written as they are")
  }

  func run() throws {
    let (format, writer) = try target()
    try Outputs.check(
      [Origin.place(beside: output, isFolder: format.isFolder), format.isFolder ? nil : output],
      folder: format.isFolder ? output : nil,
      networks: [input.network])
    let network = try input.readAsIs(in: language.lang, threads: selection.threads).network
    switch writer {
    case .network(let write):
      let part = try part(of: network)
      input.say(Losses(of: part, in: format).sentence, in: language.lang)
      try write(
        part, output, Wording(format, language.lang, headers, excel: excel), Parallel(threads: selection.threads))
    case .graph(let write):
      let graph = try selection.analysis(of: network).graph
      input.say(Losses(of: graph, in: format).sentence, in: language.lang)
      try write(graph, output)
    }
    try Console.write([Origin.file(beside: output, isFolder: format.isFolder)].compactMap(\.self))
  }

  /// What is to be written, and how.
  private func target() throws -> (format: Format, writer: Format.Writer) {
    if let dialect {
      guard Format.dialects.contains(dialect) else {
        throw ValidationError(
          "--dialect \(dialect): there is no such form. Known are \(Format.dialects.joined(separator: ", ")).")
      }
      guard let target = Format.writing(to: output, as: dialect) else {
        throw ValidationError("--dialect \(dialect) is no form of \(output). Name another file, or leave it out.")
      }
      return target
    }
    guard let target = Format.writing(to: output) else {
      throw Outputs.unknownEnding(of: output, known: Self.endings, hasFormat: false)
    }
    return target
  }

  /// What was selected of the network; all of it where nothing was.
  private func part(of network: Network) throws -> Network {
    let selecting = ["--layers", "--from", "--to"]
    guard selecting.contains(where: GivenOptions.all.contains) else { return network }
    return try network.part(
      of: selection.selection(of: network).layers, during: selection.period, threads: selection.threads)
  }
}

extension Wording {
  /// As the options of a command ask for it.
  init(_ format: Format, _ language: Language, _ headers: ResultTable.Words?, excel: Bool) {
    self.init(for: format, language)
    if let headers { self.language = headers == .chinese ? .zh : .en }
    isForSpreadsheets = excel
  }
}
