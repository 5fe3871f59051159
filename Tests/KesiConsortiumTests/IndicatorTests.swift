import Foundation
import Testing

@testable import KesiConsortium

/// Random appraisals as `Fixtures/appraisals.py` finds them.
private struct AppraisalFixture: Decodable {
  let rows: [[Double]]
  let benefit: [Bool]
  let weights: [Double]
  let entropy: [Double]
  let critic: [Double]
  let sum: [Double]
  let z: [Double]
  let nearness: [Double]

  func matrix(_ scale: IndicatorMatrix.Scale) -> IndicatorMatrix {
    IndicatorMatrix(indicators: benefit.map { .init(isBenefit: $0, scale: scale) }, rows: rows)
  }

  private struct File: Decodable { let cases: [AppraisalFixture] }

  static func all() throws -> [AppraisalFixture] {
    let url = try #require(
      Bundle.module.url(forResource: "appraisals", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).cases
  }
}

extension IndicatorMatrix {
  /// The weighted sums of all that tells members apart.
  fileprivate func sums(_ weights: [Double]) -> [Score] {
    Self.sums(of: scaled(), weights.enumerated().map { tells($0) ? $1 : 0 })
  }
}

@Suite("Indicators of members")
struct IndicatorTests {
  private func isNear(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-9) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= tolerance }
  }

  @Test("Weights, sums and nearness are those of NumPy")
  func numpy() throws {
    let cases = try AppraisalFixture.all()
    #expect(cases.count == 20)
    for fixture in cases {
      let matrix = fixture.matrix(.minMax)
      #expect(isNear(matrix.entropyWeights() ?? [], fixture.entropy))
      #expect(isNear(matrix.criticWeights() ?? [], fixture.critic))
      #expect(isNear(matrix.sums(fixture.weights).compactMap(\.value), fixture.sum))
      #expect(isNear(fixture.matrix(.z).sums(fixture.weights).compactMap(\.value), fixture.z))
      #expect(isNear(matrix.nearness(fixture.weights).compactMap(\.value), fixture.nearness))
      // With nothing missing there is no interval.
      for score in matrix.sums(fixture.weights) + matrix.nearness(fixture.weights) {
        #expect(isNear([score.low, score.high], [score.value ?? -1, score.value ?? -1]))
      }
    }
  }

  /// Fighter aircraft by speed, range, payload, price, reliability and maneuverability: Hwang & Yoon, *Multiple Attribute
  /// Decision Making*, 1981, the book's example.
  private let aircraft = IndicatorMatrix(
    indicators: [true, true, true, false, true, true].map { .init(isBenefit: $0) },
    rows: [
      [2.0, 1500, 20_000, 5.5, 5, 9], [2.5, 2700, 18_000, 6.5, 3, 5], [1.8, 2000, 21_000, 4.5, 7, 7],
      [2.2, 1800, 20_000, 5.0, 5, 5],
    ])

  @Test("The aircraft of Hwang and Yoon have the entropy weights and the nearness of their book")
  func published() {
    let entropy = aircraft.entropyWeights() ?? []
    // The book makes its weights from 1 − e to four places.
    #expect(isNear(entropy, [0.0649, 0.2055, 0.0133, 0.0829, 0.3570, 0.2764], within: 2e-3))
    let nearness = aircraft.nearness([0.2, 0.1, 0.1, 0.1, 0.2, 0.3]).compactMap(\.value)
    #expect(isNear(nearness, [0.643, 0.268, 0.613, 0.312], within: 6e-4))
  }

  @Test("What is not stated is left out with weights scaled up, and makes an interval from worst to best")
  func missing() {
    let matrix = IndicatorMatrix(
      indicators: [.init(), .init(isBenefit: false), .init(scale: .target(10)), .init(scale: .share)],
      rows: [[0, 1, 5, 3], [10, 3, 20, 1], [nil, 2, nil, nil], [nil, nil, nil, nil]])
    let scores = matrix.sums([1, 1, 1, 1])
    #expect(isNear([scores[0].value ?? -1], [(0 + 1 + 0.5 + 0.75) / 4]))
    #expect(isNear([scores[1].value ?? -1], [(1 + 0 + 1 + 0.25) / 4]))
    #expect(scores[2] == .init(value: 0.5, low: 0.125, high: 0.875))
    #expect(scores[3] == .init(value: nil, low: 0, high: 1))
    let nearness = matrix.nearness([1, 1, 1, 1])
    #expect(nearness[3].value == nil && nearness[3].low == 0 && nearness[3].high == 1)
    #expect(nearness[2].low < nearness[2].value ?? 0 && nearness[2].value ?? 1 < nearness[2].high)
  }

  @Test("An indicator that is the same for all weighs nothing and changes nothing")
  func constant() {
    let matrix = IndicatorMatrix(indicators: [.init(), .init(), .init()], rows: [[1, 4, 7], [2, 4, 3], [4, 4, 5]])
    let without = IndicatorMatrix(indicators: [.init(), .init()], rows: [[1, 7], [2, 3], [4, 5]])
    #expect(matrix.sums([1, 9, 1]) == without.sums([1, 1]))
    #expect(isNear(matrix.nearness([1, 9, 1]).compactMap(\.value), without.nearness([1, 1]).compactMap(\.value)))
    #expect((matrix.entropyWeights()?[1] ?? 1) < 1e-12)
    #expect(matrix.criticWeights()?[1] == 0)
    #expect(isNear(matrix.criticWeights().map { [$0[0], $0[2]] } ?? [], without.criticWeights() ?? [-1]))
  }

  @Test("Numbers below nothing have no entropy")
  func negative() {
    #expect(IndicatorMatrix(indicators: [.init()], rows: [[-1], [2]]).entropyWeights() == nil)
    #expect(IndicatorMatrix(indicators: [.init()], rows: [[2], [2]]).criticWeights() == nil)
  }

  @Test("Drawn weights have the mean and the spread that are stated")
  func draws() {
    let weights = [0.5, 0.3, 0.19, 0.01, 0]
    var random = WeightDraws(around: weights, seed: 3)
    let count = 20_000
    let drawn = (0..<count).map { _ in random.next() }
    for (place, weight) in weights.enumerated() {
      let own = drawn.map { $0[place] }
      let mean = own.reduce(0, +) / Double(count)
      let variance = own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
      let expected = weight * (1 - weight) / (WeightDraws.concentration + 1)
      // Five standard errors of a mean; the variance within a tenth.
      #expect((mean - weight).magnitude <= 5 * (expected / Double(count)).squareRoot())
      #expect((variance - expected).magnitude <= 0.1 * expected)
    }
  }

  @Test("Ranks that no weights change are sure, and others are not")
  func stability() {
    // The first is best in all, the last worst in all; the two between change places with the weights.
    let matrix = IndicatorMatrix(
      indicators: [.init(), .init()], rows: [[9, 9], [6, 4], [4, 6], [1, 1], [nil, nil]])
    let weights = [0.5, 0.5]
    let found = rankStability(around: weights, draws: 500, seed: 1) { matrix.sums($0).map(\.value) }
    #expect(found[0]?.range == 1...1 && found[0]?.first == 1 && found[0]?.lastThree == 0)
    #expect(found[1]?.range == 2...3 && found[2]?.range == 2...3 && found[1]?.first == 0)
    #expect(found[3]?.range == 4...4 && found[3]?.lastThree == 1)
    #expect(found[4] == nil)
    #expect(found == rankStability(around: weights, draws: 500, seed: 1) { matrix.sums($0).map(\.value) })
  }

  @Test("Equals share the better rank")
  func ranks() {
    #expect([3.0, 5, nil, 3, 1].ranks == [2, 1, nil, 2, 4])
  }
}
