import Foundation
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiTestSupport
import Testing

/// A graph with the values that NetworkX and igraph give for it (`tools/oracles.py`).
struct Fixture: Decodable, Sendable, CustomTestStringConvertible {
  struct Variant: Decodable, Sendable {
    struct Expected: Decodable, Sendable {
      let vertices: [String: [Double?]]
      let ties: [String: [Double?]]
      let whole: [String: Double?]
      let richClub: [Double]

      enum CodingKeys: String, CodingKey {
        case vertices, ties, whole
        case richClub = "rich_club"
      }
    }
    let directed: Bool
    let weighted: Bool
    let order: Int
    let ties: [[Double]]
    let expected: Expected

    /// As the oracles take the measures: vertices are of three groups in turn.
    var options: MeasureOptions { options(relabelled: Array(0..<order)) }

    func options(relabelled place: [Int]) -> MeasureOptions {
      var options = MeasureOptions(usesWeights: weighted)
      var groups = [Int](repeating: 0, count: order)
      for vertex in 0..<order { groups[place[vertex]] = vertex % 3 }
      options.groups = groups
      return options
    }

    func matrix(relabelled by: [Int]? = nil, reversed: Bool = false) -> AdjacencyMatrix {
      let place = by ?? Array(0..<order)
      var builder = MatrixBuilder(order: order, isSymmetric: !directed, isWeighted: true)
      for tie in reversed ? ties.reversed() : ties {
        builder.add(UInt32(place[Int(tie[0])]), UInt32(place[Int(tie[1])]), weight: tie[2])
      }
      return builder.build()
    }
  }

  let name: String
  let variants: [Variant]
  var testDescription: String { name }

  static let all: [Fixture] = {
    let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil)!
    let files = try! FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map {
      try! JSONDecoder().decode(Fixture.self, from: Data(contentsOf: $0))
    }
  }()
}

/// How far two numbers are apart, as a share of the larger where they exceed 1.
func distance(_ a: Double?, _ b: Double?) -> Double {
  switch (a, b) {
  case (nil, nil): 0
  case (let a?, let b?): abs(a - b) / max(1, abs(a), abs(b))
  default: .infinity
  }
}

/// A shuffled order of 0..<count, the same for the same seed.
func shuffled(_ count: Int, seed: UInt64) -> [Int] {
  var random = SplitMix(seed: seed, use: "test")
  return Array(0..<count).shuffled(using: &random)
}

/// The numbers of a network as `kesi summary` has them.
func networkSummary(of numbers: MatrixNumbers) throws -> [(name: String, value: Double?)] {
  try NetworkNumber.summary.map { ($0.id, try numbers.value(of: $0)) }
}
