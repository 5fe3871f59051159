import KesiMatrix

/// Ties under random swaps that keep every degree.
struct TieWalk: RandomWalk, ~Copyable {
  private let sources: Scratch<UInt32>
  private let targets: Scratch<UInt32>
  private let count: Int
  private let set: TieSet

  init(sources: [UInt32], targets: [UInt32]) {
    count = sources.count
    self.sources = Scratch(uninitialized: count)
    self.targets = Scratch(uninitialized: count)
    set = TieSet(capacity: count)
    for tie in 0..<count {
      self.sources[tie] = sources[tie]
      self.targets[tie] = targets[tie]
      set.insert(sources[tie], targets[tie])
    }
  }

  func swap(times: Int, _ counts: inout GroupCounts, _ random: inout SplitMix) {
    guard count > 1 else { return }
    for _ in 0..<times {
      let (one, two) = (random.below(count), random.below(count))
      let (a, b) = (sources[one], targets[one])
      // Either end of the second tie may be the one that is exchanged.
      let isTurned = random.next() & 1 == 1
      let c = isTurned ? targets[two] : sources[two]
      let d = isTurned ? sources[two] : targets[two]
      guard a != c, a != d, b != c, b != d, !set.contains(a, d), !set.contains(c, b) else { continue }
      set.remove(a, b)
      set.remove(c, d)
      set.insert(a, d)
      set.insert(c, b)
      counts.add(-1, a, b)
      counts.add(-1, c, d)
      counts.add(1, a, d)
      counts.add(1, c, b)
      targets[one] = d
      sources[two] = c
      targets[two] = b
    }
  }
}
