import ArgumentParser

@main
struct Kesi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kesi",
    abstract: "Maps innovation clusters, measures them, and finds their gaps.",
    discussion: """
      A network is a folder of CSV tables: actors.csv and at least one of ties.csv, members.csv, positions.csv. It may also
      be one file: a list of ties, or a snapshot that `kesi convert` wrote. Help is in English; README.zh.md says all of it
      in Chinese.

      A run ends with one of these:
      \(ExitStatus.list)

      Examples:
        kesi check graphs/wenzhou                  what the tables hold, and what is wrong with them
        kesi gaps graphs/wenzhou --lang zh         every gap, the worst first, in Chinese
        kesi render graphs/suzhou -o suzhou.svg    a map
        kesi metrics graphs/suzhou | head -3       numbers for other tools
      """,
    version: "0.1.0",
    subcommands: [
      CheckCommand.self, SummaryCommand.self, MetricsCommand.self, ChainsCommand.self, GapsCommand.self,
      PlanCommand.self, RiskCommand.self, AskCommand.self, MatchCommand.self, TrendCommand.self, SuggestCommand.self,
      WhatIfCommand.self,
      CompareCommand.self, ResilienceCommand.self,
      MixingCommand.self, ContributionCommand.self, ShareCommand.self, SymbiosisCommand.self, AppraiseCommand.self,
      ExplainCommand.self,
      RenderCommand.self, ReportCommand.self, ConvertCommand.self, NewCommand.self, ImportCommand.self,
      SchemaCommand.self,
    ])

  static func main() {
    Console.holdStandardStreams()
    Interruption.watch()
    do {
      try Origin.recorded {
        if try EachNetwork.run(Array(CommandLine.arguments.dropFirst())) { return }
        var command = try parseAsRoot()
        try command.run()
      }
      Origin.tellOutdated()
    } catch {
      Origin.tellOutdated()
      Failure.exit(with: error)
    }
  }
}
