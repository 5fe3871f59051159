import KesiMatrix
import KesiMeasures
import KesiNetwork

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

  /// The parts in order: what each is, and how it is weighed. A value is nil where there is no data.
  public let parts: [Part]
  /// Nil where no part has data.
  public let value: Double?
  /// What is not assessed: parts, and kinds that the source does not state.
  public let leftOut: [String]

  public struct Part: Sendable {
    public let name: IndexPart
    public let value: Double?
    public let weight: Double
  }

  /// Strong from two thirds on, weak below one third.
  public var verdict: Verdict? {
    value.map { $0 >= 2.0 / 3 ? .strong : $0 < 1.0 / 3 ? .weak : .developing }
  }

  init(of chain: ChainNetwork, weights: IndexWeights) {
    self.init(
      of: chain, weights: weights, coverage: chain.coverage?.value, cohesion: chain.cohesion?.value,
      balance: chain.balance?.value)
  }

  /// The index under other weights: parts that no weight changes are taken over.
  func reweighed(_ chain: ChainNetwork, by weights: IndexWeights) -> ChainIndex {
    func value(_ name: IndexPart) -> Double? { parts.first { $0.name == name }?.value }
    return ChainIndex(
      of: chain, weights: weights, coverage: value(.coverage), cohesion: value(.cohesion), balance: value(.balance))
  }

  private init(
    of chain: ChainNetwork, weights: IndexWeights, coverage: Double?, cohesion: Double?, balance: Double?
  ) {
    let all = [
      Part(name: .coverage, value: coverage, weight: weights.coverage),
      Part(name: .depth, value: mean(chain.depth(by: weights).map(\.value)), weight: weights.depth),
      Part(name: .redundancy, value: mean(chain.redundancy(by: weights).map(\.value)), weight: weights.redundancy),
      Part(name: .cohesion, value: cohesion, weight: weights.cohesion),
      Part(name: .balance, value: balance, weight: weights.balance),
    ]
    parts = all.map { part in
      chain.assessment.covers(part.name.restsOn) ? part : Part(name: part.name, value: nil, weight: part.weight)
    }
    let known = parts.filter { $0.value != nil && $0.weight > 0 }
    let weight = known.reduce(0) { $0 + $1.weight }
    value = weight > 0 ? known.reduce(0) { $0 + $1.weight * ($1.value ?? 0) } / weight : nil
    leftOut =
      parts.filter { $0.value == nil }.map(\.name.rawValue)
      + (chain.chain.demand == nil || chain.capacity == nil ? ["capacity"] : [])
      + chain.chain.requires.filter { chain.chain.unassessed.containsExactly($0) }
  }
}

// What each part is made of: the index takes the values, an explanation names the rest.
extension ChainNetwork {
  /// The share of the required kinds that are present, each kind counting alike.
  var coverage: (value: Double, missing: [String])? {
    let required = chain.assessed
    guard !required.isEmpty else { return nil }
    let missing = required.filter { vertices(ofKind: $0).isEmpty }
    return (Double(required.count - missing.count) / Double(required.count), missing)
  }

  /// For each required provider kind, 1 − Π(1 − w) over its providers, w by level: each further provider adds less, and a
  /// missing kind adds nothing.
  func depth(by weights: IndexWeights) -> [(kind: String, value: Double)] {
    providerKinds.map { kind in
      (kind, 1 - providers(ofKind: kind).reduce(1) { $0 * (1 - weights.level($1.level)) })
    }
  }

  /// For each required provider kind, 1 − Σ share² over its providers, shares by level weight (Herfindahl–Hirschman): 0
  /// where one provider is all there is, or none.
  func redundancy(by weights: IndexWeights) -> [(kind: String, value: Double)] {
    providerKinds.map { kind in
      let held = providers(ofKind: kind).map { weights.level($0.level) }
      let total = held.reduce(0, +)
      return (kind, total > 0 ? 1 - held.reduce(0) { $0 + ($1 / total) * ($1 / total) } : 0)
    }
  }

  /// The share of pairs of the chain's actors joined by a path inside it, averaged with the same share once its busiest
  /// broker, a vertex, is gone.
  var cohesion: (value: Double, whole: Double, broker: Int, without: Double)? {
    let order = actors.count
    guard hasTieData, order > 1 else { return nil }
    let whole = linkedShare(matrix)
    // Throws only where it is cancelled, which no one can here.
    guard let flow = try? betweenness(of: matrix.unweighted(), on: Parallel()) else { return nil }
    let degree = degrees(of: matrix)
    // There are two actors at least.
    guard let top = (0..<order).max(by: { (flow[$0], degree[$0], $1) < (flow[$1], degree[$1], $0) }) else { return nil }
    let rest = linkedShare(matrix.submatrix(keeping: (0..<order).filter { $0 != top }))
    return ((whole + rest) / 2, whole, top, rest)
  }

  /// How ties run across kinds, and how demand is met: the mean of what is known of the two.
  var balance: (value: Double, pairs: [KindPair], met: Double?)? {
    let pairs = kindPairs
    let met = chain.demand.flatMap { demand in
      capacity.flatMap { demand > 0 ? min(1, $0 / demand) : nil }
    }
    return mean([mean(pairs.map(\.value)), met].compactMap { $0 }).map { ($0, pairs, met) }
  }

  struct KindPair {
    let kinds: (String, String)
    let observed: Int
    let expected: Double
    /// min(1, observed/expected); 0 where a kind is absent.
    var value: Double { expected > 0 ? min(1, Double(observed) / expected) : 0 }
  }

  /// The ties between each two required kinds, and what the configuration model expects: D(a) D(b) / 2m for degree sums D.
  private var kindPairs: [KindPair] {
    let required = chain.assessed
    guard hasTieData, required.count > 1, actors.count > 1 else { return [] }
    let groups = required.map(vertices(ofKind:))
    let degree = degrees(of: matrix)
    let sums = groups.map { group in Double(group.reduce(0) { $0 + degree[$1] }) }
    let total = Double(matrix.entryCount)
    var group = [Int](repeating: -1, count: actors.count)
    for (number, members) in groups.enumerated() { for vertex in members { group[vertex] = number } }
    var observed = [Int](repeating: 0, count: groups.count * groups.count)
    matrix.withRows { rows in
      for row in 0..<rows.order where group[row] >= 0 {
        for column in rows[row] where group[Int(column)] > group[row] {
          observed[group[row] * groups.count + group[Int(column)]] += 1
        }
      }
    }
    return groups.indices.flatMap { a in
      groups.indices.dropFirst(a + 1).map { b in
        KindPair(
          kinds: (required[a], required[b]), observed: observed[a * groups.count + b],
          expected: total > 0 ? sums[a] * sums[b] / total : 0)
      }
    }
  }
}

/// The share of pairs of vertices in one component; 0 for a single vertex, which has no partner left.
private func linkedShare(_ matrix: AdjacencyMatrix) -> Double {
  guard matrix.order > 1 else { return 0 }
  let sizes = Dictionary(grouping: components(of: matrix), by: { $0 }).values.map(\.count)
  return Double(sizes.reduce(0) { $0 + $1 * ($1 - 1) }) / Double(matrix.order * (matrix.order - 1))
}

private func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
