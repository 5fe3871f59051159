import KesiMatrix

/// What the shortest paths of a network say of each vertex. Of a directed matrix `reached`, `total` and `harmonic` look
/// inward (paths that end at the vertex), `eccentricity` outward, as NetworkX has them.
public struct DistanceProfile: Sendable {
  /// The number of vertices with a path to this one, itself included.
  public let reached: [Int]
  /// The sum of the distances from them.
  public let total: [Double]
  /// The sum of 1/distance from them, itself left out.
  public let harmonic: [Double]
  /// The greatest distance to a vertex that this one reaches; 0 where it reaches none.
  public let eccentricity: [Double]

  /// Takes four numbers a vertex: reached, total, harmonic, eccentricity.
  fileprivate init(interleaved sums: [Double]) {
    func every(_ offset: Int) -> [Double] { stride(from: offset, to: sums.count, by: 4).map { sums[$0] } }
    reached = every(0).map { Int($0) }
    total = every(1)
    harmonic = every(2)
    eccentricity = every(3)
  }

  /// Closeness by Wasserman and Faust: (r − 1)/Σd · (r − 1)/(n − 1) for r reached of n; 0 where none is reached.
  ///
  /// - Source: Wasserman & Faust, *Social Network Analysis*, 1994, p. 201.
  public var closeness: [Double] {
    let others = Double(reached.count - 1)
    return zip(reached, total).map { reached, total in
      let near = Double(reached - 1)
      return total > 0 ? near / total * (near / others) : 0
    }
  }
}

