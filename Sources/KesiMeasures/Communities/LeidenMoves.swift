import KesiMatrix

/// Moves vertices to the neighboring community where they add most to the quality, until none gains; whoever is next to
/// a move is looked at again.
///
/// Vertices are taken from the queue in batches whose size depends on the network alone. Workers find for each of a batch
/// where it would go; then the moves are made one by one. What a move changes for those of the batch that wait is
/// kept exact, so a move is made only if it still gains: the result is the same for any number of threads, and every
/// move raises the quality.
///
/// - Returns: the number of communities; their labels are 0 ..< that.
func moveVertices(
  of network: LevelNetwork, _ communities: inout [Int], _ random: inout SplitMix, _ parallel: Parallel
) throws(Cancelled) -> Int {
  let order = network.order
  let state = CommunityState(of: network, communities)
  var empty = (0..<order).filter { state.members[$0] == 0 }
  var queue = VertexQueue(of: order, &random)
  let batch = Batch(of: network, threads: parallel.threads)
  while batch.fill(from: &queue) > 0 {
    try parallel.checkCancellation()
    batch.propose(network, state)
    for index in 0..<batch.count {
      let vertex = Int(batch.vertices[index])
      batch.place[vertex] = -1
      let own = state.label[vertex]
      let mass = network.mass(vertex)
      let pressure = network.pressure * mass
      let ownGain = batch.ownLink[index] - pressure * (state.mass[Int(own)] - mass)
      var best = batch.best[index]
      var gain = best == own ? ownGain : batch.bestLink[index] - pressure * state.mass[Int(best)]
      if gain < 0, ownGain < 0, state.members[Int(own)] > 1, let free = empty.popLast() {
        (best, gain) = (UInt32(truncatingIfNeeded: free), 0)
      }
      // More than rounding can make of nothing: else two vertices might change places for ever.
      guard best != own, gain - ownGain > 1e-12 * (abs(gain) + abs(ownGain)) else { continue }
      state.move(vertex, to: best, mass: mass)
      if state.members[Int(own)] == 0 { empty.append(Int(own)) }
      network.forEachNeighbor(of: vertex) { neighbor, weight in
        queue.add(neighbor, if: state.label[neighbor] != best)
        let waiting = Int(batch.place[neighbor])
        if waiting >= 0 { batch.note(at: waiting, neighborOf: state.label[neighbor], from: own, to: best, weight) }
      }
    }
  }
  let (labels, count) = dense(state.label, count: order)
  communities = labels
  return count
}

/// The communities as they stand. Unchecked: workers read while nobody writes.
private final class CommunityState: @unchecked Sendable {
  let label: Scratch<UInt32>
  let mass: Scratch<Double>
  let members: Scratch<Int32>

  init(of network: LevelNetwork, _ communities: [Int]) {
    label = Scratch(repeating: 0, count: network.order)
    mass = Scratch(repeating: 0, count: network.order)
    members = Scratch(repeating: 0, count: network.order)
    for vertex in 0..<network.order {
      label[vertex] = UInt32(truncatingIfNeeded: communities[vertex])
      mass[communities[vertex]] += network.mass(vertex)
      members[communities[vertex]] += 1
    }
  }

  @inline(__always) func move(_ vertex: Int, to community: UInt32, mass own: Double) {
    let old = Int(label[vertex])
    mass[old] -= own
    members[old] -= 1
    mass[Int(community)] += own
    members[Int(community)] += 1
    label[vertex] = community
  }
}

/// Vertices under consideration, and where each would go: the best of the neighboring communities, how strongly the
/// vertex is tied to it, and how strongly to its own. Unchecked: each worker writes to places of its own.
private final class Batch: @unchecked Sendable {
  /// A batch is a small share of the vertices, so that few of it are neighbors.
  private static let share = 8
  private static let most = 4096
  /// Fewer vertices than this are not worth a second thread.
  private static let leastForThreads = 128
  /// Vertices that a worker takes at a time: what they write fills a line of the cache.
  private static let grain = 8

  let vertices: Scratch<UInt32>
  let best: Scratch<UInt32>
  let bestLink: Scratch<Double>
  let ownLink: Scratch<Double>
  /// Where a vertex waits in the batch; −1 where it does not.
  let place: Scratch<Int32>
  private(set) var count = 0
  private let size: Int
  private let sums: [LinkSums]

  init(of network: LevelNetwork, threads: Int) {
    size = max(1, min(Self.most, network.order / Self.share))
    vertices = Scratch(repeating: 0, count: size)
    best = Scratch(repeating: 0, count: size)
    bestLink = Scratch(repeating: 0, count: size)
    ownLink = Scratch(repeating: 0, count: size)
    place = Scratch(repeating: -1, count: network.order)
    sums = (0..<(size < Self.leastForThreads ? 1 : threads)).map { _ in LinkSums(count: network.order) }
  }

  /// Takes the next vertices from the queue and returns how many there were.
  func fill(from queue: inout VertexQueue) -> Int {
    count = 0
    while count < size, let vertex = queue.next() {
      vertices[count] = UInt32(truncatingIfNeeded: vertex)
      place[vertex] = Int32(truncatingIfNeeded: count)
      count += 1
    }
    return count
  }

  /// Finds where each vertex would go.
  func propose(_ network: LevelNetwork, _ state: CommunityState) {
    let workers = count < Self.leastForThreads ? 1 : sums.count
    Parallel.perform(workers) { worker in
      let sums = self.sums[worker]
      for first in stride(from: worker * Self.grain, to: self.count, by: workers * Self.grain) {
        for index in first..<min(self.count, first + Self.grain) { self.propose(index, network, state, sums) }
      }
    }
  }

  @inline(__always)
  private func propose(_ index: Int, _ network: LevelNetwork, _ state: CommunityState, _ sums: LinkSums) {
    let vertex = Int(vertices[index])
    let own = state.label[vertex]
    let mass = network.mass(vertex)
    let pressure = network.pressure * mass
    var count = 0
    network.forEachNeighbor(of: vertex) { neighbor, weight in sums.add(weight, to: state.label[neighbor], &count) }
    var (bestLabel, link) = (own, sums[own])
    var bestGain = link - pressure * (state.mass[Int(own)] - mass)
    ownLink[index] = link
    sums.drain(count) { community, sum in
      let gain = sum - pressure * state.mass[Int(community)]
      // Of equal gains the lower label, but a vertex does not move for nothing.
      if gain > bestGain || (gain == bestGain && bestLabel != own && community < bestLabel), community != own {
        (bestLabel, link, bestGain) = (community, sum, gain)
      }
    }
    best[index] = bestLabel
    bestLink[index] = link
  }

  /// A neighbor of the vertex at a place of the batch has moved: its links follow.
  @inline(__always)
  func note(at index: Int, neighborOf own: UInt32, from old: UInt32, to new: UInt32, _ weight: Double) {
    if own == old { ownLink[index] -= weight }
    if own == new { ownLink[index] += weight }
    if best[index] == old { bestLink[index] -= weight }
    if best[index] == new { bestLink[index] += weight }
  }
}
