import KesiMatrix

public typealias Projection = IncidenceMatrix.Projection

/// The network as an analysis sees it: the actors that were selected and the matrix of their ties.
public struct NetworkGraph: Sendable {
  public let network: Network
  /// The actors in the graph, as indices of the network, ascending: vertex v is actor `actors[v]`.
  public let actors: [Int]
  /// The vertex of each actor of the network; nil where it was left out.
  public let vertex: [Int?]
  /// Ties with weights; several ties between the same two actors are added up.
  public let matrix: AdjacencyMatrix
  /// The memberships that all ties come from, where they come from one two-mode layer.
  public let incidence: IncidenceMatrix?
  /// The layers that the matrix holds.
  public let layers: [String]
  /// The selected ties, as indices of the network; none where `isWholeList`.
  public let ties: [Int]
  /// Whether it holds a whole list of ties of which nothing is judged by row, so that none is held as one.
  package let isWholeList: Bool
  /// What was selected.
  package let selection: Selection
  /// Whether zones or kinds leave actors out.
  package let leavesOutByTrait: Bool
  /// Whether the network has ties of these kinds in the period, whoever was selected.
  package let hasTieRows: Bool

  /// - Throws: `IncidenceMatrix.TooLarge` where a projection would not fit.
  public init(of network: Network, _ selection: Selection = Selection(), threads: Int = 1) throws {
    let period = selection.period
    let inPeriod: (Period) -> Bool = { $0.overlaps(period) }
    let positions = network.positions.filter { inPeriod($0.period) }
    var keeps = [Bool](repeating: true, count: network.actors.count)
    if selection.kinds != nil || selection.zones != nil {
      for (index, actor) in network.actors.enumerated() where !selection.admits(actor) { keeps[index] = false }
    }
    if let chains = selection.chains {
      let chosen = Set(
        network.chains.indices.filter { index in chains.contains { $0.isExactly(network.chains[index].id) } })
      let placed = Set(positions.filter { chosen.contains($0.chain) }.map(\.actor))
      for index in keeps.indices where !placed.contains(index) { keeps[index] = false }
    }
    let actors = keeps.indices.filter { keeps[$0] }
    var vertex = [Int?](repeating: nil, count: keeps.count)
    for (place, actor) in actors.enumerated() { vertex[actor] = place }

    let layers = selection.layers ?? Self.defaultLayers(of: network)
    let all = network.ties
    if all.isList, !all.isEmpty, actors.count == keeps.count, layers == [""] {
      // A list as it is: its ties are not copied one by one, nor held as rows where nothing is judged by row.
      let isByRow = network.isJudgedByRow
      let matrix =
        (selection.isDirected ? nil : all.matrix)
        ?? MatrixBuilder(order: actors.count, isSymmetric: !selection.isDirected, ties: all.list)
        .build(threads: threads)
      self.init(
        network: network, actors: actors, vertex: vertex, matrix: matrix, incidence: nil, layers: layers,
        ties: isByRow ? Array(all.indices) : [], isWholeList: !isByRow, selection: selection, hasTieRows: true)
      return
    }
    var builder = MatrixBuilder(order: actors.count, isSymmetric: !selection.isDirected, isWeighted: true)
    let isChosen = all.isOfKind(Set(layers.map(ExactText.init)))
    var ties: [Int] = []
    var hasTieRows = false
    for index in all.indices where (selection.layers == nil || isChosen(index)) && inPeriod(all.period(index)) {
      hasTieRows = true
      guard let source = vertex[all.source(index)].map(UInt32.init),
        let target = vertex[all.target(index)].map(UInt32.init)
      else { continue }
      ties.append(index)
      builder.add(source, target, weight: all.weight(index))
      if selection.isDirected, all.isDirected(index) == false { builder.add(target, source, weight: all.weight(index)) }
    }
    var only: IncidenceMatrix?
    func add(_ pairs: [(group: Int, member: Int)], groups: Int) throws {
      let incidence = IncidenceMatrix(groupCount: groups, memberCount: actors.count, pairs: pairs)
      only = layers.count == 1 ? incidence : nil
      try incidence.projected(selection.projection).forEachTie { one, other, weight in
        builder.add(UInt32(one), UInt32(other), weight: weight)
        if selection.isDirected { builder.add(UInt32(other), UInt32(one), weight: weight) }
      }
    }
    if layers.contains(Selection.consortiaLayer) {
      let pairs = network.members.filter {
        inPeriod($0.period) && inPeriod(network.consortia[$0.consortium].period)
      }.compactMap { member in vertex[member.actor].map { (group: member.consortium, member: $0) } }
      try add(pairs, groups: network.consortia.count)
    }
    if layers.contains(Selection.chainsLayer) {
      let pairs = positions.compactMap { position in
        vertex[position.actor].map { (group: position.chain, member: $0) }
      }
      try add(pairs, groups: network.chains.count)
    }
    self.init(
      network: network, actors: actors, vertex: vertex, matrix: builder.build(threads: threads), incidence: only,
      layers: layers, ties: ties, isWholeList: false, selection: selection, hasTieRows: hasTieRows)
  }

  private init(
    network: Network, actors: [Int], vertex: [Int?], matrix: AdjacencyMatrix, incidence: IncidenceMatrix?,
    layers: [String], ties: [Int], isWholeList: Bool, selection: Selection, hasTieRows: Bool
  ) {
    self.selection = selection
    leavesOutByTrait =
      (selection.zones != nil || selection.kinds != nil) && network.actors.contains { !selection.admits($0) }
    self.hasTieRows = hasTieRows
    self.incidence = incidence
    self.network = network
    self.actors = actors
    self.vertex = vertex
    self.matrix = matrix
    self.layers = layers
    self.ties = ties
    self.isWholeList = isWholeList
  }

