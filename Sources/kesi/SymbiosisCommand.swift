import ArgumentParser
import KesiCluster
import KesiConsortium
import KesiNetwork
import KesiResults

struct SymbiosisCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "symbiosis",
    abstract: "Says in which mode ties, chains and the network live together, and which way that develops.",
    discussion: """
      Over time: point, intermittent, continuous or integrated, from the dates and kinds of ties. By who gains: parasitic,
      biased, asymmetric mutual or symmetric mutual, from the benefits of both sides. What is not stated is “not enough
      data”. `kesi explain organization` and `kesi explain behavior` tell the bounds, which network.yml can set.

      With --show evolution, equilibria or years: a model of two populations that grow and help or hold back each other
      (Lotka–Volterra), found in the yearly values of history.csv, with intervals of 95%; where it settles, and what would
      make it symmetric mutual. `kesi render --view phase` and `--view course` draw it.

      Examples:
        kesi symbiosis graphs/consortium
        kesi symbiosis graphs/park --show ties --lang zh -o 共生模式.xlsx
        kesi symbiosis graphs/park --show evolution
        kesi symbiosis graphs/park --show equilibria --subjects college,enterprise --format json
      """)

  @OptionGroup var input: NetworkInput

  enum Table: String, CaseIterable, ExpressibleByArgument {
    case modes, ties, evolution, equilibria, years

    var isOfHistory: Bool { self == .evolution || self == .equilibria || self == .years }
  }

  @Option(
    help:
      "The table: modes, of the network and its chains; ties, a row a pair of actors; of two populations of history.csv: evolution, the numbers of the model; equilibria, the states it can settle at; years, observed and by the model."
  )
  var show: Table = .modes

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Two subjects of history.csv. Default: the two that it has.", valueName: "A,B"))
  var subjects: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseDirection()
    try GivenOptions.refuse(
      "--weighted", "--projection",
      because:
        "changes nothing here: ties of shared consortia or chains state no mode, and all others count by their weights"
    )
    try GivenOptions.refuse(
      "--subjects", unless: show.isOfHistory, because: "goes with --show evolution, equilibria or years")
    try GivenOptions.refuse(
      "--layers", "--chain", "--zone", "--kind", "--as-of", unless: !show.isOfHistory,
      because: "is of no use here: this table is of what history.csv has")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    try output.write(
      show.isOfHistory ? try evolutionTable(of: network, in: language) : try modeTable(of: network, in: language))
  }

  private func modeTable(of network: Network, in language: Language) throws -> ResultTable {
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.statesNoModes ? Self.noTies : nil, in: language)
    let pairs = analysis.symbioticPairs()
    if today.asOf == nil, pairs.contains(where: { $0.years != nil }) { input.say(analysis.todayNote, in: language) }
    if show == .ties { return .symbioticPairs(pairs, of: network, in: language) }
    let modes = analysis.symbiosisModes()
    for note in modes.notes(in: network) { input.say(note, in: language) }
    return .symbiosis(modes, of: network, in: language)
  }

  private func evolutionTable(of network: Network, in language: Language) throws -> ResultTable {
    let evolution = try Evolution(of: network, subjects: subjects?.listedWords, during: selection.period)
    if show != .evolution { input.say(evolution.divergenceNote, in: language) }
    return switch show {
    case .equilibria: .equilibria(evolution, of: network, in: language)
    case .years: .years(evolution, of: network, in: language)
    case .evolution, .modes, .ties: .evolution(evolution, of: network, in: language)
    }
  }

  private static let noTies = Phrase(
    "No tie that is looked at has a row of its own, as in ties.csv: neither dates nor benefits are stated.",
    zh: "所看的联系都没有单独的记录（如联系表中的一行），起止时间与收益均未说明。")
}
