import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Mixing held against chance")
struct MixingTests {
  @Test("The E-I index expected by chance is what counting pairs of groups says; chance finds nothing in chance")
  func externalInternal() throws {
    var random = SplitMix(seed: 31)
    let groups = (0..<40).map { $0 < 25 ? 0 : $0 < 35 ? 1 : 2 }
    // Two of different groups: 1 − Σ n (n − 1) / N (N − 1).
    let across = 1 - Double(25 * 24 + 10 * 9 + 5 * 4) / Double(40 * 39)
    var low = 0
    for _ in 0..<60 {
      let matrix = ResilienceTests.random(40, 90, &random)
      let test = try #require(
        try externalInternalTest(of: matrix, groups: groups, draws: 400, on: Parallel(threads: 2)))
      #expect(abs(test.expected - (2 * across - 1)) < 0.03)
      #expect(abs(test.observed - externalInternalIndex(of: matrix, groups: groups).whole) < 1e-12)
      let again = try externalInternalTest(of: matrix, groups: groups, draws: 400, on: Parallel(threads: 5))
      #expect(again?.lowerTail == test.lowerTail && again?.deviation == test.deviation)
      if test.lowerTail < 0.05 { low += 1 }
    }
    #expect(low <= 8)
    // Ties within groups only: as low as can be.
    var builder = MatrixBuilder(order: 40, isSymmetric: true, isWeighted: false)
    for vertex in 0..<24 { builder.add(UInt32(vertex), UInt32(vertex + 1)) }
    let closed = try #require(try externalInternalTest(of: builder.build(), groups: groups, draws: 400, on: Parallel()))
    #expect(closed.observed == -1 && closed.lowerTail < 0.01 && closed.z! < -2)
    #expect(
      try externalInternalTest(
        of: ResilienceTests.random(5, 0, &random), groups: [0, 0, 1, 1, 1], draws: 9, on: Parallel()) == nil)
  }

  @Test("The chances of the five roles are those of all ordered threes")
  func roleChances() throws {
    let sizes = [4, 2, 1]
    let groups = sizes.enumerated().flatMap { group, size in [Int](repeating: group, count: size) }
    var counts = [0.0, 0, 0, 0]
    for a in 0..<7 {
      for v in 0..<7 where v != a {
        for b in 0..<7 where b != a && b != v {
          let (x, y, z) = (groups[a], groups[v], groups[b])
          if x == y, y == z {
            counts[0] += 1
          } else if x == z {
            counts[1] += 1
          } else if y == z {
            counts[2] += 1
          } else if x != y {
            counts[3] += 1
          }
        }
      }
    }
    let chances = try #require(RoleChances(sizes: sizes))
    for (found, count) in zip([chances.coordinator, chances.consultant, chances.gatekeeper, chances.liaison], counts) {
      #expect(abs(found - count / 210) < 1e-12)
    }
    #expect(RoleChances(sizes: [1, 1]) == nil)
  }
}
