import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiNetwork
import KesiResults

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Shows what would change if actors left or joined, or if ties formed.",
    discussion: """
      To try several changes at once, repeat --remove, --add and --place, or write them to a file, one on each line, and
      give it with --scenario (lines that begin with # are comments):

        remove BIO-A
        add UNI-A:ROB-A:joint_project:2
        place COL-A@electronics
        set BIO-A--UNI-A outcome=satisfactory to=
        place new:platform@equipment/midstream--ROB-A
        cascade

      Actors are named by id or name; a tie is A:B, optionally with a kind and a weight. A newcomer may be tied to an actor
      (--ROB-A above). What is set anew follows the columns of the tables: of the ties of two actors outcome, stage, from, to,
      weight, benefit_source, benefit_target; of a position (ACTOR@CHAIN) role, stage, level, capacity; of a chain demand,
      capacity. A tie that is added counts as working. The remedies that gaps lists can be given to --add, --place and --set as they stand. With --cascade, actors that lose
      their only partner leave as well. The result lists the measures, chain indices and gaps that change. Gaps that take
      long to find (structural_hole, thin_chain, overloaded_broker) are not looked for.

      Examples:
        kesi what-if graphs/suzhou --remove BIO-A --cascade
        kesi what-if graphs/suzhou --add UNI-A:ROB-A --add INST-A:FIB-A:joint_project:2 --lang zh
        kesi what-if graphs/suzhou --scenario plan.txt --picture plan.svg
      """)

  @OptionGroup var input: NetworkInput

  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("An actor that leaves.", valueName: "actor"))
  var remove: [String] = []

  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("A tie that forms.", valueName: "A:B[:kind[:weight]]"))
  var add: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A place in a chain, for an actor or for new:KIND.", valueName: "actor@chain[/stage]"))
  var place: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("What is set anew of ties, a position or a chain.", valueName: "\"A--B outcome=satisfactory\""))
  var set: [String] = []

  @Option(help: ArgumentHelp("Read changes from this file.", valueName: "file"), completion: .file())
  var scenario: String?

  @Flag(help: "Actors that lose their only partner leave as well, and so on.")
  var cascade = false

  @Flag(help: "Also list what stays the same.")
  var all = false

  @Option(
    help: ArgumentHelp("Draw a map of what would form and dissolve to this file.", valueName: "file"),
    completion: .file())
  var picture: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    if remove.isEmpty, add.isEmpty, place.isEmpty, set.isEmpty, scenario == nil {
      throw ValidationError(
        "Give a change: --remove ACTOR, --add A:B, --place ACTOR@CHAIN, --set \"A--B outcome=satisfactory\" or --scenario FILE."
      )
    }
    try Picture.checkEnding(of: picture)
    try selection.refuseWeights()
  }

  func run() throws {
    let language = output.lang
    try output.check(input, picture: picture, others: [scenario])
    var network = try input.read(in: language, threads: selection.threads).network
    network.settled = network.assessment.asOf(today.asOf, during: selection.period)
    var parser = ScenarioParser(network: network, cascades: cascade)
    for word in remove { try parser.remove(word) }
    for word in add { try parser.add(word) }
    for word in place { try parser.place(word) }
    for word in set { try parser.set(word) }
    if let scenario { try parser.read(TextFile.read(scenario), from: scenario) }
    let (changed, left) = parser.scenario.applied(to: network)
    let chosen = try selection.selection(of: network, changed)
    let (before, after) = (
      try selection.analysis(of: network, by: chosen, asOf: today.asOf),
      try selection.analysis(of: changed, by: chosen, asOf: today.asOf)
    )
    input.say(before.notAssessedNote, before.partNote, before.partGapsNote, in: language)
    let setsCapacity = parser.scenario.revisions.contains { if case .chain = $0 { true } else { false } }
    if setsCapacity, !before.assessment.declarations.contains(.demand) || !before.assessment.covers([.capacity]) {
      input.say(
        Phrase(
          "The tables state no demand or no capacity of any chain, so the index does not ask for it: a step does not change what is asked. Fill in chains.csv to have it judged.",
          zh: "表中没有任何产业链的需求或供给能力，指数不考察此项：假设不会改变考察的内容。要考察，请在产业链表中填写。"), in: language)
    }
    let comparison = try Comparison(before, after)
    let drawn = try picture.map {
      try selection.draw(
        NetworkChange(from: before.graph, to: after.graph), comparison,
        heading: parser.scenario.heading(in: network), for: $0, in: language)
    }
    let table = ResultTable.comparison(comparison, of: network, left: left, showsAll: all, in: language)
    if table.rows.isEmpty, !input.quiet {
      Console.say(Phrase("None of the measures, indices and gaps would change.", zh: "各项指标、产业链指数与薄弱环节均无变化。")(language))
    }
    try output.write(table, picture: drawn)
  }
}
