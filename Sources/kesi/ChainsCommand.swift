import ArgumentParser
import KesiCluster
import KesiFormats

struct ChainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chains",
    abstract: "Weighs every industrial chain, the weakest first.",
    discussion: """
      The index, 0 to 1, is the weighted mean of coverage (required kinds that are present), depth (providers by level),
      redundancy (not one provider alone), cohesion (actors joined inside the chain, also without the busiest) and
      balance (ties across kinds, capacity against demand). Parts without data are left out and named.
      Strong from 2/3 on, weak below 1/3. Weights can be set in network.yml. The last column says where a chain ranks in
      nine of ten weightings when every weight varies by up to 20 %.

      Examples:
        kesi chains graphs/wenzhou
        kesi chains graphs/wenzhou --explain pump_valve       walks through the sum
        kesi chains graphs/wenzhou --lang zh --format markdown
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("Walk through the index of this chain.", valueName: "chain"))
  var explain: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeights()
    try selection.refuseDirection()
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let survey = try selection.survey(of: network, asOf: today.asOf)
    if survey.assessesNothing, !input.quiet, let note = survey.notAssessedNote { Console.say(note(language)) }
    if let explain {
      let chain = try network.chain(called: explain)
      return try output.write(.explanation(of: chain, survey, in: language))
    }
    try output.write(.chains(survey, gaps: survey.gaps(), in: language))
  }
}
