import KesiMatrix

/// How often each vertex brokers in each of the five roles of Gould and Fernandez: it stands between a and b on a path
/// a → v → b where a and b are not tied from a to b. The groups of the three tell the role. Without direction every open
/// pair counts in both directions, as in R's sna. Weights are ignored. Gatekeeper and representative are named after Gould and
/// Fernandez: what sna calls its gatekeeper (b_IO, a and v of one group) is the representative here, and the other way round.
///
/// - Source: Gould & Fernandez, *Structures of Mediation*, Sociological Methodology 1989.
public struct Brokerage: Sendable {
  /// All three of one group.
  public let coordinator: [Int]
  /// a and b of one group, the broker of another (the itinerant of sna).
  public let consultant: [Int]
  /// The broker lets what comes from outside into its own group: b and v of one group, a of another.
  public let gatekeeper: [Int]
  /// The broker speaks for its own group: a and v of one group, b of another.
  public let representative: [Int]
  /// All three of different groups.
  public let liaison: [Int]
}

/// - Parameter groups: a label for each vertex, 0 … n.
/// - Complexity: in proportion to the two-paths; per worker 9 bytes a vertex.
public func brokerage(of matrix: AdjacencyMatrix, groups: [Int], on parallel: Parallel = Parallel()) throws(Cancelled)
  -> Brokerage
{
  let order = matrix.order
  precondition(groups.count == order, "a group for each vertex")
  let counts = try matrix.withRows { (rows) throws(Cancelled) in
    try matrix.withColumns { (columns) throws(Cancelled) in
      try parallel.fillParts(count: order, width: 5 * order, with: 0, grain: 64) { chunks, counts in
        let isTarget = Scratch<Bool>(repeating: false, count: order)
        let arriving = Scratch<Int>(repeating: 0, count: order + 1)
        while let chunk = chunks.take() {
          for broker in chunk {
            let own = groups[broker]
            // All pairs by group first; then those that are tied, or one and the same, are taken off.
            for column in columns[broker] { arriving[groups[Int(column)]] += 1 }
            let into = columns.degree(broker)
            let intoOwn = arriving[own]
            var roles = RoleCounts()
            for row in rows[broker] {
              isTarget[Int(row)] = true
              let group = groups[Int(row)]
              if group == own {
                roles.coordinator += intoOwn
                roles.gatekeeper += into - intoOwn
              } else {
                roles.representative += intoOwn
                roles.consultant += arriving[group]
                roles.liaison += into - intoOwn - arriving[group]
              }
            }
            for source in columns[broker] {
              let source = Int(source)
              arriving[groups[source]] = 0
              if isTarget[source] { roles.add(-1, groups[source], own, groups[source]) }
              for target in rows[source] where isTarget[Int(target)] {
                roles.add(-1, groups[source], own, groups[Int(target)])
              }
            }
            for row in rows[broker] { isTarget[Int(row)] = false }
            counts[5 * broker] = roles.coordinator
            counts[5 * broker + 1] = roles.consultant
            counts[5 * broker + 2] = roles.gatekeeper
            counts[5 * broker + 3] = roles.representative
            counts[5 * broker + 4] = roles.liaison
          }
        }
      }
    }
  }
  func every(_ offset: Int) -> [Int] { (0..<order).map { counts[5 * $0 + offset] } }
  return Brokerage(
    coordinator: every(0), consultant: every(1), gatekeeper: every(2), representative: every(3), liaison: every(4))
}

private struct RoleCounts {
  var coordinator = 0
  var consultant = 0
  var gatekeeper = 0
  var representative = 0
  var liaison = 0

  @inline(__always) mutating func add(_ count: Int, _ source: Int, _ broker: Int, _ target: Int) {
    switch (source == broker, target == broker) {
    case (true, true): coordinator += count
    case (false, true): gatekeeper += count
    case (true, false): representative += count
    case (false, false): if source == target { consultant += count } else { liaison += count }
    }
  }
}
