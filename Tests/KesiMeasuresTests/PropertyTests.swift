import KesiCluster
import KesiMatrix
import KesiMeasures
import Testing

@Suite("Properties of the measures")
struct PropertyTests {
  @Test("Values follow the vertices when these are renumbered", arguments: Fixture.all)
  func relabelling(fixture: Fixture) throws {
    for variant in fixture.variants {
      let order = shuffled(variant.order, seed: 7)
      let straight = MatrixNumbers(variant.matrix(), variant.options)
      let moved = MatrixNumbers(
        variant.matrix(relabelled: order), variant.options(relabelled: order))
      // Of components and cores that are equally good, the first vertices decide; communities are drawn by chance.
      let byOrder = ["component", "core", "community", "label_community"]
      for measure in ActorMeasure.all where !byOrder.contains(measure.id) {
        let before = try measure.compute(straight)
        let after = try measure.compute(moved)
        for vertex in 0..<variant.order {
          #expect(distance(before[vertex], after[order[vertex]]) < 1e-10, "\(measure.id) of \(vertex)")
        }
      }
    }
  }

  @Test("Results are the same to the last bit for any number of threads", arguments: Fixture.all)
  func threads(fixture: Fixture) throws {
    for variant in fixture.variants {
      let matrix = variant.matrix()
      func bits(_ threads: Int) throws -> [[UInt64]] {
        let context = MatrixNumbers(matrix, variant.options, on: Parallel(threads: threads))
        return try ActorMeasure.all.map { measure in
          let values = try measure.compute(context)
          return (0..<variant.order).map { (values[$0] ?? .nan).bitPattern }
        }
      }
      let one = try bits(1)
      #expect(try bits(2) == one)
      #expect(try bits(7) == one)
    }
  }

  @Test("The order of ties does not matter", arguments: Fixture.all)
  func tieOrder(fixture: Fixture) throws {
    for variant in fixture.variants {
      let straight = MatrixNumbers(variant.matrix(), variant.options)
      let reversed = MatrixNumbers(
        variant.matrix(reversed: true), variant.options)
      for measure in ActorMeasure.all {
        let (a, b) = (try measure.compute(straight), try measure.compute(reversed))
        for vertex in 0..<variant.order { #expect(distance(a[vertex], b[vertex]) < 1e-12, "\(measure.id)") }
      }
    }
  }

  @Test("Measures of a component do not see the others")
  func additivity() throws {
    let parts = try ["karate", "kite"].map { name in
      try #require(Fixture.all.first { $0.name == name }).variants[0]
    }
    var builder = MatrixBuilder(order: parts[0].order + parts[1].order, isSymmetric: true, isWeighted: true)
    for (part, offset) in zip(parts, [0, parts[0].order]) {
      for tie in part.ties { builder.add(UInt32(Int(tie[0]) + offset), UInt32(Int(tie[1]) + offset), weight: tie[2]) }
    }
    let whole = MatrixNumbers(builder.build())
    // These are of the whole network by definition, or number its parts.
    let global = [
      "closeness", "eigenvector", "katz", "hub", "authority", "pagerank", "component", "core", "community",
      "label_community", "participation", "within_z",
    ]
    let local = ActorMeasure.all.filter { !global.contains($0.id) }
    for (part, offset) in zip(parts, [0, parts[0].order]) {
      let alone = MatrixNumbers(part.matrix())
      for measure in local {
        let (a, b) = (try measure.compute(whole), try measure.compute(alone))
        for vertex in 0..<part.order {
          #expect(distance(a[vertex + offset], b[vertex]) < 1e-12, "\(measure.id) of \(vertex)")
        }
      }
    }
  }

  @Test("Numbers stay within their bounds", arguments: Fixture.all)
  func bounds(fixture: Fixture) throws {
    for variant in fixture.variants {
      let context = MatrixNumbers(variant.matrix(), variant.options)
      let order = Double(variant.order)
      let rank = try pageRank(of: context.matrix, on: context.parallel)
      #expect(abs(rank.reduce(0, +) - 1) < 1e-12 && rank.allSatisfy { $0 > 0 })
      if !variant.weighted {
        let flow = try context.betweenness()
        let pairs = (order - 1) * (order - 2) / (variant.directed ? 1 : 2)
        #expect(flow.allSatisfy { $0 >= 0 && $0 <= pairs + 1e-9 })
        #expect(try context.distances().closeness.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
      }
      for value in try context.structuralHoles().hierarchy where !value.isNaN {
        #expect(value > -1e-12 && value < 1 + 1e-12)
      }
    }
  }

  @Test(
    "Empty, single and tie-free networks have values or none, never a crash",
    arguments: [0, 1, 2, 65], [true, false])
  func degenerate(order: Int, symmetric: Bool) throws {
    let matrix = MatrixBuilder(order: order, isSymmetric: symmetric, isWeighted: true).build()
    for weighted in [false, true] {
      let context = MatrixNumbers(
        matrix, MeasureOptions(usesWeights: weighted, isNormalized: true), on: Parallel(threads: 2))
      for measure in ActorMeasure.all {
        let values = try measure.compute(context)
        for vertex in 0..<order { #expect(values[vertex]?.isFinite ?? true, "\(measure.id)") }
      }
      for measure in TieMeasure.all { _ = try measure.compute(context) }
      #expect(try networkSummary(of: context).allSatisfy { $0.value?.isFinite ?? true })
    }
  }

  @Test("Huge and tiny weights give numbers, not overflow")
  func hugeWeights() throws {
    var builder = MatrixBuilder(order: 6, isSymmetric: true, isWeighted: true)
    let weights = [1e300, 1e-300, 1, 1e150, 1e-150, 1e300]
    for (index, weight) in weights.enumerated() { builder.add(UInt32(index), UInt32((index + 1) % 6), weight: weight) }
    let context = MatrixNumbers(builder.build(), MeasureOptions(usesWeights: true))
    for name in ["betweenness", "closeness", "pagerank", "constraint", "effective_size", "hierarchy"] {
      let values = try #require(ActorMeasure.all.first { $0.id == name }).compute(context)
      for vertex in 0..<6 { #expect(values[vertex]?.isFinite ?? false, "\(name) of \(vertex)") }
    }
  }

  @Test("A cancelled kernel throws and says so")
  func cancellation() throws {
    let cancellation = Parallel.Cancellation()
    cancellation.cancel()
    let matrix = try #require(Fixture.all.first { $0.name == "karate" }).variants[0].matrix()
    let parallel = Parallel(threads: 2, cancellation: cancellation)
    #expect(throws: Cancelled.self) { try betweenness(of: matrix, on: parallel) }
    #expect(throws: Cancelled.self) { try distances(of: matrix, on: parallel) }
    #expect(throws: Cancelled.self) { try structuralHoles(of: matrix, on: parallel) }
  }
}
