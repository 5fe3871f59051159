import ArgumentParser
import KesiCluster
import KesiMeasures
import KesiNetwork
import KesiResults

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Measures a network as a whole: size, density, distances, clustering, communities.",
    discussion: """
      Examples:
        kesi summary graphs/suzhou
        kesi summary graphs/classics/davis --projection newman --weighted
        kesi summary graphs/suzhou --chain biomedicine --format json
      """)

  @OptionGroup var input: NetworkInput
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: TableOutput

  func validate() throws {
    try GivenOptions.refuse("--projection", unless: selection.weighted, because: "sets weights: add --weighted")
  }

  func run() throws {
    try output.check(input)
    let language = output.lang
    let graph = try selection.graph(of: input.read(in: language, threads: selection.threads).network)
    if selection.directed, !input.quiet {
      let names = directedNumbers.joined(separator: ", ")
      Console.say(
        Phrase(
          "Of these numbers \(names) go by direction; all others ignore it.",
          zh: "其中\(directedNumbers.map { Glossary.entry(for: $0)?.name.zh ?? $0 }.joined(separator: "、"))计方向，其余不计方向。")(
            language))
    }
    try output.write(.summary(of: graph, selection.context(of: graph), in: language))
  }
}
