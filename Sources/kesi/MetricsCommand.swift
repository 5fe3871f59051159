import ArgumentParser
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
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: ArgumentHelp("Measures, by commas.", valueName: "names"))
  var measure: String?

  @Flag(help: "Every measure.")
  var all = false

  @Flag(help: "Measure ties instead of actors.")
  var ties = false

  @Flag(help: "Divide betweenness by the number of pairs of other actors.")
  var normalized = false

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if measure != nil, all { throw ValidationError("--measure and --all exclude each other.") }
    if ties { _ = try chosen(tieMeasures, by: \.name, default: tieMeasures.map(\.name)) }
    if !ties { _ = try chosen(vertexMeasures, by: \.name, default: defaultVertexMeasures) }
  }

  func run() throws {
    let language = output.language.lang
    let graph = try selection.graph(of: input.read(in: language, threads: selection.threads).network)
    let context = selection.context(of: graph, normalized: normalized)
    if ties {
      let measures = try chosen(tieMeasures, by: \.name, default: tieMeasures.map(\.name))
      try output.write(.tieMetrics(measures, of: graph, context, in: language))
    } else {
      let measures = try chosen(vertexMeasures, by: \.name, default: defaultVertexMeasures)
      try output.write(.metrics(measures, of: graph, context, in: language))
    }
  }

  /// The measures asked for, in the order asked for.
  private func chosen<Measure>(
    _ measures: [Measure], by name: KeyPath<Measure, String>, default standard: [String]
  ) throws -> [Measure] {
    let names = all ? measures.map { $0[keyPath: name] } : measure?.split(separator: ",").map(String.init) ?? standard
    return try names.map { word in
      guard let found = measures.first(where: { $0[keyPath: name] == word }) else {
        let known = measures.map { $0[keyPath: name] }.joined(separator: ", ")
        throw ValidationError("“\(word)” is no measure of \(ties ? "ties" : "actors"). Known: \(known).")
      }
      return found
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
