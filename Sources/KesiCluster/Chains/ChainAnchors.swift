import KesiMatrix

extension ChainNetwork {
  /// Whether a vertex leads the chain.
  func leads(_ vertex: Int) -> Bool { held[vertex].contains { $0.role == .leader } }

  /// Whom somebody new in the chain should work with, as indices of the network: its leaders, then those of its demanders that
  /// have most ties. Nobody where ties are not assessed.
  var anchors: [Int] {
    guard assessment.covers([.ties]) else { return [] }
    let order = matrix.withRows { $0.byFallingDegree(actors.indices) }
    let demanders = Set(demanders)
    return (order.filter(leads) + order.filter { demanders.contains($0) && !leads($0) }).map { actors[$0] }
  }
}
