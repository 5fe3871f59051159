import ArgumentParser
import KesiCluster
import KesiMeasures
import KesiNetwork
import KesiResults
import KesiSpark

struct MetricsCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Measures every actor, or every tie.",
    discussion: """
      Measures of actors:
      \(ActorMeasure.all.map { "  \($0.id.padded(to: 17))\($0.summary.en)" }.joined(separator: "\n"))

      By Spark alone (--engine spark):
      \(ActorMeasure.estimated.map { "  \($0.id)  \($0.summary.en)" }.joined(separator: "\n"))

      Measures of ties (--ties):
      \(TieMeasure.all.map { "  \($0.id.padded(to: 17))\($0.summary.en)" }.joined(separator: "\n"))

      An undefined value is an empty field in CSV, null in JSON.

      Examples:
        kesi metrics graphs/suzhou --measure betweenness,constraint --sort betweenness --top 10
        kesi metrics graphs/classics/karate --all --weighted --format json
        kesi metrics graphs/suzhou --ties -o ties.csv
        kesi metrics graphs/suzhou --measure coordinator,gatekeeper,liaison --group zone
        kesi metrics ties.txt --measure betweenness --sample 256
        kesi metrics graphs/suzhou --measure degree --columns zone,size,leader
        kesi metrics graphs/suzhou --measure betweenness --missing 1    how firm ranks are, if rows are missing
        kesi metrics hdfs://host/register --engine spark --master yarn -o out.csv
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("Comma-separated measures, by name or in Chinese.", valueName: "names"))
  var measure: String?

  @Flag(help: "Compute every measure.")
  var all = false

  @Flag(help: "Measure ties instead of actors.")
  var ties = false

  @Option(
    help: ArgumentHelp(
      "Comma-separated columns of actors.csv (with --ties of ties.csv) to put beside the measures, or all. Where several ties stand behind a row, each gives its value.",
      valueName: "names"))
  var columns: String?

  @Flag(help: "Divide betweenness by the number of pairs of other actors.")
  var normalized = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Estimate betweenness from K actors drawn at random, and give its standard error.", valueName: "K"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Groups for brokerage, participation, within_z and the E-I index: kind, zone or community. Default: kind; for participation and within_z, community.",
      valueName: "groups"))
  var group: Grouping?

  @Option(
    parsing: .unconditional, help: "How fine communities are: above 1 gives smaller ones.",
    transform: {
      guard let number = Double(decimal: $0) else { throw ValidationError("“\($0)” is not a number.") }
      return number
    })
  var resolution = 1.0

  @Flag(help: "Find communities by the constant Potts model (--resolution is its density) instead of modularity.")
  var potts = false

  @Option(parsing: .unconditional, help: "Random seed.")
  var seed = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --engine spark: have Spark write the table itself, as part files in a new folder at this address; Parquet where it ends in .parquet, else CSV.",
      valueName: "url"))
  var parts: String?

  @OptionGroup var trials: TrialOptions
  @OptionGroup var engine: EngineOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  enum Grouping: String, CaseIterable, ExpressibleByArgument { case kind, zone, community }

  func validate() throws {
    if let sample, sample < 2 { throw ValidationError("--sample should be at least 2.") }
    guard resolution >= 0, resolution.isFinite else { throw ValidationError("--resolution should not be below 0.") }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
    if let columns, Self.words(columns).isEmpty {
      throw ValidationError("--columns: names nothing. Leave it out, or write all.")
    }
    try GivenOptions.refuse("--missing", unless: !ties, because: "ranks actors; it does not go with --ties")
    if measure != nil, all { throw ValidationError("--measure and --all cannot be used together.") }
    try GivenOptions.refuse("--parts", unless: engine.isSpark, because: "goes with --engine spark")
    if engine.isSpark { try refuseForSpark() }
    try refuseUnused(by: try ties ? chosenTieMeasures().map(\.traits) : chosenMeasures().map(\.traits))
  }

  /// Refuses what none of the chosen measures has a use for.
  private func refuseUnused(by chosen: [MeasureTraits]) throws {
    func any(_ trait: MeasureTraits) -> Bool { chosen.contains { $0.contains(trait) } }
    func all(_ trait: MeasureTraits) -> Bool { chosen.allSatisfy { $0.contains(trait) } }
    let here = "changes nothing for these measures"
    let needsCommunities =
      any(.ofCommunities) || group == .community || (group == nil && any(.acrossCommunities))
    try GivenOptions.refuse("--normalized", "--sample", unless: any(.sampled), because: here)
    try GivenOptions.refuse("--group", unless: any(.ofGroups) || any(.acrossCommunities), because: here)
    try GivenOptions.refuse("--resolution", "--potts", unless: needsCommunities, because: here)
    try GivenOptions.refuse(
      "--seed", unless: needsCommunities || any(.drawn) || sample != nil || trials.missing != nil, because: here)
    try GivenOptions.refuse("--weighted", unless: !all(.takesNoWeights), because: here)
    try GivenOptions.refuse(
      "--projection", unless: ties || selection.weighted || any(.alwaysWeighted),
      because: "sets weights, which none of these measures has: add --weighted or strength")
    try GivenOptions.refuse("--directed", unless: !all(.takesNoDirection) || ties, because: here)
  }

  private func chosenTieMeasures() throws -> [TieMeasure] { try chosen(TieMeasure.all, default: TieMeasure.all) }

  func chosenMeasures() throws -> [ActorMeasure] {
    engine.isSpark
      ? try chosen(SparkEngine.actorMeasures, default: SparkEngine.usual)
      : try chosen(ActorMeasure.all, default: ActorMeasure.usual)
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    try engine.refuseOthers(than: input.network)
    if engine.isSpark { return try runOnSpark() }
    let network = try input.readAsIs(in: language, threads: selection.threads).network.inCanonicalOrder(
      carrying: columns == nil ? [] : ties ? [.ties] : [.actors])
    let options = options
    let analysis = try selection.analysis(of: network, seed: seed, measuring: options)
    let graph = analysis.graph
    if selection.directed, !graph.hasDirections {
      input.say(
        Phrase(
          "No tie here has a direction, so --directed changes nothing.", zh: "这里的联系都没有方向，--directed 不起作用。"),
        in: language)
    }
    if ties {
      try output.write(
        .tieMetrics(chosenTieMeasures(), beside: attributes, of: graph, by: analysis.numbers, in: language))
    } else {
      let measures = try chosenMeasures().flatMap { sample == nil ? [$0] : $0.withError }
      let weighted = selection.weighted
      let tried = try trials.errors.map { errors in
        guard measures.contains(where: \.ranksActors) else {
          throw ValidationError("--missing: none of these measures orders actors.")
        }
        return try analysis.measureTrials(measures, of: errors) { graph in
          var taken = options(graph)
          taken.usesWeights = weighted
          return taken
        }
      }
      for note in tried.map({ TrialOptions.note($0.count, missing: $0.missingShare) }) ?? [] {
        input.say(note, in: language)
      }
      try output.write(
        .metrics(measures, beside: attributes, of: graph, by: analysis.numbers, tried: tried, in: language))
    }
  }

  private var attributes: AttributeChoice {
    columns == "all" ? .all : .named(columns.map(Self.words) ?? [])
  }

  /// How measures are taken, of this network and of others like it.
  private var options: @Sendable (NetworkGraph) -> MeasureOptions {
    var options = MeasureOptions(isNormalized: normalized)
    options.sample = sample
    options.seed = UInt64(seed)
    options.quality = potts ? .constantPotts(resolution: resolution) : .modularity(resolution: resolution)
    options.groupsAreCommunities = group == .community
    let (asked, group) = (options, group)
    return { graph in
      var options = asked
      switch group {
      case .kind: options.groups = graph.labels(by: \.kind)
      case .zone: options.groups = graph.labels { $0.zone ?? "" }
      case .community, nil: break
      }
      return options
    }
  }

  /// The measures asked for, in the order asked for.
  private func chosen<Subject>(
    _ measures: [Measure<Subject>], default standard: [Measure<Subject>]
  ) throws -> [Measure<Subject>] {
    guard let words = measure.map(Self.words), !all else { return all ? measures : standard }
    if words.isEmpty { throw ValidationError("--measure: names nothing. Leave it out for the usual ones.") }
    var taken: Set<String> = []
    return try words.map { word in
      // By its id, by its title, or by another name that the glossary knows.
      let entry = Glossary.entry(for: word)?.id
      // What is estimated is not meant by the name of what is exact.
      let instead = engine.isSpark ? entry.flatMap { SparkEngine.instead[$0] } : nil
      guard
        let found = measures.first(where: { $0.id == word || $0.summary.zh == word })
          ?? measures.first(where: { $0.id == entry })
          ?? measures.first(where: { instead == nil && $0.summary.zh.isTitle(word) })
      else {
        if let id = entry, let instead {
          throw ValidationError("Spark does not compute \(id). Ask for \(instead), or use --engine local.")
        }
        if ActorMeasure.estimated.contains(where: { $0.id == word }) {
          throw ValidationError("\(word) is what --engine spark estimates. Here harmonic is exact: ask for that.")
        }
        let known = measures.map(\.id).joined(separator: ", ")
        throw ValidationError("“\(word)” is not a measure of \(ties ? "ties" : "actors"). Known: \(known).")
      }
      guard taken.insert(found.id).inserted else {
        throw ValidationError("--measure: \(found.id) is named twice; once is enough.")
      }
      return found
    }
  }

  private static func words(_ list: String) -> [String] {
    list.unicodeScalars.split { $0 == "," || $0 == "，" || $0 == "、" }.map { String($0) }
  }
}

extension String {
  /// Whether a word is this title, with or without what stands in brackets.
  fileprivate func isTitle(_ word: String) -> Bool { self == word || prefix { $0 != "（" } == word }

  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
