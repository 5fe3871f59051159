import ArgumentParser
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Which network, and how problems in it are taken.
struct NetworkInput: ParsableArguments {
  @Argument(
    help: ArgumentHelp(stringLiteral: Format.inputs), completion: .file())
  var network: String

  @OptionGroup var choices: ReadingChoices

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Print no warnings, notes or progress; only errors.")
  var quiet = false

  /// Reads the network and leaves the warnings to the caller.
  func reading(
    _ other: String? = nil, in language: Language, threads: Int = Console.processors
  ) throws -> NetworkReading {
    let network = other ?? network
    if let memory = Console.environment("KESI_MEMORY"), !memory.isEmpty, !((Double(memory) ?? 0) > 0) {
      throw ValidationError(
        "KESI_MEMORY=\(memory.visible(most: 40)): it should be a number of GiB, such as 8. Correct it, or unset it.")
    }
    if !quiet, Console.errorIsTerminal { ProgressLine.turnOn(in: language) }
    return try NetworkReader.read(
      network, choices.options(), on: Parallel(threads: threads, progress: ProgressLine.update))
  }

  /// Reads the network, or another one in the same way, in canonical order, so that nothing that is computed depends on how
  /// its tables are sorted; warnings go to standard error.
  func read(_ other: String? = nil, in language: Language, threads: Int) throws -> NetworkReading {
    try readAsIs(other, in: language, threads: threads).inCanonicalOrder()
  }

  /// The same for what has a title: a network that states none has the name of its file or folder.
  func readTitled(in language: Language, threads: Int) throws -> Network {
    var read = try read(in: language, threads: threads).network
    if read.profile.title == nil, !Format.isStandardInput(network), let title = network.fileTitle {
      read.profile.title = Phrase(title, zh: title)
    }
    return read
  }

  /// Reads the network with rows as they stand; warnings go to standard error.
  func readAsIs(_ other: String? = nil, in language: Language, threads: Int) throws -> NetworkReading {
    let reading = try reading(other, in: language, threads: threads)
    if strict, reading.warningCount > 0 { throw BadData(reading.warnings, count: reading.warningCount) }
    if !quiet {
      if let origin = reading.origin { Console.say(origin.line(in: language)) }
      let warnings = reading.warnings.filter { $0.severity == .warning }
      Failure.say(warnings, count: warnings.count, in: language)
    }
    return reading
  }
}

/// Which part of the network is looked at, and how its ties are read.
struct SelectionOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Comma-separated kinds of ties to use; “consortia” ties members of the same consortium, “chains” actors of the same chain.",
      valueName: "kinds")
  )
  var layers: String?

  @Option(help: "The weight of ties from shared consortia or chains: count, newman or binary.")
  var projection: Projection = .count

  @Option(
    help: ArgumentHelp("Only ties, memberships and positions that did not end before this date.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only ties, memberships and positions that began by this date.", valueName: "date"))
  var to: PartialDate?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only actors of these chains (comma-separated); no other chain is judged.", valueName: "ids"))
  var chain: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only actors of these zones (comma-separated); no chain is judged on a part of its actors.", valueName: "zones"))
  var zone: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Only actors of these kinds (comma-separated); no chain is judged on a part of its actors.", valueName: "kinds"))
  var kind: String?

  @Flag(exclusivity: .exclusive)
  var direction = Direction.undirected

  /// How ties that have a direction are read.
  enum Direction: String, EnumerableFlag {
    case directed, undirected

    static func help(for direction: Direction) -> ArgumentHelp? {
      switch direction {
      case .directed: "Use the direction of ties that have one."
      case .undirected: "Ignore direction (the default)."
      }
    }
  }

  var directed: Bool { direction == .directed }

  @Flag(help: "Use the weights of ties; for paths, a tie of weight w has length 1/w.")
  var weighted = false

  @Option(parsing: .unconditional, help: "Number of threads. Default: one for each processor.")
  var threads: Int = Console.processors

  func validate() throws {
    if let from, let to, from.earliest > to.latest {
      throw ValidationError("--from is after --to: nothing lasts from the one to the other.")
    }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads should be from 1 to 1024.") }
  }

  var period: Period { Period(from: from, to: to) }

  /// The selection, once every word in it is known. Where networks are compared, a word of one is known to all: who has
  /// nothing of it is an empty side.
  func selection(of networks: Network...) throws -> Selection {
    var selection = Selection()
    selection.layers = try words(
      self.layers, in: networks.map(\.layerNames), Phrase("kinds of ties", zh: "种联系"), of: "--layers")
    selection.chains = try words(chain, in: networks.map(\.chainNames), Phrase("chains", zh: "条产业链"), of: "--chain")
    selection.zones = try words(zone, in: networks.map(\.zoneNames), Phrase("zones", zh: "个片区"), of: "--zone")
    selection.kinds = try words(kind, in: networks.map(\.kindNames), Phrase("kinds", zh: "种类型"), of: "--kind")
    selection.projection = projection
    selection.period = period
    selection.isDirected = directed
    sayWhatIsNotStated(in: networks, selection)
    try refuseProjection(of: selection.layers ?? networks.flatMap(NetworkGraph.defaultLayers))
    return selection
  }

  /// Says of what was asked for that the networks have nothing that it could go by.
  private func sayWhatIsNotStated(in networks: [Network], _ selection: Selection) {
    if from != nil || to != nil, !networks.contains(where: \.isDated) { Console.note(.nothingIsDated) }
    let layers = selection.layers ?? networks.flatMap(NetworkGraph.defaultLayers)
    if weighted, !networks.contains(where: { $0.ties.list.isWeighted }), !layers.contains(where: Selection.isProjected)
    {
      Console.note(
        Phrase(
          "No tie here states a weight that can be used, so with --weighted each counts as 1, and ties of the same two actors add up.",
          zh: "这里的联系都没有可用的强度：--weighted 按每条为 1 计，同一对主体的多条联系相加。"))
    }
  }

  private var parallel: Parallel { Parallel(threads: threads, progress: ProgressLine.update) }

  /// What is computed of the part of the network that is looked at.
  ///
  /// - Parameters:
  ///   - chosen: what was selected of this network and those that it is compared with; nil for it alone.
  ///   - options: how measures are taken, but for weights, which the selection tells.
  func analysis(
    of network: Network, by chosen: Selection? = nil, during period: Period? = nil, _ chance: ChanceOptions? = nil,
    seed: Int = 1, asOf: PartialDate? = nil,
    measuring options: (NetworkGraph) -> MeasureOptions = { _ in MeasureOptions() }
  ) throws -> Analysis {
    var selection = try chosen ?? self.selection(of: network)
    selection.period = period ?? selection.period
    let graph = try NetworkGraph(of: network, selection, threads: threads)
    var options = options(graph)
    options.usesWeights = weighted
    return Analysis(
      of: graph, options, period: selection.period, asOf: asOf,
      draws: chance?.draws, seed: UInt64(chance?.seed ?? seed), on: parallel)
  }

  private func words(_ list: String?, in lists: [[Named]], _ what: Phrase, of option: String) throws -> [String]? {
    guard let list else { return nil }
    let known = Network.union(of: lists)
    // A name that holds a comma is one name.
    if let index = try Network.place(of: list, among: known, what: what, for: option) { return [known[index].id] }
    let words = list.listedWords
    if words.isEmpty { throw ValidationError("\(option): names nothing. Leave it out for all.") }
    return try Network.ids(of: words, among: known, what: what, for: option)
  }
}

