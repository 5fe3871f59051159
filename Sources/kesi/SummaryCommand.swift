import ArgumentParser
import KesiCluster
import KesiNetwork
import KesiResults

struct SummaryCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Measures a network as a whole: size, density, distances, clustering, communities, the cluster index.",
    discussion: """
      Examples:
        kesi summary graphs/suzhou
        kesi summary graphs/classics/davis --projection newman --weighted
        kesi summary graphs/suzhou --chain biomedicine --format json
      """)

  @OptionGroup var input: NetworkInput
  @OptionGroup var engine: EngineOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func validate() throws {
    try GivenOptions.refuse("--weighted", unless: !engine.isSpark, because: "does not go with --engine spark here")
    try GivenOptions.refuse("--projection", unless: selection.weighted, because: "sets weights: add --weighted")
  }

  func run() throws {
    try output.check(input)
    try engine.refuseOthers(than: input.network)
    if engine.isSpark { return try runOnSpark() }
    let language = output.lang
    let analysis = try selection.analysis(of: input.read(in: language, threads: selection.threads).network)
    if selection.directed, !input.quiet {
      let numbers = NetworkNumber.summary.filter { $0.traits.contains(.followsDirection) }
      let names = numbers.map(\.id).joined(separator: ", ")
      Console.say(
        Phrase(
          "Of these numbers \(names) go by direction; all others ignore it.",
          zh: "其中\(numbers.map(\.explanation.name.zh).joined(separator: "、"))计方向，其余不计方向。")(
            language))
    }
    try output.write(.summary(of: analysis, by: analysis.numbers, in: language))
  }
}
