import ArgumentParser
import KesiFormats
import KesiNetwork
import KesiResults

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Writes a network in another format; the ending of -o says which.",
    discussion: """
      Formats: .kesi (a snapshot of the whole network, which opens at once), .csv and .tsv (a list of ties: source,
      target, kind, weight). What a list of ties cannot hold is said. With --layers, --from or --to only that part of the
      network is written; --chain, --zone and --kind are for lists of ties.

      Examples:
        kesi convert graphs/suzhou -o suzhou.kesi
        kesi convert graphs/suzhou --from 2021 --to 2022 -o then.kesi
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

  private enum Target: String {
    case kesi, csv, tsv

    init?(file: String) {
      guard let word = FileEnding(of: file)?.word else { return nil }
      self.init(rawValue: word == "tab" ? "tsv" : word)
    }
  }

  func validate() throws {
    if output == "-" { throw ValidationError("-o -: name a file, whose ending tells the format: .kesi, .csv or .tsv.") }
    let target = Target(file: output)
    try Outputs.checkEnding(
      of: output, known: ".kesi, .csv or .tsv", byEnding: target, fallback: false, hasFormat: false)
    try GivenOptions.refuse(
      "--projection", "--directed", "--undirected", unless: target != .kesi,
      because: "is not part of a snapshot: it holds ties and memberships as they are; say it when it is read")
    // A file of some of the actors would be judged as if it were all of them.
    try GivenOptions.refuse(
      "--chain", "--zone", "--kind", unless: target != .kesi,
      because: "leaves actors out, and a snapshot is judged as a whole; say it when it is read")
    try GivenOptions.refuse("--weighted", because: "changes nothing here: weights are written as they are")
  }

  func run() throws {
    try Outputs.check([output], networks: [input.network])
    let network = try input.readAsIs(in: language.lang, threads: selection.threads).network
    guard let target = Target(file: output), target != .kesi else {
      return try Snapshot.write(part(of: network), to: output, threads: selection.threads)
    }
    let analysis = try selection.analysis(of: network)
    let table = try ResultTable.tieMetrics([], of: analysis.graph, by: analysis.numbers, in: language.lang)
    if !input.quiet, let losses = TieListLosses(of: analysis.graph).sentence { Console.say(losses(language.lang)) }
    let format: TableFormat = target == .tsv ? .tsv : .csv
    try Console.write(Array(format.text(of: table, in: language.lang, width: Console.width).utf8), to: output)
  }

  /// What was selected of the network; all of it where nothing was.
  private func part(of network: Network) throws -> Network {
    let selecting = ["--layers", "--from", "--to"]
    guard selecting.contains(where: GivenOptions.all.contains) else { return network }
    return try network.part(
      of: selection.selection(of: network).layers, during: selection.period, threads: selection.threads)
  }
}
