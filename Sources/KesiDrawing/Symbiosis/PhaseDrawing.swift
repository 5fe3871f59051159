import KesiCluster
import KesiConsortium
import KesiNetwork

/// The phase portrait of two populations: the size of one against that of the other, where each stops growing, the states that
/// stay as they are, and the courses that lead to them; on it what was observed, and the way ahead.
package enum PhaseDrawing {
  private static let (width, height) = (620.0, 470.0)
  /// States beyond so many times what is seen otherwise are said, not shown.
  private static let reach = 3.0

  /// - Throws: `UnknownWord` where the network has no such populations.
  package static func picture(of evolution: Evolution, in analysis: Analysis, style: PictureStyle) throws -> Picture {
    var sheet = try Sheet(of: analysis, style)
    let names = evolution.names(in: analysis.graph.network)
    let area = area(of: evolution)
    sheet.draw(
      area, x: .init(area.x, most: 7), y: .init(area.y, most: 6), titles: (x: names[0], y: names[1]))
    let colors = (first: sheet.theme.group(3), second: sheet.theme.group(1))
    flow(evolution.model, in: area, &sheet)
    for (population, color) in [(0, colors.first), (1, colors.second)] {
      for piece in area.inside(nullcline(of: population, evolution.model, in: area)) {
        sheet.path(piece, Canvas.Stroke(color: color, width: 1.8, isDashed: true))
      }
    }
    course(of: evolution, in: area, &sheet)
    observations(of: evolution, in: area, &sheet)
    let hidden = equilibria(of: evolution, in: area, &sheet)
    let model = evolution.model
    func rest(_ name: Phrase) -> Phrase { Phrase("\(name.en) neither grows nor shrinks", zh: "\(name.zh)不增不减") }
    let state = Canvas.Stroke(color: sheet.theme.text, width: 1.6)
    return sheet.framed(
      heading: Phrase("phase portrait", zh: "相图"),
      notes: [
        Phrase(
          "δ₁₂ = \(Figure.index(model.symbiosis.x).text), δ₂₁ = \(Figure.index(model.symbiosis.y).text)",
          zh: "δ₁₂ = \(Figure.index(model.symbiosis.x).text)，δ₂₁ = \(Figure.index(model.symbiosis.y).text)"),
        Phrase("gray: which way any two sizes would change", zh: "灰色：任一规模组合的变化方向"),
      ],
      keys: [
        Sheet.Key(.line(Canvas.Stroke(color: colors.first, width: 1.8, isDashed: true)), rest(names[0])),
        Sheet.Key(.line(Canvas.Stroke(color: colors.second, width: 1.8, isDashed: true)), rest(names[1])),
        Sheet.Key(.dot(sheet.theme.formed), Phrase("observed", zh: "实际值")),
        Sheet.Key(
          .line(Canvas.Stroke(color: sheet.theme.formed, width: 2.4)),
          Phrase("by the model; then ahead", zh: "模型曲线及其走向")),
        Sheet.Key(.dot(sheet.theme.text), Phrase("stable state", zh: "稳定均衡")),
        Sheet.Key(.ring(state), Phrase("state that does not last", zh: "非稳定均衡")),
      ],
      findings: Sheet.Findings(sentences: sentences(evolution, names) + hidden))
  }

  /// What the numbers say: the verdict, where it goes, what would make it symmetric.
  static func sentences(_ evolution: Evolution, _ names: [Phrase]) -> [Phrase] {
    evolution.findings(names).filter { [.behavior, .settlesAt, .neededSymbiosis].contains($0.quantity) }.map(\.says)
  }

  /// From nothing to a little more than what was observed, the course up to where it is shown, and states near these.
  private static func area(of evolution: Evolution) -> PlotArea {
    let sizes = evolution.yearlySizes
    func top(_ population: Int) -> Double {
      let own = sizes.filter { $0.subject.isExactly(evolution.subjects[population]) }
      let observed = own.compactMap(\.observed).max() ?? 0
      let modelled = own.compactMap(\.modelled).filter { $0 <= reach * observed }.max() ?? 0
      let seen = max(observed, modelled)
      let states = evolution.model.equilibria.map { $0.state[population] }.filter { $0 <= reach * seen }
      return 1.12 * max(seen, states.max() ?? 0)
    }
    return PlotArea(left: 0, bottom: 0, width: width, height: height, x: 0...top(0), y: 0...top(1))
  }

  /// The way of any two sizes, as arrows of one length, and the courses from the edges.
  private static func flow(_ model: TwoPopulations, in area: PlotArea, _ sheet: inout Sheet) {
    let (columns, rows, length) = (17, 13, 13.0)
    let span = SIMD2(area.x.upperBound, area.y.upperBound)
    let color = sheet.theme.ghost + "70"
    for column in 0..<columns {
      for row in 0..<rows {
        let state = span * SIMD2((Double(column) + 0.5) / Double(columns), (Double(row) + 0.5) / Double(rows))
        let rate = model.rate(at: state) / span
        let way = Point(x: rate.x * width, y: rate.y * height)
        let speed = (way.x * way.x + way.y * way.y).squareRoot()
        guard speed > 0, speed.isFinite else { continue }
        let (dx, dy) = (way.x / speed * length / 2, way.y / speed * length / 2)
        let middle = area.place(state)
        sheet.segment(
          Point(x: middle.x - dx, y: middle.y - dy), Point(x: middle.x + 0.4 * dx, y: middle.y + 0.4 * dy),
          Canvas.Stroke(color: color, width: 1))
        sheet.arrow(at: Point(x: middle.x + dx, y: middle.y + dy), along: way, size: 5, color: color)
      }
    }
    let starts: [SIMD2<Double>] = [
      SIMD2(0.02, 0.35), SIMD2(0.02, 0.98), SIMD2(0.35, 0.02), SIMD2(0.98, 0.02), SIMD2(0.98, 0.55), SIMD2(0.98, 0.98),
      SIMD2(0.55, 0.98), SIMD2(0.03, 0.03),
    ]
    let time = 30 / min(model.growth.x, model.growth.y)
    for start in starts {
      let (states, _) = model.course(from: start * span, at: 0, to: time, every: time / 400)
      for piece in area.inside(states.map(\.state)) {
        sheet.path(piece, Canvas.Stroke(color: sheet.theme.ghost + "B0", width: 1))
      }
    }
  }

  /// Where a population neither grows nor shrinks, from edge to edge: u = 1 + δ v in shares of what each gets alone.
  private static func nullcline(of population: Int, _ model: TwoPopulations, in area: PlotArea) -> [SIMD2<Double>] {
    let far = SIMD2(area.x.upperBound, area.y.upperBound) / model.capacity
    return [0, far[1 - population]].map { other in
      let own = 1 + model.symbiosis[population] * other
      return (population == 0 ? SIMD2(own, other) : SIMD2(other, own)) * model.capacity
    }
  }

  private static func course(of evolution: Evolution, in area: PlotArea, _ sheet: inout Sheet) {
    let (seen, all) = (Double(evolution.years.count - 1), Double(evolution.shownYears.count - 1))
    let (states, _) = evolution.model.course(from: evolution.fit.start, at: 0, to: all, every: max(0.1, all / 600))
    let color = sheet.theme.formed
    for (part, isAhead) in [
      (states.filter { $0.time <= seen + 1e-9 }, false), (states.filter { $0.time >= seen - 1e-9 }, true),
    ] {
      for piece in area.inside(part.map(\.state)) {
        sheet.path(piece, Canvas.Stroke(color: color, width: 2.4, isDashed: isAhead))
      }
    }
  }

  /// Years in which both were observed, the first and the last of them named.
  private static func observations(of evolution: Evolution, in area: PlotArea, _ sheet: inout Sheet) {
    let common = evolution.years.compactMap { year -> (year: Int, state: SIMD2<Double>)? in
      guard let first = evolution.series[0].years.firstIndex(of: year),
        let second = evolution.series[1].years.firstIndex(of: year)
      else { return nil }
      return (year, SIMD2(evolution.series[0].values[first], evolution.series[1].values[second]))
    }
    let line = Canvas.Stroke(color: sheet.theme.background, width: 1)
    for (year, state) in common {
      sheet.canvas(.symbol(.circle, at: area.place(state), size: 7.5, fill: sheet.theme.formed, line))
      guard year == common.first?.year || year == common.last?.year else { continue }
      let place = area.place(state)
      sheet.text("\(year)", size: 9.5, color: sheet.theme.text, bold: true, at: Point(x: place.x, y: place.y - 13))
    }
  }

  /// - Returns: what is said of states that are out of sight.
  private static func equilibria(of evolution: Evolution, in area: PlotArea, _ sheet: inout Sheet) -> [Phrase] {
    var hidden: [Phrase] = []
    for equilibrium in evolution.model.equilibria {
      let sizes = [0, 1].map { Figure.size(equilibrium.state[$0]).text }
      guard area.holds(equilibrium.state) else {
        hidden.append(
          Phrase(
            "A \(equilibrium.stability == .stable ? "stable" : "passing") state at \(sizes[0]) and \(sizes[1]) is out of sight.",
            zh: "另有一个\(equilibrium.stability == .stable ? "稳定" : "非稳定")均衡（\(sizes[0])，\(sizes[1])）在图外。"))
        continue
      }
      let place = area.place(equilibrium.state)
      let isStable = equilibrium.stability == .stable
      sheet.canvas(
        .symbol(
          .circle, at: place, size: 12, fill: isStable ? sheet.theme.text : sheet.theme.background,
          Canvas.Stroke(color: isStable ? sheet.theme.background : sheet.theme.text, width: 1.6)))
      guard equilibrium.place != .neither else { continue }
      let isAtRight = place.x > area.left + 0.8 * area.width
      sheet.text(
        "(\(sizes[0]), \(sizes[1]))", size: 10, color: sheet.theme.text,
        at: Point(x: place.x + (isAtRight ? -34 : 38), y: place.y + 14))
    }
    return hidden
  }
}

extension View {
  public static let phase = View(
    "phase", "the phase portrait of two populations of history.csv", takes: [.subjects, .plain], isOfTies: false
  ) { analysis, wishes in
    let evolution = try Evolution(of: analysis.graph.network, subjects: wishes.subjects, during: analysis.period)
    return try PhaseDrawing.picture(of: evolution, in: analysis, style: wishes.style)
  }
}
