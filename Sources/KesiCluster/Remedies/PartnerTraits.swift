import KesiMatrix
import KesiMeasures
import KesiNetwork

/// What is asked of each vertex when two are held against each other: codes and counts, told once.
struct PartnerTraits: Sendable {
  /// A number for each kind and each zone; −1 where none is stated.
  let kinds: [Int]
  let zones: [Int]
  let seats: ChainSeats
  /// The consortia of each vertex.
  let consortia: IncidenceMatrix
  /// Whether ties come from these memberships, so that what two share there is their tie, not a ground for it.
  let tiesAreShared: Bool
  /// Whether works are memberships, not partners.
  let worksAreMemberships: Bool
  /// How many works a vertex carries: partners; where all ties come from memberships, those, since a consortium of sixty
  /// is one piece of work.
  let works: [Int]
  /// With how many it carries what its kind does.
  let limits: [Int]
  /// How many it has now, by what has not ended, supporters not counted; and how many more its kind would carry.
  let running: [Int]
  let room: [Int]
  /// Whether it has as many now as its kind carries.
  let isFull: [Bool]
  /// Whether it guides, represents or funds others.
  let isSupporter: [Bool]
  let isOverloaded: [Bool]
  /// Outside the region with one partner at most.
  let isRemote: [Bool]
  /// What came of former ties, by pair. See ``PartnerPart/past``.
  let past: [Pair: Double]
  /// Parents with their children.
  let families: Set<Pair>
  /// Who offers and who asks, where each names the other as whom it would rather work with.
  private let wanted: Set<Pair>
  /// By a number of works: its ln, less the mean of that over vertices that have any.
  let experience: [Double]

  typealias Pair = NetworkGraph.Pair

  init(of analysis: Analysis) throws {
    let (graph, network) = (analysis.graph, analysis.network)
    let matrix = analysis.partners
    func codes(_ word: (Actor) -> String) -> [Int] {
      let labels = graph.labels(by: word)
      return labels.indices.map { word(graph.actor($0)).isEmpty ? -1 : labels[$0] }
    }
    kinds = codes(\.kind)
    zones = codes { $0.zone ?? "" }
    let period = graph.selection.period
    seats = ChainSeats(of: graph, during: period)
    tiesAreShared = graph.layers.contains(Selection.consortiaLayer)
    let memberships = graph.layers == [Selection.consortiaLayer] ? graph.incidence : nil
    worksAreMemberships = memberships != nil
    consortia = IncidenceMatrix(
      groupCount: network.consortia.count, memberCount: graph.actors.count,
      pairs: network.members.lazy.filter {
        $0.period.overlaps(period) && network.consortia[$0.consortium].period.overlaps(period)
      }.compactMap { member in graph.vertex[member.actor].map { (group: member.consortium, member: $0) } })
    let works = matrix.withRows { rows in
      (0..<rows.order).map { memberships?.groups(of: $0).count ?? rows.degree($0) }
    }
    self.works = works
    limits = Self.limits(of: kinds, works)
    isSupporter = graph.actors.map(analysis.isSupporter)
    let running = memberships == nil ? Self.running(in: analysis, besides: isSupporter) : works
    self.running = running
    room = zip(Self.limits(of: kinds, running), running).map(-)
    isFull = room.map { $0 <= 0 }
    let broken = try analysis.overloaded().compactMap { graph.vertex[$0] }
    isOverloaded = broken.reduce(into: [Bool](repeating: false, count: works.count)) { $0[$1] = true }
    isRemote = Self.remote(zones, matrix)
    past = analysis.part(FormerTies.self)
    families = Self.families(of: graph)
    wanted = Self.wanted(in: graph)
    let logarithms = (0...(works.max() ?? 0)).map { naturalLogarithm(Double(max(1, $0))) }
    let working = works.filter { $0 > 0 }
    let usual = working.isEmpty ? 0 : working.reduce(0) { $0 + logarithms[$1] } / Double(working.count)
    experience = logarithms.map { $0 - usual }
  }

  /// At which share of its kind an actor has as much as it carries, and the least that anyone does.
  private static let share = 0.9
  private static let leastLimit = 3
  /// A kind of fewer actors has no such share to speak of: it is judged by all.
  private static let leastKind = 10

  /// With how many works each vertex has as many as its kind carries: the 90th percentile (nearest rank) of its kind, or of
  /// all where there are fewer than ten of the kind, and three at least.
  static func limits(of kinds: [Int], _ works: [Int]) -> [Int] {
    func percentile(_ values: [Int]) -> Int {
      let sorted = values.sorted()
      return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
    }
    guard !works.isEmpty else { return [] }
    let all = percentile(works)
    let byKind = Dictionary(grouping: works.indices) { kinds[$0] }.mapValues { vertices in
      max(leastLimit, vertices.count < leastKind ? all : percentile(vertices.map { works[$0] }))
    }
    return kinds.map { byKind[$0] ?? leastLimit }
  }

  /// With how many each vertex works, supporters aside, by ties that have not ended where any says that it has.
  private static func running(in analysis: Analysis, besides isSupporter: [Bool]) -> [Int] {
    let graph = analysis.graph
    func all() -> [Int] {
      analysis.partners.withRows { rows in
        (0..<rows.order).map { rows[$0].count { !isSupporter[Int($0)] } }
      }
    }
    let ties = graph.network.ties
    guard let now = analysis.now, ties.areDated, graph.incidence == nil else { return all() }
    func hasEnded(_ tie: Int) -> Bool { ties.period(tie).to.map { $0.latest < now.earliest } ?? false }
    guard graph.ties.contains(where: hasEnded) else { return all() }
    let pairs = graph.ties.compactMap { tie -> Pair? in
      guard !hasEnded(tie), ties.weight(tie) > 0, let source = graph.vertex[ties.source(tie)],
        let target = graph.vertex[ties.target(tie)], source != target
      else { return nil }
      return Pair(source, target, isSymmetric: true)
    }
    var partners = [Int](repeating: 0, count: graph.actors.count)
    for pair in Set(pairs) {
      if !isSupporter[pair.target] { partners[pair.source] += 1 }
      if !isSupporter[pair.source] { partners[pair.target] += 1 }
    }
    return partners
  }

