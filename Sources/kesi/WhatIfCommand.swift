import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Tells what would change if actors left or came, ties formed, places in chains were taken.",
    discussion: """
      Several at once: repeat --remove, --add and --place, or write them into a file, one a line, and give it with
      --scenario (lines that begin with # are remarks):

        remove INNOVENT
        add SUDA:INOVANCE:joint_project:2
        place SIIT@biomedicine
        place new:platform@equipment/midstream
        cascade

      An actor goes by its id or its name; a tie is A:B, and may go on with a kind and a weight. With --cascade members
      that lose their only partner leave as well. Shown are the measures, chain indices and gaps that change; gaps that
      need draws or all shortest paths (structural_hole, thin_chain, overloaded_broker) are not looked for.

      Examples:
        kesi what-if graphs/suzhou --remove INNOVENT --cascade
        kesi what-if graphs/suzhou --add SUDA:INOVANCE --add XJTLU:NOVOSENSE:joint_project:2 --lang zh
        kesi what-if graphs/suzhou --scenario plan.txt --picture plan.svg
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("An actor that leaves.", valueName: "actor"))
  var remove: [String] = []

  @Option(help: ArgumentHelp("A tie that forms.", valueName: "A:B[:kind[:weight]]"))
  var add: [String] = []

  @Option(help: ArgumentHelp("A place in a chain, for an actor or for new:KIND.", valueName: "actor@chain[/stage]"))
  var place: [String] = []

  @Option(help: ArgumentHelp("Read such changes from a file.", valueName: "file"), completion: .file())
  var scenario: String?

  @Flag(help: "Members that lose their only partner leave, too, and so on.")
  var cascade = false

  @Flag(help: "List what stays the same, too.")
  var all = false

  @Option(
    help: ArgumentHelp("Draw what would form and dissolve into this file.", valueName: "file"),
    completion: .file())
  var picture: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if remove.isEmpty, add.isEmpty, place.isEmpty, scenario == nil {
      throw ValidationError("Say what would change: --remove ACTOR, --add A:B, --place ACTOR@CHAIN or --scenario FILE.")
    }
    try Picture.checkEnding(of: picture)
  }

  func run() throws {
    let language = output.language.lang
    let network = try input.read(in: language, threads: selection.threads).network
    var parser = ScenarioParser(network: network, cascades: cascade)
    for word in remove { try parser.remove(word) }
    for word in add { try parser.add(word) }
    for word in place { try parser.place(word) }
    if let scenario { try parser.read(scenario) }
    let (changed, left) = parser.scenario.applied(to: network)
    let (before, after) = (try selection.survey(of: network), try selection.survey(of: changed))
    let comparison = try Comparison(before, after)
    if let picture {
      try selection.draw(
        NetworkChange(from: before.graph, to: after.graph), comparison,
        heading: parser.scenario.heading(in: network), to: picture, in: language)
    }
    try output.write(.comparison(comparison, of: network, left: left, showsAll: all, in: language))
  }
}
