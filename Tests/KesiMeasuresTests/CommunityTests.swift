import KesiMatrix
import KesiMeasures
import Testing

@Suite("Communities")
struct CommunityTests {
  /// Cliques in a ring, each tied to the next by one tie.
  private func ring(of count: Int, size: Int) -> AdjacencyMatrix {
    var builder = MatrixBuilder(order: count * size, isSymmetric: true, isWeighted: false)
    for clique in 0..<count {
      for a in 0..<size { for b in 0..<a { builder.add(UInt32(clique * size + a), UInt32(clique * size + b)) } }
      builder.add(UInt32(clique * size), UInt32((clique + 1) % count * size + 1))
    }
    return builder.build()
  }

  @Test("Cliques in a ring are found, by either quality and by labels")
  func cliques() throws {
    let matrix = ring(of: 12, size: 6)
    let expected = (0..<72).map { $0 / 6 + 1 }
    #expect(try leiden(of: matrix) == expected)
    #expect(try leiden(of: matrix, by: .constantPotts(resolution: 0.2)) == expected)
    #expect(try labelPropagation(of: matrix) == expected)
  }

  @Test("The constant Potts model has no resolution limit, modularity has")
  func resolution() throws {
    // Fortunato and Barthélemy 2007: modularity joins neighboring cliques once there are many.
    let matrix = ring(of: 40, size: 4)
    #expect(try leiden(of: matrix, rounds: 10).max()! < 40)
    #expect(try leiden(of: matrix, by: .constantPotts(resolution: 0.2)).max()! == 40)
  }

  @Test("Every community is connected, and no vertex gains by moving", arguments: Fixture.all)
  func guarantees(fixture: Fixture) throws {
    for variant in fixture.variants where !variant.directed {
      let matrix = variant.weighted ? variant.matrix() : variant.matrix().unweighted()
      for seed in 1...5 {
        let communities = try leiden(of: matrix, seed: UInt64(seed), rounds: 10)
        for community in Set(communities) {
          let members = communities.indices.filter { communities[$0] == community }
          #expect(components(of: matrix.submatrix(keeping: members)).allSatisfy { $0 == 1 })
        }
        let best = try #require(quality(of: communities, in: matrix, by: .modularity()))
        matrix.withRows { rows in
          for vertex in 0..<rows.order {
            for neighbor in rows[vertex] where communities[Int(neighbor)] != communities[vertex] {
              var moved = communities
              moved[vertex] = communities[Int(neighbor)]
              let value = quality(of: moved, in: matrix, by: .modularity())!
              #expect(value <= best + 1e-12, "\(vertex)")
            }
          }
        }
      }
    }
  }

  @Test("The same seed gives the same communities on any number of threads")
  func threads() throws {
    var random = SplitMix(seed: 5, use: "test")
    var builder = MatrixBuilder(order: 6_000, isSymmetric: true, isWeighted: true)
    for _ in 0..<40_000 {
      let group = random.below(30)
      let a = group * 200 + random.below(200)
      let b = random.below(3) == 0 ? random.below(6_000) : group * 200 + random.below(200)
      builder.add(UInt32(a), UInt32(b), weight: Double(1 + random.below(4)))
    }
    let matrix = builder.build()
    let one = try leiden(of: matrix, seed: 9, on: Parallel(threads: 1))
    #expect(try leiden(of: matrix, seed: 9, on: Parallel(threads: 2)) == one)
    #expect(try leiden(of: matrix, seed: 9, on: Parallel(threads: 5)) == one)
    #expect(one.max()! == 30)
  }
}

@Suite("Searches and samples")
struct SearchTests {
  @Test("Breadth-first distances are those of a plain queue", arguments: Fixture.all)
  func breadthFirst(fixture: Fixture) throws {
    for variant in fixture.variants {
      let matrix = variant.matrix()
      for source in 0..<min(20, variant.order) {
        var expected = [Int32](repeating: -1, count: variant.order)
        var queue = [source]
        expected[source] = 0
        while !queue.isEmpty {
          let vertex = queue.removeFirst()
          for target in matrix.withRows({ $0[vertex].map { Int($0) } }) where expected[target] < 0 {
            expected[target] = expected[vertex] + 1
            queue.append(target)
          }
        }
        for threads in [1, 2] {
          #expect(try breadthFirstDistances(of: matrix, from: source, on: Parallel(threads: threads)) == expected)
        }
      }
    }
  }

