import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiMeasures

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws a network: a map, its chains, one consortium, one actor, its gaps.",
    discussion: """
      Views:
        map         the whole network; consortia or chains as soft shapes; gaps marked
        chains      chains as lanes, stages from upstream to downstream, slits between stages that nothing links
        coverage    a table of chains by kinds of providers, with the index of each chain
        consortium  one consortium: the leader in the middle, members by role and kind, partners outside faded
        ego         one actor, its partners, and who would be cut off without it
        gaps        the network faded, its gaps marked, the ties that would help most in green
        matrix      the adjacency matrix, ordered by community
      `kesi compare --picture` draws what has changed between two networks or dates.

      The ending of -o says which format; without -o, DOT text for Graphviz goes to standard output.

      Examples:
        kesi render graphs/suzhou -o suzhou.svg --lang zh
        kesi render graphs/wenzhou --view coverage -o coverage.png
        kesi render graphs/suzhou --view chains --lang zh -o chains.pdf
        kesi render graphs/suzhou --view ego --actor UNI-A --radius 2 --theme print -o uni-a.png
        kesi render graphs/suzhou --size betweenness --chain biomedicine -o bio.pdf
      """)

  enum View: String, CaseIterable, ExpressibleByArgument {
    case map, chains, coverage, consortium, ego, gaps, matrix
  }

  @OptionGroup var input: NetworkInput

  @Option(help: "The view: map, chains, coverage, consortium, ego, gaps or matrix.")
  var view: View = .map

  @Option(help: "The colors: default, print (grays) or dark.")
  var theme: ThemeName = .standard

  @Option(parsing: .unconditional, help: "For --view ego: the actor, by id or name.")
  var actor: String?

  @Option(help: "For --view ego: 1 for partners, 2 also for partners of partners.")
  var radius = 1

  @Option(
    parsing: .unconditional,
    help: "For --view consortium: the consortium, by id or name. Default: the one with most members.")
  var consortium: String?

  @Option(help: ArgumentHelp("The measure that sets the size of symbols on maps.", valueName: "measure"))
  var size = "degree"

  @Option(help: "The format: dot, svg, png or pdf. Default: by the ending of -o.")
  var format: Picture.Format?

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "Random seed of the layout of maps.")
  var seed = 1

  @OptionGroup var language: LanguageOption
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption

  /// Beyond so many actors only gaps that are soon found are marked.
  private static let mostSearched = 5000

  func validate() throws {
    guard ActorMeasure.called(size) != nil else { throw unknownMeasure }
    try Picture.checkEnding(of: output, chosen: format, hasFormat: true)
    try GivenOptions.refuse("--actor", "--radius", unless: view == .ego, because: "goes with --view ego")
    try GivenOptions.refuse("--consortium", unless: view == .consortium, because: "goes with --view consortium")
    try GivenOptions.refuse(
      "--size", "--seed", unless: view == .map || view == .gaps, because: "goes with --view map or gaps")
    try GivenOptions.refuse(
      "--as-of", unless: view == .map || view == .gaps, because: "goes with --view map or gaps: others mark no lapses")
    try GivenOptions.refuse(
      "--directed", unless: view == .map || view == .gaps || view == .matrix,
      because: "changes nothing here: this view reads every tie both ways")
    try GivenOptions.refuse(
      "--weighted",
      unless: (view == .map || view == .gaps) && ActorMeasure.called(size)?.traits.contains(.takesNoWeights) == false,
      because: "goes with a --size that has weights, such as closeness")
    try GivenOptions.refuse(
      "--projection", unless: [.map, .gaps, .matrix].contains(view),
      because: "changes nothing here: this view shows who is tied, not how strongly")
    if view == .ego, actor == nil { throw ValidationError("--view ego needs --actor.") }
    guard (1...2).contains(radius) else { throw ValidationError("--radius should be 1 or 2.") }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
  }

  private var unknownMeasure: ValidationError {
    ValidationError(
      "--size: “\(size)” is not a measure. Known: \(ActorMeasure.all.map(\.id).joined(separator: ", ")).")
  }

  func run() throws {
    try Outputs.check([output], networks: [input.network])
    let network = try input.read(in: language.lang, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    let bytes = try picture(of: analysis).bytes(as: format ?? output.flatMap { Picture.Format(file: $0) } ?? .dot)
    try Console.write(bytes, to: output)
  }

  private func picture(of analysis: Analysis) throws -> Picture {
    let network = analysis.graph.network
    switch view {
    case .map, .gaps:
      let gaps = try analysis.gaps(analysis.graph.actors.count > Self.mostSearched ? .quick : .all)
      guard let size = ActorMeasure.called(size) else { throw unknownMeasure }
      return try MapDrawing.picture(
        of: analysis, gaps: gaps, remedies: view == .gaps ? remedies(of: analysis, gaps) : nil, size: size,
        language: language.lang, theme: theme, seed: seed)
    case .chains:
      return try ChainLanes.picture(of: analysis, gaps: analysis.gaps(), language: language.lang, theme: theme)
    case .coverage:
      return try CoverageDrawing.picture(of: analysis, language: language.lang, theme: theme)
    case .consortium:
      return try RingDrawing.picture(
        ofConsortium: network.consortium(called: consortium), in: analysis, language: language.lang, theme: theme)
    case .ego:
      return try RingDrawing.picture(
        ofActor: network.actor(called: actor ?? ""), radius: radius, in: analysis, language: language.lang, theme: theme
      )
    case .matrix:
      return try MatrixDrawing.picture(of: analysis, language: language.lang, theme: theme)
    }
  }

  /// The ties that would close the worst gaps, and those that would raise the chains most.
  private func remedies(of analysis: Analysis, _ gaps: [Gap]) throws -> [Remedy] {
    let suggested = try analysis.suggestions(for: .index(), within: SuggestionLimits(ties: 5, perActor: 2)).map(\.step)
    return suggested + gaps.filter { $0.level >= .high }.prefix(8).flatMap(\.remedies)
  }
}

extension Picture.Format: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}
