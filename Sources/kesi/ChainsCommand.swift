import ArgumentParser
import KesiCluster
import KesiNetwork

struct ChainsCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "chains",
    abstract: "Rates every industrial chain, the weakest first.",
    discussion: """
      The chain index, from 0 to 1, is the weighted mean of seven parts in three blocks. Supply: coverage (required kinds
      and stages that are present), depth (providers and their levels), redundancy (who could stand in for the best).
      Links: cohesion (actors connected inside the chain, also without one of them), reach (demanders tied to providers).
      Work: vitality (ties that work), fit (capacity against demand). Parts that the network does not state are left out;
      what a chain does not state of the others makes an interval, chain_index to chain_index_high. Weights can be set in
      network.yml. The last columns say between which ranks a chain stays, in nine of ten cases, under other weights.

      Examples:
        kesi chains graphs/wenzhou
        kesi chains graphs/wenzhou --explain pump_valve       how its index is calculated
        kesi chains graphs/wenzhou --lang zh --format markdown
        kesi chains graphs/wenzhou --missing 1                how firm ranks are, if about a tenth of the rows is missing
        kesi chains graphs/wenzhou --fail-on weak --quiet -o chains.csv
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Show how the index of this chain is calculated.", valueName: "chain"))
  var explain: String?

  @Option(help: "End with status 1 if a chain is rated this or weaker, weak or developing; or not_enough_data.")
  var failOn: ChainIndex.Verdict?

  @OptionGroup var trials: TrialOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeightsAndDirection()
    if failOn == .strong {
      throw ValidationError(
        "--fail-on strong: every chain is rated that or weaker. Write weak, developing or not_enough_data.")
    }
    try GivenOptions.refuse(
      "--missing", unless: explain == nil, because: "goes with the list of chains, not with --explain")
    try GivenOptions.refuse(
      "--explain", "--zone", "--kind", unless: !engine.isSpark, because: "does not go with --engine spark here")
    if explain != nil, failOn != nil {
      throw ValidationError("--fail-on goes with the list of chains, not with --explain.")
    }
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    try engine.refuseOthers(than: input.network)
    if engine.isSpark { return try runOnSpark() }
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.assessesNothing ? analysis.notAssessedNote : analysis.partNote, in: language)
    if network.chains.isEmpty {
      input.say(
        Phrase(
          "The network has no chains, so there is nothing to rate. Chains stand in chains.csv.",
          zh: "网络中没有产业链，无从评价。产业链在 chains.csv 中填写。"), in: language)
    }
    if let explain {
      let chain = try network.chain(called: explain)
      return try output.write(.explanation(of: chain, analysis, in: language))
    }
    // Without chains no gap of theirs need be looked for, which takes long on large networks.
    let gaps = network.chains.isEmpty ? [] : try analysis.gaps()
    let tried = try trials.errors.map { try analysis.chainTrials(of: $0) }
    for note in tried.map({ TrialOptions.note($0.count, missing: $0.missingShare) }) ?? [] {
      input.say(note, in: language)
    }
    if !output.chosenFormat.hasHeading { input.say(analysis.verdictNote, in: language) }
    try output.write(.chains(analysis, gaps: gaps, tried: tried, in: language))
    try endIfFound(analysis)
  }

  /// Ends with status 1 where a chain is rated as `--fail-on` says.
  func endIfFound(_ analysis: Analysis) throws {
    if let failOn, analysis.weakestFirst().compactMap(\.index.verdict).contains(where: failOn.isMet) {
      throw ExitCode(ExitStatus.found.rawValue)
    }
  }
}

extension ChainIndex.Verdict: ExpressibleByArgument {
  /// Whether a chain is rated this or weaker.
  fileprivate func isMet(by verdict: Self) -> Bool {
    // Of what is not known nothing follows.
    guard self != .notEnoughData, verdict != .notEnoughData else { return self == verdict }
    // From the weakest on.
    let order = Self.allCases
    return (order.firstIndex(of: verdict) ?? 0) <= (order.firstIndex(of: self) ?? 0)
  }
}
