import KesiMatrix
import Synchronization

/// Communities by label propagation: each vertex begins with a label of its own, and in each round takes the label that
/// weighs most among its neighbors, until every vertex has such a label. Faster and rougher than
/// ``leiden(of:by:seed:rounds:starts:on:)``.
///
/// All labels of a round are changed at once, by those of the round before. Where everyone did that, two that are tied to
/// nobody else would change places forever; so in each round a half moves, drawn anew, of those that have no label that
/// weighs most. Both draws, who moves and which of the labels that weigh most is taken, are functions of vertex (label),
/// round and seed (`SplitMix.hash`): nothing depends on the order in which vertices are looked at, nor on who
/// looks at them, so that any engine can find the same.
///
/// In round t = 1, 2, … a vertex v whose label is not one of those that weigh most moves if `hash(v, t, seed)` is even: it
/// takes that label l of those that weigh most whose `hash(l, t, seed)` is least. A vertex without ties keeps its own.
///
/// - Parameters:
///   - matrix: direction is ignored (A + Aᵀ); weights count where the matrix has them. Weights whose sums differ by less
///     than 1 in 2⁴⁰ weigh the same, so that neither their unit nor the order of additions matters.
///   - seed: of the draws.
/// - Returns: the community of each vertex, 1 for the largest.
/// - Complexity: O(m) a round, at most 100; networks settle in 10 to 80, of which the later look at few vertices. 10 bytes
///   a vertex, and of each thread 24 to 48 a tie of the vertex that has most.
/// - Source: Raghavan, Albert & Kumara, *Near linear time algorithm to detect community structures*, 2007; rounds in which
///   a part moves at once: Cordasco & Gargano, *Community detection via semi-synchronous label propagation algorithms*,
///   2010, who take parts that are not tied among themselves where here they are drawn.
public func labelPropagation(
  of matrix: AdjacencyMatrix, seed: UInt64 = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Int] {
  let labels = try matrix.symmetrized().withRows { (rows) throws(Cancelled) in
    try LabelRounds(rows, seed: seed).run(on: parallel)
  }
  return numberedBySize(labels)
}

/// The labels of a network after a round, and those of the round that is under way.
private struct LabelRounds: ~Copyable {
  private static let mostRounds = 100
  private static let grain = 512

  /// What a round found of a vertex. Who was content stays so until a neighbor moves.
  private enum State { static let (content, waits, moved) = (UInt8(0), UInt8(1), UInt8(2)) }

  private let rows: Rows
  private let seed: UInt64
  private var labels: Scratch<UInt32>
  private var nextLabels: Scratch<UInt32>
  private var states: Scratch<UInt8>
  private var nextStates: Scratch<UInt8>
  private let mostTies: Int

  init(_ rows: Rows, seed: UInt64) {
    (self.rows, self.seed) = (rows, seed)
    labels = Scratch(uninitialized: rows.order)
    nextLabels = Scratch(uninitialized: rows.order)
    states = Scratch(repeating: State.moved, count: rows.order)
    nextStates = Scratch(uninitialized: rows.order)
    for vertex in 0..<rows.order { labels[vertex] = UInt32(truncatingIfNeeded: vertex) }
    mostTies = (0..<rows.order).reduce(0) { max($0, rows.degree($1)) }
  }

  consuming func run(on parallel: Parallel) throws(Cancelled) -> [Int] {
    let workers = max(1, min(parallel.threads, (rows.order + Self.grain - 1) / Self.grain))
    // A room for each worker: the next that comes takes the next.
    let size = Self.size(for: mostTies)
    let keys = Scratch<UInt32>(uninitialized: workers * size)
    let sums = Scratch<Double>(uninitialized: workers * size)
    var isSettled = false
    var round: UInt64 = 1
    while !isSettled, round <= Self.mostRounds {
      isSettled = try move(in: round, keys: keys.shared, sums: sums.shared, size: size, on: parallel)
      swap(&labels, &nextLabels)
      swap(&states, &nextStates)
      round += 1
    }
    return (0..<rows.order).map { Int(labels[$0]) }
  }

  /// - Parameter size: of the room that each worker has among the keys and sums.
  /// - Returns: whether every vertex has a label that weighs most.
  private func move(
    in round: UInt64, keys: SharedBuffer<UInt32>, sums: SharedBuffer<Double>, size: Int, on parallel: Parallel
  ) throws(Cancelled) -> Bool {
    let worker = Atomic(0)
    let isSettled = Atomic(true)
    let (rows, seed) = (rows, seed)
    let (labels, nextLabels) = (labels.shared, nextLabels.shared)
    let (states, nextStates) = (states.shared, nextStates.shared)
    try parallel.silent.forEachWorker(count: rows.order, grain: Self.grain) { chunks in
      let room = worker.add(1, ordering: .relaxed).oldValue * size
      while let chunk = chunks.take() {
        for vertex in chunk {
          let own = labels[vertex]
          nextLabels[vertex] = own
          nextStates[vertex] = State.content
          guard
            rows.degree(vertex) > 0,
            states[vertex] != State.content || rows[vertex].contains(where: { states[Int($0)] == State.moved })
          else { continue }
          // Open addressing: a sum of 0 marks a place that is free, since weights are positive.
          let places = Self.size(for: rows.degree(vertex))
          func place(of label: UInt32) -> Int {
            var place = Int(truncatingIfNeeded: (UInt64(label) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (places &- 1)
            while sums[room &+ place] > 0, keys[room &+ place] != label { place = (place &+ 1) & (places &- 1) }
            return room &+ place
          }
          for place in room..<room &+ places { sums[place] = 0 }
          var most = 0.0
          for entry in rows.entries(vertex) {
            let label = labels[rows.column(entry)]
            let place = place(of: label)
            keys[place] = label
            sums[place] += rows.weight(entry)
            most = max(most, sums[place])
          }
          // 1 − 2⁻⁴⁰: counts are told apart exactly, weights up to rounding.
          let least = most * (1 - 0x1p-40)
          guard sums[place(of: own)] < least else { continue }
          isSettled.store(false, ordering: .relaxed)
          nextStates[vertex] = State.waits
          guard SplitMix.hash(UInt64(vertex), round, seed: seed) & 1 == 0 else { continue }
          nextStates[vertex] = State.moved
          var lowest = UInt64.max
          for place in room..<room &+ places where sums[place] >= least {
            let hash = SplitMix.hash(UInt64(keys[place]), round, seed: seed)
            if hash <= lowest { (lowest, nextLabels[vertex]) = (hash, keys[place]) }
          }
        }
      }
    }
    return isSettled.load(ordering: .relaxed)
  }

  /// Twice as many places as there may be labels, a power of two.
  private static func size(for ties: Int) -> Int {
    ties < 2 ? 2 : 2 << (Int.bitWidth - (ties - 1).leadingZeroBitCount)
  }
}
