import ArgumentParser
import KesiFormats

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

  func run() throws {
    let graph = try selection.graph(of: input.read(in: output.language.lang, threads: selection.threads).network)
    try output.write(.summary(of: graph, selection.context(of: graph), in: output.language.lang))
  }
}
