import KesiMatrix
import KesiMeasures
import Testing

@Suite("Label propagation")
struct LabelPropagationTests {
  private static func matrix(_ order: Int, _ ties: [(Int, Int)]) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: order, isSymmetric: true, isWeighted: false)
    for (a, b) in ties { builder.add(UInt32(a), UInt32(b)) }
    return builder.build()
  }

  /// Word for word what is said of it, with dictionaries.
  private static func plain(_ matrix: AdjacencyMatrix, seed: UInt64) -> [Int] {
    let matrix = matrix.symmetrized()
    var labels = Array(0..<matrix.order)
    for round in 1...100 {
      var next = labels
      var isSettled = true
      for vertex in labels.indices {
        var sums: [Int: Double] = [:]
        matrix.withRows { rows in
          for entry in rows.entries(vertex) { sums[labels[rows.column(entry)], default: 0] += rows.weight(entry) }
        }
        let least = (sums.values.max() ?? 0) * (1 - 0x1p-40)
        guard sums[labels[vertex]] ?? 0 < least else { continue }
        isSettled = false
        guard SplitMix.hash(UInt64(vertex), UInt64(round), seed: seed).isMultiple(of: 2) else { continue }
        next[vertex] =
          sums.filter { $0.value >= least }.keys
          .min {
            SplitMix.hash(UInt64($0), UInt64(round), seed: seed) < SplitMix.hash(UInt64($1), UInt64(round), seed: seed)
          }!
      }
      if isSettled { break }
      labels = next
    }
    let sizes = Dictionary(grouping: labels.indices) { labels[$0] }
    let numbers = sizes.sorted { ($1.value.count, $0.value[0]) < ($0.value.count, $1.value[0]) }.map(\.key)
    return labels.map { numbers.firstIndex(of: $0)! + 1 }
  }

  /// Whether nobody would change: the community of each weighs most among its neighbors.
  private static func isSettled(_ communities: [Int], in matrix: AdjacencyMatrix) -> Bool {
    matrix.withRows { rows in
      communities.indices.allSatisfy { vertex in
        var counts: [Int: Int] = [:]
        for neighbor in rows[vertex] { counts[communities[Int(neighbor)], default: 0] += 1 }
        return counts[communities[vertex]] ?? 0 == counts.values.max() ?? 0
      }
    }
  }

  @Test("Draws are those of the published steps")
  func hash() {
    // From tools other than this: integers of any length in Python, cut to 64 bits.
    #expect(SplitMix.hash(0, 1, seed: 1) == 13_928_490_197_745_479_305)
    #expect(SplitMix.hash(5, 3, seed: 7) == 4_061_469_059_679_710_361)
    #expect(SplitMix.hash(1 << 32, 9, seed: 1 << 63) == 15_236_953_001_365_176_513)
  }

  @Test("Communities are those that Python finds by the same definition")
  func values() throws {
    let matrix = Self.matrix(9, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (3, 5), (6, 7)])
    #expect(try labelPropagation(of: matrix, seed: 1) == [1, 1, 1, 2, 2, 2, 3, 3, 4])
    #expect(try labelPropagation(of: matrix, seed: 2) == [1, 1, 1, 1, 1, 1, 2, 2, 3])
    #expect(try labelPropagation(of: matrix, seed: 3) == [1, 1, 1, 2, 2, 2, 3, 3, 4])
  }

  @Test("It is what its definition says, word for word", arguments: Fixture.all)
  func definition(fixture: Fixture) throws {
    for variant in fixture.variants where variant.order <= 300 {
      for matrix in [variant.matrix(), variant.matrix().unweighted()] {
        for seed in [1, 2, 77] as [UInt64] {
          #expect(try labelPropagation(of: matrix, seed: seed) == Self.plain(matrix, seed: seed))
        }
      }
    }
  }

  @Test(
    "Two sides that are tied to each other only do not change places forever", arguments: 1...5 as ClosedRange<UInt64>)
  func sides(seed: UInt64) throws {
    let pair = Self.matrix(2, [(0, 1)])
    let star = Self.matrix(20, (1..<20).map { (0, $0) })
    let sides = Self.matrix(40, (0..<400).map { ($0 / 20, 20 + $0 % 20) })
    for matrix in [pair, star, sides] {
      #expect(try labelPropagation(of: matrix, seed: seed).allSatisfy { $0 == 1 })
    }
    let cycle = Self.matrix(50, (0..<50).map { ($0, ($0 + 1) % 50) })
    let cube = Self.matrix(64, (0..<6).flatMap { bit in (0..<64).map { ($0, $0 ^ 1 << bit) } })
    for matrix in [cycle, cube] {
      let found = try labelPropagation(of: matrix, seed: seed)
      #expect(Self.isSettled(found, in: matrix) && found.max()! > 1)
    }
  }

  @Test("Two cliques joined by a tie are two communities", arguments: 1...5 as ClosedRange<UInt64>)
  func cliques(seed: UInt64) throws {
    let clique = (0..<6).flatMap { a in (0..<a).map { (a, $0) } }
    let matrix = Self.matrix(12, clique + clique.map { ($0 + 6, $1 + 6) } + [(0, 6)])
    #expect(try labelPropagation(of: matrix, seed: seed) == (0..<12).map { $0 / 6 + 1 })
  }

  @Test("Planted communities are found on any number of threads alike")
  func threads() throws {
    var random = SplitMix(seed: 5, use: "test")
    let ties = (0..<40_000).map { _ in
      let group = random.below(30)
      let a = group * 200 + random.below(200)
      return (a, random.below(3) == 0 ? random.below(6_000) : group * 200 + random.below(200))
    }
    let matrix = Self.matrix(6_000, ties)
    let one = try labelPropagation(of: matrix, seed: 9)
    for threads in [2, 5] { #expect(try labelPropagation(of: matrix, seed: 9, on: Parallel(threads: threads)) == one) }
    #expect(Self.isSettled(one, in: matrix))
    // Those who were drawn without any tie inside are few.
    let planted = (0..<6_000).map { $0 / 200 + 1 }
    #expect(try #require(adjustedRandIndex(one, planted)) > 0.9)
  }

  @Test("Weights that differ by rounding only weigh the same")
  func rounding() throws {
    // 0.1 + 0.2 is not 0.3, though it should be.
    for unit in [1, 3, 1e-9] {
      var builder = MatrixBuilder(order: 6, isSymmetric: true, isWeighted: true)
      for (a, b, weight) in [
        (0, 1, 0.1), (0, 2, 0.2), (0, 3, 0.3), (1, 2, 1.0), (3, 4, 0.1), (3, 5, 0.2), (4, 5, 1.0),
      ] { builder.add(UInt32(a), UInt32(b), weight: weight * unit) }
      let matrix = builder.build()
      var found: Set<[Int]> = []
      for seed in 1...20 as ClosedRange<UInt64> { found.insert(try labelPropagation(of: matrix, seed: seed)) }
      // The first, who stands between, may be of either side.
      #expect(found.isSuperset(of: [[1, 1, 1, 2, 2, 2], [1, 2, 2, 1, 1, 1]]), "unit \(unit)")
    }
  }
}