  @Test("Distances on memberships are those on the ties that they make")
  func twoMode() throws {
    var random = SplitMix(seed: 2, use: "test")
    for memberCount in [1, 40, 700] {
      let pairs = (0..<2 * memberCount).map { _ in
        (group: random.below(memberCount), member: random.below(memberCount))
      }
      let incidence = IncidenceMatrix(groupCount: memberCount, memberCount: memberCount, pairs: pairs)
      let expected = try distances(of: incidence.projected(.binary), on: Parallel())
      let found = try distances(of: incidence, on: Parallel(threads: 2))
      #expect(found.reached == expected.reached && found.total == expected.total)
      #expect(found.eccentricity == expected.eccentricity)
      #expect(zip(found.harmonic, expected.harmonic).allSatisfy { abs($0 - $1) < 1e-12 * (1 + $1) })
    }
  }

  @Test("A sample of all vertices is exact; smaller ones are right on average and within their bounds")
  func sampled() throws {
    let variant = try #require(Fixture.all.first { $0.name == "preferential" }).variants[0]
    for matrix in [variant.matrix(), variant.matrix().unweighted()] {
      let parallel = Parallel(threads: 2)
      let exact = try betweenness(of: matrix, on: parallel)
      let whole = try sampledBetweenness(of: matrix, sources: 1_000, on: parallel)
      #expect(whole.sources == variant.order && whole.bound == 0)
      #expect(zip(whole.values, exact).allSatisfy { distance($0, $1) < 1e-10 })
      var total = [Double](repeating: 0, count: variant.order)
      var variance = total
      var (off, said) = (0.0, 0.0)
      let highest = exact.indices.sorted { exact[$0] > exact[$1] }.prefix(20)
      for seed in 1...40 {
        let sample = try sampledBetweenness(of: matrix, sources: 60, seed: UInt64(seed), on: parallel)
        for vertex in 0..<variant.order {
          total[vertex] += sample.values[vertex] / 40
          variance[vertex] += sample.errors[vertex] * sample.errors[vertex] / 1600
          #expect(abs(sample.values[vertex] - exact[vertex]) <= sample.bound)
        }
        for vertex in highest {
          off += (sample.values[vertex] - exact[vertex]) * (sample.values[vertex] - exact[vertex])
          said += sample.errors[vertex] * sample.errors[vertex]
        }
      }
      #expect((off / said).squareRoot() > 0.8 && (off / said).squareRoot() < 1.25)
      // The mean of 40 samples, within four of its standard errors.
      #expect(highest.allSatisfy { abs(total[$0] - exact[$0]) < 4 * variance[$0].squareRoot() })
    }
  }

  @Test("An estimate from few sources that is off never has an error of 0: where none can be told, there is none")
  func fewSources() throws {
    var random = SplitMix(seed: 4, use: "test")
    // Sparse, so that single sources behind a cut see far more than all others do.
    var oneWay = MatrixBuilder(order: 40, isSymmetric: false, isWeighted: false)
    for _ in 0..<70 {
      let (a, b) = (random.below(40), random.below(40))
      if a != b { oneWay.add(UInt32(a), UInt32(b)) }
    }
    for matrix in [ResilienceTests.random(40, 45, &random), ResilienceTests.random(40, 80, &random), oneWay.build()] {
      let exact = try betweenness(of: matrix, on: Parallel(threads: 1))
      var undefined = 0
      for (count, seed) in [2, 4, 8].flatMap({ count in (1...10).map { (count, UInt64($0)) } }) {
        let sample = try sampledBetweenness(of: matrix, sources: count, seed: seed, on: Parallel(threads: 2))
        undefined += sample.errors.count(where: \.isNaN)
        for vertex in exact.indices where sample.errors[vertex] == 0 {
          #expect(abs(sample.values[vertex] - exact[vertex]) < 1e-9, "\(count) \(seed) \(vertex)")
        }
      }
      #expect(undefined > 0)
    }
  }
}
