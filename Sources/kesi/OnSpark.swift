import ArgumentParser
import KesiCluster
import KesiNetwork
import KesiResults
import KesiSpark

// The commands that Spark answers, as it does.

extension MetricsCommand {
  func runOnSpark() throws {
    let measures = try chosenMeasures()
    // With these alone the largest are picked where the values are.
    let top = output.top.flatMap { count in
      measures.first { $0.id == output.sort }.map { SparkRequest.Top(by: $0.id, count) }
    }
    var request = SparkRequest(
      .metrics(measures, top: top, parts: parts.map { SparkRequest.Parts(at: $0) }), of: input.network,
      try selection.selectionForSpark())
    request.usesWeights = selection.weighted
    request.seed = seed
    let language = output.lang
    let shown = measures.flatMap(\.withEstimatedError)
    let nobody = try NetworkGraph(of: Network())
    try output.checkSort(of: .metrics(shown, of: nobody, by: SparkEngine(blankFor: shown), in: language))
    try engine.answer(to: request, for: input, in: language) { answer in
      if let parts {
        return input.say(Phrase("Written by Spark: \(parts)", zh: "Spark 已写出：\(parts)"), in: language)
      }
      let (network, engine) = try answer.measured(shown)
      try output.write(.metrics(shown, of: NetworkGraph(of: network), by: engine, in: language))
    }
  }

  /// Options of which Spark makes no use.
  func refuseForSpark() throws {
    try GivenOptions.refuse(
      "--all", "--ties", "--columns", "--normalized", "--sample", "--group", "--resolution", "--potts",
      because: "does not go with --engine spark")
    try GivenOptions.refuse(
      "-o", "--output", "--format", "--sort", "--top", "--headers", "--excel", unless: parts == nil,
      because: "does not go with --parts, which Spark writes")
  }
}

extension SummaryCommand {
  func runOnSpark() throws {
    let language = output.lang
    let numbers = SparkEngine.networkNumbers
    let request = SparkRequest(.summary(numbers), of: input.network, try selection.selectionForSpark())
    try output.checkSort(of: .summary(numbers, by: SparkEngine(blankFor: [], numbers), in: language))
    try engine.answer(to: request, for: input, in: language) { answer in
      let others = NetworkNumber.summary.filter { number in !numbers.contains { $0.id == number.id } }
      input.say(
        Phrase(
          "Spark does not compute \(others.map(\.id).joined(separator: ", ")), nor the cluster index.",
          zh: "Spark 不计算\(others.map(\.label.zh).joined(separator: "、"))和集群指数。"), in: language)
      try output.write(.summary(numbers, by: answer.numbers(numbers), in: language))
    }
  }
}

extension ChainsCommand {
  func runOnSpark() throws {
    let language = output.lang
    let selected = try selection.selectionForSpark()
    let nobody = Analysis(of: try NetworkGraph(of: Network()))
    try output.checkSort(of: .chains(nobody, gaps: nil, in: language))
    try engine.answer(to: SparkRequest(.chains, of: input.network, selected), for: input, in: language) { answer in
      let analysis = try answer.analysisOfChains(selected, asOf: today.asOf)
      input.say(analysis.assessesNothing ? analysis.notAssessedNote : analysis.partNote, in: language)
      input.say(
        Phrase(
          "Gaps are not counted here: the engine local finds all kinds.", zh: "此处不统计薄弱环节数：全部种类由 local 引擎查找。"),
        in: language)
      if !output.chosenFormat.hasHeading { input.say(analysis.verdictNote, in: language) }
      try output.write(.chains(analysis, gaps: nil, in: language))
      try endIfFound(analysis)
    }
  }
}

extension GapsCommand {
  func runOnSpark() throws {
    let language = output.lang
    let selected = try selection.selectionForSpark()
    let kinds = GapKind.ofWholes
    let request = SparkRequest(.gaps(kinds.map(\.id)), of: input.network, selected)
    let nobody = try NetworkGraph(of: Network())
    try output.checkSort(of: .gaps([], gaining: GapGains(), of: nobody, in: language))
    try engine.answer(to: request, for: input, in: language) { answer in
      let analysis = try answer.analysisOfChains(selected, asOf: today.asOf)
      let gaps = try analysis.gaps(of: kinds, in: answer.whole(of: analysis.graph.network))
      let unsought = try analysis.judged().notAssessedNote
      if !output.chosenFormat.hasHeading { input.say(unsought, in: language) }
      input.say(analysis.partNote, analysis.partGapsNote, in: language)
      let labels = kinds.map(\.label)
      input.say(
        Phrase(
          "Spark looks for \(labels.map(\.en).joined(separator: ", ")); the engine local finds all kinds.",
          zh: "Spark 查找\(labels.map(\.zh).joined(separator: "、"))；全部种类由 local 引擎查找。"), in: language)
      try output.write(.gaps(gaps, gaining: GapGains(), of: analysis.graph, note: unsought, in: language))
      try endIfFound(gaps)
    }
  }
}

extension SparkAnswer {
  /// The analysis of the chains that were looked at.
  fileprivate func analysisOfChains(_ asked: Selection, asOf today: PartialDate?) throws -> Analysis {
    let network = try chains()
    var selection = Selection()
    // Rows come as they stand: what is judged is chosen among them here.
    selection.period = asked.period
    selection.layers = asked.layers?.map(network.profile.tieKindID)
    selection.chains = try asked.chains.map { names in
      try Network.ids(
        of: names, among: network.chainNames, what: Phrase("chains", zh: "条产业链"), for: "--chain")
    }
    return Analysis(of: try NetworkGraph(of: network, selection), period: asked.period, asOf: today)
  }
}
