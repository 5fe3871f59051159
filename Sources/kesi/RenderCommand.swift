import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMeasures

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws a network.",
    discussion: """
      Views: map (the whole network), coverage (chains by providers, with the index of each chain).
      The ending of -o tells the format; without -o, DOT goes to standard output, ready for Graphviz.

      Examples:
        kesi render graphs/suzhou -o suzhou.svg --lang zh
        kesi render graphs/wenzhou --view coverage -o coverage.png
        kesi render graphs/suzhou --size betweenness --chain biomedicine | dot -Tpdf > bio.pdf
      """)

  enum View: String, CaseIterable, ExpressibleByArgument { case map, coverage }

  @OptionGroup var input: NetworkInput

  @Option(help: "map or coverage.")
  var view: View = .map

  @Option(help: ArgumentHelp("The measure that symbols of the map grow with.", valueName: "measure"))
  var size = "degree"

  @Option(help: "dot, svg, png or pdf. Default: by the ending of -o.")
  var format: Picture.Format?

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Where the layout of the map starts from: another number, another layout.")
  var seed = 1

  @OptionGroup var language: LanguageOption
  @OptionGroup var selection: SelectionOptions

  /// Beyond so many actors only gaps that are soon found are marked.
  private static let mostSearched = 5000

  func validate() throws {
    guard vertexMeasures.contains(where: { $0.name == size }) else {
      throw ValidationError(
        "--size: “\(size)” is no measure. Known: \(vertexMeasures.map(\.name).joined(separator: ", ")).")
    }
    if let output, format == nil, Picture.Format(file: output) == nil {
      throw ValidationError("\(output): the ending should be .svg, .png, .pdf or .dot, or --format say which.")
    }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
  }

  func run() throws {
    let survey = try selection.survey(of: input.read(in: language.lang, threads: selection.threads).network)
    let bytes = try picture(of: survey).bytes(as: format ?? output.flatMap { Picture.Format(file: $0) } ?? .dot)
    if let output { try AtomicFile.write(bytes, to: output) } else { try Console.write(bytes) }
  }

  private func picture(of survey: GapSurvey) throws -> Picture {
    switch view {
    case .map:
      let measure = vertexMeasures.first { $0.name == size }!
      return try MapDrawing.picture(
        of: survey, gaps: survey.gaps(survey.graph.actors.count > Self.mostSearched ? .quick : .all), size: measure,
        context: selection.context(of: survey.graph),
        language: language.lang, seed: seed)
    case .coverage:
      return CoverageDrawing.picture(of: survey, language: language.lang)
    }
  }
}

extension Picture.Format: ExpressibleByArgument {}
