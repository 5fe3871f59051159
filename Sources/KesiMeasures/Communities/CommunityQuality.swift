import KesiMatrix

/// What makes a division of a network into communities a good one. Direction is ignored: a directed network counts as
/// A + Aᵀ. Weights count where the matrix has them.
public enum CommunityQuality: Sendable, Equatable {
  /// The share of ties inside communities beyond what degrees alone would give:
  /// Q = Σ_c [ w_c / m − γ (k_c / 2m)² ] for w_c inside ties, k_c strengths and m ties in all.
  ///
  /// - Source: Newman & Girvan 2004; the resolution γ by Reichardt & Bornholdt 2006.
  case modularity(resolution: Double = 1)
  /// Constant Potts model: Σ_c [ w_c − γ n_c (n_c − 1) / 2 ] for n_c members; communities are denser than γ inside and
  /// thinner between.
  ///
  /// - Source: Traag, Van Dooren & Nesterov, *Narrow scope for resolution-limit-free community detection*, 2011.
  case constantPotts(resolution: Double)
}

/// The quality of a division: modularity as a share (up to 1), the constant Potts model as a sum of weights.
///
/// - Parameter communities: a label from 0 on for each vertex; labels need not be dense.
/// - Returns: nil where there are no ties.
/// - Complexity: O(n + m).
public func quality(of communities: [Int], in matrix: AdjacencyMatrix, by quality: CommunityQuality) -> Double? {
  let labels = numberedBySize(communities)
  let count = labels.max() ?? 0
  return matrix.symmetrized().withRows { rows in
    var inside = 0.0
    var total = 0.0
    var strength = [Double](repeating: 0, count: count + 1)
    var members = [Double](repeating: 0, count: count + 1)
    for vertex in 0..<rows.order {
      members[labels[vertex]] += 1
      for entry in rows.entries(vertex) {
        let weight = rows.weight(entry)
        total += weight
        strength[labels[vertex]] += weight
        if labels[rows.column(entry)] == labels[vertex] { inside += weight }
      }
    }
    guard total > 0 else { return nil }
    switch quality {
    case .modularity(let resolution):
      return inside / total - resolution * strength.reduce(0) { $0 + ($1 / total) * ($1 / total) }
    case .constantPotts(let resolution):
      return inside / 2 - resolution * members.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    }
  }
}
