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

/// Where ties or draws are too few to tell, that is said, not hidden.
private func sayWhatCannotBeJudged(_ survey: GapSurvey, _ language: Language) throws {
  let unjudged = try survey.unjudged()
  let chains = unjudged.chains.map { survey.graph.network.chains[$0].name(in: language) }
  if !chains.isEmpty {
    Console.say(
      Phrase(
        "Too few ties to tell whether these chains are thin: \(chains.joined(separator: ", ")).",
        zh: "以下产业链联系过少，无法判断链内联系是否稀疏：\(chains.joined(separator: "、"))。")(language))
  }
  if unjudged.pairs > 0 {
    Console.say(
      Phrase(
        "Too few ties to tell whether there is a hole between \(unjudged.pairs) of \(unjudged.allPairs) pairs of zones or chains.",
        zh: "\(unjudged.allPairs) 对片区或产业链中，有 \(unjudged.pairs) 对联系过少，无法判断其间是否有结构洞。")(language))
  }
  if let shortage = unjudged.shortage { Console.say(shortage.explanation(language)) }
  if let draws = unjudged.drawsNeeded {
    Console.say(
      Phrase(
        "So many pairs are tested that none can stand out with these draws: use --draws \(draws) or more.",
        zh: "检验的组对较多，现有抽样数不足以作出判断：请使用 --draws \(draws) 或更多。")(language))
  }
}

extension GapLevel: ExpressibleByArgument {}
