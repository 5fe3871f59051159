import KesiNetwork

extension NetworkReader {
  /// How many ties repeat an earlier one: same ends, kind, direction, time, and project.
  ///
  /// - Complexity: O(ties · log(ties of an actor)) time, in some walks over all ties; room for an eighth of them.
  func duplicateTies() -> Int { duplicateTies(room: max(1 << 20, network.ties.count / 8)) }

  /// The same, where only ties between the same two actors are compared in full: by their lower ends, some at a time, and
  /// then by the upper ones.
  ///
  /// - Parameter room: so many ties are looked at in one walk, or those of one actor.
  func duplicateTies(room: Int) -> Int {
    let (ties, actors) = (network.ties, network.actors.count)
    // Where the ties of each lower end begin, one place on: as they come, those behind are moved up.
    var starts = [Int](repeating: 0, count: actors + 2)
    for tie in ties.indices { starts[min(ties.source(tie), ties.target(tie)) + 2] += 1 }
    for actor in 0..<actors { starts[actor + 2] += starts[actor + 1] }
    var duplicates = 0
    var order: [UInt64] = []
    var first = 0
    while first < actors {
      let start = starts[first + 1]
      var end = first + 1
      while end < actors, starts[end + 2] - start <= room { end += 1 }
      let count = starts[end + 1] - start
      defer { first = end }
      guard count > 1 else { continue }
      if order.count < count { order = [UInt64](repeating: 0, count: count) }
      for tie in ties.indices {
        let (source, target) = (ties.source(tie), ties.target(tie))
        let lower = min(source, target)
        guard (first..<end).contains(lower) else { continue }
        // Of each tie the upper end, and behind it its number: both have 32 bits.
        order[starts[lower + 1] - start] = UInt64(max(source, target)) << 32 | UInt64(tie)
        starts[lower + 1] += 1
      }
      order.withUnsafeMutableBufferPointer { order in
        var begin = 0
        for actor in first..<end {
          let next = starts[actor + 1] - start
          duplicates += repetitions(among: UnsafeMutableBufferPointer(rebasing: order[begin..<next]))
          begin = next
        }
      }
    }
    return duplicates
  }

  /// - Parameter own: ties of one lower end.
  private func repetitions(among own: UnsafeMutableBufferPointer<UInt64>) -> Int {
    guard own.count > 1 else { return 0 }
    var own = own
    own.sort()
    var (start, duplicates) = (0, 0)
    while start < own.count {
      var end = start + 1
      while end < own.count, own[end] >> 32 == own[start] >> 32 { end += 1 }
      if end - start > 1 {
        var seen = Set<TieIdentity>()
        for tie in own[start..<end] {
          let identity = TieIdentity(network.ties[Int(truncatingIfNeeded: tie & 0xFFFF_FFFF)])
          if !seen.insert(identity).inserted { duplicates += 1 }
        }
      }
      start = end
    }
    return duplicates
  }

  /// What two ties between the same actors share that are the same.
  private struct TieIdentity: Hashable {
    let source: Int
    let kind: String
    let isDirected: Bool?
    let period: Period
    let chain: Int?
    let consortium: Int?

    init(_ tie: Tie) {
      source = tie.isDirected == true ? tie.source : min(tie.source, tie.target)
      (kind, isDirected, period, chain, consortium) = (tie.kind, tie.isDirected, tie.period, tie.chain, tie.consortium)
    }
  }
}
