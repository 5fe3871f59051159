import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiNetwork
import KesiResults

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Says what to do first: steps that together raise the cluster index most, and who acts.",
    discussion: """
      Each step closes a gap: an actor brought in (fill), a second provider, more capacity or a project got unstuck
      (strengthen), parts joined (connect), a tie or an actor secured (steady). A step is listed with what it adds to the
      cluster index (0 to 100) once those before it are taken, how near at hand it is, who leads and by what it counts as
      done. What is promised is what the changed tables give: `kesi what-if --scenario` shows the same. Below stands what
      the plan leaves out, and why.

      With --since a plan that was written before is held against today's tables: each of its steps is done, partly done, late
      (by the deadline that was written into it), open, no longer needed or no longer possible, with what it promised and what
      it has brought; what is left of it comes first, and new steps go on from there. With --budget the new steps keep within
      what costs in network.yml say of each class; without costs each step counts 1.

      Examples:
        kesi plan graphs/suzhou
        kesi plan graphs/suzhou --ties 5 --positions 2 --lang zh -o 行动方案.xlsx
        kesi plan graphs/suzhou --without HOSP-A:FIB-A --scenario plan.txt --picture plan.svg
        kesi plan graphs/wenzhou --with new:platform@automotive --format csv
        kesi plan graphs/suzhou --budget 6
        kesi plan graphs/suzhou --since 行动方案.xlsx --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Option(parsing: .unconditional, help: "Greatest number of steps.")
  var steps = 10

  @Option(parsing: .unconditional, help: "Greatest number of new ties in all steps.")
  var ties = 8

  @Option(parsing: .unconditional, help: "Greatest number of new positions in chains.")
  var positions = 4

  @Option(parsing: .unconditional, help: "Greatest number of steps for the same actor, from 1 to 1000.")
  var perActor = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the new steps may cost together, by costs in network.yml; where it has none, each step costs 1.",
      valueName: "amount"),
    transform: { text in
      guard let amount = Double(decimal: text), amount.isFinite, amount >= 0 else {
        throw ValidationError("“\(text)” should be a number of 0 or more.")
      }
      return amount
    })
  var budget: Double?

  @Option(
    help: ArgumentHelp(
      "A plan that kesi plan wrote before, as CSV or as a workbook: say what became of it, and go on from there.",
      valueName: "plan"),
    completion: .file())
  var since: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Two actors that are not to be brought together.", valueName: "A:B"))
  var without: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A step that is decided already, as a line of a scenario without its verb: A:B, A@chain, \"A--B outcome=satisfactory\".",
      valueName: "step"))
  var with: [String] = []

  @Option(
    help: ArgumentHelp("Write the steps to this file, for what-if --scenario.", valueName: "file"), completion: .file())
  var scenario: String?

  @Option(help: ArgumentHelp("Draw a map with the steps to this file.", valueName: "file"), completion: .file())
  var picture: String?

  @OptionGroup var trials: TrialOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    for (name, value) in [("--steps", steps), ("--ties", ties), ("--positions", positions)] {
      guard (0...1000).contains(value) else { throw ValidationError("\(name) should be from 0 to 1000.") }
    }
    guard (1...1000).contains(perActor) else { throw ValidationError("--per-actor should be from 1 to 1000.") }
    try Picture.checkEnding(of: picture)
    try selection.refuseWeightsAndDirection()
    try GivenOptions.refuse("--chain", "--zone", "--kind", because: "is of no use here: a cluster is judged as a whole")
  }

  func run() throws {
    let language = output.lang
    try output.check(input, picture: picture, scenario: scenario, others: [since])
    var read = try input.read(in: language, threads: selection.threads).network
    // What has stalled today is what a step is about.
    read.settled = read.assessment.asOf(today.asOf, during: selection.period)
    if budget != nil { try checkCosts(of: read, in: language) }
    let without = try pairs(of: read)
    // By the tables alone, before anything that is decided.
    let tables = since == nil && with.isEmpty ? nil : try selection.analysis(of: read, asOf: today.asOf)
    var past = try since.flatMap { since in try tables.map { try PastPlan(.path(since), in: $0) } }
    let (network, decided) = try decided(
      past?.network ?? read, refusing: without, knowing: read.actors.count)
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.notAssessedNote, in: language)
    var limits = PlanLimits(
      steps: steps, ties: ties, positions: positions, perActor: perActor, budget: budget, without: without)
    if let past { limits.earlier = past.left }
    limits.actors = read.actors.count
    if !decided.isEmpty || limits.earlier.count > 0 {
      limits.today = try tables.map { try $0.gaps($0.isLargeCluster ? .quick : .all) }
    }
    let plan = try analysis.plan(within: limits)
    if plan.isEmpty { input.say(nothing(analysis), in: language) }
    past?.sayWhatIsOdd { input.say($0, in: language) }
    // Where a heading stands above the table, it is said there.
    let notes = [
      past?.reviewed.sentence, past?.reviewed.writtenElsewhere(than: language),
      try analysis.farOffNote(of: plan, countedFrom: past?.reviewed.last ?? 0),
      analysis.note(on: try analysis.leftOut(of: plan, within: limits)),
    ].compactMap { $0 }
    if !output.chosenFormat.hasHeading { for note in notes { input.say(note, in: language) } }
    input.say(
      analysis.slowKindsNote(Phrase("; of the other gaps the worst were tried", zh: "；其余薄弱环节只试算最严重的")), in: language)
    // How certain a step is, is part of it: by default errors are taken to be as usual.
    let errors = trials.errors ?? TableErrors()
    let tried = plan.isEmpty ? nil : try analysis.trials(of: errors)
    if past?.reviewed.steps.contains(where: { $0.review.gap != nil }) ?? false {
      past?.reviewed.trials = try tables?.trials(of: errors)
    }
    for note in tried.map({ TrialOptions.note($0.count, missing: $0.missingShare, notTried: $0.notTried) }) ?? [] {
      input.say(note, in: language)
    }
    let changes = Scenario(taking: plan.flatMap(\.remedies), tiesOf: analysis.graph.kindOfNewTies, in: network)
    var drawn: (file: String, bytes: [UInt8])?
    if let picture {
      let after = try selection.analysis(of: changes.applied(to: network).network, asOf: today.asOf)
      let change = NetworkChange(from: analysis.graph, to: after.graph)
      drawn = try selection.draw(
        change, try Comparison(analysis, after),
        plan: PlanMarks(
          plan.map(\.remedies), of: network, after.graph.network, in: change.union,
          countedFrom: past?.reviewed.last ?? 0),
        heading: Phrase("plan", zh: "行动方案"), for: picture, in: language)
    }
    let file = try scenario.map { file in
      let lines =
        (past?.lines.map { "\($0)\n" } ?? []) + decided.map { "\($0.line)\n" }
        + (try plan.enumerated().map { number, step in
          "# \((past?.reviewed.last ?? 0) + number + 1): \(analysis.task(of: step)(language).visible)\n"
            + (try step.remedies.map { try $0.line(in: network, layer: analysis.graph.kindOfNewTies) + "\n" }.joined())
        })
      return (file, Array(lines.joined().utf8))
    }
    try output.write(
      .plan(
        plan, since: past?.reviewed, after: decided, tried: tried, analysis, knowing: read.actors.count,
        note: notes.isEmpty ? nil : Phrase(sentences: notes),
        in: language), picture: drawn, scenario: file)
  }

  /// The network with the steps that are decided already, and what each of them adds after those before it.
  private func decided(_ network: Network, refusing without: Set<[Int]>, knowing known: Int) throws -> (
    Network, steps: [DecidedStep]
  ) {
    guard !with.isEmpty else { return (network, []) }
    var parser = ScenarioParser(network: network)
    func index(_ network: Network) throws -> Double? {
      try selection.analysis(of: network, asOf: today.asOf).clusterIndex()?.value
    }
    var (changed, value) = (network, try index(network))
    let steps = try with.map { step -> DecidedStep in
      let before = (value: value, newcomers: parser.scenario.newcomers.count)
      let verb = try parser.take(step: step)
      if parser.scenario.pairsBroughtTogether.contains(where: without.contains) {
        throw ValidationError("--with \(step): --without names the same two. Give one of the two.")
      }
      changed = parser.scenario.applied(to: network).network
      value = try index(changed)
      let newcomers = parser.scenario.newcomers.dropFirst(before.newcomers)
      return DecidedStep(
        step, line: "\(verb) \(step)", before: before.value, after: value,
        thereBefore: newcomers.flatMap { network.ids(ofKind: $0.kind, in: $0.chain, knowing: known) })
    }
    return (changed, steps)
  }

  private func pairs(of network: Network) throws -> Set<[Int]> {
    var parser = ScenarioParser(network: network)
    for pair in without { try parser.add(pair) }
    return Set(parser.scenario.added.map { [min($0.source, $0.target), max($0.source, $0.target)] })
  }

  /// A class without a cost beside others that have one cannot be held against a budget.
  private func checkCosts(of network: Network, in language: Language) throws {
    let costs = network.profile.stepCosts
    guard !costs.areUnknown else {
      return input.say(
        Phrase(
          "network.yml states no costs, so each step counts 1 of the budget.", zh: "network.yml 未设 costs，每步按费用 1 计入预算。"),
        in: language)
    }
    guard costs.missing.isEmpty else {
      throw BadData([
        Problem(
          .error, .cell(file: "network.yml", row: nil, column: "costs", columnZh: nil),
          Phrase(
            "--budget needs a cost of every class of step; none is stated of \(costs.missing.joined(separator: ", ")). Add it.",
            zh: "使用 --budget 须为每类措施设费用，尚缺：\(costs.missing.joined(separator: "、"))。请补充。"))
      ])
    }
  }

  private func nothing(_ analysis: Analysis) -> Phrase {
    analysis.clusterIndex() == nil
      ? noIndex
      : since == nil
        ? Phrase("No step within these limits would raise the cluster index.", zh: "在所给限制内，没有能提高集群指数的措施。")
        : Phrase(
          "Beside what is left of the earlier plan, no step within these limits would raise the cluster index.",
          zh: "除此前方案尚未完成的措施外，在所给限制内没有其他能提高集群指数的措施。")
  }
}

extension Remedy {
  /// A line of a scenario file; where new ties are not of the kind that a scenario takes by itself, with their kind.
  ///
  /// - Throws: where an id has a line break.
  fileprivate func line(in network: Network, layer: String) throws -> String {
    let text = statement(in: network, layer: layer)
    guard text.contains(where: \.isNewline) else { return text }
    throw ValidationError(
      "--scenario: an id has a line break, which a file of lines cannot hold. Change it in the tables: \(text.visible)")
  }

  private func statement(in network: Network, layer: String) -> String {
    if isNewTie, layer != network.kindOfNewTies, !layer.isEmpty, let pair {
      let ids = pair.map { network.actors[$0].id }
      return "add \(ids[0]):\(ids[1]):\(layer)"
    }
    return "\(verb) \(code(in: network))"
  }
}
