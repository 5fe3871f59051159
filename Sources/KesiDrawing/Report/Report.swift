import KesiCluster
import KesiMatrix
import KesiMeasures
import Mustache

/// One HTML file that stands by itself: what the network is, its map, chains, gaps, remedies, measures, methods, in English
/// and Chinese. It loads nothing from anywhere, so it can be mailed and opened without a network.
public struct Report {
  /// Up to so many actors the map is an SVG; beyond, it is drawn on a canvas.
  static let mostDrawn = 400
  private static let mostRemedies = 5

  let survey: GapSurvey
  let context: MeasureContext
  let language: Language
  let version: String
  let gaps: [Gap]
  let suggestions: [Suggestion]
  let dependences: [Dependence]
  let isLarge: Bool
  var network: Network { survey.graph.network }

  /// - Parameters:
  ///   - context: measures of the survey's graph.
  ///   - language: which one the page opens in; readers can change it.
  ///   - version: that of the program.
  public init(of survey: GapSurvey, _ context: MeasureContext, language: Language, version: String) throws {
    self.survey = survey
    self.context = context
    self.language = language
    self.version = version
    isLarge = survey.graph.actors.count > Self.mostDrawn
    gaps = try survey.gaps()
    suggestions = try survey.suggestions(
      for: .index(), within: SuggestionLimits(ties: Self.mostRemedies, positions: 3, perActor: 2))
    dependences = survey.dependences()
  }

  /// The bytes of the page.
  ///
  /// - Throws: ``DrawingError`` where d3 is not installed or Graphviz fails.
  public func html() throws -> [UInt8] {
    let library = try D3.load()
    let data = try ReportData(of: self)
    let page = try ReportPage(of: self, data: data, library: library)
    let both = "<span class=\"en\" lang=\"en\">{{en}}</span><span class=\"zh\" lang=\"zh-CN\">{{zh}}</span>"
    let templates = MustacheLibrary(templates: [
      "both": try MustacheTemplate(string: both),
      "report": try MustacheTemplate(string: Self.bilingual(text(PackageResources.report_html))),
    ])
    guard let html = templates.render(page, withTemplate: "report") else {
      throw DrawingError(Phrase("the report's template is missing.", zh: "缺少报告模板。"))
    }
    return Array(html.utf8)
  }

  static func text(_ resource: [UInt8]) -> String { String(decoding: resource, as: UTF8.self) }
  private func text(_ resource: [UInt8]) -> String { Self.text(resource) }

  /// `{{#t}}English|中文{{/t}}` in the template stands for both, of which the page shows one.
  private static func bilingual(_ template: String) -> String {
    var rest = template[...]
    var result = ""
    while let start = rest.firstRange(of: "{{#t}}"), let end = rest[start.upperBound...].firstRange(of: "{{/t}}") {
      let words = rest[start.upperBound..<end.lowerBound].split(separator: "|", maxSplits: 1)
      result += rest[..<start.lowerBound]
      result += "<span class=\"en\" lang=\"en\">\(words[0])</span><span class=\"zh\" lang=\"zh-CN\">\(words[1])</span>"
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// The map in a language, without the head that a file has of its own.
  func map(in language: Language) throws -> String {
    let degree = vertexMeasures.first { $0.name == "degree" }!
    let picture = try MapDrawing.picture(
      of: survey, gaps: gaps, size: degree, context: context, language: language,
      surroundings: .none(ids: "\(language.rawValue)-"))
    let svg = String(decoding: try picture.bytes(as: .svg), as: UTF8.self)
    return svg.firstRange(of: "<svg").map { String(svg[$0.lowerBound...]) } ?? svg
  }
}
