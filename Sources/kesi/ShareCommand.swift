import ArgumentParser
import KesiCluster
import KesiConsortium
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults

struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share",
    abstract: "Shares out the gains of a consortium: by what each adds, by what keeps all in, and as today.",
    discussion: """
      What members are worth together stands in coalitions.csv (or the sheet 联盟收益): a row for each combination, its
      members with semicolons between, and what they would gain by themselves; gain_unit in network.yml says in what that is
      counted. Without it, a rule of the network says it: the strength of ties among them, the chains they complete, or what
      they add to the cluster index.

      One row a member: its Shapley value (what it adds on the average), the same along ties (Myerson), the nucleolus (what
      leaves nobody more to object than need be), equal parts, in proportion to contributions, and by the shares of
      members.csv; then the smallest change of these that keeps everybody. --show objections lists who would rather leave.

      Examples:
        kesi share graphs/consortium --complete superadditive
        kesi share graphs/consortium --complete superadditive --show objections --lang zh
        kesi share graphs/consortium --complete superadditive --statement COL1 --lang zh -o 对账单.xlsx
        kesi share graphs/suzhou --rule strength --sort shapley --top 20
        kesi share graphs/suzhou --rule chains --samples 20000
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(
      "A table of what coalitions are worth, in place of that of the network: CSV with the columns members and value.",
      valueName: "file"),
    completion: .file())
  var coalitions: String?

  @Option(
    help:
      "Let the network say what a coalition is worth: strength (of ties among its members), chains (completed by it) or index (what it adds to the cluster index)."
  )
  var rule: GameRule?

  @Option(
    help:
      "What to do about combinations of which the table says nothing: superadditive takes the best that their members can do in those that are stated. Default: refuse, and say which are missing."
  )
  var complete: Completion?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Share out among the members of this consortium, but for observers. Default: among those whom the table names; by a rule, among all actors.",
      valueName: "id"))
  var consortium: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Find Shapley values by so many sampled orders of members, each with an interval of 95 %, from 100 to 10,000,000.",
      valueName: "count"))
  var samples: Int?

  @Option(parsing: .unconditional, help: "Random seed of --samples.")
  var seed = 1

  enum Table: String, CaseIterable, ExpressibleByArgument { case members, objections }

  @Option(help: "The table: members, a row each; or objections, a row for each group that would rather leave.")
  var show: Table = .members

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A statement for this member alone: what it puts in, and what it gets by each method; nothing of the others.",
      valueName: "actor"))
  var statement: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if let samples, !(100...10_000_000).contains(samples) {
      throw ValidationError("--samples should be from 100 to 10,000,000.")
    }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
    try GivenOptions.refuse("--seed", unless: samples != nil, because: "goes with --samples")
    try GivenOptions.refuse(
      "--coalitions", "--complete", unless: rule == nil, because: "is for tables of coalitions, and --rule takes none")
    try GivenOptions.refuse("--show", unless: statement == nil, because: "does not go with --statement")
    try GivenOptions.refuse(
      "--weighted", because: "changes nothing here: the strength of ties counts in any case")
    try selection.refuseDirection()
    try GivenOptions.refuse(
      "--chain", "--zone", "--kind", unless: rule != nil && rule != .index,
      because: "is of no use here: it goes with --rule strength and --rule chains")
  }

  func run() throws {
    let language = output.lang
    try output.check(input, others: [coalitions])
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network)
    let sharing = try rule.map { try self.sharing(by: $0, analysis) } ?? sharing(by: network, analysis)
    for note in sharing.notes { input.say(note, in: language) }
    if let statement {
      let actor = try network.actor(called: statement)
      guard let player = sharing.player(actor) else {
        throw UnknownWord(
          Phrase(
            "--statement: \(network.actors[actor].id) is not among those who share here.",
            zh: "--statement：\(network.actors[actor].id) 不在此次分配的成员之中。"))
      }
      return try output.write(.statement(of: player, in: sharing, of: network, in: language))
    }
    try output.write(
      show == .members
        ? .sharing(sharing, of: network, in: language) : .objections(sharing, of: network, in: language))
  }

  /// By a rule of the network.
  private func sharing(by rule: GameRule, _ analysis: Analysis) throws -> Sharing {
    let network = analysis.graph.network
    let chosen = Set(analysis.graph.actors)
    let players =
      try consortium.map {
        try Players(of: network.consortium(called: $0), in: network, during: selection.period, only: chosen)
      } ?? Players(analysis.graph.actors)
    return try analysis.sharing(among: players, by: rule, orders: samples, seed: UInt64(seed))
  }

  /// By the table of coalitions.
  private func sharing(by network: Network, _ analysis: Analysis) throws -> Sharing {
    let parallel = Parallel(threads: selection.threads, progress: ProgressLine.update)
    var (rows, file) = (network.coalitions, KesiNetwork.Table.coalitions.file)
    if let coalitions {
      let read = try NetworkReader.coalitions(in: coalitions, of: network, input.choices.options(), on: parallel)
      if input.strict, !read.warnings.isEmpty { throw BadData(read.warnings) }
      if !input.quiet { Failure.say(read.warnings, count: read.warnings.count, in: output.lang) }
      (rows, file) = (read.coalitions, coalitions)
    } else if rows.isEmpty {
      throw BadData([
        Problem(
          .error, .file(file),
          Phrase(
            "is missing or has no rows, and it says what members are worth together. Fill it in (`kesi explain coalition_value`), name a file with --coalitions, or choose a rule: --rule strength.",
            zh: "缺少此表或表中没有数据，无从得知各种组合的联盟收益。请填写（填法见 kesi explain 联盟收益），或用 --coalitions 指定文件，或按网络规则测算：--rule strength。"))
      ])
    }
    let table = CoalitionTable(rows, of: network, file: file)
    let players = try table.players(
      of: consortium.map { try network.consortium(called: $0) }, during: selection.period)
    let (game, notes) = try table.game(among: players, completing: complete)
    var sharing = try Sharing(
      game, among: players, partners: analysis.partners(of: players), orders: samples, seed: UInt64(seed), on: parallel)
    sharing.remarks = notes
    return sharing
  }
}

extension GameRule: ExpressibleByArgument {}
extension Completion: ExpressibleByArgument {}
