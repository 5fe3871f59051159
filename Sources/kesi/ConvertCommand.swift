import ArgumentParser
import KesiCluster
import KesiFormats

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a network in another format; the ending of -o says which.",
    discussion: """
      Formats: .kesi (a snapshot of the whole network, which opens at once), .csv and .tsv (a list of ties: source,
      target, kind, weight).

      Examples:
        kesi convert graphs/suzhou -o suzhou.kesi
        kesi convert ties.txt -o ties.kesi && kesi metrics ties.kesi --measure pagerank
        kesi convert graphs/suzhou --layers consortia -o shared.csv
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var language: LanguageOption

  private enum Target {
    case snapshot
    case ties(TableFormat)
  }

  private var target: Target? {
    if output.hasSuffix(Snapshot.fileEnding) { return .snapshot }
    if output.hasSuffix(".csv") { return .ties(.csv) }
    return output.hasSuffix(".tsv") ? .ties(.tsv) : nil
  }

  func validate() throws {
    guard target != nil else { throw ValidationError("\(output): the name should end in .kesi, .csv or .tsv.") }
  }

  func run() throws {
    let network = try input.read(in: language.lang, threads: selection.threads).network
    switch target! {
    case .snapshot: try Snapshot.write(network, to: output, threads: selection.threads)
    case .ties(let format):
      let graph = try selection.graph(of: network)
      let table = try ResultTable.tieMetrics([], of: graph, selection.context(of: graph), in: language.lang)
      try AtomicFile.write(Array(format.text(of: table, in: language.lang, width: Console.width).utf8), to: output)
    }
  }
}
