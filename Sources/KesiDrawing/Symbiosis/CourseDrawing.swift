import KesiCluster
import KesiConsortium
import KesiNetwork

/// The sizes of two populations over time, a plot each: what was observed, the course by the model with the band that holds it,
/// and the way ahead, to the size that it settles at.
package enum CourseDrawing {
  private static let (width, height, gap) = (640.0, 210.0, 78.0)
  /// What is seen of a band or of a course ahead: so many times what was observed.
  private static let reach = 3.0

  /// - Throws: `UnknownWord` where the network has no such populations.
  package static func picture(of evolution: Evolution, in analysis: Analysis, style: PictureStyle) throws -> Picture {
    var sheet = try Sheet(of: analysis, style)
    let names = evolution.names(in: analysis.graph.network)
    let bands = evolution.bands
    for population in 0..<2 {
      draw(
        evolution, population, named: names[population], band: bands[population],
        bottom: -Double(population) * (height + gap), &sheet)
    }
    let color = sheet.theme.group(1)
    return sheet.framed(
      heading: Phrase("course of two populations", zh: "种群演化"),
      notes: [
        Phrase("shaded: years ahead, if nothing changes", zh: "浅灰底：未来年份，前提是条件不变")
      ],
      keys: [
        Sheet.Key(.dot(sheet.theme.formed), Phrase("observed", zh: "实际值")),
        Sheet.Key(.line(Canvas.Stroke(color: color, width: 2.2)), Phrase("by the model", zh: "模型曲线")),
        Sheet.Key(
          .line(Canvas.Stroke(color: color, width: 2.2, isDashed: true)), Phrase("the same ahead", zh: "模型外推")),
        Sheet.Key(
          .patch(color + "30"), Phrase("where 95 of 100 courses lie", zh: "95% 的可能曲线所在范围")),
        Sheet.Key(
          .line(Canvas.Stroke(color: sheet.theme.faint, width: 1.2, isDashed: true)),
          Phrase("size that would be reached alone", zh: "独立发展的规模上限")),
      ],
      findings: Sheet.Findings(sentences: PhaseDrawing.sentences(evolution, names)))
  }

  private static func draw(
    _ evolution: Evolution, _ population: Int, named name: Phrase, band: [ClosedRange<Double>?], bottom: Double,
    _ sheet: inout Sheet
  ) {
    let (first, last) = (Double(evolution.shownYears.lowerBound), Double(evolution.shownYears.upperBound))
    let series = evolution.series[population]
    let observed = series.values.max() ?? 1
    let (states, _) = evolution.model.course(
      from: evolution.fit.start, at: first, to: last, every: max(0.1, (last - first) / 600))
    let alone = evolution.fit.capacity(population).value
    let modelled = states.map { $0.state[population] }.filter { $0 <= reach * observed }.max() ?? 0
    let seen = max(observed, modelled, alone <= reach * observed ? alone : 0)
    let area = PlotArea(left: 0, bottom: bottom, width: width, height: height, x: first...last, y: 0...1.12 * seen)
    let theme = sheet.theme
    let now = area.place(Double(evolution.years.upperBound), 0)
    sheet.fill(
      left: now.x, bottom: bottom, width: area.left + width - now.x, height: height, color: theme.ghost + "18")
    let color = theme.group(1)
    // Up to where it can be told; what leaves the plot goes along its edge.
    let told = band.prefix { $0 != nil }.compactMap(\.self).enumerated()
    func edge(_ bound: (ClosedRange<Double>) -> Double) -> [Point] {
      told.map { area.place(first + Double($0), min(bound($1), area.y.upperBound)) }
    }
    sheet.area(edge(\.lowerBound) + edge(\.upperBound).reversed(), fill: color + "30")
    sheet.draw(
      area, x: .init(area.x, most: 10, isOfYears: true), y: .init(area.y, most: 4), titles: (x: nil, y: name))
    if alone <= area.y.upperBound {
      sheet.path(
        [area.place(first, alone), area.place(last, alone)],
        Canvas.Stroke(color: theme.faint, width: 1.2, isDashed: true))
    }
    let end = Double(evolution.years.upperBound)
    for (part, isAhead) in [
      (states.filter { $0.time <= end + 1e-9 }, false), (states.filter { $0.time >= end - 1e-9 }, true),
    ] {
      for piece in area.inside(part.map { SIMD2($0.time, $0.state[population]) }) {
        sheet.path(piece, Canvas.Stroke(color: color, width: 2.2, isDashed: isAhead))
      }
    }
    for (year, value) in zip(series.years, series.values) {
      sheet.canvas(
        .symbol(
          .circle, at: area.place(Double(year), value), size: 7.5, fill: theme.formed,
          Canvas.Stroke(color: theme.background, width: 1)))
    }
    if case .settles(let equilibrium) = evolution.outlook, equilibrium.state[population] <= area.y.upperBound {
      let place = area.place(last, equilibrium.state[population])
      sheet.line(
        "→ " + Figure.size(equilibrium.state[population]).text, size: 10.5, color: theme.text, bold: true,
        left: place.x + 6, y: place.y)
    }
  }
}

extension View {
  public static let course = View(
    "course", "two populations of history.csv over time, and the way ahead", takes: [.subjects, .plain], isOfTies: false
  ) { analysis, wishes in
    let evolution = try Evolution(of: analysis.graph.network, subjects: wishes.subjects, during: analysis.period)
    return try CourseDrawing.picture(of: evolution, in: analysis, style: wishes.style)
  }
}
