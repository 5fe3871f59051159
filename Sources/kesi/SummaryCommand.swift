import ArgumentParser
import KesiFormats

struct SummaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Measures a network as a whole.",
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
    let graph = try selection.graph(of: input.read(in: output.lang, threads: selection.threads).network)
    try output.write(.summary(of: graph, selection.context(of: graph), in: output.lang))
  }
}
