import KesiCluster
import KesiMatrix
import Testing

@testable import KesiMeasures

@Suite("The unit of weights does not matter")
struct UnitTests {
  /// With which power of the unit a measure grows: lengths are 1/weight.
  static let powers: [String: Int] = ["strength": 1, "closeness": 1, "harmonic": 1, "eccentricity": -1]
  static let numberPowers: [String: Int] = [
    "algebraic_connectivity": 1, "diameter": -1, "radius": -1, "mean_distance": -1,
  ]
  /// Which of several divisions that are equally good is found, rounding may decide.
  static let byRounding = ["community", "participation", "within_z"]
  static let fixtures = Fixture.all.filter {
    ["florentine", "two_components", "star_and_isolates", "random_sparse", "davis_two_mode"].contains($0.name)
  }

  private func context(_ variant: Fixture.Variant, unit: Double) -> MatrixNumbers {
    var builder = MatrixBuilder(order: variant.order, isSymmetric: !variant.directed, isWeighted: true)
    for tie in variant.ties { builder.add(UInt32(tie[0]), UInt32(tie[1]), weight: tie[2] * unit) }
    return MatrixNumbers(builder.build(), variant.options, on: Parallel(threads: 2))
  }

  private func scaled(_ value: Double?, _ unit: Double, _ power: Int) -> Double? {
    value.map { power > 0 ? $0 / unit : power < 0 ? $0 * unit : $0 }
  }

  @Test("to the last bit where it is a power of two", arguments: fixtures, [-500, -41, 1, 40, 500])
  func binary(fixture: Fixture, exponent: Int) throws {
    let unit = Double(sign: .plus, exponent: exponent, significand: 1)
    for variant in fixture.variants where variant.weighted {
      let (one, other) = (context(variant, unit: 1), context(variant, unit: unit))
      for measure in ActorMeasure.all {
        let (a, b) = (try measure.compute(one), try measure.compute(other))
        for vertex in 0..<variant.order {
          let found = scaled(b[vertex], unit, Self.powers[measure.id] ?? 0)
          #expect(found == a[vertex], "\(measure.id) of \(vertex), directed \(variant.directed)")
        }
      }
      for (a, b) in zip(try networkSummary(of: one), try networkSummary(of: other)) {
        #expect(scaled(b.value, unit, Self.numberPowers[a.name] ?? 0) == a.value, "\(a.name)")
      }
    }
  }

  @Test("to 12 digits where it is not", arguments: fixtures, [1e-150, 1e-9, 3, 1e9, 1e150])
  func decimal(fixture: Fixture, unit: Double) throws {
    for variant in fixture.variants where variant.weighted {
      let (one, other) = (context(variant, unit: 1), context(variant, unit: unit))
      for measure in ActorMeasure.all where !Self.byRounding.contains(measure.id) {
        let (a, b) = (try measure.compute(one), try measure.compute(other))
        for vertex in 0..<variant.order {
          let found = scaled(b[vertex], unit, Self.powers[measure.id] ?? 0)
          #expect(distance(found, a[vertex]) < 1e-12, "\(measure.id) of \(vertex), directed \(variant.directed)")
        }
      }
      for (a, b) in zip(try networkSummary(of: one), try networkSummary(of: other)) {
        let found = scaled(b.value, unit, Self.numberPowers[a.name] ?? 0)
        // Divisions of one quality may differ in the number of communities.
        let tolerance = a.name == "modularity" ? 1e-3 : a.name == "communities" ? 0.5 : 1e-11
        #expect(distance(found, a.value) < tolerance, "\(a.name): \(found ?? .nan) for \(a.value ?? .nan)")
      }
    }
  }
}
