import ArgumentParser
import KesiCluster
import KesiFormats
import KesiNetwork

/// By what the members of a consortium are appraised.
struct SchemeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("The appraisal scheme. Default: one for an industry-education consortium.", valueName: "file"),
    completion: .file())
  var scheme: String?

  func read() throws -> AppraisalScheme {
    let measures = ActorMeasure.all.map(\.id)
    return try scheme.map { try SchemeReader.read($0, measures: measures) }
      ?? SchemeReader.readStandard(measures: measures)
  }
}
