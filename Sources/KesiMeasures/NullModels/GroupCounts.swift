/// The ties inside each group, then those between each pair of groups.
struct GroupCounts: Sendable {
  private let marks: [UInt64]
  let groupCount: Int
  var values: [Int]

  /// - Parameter groups: at most 64, as vertices; they may overlap.
  init(groups: [[Int]], order: Int) {
    precondition(groups.count <= 64, "at most 64 groups at once")
    var marks = [UInt64](repeating: 0, count: order)
    for (group, members) in groups.enumerated() { for vertex in members { marks[vertex] |= 1 << UInt64(group) } }
    self.marks = marks
    groupCount = groups.count
    values = [Int](repeating: 0, count: groupCount + groupCount * groupCount)
  }

  @inline(__always) mutating func add(_ sign: Int, _ a: UInt32, _ b: UInt32) {
    let (x, y) = (marks[Int(a)], marks[Int(b)])
    var both = x & y
    while both != 0 {
      values[both.trailingZeroBitCount] += sign
      both &= both - 1
    }
    var left = x & ~y
    while left != 0 {
      let group = left.trailingZeroBitCount
      left &= left - 1
      var right = y & ~x
      while right != 0 {
        let other = right.trailingZeroBitCount
        right &= right - 1
        values[groupCount + min(group, other) * groupCount + max(group, other)] += sign
      }
    }
  }
}