/// The distances between all pairs, summed up per vertex: by ties where the matrix is unweighted; by lengths of
/// 1/weight where it is weighted.
///
/// - Complexity: unweighted O(n · m / 512) word steps for a small diameter; weighted O(n (m + n log n)).
public func distances(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> DistanceProfile
{
  try matrix.isWeighted ? lengthDistances(of: matrix, on: parallel) : hopDistances(of: matrix, on: parallel)
}

/// Breadth-first searches from 512 vertices at once, a bit each: a vertex gathers the frontiers of its in-neighbors,
/// and the bits that are new to it are the sources at the distance of this round. Sums are kept at the vertex that is
/// reached, so a round costs a population count, never a loop over sources.
///
/// - Complexity: per worker 192 bytes a vertex.
/// - Source: Then et al., *The More the Merrier: Efficient Multi-Source Graph Traversal*, VLDB 2014.
private func hopDistances(of matrix: AdjacencyMatrix, on parallel: Parallel) throws(Cancelled) -> DistanceProfile {
  try matrix.withColumns { (columns) throws(Cancelled) in
    try hopDistances(walking: TieSteps(columns: columns), on: parallel)
  }
}

/// The distances between all members of a two-mode network that share a group, straight on the memberships: a step leads
/// from a member to its groups and on to their members. A group of k members costs k to walk, where its ties would cost
/// k².
///
/// - Returns: what ``distances(of:on:)`` says of the binary projection.
/// - Complexity: O(n · p / 512) word steps for p memberships and a small diameter; per worker 256 bytes a member or group.
public func distances(of incidence: IncidenceMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> DistanceProfile
{
  try incidence.withLists { (members, groups) throws(Cancelled) in
    try hopDistances(
      walking: GroupSteps(
        order: incidence.memberCount, groupCount: incidence.groupCount, members: members, groups: groups),
      on: parallel)
  }
}

/// 512 sources, a bit each.
private typealias Lanes = SIMD8<UInt64>

/// How a search gets from the vertices of a frontier to those next to them.
private protocol Steps: Sendable {
  var order: Int { get }
  /// Places that a worker keeps between the two calls below.
  var scratchCount: Int { get }
  /// Called at the start of each round.
  func prepare(_ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>)
  /// The sources that are in the frontier next to a vertex.
  func union(_ vertex: Int, _ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>) -> Lanes
}

private struct TieSteps: Steps {
  let columns: Rows
  var order: Int { columns.order }
  var scratchCount: Int { 0 }

  @inline(__always) func prepare(_ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>) {}

  @inline(__always)
  func union(_ vertex: Int, _ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>) -> Lanes {
    var gathered = Lanes.zero
    for neighbor in columns[vertex] { gathered |= frontier[Int(neighbor)] }
    return gathered
  }
}

private struct GroupSteps: Steps {
  let order: Int
  let groupCount: Int
  let members: IncidenceMatrix.UncheckedLists
  let groups: IncidenceMatrix.UncheckedLists
  var scratchCount: Int { groupCount }

  @inline(__always) func prepare(_ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>) {
    for group in 0..<groupCount {
      var gathered = Lanes.zero
      for member in members[group] { gathered |= frontier[Int(member)] }
      scratch[group] = gathered
    }
  }

  @inline(__always)
  func union(_ vertex: Int, _ frontier: borrowing Scratch<Lanes>, _ scratch: borrowing Scratch<Lanes>) -> Lanes {
    var gathered = Lanes.zero
    for group in groups[vertex] { gathered |= scratch[Int(group)] }
    return gathered
  }
}

private func hopDistances(walking steps: some Steps, on parallel: Parallel) throws(Cancelled) -> DistanceProfile {
  let order = steps.order
  let batch = 512
  // Whole numbers, all but the harmonic sums, are exact in a Double below 2⁵³.
  let sums = try parallel.sumShares(count: (order + batch - 1) / batch, width: 4 * order) { batches, sums in
    let seen = Scratch<Lanes>(repeating: .zero, count: order)
    var frontier = Scratch<Lanes>(repeating: .zero, count: order)
    var next = Scratch<Lanes>(repeating: .zero, count: order)
    let scratch = Scratch<Lanes>(repeating: .zero, count: steps.scratchCount)
    for index in batches {
      if parallel.cancellation?.isCancelled == true { return }
      let first = index * batch
      let sources = min(batch, order - first)
      seen.reset(to: .zero)
      frontier.reset(to: .zero)
      for source in 0..<sources {
        var bit = Lanes.zero
        bit[source >> 6] = 1 << UInt64(source & 63)
        seen[first + source] = bit
        frontier[first + source] = bit
        sums[4 * (first + source)] += 1
      }
      var distance = 0
      var active = Lanes(repeating: .max)
      while active != .zero {
        distance += 1
        active = .zero
        let step = Double(distance)
        steps.prepare(frontier, scratch)
        for vertex in 0..<order {
          let new = steps.union(vertex, frontier, scratch) & ~seen[vertex]
          next[vertex] = new
          guard new != .zero else { continue }
          seen[vertex] |= new
          active |= new
          var count = 0
          for lane in 0..<8 { count &+= new[lane].nonzeroBitCount }
          let found = Double(count)
          sums[4 * vertex] += found
          sums[4 * vertex + 1] += found * step
          sums[4 * vertex + 2] += found / step
        }
        for source in 0..<sources where active[source >> 6] >> UInt64(source & 63) & 1 == 1 {
          sums[4 * (first + source) + 3] = step
        }
        swap(&frontier, &next)
      }
    }
  }
  return DistanceProfile(interleaved: sums)
}

/// Dijkstra's algorithm from every vertex.
private func lengthDistances(of matrix: AdjacencyMatrix, on parallel: Parallel) throws(Cancelled) -> DistanceProfile {
  let order = matrix.order
  let sums = try matrix.withRows { (rows) throws(Cancelled) in
    try matrix.withColumns { (columns) throws(Cancelled) in
      try parallel.fillParts(count: order, width: 4 * order, with: 0.0, grain: 16) { chunks, sums in
        var search = LengthSearch(order: order)
        while let chunk = chunks.take() {
          for vertex in chunk {
            search.search(columns, from: vertex)
            var total = 0.0
            var harmonic = 0.0
            for position in 1..<max(1, search.count) {
              let distance = search.distance(search.settled(position))
              total += distance
              harmonic += 1 / distance
            }
            sums[4 * vertex] = Double(search.count)
            sums[4 * vertex + 1] = total
            sums[4 * vertex + 2] = harmonic
            if !matrix.isSymmetric { search.search(rows, from: vertex) }
            sums[4 * vertex + 3] = search.distance(search.settled(search.count - 1))
          }
        }
      }
    }
  }
  return DistanceProfile(interleaved: sums)
}
