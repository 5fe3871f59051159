import KesiMatrix

/// How much of a network holds together, and how much of it would without one of its vertices.
public struct LinkedShares: Sendable {
  /// The share of pairs of vertices that a path joins, L(G); 0 for fewer than two.
  public let whole: Double
  /// The mean over the vertices v of L(G − v), and the least of them; 0 for fewer than three vertices.
  public let mean: Double
  public let least: Double
  /// The vertex without which least is left, the first of equals; nil for fewer than three.
  public let worst: Int?

  /// The mean of all three from three vertices on, else the whole. Never lowered by a tie, since none of the three is.
  public var cohesion: Double { worst == nil ? whole : (whole + mean + least) / 3 }
}

/// Finds them from where the network falls apart. Direction and weights are ignored.
///
/// - Complexity: O(n), once the cutpoints are there.
public func linkedShares(by cuts: Cutpoints) -> LinkedShares {
  let order = cuts.visits.count
  // Ordered pairs: n (n − 1) of them fit for every network that does.
  let joined = cuts.componentSize.reduce(0) { $0 + $1 - 1 }
  guard order > 1 else { return LinkedShares(whole: 0, mean: 0, least: 0, worst: nil) }
  let whole = Double(joined) / Double(order * (order - 1))
  guard order > 2 else { return LinkedShares(whole: whole, mean: 0, least: 0, worst: nil) }
  var (sum, least, worst) = (0.0, Int.max, 0)
  for vertex in 0..<order {
    let size = cuts.componentSize[vertex]
    var (rest, left) = (size - 1, joined - size * (size - 1))
    for part in cuts.beyond[vertex] {
      left += part.count * (part.count - 1)
      rest -= part.count
    }
    if rest > 0 { left += rest * (rest - 1) }
    sum += Double(left)
    if left < least { (least, worst) = (left, vertex) }
  }
  let pairs = Double((order - 1) * (order - 2))
  return LinkedShares(whole: whole, mean: sum / Double(order) / pairs, least: Double(least) / pairs, worst: worst)
}
