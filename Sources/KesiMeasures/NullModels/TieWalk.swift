import KesiMatrix

/// Ties under random swaps that keep every degree: (a–b, c–d) → (a–d, c–b) or (a–c, b–d), unless that would make a loop or
/// a double tie.
///
/// - Source: Allendorf, Meyer, Penschuck & Tran, *Parallel and I/O-Efficient Global Edge Switching for the Uniform Sampling
///   of Simple Graphs with Prescribed Degrees*, J. Parallel Distrib. Comput. 2023 (rounds in which each tie is tried once).
struct TieWalk: RandomWalk, ~Copyable {
  /// The two ends of each tie, in an order that changes.
  private let ties: Scratch<SIMD2<UInt32>>
  private let count: Int
  private let set: TieSet

  init(_ list: [SIMD2<UInt32>]) {
    count = list.count
    ties = Scratch(uninitialized: count)
    set = TieSet(capacity: count)
    for (place, tie) in list.enumerated() {
      ties[place] = tie
      set.insert(tie.x, tie.y)
    }
  }

  var pairs: Int { count / 2 }

  func round(_ random: inout SplitMix) -> Int {
    var made = 0
    ties.pairOff(count, &random) { first, second, word in
      let (one, two) = (ties[first], ties[second])
      let isTurned = word & 1 == 1
      let (a, b, c, d) = (one.x, one.y, two.x, two.y)
      // a–b, c–d become a–d, c–b, or a–c, b–d: what a is tied to, and what b is.
      let (toA, toB) = isTurned ? (c, d) : (d, c)
      guard word & 126 != 0, a != c, a != d, b != c, b != d, !set.contains(a, toA), !set.contains(toB, b) else {
        return
      }
      set.remove(a, b)
      set.remove(c, d)
      set.insert(a, toA)
      set.insert(toB, b)
      ties[first] = SIMD2(a, toA)
      ties[second] = isTurned ? SIMD2(b, d) : SIMD2(c, b)
      made &+= 1
    }
    return made
  }

  func count(by groups: GroupCounts, into values: borrowing Scratch<Int>) {
    groups.marks.withUnsafeBufferPointer { marks in
      for place in 0..<count {
        let tie = ties[place]
        groups.add(marks[Int(tie.x)], marks[Int(tie.y)], times: 1, to: values)
      }
    }
  }

  /// The ties as they are.
  var list: [SIMD2<UInt32>] { (0..<count).map { ties[$0] } }
}
