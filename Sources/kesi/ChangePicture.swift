import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMeasures

extension SelectionOptions {
  /// Draws what formed and what dissolved: the map of all that is in either of two networks.
  func draw(
    _ change: NetworkChange, _ comparison: Comparison, for file: String, in language: Language
  ) throws -> (file: String, bytes: [UInt8]) {
    let survey = GapSurvey(of: try NetworkGraph(of: change.union, threads: threads))
    let size = vertexMeasures.first { $0.name == "degree" }!
    let picture = try MapDrawing.picture(
      of: survey, gaps: comparison.opened, change: change, size: size, context: context(of: survey.graph),
      language: language)
    return (file, Array(try picture.bytes(as: Picture.Format(file: file) ?? .svg)))
  }
}

extension Picture {
  /// - Throws: where a file's name does not tell what to write into it, or `--format` says something else.
  static func checkEnding(of file: String?, chosen: Format? = nil, hasFormat: Bool = false) throws {
    try Outputs.checkEnding(
      of: file, known: ".svg, .png, .pdf or .dot", byEnding: file.flatMap { Format(file: $0) }, chosen: chosen,
      fallback: false, hasFormat: hasFormat)
  }
}
