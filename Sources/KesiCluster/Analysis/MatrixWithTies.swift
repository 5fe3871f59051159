import KesiMatrix

extension AdjacencyMatrix {
  /// This symmetric matrix with more vertices or ties; ties of one that has no weights count 1.
  func adding(_ ties: [(Int, Int, weight: Double)], order: Int) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: isWeighted)
    forEachTie { builder.add(UInt32($0), UInt32($1), weight: $2) }
    for tie in ties { builder.add(UInt32(tie.0), UInt32(tie.1), weight: tie.weight) }
    return builder.build()
  }
}
