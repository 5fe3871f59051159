import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// What a map shows, before anything has a place: symbols with labels, ties, groups, ghosts of what is missing.
package struct MapScene {
  struct Symbol {
    let vertex: Int
    let actor: Actor
    let kind: Kind
    /// Across, in points.
    let size: Double
    let label: Label
    let isCut: Bool
    /// Whether it came or left, where two networks are shown.
    let turn: Turn?
    /// Whether it stands back, where only what is weak is to be seen.
    let isFaded: Bool
    /// The steps of a plan by which it takes a place.
    let steps: String?
  }

  enum Turn { case joined, left }

  /// Lines of text under a symbol.
  struct Label {
    let lines: [String]
    let size: Double
    let width: Double

    init(_ lines: [String] = [], size: Double = 10, _ letters: TextSize) {
      self.lines = lines
      self.size = size
      width = lines.map { letters.width($0, size: size) }.max() ?? 0
    }

    var height: Double { Double(lines.count) * TextSize.height(size) }
  }

  struct Tie {
    let source: Int
    let target: Int
    let weight: Double
    /// How bad its loss would be; nil where the network holds without it.
    let bridgeSeverity: Double?
    let isDirected: Bool
    /// Whether the two work together in few of the years.
    let isIntermittent: Bool
    /// What became of it, where two networks are shown.
    let change: NetworkChange.Sort?
    /// Whether the map is laid out by it: of a large network not all are.
    let isBackbone: Bool
    let isDrawn: Bool
    /// The steps of a plan that it is of.
    let steps: String?
  }

  /// A consortium or chain that stands together.
  struct Group {
    let name: String
    let vertices: [Int]
    let color: String
  }

  /// A kind that a chain lacks, shown beside the actor it would join.
  struct Ghost {
    let kind: Kind
    let label: Label
    let beside: Int
  }

  var isLarge: Bool { symbols.count > Self.large }
  /// Of each vertex, as an index of the network.
  let actors: [Int]
  let symbols: [Symbol]
  let ties: [Tie]
  let groups: [Group]
  /// What the shapes behind the symbols are, and who stands outside of them; nil where there are none.
  let groupMeaning: Phrase?
  let ghosts: [Ghost]
  /// How many ties there are; where they are too many, those that stand out are drawn.
  let allTies: Int
  /// How many of them are too light to be drawn, where a least weight was asked for.
  let lightTies: Int
  let hasLeastWeight: Bool
  let letters: TextSize
  /// What a large map is parted into.
  let parts: LargeParts?
  /// Whether the ties between the regions of a large map are drawn as bands.
  let hasBands: Bool
  /// Ties that would help, as vertices.
  let proposed: [(Int, Int)]

  /// Beyond this, actors stand in regions, symbols are small, ties that say little are left out, and labels that would
  /// overlap.
  static let large = 500
  private static let mostTies = 20_000
  private static let mostBridges = 20
  /// So many ties an actor are still told apart.
  private static let tiesPerActor = 4
  private static let fewTies = 2000
  /// Beyond this, only the best tied actors are labeled.
  static let mostLabels = 160
  /// How wide a label may be, in points, and how many lines it has.
  private static let label = (width: 116.0, lines: 2)

  /// - Parameters:
  ///   - change: from which network to which, where the analysis is of their union; gaps are then not marked.
  ///   - plan: which steps of a plan the change is.
  init(
    of analysis: Analysis, gaps allGaps: [Gap], change: NetworkChange? = nil, plan: PlanMarks? = nil,
    remedies: [Remedy]? = nil,
    sizes: MeasureValues, theme: Theme, style: PictureStyle, parts: LargeParts? = nil
  ) throws {
    let gaps = change == nil && !style.isPlain ? allGaps : []
    letters = style.letters
    self.parts = parts
    let graph = analysis.graph
    let network = graph.network
    let order = graph.actors.count
    actors = graph.actors
    // What has no size is as small as what has none of the measure; sums of huge weights are no size either.
    let sizeOf = { (vertex: Int) in sizes[vertex].map { $0.isFinite ? max(0, $0) : 0 } ?? 0 }
    let largest = max(1e-300, (0..<order).map(sizeOf).max() ?? 0)
    let networkCuts = gaps.filter { $0.chain == nil }
    let cut = Set(networkCuts.filter { $0.kind == .cutActor }.flatMap(\.subjects))
    let bridges = Dictionary(
      networkCuts.filter { $0.kind == .bridgeTie }.map { (Set($0.subjects), $0.severity) }, uniquingKeysWith: max)
    let lapsing = Set(gaps.filter { $0.kind == .intermittent }.map { Set($0.subjects) })
    let labeled =
      style.labels == .usual
      ? parts?.leading(by: sizeOf)
        ?? Set((0..<order).sorted { (sizeOf($1), $0) < (sizeOf($0), $1) }.prefix(Self.mostLabels))
      : style.named((0..<order).sorted { (sizeOf($1), $0) < (sizeOf($0), $1) })

    var seen = Set<[Int]>()
    proposed = (remedies ?? []).compactMap { remedy in
      guard case .tie(let a, let b) = remedy, let x = graph.vertex[a], let y = graph.vertex[b] else { return nil }
      return seen.insert([min(x, y), max(x, y)]).inserted ? (x, y) : nil
    }
    let meant = Set(gaps.filter { $0.level >= .high }.flatMap(\.subjects))
    let (joined, left) = (Set(change?.joined ?? []), Set(change?.left ?? []))
    symbols = (0..<order).map { vertex in
      let actor = graph.actor(vertex)
      let share = (sizeOf(vertex) / largest).squareRoot()
      let label =
        labeled.contains(vertex)
        ? Self.label(of: actor, share, style, isSmall: order > Self.large) : Label([], style.letters)
      return Symbol(
        vertex: vertex, actor: actor, kind: network.profile.kind(actor.kind),
        size: order > Self.large ? 4 + 12 * share : 15 + 27 * share, label: label,
        isCut: cut.contains(graph.actors[vertex]),
        turn: joined.contains(graph.actors[vertex]) ? .joined : left.contains(graph.actors[vertex]) ? .left : nil,
        isFaded: remedies != nil && !meant.contains(graph.actors[vertex]), steps: plan?.ofActor(graph.actors[vertex]))
    }

    let directed = Set(
      graph.ties.lazy.map { network.ties[$0] }.filter { $0.isDirected == true }.compactMap { tie in
        if let a = graph.vertex[tie.source], let b = graph.vertex[tie.target] { [a, b] } else { nil }
      })
    let heaviest = analysis.partners.heaviestTies(
      most: min(Self.mostTies, max(Self.fewTies, Self.tiesPerActor * order)))
    allTies = analysis.partners.tieCount
    hasBands = parts != nil && style.minWeight == nil
    // Across the areas of a large map the worst bridges alone: most of hundreds hold a single actor.
    let worstBridges = Set(
      bridges.map { (pair: $0.key.sorted(), severity: $0.value) }.sorted {
        $0.severity == $1.severity ? $0.pair.lexicographicallyPrecedes($1.pair) : $0.severity > $1.severity
      }.prefix(Self.mostBridges).map { Set($0.pair) })
    var light = 0
    ties = analysis.partners.withRows { rows in
      (0..<order).flatMap { source in
        rows.entries(source).compactMap { entry in
          let target = rows.column(entry)
          guard target > source else { return nil }
          let weight = rows.weight(entry)
          if !style.draws(weight) { light += 1 }
          let bridge = bridges[[graph.actors[source], graph.actors[target]]]
          let change = change?.sort(between: graph.actors[source], graph.actors[target])
          // What is asked for is drawn, as far as lines can be; else what stands out, and what has changed.
          let isBackbone = (parts?.backbone ?? heaviest)[entry]
          let isDrawn =
            style.minWeight != nil
            ? style.draws(weight) && heaviest[entry]
            : parts.map { parts in
              isBackbone && !parts.isBanded(source, target)
                || worstBridges.contains([graph.actors[source], graph.actors[target]])
                || change != nil && heaviest[entry]
            } ?? isBackbone
          guard isBackbone || isDrawn else { return nil }
          let isForward = directed.contains([source, target])
          let isBackward = directed.contains([target, source])
          let ends = isBackward && !isForward ? (target, source) : (source, target)
          return Tie(
            source: ends.0, target: ends.1, weight: weight, bridgeSeverity: bridge,
            isDirected: isForward != isBackward,
            isIntermittent: lapsing.contains([graph.actors[source], graph.actors[target]]),
            change: change, isBackbone: isBackbone, isDrawn: isDrawn,
            steps: plan?.ofTie(graph.actors[source], graph.actors[target]))
        }
      }
    }

    lightTies = light
    hasLeastWeight = style.minWeight != nil

    // Outlines and ghosts need room that a large network has not.
    let sets = order > Self.large ? GroupSets() : try Self.groupSets(of: analysis, style)
    groups = sets.groups(in: graph, theme)
    groupMeaning = sets.meaning(in: graph)
    ghosts = (order > Self.large ? [] : gaps).filter { $0.kind == .missingKind }.compactMap { gap in
      guard let chain = gap.chain, case .position(let kind, _, _, _)? = gap.remedies.first else { return nil }
      let placed = analysis.chains[chain].actors.compactMap { graph.vertex[$0] }
      guard let beside = placed.max(by: { (sizeOf($0), $1) < (sizeOf($1), $0) }) else { return nil }
      let missing = network.profile.kind(kind)
      let words = Phrase("no \(missing.label.en)", zh: "缺\(missing.label.zh)")
      let lines = [{ words($0) }, { network.chains[chain].name(in: $0) }].flatMap {
        style.lines($0, size: 9, limit: Self.label.width, lines: 1)
      }
      return Ghost(kind: missing, label: Label(lines, size: 9, style.letters), beside: beside)
    }
  }

  private static func label(of actor: Actor, _ share: Double, _ style: PictureStyle, isSmall: Bool) -> Label {
    let width = isSmall ? 1.25 * label.width : label.width
    let size = isSmall ? 9 + 3 * share : 10.5 + 3 * share
    return Label(
      style.lines(
        { actor.shortName(in: $0) }, size: size, limit: width, lines: isSmall ? 1 : label.lines),
      size: size, style.letters)
  }
}
