import Foundation
import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Mixing held against chance")
struct MixingTests {
  @Test("The E-I index expected by chance is what counting pairs of groups says; chance finds nothing in chance")
  func externalInternal() throws {
    var random = SplitMix(seed: 31, use: "test")
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

  @Test("The chances of the five roles are those of all deals of groups with the broker's own group fixed")
  func roleChances() throws {
    for groups in [[0, 0, 1, 1, 1, 1], [0, 0, 0, 0, 1, 1, 2], [0, 1, 2, 3, 3], [1, 0, 0, 0], [0, 0, 0]] {
      let others = Array(groups.dropFirst())
      var counts = [Double](repeating: 0, count: 5)
      var deals = 0.0
      // The broker holds the first label; a path runs from the second vertex to the third.
      permutations(of: others) { dealt in
        deals += 1
        let (own, from, to) = (groups[0], dealt[0], dealt[1])
        switch (from == own, to == own) {
        case (true, true): counts[0] += 1
        case (false, true): counts[2] += 1
        case (true, false): counts[3] += 1
        case (false, false): counts[from == to ? 1 : 4] += 1
        }
      }
      let own = groups.count { $0 == groups[0] }
      let sizes = Dictionary(grouping: others.filter { $0 != groups[0] }, by: { $0 }).values.map(\.count)
      let chances = try #require(RoleChances(own: own, others: sizes))
      let found = [
        chances.coordinator, chances.consultant, chances.gatekeeper, chances.gatekeeper, chances.liaison,
      ]
      for (found, count) in zip(found, counts) { #expect(abs(found - count / deals) < 1e-12, "\(groups)") }
    }
    #expect(RoleChances(own: 1, others: [1]) == nil)
  }

  private func permutations(of items: [Int], _ body: ([Int]) -> Void) {
    func extend(_ chosen: [Int], _ left: [Int]) {
      if left.isEmpty { return body(chosen) }
      for place in left.indices {
        var rest = left
        extend(chosen + [rest.remove(at: place)], rest)
      }
    }
    extend([], items)
  }

  /// What R's sna says, under Kesi's names (`tools/brokerage.R`).
  struct SnaBrokerage: Decodable {
    struct Case: Decodable {
      let directed: Bool
      let order: Int
      let ties: [[Int]]
      let groups: [Int]
      let counts: [String: [Int]]
      let shares: [String: [Double]]
    }
    let cases: [Case]
  }

  @Test("Brokerage and its chances equal those of R's sna, with direction and without")
  func sna() throws {
    let file = Bundle.module.url(forResource: "Fixtures/sna/brokerage", withExtension: "json")!
    let cases = try JSONDecoder().decode(SnaBrokerage.self, from: Data(contentsOf: file)).cases
    #expect(cases.count == 6)
    for one in cases {
      var builder = MatrixBuilder(order: one.order, isSymmetric: !one.directed, isWeighted: false)
      for tie in one.ties { builder.add(UInt32(tie[0]), UInt32(tie[1])) }
      let found = try brokerage(of: builder.build(), groups: one.groups, on: Parallel())
      #expect(found.coordinator == one.counts["coordinator"])
      #expect(found.consultant == one.counts["consultant"])
      #expect(found.gatekeeper == one.counts["gatekeeper"])
      #expect(found.representative == one.counts["representative"])
      #expect(found.liaison == one.counts["liaison"])
      for vertex in 0..<one.order {
        let own = one.groups.count { $0 == one.groups[vertex] }
        let others = Dictionary(grouping: one.groups.filter { $0 != one.groups[vertex] }, by: { $0 }).values
        let chances = try #require(RoleChances(own: own, others: others.map(\.count)))
        for (name, chance) in [
          ("coordinator", chances.coordinator), ("consultant", chances.consultant), ("gatekeeper", chances.gatekeeper),
          ("representative", chances.gatekeeper), ("liaison", chances.liaison),
        ] { #expect(abs(chance - one.shares[name]![vertex]) < 1e-12, "\(name) of \(vertex)") }
      }
    }
  }
}
