import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tells what has changed between two networks, or between two dates of one.",
    discussion: """
      Actors are the same where their ids are. Listed are the measures, chain indices and gaps that differ; who came and
      left; ties that formed, dissolved, grew stronger or weaker; the greatest moves in rank by ties and betweenness; how
      far the communities agree (adjusted Rand index: 1 the same, 0 no more than chance) and those that are another.

      A date is a year, a month or a day; a span is two of them: 2020..2022.

      Examples:
        kesi compare graphs/suzhou --before 2021 --after 2024
        kesi compare last-year this-year --picture change.svg
        kesi compare graphs/suzhou --before 2021..2022 --after 2023..2024 --format json --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Argument(help: "The later network; none where two dates of one are compared.", completion: .file())
  var later: String?

  @Option(help: ArgumentHelp("The date or span before.", valueName: "date"))
  var before: Span?

  @Option(help: ArgumentHelp("The date or span after.", valueName: "date"))
  var after: Span?

  @Flag(help: "List measures and chains that stay the same, too.")
  var all = false

  @Option(
    help: ArgumentHelp("Draw what formed and what dissolved into this file.", valueName: "file"), completion: .file())
  var picture: String?

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    if later == nil, before == nil || after == nil {
      throw ValidationError("Give a second network, or --before and --after for two dates of one.")
    }
    if selection.from != nil || selection.to != nil {
      throw ValidationError("--from and --to say one period; use --before and --after.")
    }
    try Picture.checkEnding(of: picture)
  }

  func run() throws {
    let language = output.language.lang
    let network = try input.read(in: language, threads: selection.threads).network
    let other = try later.map { try input.read($0, in: language, threads: selection.threads).network } ?? network
    let surveys = (
      try selection.survey(of: network, during: before?.period, chance),
      try selection.survey(of: other, during: after?.period, chance)
    )
    let change = NetworkChange(from: surveys.0.graph, to: surveys.1.graph)
    if change.joined.count == other.actors.count, !other.actors.isEmpty, !input.quiet {
      Console.say(
        Phrase(
          "No actor of the first network has an id that is in the second, so nothing can be matched.",
          zh: "两个网络没有编号相同的主体，无法匹配。")(language))
    }
    let comparison = try Comparison(surveys.0, surveys.1, .all)
    let drift = try Drift(from: surveys.0, to: surveys.1)
    if let picture {
      try selection.draw(change, comparison, heading: heading, to: picture, in: language)
    }
    try output.write(.comparison(comparison, change, drift, showsAll: all, in: language))
  }
}

extension CompareCommand {
  /// What the picture is called: which networks or dates it compares.
  private var heading: Phrase {
    func side(_ path: String, _ span: Span?) -> String {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return [later == nil ? nil : name, span?.text].compactMap { $0 }.joined(separator: " ")
    }
    let (old, new) = (side(input.network, before), side(later ?? input.network, after))
    return Phrase("what changed from \(old) to \(new)", zh: "\(old) 至 \(new) 的变化")
  }
}

/// A date, or two with dots between: `2021`, `2020-06..2022`.
struct Span: ExpressibleByArgument {
  let period: Period
  /// As it was given.
  let text: String

  init?(argument: String) {
    text = argument
    let parts = argument.replacing("..", with: "\u{0}").split(separator: "\u{0}", omittingEmptySubsequences: false)
    guard let first = PartialDate(String(parts[0])) else { return nil }
    switch parts.count {
    case 1: period = Period(from: first, to: first)
    case 2:
      guard let last = PartialDate(String(parts[1])), first.earliest <= last.latest else { return nil }
      period = Period(from: first, to: last)
    default: return nil
    }
  }
}
