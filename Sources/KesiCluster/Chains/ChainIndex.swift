import KesiMatrix
import KesiMeasures

/// How complete and sound a chain is, 0…1: the weighted mean of its parts. A part without data is left out and named.
public struct ChainIndex: Sendable {
  public enum Verdict: String, Term {
    case weak, developing, strong

    public var chinese: [String] {
      switch self {
      case .weak: ["薄弱"]
      case .developing: ["发展中"]
      case .strong: ["较强"]
      }
    }
  }

  /// The parts by the names of their columns, in order; nil where there is no data.
  public let parts: [(name: String, value: Double?)]
  /// Nil where no part has data.
  public let value: Double?
  /// What could not be assessed: parts, and kinds that the source does not state.
  public let leftOut: [String]

  /// Strong from two thirds on, weak below one third.
  public var verdict: Verdict? {
    value.map { $0 >= 2.0 / 3 ? .strong : $0 < 1.0 / 3 ? .weak : .developing }
  }

  init(of chain: ChainNetwork, weights: IndexWeights) {
    let parts: [(name: String, value: Double?, weight: Double)] = [
      ("coverage", coverage(of: chain), weights.coverage),
      ("depth", depth(of: chain, weights), weights.depth),
      ("redundancy", redundancy(of: chain, weights), weights.redundancy),
      ("cohesion", cohesion(of: chain), weights.cohesion),
      ("balance", balance(of: chain), weights.balance),
    ]
    self.parts = parts.map { ($0.name, $0.value) }
    let known = parts.filter { $0.value != nil && $0.weight > 0 }
    let weight = known.reduce(0) { $0 + $1.weight }
    value = weight > 0 ? known.reduce(0) { $0 + $1.weight * $1.value! } / weight : nil
    leftOut =
      parts.filter { $0.value == nil }.map(\.name)
      + (chain.chain.demand == nil || chain.capacity == nil ? ["capacity"] : [])
      + chain.chain.requires.filter { chain.chain.unassessed.contains($0) }
  }
}

/// The share of the required kinds that are present, each kind counting alike.
private func coverage(of chain: ChainNetwork) -> Double? {
  let required = chain.chain.assessed
  guard !required.isEmpty else { return nil }
  return Double(required.count { !chain.vertices(ofKind: $0).isEmpty }) / Double(required.count)
}

/// The mean over the required provider kinds of 1 − Π(1 − w) over their providers, w by level: each further provider
/// adds less, and a missing kind adds nothing.
private func depth(of chain: ChainNetwork, _ weights: IndexWeights) -> Double? {
  mean(
    chain.providerKinds.map { kind in
      1 - chain.providers(ofKind: kind).reduce(1) { $0 * (1 - weights.level($1.level)) }
    })
}

/// The mean over the required provider kinds of 1 − Σ share², shares by level weight (Herfindahl–Hirschman): 0 where one
/// provider is all there is, or none.
private func redundancy(of chain: ChainNetwork, _ weights: IndexWeights) -> Double? {
  mean(
    chain.providerKinds.map { kind in
      let held = chain.providers(ofKind: kind).map { weights.level($0.level) }
      let total = held.reduce(0, +)
      return total > 0 ? 1 - held.reduce(0) { $0 + ($1 / total) * ($1 / total) } : 0
    })
}

/// The share of pairs of the chain's actors joined by a path inside it, averaged with the same share once its busiest
/// broker is gone.
private func cohesion(of chain: ChainNetwork) -> Double? {
  let order = chain.actors.count
  guard chain.hasTieData, order > 1 else { return nil }
  let whole = linkedShare(chain.matrix)
  // Throws only where it is cancelled, which no one can here.
  guard let flow = try? betweenness(of: chain.matrix.unweighted(), on: Parallel()) else { return nil }
  let degree = degrees(of: chain.matrix)
  let top = (0..<order).max { (flow[$0], degree[$0], $1) < (flow[$1], degree[$1], $0) }!
  let rest = chain.matrix.submatrix(keeping: (0..<order).filter { $0 != top })
  return (whole + linkedShare(rest)) / 2
}

/// The share of pairs of vertices in one component; 0 for a single vertex, which has no partner left.
private func linkedShare(_ matrix: AdjacencyMatrix) -> Double {
  guard matrix.order > 1 else { return 0 }
  let sizes = Dictionary(grouping: components(of: matrix), by: { $0 }).values.map(\.count)
  return Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(matrix.order * (matrix.order - 1))
}

/// The mean of two parts. How ties run across kinds: over pairs of required kinds, min(1, observed/expected), expected
/// by the configuration model (D(a) D(b) / 2m for degree sums D), 0 where a kind is absent. How demand is met:
/// min(1, capacity/demand).
private func balance(of chain: ChainNetwork) -> Double? {
  let required = chain.chain.assessed
  var parts: [Double] = []
  if chain.hasTieData, required.count > 1, chain.actors.count > 1 {
    let groups = required.map(chain.vertices(ofKind:))
    let degree = degrees(of: chain.matrix)
    let sums = groups.map { group in Double(group.reduce(0) { $0 + degree[$1] }) }
    let total = Double(chain.matrix.entryCount)
    var pairs: [Double] = []
    chain.matrix.withRows { rows in
      for a in groups.indices {
        for b in groups.indices where b > a {
          let expected = total > 0 ? sums[a] * sums[b] / total : 0
          let observed = groups[a].reduce(0) { sum, v in sum + groups[b].count { rows.entry(row: v, column: $0) != nil }
          }
          pairs.append(expected > 0 ? min(1, Double(observed) / expected) : 0)
        }
      }
    }
    parts += mean(pairs).map { [$0] } ?? []
  }
  if let demand = chain.chain.demand, demand > 0, let capacity = chain.capacity {
    parts.append(min(1, capacity / demand))
  }
  return mean(parts)
}

private func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
