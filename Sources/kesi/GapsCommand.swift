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

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func run() throws {
    let language = output.language.lang
    let survey = try selection.survey(of: input.read(in: language, threads: selection.threads).network, chance)
    let gaps = try survey.gaps()
    if !input.quiet { try sayWhatCannotBeJudged(survey, language) }
    try output.write(.gaps(gaps, of: survey.graph.network, in: language))
    if let failOn, gaps.contains(where: { $0.level >= failOn }) { throw ExitCode(1) }
  }
}

/// A chain with few ties around it may be thin or not: that is said, not hidden.
private func sayWhatCannotBeJudged(_ survey: GapSurvey, _ language: Language) throws {
  let chains = try survey.unjudgedChains().map { survey.graph.network.chains[$0].name(in: language) }
  guard !chains.isEmpty else { return }
  Console.say(
    Phrase(
      "Too few ties to tell whether these chains are thin: \(chains.joined(separator: ", ")).",
      zh: "以下产业链联系过少，无法判断链内联系是否稀疏：\(chains.joined(separator: "、"))。")(language))
}

extension GapLevel: ExpressibleByArgument {}
