import ArgumentParser
import KesiCluster
import KesiNetwork

struct SuggestCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Suggests the ties and positions that would help most.",
    discussion: """
      Goals:
        index         a higher chain index: the mean of all chains, or with --for that of one chain (the default)
        connectivity  more pairs of actors that can reach each other
        resilient     no pair that depends on a single tie: few ties after which any one tie may be lost
        algebraic     a higher algebraic connectivity: the network is harder to cut anywhere
        distance      shorter paths between all actors (mean of 1/distance)

      Steps are chosen one after the other so that together they help most; each is listed with what it adds to those
      before it. Ties are suggested only between actors whom something brings together (a chain at the same or a
      neighboring stage, supply and demand, a partner of both) and who have room for more; how plausible they are as
      partners stands beside them. A position is a place in a chain, for an actor of the network or for a newcomer (new:KIND).
      `kesi what-if --add A:B --place A@chain` shows the same gain.

      Examples:
        kesi suggest graphs/suzhou --ties 5
        kesi suggest graphs/wenzhou --for automotive --positions 2
        kesi suggest graphs/park --goal resilient --ties 10
        kesi suggest graphs/suzhou --for biomedicine --pairs college:enterprise --across-zones --lang zh
      """)

  enum Goal: String, CaseIterable, ExpressibleByArgument { case index, connectivity, resilient, algebraic, distance }

  @OptionGroup var input: NetworkInput

  @Option(help: "The goal: index, connectivity, resilient, algebraic or distance.")
  var goal: Goal = .index

  @Option(parsing: .unconditional, help: "Greatest number of ties.")
  var ties = 5

  @Option(
    parsing: .unconditional,
    help: "Greatest number of positions in chains, for the goal index. Default: 3; none with --across-zones.")
  var positions: Int?

  @Option(parsing: .unconditional, help: "Greatest number of steps for the same actor, from 1 to 1000.")
  var perActor = 2

  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("Raise the index of this chain, not the mean of all.", valueName: "chain"))
  var chain: String?

  @Option(help: ArgumentHelp("Only ties between these two kinds, and positions for them.", valueName: "kind:kind"))
  var pairs: String?

  @Flag(help: "Only ties between two different zones, and no positions.")
  var acrossZones = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    guard (0...1000).contains(ties) else { throw ValidationError("--ties should be from 0 to 1000.") }
    guard (0...1000).contains(positions ?? 0) else { throw ValidationError("--positions should be from 0 to 1000.") }
    guard (1...1000).contains(perActor) else { throw ValidationError("--per-actor should be from 1 to 1000.") }
    if acrossZones, (positions ?? 0) > 0 {
      throw ValidationError(
        "--across-zones is for ties: a position is in a chain, not in two zones. Leave out --positions.")
    }
    if let pairedWords, pairedWords.count != 2 { throw ValidationError("--pairs should be KIND:KIND.") }
    if goal != .index {
      if chain != nil { throw ValidationError("--for needs --goal index.") }
      if positions != nil { throw ValidationError("--positions needs --goal index.") }
    }
    try selection.refuseWeightsAndDirection()
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network)
    input.say(analysis.partNote, in: language)
    let (goal, limits) = (try goal(in: network), try limits(in: network))
    if !input.quiet {
      ExpectedTime(seconds: analysis.expectedSeconds(for: goal, within: limits), analysis: analysis).say(
        Self.shorterWays, in: language)
    }
    let suggestions = try analysis.suggestions(for: goal, within: limits)
    if suggestions.isEmpty { input.say(nothing(network, analysis), in: language) }
    try output.write(.suggestions(suggestions, of: network, in: language))
  }

  private static let shorterWays = Phrase(
    "Fewer --ties make it shorter, and so does a part of the network (--zone, --kind, --from); --goal connectivity and resilient take seconds.",
    zh: "减小 --ties，或用 --zone、--kind、--from 只看一部分，可缩短时间；--goal connectivity、resilient 只需数秒。")

  private func goal(in network: Network) throws -> SuggestionGoal {
    switch goal {
    case .index: .index(chain: try chain.map { try network.chain(called: $0) })
    case .connectivity: .connectivity
    case .resilient: .resilience
    case .algebraic: .algebraicConnectivity
    case .distance: .nearness
    }
  }

  private var pairedWords: [String]? { pairs?.unicodeScalars.split(separator: ":").map { String($0) } }

  private func limits(in network: Network) throws -> SuggestionLimits {
    let kinds = try pairedWords.map { try Network.ids(of: $0, among: network.kindNames, for: "--pairs") }
    let acrossZones = acrossZones
    return SuggestionLimits(
      ties: ties, positions: positions ?? (acrossZones ? 0 : 3), perActor: perActor,
      allows: { a, b in
        let (x, y) = (network.actors[a], network.actors[b])
        if acrossZones, x.zone.map(ExactText.init) == y.zone.map(ExactText.init) { return false }
        guard let kinds else { return true }
        return [[x.kind, y.kind], [y.kind, x.kind]].contains { $0.map(ExactText.init) == kinds.map(ExactText.init) }
      },
      seats: { kind in kinds?.containsExactly(kind) ?? true })
  }

  private func nothing(_ network: Network, _ analysis: Analysis) -> Phrase {
    if analysis.assessesNothing || goal != .index && analysis.notAssessed.contains(.ties),
      let note = analysis.notAssessedNote
    {
      return Phrase("\(note.en) Nothing is suggested.", zh: "\(note.zh)不提出建议。")
    }
    return goal == .index && network.chains.isEmpty
      ? Phrase(
        "The network has no chains, so no index can be raised. Choose another goal with --goal, such as connectivity.",
        zh: "网络中没有产业链，无法提高产业链指数。请用 --goal 选择其他目标，例如 connectivity（连通）。")
      : Phrase(
        "No step within these limits, and between actors who could be partners, would raise the goal.",
        zh: "在所给限制内、可以成为合作伙伴的主体之间，没有能带来提升的措施。")
  }
}
