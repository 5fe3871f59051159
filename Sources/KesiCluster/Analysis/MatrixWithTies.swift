import KesiMatrix

extension AdjacencyMatrix {
  /// This matrix with more vertices or ties, which have no direction; ties of one that has no weights count 1.
  func adding(_ ties: [(Int, Int, weight: Double)], order: Int) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: isSymmetric, isWeighted: isWeighted)
    forEachTie { builder.add(UInt32($0), UInt32($1), weight: $2) }
    for tie in ties {
      builder.add(UInt32(tie.0), UInt32(tie.1), weight: tie.weight)
      if !isSymmetric { builder.add(UInt32(tie.1), UInt32(tie.0), weight: tie.weight) }
    }
    return builder.build()
  }

  /// This matrix with those of its ties that are kept; every vertex keeps its place.
  func filtered(_ keeps: (Int, Int) -> Bool) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: isSymmetric, isWeighted: isWeighted)
    forEachTie { if keeps($0, $1) { builder.add(UInt32($0), UInt32($1), weight: $2) } }
    return builder.build()
  }
}
