import KesiMatrix

/// Counts the ties inside each group, then those between each pair of groups.
struct GroupCounts: Sendable {
  /// The groups of each vertex, a bit each.
  let marks: [UInt64]
  let groupCount: Int
  /// Vertices of the same groups are one class; those of none are in none.
  let classes: [UInt32]
  /// The groups of each class.
  let classMarks: [UInt64]

  static let none = UInt32.max

  /// How many numbers are counted.
  var width: Int { groupCount + groupCount * groupCount }

  /// - Parameter groups: at most 64, as vertices; they may overlap.
  init(groups: [[Int]], order: Int) {
    precondition(groups.count <= 64, "at most 64 groups at once")
    var marks = [UInt64](repeating: 0, count: order)
    for (group, members) in groups.enumerated() { for vertex in members { marks[vertex] |= 1 << UInt64(group) } }
    self.marks = marks
    groupCount = groups.count
    var numbers: [UInt64: UInt32] = [:]
    var classMarks: [UInt64] = []
    classes = marks.map { marks in
      guard marks != 0 else { return Self.none }
      if let number = numbers[marks] { return number }
      // There are fewer classes than vertices, whose numbers have 32 bits.
      let number = UInt32(classMarks.count)
      numbers[marks] = number
      classMarks.append(marks)
      return number
    }
    self.classMarks = classMarks
  }

  /// Adds so many ties whose ends have these marks. Of groups that overlap, a tie between two counts only from one alone to the
  /// other alone.
  @inline(__always) func add(_ x: UInt64, _ y: UInt64, times: Int, to values: borrowing Scratch<Int>) {
    var both = x & y
    while both != 0 {
      values[both.trailingZeroBitCount] &+= times
      both &= both &- 1
    }
    var left = x & ~y
    while left != 0 {
      let group = left.trailingZeroBitCount
      left &= left &- 1
      var right = y & ~x
      while right != 0 {
        let other = right.trailingZeroBitCount
        right &= right &- 1
        values[groupCount &+ min(group, other) &* groupCount &+ max(group, other)] &+= times
      }
    }
  }
}
