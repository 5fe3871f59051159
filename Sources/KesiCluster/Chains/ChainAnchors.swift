import KesiMatrix
import KesiNetwork

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

  /// Who leads the chain, one of those concerned first, then the one with most ties; nil where nobody does.
  func leader(among actors: [Int]) -> Int? {
    let order = matrix.withRows { $0.byFallingDegree(self.actors.indices) }.filter(leads).map { self.actors[$0] }
    return order.first(where: actors.contains) ?? order.first
  }

  /// Of some actors those of the highest level in the chain, platforms and those who demand aside; nobody where none is stated.
  func highest(among some: [Int]) -> [Int] {
    let vertices = actors.indices.filter { some.contains(actors[$0]) }
    return Level.allCases.lazy.map { level in
      vertices.filter { held[$0].contains { $0.level == level && $0.role != .platform && $0.role != .demander } }
        .map { actors[$0] }
    }.first { !$0.isEmpty } ?? []
  }
}
