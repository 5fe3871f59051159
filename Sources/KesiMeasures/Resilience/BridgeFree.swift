import KesiMatrix

/// The network with every part that no single tie holds together shrunk to one block: a forest whose ties are bridges.
///
/// - Source: Eswaran & Tarjan, *Augmentation Problems*, SIAM J. Computing 1976.
public struct BlockForest: Sendable {
  /// The block of each vertex.
  public let block: [Int]
  /// The vertices of each block.
  public let vertices: [[Int]]
  /// The bridges, as pairs of blocks.
  public let bridges: [(Int, Int)]

  /// - Complexity: O(n + m).
  public init(of matrix: AdjacencyMatrix) {
    let cuts = cutpoints(of: matrix)
    let symmetric = matrix.symmetrized()
    var near = [Int](repeating: -1, count: matrix.order)
    for bridge in cuts.bridges { near[bridge.far] = bridge.near }
    var builder = MatrixBuilder(order: matrix.order, isSymmetric: true, isWeighted: false)
    symmetric.forEachTie { one, other, _ in
      if near[one] != other, near[other] != one { builder.add(UInt32(one), UInt32(other)) }
    }
    let block = components(of: builder.build()).map { $0 - 1 }
    var vertices = [[Int]](repeating: [], count: (block.max() ?? -1) + 1)
    for (vertex, number) in block.enumerated() { vertices[number].append(vertex) }
    self.block = block
    self.vertices = vertices
    bridges = cuts.bridges.map { (block[$0.near], block[$0.far]) }
  }

  /// The fewest pairs of blocks whose joining leaves the network in one piece without a bridge: ⌈p/2⌉ + q of them for p
  /// blocks with one bridge and q with none, unless there is but one block.
  ///
  /// Any vertex of a block may be the end of a tie. Two blocks of one vertex each, and nothing else, can only be joined
  /// twice by two ties between the same two vertices.
  ///
  /// - Complexity: O(blocks).
  public func bridgeFreeTies() -> [(Int, Int)] {
    guard vertices.count > 1 else { return [] }
    var neighbors = [[Int]](repeating: [], count: vertices.count)
    for (a, b) in bridges {
      neighbors[a].append(b)
      neighbors[b].append(a)
    }
    // Trees are strung together by their outer blocks; a lone block is both of its own.
    var ties: [(Int, Int)] = []
    var last: Int?
    var hasBeenSeen = [Bool](repeating: false, count: vertices.count)
    for start in vertices.indices where !hasBeenSeen[start] {
      let tree = preorder(from: start, neighbors) { hasBeenSeen[$0] = true }
      let outer = tree.filter { neighbors[$0].count <= 1 }
      if let last { ties.append((last, outer[0])) }
      last = outer[outer.count - 1]
    }
    for (a, b) in ties {
      neighbors[a].append(b)
      neighbors[b].append(a)
    }
    // One tree now. Its leaves in the order of a walk from an inner block: each is joined to the one half way round.
    let root = vertices.indices.first { neighbors[$0].count > 1 } ?? 0
    let leaves = preorder(from: root, neighbors) { _ in }.filter { neighbors[$0].count == 1 }
    for place in 0..<(leaves.count + 1) / 2 { ties.append((leaves[place], leaves[place + leaves.count / 2])) }
    return ties
  }

  /// The share of pairs of vertices that are joined by a path, and of those that are joined by two paths without a common
  /// tie, with some pairs of blocks joined in addition; 1 for a single vertex.
  ///
  /// - Complexity: O(blocks + ties).
  public func joinedPairs(adding ties: [(Int, Int)] = []) -> (once: Double, twice: Double) {
    // A vertex of no size in the middle of each added tie keeps it apart from a bridge between the same two blocks.
    let order = vertices.count + ties.count
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for (a, b) in bridges { builder.add(UInt32(a), UInt32(b)) }
    for (place, tie) in ties.enumerated() where tie.0 != tie.1 {
      builder.add(UInt32(tie.0), UInt32(vertices.count + place))
      builder.add(UInt32(vertices.count + place), UInt32(tie.1))
    }
    let matrix = builder.build()
    let sizes = vertices.map(\.count) + [Int](repeating: 0, count: ties.count)
    return (share(of: components(of: matrix), sizes), share(of: BlockForest(of: matrix).block, sizes))
  }

  private func share(of groups: [Int], _ sizes: [Int]) -> Double {
    var total = [Int](repeating: 0, count: groups.count + 1)
    for (member, group) in groups.enumerated() { total[group] += sizes[member] }
    let order = Double(sizes.reduce(0, +))
    guard order > 1 else { return 1 }
    return total.reduce(0.0) { $0 + Double($1) * Double($1 - 1) } / (order * (order - 1))
  }
}

/// A tree in the order of a walk that goes down before it goes on.
private func preorder(from root: Int, _ neighbors: [[Int]], visit: (Int) -> Void) -> [Int] {
  var order: [Int] = []
  var stack = [(block: root, from: -1)]
  while let (block, from) = stack.popLast() {
    order.append(block)
    visit(block)
    for next in neighbors[block].reversed() where next != from { stack.append((next, block)) }
  }
  return order
}
