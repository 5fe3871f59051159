// Where the bit matrix pays: triangle counts of random networks, sparse against dense, over sizes and densities.
// What it prints decides `MatrixLayout.holdsBits`.

import KesiMatrix
import KesiMeasures

/// A random network in which each pair is tied with chance `density`.
func network(order: Int, density: Double, layout: MatrixLayout) -> AdjacencyMatrix {
  var state: UInt64 = 42
  func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }
  var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
  for source in 0..<order {
    for target in 0..<source where next() < density { builder.add(UInt32(source), UInt32(target)) }
  }
  return builder.build(layout: layout)
}

/// The median of five runs, in milliseconds.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let times = try (0..<5).map { _ in try clock.measure { try body() } }.sorted()
  return Double(times[2].components.attoseconds) / 1e15 + Double(times[2].components.seconds) * 1000
}

@main
struct Layouts {
  static func main() throws {
    print("triangles, one thread, milliseconds (median of 5)")
    print("order\tdensity\tsparse\tdense\tdense/sparse")
    for order in [64, 256, 1024, 4096, 16_384] {
      for denominator in [4, 16, 32, 64, 128, 256] where order * order / denominator < 20_000_000 {
        let density = 1 / Double(denominator)
        let sparse = network(order: order, density: density, layout: .sparse)
        let dense = network(order: order, density: density, layout: .dense)
        let parallel = Parallel(threads: 1)
        let agree = try triangles(of: sparse, on: parallel) == triangles(of: dense, on: parallel)
        precondition(agree)
        let a = try milliseconds { _ = try triangles(of: sparse, on: parallel) }
        let b = try milliseconds { _ = try triangles(of: dense, on: parallel) }
        print("\(order)\t1/\(denominator)\t\(a)\t\(b)\t\(b / a)")
      }
    }
  }
}
