import KesiCluster
import KesiMatrix
import KesiMeasures
import Testing

@Suite("Every measure equals NetworkX")
struct OracleTests {
  private static let isUnknown = "has no values in the fixtures: add it to tools/oracles.py, and run that"

  @Test("of vertices", arguments: Fixture.all)
  func vertices(fixture: Fixture) throws {
    for variant in fixture.variants {
      for threads in [1, 2] {
        let context = MatrixNumbers(
          variant.matrix(), variant.options, on: Parallel(threads: threads))
        for measure in ActorMeasure.all {
          guard let expected = variant.expected.vertices[measure.id] else {
            // Only where a principal vector is not unique, and for communities, do the oracles give none.
            #expect(
              ["eigenvector", "katz", "hub", "authority", "community", "label_community"].contains(measure.id),
              "\(measure.id) \(Self.isUnknown)")
            continue
          }
          // Several cores have as few pairs amiss: the oracle takes the first, whatever its fit (`CorePeripheryTests`).
          if measure.id == "core" { continue }
          let values = try measure.compute(context)
          for (vertex, value) in expected.enumerated() {
            #expect(
              distance(values[vertex], value) < 1e-9,
              "\(measure.id) of \(vertex), directed \(variant.directed), weighted \(variant.weighted): \(String(describing: values[vertex])) for \(String(describing: value))"
            )
          }
        }
      }
    }
  }

  @Test("of ties", arguments: Fixture.all)
  func ties(fixture: Fixture) throws {
    for variant in fixture.variants {
      for threads in [1, 2] {
        let matrix = variant.matrix()
        let context = MatrixNumbers(matrix, variant.options, on: Parallel(threads: threads))
        for measure in TieMeasure.all {
          let values = try measure.compute(context)
          let expected = try #require(variant.expected.ties[measure.id], "\(measure.id) \(Self.isUnknown)")
          for (tie, value) in zip(variant.ties, expected) {
            let entry = try #require(matrix.withRows { $0.entry(row: Int(tie[0]), column: Int(tie[1])) })
            #expect(
              distance(values[entry], value) < 1e-9,
              "\(measure.id) of \(tie), directed \(variant.directed), weighted \(variant.weighted)")
          }
        }
      }
    }
  }
}

@Suite("Measures of whole networks equal NetworkX")
struct WholeNetworkTests {
  @Test("and igraph's communities are no better", arguments: Fixture.all)
  func summary(fixture: Fixture) throws {
    for variant in fixture.variants {
      let context = MatrixNumbers(variant.matrix(), variant.options)
      let summary = Dictionary(uniqueKeysWithValues: try networkSummary(of: context).map { ($0.name, $0.value) })
      for (name, value) in variant.expected.whole where name != "modularity" {
        let found = try #require(summary[name])
        if name == "core_periphery_fit", let found, let value {
          #expect(found >= value - 1e-9, "\(name) \(found), the first of the best cores \(value)")
          continue
        }
        #expect(distance(found, value) < 1e-8, "\(name), \(variant.directed), \(variant.weighted): \(found ?? .nan)")
      }
      let modularity = try #require(summary["modularity"] ?? nil)
      let mean = try #require(variant.expected.whole["modularity"] ?? nil)
      #expect(modularity >= mean - 1e-9, "modularity \(modularity), igraph \(mean)")
      let club = richClub(of: context.undirected)
      #expect(club.count == variant.expected.richClub.count)
      #expect(zip(club, variant.expected.richClub).allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }
}

@Suite("Values that papers print")
struct PublishedTests {
  func matrix(_ name: String) throws -> AdjacencyMatrix {
    let fixture = try #require(Fixture.all.first { $0.name == name })
    return fixture.variants[0].matrix()
  }

  @Test("Krackhardt 1990: the kite's centers by degree, closeness and betweenness are three different people")
  func kite() throws {
    let context = MatrixNumbers(try matrix("kite"))
    // Diane (3) has the most ties; Fernando and Garth (5, 6) are nearest to all; Heather (7) is between most.
    #expect(degrees(of: context.matrix)[3] == 6)
    let closeness = try context.distances().closeness
    #expect(closeness.max() == closeness[5] && abs(closeness[5] - closeness[6]) < 1e-15)
    #expect(abs(closeness[5] - 9.0 / 14) < 1e-12)
    let flow = try context.betweenness()
    #expect(flow.firstIndex(of: flow.max()!) == 7)
    #expect(abs(flow[7] - 14) < 1e-12)
  }

  @Test("Padgett & Ansell 1993: the Medici lie between half of all pairs of families")
  func medici() throws {
    let context = MatrixNumbers(try matrix("florentine"), MeasureOptions(isNormalized: true))
    let flow = try context.betweenness()
    // 47.5 of the 91 pairs of the fifteen families that marry.
    #expect(abs(flow.max()! - 47.5) < 1e-12)
  }

  @Test("Zachary 1977: 45 triangles, transitivity 0.2557")
  func karate() throws {
    let context = MatrixNumbers(try matrix("karate"))
    #expect(try context.triangles().reduce(0, +) == 3 * 45)
    let summary = Dictionary(uniqueKeysWithValues: try networkSummary(of: context).map { ($0.name, $0.value) })
    #expect(abs(summary["transitivity"]!! - 0.2556818181818182) < 1e-12)
    #expect(abs(summary["mean_distance"]!! - 2.408199643493761) < 1e-12)
    #expect(abs(summary["degree_assortativity"]!! - -0.47561309768461413) < 1e-12)
    // Brandes et al. 2008: the best that there is.
    #expect(abs(summary["modularity"]!! - 0.4197896) < 1e-6)
    #expect(summary["diameter"]!! == 5)
    #expect(summary["radius"]!! == 3)
  }
}
