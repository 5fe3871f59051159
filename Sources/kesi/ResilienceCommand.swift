import ArgumentParser
import KesiCluster

struct ResilienceCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "resilience",
    abstract: "Shows what breaks when actors are lost: each alone, or one after the other.",
    discussion: """
      By default one row for each actor, the worst first: how many would be cut off, how many would have no partner left,
      which chain would suffer most. Harm is the larger of two numbers: the share of pairs that are disconnected, and the
      fall of a chain's index.

      With --removal actors are lost one after the other: at random (the mean of many runs), those with most ties first,
      or those with most betweenness first. R is the mean share of all actors in the largest part (Schneider 2011): near
      0 where all depends on a few, 0.5 at best. Up to \(Analysis.mostRecomputed) actors, betweenness is computed again after each loss.

      Examples:
        kesi resilience graphs/consortium --top 5
        kesi resilience graphs/park --removal
        kesi resilience graphs/suzhou --removal --curve -o curve.csv
        kesi what-if graphs/consortium --remove ROB1 --cascade      one loss in depth
      """)

  @OptionGroup var input: NetworkInput

  @Flag(help: "Lose actors one after the other, at random and by attack.")
  var removal = false

  @Flag(help: "With --removal: print the whole curve, one row for each loss.")
  var curve = false

  @Option(parsing: .unconditional, help: "Number of random runs.")
  var runs = 100

  @Option(parsing: .unconditional, help: "Random seed.")
  var seed = 1

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    guard (1...100_000).contains(runs) else { throw ValidationError("--runs should be from 1 to 100,000.") }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
    if curve, !removal { throw ValidationError("--curve needs --removal.") }
    try GivenOptions.refuse("--runs", "--seed", unless: removal, because: "goes with --removal")
    try selection.refuseWeightsAndDirection()
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, seed: seed)
    input.say(analysis.tiesNotAssessedNote, analysis.partNote, in: language)
    let isJudged = analysis.tiesNotAssessedNote == nil
    guard removal else {
      return try output.write(.dependences(analysis.dependences(), of: network, isJudged: isJudged, in: language))
    }
    let studies = try analysis.removalStudies(runs: runs)
    try output.write(
      curve
        ? .removalCurves(isJudged ? studies : [], of: network, in: language)
        : .resilience(studies, of: network, isJudged: isJudged, in: language))
  }
}
