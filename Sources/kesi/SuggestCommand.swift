import ArgumentParser
import KesiCluster
import KesiFormats

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggests ties that would raise the chain index most.",
    discussion: """
      Ties are chosen one after the other, each the one that adds most once those before it are there. The gain is the
      index computed anew: `kesi what-if --add A:B` shows the same. Pairs can be limited to kinds and zones.

      Examples:
        kesi suggest graphs/suzhou --ties 5
        kesi suggest graphs/suzhou --for biomedicine --pairs college:enterprise --lang zh
        kesi suggest graphs/suzhou --across-zones --format json
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: "At most so many ties.")
  var ties = 5

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Raise the index of this chain, not the mean of all.", valueName: "chain"))
  var chain: String?

  @Option(help: ArgumentHelp("Only pairs of these two kinds.", valueName: "kind:kind"))
  var pairs: String?

  @Flag(help: "Only pairs from two zones.")
  var acrossZones = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    guard (1...1000).contains(ties) else { throw ValidationError("--ties should be from 1 to 1000.") }
    if let pairs, pairs.split(separator: ":").count != 2 { throw ValidationError("--pairs should be KIND:KIND.") }
  }

  func run() throws {
    let language = output.language.lang
    let network = try input.read(in: language, threads: selection.threads).network
    let survey = try selection.survey(of: network)
    var goal = SuggestionGoal.allChains
    if let chain { goal = .chain(try network.chain(called: chain, of: "--for")) }
    let kinds = pairs.map { $0.split(separator: ":").map { network.profile.kindID(of: String($0)) } }
    let suggestions = try survey.suggestions(ties, goal: goal) { a, b in
      let (x, y) = (network.actors[a], network.actors[b])
      if acrossZones, x.zone == y.zone { return false }
      guard let kinds else { return true }
      return [x.kind, y.kind] == kinds || [y.kind, x.kind] == kinds
    }
    if suggestions.isEmpty, !input.quiet {
      Console.say(
        Phrase(
          network.chains.isEmpty
            ? "The network has no chains whose index a tie could raise."
            : "No tie among these pairs would raise the index.",
          zh: network.chains.isEmpty ? "网络中没有产业链，无从提高指数。" : "这些主体之间没有能提高指数的联系。")(language))
    }
    try output.write(.suggestions(suggestions, of: network, in: language))
  }
}
