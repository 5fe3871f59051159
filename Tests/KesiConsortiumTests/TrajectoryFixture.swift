import Foundation
import Testing

@testable import KesiConsortium

/// What SciPy says of two populations (`tools/trajectories.py`).
struct TrajectoryFixture: Decodable, Sendable {
  struct Course: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let growth: [Double]
    let capacity: [Double]
    let symbiosis: [Double]
    let start: [Double]
    let times: [Double]
    let states: [[Double]]
    var testDescription: String { name }

    var model: TwoPopulations {
      TwoPopulations(growth: SIMD2(growth), capacity: SIMD2(capacity), symbiosis: SIMD2(symbiosis))
    }
  }

  struct Fit: Decodable, Sendable {
    let years: [[Int]]
    let values: [[Double]]
    let parameters: [Double]
    let errors: [Double]
    let noise: Double
  }

  let models: [Course]
  let fit: Fit
  let quantiles: [[Double]]

  static let shared: TrajectoryFixture = {
    let file = Bundle.module.url(forResource: "Fixtures/trajectories", withExtension: "json")!
    return try! JSONDecoder().decode(TrajectoryFixture.self, from: Data(contentsOf: file))
  }()
}
