import ArgumentParser
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiMeasures

/// Which network, and how problems in it are taken.
struct NetworkInput: ParsableArguments {
  @Argument(
    help: "A folder of tables, or a file of ties: two ends a line, and a weight if there is one.", completion: .file())
  var network: String

  @Flag(help: "Take warnings as errors.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  /// Reads the network and leaves the warnings to the caller.
  func reading(
    _ other: String? = nil, in language: Language, threads: Int = Console.processors
  ) throws -> NetworkReading {
    let network = other ?? network
    guard network != "-" else {
      throw ValidationError("a network is a folder of tables or a file; standard input is not read yet.")
    }
    if !quiet, Console.errorIsTerminal { ProgressLine.turnOn(in: language) }
    return try NetworkReader.read(network, on: Parallel(threads: threads, progress: ProgressLine.update))
  }

  /// Reads the network, or another one in the same way; warnings go to standard error.
  func read(_ other: String? = nil, in language: Language, threads: Int) throws -> NetworkReading {
    let reading = try reading(other, in: language, threads: threads)
    if strict, reading.warningCount > 0 { throw BadData(reading.warnings, count: reading.warningCount) }
    if !quiet {
      let warnings = reading.warnings.filter { $0.severity == .warning }
      Failure.say(warnings, count: warnings.count, in: language)
    }
    return reading
  }
}

/// Which part of the network is looked at, and how its ties are read.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tie kinds to take, by commas; “consortia” for shared consortia, “chains” for shared chains.", valueName: "kinds")
  )
  var layers: String?

  @Option(help: "How consortia and chains become ties: count, newman or binary.")
  var projection: Projection = .count

  @Option(help: ArgumentHelp("Only what lasted to this date or beyond.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only what began by this date.", valueName: "date"))
  var to: PartialDate?

  @Option(help: ArgumentHelp("Only actors of these chains, by commas.", valueName: "ids"))
  var chain: String?

  @Option(help: ArgumentHelp("Only actors of these zones, by commas.", valueName: "zones"))
  var zone: String?

  @Option(help: ArgumentHelp("Only actors of these kinds, by commas.", valueName: "kinds"))
  var kind: String?

  @Flag(help: "Keep the direction of ties that have one.")
  var directed = false

  @Flag(help: "Read every tie both ways (the default).")
  var undirected = false

  @Flag(help: "Let weights count: a tie of weight w has length 1/w.")
  var weighted = false

  @Option(help: "Threads to run on; all processors unless told otherwise.")
  var threads: Int = Console.processors

  func validate() throws {
    if directed, undirected { throw ValidationError("--directed and --undirected exclude each other.") }
    guard (1...1024).contains(threads) else { throw ValidationError("--threads should be from 1 to 1024.") }
  }

  var period: Period { Period(from: from, to: to) }

  /// The selection, once every word in it is known to the network.
  func selection(of network: Network, during period: Period? = nil) throws -> Selection {
    var selection = Selection()
    let layers = NetworkGraph.tieLayers(of: network) + [Selection.consortiaLayer, Selection.chainsLayer]
    selection.layers = try words(self.layers, in: layers, of: "--layers")
    selection.chains = try words(chain, in: network.chains.map(\.id), of: "--chain")
    selection.zones = try words(zone, in: network.zones, of: "--zone")
    selection.kinds = try words(
      kind.map { $0.split(separator: ",").map { network.profile.kindID(of: String($0)) }.joined(separator: ",") },
      in: network.profile.kinds.map(\.id) + network.actors.map(\.kind), of: "--kind")
    selection.projection = projection
    selection.period = period ?? self.period
    selection.isDirected = directed
    return selection
  }

  /// The part of the network that is looked at.
  func graph(of network: Network, during period: Period? = nil) throws -> NetworkGraph {
    try NetworkGraph(of: network, selection(of: network, during: period), threads: threads)
  }

  private var parallel: Parallel { Parallel(threads: threads, progress: ProgressLine.update) }

  /// What gaps and chain indices are found in.
  func survey(
    of network: Network, during period: Period? = nil, _ chance: ChanceOptions? = nil, seed: Int = 1
  ) throws -> GapSurvey {
    GapSurvey(
      of: try graph(of: network, during: period), period: period ?? self.period, draws: chance?.draws,
      seed: UInt64(chance?.seed ?? seed),
      on: parallel)
  }

  func context(of graph: NetworkGraph, _ options: MeasureOptions = MeasureOptions()) -> MeasureContext {
    var options = options
    options.usesWeights = weighted
    options.kinds = graph.labels(by: \.kind)
    return MeasureContext(graph.matrix, options, incidence: graph.incidence, on: parallel)
  }

  private func words(_ list: String?, in known: [String], of option: String) throws -> [String]? {
    guard let list else { return nil }
    let words = list.split(separator: ",").map(String.init)
    for word in words where !known.contains(word) {
      throw ValidationError(
        "\(option): “\(word)” is not in the network. It has: \(known.prefix(30).joined(separator: ", ")).")
    }
    return words
  }
}

/// How counts are held against chance.
struct ChanceOptions: ParsableArguments {
  @Option(
    help:
      "Networks drawn with the same degrees, to tell chance from less. Default: 1000, more where many pairs are tested, fewer where they would take more than half a minute."
  )
  var draws: Int?

  @Option(help: "Where drawing sets out from: another number, other draws.")
  var seed = 1

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
