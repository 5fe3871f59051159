import KesiMatrix

/// Cuts communities into parts that are well connected inside: from single vertices, each still alone joins the part of
/// its community where it adds most, if that part and the vertex are tied to the rest well enough.
///
/// Communities do not see each other, so workers refine them side by side.
///
/// - Parameter count: the number of communities; their labels are 0 ..< that.
/// - Returns: the part of each vertex, 0 ..< their number.
func refine(
  _ network: LevelNetwork, _ communities: [Int], count: Int, _ random: inout SplitMix, _ parallel: Parallel
) throws(Cancelled) -> (parts: [Int], count: Int) {
  let refinement = Refinement(of: network, communities, count: count, &random)
  try parallel.forEachWorker(count: count, grain: 1) { chunks in
    let sums = LinkSums(count: network.order)
    while let chunk = chunks.take() {
      for community in chunk { refinement.refine(community, sums) }
    }
  }
  let (parts, partCount) = dense(refinement.label, count: network.order)
  return (parts, partCount)
}

/// Parts under growth; a part goes by one of its vertices. Unchecked: a worker writes to the vertices of the communities
/// it took.
private final class Refinement: @unchecked Sendable {
  private let network: LevelNetwork
  let label: Scratch<UInt32>
  private let community: Scratch<UInt32>
  private let mass: Scratch<Double>
  /// The ties of a part to the rest of its community.
  private let outward: Scratch<Double>
  private let isAlone: Scratch<Bool>
  /// The vertices of each community in random order, one community behind the other.
  private let members: Scratch<UInt32>
  private let starts: Scratch<Int>

  init(of network: LevelNetwork, _ communities: [Int], count: Int, _ random: inout SplitMix) {
    let order = network.order
    self.network = network
    label = Scratch(repeating: 0, count: order)
    community = Scratch(repeating: 0, count: order)
    mass = Scratch(repeating: 0, count: order)
    outward = Scratch(repeating: 0, count: order)
    isAlone = Scratch(repeating: true, count: order)
    members = Scratch(repeating: 0, count: order)
    starts = Scratch(repeating: 0, count: count + 1)
    for vertex in 0..<order {
      label[vertex] = UInt32(truncatingIfNeeded: vertex)
      community[vertex] = UInt32(truncatingIfNeeded: communities[vertex])
      starts[communities[vertex] + 1] += 1
    }
    for community in 0..<count { starts[community + 1] += starts[community] }
    let next = Scratch<Int>(repeating: 0, count: count)
    for community in 0..<count { next[community] = starts[community] }
    for vertex in (0..<order).shuffled(using: &random) {
      members[next[communities[vertex]]] = UInt32(truncatingIfNeeded: vertex)
      next[communities[vertex]] += 1
    }
  }

  func refine(_ own: Int, _ sums: LinkSums) {
    guard starts[own + 1] - starts[own] > 1 else { return }
    var whole = 0.0
    for place in starts[own]..<starts[own + 1] {
      let vertex = Int(members[place])
      mass[vertex] = network.mass(vertex)
      whole += mass[vertex]
      var sum = 0.0
      network.forEachNeighbor(of: vertex) { neighbor, weight in
        sum += weight.times(community[neighbor] == UInt32(truncatingIfNeeded: own))
      }
      outward[vertex] = sum
    }
    for place in starts[own]..<starts[own + 1] {
      let vertex = Int(members[place])
      if isAlone[vertex] { join(vertex, of: own, whole: whole, sums) }
    }
  }

  private func join(_ vertex: Int, of own: Int, whole: Double, _ sums: LinkSums) {
    let ownMass = network.mass(vertex)
    guard outward[vertex] >= network.pressure * ownMass * (whole - ownMass) else { return }
    var count = 0
    network.forEachNeighbor(of: vertex) { neighbor, weight in
      // What lies outside counts as a tie of weight 0 to the vertex itself: another worker may be writing there.
      let isInside = community[neighbor] == UInt32(truncatingIfNeeded: own)
      sums.add(weight.times(isInside), to: label[isInside ? neighbor : vertex], &count)
    }
    var best = label[vertex]
    var bestGain = 0.0
    var bestLink = 0.0
    sums.drain(count) { part, link in
      let partMass = mass[Int(part)]
      let gain = link - network.pressure * ownMass * partMass
      guard outward[Int(part)] >= network.pressure * partMass * (whole - partMass) else { return }
      if gain > bestGain || (gain == bestGain && gain > 0 && part < best) {
        (best, bestGain, bestLink) = (part, gain, link)
      }
    }
    guard best != label[vertex] else { return }
    isAlone[Int(best)] = false
    isAlone[vertex] = false
    mass[Int(best)] += ownMass
    outward[Int(best)] += outward[vertex] - 2 * bestLink
    label[vertex] = best
  }
}

extension Double {
  /// The number itself or 0, without a branch.
  @inline(__always) fileprivate func times(_ isWanted: Bool) -> Double {
    Double(bitPattern: bitPattern & (isWanted ? .max : 0))
  }
}