extension String {
  /// The words of a list on the command line. By scalar: a comma before a combining mark is a comma.
  var listedWords: [String] { unicodeScalars.split { $0 == "," || $0 == "，" || $0 == "、" }.map { String($0) } }
}

extension NetworkInput {
  /// Says what the reader of results has to know of them, unless told to be quiet.
  func say(_ notes: Phrase?..., in language: Language) {
    guard !quiet else { return }
    for note in notes { if let note { Console.say(note(language)) } }
  }
}

/// What counts as today, for commands that ask how long something has lasted.
struct TodayOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What counts as today: years after it have not come. It leaves nothing out, as --to does. Default: the latest start in the tables, or --to where that is before it.",
      valueName: "date"))
  var asOf: PartialDate?
}

extension SelectionOptions {
  /// For commands that ask whether there is a tie, not how strong it is.
  func refuseWeights() throws {
    try GivenOptions.refuse(
      "--weighted", "--projection",
      because: "changes nothing here: this command asks whether there is a tie, not how strong"
    )
  }

  /// For commands that read every tie both ways.
  func refuseDirection() throws {
    try GivenOptions.refuse("--directed", because: "changes nothing here: this command reads every tie both ways")
  }

  /// For commands that ask whether there is a tie, whichever way it goes.
  func refuseWeightsAndDirection() throws {
    try refuseWeights()
    try refuseDirection()
  }

  /// What turns groups into ties is of no use where no groups are taken.
  private func refuseProjection(of layers: [String]) throws {
    let isUsed = layers.contains(where: Selection.isProjected)
    try GivenOptions.refuse(
      "--projection", unless: isUsed,
      because:
        "is for ties that come from consortia or chains, and none are taken here: add --layers consortia or chains")
  }
}

/// How counts are held against chance.
struct ChanceOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help:
      "Number of random networks with the same degrees to compare with. Default: 1008, more where many pairs are tested, fewer where they would take one processor more than a minute."
  )
  var draws: Int?

  @Option(parsing: .unconditional, help: "Random seed.")
  var seed = 1

  /// What to do where draws are too few to tell.
  static let wayOut = Phrase(
    "--draws N draws as many networks as you ask for, however long it takes.",
    zh: "如需更多随机网络，请用 --draws N 指定，不限时间。")

  func validate() throws {
    guard (100...1_000_000).contains(draws ?? 100) else {
      throw ValidationError("--draws should be from 100 to 1,000,000.")
    }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
  }
}

extension Projection: ExpressibleByArgument {}

extension PartialDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
