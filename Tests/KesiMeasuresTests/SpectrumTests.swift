import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Principal vectors")
struct SpectrumTests {
  typealias Ties = [(Int, Int, Double)]

  private func matrix(_ order: Int, directed: Bool, _ ties: Ties) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: !directed, isWeighted: true)
    for (a, b, weight) in ties { builder.add(UInt32(a), UInt32(b), weight: weight) }
    return builder.build()
  }

  private func expect(_ found: [Double], _ expected: [Double], _ tolerance: Double = 1e-9) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < tolerance, "\(found) for \(expected)") }
  }

  @Test("Without a cycle eigenvector and Katz are undefined, whatever the depth and the weights")
  func acyclic() throws {
    let deep = (0..<3_000).map { ($0, $0 + 1, $0 % 2 == 0 ? 1e-9 : 1e9) }
    var random = SplitMix(seed: 2, use: "test")
    // Citations: each cites earlier ones.
    let citations = (1..<400).flatMap { paper in (0..<3).map { _ in (paper, random.below(paper), 1.0) } }
    for (order, ties) in [(3, [(0, 1, 1.0), (1, 2, 1.0)]), (3_001, deep), (400, citations)] {
      let matrix = matrix(order, directed: true, ties)
      #expect(try eigenvectorCentrality(of: matrix, on: Parallel()).allSatisfy(\.isNaN))
      #expect(try katzCentrality(of: matrix, on: Parallel()).allSatisfy(\.isNaN))
    }
  }

  @Test("Parts that share the greatest eigenvalue in a chain: its end holds all")
  func chain() throws {
    let root = 0.5.squareRoot()
    let two = matrix(4, directed: true, [(0, 1, 1), (1, 0, 1), (1, 2, 1), (2, 3, 1), (3, 2, 1)])
    expect(try eigenvectorCentrality(of: two, on: Parallel()), [0, 0, root, root])
    expect(
      try katzCentrality(of: two, on: Parallel()), [0.1263777324, 0.1263777324, 0.7250090962, 0.6651459598])
    #expect(try eigenvectorCentrality(of: two, on: Parallel()).prefix(2).allSatisfy { $0 == 0 })
    // Joined by a path of 50: its inner vertices lie before the end of the chain.
    let path = (1..<51).map { ($0, $0 + 1, 1.0) }
    let far = matrix(53, directed: true, [(0, 1, 1), (1, 0, 1)] + path + [(51, 52, 1), (52, 51, 1)])
    expect(try eigenvectorCentrality(of: far, on: Parallel()), [Double](repeating: 0, count: 51) + [root, root])
  }

  @Test("Parts whose greatest eigenvalues nearly agree")
  func nearlyRepeated() throws {
    let root = 0.5.squareRoot()
    let apart = matrix(4, directed: true, [(0, 1, 1), (1, 0, 1), (2, 3, 1.0005), (3, 2, 1.0005)])
    expect(try eigenvectorCentrality(of: apart, on: Parallel()), [0, 0, root, root])
    expect(try katzCentrality(of: apart, on: Parallel()), [0.49887683, 0.49887683, 0.50112065, 0.50112065], 1e-8)
    // λ = 1.0000001 feeds a part with 1: what it leads to holds 1/(λ² − 1) times as much. Counted out on paper.
    let value = 1.000_000_1
    let fed = matrix(4, directed: true, [(0, 1, value), (1, 0, value), (1, 2, 1), (2, 3, 1), (3, 2, 1)])
    let (c, d) = (value / (value * value - 1), 1 / (value * value - 1))
    let length = (2 + c * c + d * d).squareRoot()
    expect(
      try eigenvectorCentrality(of: fed, on: Parallel()), [1, 1, c, d].map { $0 / length }, 1e-8)
    // Without direction too, and exactly 0 outside.
    let stars: Ties = [(0, 1, 1), (0, 2, 1), (3, 4, 1.000_000_001), (3, 5, 1.000_000_001)]
    let scores = try eigenvectorCentrality(of: matrix(7, directed: false, stars), on: Parallel())
    expect(scores, [0, 0, 0, root, 0.5, 0.5, 0])
    #expect(scores[0] == 0 && scores[1] == 0 && scores[6] == 0)
  }

  @Test(
    "Where several parts end the longest chains, what feeds them decides: iteration from equal values says the same")
  func limit() throws {
    let cases: [(Int, Ties)] = [
      // Two cycles of length 2 and 3 side by side, one fed by a vertex outside, leading to a third vertex.
      (7, [(0, 1, 1), (1, 0, 1), (2, 3, 1), (3, 4, 1), (4, 2, 1), (5, 2, 4), (4, 6, 0.5), (1, 6, 2)]),
      (5, [(0, 1, 2), (1, 0, 0.5), (2, 3, 1), (3, 2, 1), (4, 0, 3)]),
    ]
    for (order, ties) in cases {
      let matrix = matrix(order, directed: true, ties)
      let found = try eigenvectorCentrality(of: matrix, on: Parallel())
      // (B + I/2)ᵏ 1 leans to the same vector, slowly where chains are long; these have one part each.
      var vector = [Double](repeating: 1, count: order)
      for _ in 0..<4_000 {
        let image = try matrix.pulled(vector, on: Parallel())
        vector = scaledToLength1(zip(image, vector).map { $0 + 0.5 * $1 })!
      }
      expect(found, vector)
    }
  }

  @Test("Cycles alone hold equal values; an isolated vertex holds none")
  func periodic() throws {
    for length in [3, 4, 1_000] {
      let ties = (0..<length).map { ($0, ($0 + 1) % length, 1.0) }
      let scores = try eigenvectorCentrality(of: matrix(length + 1, directed: true, ties), on: Parallel())
      expect(scores, [Double](repeating: 1 / Double(length).squareRoot(), count: length) + [0])
      #expect(scores[length] == 0)
    }
    // A long cycle of unequal weights, whose gap is far too small for the power iteration: x of the next is w/λ times x.
    let weights = (0..<301).map { 1 + Double($0 % 7) }
    let ties = (0..<301).map { ($0, ($0 + 1) % 301, weights[$0]) }
    let scores = try eigenvectorCentrality(of: matrix(301, directed: true, ties), on: Parallel())
    let ratios = (0..<301).map { scores[($0 + 1) % 301] / scores[$0] / weights[$0] }
    for ratio in ratios { #expect(abs(ratio / ratios[0] - 1) < 1e-8) }
  }

  @Test("A part of 2,000 vertices that feeds another: both equations hold")
  func large() throws {
    var random = SplitMix(seed: 3, use: "test")
    var ties: Ties = []
    for vertex in 0..<2_000 {
      ties += [(vertex, (vertex + 1) % 2_000, 1), (vertex, random.below(2_000), 1), (vertex, random.below(2_000), 1)]
    }
    for vertex in 2_000..<3_000 {
      ties += [(vertex, vertex == 2_999 ? 2_000 : vertex + 1, 1), (random.below(2_000), vertex, 1)]
    }
    let matrix = matrix(3_000, directed: true, ties)
    let scores = try eigenvectorCentrality(of: matrix, on: Parallel(threads: 2))
    let image = try matrix.pulled(scores, on: Parallel())
    let value = zip(image, scores).reduce(0) { $0 + $1.0 * $1.1 }
    for (a, b) in zip(image, scores) { #expect(b > 0 && abs(a - value * b) < 1e-12 * value) }
    let katz = try katzCentrality(of: matrix, on: Parallel(threads: 2))
    let factor = 0.9 / value
    let rest = zip(try matrix.pulled(katz, on: Parallel()), katz).map { $1 - factor * $0 }
    for one in rest { #expect(abs(one / rest[0] - 1) < 1e-9) }
  }

  @Test("A part that does not settle takes nothing from the others where it is known to be smaller")
  func unsettledPart() throws {
    // Too long and uneven a cycle for iteration: weights 1 … 7, a greatest eigenvalue of some 3.4. Beside it a pair with 5.
    var random = SplitMix(seed: 12, use: "test")
    let cycle = (0..<1_501).map { ($0, ($0 + 1) % 1_501, 1 + Double(random.below(7))) }
    let pair = [(1_501, 1_502, 5.0), (1_502, 1_501, 5.0)]
    let root = 0.5.squareRoot()
    expect(
      try eigenvectorCentrality(of: matrix(1_503, directed: true, cycle + pair), on: Parallel(threads: 2)),
      [Double](repeating: 0, count: 1_501) + [root, root])
    // By itself nothing is known of it.
    let alone = try eigenvectorCentrality(of: matrix(1_501, directed: true, cycle), on: Parallel(threads: 2))
    #expect(alone.allSatisfy { $0.isNaN })
  }

  @Test("One more tie between two vertices adds 2 to their algebraic connectivity")
  func twoVertices() throws {
    let spectrum = try #require(LaplacianSpectrum(of: matrix(2, directed: false, [(0, 1, 1)])))
    #expect(abs(spectrum.connectivity - 2) < 1e-12 && abs(spectrum.connectivity(adding: 0, 1) - 4) < 1e-12)
  }

  @Test(
    "Strongly connected parts: those that reach each other, in the order in which ties lead", arguments: Fixture.all)
  func strongParts(fixture: Fixture) throws {
    for variant in fixture.variants where !variant.weighted {
      let matrix = variant.matrix()
      let part = strongComponents(of: matrix)
      let reach = (0..<variant.order).map { start -> Set<Int> in
        var seen: Set<Int> = [start]
        var stack = [start]
        while let vertex = stack.popLast() {
          for next in matrix.withRows({ $0[vertex].map(Int.init) }) where seen.insert(next).inserted {
            stack.append(next)
          }
        }
        return seen
      }
      for a in 0..<variant.order {
        for b in 0..<variant.order {
          #expect((part[a] == part[b]) == (reach[a].contains(b) && reach[b].contains(a)))
          if reach[a].contains(b) { #expect(part[a] <= part[b]) }
        }
      }
      #expect(Set(part) == Set(0..<Set(part).count))
    }
    // A path as long as the network overflows no stack.
    let path = (0..<200_000).map { ($0, $0 + 1, 1.0) }
    #expect(strongComponents(of: self.matrix(200_001, directed: true, path)) == Array(0...200_000))
  }

  @Test("Hub and authority without direction are the eigenvector, bipartite or not, in one part or several")
  func hubs() throws {
    let star = try hubsAndAuthorities(of: matrix(3, directed: false, [(0, 1, 1), (0, 2, 1)]), on: Parallel())
    expect(star.hubs, [0.41421356, 0.29289322, 0.29289322], 1e-8)
    #expect(star.hubs == star.authorities)
    let nearlyBipartite: Ties = [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1), (0, 2, 1e-7), (5, 6, 1), (7, 8, 2)]
    let matrix = matrix(9, directed: false, nearlyBipartite)
    let both = try hubsAndAuthorities(of: matrix, on: Parallel())
    let vector = try eigenvectorCentrality(of: matrix, on: Parallel())
    let total = vector.reduce(0, +)
    expect(both.hubs, vector.map { $0 / total }, 1e-12)
    #expect(both.hubs == both.authorities && both.hubs[4] == 0)
  }

  @Test("Algebraic connectivity keeps its digits where strong ties hang together by a weak one")
  func cancellation() throws {
    let chain = matrix(4, directed: false, [(0, 1, 1e8), (1, 2, 0.01), (2, 3, 1e8)])
    // λ² − 2 (a + c) λ + 2 a c … the antisymmetric half: λ = a + c − √(a² + c²), without cancellation 2ac/(a + c + √…).
    let (a, c) = (1e8, 0.01)
    let exact = 2 * a * c / (a + c + (a * a + c * c).squareRoot())
    let found = try #require(try algebraicConnectivity(of: chain, on: Parallel()))
    #expect(abs(found / exact - 1) < 1e-12, "\(found)")
    // Two cliques of 150 by one weak tie: by 1/(1/w …) just under 2 w / 150.
    var ties: Ties = []
    for part in [0, 150] {
      for x in 0..<150 { for y in 0..<x { ties.append((part + x, part + y, 1e6)) } }
    }
    ties.append((0, 150, 1e-6))
    let cliques = try #require(
      try algebraicConnectivity(of: matrix(300, directed: false, ties), on: Parallel(threads: 2)))
    #expect(abs(cliques / (2e-6 / 150) - 1) < 1e-9, "\(cliques)")
  }
}
