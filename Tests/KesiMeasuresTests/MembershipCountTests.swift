import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Ties that memberships make, inside and between groups")
struct MembershipCountTests {
  @Test(
    "Each pair that meets counts once, however often it meets, in groups that overlap or not, few or many",
    arguments: [(groups: 1, most: 1), (5, 1), (5, 3), (64, 1), (64, 8)])
  func counts(groups: Int, most: Int) throws {
    var random = SplitMix(seed: 3, use: "test")
    let order = 900
    let pairs = (0..<300).flatMap { set in
      (0..<1 + random.below(12)).map { _ in (group: set, member: random.below(order)) }
    }
    let incidence = IncidenceMatrix(groupCount: 300, memberCount: order, pairs: pairs)
    var members = [[Int]](repeating: [], count: groups)
    for vertex in 0..<order {
      // Some are in none.
      for group in Set((0..<random.below(most + 1)).map { _ in random.below(groups) }) { members[group].append(vertex) }
    }
    let counted = GroupCounts(groups: members, order: order)
    // Both ways to count are taken.
    if most == 8 { #expect(counted.classMarks.count > 512) } else { #expect(counted.classMarks.count <= 512) }
    let values = Scratch<Int>(repeating: 0, count: counted.width)
    MembershipWalk(incidence).count(by: counted, into: values)
    let expected = Scratch<Int>(repeating: 0, count: counted.width)
    try incidence.projected(.binary).forEachTie { one, other, _ in
      counted.add(counted.marks[one], counted.marks[other], times: 1, to: expected)
    }
    for index in 0..<counted.width { #expect(values[index] == expected[index], "\(index)") }
    #expect((0..<counted.width).contains { values[$0] > 0 })
  }
}
