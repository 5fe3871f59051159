import KesiMatrix
import KesiMeasures
import KesiNetwork

/// How often closing a gap is among what is worth most under other weights of the index: those of the parts and levels of chains, and
/// those of the three parts of the cluster index.
struct GainSensitivity: Sendable {
  /// Among so many.
  static let first = 5
  private static let weightings = 200

  private struct Weighting {
    let chains: IndexWeights
    let parts: [ClusterPart: Double]
  }

  private let weightings: [Weighting]
  private let counted: [Int]
  /// The parts of each chain as they are today, and its index under each weighting.
  private let today: [[Interval?]]
  private let ranges: [[Interval?]]
  /// The cluster index as it is under each weighting.
  private let base: [Double]

  init(_ analysis: Analysis) {
    var random = SplitMix(seed: analysis.seed, use: "weights of gains")
    let weights = analysis.network.profile.indexWeights
    let weightings = (0..<Self.weightings).map { _ -> Weighting in
      let chains = weights.drawn(by: &random)
      var parts: [ClusterPart: Double] = [:]
      for part in ClusterPart.allCases {
        parts[part] = random.gamma(IndexWeights.usualConcentration * part.weight)
      }
      return Weighting(chains: chains, parts: parts)
    }
    self.weightings = weightings
    counted = analysis.network.chains.indices.filter { analysis.network.chains[$0].weight != 0 }
    let indices = analysis.indices()
    today = indices.map { $0.parts.map(\.range) }
    let ranges = zip(analysis.chains, indices).map { chain, index in
      weightings.map { index.reweighed(chain, by: $0.chains).range }
    }
    self.ranges = ranges
    base = Self.values(weightings, counted, ranges, analysis)
  }

  /// What steps add to the cluster index under each weighting.
  ///
  /// - Parameter after: the network with them taken.
  /// - Complexity: O(positions) for each weighting, of the chains of which a part has changed.
  func gains(_ after: Analysis) -> [Double] {
    let ranges = zip(after.chains, after.indices()).enumerated().map { number, found -> [Interval?] in
      let (chain, index) = found
      // What no step has changed is as it was under all weights.
      return index.parts.map(\.range) == today[number]
        ? self.ranges[number] : weightings.map { index.reweighed(chain, by: $0.chains).range }
    }
    return zip(Self.values(weightings, counted, ranges, after), base).map { $0 - $1 }
  }

  private static func values(
    _ weightings: [Weighting], _ counted: [Int], _ ranges: [[Interval?]], _ analysis: Analysis
  ) -> [Double] {
    let parts = analysis.clusterIndex()?.parts ?? []
    return weightings.indices.map { number in
      let mean = analysis.network.meanOfChains(counted, ranges.map { $0[number] })?.low ?? 0
      let values = parts.map { part in
        (weight: weightings[number].parts[part.part] ?? 0, value: part.part == .chains ? mean : part.range.low)
      }
      let whole = values.reduce(0) { $0 + $1.weight }
      return whole > 0 ? 100 * values.reduce(0) { $0 + $1.weight * $1.value } / whole : 0
    }
  }

  /// In which share of the weightings each of some things to do is among the first five by what it is worth, equals in the order
  /// in which they come; what gains nothing is among none.
  ///
  /// - Parameters:
  ///   - gains: of each what it adds under each weighting.
  ///   - plausibilities: by which gains are multiplied.
  static func sharesAmongFirst(_ gains: [[Double]], times plausibilities: [Double]) -> [Double] {
    var counts = [Int](repeating: 0, count: gains.count)
    for number in 0..<weightings {
      let worth = zip(gains, plausibilities).map { $0[number] * $1 }
      let order = worth.indices.sorted { worth[$0] == worth[$1] ? $0 < $1 : worth[$0] > worth[$1] }
      for place in order.prefix(first) where worth[place] > 1e-9 { counts[place] += 1 }
    }
    return counts.map { Double($0) / Double(weightings) }
  }
}
