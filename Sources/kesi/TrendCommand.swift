import ArgumentParser
import KesiCluster
import KesiNetwork

struct TrendCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Shows year by year how the cluster and its chains stood.",
    discussion: """
      Each year is judged by its own ties, positions and memberships, and by what the whole network states: what is asked
      does not change from year to year. Rows without dates count in every year.

      Examples:
        kesi trend graphs/suzhou
        kesi trend graphs/suzhou --show chains --from 2021
        kesi trend graphs/suzhou --lang zh -o 逐年变化.xlsx
      """)

  @OptionGroup var input: NetworkInput

  enum Table: String, CaseIterable, ExpressibleByArgument { case cluster, chains }

  @Option(help: "The table: cluster, a row a year; or chains, a row a year and chain.")
  var show: Table = .cluster

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try selection.refuseWeightsAndDirection()
    try GivenOptions.refuse(
      "--chain", unless: show == .chains,
      because: "is of no use here: a cluster is judged as a whole; add --show chains")
    try GivenOptions.refuse("--zone", "--kind", because: "is of no use here: chains are judged on all of their actors")
  }

  func run() throws {
    let language = output.lang
    try output.check(input)
    var network = try input.read(in: language, threads: selection.threads).network
    network.settled = network.assessment
    let usual = network.usualYears
    let early = network.starts.filter { start in usual.map { start.year < $0.range.lowerBound } ?? false }
    // Not the years since a slip, but those since the first start that is none.
    let firstShown = network.starts.lazy.map(\.year).filter { usual?.contains($0) ?? true }.min()
    let years = network.datedYears.filter { year in
      (selection.from?.year ?? firstShown ?? year) <= year && year <= (selection.to?.year ?? year)
    }
    if selection.from == nil, let first = early.min(by: { $0.earliest < $1.earliest }) {
      input.say(
        Phrase(
          "\(early.count.counted("start")) far before the others, the first in \(first.year): these years are not shown. If that is a slip, correct it; if not, say --from \(first.year).",
          zh: "有 \(early.count) 个开始时间远早于其余（最早为 \(first.year) 年），这些年份未列出。如系误填请改正；如属实，请用 --from \(first.year)。"),
        in: language)
    }
    if years.isEmpty {
      input.say(
        Phrase(
          "Nothing is dated in these years: columns from and to in ties.csv, positions.csv or members.csv say when.",
          zh: "这些年份没有带日期的数据：请在联系、链位或成员表中填写“开始”“结束”。"), in: language)
    }
    let whole = try selection.analysis(of: network)
    // Where a heading stands above the table, it is said there.
    if !years.isEmpty, !output.chosenFormat.hasHeading { input.say(whole.trendNote, in: language) }
    let chosen = try selection.selection(of: network)
    let rows = try years.compactMap { year -> TrendYear? in
      guard let date = PartialDate(String(year)) else { return nil }
      return TrendYear(
        year: year, try selection.analysis(of: network, by: chosen, during: Period(from: date, to: date)))
    }
    try output.write(
      show == .cluster
        ? .trend(rows, of: whole, in: language) : .chainTrend(rows, of: network, in: language))
  }
}
