import ArgumentParser
import KesiFormats
import KesiMeasures
import KesiReport

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes one HTML file with everything: map, chains, gaps, remedies, measures.",
    discussion: """
      The file loads nothing from elsewhere: it can be mailed, opened offline and printed on A4. It holds both languages;
      --lang says in which it opens. Writing it needs the Debian package node-d3, whose script goes into the file.

      Examples:
        kesi report graphs/suzhou -o suzhou.html
        kesi report graphs/wenzhou -o wenzhou.html --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, whole or not at all. Default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption

  private enum Page: String { case html }

  func validate() throws {
    let word = output.flatMap { FileEnding(of: $0)?.word }
    try Outputs.checkEnding(
      of: output, known: ".html or .htm", byEnding: word == "html" || word == "htm" ? Page.html : nil, fallback: true,
      hasFormat: false)
  }

  func run() throws {
    try Outputs.check([output], networks: [input.network])
    let network = try input.read(in: language.lang, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, chance, asOf: today.asOf)
    let report = try Report(of: analysis, language: language.lang, version: Kesi.configuration.version)
    let bytes = try report.html()
    try Console.write(bytes, to: output)
  }
}
