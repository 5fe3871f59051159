import KesiMatrix
import KesiTestSupport
import Testing

/// Ties with loops, duplicates and zero weights among them.
func randomTies(order: Int, count: Int, seed: UInt64) -> [(UInt32, UInt32, Double)] {
  var random = SplitMix(seed: seed, use: "test")
  return (0..<count).map { _ in
    (
      UInt32.random(in: 0..<UInt32(order), using: &random), UInt32.random(in: 0..<UInt32(order), using: &random),
      Double(Int.random(in: 0...4, using: &random))
    )
  }
}

/// The entries of a matrix as a dictionary from place to weight.
func entries(of matrix: AdjacencyMatrix) -> [[Int]: Double] {
  matrix.withRows { rows in
    var found: [[Int]: Double] = [:]
    for row in 0..<rows.order {
      for entry in rows.entries(row) { found[[row, rows.column(entry)]] = rows.weight(entry) }
    }
    return found
  }
}

@Suite("The adjacency matrix")
struct AdjacencyMatrixTests {
  @Test(
    "holds what a dictionary of ties holds", arguments: [1, 7, 64, 65, 200],
    [MatrixBuilder.MergeRule.sum, .maximum, .minimum])
  func build(order: Int, merge: MatrixBuilder.MergeRule) {
    for isSymmetric in [false, true] {
      let ties = randomTies(order: order, count: order * 3, seed: UInt64(order))
      var builder = MatrixBuilder(order: order, isSymmetric: isSymmetric, isWeighted: true, merge: merge)
      var expected: [[Int]: Double] = [:]
      func put(_ a: Int, _ b: Int, _ weight: Double) {
        expected[[a, b]] =
          expected[[a, b]].map { old in
            switch merge {
            case .sum: old + weight
            case .maximum: max(old, weight)
            case .minimum: min(old, weight)
            }
          } ?? weight
      }
      for (a, b, weight) in ties {
        builder.add(a, b, weight: weight)
        guard a != b, weight > 0 else { continue }
        put(Int(a), Int(b), weight)
        if isSymmetric { put(Int(b), Int(a), weight) }
      }
      let matrix = builder.build()
      #expect(entries(of: matrix) == expected)
      #expect(matrix.isSymmetric == isSymmetric)
      #expect(matrix.entryCount == expected.count)
      matrix.withRows { rows in
        for row in 0..<order { #expect(Array(rows[row]) == rows[row].sorted()) }
      }
    }
  }

  @Test("has its transpose as columns")
  func columns() {
    var builder = MatrixBuilder(order: 50, isSymmetric: false, isWeighted: true)
    for (a, b, weight) in randomTies(order: 50, count: 300, seed: 3) { builder.add(a, b, weight: weight) }
    let matrix = builder.build()
    let rows = entries(of: matrix)
    matrix.withColumns { columns in
      var found: [[Int]: Double] = [:]
      for column in 0..<50 {
        for entry in columns.entries(column) { found[[columns.column(entry), column]] = columns.weight(entry) }
      }
      #expect(found == rows)
    }
  }

  @Test("adds its transpose when symmetrized, and leaves a symmetric matrix alone")
  func symmetrized() {
    var builder = MatrixBuilder(order: 40, isSymmetric: false, isWeighted: true)
    for (a, b, weight) in randomTies(order: 40, count: 200, seed: 4) { builder.add(a, b, weight: weight) }
    let matrix = builder.build()
    let rows = entries(of: matrix)
    var expected: [[Int]: Double] = [:]
    for (place, weight) in rows {
      expected[place, default: 0] += weight
      expected[place.reversed(), default: 0] += weight
    }
    let mutual = matrix.symmetrized()
    #expect(entries(of: mutual) == expected)
    #expect(mutual.isSymmetric)
    #expect(entries(of: mutual.symmetrized()) == expected)
    #expect(entries(of: matrix.unweighted()).values.allSatisfy { $0 == 1 })
  }

  @Test("keeps the ties among the vertices that are kept", arguments: [true, false])
  func submatrix(isSymmetric: Bool) {
    var builder = MatrixBuilder(order: 30, isSymmetric: isSymmetric, isWeighted: true)
    for (a, b, weight) in randomTies(order: 30, count: 150, seed: 5) { builder.add(a, b, weight: weight) }
    let matrix = builder.build()
    let kept = [29, 3, 17, 4, 11]
    let part = matrix.submatrix(keeping: kept)
    var expected: [[Int]: Double] = [:]
    let all = entries(of: matrix)
    for (i, a) in kept.enumerated() { for (j, b) in kept.enumerated() { expected[[i, j]] = all[[a, b]] } }
    #expect(entries(of: part) == expected)
    // Sets may share vertices, and leave some out.
    let sets = [kept, [3, 4, 5, 6, 11], [], Array(0..<30), [7]]
    #expect(
      matrix.submatrices(keeping: sets).map { entries(of: $0) }
        == sets.map { entries(of: matrix.submatrix(keeping: $0)) })
    #expect(entries(of: matrix.submatrices(keeping: sets)[3]) == all)
  }

