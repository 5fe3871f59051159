import ArgumentParser
import KesiFormats
import KesiNetwork
import KesiResults
import Synchronization

/// For commands that can answer for several networks in one run: in one table, whose first column names the network.
struct EachOption: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Several networks in place of one, up to the next option: one table, with a column network. One that cannot be used is reported and left out, and the run ends with its status.",
      valueName: "networks"), completion: .file())
  var each: [String] = []
}

/// A command whose result is one table of one network, so that it can be run for each of several.
protocol CommandForEach: ParsableCommand {
  var each: EachOption { get }
  var output: TableOutput { get }
}

/// A run for several networks. The command runs as it would for each of them alone, one after the other; what it writes is
/// held back, put together, sorted and written once.
enum EachNetwork {
  /// Runs the command for each of its networks, if it is one that is asked to.
  ///
  /// - Returns: whether it was.
  /// - Throws: what ends the run for all: a mistake in what was asked for, or no place to write; and at the end the status
  ///   of what went wrong with any of them, that of bad data before that of a finding.
  static func run(_ arguments: [String]) throws -> Bool {
    guard let word = arguments.first, let call = try EachCall(arguments),
      Kesi.configuration.subcommands.contains(where: {
        $0.configuration.commandName == word && $0 is any CommandForEach.Type
      })
    else { return false }
    let language = Language.ofCommandLine
    var tables: [(network: String, table: ResultTable)] = []
    var statuses: [ExitStatus] = []
    var output: TableOutput?
    for network in call.networks {
      var parsed = try Kesi.parseAsRoot(call.arguments(for: network))
      output = (parsed as? any CommandForEach)?.output
      let turn = Turn(network)
      try Turn.$current.withValue(turn) {
        do {
          try parsed.run()
        } catch let code as ExitCode {
          statuses.append(ExitStatus(rawValue: code.rawValue) ?? .internalError)
        } catch {
          // Other networks may be fine where the data of this one are not; a word of the call is for all of them.
          guard error is BadData || error is NoInput || error is NotEnoughMemory else { throw error }
          if let status = Failure.say(error, in: language) { statuses.append(status) }
        }
      }
      if let table = turn.table { tables.append((network, table)) }
    }
    if let output, !tables.isEmpty { try output.write(ResultTable(joining: tables)) }
    if let worst = statuses.max(by: { $0.rawValue < $1.rawValue }) { throw ExitCode(worst.rawValue) }
    return true
  }

  /// The turn of one of several networks.
  final class Turn: Sendable {
    /// The one that is under way; nil in a run for one network.
    @TaskLocal static var current: Turn?

    private let network: String
    private let state = Mutex<(table: ResultTable?, isAnnounced: Bool)>((nil, false))

    init(_ network: String) { self.network = network }

    /// The table of the network, once it is made.
    var table: ResultTable? { state.withLock(\.table) }

    /// Takes the table in place of whoever would write it.
    func take(_ table: ResultTable) { state.withLock { $0.table = table } }

    /// Before the first thing that is said of a network, its name.
    func announce(by say: (String) -> Void) {
      let isNew = state.withLock { state in
        defer { state.isAnnounced = true }
        return !state.isAnnounced
      }
      if isNew { say("\(network):") }
    }
  }
}

/// The command line of a run for several networks, taken apart.
private struct EachCall {
  let networks: [String]
  private let rest: [String]

  /// Nil where it names none.
  init?(_ arguments: [String]) throws {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let places = arguments[..<end].indices.filter { arguments[$0] == "--each" || arguments[$0].hasPrefix("--each=") }
    guard let place = places.first else { return nil }
    guard places.count == 1 else {
      throw ValidationError("--each is given twice. Name all networks behind one.")
    }
    var networks: [String] = []
    var next = place + 1
    if arguments[place] == "--each" {
      while next < end, arguments[next] == "-" || !arguments[next].hasPrefix("-") {
        networks.append(arguments[next])
        next += 1
      }
    } else {
      networks = [String(arguments[place].dropFirst("--each=".count))]
    }
    guard !networks.isEmpty else { return nil }
    self.networks = networks
    rest = Array(arguments[..<place] + arguments[next...])
  }

  /// The same call for one of them alone.
  func arguments(for network: String) -> [String] { [rest[0], network] + rest.dropFirst() }
}
