import ArgumentParser
import KesiCluster
import KesiFormats

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Tells what would change if actors left or ties formed.",
    discussion: """
      Several at once: repeat --remove and --add. An actor goes by its id or its name; a tie is A:B, and may go on with a
      kind and a weight: A:B:joint_project:2. With --cascade members that lose their only partner leave as well.
      Shown are the measures, chain indices and gaps that change; gaps that need draws or all shortest paths
      (structural_hole, thin_chain, overloaded_broker) are not looked for.

      Examples:
        kesi what-if graphs/suzhou --remove INNOVENT --cascade
        kesi what-if graphs/suzhou --add SUDA:INOVANCE --add XJTLU:NOVOSENSE:joint_project:2 --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("An actor that leaves.", valueName: "actor"))
  var remove: [String] = []

  @Option(help: ArgumentHelp("A tie that forms.", valueName: "A:B[:kind[:weight]]"))
  var add: [String] = []

  @Flag(help: "Members that lose their only partner leave, too, and so on.")
  var cascade = false

  @Flag(help: "List what stays the same, too.")
  var all = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if remove.isEmpty, add.isEmpty { throw ValidationError("Say what would change: --remove ACTOR or --add A:B.") }
  }

  func run() throws {
    let language = output.language.lang
    let network = try input.read(in: language, threads: selection.threads).network
    let scenario = Scenario(
      removing: Set(try remove.map { try network.actor(called: $0, of: "--remove") }),
      adding: try add.map { try tie($0, in: network) }, cascades: cascade)
    let (changed, left) = scenario.applied(to: network)
    let comparison = try Comparison(selection.survey(of: network), selection.survey(of: changed))
    try output.write(.comparison(comparison, of: network, left: left, showsAll: all, in: language))
  }

  private func tie(_ text: String, in network: Network) throws -> Tie {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard (2...4).contains(parts.count) else {
      throw ValidationError("--add: “\(text)” should be A:B, A:B:kind or A:B:kind:weight.")
    }
    let (source, target) = (
      try network.actor(called: parts[0], of: "--add"), try network.actor(called: parts[1], of: "--add")
    )
    guard source != target else { throw ValidationError("--add: “\(text)” ties an actor to itself.") }
    guard let weight = parts.count > 3 ? Double(parts[3]) : 1, weight > 0, weight.isFinite else {
      throw ValidationError("--add: “\(parts[3])” is no weight above 0.")
    }
    // Without a kind the tie is of the first layer that the network has, so that no filter drops it.
    let kind = parts.count > 2 ? parts[2] : NetworkGraph.tieLayers(of: network).first ?? ""
    return Tie(source, target, kind: kind, weight: weight)
  }
}
