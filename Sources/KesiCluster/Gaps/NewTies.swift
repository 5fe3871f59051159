import KesiMatrix
import KesiMeasures
import KesiNetwork

// Ties that are not there yet.
extension Analysis {
  /// The vertex with most ties among some, the first of equals; nil where there are none.
  func bestTied(_ vertices: some Sequence<Int>, in matrix: AdjacencyMatrix) -> Int? {
    matrix.withRows { rows in vertices.max { (rows.degree($0), $1) < (rows.degree($1), $0) } }
  }

  /// Whether two actors of the network have a tie, of whatever chain: a chain leaves out ties that name another, but what is
  /// there need not be brought about.
  func areTied(_ a: Int, _ b: Int) -> Bool {
    guard let x = graph.vertex[a], let y = graph.vertex[b] else { return false }
    return graph.matrix.withRows { $0.entry(row: x, column: y) != nil || $0.entry(row: y, column: x) != nil }
  }

  /// A tie that is not there yet between one of some vertices and one of others, the best tied of both first; nil where all
  /// that are looked at have one.
  ///
  /// - Parameter actors: who stands at each vertex of the matrix.
  func newTie(
    between some: [Int], and others: [Int], in matrix: AdjacencyMatrix, of actors: [Int]
  ) -> Remedy? {
    let most = Self.mostEnds
    return matrix.withRows { rows in
      let front = rows.byFallingDegree(others).prefix(most)
      for one in rows.byFallingDegree(some).prefix(most) {
        for other in front where one != other && !areTied(actors[one], actors[other]) {
          return .tie(actors[one], actors[other])
        }
      }
      return nil
    }
  }
}

extension Analysis {
  /// New ties are looked for at so many of either side.
  static let mostEnds = 40

  /// Several such ties, with ends of their own as far as there are any, the best tied first; fewer where there are no more.
  func newTies(
    _ count: Int, between some: [Int], and others: [Int], in matrix: AdjacencyMatrix, of actors: [Int]
  ) -> [Remedy] {
    let most = Self.mostEnds
    var found: [(a: Int, b: Int)] = []
    let (left, right) = matrix.withRows { rows in
      (Array(rows.byFallingDegree(some).prefix(most)), Array(rows.byFallingDegree(others).prefix(most)))
    }
    // First with four ends, then with three, then with any.
    for shared in 0...2 {
      for a in left {
        for b in right where found.count < count && a != b && !areTied(actors[a], actors[b]) {
          let ends = found.count { $0.a == a || $0.b == a } + found.count { $0.a == b || $0.b == b }
          let isNew = !found.contains { $0 == (a, b) || $0 == (b, a) }
          if isNew, shared == 2 || ends <= shared { found.append((a, b)) }
        }
      }
    }
    return found.map { .tie(actors[$0.a], actors[$0.b]) }
  }
}

extension ChainNetwork {
  /// Somebody of a kind who comes into the chain, at the stage of whom it works with: one of no stage would seem to join all.
  ///
  /// - Parameters:
  ///   - overloaded: those it is not to work with where others are there.
  ///   - most: with how many it works at most.
  func newcomer(ofKind kind: String, sparing overloaded: Set<Int> = [], most: Int = 2) -> Remedy {
    newcomer(ofKind: kind, with: Array(hosts(ofKind: kind, sparing: overloaded).prefix(most)))
  }

  /// The same with those it is to work with, as indices of the network.
  func newcomer(ofKind kind: String, with hosts: [Int]) -> Remedy {
    let stage = hosts.first.flatMap { actors.firstIndex(of: $0) }.flatMap { stages(of: $0).first }
    return .position(kind: kind, chain: index, stage: stage, partners: hosts)
  }

  /// With whom somebody of a kind should work in the chain, as indices of the network: who leads it, and a provider of another
  /// kind, so that not all hangs on one tie. Both are of one part of the chain, as far as it has others: what stands apart is to be
  /// joined by those who are there. Nobody where ties are not assessed.
  ///
  /// - Parameters:
  ///   - known: the number of actors that the tables have; those beyond are newcomers, whom no step can name.
  ///   - overloaded: those who are named only where nobody else is there.
  ///   - areApart: whether two are named together only where nobody else is there.
  ///   - preferred: those who are named before others.
  func hosts(
    ofKind kind: String, knowing known: Int = .max, sparing overloaded: Set<Int> = [],
    unless areApart: (Int, Int) -> Bool = { _, _ in false }, preferring preferred: Set<Int> = []
  ) -> [Int] {
    func ordered(_ some: [Int]) -> [Int] {
      let own = some.filter { $0 < known }
      return own.filter(preferred.contains) + own.filter { !preferred.contains($0) }
    }
    let anchors = ordered(anchors)
    guard let leader = anchors.first else { return [] }
    let others = providerKinds.filter { !$0.isExactly(kind) }.flatMap { providers(ofKind: $0).map(\.vertex) }
    let order = ordered(matrix.withRows { $0.byFallingDegree(others) }.map { actors[$0] })
    func best(of some: [Int]) -> Int? { some.first { !overloaded.contains($0) } }
    let first = best(of: anchors) ?? best(of: order) ?? leader
    let rest = ordered(order + anchors).filter { $0 != first }
    let parts = components(of: matrix)
    let part = Dictionary(uniqueKeysWithValues: zip(actors, parts))
    let near = rest.filter { part[$0] == part[first] }
    func agreed(_ some: [Int]) -> [Int] { some.filter { !areApart(first, $0) } }
    let second = best(of: agreed(near)) ?? best(of: agreed(rest)) ?? best(of: near) ?? best(of: rest) ?? rest.first
    return [first] + [second].compactMap(\.self)
  }
}
