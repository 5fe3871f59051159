import KesiMatrix
import KesiTestSupport
import Testing

@testable import KesiMeasures

@Suite("Null models")
struct NullModelTests {
  private func random(order: Int, ties: Int, seed: UInt64) -> AdjacencyMatrix {
    var random = SplitMix(seed: seed)
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for _ in 0..<ties {
      // Unequal degrees: low vertices are drawn more often.
      builder.add(UInt32(min(random.below(order), random.below(order))), UInt32(random.below(order)))
    }
    return builder.build()
  }

  @Test("All networks of given degrees are drawn alike: six vertices, a ring's ways to close")
  func uniform() throws {
    // Two-regular networks on six labeled vertices: 60 hexagons and 10 pairs of triangles.
    var builder = MatrixBuilder(order: 6, isSymmetric: true, isWeighted: false)
    for vertex in 0..<6 { builder.add(UInt32(vertex), UInt32((vertex + 1) % 6)) }
    let null = try groupTieNull(
      of: builder.build(), groups: [[0, 1, 2], [3, 4, 5]], draws: 40_000, seed: 5, on: Parallel(threads: 2))
    // By symmetry each of 15 pairs holds a tie in 6 of 15 draws; three pairs lie inside each group.
    #expect(abs(null.inside[0].expected - 1.2) < 0.02)
    #expect(abs(null.between(0, 1).expected - 3.6) < 0.03)
    // Counted out: none inside {0, 1, 2} in 6 of the 70.
    #expect(abs(null.inside[0].chanceOfNone - 6.0 / 70) < 0.01)
  }

  @Test("Threads do not matter, seeds do")
  func threads() throws {
    let matrix = random(order: 80, ties: 300, seed: 2)
    let groups = [Array(0..<20), Array(10..<40), Array(40..<80)]
    func means(_ threads: Int, _ seed: UInt64) throws -> [Double] {
      let null = try groupTieNull(of: matrix, groups: groups, draws: 200, seed: seed, on: Parallel(threads: threads))
      return null.inside.map(\.expected) + [null.between(0, 2).expected, null.between(2, 1).expected]
    }
    #expect(try means(1, 1) == means(2, 1))
    #expect(try means(1, 1) == means(7, 1))
    #expect(try means(1, 1) != means(1, 2))
  }

  @Test("On networks drawn from the null itself, p below 5 % comes up in 5 % of them")
  func falsePositives() throws {
    // Groups that know nothing of the ties: each is as extreme as any other.
    let matrix = random(order: 120, ties: 700, seed: 9)
    var random = SplitMix(seed: 77)
    var hits = 0
    var looked = 0
    for _ in 0..<40 {
      let vertices = Array(0..<120).shuffled(using: &random)
      let groups = (0..<6).map { Array(vertices[$0 * 20..<($0 + 1) * 20]) }
      let null = try groupTieNull(of: matrix, groups: groups, draws: 200, on: Parallel(threads: 2))
      for a in 0..<6 {
        for b in 0..<a {
          looked += 1
          if null.between(a, b).lowerTail < 0.05 { hits += 1 }
        }
      }
    }
    // Counts are whole numbers, so the test is a little on the safe side.
    let rate = Double(hits) / Double(looked)
    #expect(rate > 0.02 && rate < 0.065, "\(rate)")
  }
}
