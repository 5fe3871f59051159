import KesiMatrix
import KesiMeasures

/// What the loss of one actor alone would break.
public struct Dependence: Sendable {
  /// An index of the network.
  public let actor: Int
  /// Ties that would go with it.
  public let ties: Int
  /// Into how many parts its component would fall, and how many actors would be outside the largest of them.
  public let parts: Int
  public let cutOff: Int
  /// The pairs of other actors that would no longer be joined by any path.
  public let partedPairs: Int
  /// Partners that have no other partner.
  public let stranded: Int
  /// The chain whose index would fall most, and by how much; nil where none would.
  public let chain: Int?
  public let indexLoss: Double
  /// Consortia that it leads.
  public let led: Int

  /// How bad the loss would be, 0…1: the larger of the share of pairs that it parts and of the fall of a chain's index.
  public let harm: Double
}

extension Analysis {
  /// Beyond this size the index of a chain without each of its actors in turn takes too long; it is then not asked.
  private static let largeChain = 400

  /// What the loss of each actor would break, the worst first.
  ///
  /// - Complexity: O(n + m), and an index for each position in a chain of up to 400 actors.
  public func dependences() -> [Dependence] {
    var led = [Int](repeating: 0, count: network.actors.count)
    for consortium in network.consortia { if let leader = consortium.leader { led[leader] += 1 } }
    var chainsOf = [[Int]](repeating: [], count: network.actors.count)
    for (number, chain) in chains.enumerated() { for actor in chain.actors { chainsOf[actor].append(number) } }
    let all = graph.actors.enumerated().map { vertex, actor in
      dependence(of: vertex, led: led[actor], in: chainsOf[actor])
    }
    return all.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      return (x.harm, x.ties) == (y.harm, y.ties) ? a.offset < b.offset : (x.harm, x.ties) > (y.harm, y.ties)
    }.map(\.element)
  }

  /// What the loss of one actor would break.
  ///
  /// - Parameter vertex: one of the graph.
  public func dependence(of vertex: Int) -> Dependence {
    let actor = graph.actors[vertex]
    return dependence(
      of: vertex, led: network.consortia.count { $0.leader == actor },
      in: chains.indices.filter { chains[$0].actors.contains(actor) })
  }

  private func dependence(of vertex: Int, led: Int, in own: [Int]) -> Dependence {
    let actor = graph.actors[vertex]
    let parts = unweighted.cutpoints().parts(without: vertex)
    let others = parts.reduce(0, +)
    let parted = (others * others - parts.reduce(0) { $0 + $1 * $1 }) / 2
    let order = Double(graph.matrix.order)
    let pairCount = max(1, (order - 1) * (order - 2) / 2)
    let loss = indexLoss(without: actor, in: own)
    let (ties, stranded) = partners.withRows { rows in
      (rows.degree(vertex), rows[vertex].count { rows.degree(Int($0)) == 1 })
    }
    return Dependence(
      actor: actor, ties: ties, parts: parts.count, cutOff: others - (parts.max() ?? 0), partedPairs: parted,
      stranded: stranded, chain: loss?.chain, indexLoss: loss?.fall ?? 0, led: led,
      harm: max(Double(parted) / pairCount, loss?.fall ?? 0))
  }

  /// The one of its chains whose index falls most without an actor.
  private func indexLoss(without actor: Int, in own: [Int]) -> (chain: Int, fall: Double)? {
    var worst: (chain: Int, fall: Double)?
    for number in own where chains[number].actors.count <= Self.largeChain {
      guard let before = indices()[number].value, let without = chains[number].removing(actor) else { continue }
      let fall = before - (ChainIndex(of: without, weights: network.profile.indexWeights).value ?? 0)
      if fall > worst?.fall ?? 1e-12 { worst = (chains[number].index, fall) }
    }
    return worst
  }
}

extension Analysis {
  /// The vertices that the loss of an actor of the network would cut off from the largest part that is left.
  public func cutOff(without actor: Int) -> Set<Int> {
    guard let vertex = graph.vertex[actor] else { return [] }
    let component = unweighted.components()
    let others = component.indices.filter { $0 != vertex && component[$0] == component[vertex] }
    let rest = components(of: graph.matrix.submatrix(keeping: others))
    return Set(zip(others, rest).filter { $0.1 > 1 }.map(\.0))
  }
}
