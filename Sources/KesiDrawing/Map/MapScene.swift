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
  }

  enum Turn { case joined, left }

  /// Lines of text under a symbol.
  struct Label {
    var lines: [String] = []
    var size = 10.0

    var width: Double { lines.map { TextSize.width($0, size: size) }.max() ?? 0 }
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
  let symbols: [Symbol]
  let ties: [Tie]
  let groups: [Group]
  /// What the shapes behind the symbols are, and who stands outside of them; nil where there are none.
  let groupMeaning: Phrase?
  let ghosts: [Ghost]
  /// How many ties there are; where they are too many, the heaviest are drawn.
  let allTies: Int
  /// Ties that would help, as vertices.
  let proposed: [(Int, Int)]

  /// Beyond this, places are found by forces alone, symbols are small, and labels that would overlap are left out.
  static let large = 500
  private static let mostTies = 20_000
  /// So many ties an actor are still told apart.
  private static let tiesPerActor = 4
  private static let fewTies = 2000
  /// Beyond this, only the best tied actors are labeled.
  static let mostLabels = 160
  /// How wide a label may be, in points, and how many lines it has.
  private static let label = (width: 116.0, lines: 2)
  private static let mostGroups = 12

  /// - Parameter change: from which network to which, where the analysis is of their union; gaps are then not marked.
  init(
    of analysis: Analysis, gaps allGaps: [Gap], change: NetworkChange? = nil, remedies: [Remedy]? = nil,
    sizes: MeasureValues, theme: Theme,
    language: Language
  ) {
    let gaps = change == nil ? allGaps : []
    let graph = analysis.graph
    let network = graph.network
    let order = graph.actors.count
    // What has no size is as small as what has none of the measure; sums of huge weights are no size either.
    let sizeOf = { (vertex: Int) in sizes[vertex].map { $0.isFinite ? max(0, $0) : 0 } ?? 0 }
    let largest = max(1e-300, (0..<order).map(sizeOf).max() ?? 0)
    let networkCuts = gaps.filter { $0.chain == nil }
    let cut = Set(networkCuts.filter { $0.kind == .cutActor }.flatMap(\.subjects))
    let bridges = Dictionary(
      networkCuts.filter { $0.kind == .bridgeTie }.map { (Set($0.subjects), $0.severity) }, uniquingKeysWith: max)
    let lapsing = Set(gaps.filter { $0.kind == .intermittent }.map { Set($0.subjects) })
    let labeled = Set(
      (0..<order).sorted { (sizeOf($1), $0) < (sizeOf($0), $1) }.prefix(
        order > Self.large ? 2 * Self.mostLabels : Self.mostLabels))

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
        labeled.contains(vertex) ? Self.label(of: actor, share, language, isSmall: order > Self.large) : Label()
      return Symbol(
        vertex: vertex, actor: actor, kind: network.profile.kind(actor.kind),
        size: order > Self.large ? 2.4 + 13 * share : 15 + 27 * share, label: label,
        isCut: cut.contains(graph.actors[vertex]),
        turn: joined.contains(graph.actors[vertex]) ? .joined : left.contains(graph.actors[vertex]) ? .left : nil,
        isFaded: remedies != nil && !meant.contains(graph.actors[vertex]))
    }

    let directed = Set(
      graph.ties.lazy.map { network.ties[$0] }.filter { $0.isDirected == true }.compactMap { tie in
        if let a = graph.vertex[tie.source], let b = graph.vertex[tie.target] { [a, b] } else { nil }
      })
    let heaviest = analysis.partners.heaviestTies(
      most: min(Self.mostTies, max(Self.fewTies, Self.tiesPerActor * order)))
    allTies = analysis.partners.tieCount
    ties = analysis.partners.withRows { rows in
      (0..<order).flatMap { source in
        rows.entries(source).compactMap { entry in
          let target = rows.column(entry)
          guard target > source, heaviest[entry] else {
            return nil
          }
          let isForward = directed.contains([source, target])
          let isBackward = directed.contains([target, source])
          let ends = isBackward && !isForward ? (target, source) : (source, target)
          return Tie(
            source: ends.0, target: ends.1, weight: rows.weight(entry),
            bridgeSeverity: bridges[[graph.actors[source], graph.actors[target]]],
            isDirected: isForward != isBackward,
            isIntermittent: lapsing.contains([graph.actors[source], graph.actors[target]]),
            change: change?.sort(between: graph.actors[source], graph.actors[target]))
        }
      }
    }

    // Outlines and ghosts need room that a large network has not.
    let sets = order > Self.large ? GroupSets() : Self.groupSets(of: analysis, language)
    groups = sets.groups(in: graph, theme)
    groupMeaning = sets.meaning(in: graph)
    ghosts = (order > Self.large ? [] : gaps).filter { $0.kind == .missingKind }.compactMap { gap in
      guard let chain = gap.chain, case .position(let kind, _, _, _)? = gap.remedies.first else { return nil }
      let placed = analysis.chains[chain].actors.compactMap { graph.vertex[$0] }
      guard let beside = placed.max(by: { (sizeOf($0), $1) < (sizeOf($1), $0) }) else { return nil }
      let missing = network.profile.kind(kind)
      let chainName = network.chains[chain].name(in: language)
      let words = [Phrase("no \(missing.label.en)", zh: "缺\(missing.label.zh)")(language), chainName]
      let lines = words.flatMap { TextSize.wrapped($0, size: 9, limit: Self.label.width, lines: 1) }
      return Ghost(kind: missing, label: Label(lines: lines, size: 9), beside: beside)
    }
  }

  /// Communities of three or more, each by the name of its best-tied member.
  private static func communities(of analysis: Analysis, _ language: Language) -> [(name: String, actors: [Int])] {
    let graph = analysis.graph
    // Throws only where it is cancelled; a map without outlines is then drawn no further.
    guard let labels = try? analysis.unweighted.communities() else { return [] }
    let degree = degrees(of: graph.matrix)
    let groups = Dictionary(grouping: labels.indices) { labels[$0] }
    return groups.sorted { $0.key < $1.key }.filter { $0.value.count > 2 }.map { _, members in
      // A group of labels has a first member.
      let head = members.max { (degree[$0], $1) < (degree[$1], $0) } ?? members[0]
      let name = graph.actor(head).shortName(in: language)
      return (Phrase("around \(name)", zh: "以\(name.setInChinese)为中心")(language), members.map { graph.actors[$0] })
    }
  }

  private static func label(of actor: Actor, _ share: Double, _ language: Language, isSmall: Bool) -> Label {
    let size = isSmall ? 8.5 + 2 * share : 10.5 + 3 * share
    return Label(
      lines: TextSize.wrapped(
        actor.shortName(in: language), size: size, limit: label.width, lines: isSmall ? 1 : label.lines),
      size: size)
  }

  /// Sets of actors that may stand together.
  package struct GroupSets {
    var sort = Sort.community
    var sets: [(name: String, actors: [Int])] = []

    enum Sort { case consortium, chain, zone, community }

    /// To how many sets each actor belongs.
    private var parts: [Int: Int] { sets.flatMap(\.actors).reduce(into: [:]) { $0[$1, default: 0] += 1 } }

    /// An actor that belongs to so many stands outside of all: shapes that lie over each other tell nothing.
    private static let many = 3

    /// Those that have two members or more to draw a shape around.
    private func shown(in graph: NetworkGraph) -> [(index: Int, name: String, vertices: [Int])] {
      let parts = parts
      return sets.enumerated().compactMap { index, set in
        let vertices = set.actors.filter { parts[$0, default: 0] < Self.many }.compactMap { graph.vertex[$0] }
        return vertices.count > 1 ? (index, set.name, vertices) : nil
      }
    }

    fileprivate func groups(in graph: NetworkGraph, _ theme: Theme) -> [Group] {
      shown(in: graph).map { index, name, vertices in
        Group(name: name.visible(most: 48), vertices: vertices, color: theme.group(index))
      }
    }

    /// What the shapes are, and who stands outside of them; nil where there are none.
    package func meaning(in graph: NetworkGraph) -> Phrase? {
      guard !shown(in: graph).isEmpty else { return nil }
      let hasOutsiders = parts.values.contains { $0 >= Self.many }
      func words(_ name: Phrase, _ unit: String) -> Phrase {
        Phrase(
          "area: \(name.en)" + (hasOutsiders ? "; who is in three or more stands outside" : ""),
          zh: "色块：\(name.zh)" + (hasOutsiders ? "（属于三\(unit)及以上的单位在色块之外）" : ""))
      }
      return switch sort {
      case .consortium: words(Phrase("a consortium", zh: "创新联合体"), "个")
      case .chain: words(Phrase("a chain", zh: "产业链"), "条")
      case .zone: words(Phrase("a zone", zh: "片区"), "个")
      case .community: words(Phrase("a community", zh: "社群"), "个")
      }
    }
  }

  /// Consortia; where there are none, chains, zones, or communities; none at all where they are too many to tell apart.
  package static func groupSets(of analysis: Analysis, _ language: Language) -> GroupSets {
    let graph = analysis.graph
    let network = graph.network
    // One consortium that holds nearly all says nothing of who stands together.
    let holdsAll = network.consortia.count == 1 && 2 * network.members.count > network.actors.count
    let zones = analysis.groups(by: .zone)
    let found: GroupSets =
      if !network.consortia.isEmpty, !holdsAll {
        GroupSets(
          sort: .consortium,
          sets: network.consortia.indices.map { index in
            (
              network.consortia[index].name(in: language),
              network.members.filter { $0.consortium == index }.map(\.actor)
            )
          })
      } else if !analysis.chains.isEmpty {
        GroupSets(sort: .chain, sets: analysis.chosenChains.map { ($0.chain.name(in: language), $0.actors) })
      } else if (2...mostGroups).contains(zones.count) {
        GroupSets(
          sort: .zone, sets: zones.map { zone in (zone.label(language), zone.vertices.map { graph.actors[$0] }) })
      } else {
        GroupSets(sort: .community, sets: communities(of: analysis, language))
      }
    return found.sets.count <= mostGroups ? found : GroupSets()
  }
}
