import ArgumentParser
import KesiCluster
import KesiConsortium
import KesiFormats
import KesiNetwork
import KesiResults

struct ContributionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contribution",
    abstract: "Appraises what each member of a consortium carries, by a scheme of indicators.",
    discussion: """
      A scheme names indicators: columns of members.csv and actors.csv, and numbers of the network, such as what the cluster
      index would lose without a member. Each is scaled from 0 to 1, weighed, and added up to an index from 0 to 100. Ranks are
      told among all and among members of the same kind, with how firm they are where weights are somewhat different. What is
      not stated is left out with weights scaled up, and said.

      Without --scheme a scheme for an industry-education consortium is used, which --print-scheme prints.

      Examples:
        kesi contribution graphs/consortium --lang zh
        kesi contribution graphs/consortium --print-scheme > scheme.yml
        kesi contribution graphs/consortium --scheme scheme.yml -o 贡献评价.xlsx
      """)

  @OptionGroup var input: NetworkInput

  @OptionGroup var scheme: SchemeOption

  @Flag(help: "Print the default scheme as a file to change, and do nothing else.")
  var printScheme = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Whose members, but for observers. Default: the one with most members.", valueName: "id"))
  var consortium: String?

  @Option(parsing: .unconditional, help: "Random seed of the weights that are tried.")
  var seed = 1

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
    try GivenOptions.refuse(
      "--scheme", "--consortium", "--seed", "-o", "--output", "--format", "--sort", "--top", "--headers", "--excel",
      "--meta",
      unless: !printScheme, because: "does not go with --print-scheme, which prints a file: redirect it, > scheme.yml")
    try GivenOptions.refuse(
      "--chain", "--zone", "--kind", because: "is of no use here: members are appraised by all of the network")
  }

  func run() throws {
    if printScheme { return try Console.write(Array(StandardScheme.text.utf8)) }
    let language = output.lang
    try output.check(input, others: [scheme.scheme])
    let scheme = try scheme.read()
    let network = try input.readAsIs(in: language, threads: selection.threads).network
      .inCanonicalOrder(carrying: [.actors, .members])
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    let players = try Players(
      of: network.consortium(called: consortium), in: network, during: selection.period)
    let contribution = try analysis.contribution(of: players, by: scheme, seed: UInt64(seed))
    for note in contribution.notes { input.say(note, in: language) }
    try output.write(.contributions(contribution, of: network, in: language))
  }
}
