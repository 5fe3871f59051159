import ArgumentParser
import KesiCluster
import KesiFormats

struct GapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Lists every gap of a network with its evidence, the worst first.",
    discussion: """
      Each gap has a severity from 0 to 1; levels: critical from 0.75 on, high from 0.5, medium from 0.25, else low.
      `kesi explain KIND` says what a kind means. Kinds of gaps:
      \(GapKind.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        kesi gaps graphs/wenzhou
        kesi gaps graphs/suzhou --lang zh --format table
        kesi gaps graphs/suzhou --fail-on critical --quiet -o gaps.csv
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: "End with status 1 if there is a gap of this level or worse: low, medium, high or critical.")
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

/// Where ties or draws are too few to tell, that is said, not hidden.
private func sayWhatCannotBeJudged(_ survey: GapSurvey, _ language: Language) throws {
  let unjudged = try survey.unjudged()
  let chains = unjudged.chains.map { survey.graph.network.chains[$0].name(in: language) }
  if !chains.isEmpty {
    Console.say(
      Phrase(
        "These chains have too few ties to tell whether they are thin: \(chains.joined(separator: ", ")).",
        zh: "以下产业链的联系太少，无法判断链内联系是否稀疏：\(chains.joined(separator: "、"))。")(language))
  }
  if unjudged.pairs > 0 {
    Console.say(
      Phrase(
        "Of \(counted(unjudged.allPairs, "pair")) of zones or chains, \(unjudged.pairs) \(unjudged.pairs == 1 ? "has" : "have") too few ties to tell whether there is a structural hole.",
        zh: "在 \(unjudged.allPairs) 对片区或产业链中，有 \(unjudged.pairs) 对的联系太少，无法判断两者之间是否存在结构洞。")(language))
  }
  if let draws = unjudged.drawsNeeded {
    Console.say(
      Phrase(
        "So many pairs are tested that this number of draws is too small to tell. Use --draws \(draws) or more.",
        zh: "检验的组对较多，现有抽样数不足以作出判断。请用 --draws \(draws) 或更大的数。")(language))
  }
}

extension GapLevel: ExpressibleByArgument {}
