/// How far a network is centered on its best tied vertex: Σ (max − degree) against that of a star, 0…1. Nil below three
/// vertices.
///
/// - Source: Freeman, *Centrality in Social Networks*, Social Networks 1979.
public func degreeCentralization(_ degrees: [Int]) -> Double? {
  guard degrees.count > 2, let highest = degrees.max() else { return nil }
  let slack = degrees.reduce(0) { $0 + highest - $1 }
  return Double(slack) / Double((degrees.count - 1) * (degrees.count - 2))
}
