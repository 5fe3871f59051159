import ArgumentParser
import KesiCluster
import KesiConsortium
import KesiNetwork
import KesiResults

struct MatchCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Matches what actors offer with what others need, and says why.",
    discussion: """
      Supplies and demands stand in supplies.csv and demands.csv: actor, item, quantity, level. Where there are none, those
      who provide for a chain are matched with those who demand in it, by positions. A pair is scored by its item, the
      quantity, the level and how plausible the two are as partners; as much as can be is matched, at the greatest total
      score, and what is left is listed. Pairs that differ too much (least_match in network.yml) are not matched.

      With --for the table has everybody whom an actor could be matched with, the best first: also for the parts of an
      actor, such as the professional groups of a college.

      Examples:
        kesi match graphs/majors
        kesi match graphs/majors --for C1 --top 5 --lang zh
        kesi match graphs/majors --chain vehicles --format csv
        kesi match graphs/park --stable -o matches.xlsx
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("List the partners for this actor and its parts, matched or not.", valueName: "actor"))
  var actor: String?

  @Flag(help: "Match by whom both sides rank (column preferences): stable, and best for suppliers.")
  var stable = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeightsAndDirection()
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network)
    let actors = try actor.map { network.withParts(of: [try network.actor(called: $0)]) }
    let matching = try Matching(of: analysis, stable: stable)
    input.say(matching.note(in: network), in: language)
    guard let actors else { return try output.write(.matches(matching, of: network, in: language)) }
    let pairs = try matching.candidates(of: actors)
    if pairs.isEmpty {
      input.say(
        Phrase(
          "It offers and needs nothing that anyone could be matched with.", zh: "该单位没有可与他人匹配的供给或需求。"), in: language)
    }
    try output.write(.candidates(pairs, matching, of: network, in: language))
  }
}