  /// The same graph of a network whose actors are the same and whose rows of ties have the same ends, kinds and weights.
  package func with(_ network: Network) -> NetworkGraph {
    NetworkGraph(
      network: network, actors: actors, vertex: vertex, matrix: matrix, incidence: incidence, layers: layers,
      ties: ties,
      isWholeList: isWholeList, selection: selection, hasTieRows: hasTieRows)
  }

  /// Every kind of tie; where there are no ties, consortia; where there are none, chains.
  public static func defaultLayers(of network: Network) -> [String] {
    if !network.ties.isEmpty { return network.ties.kinds }
    return network.consortia.isEmpty ? [Selection.chainsLayer] : [Selection.consortiaLayer]
  }

  /// Whether a tie that was selected has a direction, as every tie of a list may.
  public var hasDirections: Bool {
    network.ties.leavesDirectionsOpen || ties.contains { network.ties.isDirected($0) == true }
  }

  /// The actor of a vertex.
  public func actor(_ vertex: Int) -> Actor { network.actors[actors[vertex]] }

  /// The vertices in the order of the table of actors, where people read them.
  package var verticesByRow: [Int] {
    guard actors.contains(where: { network.actors[$0].row != nil }) else { return Array(actors.indices) }
    return actors.map { network.actors[$0].row }.byRow
  }

  /// The vertices grouped by a word of their actors: 0, 1, … in the order in which words first come.
  public func labels(by word: (Actor) -> String) -> [Int] {
    var known: [ExactText: Int] = [:]
    return actors.map { actor in
      let word = ExactText(word(network.actors[actor]))
      let label = known[word, default: known.count]
      known[word] = label
      return label
    }
  }
}

extension Network {
  /// Kinds of ties that only say who belongs to whom, as registers have them.
  package static let belonging: Set = ["parent", "child", "related"]

  /// The kind that a new tie is of where nobody says: the first that the network has which is work; where all ties are shared
  /// consortia, such a consortium.
  package var kindOfNewTies: String { Self.kindOfNewTies(among: NetworkGraph.defaultLayers(of: self)) }

  fileprivate static func kindOfNewTies(among layers: [String]) -> String {
    let works = layers.first {
      !belonging.contains($0) && $0 != Selection.consortiaLayer && $0 != Selection.chainsLayer
    }
    return works ?? (layers.contains(Selection.consortiaLayer) ? Selection.consortiaLayer : "")
  }
}

extension NetworkGraph {
  /// The kind of new ties that are seen among those that were selected.
  package var kindOfNewTies: String { Network.kindOfNewTies(among: layers) }

  /// Whether actors are tied by shared consortia alone: no row says which chain a tie belongs to.
  package var tiesComeFromConsortia: Bool { !hasTieRows && layers.contains(Selection.consortiaLayer) }
}

extension Network {
  /// How many years a joint project takes in a chain until industrialization.
  package func years(of chain: Int?) -> Double {
    chain.flatMap { chains[$0].years } ?? Double(profile.thresholds.stalledYears)
  }
}

extension Network {
  /// Whether there is anything by which ties are judged row by row: chains, consortia, kinds of actors.
  fileprivate var isJudgedByRow: Bool {
    !(chains.isEmpty && positions.isEmpty && consortia.isEmpty && members.isEmpty)
      || actors.contains { !$0.kind.isEmpty }
  }
}

extension NetworkGraph {
  /// Two vertices, in either order where ties have no direction.
  public struct Pair: Hashable, Sendable {
    public let source: Int
    public let target: Int

    public init(_ source: Int, _ target: Int, isSymmetric: Bool) {
      self.source = isSymmetric ? min(source, target) : source
      self.target = isSymmetric ? max(source, target) : target
    }
  }

  /// The ties between each two vertices, as indices of the network.
  package func tiesByPair() -> [Pair: [Int]] {
    var found: [Pair: [Int]] = [:]
    for index in isWholeList ? Array(network.ties.indices) : ties {
      guard let source = vertex[network.ties.source(index)], let target = vertex[network.ties.target(index)] else {
        continue
      }
      found[Pair(source, target, isSymmetric: matrix.isSymmetric), default: []].append(index)
      if !matrix.isSymmetric, source != target, network.ties.isDirected(index) == false {
        found[Pair(target, source, isSymmetric: false), default: []].append(index)
      }
    }
    return found
  }

  /// The kinds of the ties between each two vertices; where a tie comes from shared consortia or chains only, that layer.
  public func tieKinds() -> [Pair: [String]] {
    var kinds: [Pair: [String]] = [:]
    func add(_ kind: String, _ source: Int, _ target: Int) {
      let pair = Pair(source, target, isSymmetric: matrix.isSymmetric)
      if kinds[pair]?.containsExactly(kind) != true { kinds[pair, default: []].append(kind) }
    }
    for tie in ties.lazy.map({ network.ties[$0] }) {
      guard let source = vertex[tie.source], let target = vertex[tie.target] else { continue }
      add(tie.kind, source, target)
      if !matrix.isSymmetric, tie.isDirected == false { add(tie.kind, target, source) }
    }
    let projected = layers.filter(Selection.isProjected)
    guard !projected.isEmpty else { return kinds }
    matrix.withRows { rows in
      for row in 0..<rows.order {
        for column in rows[row] where kinds[Pair(row, Int(column), isSymmetric: matrix.isSymmetric)] == nil {
          for layer in projected { add(layer, row, Int(column)) }
        }
      }
    }
    return kinds
  }
}

extension [Int?] {
  /// The places in the order of the rows; those that no table has come last.
  package var byRow: [Int] { indices.sorted { (self[$0] ?? .max, $0) < (self[$1] ?? .max, $1) } }
}
