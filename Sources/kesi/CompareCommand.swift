import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiNetwork
import KesiResults

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Lists what has changed between two networks, or between two dates of one network.",
    discussion: """
      Actors are matched by their ids. Listed are the measures, chain indices and gaps that differ; actors that joined or
      left; ties that formed, dissolved, grew stronger or weaker; the largest moves in rank by number of ties and by
      betweenness; and the communities that changed. With --show agreement instead: how far the communities agree
      (adjusted Rand index: 1 the same, 0 no more than by chance).

      A date is a year, a month or a day; a period is two dates: 2020..2022.

      Examples:
        kesi compare graphs/suzhou --before 2021 --after 2024
        kesi compare last-year this-year --picture change.svg
        kesi compare yesterday today --fail-on worse --quiet -o changes.csv    # for a nightly job
        kesi compare graphs/suzhou --before 2021..2022 --after 2023..2024 --format json --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Argument(help: "The later network. Leave it out to compare two dates of one network.", completion: .file())
  var later: String?

  @Option(help: ArgumentHelp("The earlier date or period.", valueName: "date"))
  var before: Span?

  @Option(help: ArgumentHelp("The later date or period.", valueName: "date"))
  var after: Span?

  enum Table: String, CaseIterable, ExpressibleByArgument { case changes, agreement }

  @Option(help: "The table: changes or agreement.")
  var show: Table = .changes

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is such a change: gap (a new or worse one), chain (an index fell), left (an actor left), dissolved (a tie did), worse (any of these), or any (any change that is listed).",
      valueName: "change"))
  var failOn: Worsening?

  @Flag(help: "Also list measures and chains that stay the same.")
  var all = false

  @Option(
    help: ArgumentHelp("Draw a map of what formed and dissolved to this file.", valueName: "file"), completion: .file())
  var picture: String?

  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    if later == nil, before == nil || after == nil {
      throw ValidationError("Give a second network, or --before and --after to compare two dates of one network.")
    }
    if selection.from != nil || selection.to != nil {
      throw ValidationError("--from and --to select one period; use --before and --after here.")
    }
    if today.asOf != nil, before != nil || after != nil {
      throw ValidationError("--as-of is for two networks; of two dates each is its own today.")
    }
    if later != nil, before != nil || after != nil {
      // Each of two networks may be cut to its own date; one date alone would leave the other network whole.
      if before == nil || after == nil { throw ValidationError("Give both --before and --after, or neither.") }
    }
    if later == nil, let before, let after {
      guard before.period != after.period else {
        throw ValidationError("--before and --after are the same: nothing can have changed. Give two dates.")
      }
      if let early = before.period.from, let late = after.period.from, early.earliest > late.earliest {
        throw ValidationError("--before \(before.text) is after --after \(after.text). Exchange the two.")
      }
    }
    if show == .agreement, all { throw ValidationError("--all goes with --show changes.") }
    if show == .agreement, failOn != nil { throw ValidationError("--fail-on goes with --show changes.") }
    try Picture.checkEnding(of: picture)
    try GivenOptions.refuse(
      "--draws", "--seed", "--as-of", unless: findsGaps,
      because: "is for gaps, and --show agreement looks for none: leave it out, or add --picture")
    try GivenOptions.refuse("--weighted", because: "changes nothing here: weights are compared tie by tie")
  }

  /// Gaps are listed among the changes, and the picture shows them.
  private var findsGaps: Bool { show == .changes || picture != nil }

  func run() throws {
    let language = output.lang
    try output.check(input, later, picture: picture)
    var network = try input.read(in: language, threads: selection.threads).network
    var other = try later.map { try input.read($0, in: language, threads: selection.threads).network } ?? network
    let leftOut = Network.settle(&network, &other)
    if !leftOut.isEmpty, !input.quiet { Console.say(Assessment.leftOutNote(leftOut)(language)) }
    if before != nil || after != nil, !network.isDated { Console.note(.nothingIsDated) }
    let chosen = try selection.selection(of: network, other)
    let analyses = (
      try selection.analysis(of: network, by: chosen, during: before?.period, chance, asOf: today.asOf),
      try selection.analysis(of: other, by: chosen, during: after?.period, chance, asOf: today.asOf)
    )
    let change = NetworkChange(from: analyses.0.graph, to: analyses.1.graph, leavingOut: leftOut)
    if change.joined.count == other.actors.count, !other.actors.isEmpty, !input.quiet {
      Console.say(
        Phrase(
          "No id of the first network occurs in the second, so no actor can be matched. Use the same ids in both.",
          zh: "两个网络没有编号相同的主体，无法对应。请在两份数据中使用相同的编号。")(language))
    }
    input.say(analyses.1.notAssessedNote, analyses.1.partNote, analyses.1.partGapsNote, in: language)
    let comparison = findsGaps ? try Comparison(analyses.0, analyses.1, .all, leavingOut: leftOut) : nil
    let drift = try Drift(from: analyses.0, to: analyses.1, leavingOut: leftOut)
    let table: ResultTable =
      switch show {
      // What is listed there has been computed.
      case .changes: .comparison(comparison!, change, drift, showsAll: all, in: language)
      case .agreement: .agreement(drift, change, in: language)
      }
    if table.rows.isEmpty, !input.quiet {
      Console.say(Phrase("Nothing has changed.", zh: "两者没有变化。")(language))
    }
    var drawn: (file: String, bytes: [UInt8])?
    if let picture, let comparison {
      drawn = try selection.draw(change, comparison, heading: heading, for: picture, in: language)
    }
    try output.write(table, picture: drawn)
    if let failOn, let comparison {
      let changes = comparison.listed(showsAll: false) + change.listed() + drift.listed(in: change.union)
      if changes.contains(where: failOn.holds) { throw ExitCode(ExitStatus.found.rawValue) }
    }
  }
}

extension Worsening: ExpressibleByArgument {}

extension CompareCommand {
  /// What the picture is called: which networks or dates it compares.
  private var heading: Phrase {
    func side(_ path: String, _ span: Span?) -> String {
      let name = path.unicodeScalars.split(separator: "/").last.map { String($0) } ?? path
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
