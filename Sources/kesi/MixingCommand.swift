import ArgumentParser
import KesiCluster
import KesiFormats

struct MixingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mixing",
    abstract: "Tells who works with whom: ties across kinds, zones and chains, beside what chance gives.",
    discussion: """
      Tables (--show):
        pairs   ties inside each group and between each two, expected from networks of the same degrees, z, p (default)
        square  the same as a matrix
        index   the E-I index by kind and by zone: −1 all ties within, 1 all across; p from groups dealt out at random
        roles   how often each group brokers as coordinator, consultant, gatekeeper, representative, liaison (Gould and
                Fernandez), beside what the same open paths would give if groups were dealt out at random
        helix   T(uig), university–industry–government, for the network, each chain and zone: below 0 they work in
                concert, at 0 or above each for itself (Leydesdorff)

      Examples:
        kesi mixing graphs/suzhou --by zone --show square
        kesi mixing graphs/suzhou --show index --lang zh
        kesi mixing graphs/consortium --show roles --by kind
      """)

  enum Table: String, CaseIterable, ExpressibleByArgument { case pairs, square, index, roles, helix }

  @OptionGroup var input: NetworkInput

  @Option(help: "The groups: kind, zone or chain.")
  var by: Grouping = .kind

  @Option(help: "The table: pairs, square, index, roles or helix.")
  var show: Table = .pairs

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if show == .roles, by == .chain { throw ValidationError("--show roles goes by kind or zone: chains overlap.") }
    try selection.refuseWeights()
    if show == .pairs || show == .square || show == .index { try selection.refuseDirection() }
    try GivenOptions.refuse(
      "--by", unless: show != .index && show != .helix, because: "changes nothing: --show \(show) has groups of its own"
    )
    try GivenOptions.refuse(
      "--draws", "--seed", unless: show != .roles && show != .helix,
      because: "changes nothing: --show \(show) draws nothing")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let survey = try selection.survey(of: network, chance)
    func mixing() throws -> [MixingPair] {
      let pairs = try survey.mixing(by: by)
      if !input.quiet, let shortage = pairs.first?.shortage { Console.say(shortage.explanation(language)) }
      return pairs
    }
    let table: ResultTable =
      switch show {
      case .pairs: .mixing(try mixing(), of: network, in: language)
      case .square: .mixingSquare(try mixing(), of: network, in: language)
      case .index: .externalInternal(try survey.externalInternalTests(), of: network, in: language)
      case .roles: .brokerRoles(try survey.brokerRoles(by: by), of: network, in: language)
      case .helix: .tripleHelices(survey.tripleHelices(), of: network, in: language)
      }
    try output.write(table)
  }
}

extension Grouping: ExpressibleByArgument {}
