import ArgumentParser
import KesiCluster
import KesiDrawing
import KesiFormats
import KesiMeasures

extension SelectionOptions {
  /// Draws what formed and what dissolved: the map of all that is in either of two networks.
  func draw(
    _ change: NetworkChange, _ comparison: Comparison, to file: String, in language: Language
  ) throws {
    let survey = GapSurvey(of: try NetworkGraph(of: change.union, threads: threads))
    let size = vertexMeasures.first { $0.name == "degree" }!
    let picture = try MapDrawing.picture(
      of: survey, gaps: comparison.opened, change: change, size: size, context: context(of: survey.graph),
      language: language)
    try AtomicFile.write(picture.bytes(as: Picture.Format(file: file) ?? .svg), to: file)
  }
}

extension Picture {
  /// - Throws: where a file's name does not tell what to write into it.
  static func checkEnding(of file: String?) throws {
    if let file, Format(file: file) == nil {
      throw ValidationError("\(file): the name should end in .svg, .png, .pdf or .dot.")
    }
  }
}
