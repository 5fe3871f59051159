import ArgumentParser
import KesiCluster
import KesiFormats

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Lists every gap of a network, the worst first.",
    discussion: """
      Kinds of gaps: \(GapKind.allCases.map(\.rawValue).joined(separator: ", ")).
      Levels: critical from 0.75 on, high from 0.5, medium from 0.25, low.

      Examples:
        kesi gaps graphs/wenzhou
        kesi gaps graphs/suzhou --lang zh --format table
        kesi gaps graphs/suzhou --fail-on critical --quiet -o gaps.csv
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: "End with status 1 when a gap of this level or worse exists: low, medium, high or critical.")
  var failOn: GapLevel?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func run() throws {
    let language = output.language.lang
    let survey = try selection.survey(of: input.read(in: language, threads: selection.threads).network)
    let gaps = try survey.gaps()
    try output.write(.gaps(gaps, of: survey.graph.network, in: language))
    if let failOn, gaps.contains(where: { $0.level >= failOn }) { throw ExitCode(1) }
  }
}

extension GapLevel: ExpressibleByArgument {}
