import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMeasures

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

  /// Beyond so many actors betweenness is estimated, and the page says so.
  private static let mostExact = 5000
  private static let sample = 256

  func run() throws {
    let network = try input.read(in: language.lang, threads: selection.threads).network
    let survey = try selection.survey(of: network, chance)
    var options = MeasureOptions()
    if survey.graph.actors.count > Self.mostExact { options.sample = Self.sample }
    let report = try Report(
      of: survey, selection.context(of: survey.graph, options), language: language.lang,
      version: Kesi.configuration.version)
    let bytes = try report.html()
    if let output { try AtomicFile.write(bytes, to: output) } else { try Console.write(bytes) }
  }
}
