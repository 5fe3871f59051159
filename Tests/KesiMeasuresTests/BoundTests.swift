import KesiCluster
import KesiMatrix
import KesiMeasures
import Testing

@Suite("Bounds")
struct BoundTests {
  /// What a measure lies between, by its definition.
  private static let ofVertices: [(names: [String], bounds: ClosedRange<Double>)] = [
    (
      [
        "clustering", "efficiency", "hierarchy", "participation", "pagerank", "articulation", "core", "eigenvector",
        "hub",
        "authority",
      ], 0...1
    ),
    (["ei_index"], -1...1),
    (
      [
        "closeness", "harmonic", "eccentricity", "betweenness", "katz", "constraint", "effective_size", "strength",
        "coordinator", "liaison",
      ], 0...Double.infinity
    ),
  ]
  private static let ofNetworks: [(names: [String], bounds: ClosedRange<Double>)] = [
    (
      [
        "density", "transitivity", "mean_clustering", "rich_club", "degree_centralization",
      ], 0...1
    ),
    (
      ["degree_assortativity", "kind_assortativity", "ei_index", "modularity", "core_periphery_fit"], -1...1
    ),
    (["algebraic_connectivity", "mean_distance"], 0...Double.infinity),
  ]

  /// Networks in which sums that cancel leave noise: the smallest ones, regular ones, and random ones.
  private static func networks() -> [AdjacencyMatrix] {
    func network(_ order: Int, _ ties: [(Int, Int)], _ weight: (Int) -> Double) -> AdjacencyMatrix {
      var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: true)
      for (index, tie) in ties.enumerated() { builder.add(UInt32(tie.0), UInt32(tie.1), weight: weight(index)) }
      return builder.build()
    }
    var random = SplitMix(seed: 1, use: "test")
    var found: [AdjacencyMatrix] = []
    for order in 2..<9 {
      let pairs = (0..<order).flatMap { a in (a + 1..<order).map { (a, $0) } }
      found.append(network(order, pairs) { _ in 1 })
      found.append(network(order, pairs) { _ in 0.1 })
      found.append(network(order, pairs.filter { $0.1 - $0.0 == 1 || $0.1 - $0.0 == order - 1 }) { _ in 0.3 })
      found.append(network(order, pairs.filter { $0.0 == 0 }) { _ in 0.7 })
    }
    for _ in 0..<300 {
      let order = 3 + random.below(14)
      let share = random.unit()
      let pairs = (0..<order).flatMap { a in (a + 1..<order).map { (a, $0) } }.filter { _ in random.unit() < share }
      let weights = pairs.map { _ in random.below(3) == 0 ? random.unit() : 1 }
      found.append(network(order, pairs) { weights[$0] })
    }
    return found
  }

  @Test("No measure leaves its bounds, and what should be 0 is 0, to the last bit", arguments: [false, true])
  func bounds(isWeighted: Bool) throws {
    for (number, matrix) in Self.networks().enumerated() {
      var options = MeasureOptions(usesWeights: isWeighted)
      options.kinds = (0..<matrix.order).map { $0 % 3 }
      let context = MatrixNumbers(matrix, options)
      func check(_ name: String, _ value: Double?, _ bounds: ClosedRange<Double>) {
        guard let value else { return }
        #expect(bounds.contains(value), "\(name) of network \(number): \(value)")
        #expect(value == 0 || abs(value) > 1e-12, "\(name) of network \(number): \(value)")
      }
      for (names, bounds) in Self.ofVertices {
        for name in names {
          let measure = try #require(ActorMeasure.all.first { $0.id == name })
          let values = try measure.compute(context)
          for vertex in 0..<matrix.order { check(name, values[vertex], bounds) }
        }
      }
      let summary = try networkSummary(of: context)
      for (names, bounds) in Self.ofNetworks {
        for name in names { check(name, try #require(summary.first { $0.name == name }).value, bounds) }
      }
    }
  }
}