  /// Actors whose zone no other actor is in, or of none, where others have zones, and who have one partner at most.
  private static func remote(_ zones: [Int], _ matrix: AdjacencyMatrix) -> [Bool] {
    var sizes: [Int: Int] = [:]
    for zone in zones where zone >= 0 { sizes[zone, default: 0] += 1 }
    guard sizes.contains(where: { $0.value > 1 }) else { return zones.map { _ in false } }
    return matrix.withRows { rows in
      zones.indices.map { rows.degree($0) <= 1 && (zones[$0] < 0 || sizes[zones[$0]] == 1) }
    }
  }

  /// Of pairs with a tie that has ended, or whose outcome is known, or that is not looked at: what came of the last.
  fileprivate static func past(of graph: NetworkGraph, now: PartialDate?) -> [Pair: Double] {
    let ties = graph.network.ties
    guard !ties.isList else { return [:] }
    var isLookedAt = [Bool](repeating: false, count: ties.count)
    for tie in graph.ties { isLookedAt[tie] = true }
    var last: [Pair: (order: (start: Int, value: Double), value: Double)] = [:]
    for index in ties.indices {
      guard let source = graph.vertex[ties.source(index)], let target = graph.vertex[ties.target(index)],
        source != target
      else { continue }
      let period = ties.period(index)
      let hasEnded = period.to.map { end in now.map { end.latest < $0.earliest } ?? false } ?? false
      let value: Double
      switch ties.outcome(index) {
      case .satisfactory: value = 1
      case .unsatisfactory: value = -1
      case .open, nil: value = 0.5
      }
      guard hasEnded || !isLookedAt[index] || value != 0.5 else { continue }
      // Of two that began together the one that went worse: so the order of rows does not matter.
      let order = (start: period.from?.earliest ?? .min, value: -value)
      let pair = Pair(source, target, isSymmetric: true)
      if last[pair].map({ $0.order < order }) ?? true { last[pair] = (order, value) }
    }
    return last.mapValues(\.value)
  }

  /// Who is a part of whom: by the column `parent`, and by ties of that kind, as registers have it.
  private static func families(of graph: NetworkGraph) -> Set<Pair> {
    let network = graph.network
    var families = Set<Pair>()
    func add(_ a: Int?, _ b: Int?) {
      if let a, let b, a != b { families.insert(Pair(a, b, isSymmetric: true)) }
    }
    if network.actors.contains(where: { $0.parent != nil }) {
      let place = Dictionary(network.actors.enumerated().map { (ExactText($1.id), $0) }) { first, _ in first }
      for (actor, row) in network.actors.enumerated() {
        add(graph.vertex[actor], row.parent.flatMap { place[ExactText($0)] }.flatMap { graph.vertex[$0] })
      }
    }
    guard !network.ties.isList else { return families }
    let isParent = network.ties.isOfKind([ExactText("parent")])
    for index in network.ties.indices where isParent(index) {
      add(graph.vertex[network.ties.source(index)], graph.vertex[network.ties.target(index)])
    }
    return families
  }

  private static func wanted(in graph: NetworkGraph) -> Set<Pair> {
    func wishes<Side>(_ rows: [MarketEntry<Side>]) -> Set<Pair> {
      var found = Set<Pair>()
      for row in rows {
        guard let own = graph.vertex[row.actor] else { continue }
        for other in row.preferences.compactMap({ graph.vertex[$0] }) where other != own {
          found.insert(Pair(own, other, isSymmetric: false))
        }
      }
      return found
    }
    let asked = wishes(graph.network.demands)
    return Set(
      wishes(graph.network.supplies).filter { asked.contains(Pair($0.target, $0.source, isSymmetric: false)) }
        .map { Pair($0.source, $0.target, isSymmetric: true) })
  }

  var hasWishes: Bool { !wanted.isEmpty }

  /// Whether one offers, the other asks, and each names the other as whom it would rather work with.
  func wantEachOther(_ a: Int, _ b: Int) -> Bool {
    !wanted.isEmpty && wanted.contains(Pair(a, b, isSymmetric: true))
  }

  /// Whether one is a part of the other.
  func areOneHouse(_ a: Int, _ b: Int) -> Bool {
    !families.isEmpty && families.contains(Pair(a, b, isSymmetric: true))
  }

  /// The consortia that two share, ascending.
  func sharedConsortia(_ a: Int, _ b: Int) -> [Int] {
    let others = consortia.groups(of: b)
    var place = others.startIndex
    var shared: [Int] = []
    for group in consortia.groups(of: a) {
      while place < others.endIndex, others[place] < group { place += 1 }
      if place == others.endIndex { break }
      if others[place] == group { shared.append(Int(group)) }
    }
    return shared
  }
}

private enum FormerTies: AnalysisPart {
  static func value(of analysis: Analysis) -> [PartnerTraits.Pair: Double] {
    PartnerTraits.past(of: analysis.graph, now: analysis.now)
  }
}

extension Analysis {
  /// Whether the last work of two did not satisfy.
  func areDissatisfied(_ a: Int, _ b: Int) -> Bool {
    guard let x = graph.vertex[a], let y = graph.vertex[b] else { return false }
    return part(FormerTies.self)[PartnerTraits.Pair(x, y, isSymmetric: true)].map { $0 < 0 } ?? false
  }
}
