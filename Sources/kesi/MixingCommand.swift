import ArgumentParser
import KesiCluster
import KesiNetwork
import KesiResults

struct MixingCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "mixing",
    abstract: "Shows who works with whom: ties within and across kinds, zones or chains, compared with chance.",
    discussion: """
      Tables (--show):
        pairs   ties inside each group and between each two; what chance gives (random networks in which every actor has
                as many partners); z and p (the default)
        square  the same as a matrix
        index   the E-I index by kind and by zone: −1 all ties within groups, 1 all across; p from random groups
        roles   how often each group acts as coordinator, consultant, gatekeeper, representative or liaison (Gould and
                Fernandez), compared with random groups
        helix   for the network, each chain and each zone, in how many consortia (or circles of partners) each two of
                university, industry and government come together, compared with dealing them out at random; and T(uig)
                (Leydesdorff), whose sign is no verdict: kesi explain t_uig_bits

      Examples:
        kesi mixing graphs/suzhou --by zone --show square
        kesi mixing graphs/suzhou --show index --lang zh
        kesi mixing graphs/consortium --show roles --by kind
      """)

  enum Table: String, CaseIterable, ExpressibleByArgument { case pairs, square, index, roles, helix }

  @OptionGroup var input: NetworkInput

  @Option(help: "The groups to compare: kind, zone or chain.")
  var by: Grouping = .kind

  @Option(help: "The table to show: pairs, square, index, roles or helix.")
  var show: Table = .pairs

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    if show == .roles, by == .chain {
      throw ValidationError("--show roles needs --by kind or --by zone: an actor may be in several chains.")
    }
    try selection.refuseWeights()
    if show == .pairs || show == .square || show == .index { try selection.refuseDirection() }
    try GivenOptions.refuse(
      "--by", unless: show != .index && show != .helix, because: "changes nothing: --show \(show) has groups of its own"
    )
    try GivenOptions.refuse(
      "--draws", "--seed", unless: show != .roles,
      because: "changes nothing: --show \(show) draws nothing")
    try GivenOptions.refuse(
      "--draws", "--seed",
      unless: show != .square || output.chosenFormat.isForPeople
        || output.chosenFormat == .workbook && output.headers == nil,
      because: "changes nothing: the square has expected counts for people only; use --show pairs")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, chance)
    input.say(analysis.tiesNotAssessedNote, in: language)
    let isJudged = analysis.tiesNotAssessedNote == nil
    func mixing() throws -> [MixingPair] {
      let time = ExpectedTime(seconds: analysis.expectedSeconds(toMixBy: by), analysis: analysis)
      try time.refuseTooLong(Self.waysOut, unless: chance.draws != nil)
      if !input.quiet { time.say(Self.shorterWays, in: language) }
      input.say(analysis.leftOutNote(by: by), in: language)
      let pairs = try analysis.mixing(by: by)
      if let shortage = pairs.first?.shortage {
        input.say(shortage.explanation, shortage.isOfTime ? ChanceOptions.wayOut : nil, in: language)
      }
      return pairs
    }
    let table: ResultTable =
      switch show {
      case .pairs: .mixing(try mixing(), of: network, isJudged: isJudged, in: language)
      case .square: .mixingSquare(try mixing(), of: network, isJudged: isJudged, in: language)
      case .index: .externalInternal(try analysis.externalInternalTests(), of: network, in: language)
      case .roles: .brokerRoles(try analysis.brokerRoles(by: by), of: network, in: language)
      case .helix: .tripleHelices(try analysis.tripleHelices(), of: network, isJudged: isJudged, in: language)
      }
    if table.rows.isEmpty || show == .helix && analysis.groups(by: .kind).isEmpty {
      input.say(nothing(in: analysis), in: language)
    }
    try output.write(table)
  }

  private static let shorterWays = Phrase(
    "Fewer --draws make it shorter, and so does a part of the network: --from, --to, --zone, --kind.",
    zh: "减小 --draws，或用 --from、--to、--zone、--kind 只看一部分，可缩短时间。")
  private static let waysOut = Phrase(
    "Look at a part by --from, --to, --zone or --kind; --show roles draws nothing; or add --draws N (100 or more) to wait for it.",
    zh: "可用 --from、--to、--zone、--kind 只看一部分；--show roles 无需随机抽取；如愿等待，请加 --draws N（至少 100）。")

  /// Why there is nothing to compare.
  private func nothing(in analysis: Analysis) -> Phrase {
    let grouping: Grouping? = show == .helix ? .kind : show == .index ? nil : by
    if let grouping, analysis.groups(by: grouping).isEmpty {
      return switch grouping {
      case .kind:
        Phrase(
          "No kinds of actors are stated here, so there are no groups to compare. Kinds stand in actors.csv.",
          zh: "未注明主体类型，没有可对照的群体。类型在 actors.csv 中填写。")
      case .zone:
        Phrase(
          "No zones are stated or assessed here, so there are no groups to compare. Zones stand in actors.csv.",
          zh: "未注明或未评估片区，没有可对照的群体。片区在 actors.csv 中填写。")
      case .chain:
        Phrase(
          "There are no chains here, so there are no groups to compare. Chains stand in chains.csv, their actors in positions.csv.",
          zh: "没有产业链，没有可对照的群体。产业链在 chains.csv 中填写，其主体在 positions.csv 中填写。")
      }
    }
    if analysis.graph.matrix.entryCount == 0 {
      return Phrase("There are no ties here, so nothing can be compared.", zh: "没有联系，无从对照。")
    }
    return grouping == nil
      ? Phrase(
        "The E-I index takes two kinds or two zones at least, and here there are not as many.",
        zh: "E-I 指数至少需要两类主体或两个片区，此处不足。")
      : Phrase("There are too few actors here to compare.", zh: "主体过少，无从对照。")
  }
}

extension Grouping: ExpressibleByArgument {}
