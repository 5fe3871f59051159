import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("Resilience and agreement")
struct ResilienceTests {
  static func random(_ order: Int, _ ties: Int, _ random: inout SplitMix) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for _ in 0..<ties {
      let (a, b) = (random.below(order), random.below(order))
      if a != b { builder.add(UInt32(a), UInt32(b)) }
    }
    return builder.build()
  }

  @Test("A removal curve is what components of the rest say, loss by loss")
  func curve() {
    var random = SplitMix(seed: 11, use: "test")
    for _ in 0..<20 {
      let matrix = Self.random(12, 14, &random)
      let order = (0..<12).shuffled(using: &random)
      let curve = removalCurve(of: matrix, order: order)
      for gone in 0...12 {
        let rest = matrix.submatrix(keeping: order.dropFirst(gone).sorted())
        let largest = components(of: rest).count { $0 == 1 }
        #expect(curve[gone] == largest)
      }
    }
    #expect(removalCurve(of: Self.random(0, 0, &random), order: []) == [0])
  }

  @Test("R is 1/n for a star whose middle goes first, and (n − 1)/2n for a complete network")
  func robustnessOfExtremes() {
    let order = 10
    var star = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    var complete = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for a in 0..<order {
      for b in a + 1..<order {
        complete.add(UInt32(a), UInt32(b))
        if a == 0 { star.add(0, UInt32(b)) }
      }
    }
    // Nine losses leave one vertex each, the tenth none: 9/100.
    #expect(robustness(of: removalCurve(of: star.build(), order: Array(0..<order))) == 0.09)
    #expect(abs(robustness(of: removalCurve(of: complete.build(), order: Array(0..<order)))! - 0.45) < 1e-12)
    #expect(robustness(of: [0]) == nil)
  }

  @Test("An attack takes the best tied, or the greatest broker, of what is left")
  func attacks() throws {
    var random = SplitMix(seed: 5, use: "test")
    for _ in 0..<10 {
      let matrix = Self.random(15, 24, &random)
      for (order, values) in [
        (degreeAttack(of: matrix), { degrees(of: $0).map(Double.init) }),
        (
          try betweennessAttack(of: matrix, recomputes: true, on: Parallel()),
          { (try? betweenness(of: $0, on: Parallel())) ?? [] }
        ),
      ] as [([Int], (AdjacencyMatrix) -> [Double])] {
        #expect(order.sorted() == Array(0..<15))
        for gone in 0..<15 {
          let rest = order.dropFirst(gone).sorted()
          let value = values(matrix.submatrix(keeping: rest))
          #expect(abs(value[rest.firstIndex(of: order[gone])!] - value.max()!) < 1e-9)
        }
      }
    }
  }

  @Test("The adjusted Rand index is what counting pairs of pairs says")
  func adjustedRand() {
    #expect(adjustedRandIndex([1, 1, 2, 2], [7, 7, 3, 3]) == 1)
    #expect(adjustedRandIndex([1, 1, 1], [1, 1, 1]) == 1)
    #expect(adjustedRandIndex([1], [1]) == nil)
    // Two divisions of six things by scikit-learn's documented example: [0,0,1,1] against [0,0,1,2] is 0.571….
    #expect(abs(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])! - 4.0 / 7) < 1e-12)
    var random = SplitMix(seed: 8, use: "test")
    for _ in 0..<20 {
      let (a, b) = ((0..<9).map { _ in random.below(3) }, (0..<9).map { _ in random.below(4) })
      var (both, onlyA, onlyB, neither) = (0.0, 0.0, 0.0, 0.0)
      for i in 0..<9 {
        for j in i + 1..<9 {
          switch (a[i] == a[j], b[i] == b[j]) {
          case (true, true): both += 1
          case (true, false): onlyA += 1
          case (false, true): onlyB += 1
          case (false, false): neither += 1
          }
        }
      }
      // By counts of pairs (Warrens 2008), another form of the same.
      let expected =
        2 * (both * neither - onlyA * onlyB)
        / ((both + onlyA) * (onlyA + neither) + (both + onlyB) * (onlyB + neither))
      #expect(abs(adjustedRandIndex(a, b)! - expected) < 1e-12)
    }
  }
}
