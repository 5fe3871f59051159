import ArgumentParser
import KesiCluster
import KesiNetwork

struct GapsCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Lists every gap of a network with its evidence, the worst first.",
    discussion: """
      Each gap has a severity from 0 to 1; levels: critical from 0.75 on, high from 0.5, medium from 0.25, else low.
      Where it is a share of cases, such as stalled ties, the level is what that is surely above (3 of 3 high, 9 of 9
      critical); below three cases it is not sure. `kesi explain KIND` says what a kind means. Kinds of gaps:
      \(GapKind.all.map(\.id).joined(separator: ", ")).

      Examples:
        kesi gaps graphs/wenzhou
        kesi gaps graphs/suzhou --lang zh --format table
        kesi gaps graphs/suzhou --fail-on critical --quiet -o gaps.csv
        kesi gaps graphs/suzhou --missing 1       how certain each gap is, if about a tenth of the rows is missing
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: "End with status 1 if there is a gap of this level or worse: low, medium, high or critical.")
  var failOn: GapLevel?

  @Flag(help: ArgumentHelp(stringLiteral: "Leave out what takes long on large networks: \(slowKinds)."))
  var quick = false

  @OptionGroup var trials: TrialOptions
  @OptionGroup var chance: ChanceOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeights()
    if failOn == .notSure {
      throw ValidationError("--fail-on not_sure: that is no level. Write low, medium, high or critical.")
    }
    try GivenOptions.refuse(
      "--quick", "--draws", "--seed", "--zone", "--kind", unless: !engine.isSpark,
      because: "does not go with --engine spark here")
    try GivenOptions.refuse(
      "--draws", unless: !quick, because: "changes nothing with --quick, which draws nothing")
    try GivenOptions.refuse(
      "--seed", unless: !quick || trials.missing != nil,
      because: "changes nothing with --quick, which draws nothing")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    try engine.refuseOthers(than: input.network)
    if engine.isSpark { return try runOnSpark() }
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, chance, asOf: today.asOf)
    if !quick {
      let judged = try analysis.judged()
      let time = ExpectedTime(seconds: judged.expectedSeconds(), analysis: judged)
      try time.refuseTooLong(waysOut, unless: chance.draws != nil)
      if !input.quiet { time.say(shorterWays, in: language) }
    }
    let gaps = try analysis.gaps(quick ? .quick : .all)
    // Where a heading stands above the table, it is said there what was not looked for.
    let unsought = try analysis.judged().unsoughtNote
    if !output.chosenFormat.hasHeading { input.say(unsought, in: language) }
    input.say(analysis.partNote, analysis.partGapsNote, in: language)
    if quick {
      if !analysis.assessesNothing { input.say(quickNote, in: language) }
    } else {
      for note in try analysis.unjudgedNotes() { input.say(note, in: language) }
      let unjudged = try analysis.judged().unjudged()
      if unjudged.shortage?.isOfTime == true || unjudged.drawsNeeded != nil {
        input.say(ChanceOptions.wayOut, in: language)
      }
    }
    let tried = try trials.errors.map { try analysis.trials(of: $0, quick ? .quick : .all) }
    for note in tried.map({ TrialOptions.note($0.count, missing: $0.missingShare, notTried: $0.notTried) }) ?? [] {
      input.say(note, in: language)
    }
    // What is quick adds no index for each gap.
    let gains = quick ? GapGains() : try analysis.gains(of: gaps)
    if gains.untried > 0 {
      let count = Figure.count(gains.untried).text
      input.say(
        Phrase(
          "What closing them would gain was not reckoned for \(count) gaps, for want of time.",
          zh: "因耗时过长，\(count) 处薄弱环节未计算预期增量。"), in: language)
    }
    try output.write(.gaps(gaps, gaining: gains, tried: tried, of: analysis.graph, note: unsought, in: language))
    try endIfFound(gaps)
  }

  /// Ends with status 1 where a gap is of the level that `--fail-on` says, or worse.
  func endIfFound(_ gaps: [Gap]) throws {
    if let failOn, gaps.contains(where: { $0.level >= failOn }) { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

/// The kinds that --quick leaves out, with what they need.
private let slowKinds: String = {
  func kinds(_ cost: GapKind.Cost, need: String) -> String {
    let ids = GapKind.slow.filter { $0.cost == cost }.map(\.id)
    return "\(ids.listed(most: .max, in: .en) { $0 }), which need\(ids.count == 1 ? "s" : "") \(need)"
  }
  return kinds(.draws, need: "draws") + ", and " + kinds(.shortestPaths, need: "all shortest paths")
}()

/// How to get by with less.
private let shorterWays: Phrase = {
  let slow = GapKind.slow.map(\.label)
  return Phrase(
    "With --quick it takes seconds, without \(slow.listed(most: .max, in: .en) { $0.en + "s" }); fewer --draws make it shorter, too.",
    zh:
      "加 --quick 只需数秒，但不查找\(slow.dropLast().map(\.zh).joined(separator: "、"))和\(slow.last?.zh ?? "")；减小 --draws 也可缩短时间。"
  )
}()

/// What to do where it would take too long.
private let waysOut = Phrase(
  "Add --quick, which takes seconds; look at a part by --from, --to or --layers; or add --draws N (100 or more) to wait for all of it.",
  zh: "可加 --quick（只需数秒）；或用 --from、--to、--layers 只看一部分；如愿等待完整结果，请加 --draws N（至少 100）。")

/// What --quick leaves out.
private let quickNote: Phrase = {
  let kinds = GapKind.slow.map(\.label)
  return Phrase(
    "Left out by --quick: \(kinds.map(\.en).joined(separator: ", ")).",
    zh: "--quick 未查找：\(kinds.map(\.zh).joined(separator: "、"))。")
}()

extension GapLevel: ExpressibleByArgument {}
