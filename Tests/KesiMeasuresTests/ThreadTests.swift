import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Results do not depend on the threads at 20,000 vertices, where kernels share the work")
struct ThreadTests {
  private static let order = 20_000

  private static func matrix(directed: Bool) -> AdjacencyMatrix {
    var random = SplitMix(seed: directed ? 4 : 5, use: "test")
    var builder = MatrixBuilder(order: order, isSymmetric: !directed, isWeighted: true)
    for _ in 0..<30_000 {
      builder.add(
        UInt32(min(random.below(order), random.below(order))), UInt32(random.below(order)),
        weight: Double(1 + random.below(9)) / 3)
    }
    return builder.build()
  }

  @Test("Kernels", arguments: [false, true])
  func kernels(directed: Bool) throws {
    let matrix = Self.matrix(directed: directed)
    let labels = (0..<Self.order).map { $0 % 3 }
    let groups = (0..<3).map { group in (0..<Self.order).filter { $0 % 3 == group } }
    func results(_ threads: Int) throws -> [(name: String, bits: [UInt64])] {
      let parallel = Parallel(threads: threads)
      func bits(_ values: [Double]) -> [UInt64] { values.map(\.bitPattern) }
      func counts(_ values: [Int]) -> [UInt64] { values.map { UInt64(bitPattern: Int64($0)) } }
      let null = try groupTieNull(of: matrix, groups: groups, draws: 32, on: parallel)
      let roles = try brokerage(of: matrix, groups: labels, on: parallel)
      let holes = try structuralHoles(of: matrix, on: parallel)
      let profile = try distances(of: matrix.unweighted(), on: parallel)
      let scores = try hubsAndAuthorities(of: matrix, on: parallel)
      return [
        ("components", counts(components(of: matrix, on: parallel))),
        ("PageRank", bits(try pageRank(of: matrix, on: parallel))),
        ("closeness", bits(profile.closeness)), ("harmonic", bits(profile.harmonic)),
        ("eccentricity", bits(profile.eccentricity)),
        ("eigenvector", bits(try eigenvectorCentrality(of: matrix, on: parallel))),
        ("Katz", bits(try katzCentrality(of: matrix, on: parallel))),
        ("hub", bits(scores.hubs)), ("authority", bits(scores.authorities)),
        ("betweenness", bits(try sampledBetweenness(of: matrix.unweighted(), sources: 64, on: parallel).values)),
        ("weighted betweenness", bits(try sampledBetweenness(of: matrix, sources: 16, on: parallel).values)),
        ("triangles", counts(try triangles(of: matrix.symmetrized().unweighted(), on: parallel))),
        ("constraint", bits(holes.constraint)), ("liaison", counts(roles.liaison)),
        ("communities", counts(try leiden(of: matrix, on: parallel))),
        ("labels", counts(try labelPropagation(of: matrix, on: parallel))),
        ("ties between groups", bits([null.between(0, 1).expected, null.inside[2].deviation])),
        ("deals", bits([try externalInternalTest(of: matrix, groups: labels, draws: 32, on: parallel)!.expected])),
      ]
    }
    let one = try results(1)
    for threads in [2, 3] {
      for (a, b) in zip(one, try results(threads)) { #expect(a.bits == b.bits, "\(a.name) on \(threads) threads") }
    }
  }

  @Test("Draws of memberships, and walks on them")
  func memberships() throws {
    var random = SplitMix(seed: 6, use: "test")
    let pairs = (0..<8_000).flatMap { group in
      (0..<2 + random.below(6)).map { _ in (group: group, member: random.below(Self.order)) }
    }
    let incidence = IncidenceMatrix(groupCount: 8_000, memberCount: Self.order, pairs: pairs)
    let groups = [Array(0..<7_000), Array(7_000..<20_000)]
    func bits(_ threads: Int) throws -> [UInt64] {
      let parallel = Parallel(threads: threads)
      let null = try groupTieNull(of: incidence, groups: groups, draws: 32, on: parallel)
      return try distances(of: incidence, on: parallel).harmonic.map(\.bitPattern)
        + [null.between(0, 1).expected.bitPattern, null.inside[0].expected.bitPattern]
    }
    let one = try bits(1)
    #expect(try bits(2) == one)
    #expect(try bits(3) == one)
  }
}
