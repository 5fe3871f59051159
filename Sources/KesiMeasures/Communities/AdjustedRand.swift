/// How far two divisions of the same things agree beyond chance: 1 for the same division, about 0 for unrelated ones, nil
/// below two things.
///
/// Where both put everything together, or both everything apart, they agree: 1.
///
/// - Parameters: a label for each thing; which labels they are does not matter.
/// - Complexity: O(n).
/// - Source: Hubert & Arabie, *Comparing Partitions*, J. Classification 1985.
public func adjustedRandIndex(_ a: [Int], _ b: [Int]) -> Double? {
  precondition(a.count == b.count, "a label for each thing in both divisions")
  guard a.count > 1 else { return nil }
  func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }
  // Sorted, so that sums come out the same on every run.
  func pairs<Label: Comparable>(within labels: [Label]) -> Double {
    var sum = 0.0
    let sorted = labels.sorted()
    var start = 0
    for place in 1...sorted.count where place == sorted.count || sorted[place] != sorted[start] {
      sum += pairs(place - start)
      start = place
    }
    return sum
  }
  let both = pairs(within: zip(a, b).map { LabelPair(a: $0, b: $1) })
  let (inA, inB, all) = (pairs(within: a), pairs(within: b), pairs(a.count))
  let expected = inA * inB / all
  let most = (inA + inB) / 2
  return most == expected ? 1 : (both - expected) / (most - expected)
}

private struct LabelPair: Comparable {
  let a: Int
  let b: Int

  static func < (x: LabelPair, y: LabelPair) -> Bool { (x.a, x.b) < (y.a, y.b) }
}