  @Test("finds an entry by search", arguments: [0, 1, 5, 63])
  func search(row: Int) {
    var builder = MatrixBuilder(order: 64, isSymmetric: false, isWeighted: false)
    for (a, b, _) in randomTies(order: 64, count: 900, seed: 6) { builder.add(a, b) }
    let matrix = builder.build()
    let all = entries(of: matrix)
    matrix.withRows { rows in
      for column in 0..<64 {
        let found = rows.entry(row: row, column: column)
        #expect((found != nil) == (all[[row, column]] != nil))
        if let found { #expect(rows.column(found) == column) }
      }
    }
  }
}

@Suite("Oriented rows")
struct OrientedRowsTests {
  @Test("hold each tie once, at its end of lower degree, and no row is longer than √(2m)")
  func orientation() {
    var builder = MatrixBuilder(order: 120, isSymmetric: true, isWeighted: false)
    for (a, b, _) in randomTies(order: 120, count: 900, seed: 12) { builder.add(a, b) }
    for other in 1..<120 { builder.add(0, UInt32(other)) }
    let matrix = builder.build()
    matrix.withRows { rows in
      let whole = OrientedRows(of: matrix, threads: 2)
      #expect(Set(whole.vertices) == Set(0..<120))
      whole.withRows { oriented in
        var ties = Set<[Int]>()
        for row in 0..<120 {
          for column in oriented[row] {
            let (low, high) = (Int(whole.vertices[row]), Int(whole.vertices[Int(column)]))
            #expect(rows.degree(low) <= rows.degree(high))
            #expect(rows.entry(row: low, column: high) != nil)
            ties.insert([min(low, high), max(low, high)])
          }
          #expect(oriented.degree(row) * oriented.degree(row) <= 2 * matrix.tieCount)
        }
        #expect(oriented.entryCount == matrix.tieCount && ties.count == matrix.tieCount)
      }
    }
  }
}

@Suite("A matrix is read")
struct MatrixReadingTests {
  @Test("by the neighbors of a vertex, and by its ties, each once", arguments: [false, true])
  func ties(isSymmetric: Bool) {
    var builder = MatrixBuilder(order: 60, isSymmetric: isSymmetric, isWeighted: true)
    for (a, b, weight) in randomTies(order: 60, count: 240, seed: 8) { builder.add(a, b, weight: weight) }
    let matrix = builder.build()
    let all = entries(of: matrix)
    for vertex in 0..<60 {
      #expect(matrix.neighbors(of: vertex) == (0..<60).filter { all[[vertex, $0]] != nil })
    }
    var met: [[Int]: Double] = [:]
    var count = 0
    matrix.forEachTie { source, target, weight in
      count += 1
      met[[source, target]] = weight
      if isSymmetric { met[[target, source]] = weight }
    }
    #expect(met == all && count == matrix.tieCount)
  }

  @Test("without its weights as a view of the same columns, which outlives it", arguments: [false, true])
  func unweighted(isSymmetric: Bool) {
    func view() -> (bare: AdjacencyMatrix, columns: Set<UnsafeRawPointer?>, neighbors: [[Int]]) {
      var builder = MatrixBuilder(order: 60, isSymmetric: isSymmetric, isWeighted: true)
      for (a, b, weight) in randomTies(order: 60, count: 240, seed: 8) { builder.add(a, b, weight: weight) }
      let matrix = builder.build()
      let columns = matrix.withRows { rows in (0..<60).map { UnsafeRawPointer(rows[$0].baseAddress) } }
      return (matrix.unweighted(), Set(columns), (0..<60).map(matrix.neighbors))
    }
    let (bare, columns, neighbors) = view()
    #expect(!bare.isWeighted && (0..<60).map(bare.neighbors) == neighbors)
    #expect(bare.withRows { rows in (0..<60).allSatisfy { columns.contains(rows[$0].baseAddress) } })
    bare.forEachTie { #expect($2 == 1, "\($0) \($1)") }
  }

  @Test("Any number of threads builds the same matrix", arguments: [true, false])
  func threads(isSymmetric: Bool) {
    var random = SplitMix(seed: 11, use: "test")
    var ties = TieList(isWeighted: true)
    for _ in 0..<5_000 {
      ties.append(UInt32(random.next() % 100), UInt32(random.next() % 100), weight: Double(random.next() % 1000) / 7)
    }
    func entries(_ threads: Int) -> [[Double]] {
      let builder = MatrixBuilder(order: 100, isSymmetric: isSymmetric, ties: ties)
      return builder.build(threads: threads).withRows { rows in
        (0..<100).flatMap { row in
          rows.entries(row).map { [Double(row), Double(rows.column($0)), rows.weight($0)] }
        }
      }
    }
    let one = entries(1)
    #expect(entries(2) == one)
    #expect(entries(8) == one)
    #expect(entries(64) == one)
  }
}
