import KesiMatrix

/// Communities by the Leiden algorithm: vertices move to the community where they add most, communities are refined
/// into well-connected parts, the parts become vertices of a smaller network, and so on until nothing moves. On the way
/// back up vertices of every level may move once more. Rounds of that follow, each from the communities of the one
/// before, until one gains nothing.
///
/// - Parameters:
///   - matrix: direction is ignored (A + Aᵀ); weights count where the matrix has them.
///   - seed: the order in which vertices are looked at; the same seed gives the same communities.
///   - rounds: at most so many.
///   - starts: how often to set out anew, in another order each time; the best result is kept.
/// - Returns: the community of each vertex, 1 for the largest; every community is connected.
/// - Complexity: about O(m) a pass, few passes; 12 bytes a tie of each level beside the matrix, and 12 bytes a vertex and
///   thread.
/// - Source: Traag, Waltman & van Eck, *From Louvain to Leiden: guaranteeing well-connected communities*, 2019; parts are
///   merged where they gain most, as in the authors' leidenalg. The way back up: Rotta & Noack, *Multilevel local search
///   algorithms for modularity clustering*, 2011.
public func leiden(
  of matrix: AdjacencyMatrix, by quality: CommunityQuality = .modularity(), seed: UInt64 = 1, rounds: Int = 2,
  starts: Int = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Int] {
  let symmetric = matrix.symmetrized()
  let alone = Array(0..<symmetric.order)
  guard symmetric.entryCount > 0 else { return numberedBySize(alone) }
  var random = SplitMix(seed: seed, use: "Leiden")
  let communities = try symmetric.withRows { (rows) throws(Cancelled) in
    let network = LevelNetwork(rows, quality)
    var best: (value: Double, communities: [Int]) = (-.infinity, alone)
    for _ in 0..<max(1, starts) {
      var latest: (value: Double, communities: [Int]) = (-.infinity, alone)
      for _ in 0..<max(1, rounds) {
        let found = try round(network, from: latest.communities, &random, parallel)
        let value = rounds == 1 && starts == 1 ? 0 : try network.value(of: found, on: parallel)
        // A round never loses but by rounding; one that gains nothing is the last.
        guard value > latest.value else { break }
        latest = (value, found)
      }
      if latest.value > best.value { best = latest }
    }
    return best.communities
  }
  // A vertex that left may have held its community together; apart, the pieces count for more.
  return try connectedPieces(of: communities, in: symmetric, on: parallel)
}

/// The communities of a network, wherever they are asked for: as a measure, in a picture, in a comparison. Up to ten rounds of
/// the Leiden algorithm; small networks, which have many divisions that are about as good and are quick to try again, from
/// up to 20 starts.
public func communities(
  of matrix: AdjacencyMatrix, by quality: CommunityQuality = .modularity(), seed: UInt64 = 1,
  on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Int] {
  let starts = max(1, min(20, 200_000 / max(1, matrix.entryCount)))
  return try leiden(of: matrix, by: quality, seed: seed, rounds: 10, starts: starts, on: parallel)
}

/// One round: down to a network whose vertices are the communities, and back up.
private func round(
  _ network: LevelNetwork, from start: [Int], _ random: inout SplitMix, _ parallel: Parallel
) throws(Cancelled) -> [Int] {
  var levels = [network]
  var partsOfLevel: [[Int]] = []
  var communities = start
  while true {
    let level = levels[levels.count - 1]
    let count = try moveVertices(of: level, &communities, &random, parallel)
    guard count < level.order else { break }
    let (parts, partCount) = try refine(level, communities, count: count, &random, parallel)
    guard partCount < level.order else { break }
    var next = [Int](repeating: 0, count: partCount)
    for vertex in 0..<level.order { next[parts[vertex]] = communities[vertex] }
    partsOfLevel.append(parts)
    levels.append(try level.aggregated(by: parts, count: partCount, on: parallel))
    communities = next
  }
  while let parts = partsOfLevel.popLast() {
    levels.removeLast()
    communities = parts.map { communities[$0] }
    _ = try moveVertices(of: levels[levels.count - 1], &communities, &random, parallel)
  }
  return communities
}

/// The components of the network within each community, as communities of their own; workers take communities.
private func connectedPieces(of communities: [Int], in matrix: AdjacencyMatrix, on parallel: Parallel) throws(Cancelled)
  -> [Int]
{
  try matrix.withRows { (rows) throws(Cancelled) in
    let order = rows.order
    let count = (communities.max() ?? -1) + 1
    let community = Scratch<UInt32>(uninitialized: order)
    let members = Scratch<UInt32>(uninitialized: order)
    let starts = Scratch<Int>(repeating: 0, count: count + 2)
    for vertex in 0..<order {
      community[vertex] = UInt32(truncatingIfNeeded: communities[vertex])
      starts[communities[vertex] + 2] += 1
    }
    for place in 0..<count { starts[place + 1] += starts[place] }
    for vertex in 0..<order {
      members[starts[communities[vertex] + 1]] = UInt32(truncatingIfNeeded: vertex)
      starts[communities[vertex] + 1] += 1
    }
    let piece = Scratch<UInt32>(repeating: .max, count: order)
    let (sharedCommunity, sharedMembers) = (community.shared, members.shared)
    let (sharedStarts, sharedPiece) = (starts.shared, piece.shared)
    try parallel.forEachWorker(count: count, grain: 1) { chunks in
      let stack = Scratch<UInt32>(uninitialized: order)
      while let chunk = chunks.take() {
        for place in sharedStarts[chunk.lowerBound]..<sharedStarts[chunk.upperBound] {
          let first = sharedMembers[place]
          guard sharedPiece[Int(first)] == .max else { continue }
          let own = sharedCommunity[Int(first)]
          sharedPiece[Int(first)] = first
          stack[0] = first
          var height = 1
          while height > 0 {
            height &-= 1
            for neighbor in rows[Int(stack[height])]
            where sharedCommunity[Int(neighbor)] == own && sharedPiece[Int(neighbor)] == .max {
              sharedPiece[Int(neighbor)] = first
              stack[height] = neighbor
              height &+= 1
            }
          }
        }
      }
    }
    return numberedBySize((0..<order).map { Int(piece[$0]) })
  }
}
