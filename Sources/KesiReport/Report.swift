import KesiCluster
import KesiConsortium
import KesiDrawing
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiResults
import Mustache

/// One HTML file that stands by itself: what the network is, its map, plan, chains, gaps, measures, methods, in English
/// and Chinese. It loads nothing from anywhere, so it can be mailed and opened without a network.
public struct Report {
  /// Up to so many actors the map is an SVG; beyond, it is drawn on a canvas.
  static let mostDrawn = 400
  private static let mostYears = 10

  let analysis: Analysis
  let language: Language
  let version: String
  let gaps: [Gap]
  let gapList: GapList
  /// What closing them would add, and which of them go together.
  let gains: GapGains
  /// What became of a plan that was written before; nil where there was none.
  let soFar: PlanSoFar?
  let plan: [PlanStep]
  /// Which of its steps are not near at hand, and what the others add without them; nil where all are.
  let farOff: Phrase?
  /// What the plan leaves out, and why.
  let leftOut: [LeftOut]
  let risks: [Risk]
  /// How often gaps are found again where tables err; nil for large networks, where that takes long.
  let trials: GapTrials?
  let dependences: [Dependence]
  /// How the cluster stood in its latest years; empty where fewer than two are dated, and for large networks.
  let trend: [TrendYear]
  /// What holds its consortium together; nil where no table is about that.
  let partnership: Appraisal.Part<Appraisal>?
  let isLarge: Bool
  /// How the report came about, where it is to say so.
  package var provenance: Provenance?
  var network: Network { analysis.graph.network }

  /// - Parameters:
  ///   - language: which one the page opens in; readers can change it.
  ///   - version: that of the program.
  public init(of analysis: Analysis, language: Language, version: String) throws {
    try self.init(of: analysis, since: nil, language: language, version: version)
  }

  /// The same with what became of a plan that was written before, and a plan that goes on from there.
  package init(of analysis: Analysis, since soFar: PlanSoFar?, language: Language, version: String) throws {
    self.analysis = analysis
    self.language = language
    self.version = version
    isLarge = analysis.graph.actors.count > Self.mostDrawn
    gaps = try analysis.gaps()
    gapList = GapList(of: gaps)
    gains = try analysis.gains(of: gaps)
    let (planning, limits) = (soFar?.ahead ?? analysis, Self.limits(soFar, today: gaps, of: analysis.graph.network))
    plan = try planning.plan(within: limits)
    farOff = try planning.farOffNote(of: plan, countedFrom: soFar?.reviewed.last ?? 0)
    leftOut = try planning.leftOut(of: plan, within: limits, knowing: soFar == nil ? gains : GapGains())
    risks = try analysis.risks().risks
    trials = isLarge || plan.isEmpty ? nil : try planning.trials()
    var reviewed = soFar
    if !isLarge, soFar?.reviewed.steps.contains(where: { $0.review.gap != nil }) ?? false {
      reviewed?.reviewed.trials = try analysis.trials()
    }
    self.soFar = reviewed
    dependences = analysis.dependences()
    let years = isLarge || analysis.clusterIndex() == nil ? [] : try analysis.trend(latest: Self.mostYears)
    trend = years.count > 1 ? years : []
    // A step that goes on from an earlier plan is none of the tables alone.
    partnership = isLarge ? nil : try Self.partnership(of: analysis, gaps: gaps, plan: soFar == nil ? plan : [])
  }

  /// What the page's scripts work on: the page holds the JSON of it, and a server can give the same without the page.
  public func model() throws -> ReportModel { try ReportModel(of: self) }

  /// How many ties the network has; the page has the heaviest of them.
  var allTies: Int { analysis.partners.tieCount }

  /// The bytes of the page.
  ///
  /// - Throws: `DrawingError` where d3 is not installed or Graphviz fails.
  public func html() throws -> [UInt8] {
    let library = try D3.load()
    let page = try ReportPage(of: self, model: model(), library: library)
    let template = try MustacheTemplate(string: Self.bilingual(Self.text(PackageResources.report_html)))
    return Array(template.render(page).utf8)
  }

  static func text(_ resource: [UInt8]) -> String { String(decoding: resource, as: UTF8.self) }

  /// `{{#t}}English|中文{{/t}}` in the template, which is ours, stands for both, of which the page shows one.
  static func bilingual(_ template: String) -> String {
    var rest = template[...]
    var result = ""
    while let start = rest.firstRange(of: "{{#t}}"), let end = rest[start.upperBound...].firstRange(of: "{{/t}}") {
      let words = rest[start.upperBound..<end.lowerBound].split(separator: "|", maxSplits: 1)
      result += rest[..<start.lowerBound]
      result += HTML(Phrase(String(words[0]), zh: String(words[1]))).markup
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  /// The map in a language, without the head that a file has of its own.
  func map(in language: Language) throws -> String {
    try Self.svg(
      try MapDrawing.picture(
        of: analysis, gaps: gaps, size: .degree, style: style(language, ids: ""), surroundings: .none))
  }

  /// The same with the steps of the plan taken, each with its number; nothing where they change nothing that a map shows, or
  /// where the network is large.
  func planMaps() throws -> [Language: String] {
    guard !isLarge, plan.contains(where: { step in step.remedies.contains { $0.pair != nil || $0.isPosition } }) else {
      return [:]
    }
    var before = planning.graph.network
    before.settled = planning.assessment
    let steps = plan.map(\.remedies)
    let scenario = Scenario(taking: steps.flatMap(\.self), tiesOf: planning.graph.kindOfNewTies, in: before)
    let after = scenario.applied(to: before).network
    let change = NetworkChange(from: planning.graph, to: try NetworkGraph(of: after, planning.graph.selection))
    let union = Analysis(of: try NetworkGraph(of: change.union), on: analysis.parallel)
    let marks = PlanMarks(steps, of: before, after, in: change.union, countedFrom: stepsBefore)
    return try Dictionary(
      uniqueKeysWithValues: Language.allCases.map { language in
        (
          language,
          try Self.svg(
            try MapDrawing.picture(
              of: union, gaps: [], change: change, plan: marks, size: .degree, style: style(language, ids: "plan-"),
              surroundings: .none))
        )
      })
  }

  /// How a picture on the page looks, whose ids begin with these words and its language.
  func style(_ language: Language, ids: String) -> PictureStyle {
    var style = PictureStyle(language)
    style.ids = "\(ids)\(language.rawValue)-"
    return style
  }

  static func svg(_ picture: Picture) throws -> String {
    let bytes = try picture.bytes(as: .svg)
    let start = bytes.firstRange(of: Array("<svg".utf8))?.lowerBound ?? bytes.startIndex
    return text(Array(bytes[start...]))
  }
}
