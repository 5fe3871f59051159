import KesiCluster
import KesiDrawing
import KesiMatrix
import KesiMeasures
import KesiNetwork
import KesiResults

extension ReportModel {
  private static let mostTies = 60_000
  static let measureNames = ["degree", "strength", "betweenness", "harmonic", "constraint", "coreness", "community"]

  init(of report: Report) throws {
    let analysis = report.analysis
    let graph = analysis.graph
    let network = graph.network
    let theme = Theme(for: network)
    // As they can be seen: the script sets names next to other words, whose direction they must not turn.
    func pair(_ phrase: Phrase) -> BothLanguages { BothLanguages(en: phrase.en.visible, zh: phrase.zh.visible) }
    func names(_ name: (Language) -> String) -> BothLanguages {
      BothLanguages(en: name(.en).visible, zh: name(.zh).visible)
    }

    title = pair(report.title)
    let kindGroups = analysis.groups(by: .kind)
    var kindNumber: [ExactText: Int] = [:]
    for (number, group) in kindGroups.enumerated() { kindNumber[ExactText(group.id)] = number }
    let unnamed = graph.actors.indices.filter { kindNumber[ExactText(graph.actor($0).kind)] == nil }.count
    func kind(_ id: String, _ label: Phrase, _ count: Int) -> Kind {
      let look = theme.symbol(of: network.profile.kind(id))
      return Kind(id: id, name: pair(label), color: look.color, path: look.shape.path, count: count)
    }
    kinds =
      kindGroups.map { kind($0.id, $0.label, $0.vertices.count) }
      + (unnamed > 0 ? [kind("", KesiNetwork.Kind.unstated, unnamed)] : [])
    let zoneGroups = analysis.groups(by: .zone)
    zones = zoneGroups.map { Named(id: $0.id, name: pair($0.label)) }
    var zoneNumber: [ExactText: Int] = [:]
    for (number, group) in zoneGroups.enumerated() { zoneNumber[ExactText(group.id)] = number }
    chains = analysis.chosenChains.map { chain in
      Chain(
        id: chain.chain.id, name: names { chain.chain.name(in: $0) },
        actors: chain.actors.compactMap { graph.vertex[$0] })
    }
    var chainsOf = [[Int]](repeating: [], count: graph.actors.count)
    var chainNumber: [Int: Int] = [:]
    for (number, chain) in analysis.chosenChains.enumerated() { chainNumber[chain.index] = number }
    for (number, chain) in chains.enumerated() { for vertex in chain.actors { chainsOf[vertex].append(number) } }

    measures = Self.measureNames.compactMap { name in
      ActorMeasure.called(name).map { Named(id: name, name: pair($0.explanation.name)) }
    }
    let values = try Self.measureNames.compactMap(ActorMeasure.called).map {
      try report.analysis.numbers.values(of: $0)
    }
    // Where ties are not assessed, it is no finding who would be cut off.
    let losses =
      analysis.notAssessed.contains(.ties)
      ? [:] : Dictionary(uniqueKeysWithValues: report.dependences.map { ($0.actor, $0) })
    let places = report.isLarge ? try MapDrawing.places(of: analysis) : []
    let kindCount = kindGroups.count
    let partnerCounts = outDegrees(of: analysis.partners)
    actors = graph.actors.indices.map { vertex in
      let actor = graph.actor(vertex)
      let loss = losses[graph.actors[vertex]]
      return Actor(
        id: actor.id, name: names { actor.name(in: $0) }, shortName: names { actor.shortName(in: $0) },
        kind: kindNumber[ExactText(actor.kind)] ?? kindCount, zone: zoneNumber[ExactText(actor.zone ?? "")] ?? -1,
        chains: chainsOf[vertex], measures: values.map { $0[vertex].flatMap(Self.short) },
        partners: partnerCounts[vertex],
        losses: loss.flatMap { $0.cutOff + $0.stranded > 0 ? [$0.cutOff, $0.stranded] : nil },
        x: report.isLarge ? Figure.whole(places[vertex].x) : nil,
        // Downward, as pages have it.
        y: report.isLarge ? Figure.whole(-places[vertex].y) : nil)
    }
    ties = Self.ties(of: analysis)
    gaps = report.gapList.listed.map { gap in
      Gap(
        kindName: pair(gap.kind.label.heading), explanation: pair(gap.explanation), kind: gap.kind.id,
        level: gap.level.rawValue,
        chain: gap.chain.flatMap { chainNumber[$0] } ?? -1, actors: gap.subjects.compactMap { graph.vertex[$0] })
    }
    gapKinds = report.gapList.classes.flatMap { part in
      part.kinds.map {
        GapKind(id: $0.kind.id, name: pair($0.kind.label.heading), gapClass: pair(part.gapClass.label))
      }
    }
    levels = GapLevel.allCases.reversed().filter { level in report.gaps.contains { $0.level == level } }
      .map { Named(id: $0.rawValue, name: pair($0.label.heading)) }
  }

  /// The ties of the matrix, the heaviest where there are many, with the years that their rows span.
  private static func ties(of analysis: Analysis) -> [Tie] {
    let graph = analysis.graph
    var spans: [NetworkGraph.Pair: (from: Int?, to: Int?)] = [:]
    for index in graph.ties {
      let tie = graph.network.ties[index]
      // Both ends of a selected tie are in the graph.
      let pair = NetworkGraph.Pair(
        graph.vertex[tie.source]!, graph.vertex[tie.target]!, isSymmetric: true)
      let (from, to) = (tie.period.from?.year, tie.period.to?.year)
      if let known = spans[pair] {
        // An open end of one of several rows leaves all open.
        spans[pair] = (
          known.from.flatMap { a in from.map { min(a, $0) } }, known.to.flatMap { a in to.map { max(a, $0) } }
        )
      } else {
        spans[pair] = (from, to)
      }
    }
    let heaviest = analysis.partners.heaviestTies(most: mostTies)
    return analysis.partners.withRows { rows in
      (0..<rows.order).flatMap { row in
        rows.entries(row).compactMap { entry -> Tie? in
          let column = rows.column(entry)
          guard heaviest[entry], column > row else { return nil }
          let span = spans[NetworkGraph.Pair(row, column, isSymmetric: true)]
          return Tie(
            source: row, target: column, weight: short(rows.weight(entry)), from: span?.from, to: span?.to)
        }
      }
    }
  }

  /// To three decimals, small numbers to four digits: what a reader sees, and a third of the bytes. Nil for what JSON
  /// cannot hold.
  private static func short(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    guard value != value.rounded(), value.magnitude < 1e12 else { return value }
    var scale = 1000.0
    while value.magnitude * scale < 1000, scale < 1e12 { scale *= 10 }
    return (value * scale).rounded() / scale
  }
}

extension KindShape {
  /// The shape as an SVG path around 0, 16 across and y downward, to a tenth.
  var path: String {
    guard self != .circle else { return "M-8 0A8 8 0 1 0 8 0A8 8 0 1 0 -8 0Z" }
    func tenths(_ value: Double) -> Double { (160 * value).rounded() / 10 }
    return "M" + corners.map { "\(tenths($0.x)) \(tenths(0 - $0.y))" }.joined(separator: "L") + "Z"
  }
}
