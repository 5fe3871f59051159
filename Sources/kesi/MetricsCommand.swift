import ArgumentParser
import KesiCluster
import KesiFormats
import KesiMeasures

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Measures every actor, or every tie.",
    discussion: """
      Measures of actors:
      \(vertexMeasures.map { "  \($0.name.padded(to: 17))\($0.summary)" }.joined(separator: "\n"))

      Measures of ties (--ties):
      \(tieMeasures.map { "  \($0.name.padded(to: 17))\($0.summary)" }.joined(separator: "\n"))

      An undefined value is an empty field in CSV, null in JSON.

      Examples:
        kesi metrics graphs/suzhou --measure betweenness,constraint --sort betweenness --top 10
        kesi metrics graphs/classics/karate --all --weighted --format json
        kesi metrics graphs/suzhou --ties -o ties.csv
        kesi metrics graphs/suzhou --measure coordinator,gatekeeper,liaison --group zone
        kesi metrics ties.txt --measure betweenness --sample 256
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("Comma-separated measures.", valueName: "names"))
  var measure: String?

  @Flag(help: "Compute every measure.")
  var all = false

  @Flag(help: "Measure ties instead of actors.")
  var ties = false

  @Flag(help: "Divide betweenness by the number of pairs of other actors.")
  var normalized = false

  @Option(
    help: ArgumentHelp(
      "Estimate betweenness from K actors drawn at random, and give its standard error.", valueName: "K"))
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Groups for brokerage, participation, within_z and the E-I index: kind, zone or community. Default: kind; for participation and within_z, community.",
      valueName: "groups"))
  var group: Grouping?

  @Option(help: "How fine communities are: above 1 gives smaller ones.")
  var resolution = 1.0

  @Flag(help: "Find communities by the constant Potts model (--resolution is its density) instead of modularity.")
  var potts = false

  @Option(help: "Random seed.")
  var seed = 1

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  enum Grouping: String, CaseIterable, ExpressibleByArgument { case kind, zone, community }

  func validate() throws {
    if let sample, sample < 2 { throw ValidationError("--sample should be at least 2.") }
    guard resolution >= 0, resolution.isFinite else { throw ValidationError("--resolution should not be below 0.") }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
    if measure != nil, all { throw ValidationError("--measure and --all cannot be used together.") }
    if ties { _ = try chosen(tieMeasures, by: \.name, default: tieMeasures.map(\.name)) }
    if !ties { _ = try chosen(vertexMeasures, by: \.name, default: defaultVertexMeasures) }
  }

  func run() throws {
    let language = output.language.lang
    let graph = try selection.graph(of: input.read(in: language, threads: selection.threads).network)
    let context = try context(of: graph)
    if ties {
      let measures = try chosen(tieMeasures, by: \.name, default: tieMeasures.map(\.name))
      try output.write(.tieMetrics(measures, of: graph, context, in: language))
    } else {
      var measures = try chosen(vertexMeasures, by: \.name, default: defaultVertexMeasures)
      if sample != nil, let place = measures.firstIndex(where: { $0.name == "betweenness" }) {
        measures.insert(betweennessError, at: place + 1)
      }
      try output.write(.metrics(measures, of: graph, context, in: language))
    }
  }

  private func context(of graph: NetworkGraph) throws -> MeasureContext {
    var options = MeasureOptions(isNormalized: normalized)
    options.sample = sample
    options.seed = UInt64(seed)
    options.quality = potts ? .constantPotts(resolution: resolution) : .modularity(resolution: resolution)
    switch group {
    case .kind: options.groups = graph.labels(by: \.kind)
    case .zone: options.groups = graph.labels { $0.zone ?? "" }
    case .community: options.groups = try selection.context(of: graph, options).communities()
    case nil: break
    }
    return selection.context(of: graph, options)
  }

  /// The measures asked for, in the order asked for.
  private func chosen<Measure>(
    _ measures: [Measure], by name: KeyPath<Measure, String>, default standard: [String]
  ) throws -> [Measure] {
    let names = all ? measures.map { $0[keyPath: name] } : measure?.split(separator: ",").map(String.init) ?? standard
    return try names.map { word in
      guard let found = measures.first(where: { $0[keyPath: name] == word }) else {
        let known = measures.map { $0[keyPath: name] }.joined(separator: ", ")
        throw ValidationError("“\(word)” is not a measure of \(ties ? "ties" : "actors"). Known: \(known).")
      }
      return found
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
