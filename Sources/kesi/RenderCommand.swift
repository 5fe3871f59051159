import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiMeasures
import KesiNetwork

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draws a network: a map, its chains, one consortium, one actor, its gaps, its symbiosis.",
    discussion: """
      Views:
      \(View.all.map { "  \($0.name.padding(toLength: 11, withPad: " ", startingAt: 0)) \($0.summary)" }.joined(separator: "\n"))
      `kesi compare --picture` draws what has changed between two networks or dates.

      The ending of -o says which format; without -o, DOT text for Graphviz goes to standard output.

      A map of more than 500 actors thins out by itself: actors stand in areas, a zone or a community each; the ties that
      stand out are drawn, bands stand for those between areas, and the leading actors are named. What is left out is said
      below the title; --min-weight and --labels draw what you ask for instead.

      Examples:
        kesi render graphs/suzhou -o suzhou.svg --lang zh
        kesi render graphs/wenzhou --view coverage -o coverage.png
        kesi render graphs/suzhou --view chains --lang zh -o chains.pdf
        kesi render graphs/suzhou --view ego --actor UNI-A --radius 2 --theme print -o uni-a.png
        kesi render graphs/suzhou --size betweenness --chain biomedicine -o bio.pdf
        kesi render graphs/suzhou --color zone --min-weight 2 --labels 20 --page a4 -o zones.pdf
        kesi render graphs/suzhou --plain --theme print --font "Liberation Serif" -o figure.pdf
        kesi render graphs/suzhou --bilingual --page slide -o slide.png
        kesi render graphs/park --view phase -o phase.svg
      """)

  @OptionGroup var input: NetworkInput

  @Option(help: "The view: \(View.list).")
  var view: View = .all[0]

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

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "For --view phase and course: two subjects of history.csv. Default: the two that it has.", valueName: "A,B"))
  var subjects: String?

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

  @OptionGroup var look: PictureOptions
  @OptionGroup var language: LanguageOption
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var meta: MetaOption

  func validate() throws {
    guard ActorMeasure.called(size) != nil else { throw unknownMeasure }
    try Picture.checkEnding(of: output, chosen: format, hasFormat: true)
    for option in ViewOption.allCases {
      let isOfUse = option != .weighted || ActorMeasure.called(size)?.traits.contains(.takesNoWeights) == false
      try GivenOptions.refuse(
        "--\(option.rawValue)", unless: view.takes.contains(option) && isOfUse, because: option.refusal)
      if let (other, because) = option.idleBeside {
        try GivenOptions.refuse(
          "--\(option.rawValue)", unless: !GivenOptions.all.contains("--\(other.rawValue)"),
          because: "changes nothing beside --\(other.rawValue), which \(because)")
      }
    }
    for option in ViewOption.allCases
    where view.needs.contains(option) && !GivenOptions.all.contains("--\(option.rawValue)") {
      throw ValidationError("--view \(view.name) needs --\(option.rawValue).")
    }
    try GivenOptions.refuse(
      "--layers", "--chain", "--zone", "--kind", unless: view.isOfTies,
      because: "is of no use here: this view draws what history.csv has")
    guard (1...2).contains(radius) else { throw ValidationError("--radius should be 1 or 2.") }
    if seed < 0 { throw ValidationError("--seed should not be below 0.") }
  }

  private var unknownMeasure: ValidationError {
    ValidationError(
      "--size: “\(size)” is not a measure. Known: \(ActorMeasure.all.map(\.id).joined(separator: ", ")).")
  }

  func run() throws {
    let format = format ?? output.flatMap { Picture.Format(file: $0) } ?? .dot
    let bare = format.holdsNote ? nil : output ?? "-"
    try Outputs.check([output, bare.flatMap { try Origin.place(beside: $0) }], networks: [input.network])
    let style = try look.style(language.lang, theme)
    let network = try input.readTitled(in: language.lang, threads: selection.threads)
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    guard let size = ActorMeasure.called(size) else { throw unknownMeasure }
    var wishes = ViewWishes(style: style)
    wishes.size = size
    (wishes.seed, wishes.actor, wishes.radius, wishes.consortium) = (seed, actor, radius, consortium)
    wishes.subjects = subjects?.listedWords
    let picture = try view.picture(of: analysis, wishes)
    let bytes = try picture.bytes(as: format, bearing: Origin.note())
    try Console.write([bare.flatMap { try Origin.file(beside: $0) }, (output ?? "-", bytes)].compactMap(\.self))
    if !picture.caption.isEmpty {
      let caption = picture.caption.joined(separator: "\n")
      input.say(Phrase("For the caption:\n\(caption)", zh: "供图注使用：\n\(caption)"), in: language.lang)
    }
  }
}

extension View: ExpressibleByArgument {
  public init?(argument: String) {
    guard let view = View.all.first(where: { $0.name == argument }) else { return nil }
    self = view
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }

  /// `map, chains or matrix`
  fileprivate static var list: String {
    let names = all.map(\.name)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

extension Picture.Format: ExpressibleByArgument {}
extension ThemeName: ExpressibleByArgument {}
