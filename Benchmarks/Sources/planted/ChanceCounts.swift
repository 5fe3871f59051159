import KesiCluster
import KesiNetwork

/// How often the tests of ties against chance speak, in networks in which there is nothing to speak of.
struct ChanceCounts: Sendable {
  var chainTests = 0
  var chainHits = 0
  var zoneTests = 0
  var zoneHits = 0
  /// Networks with any gap of a kind, and with any pair of zones that stands out among all.
  var anyThin = 0
  var anyHole = 0
  var anyPair = 0

  init() {}

  /// Those of one network.
  init(seed: UInt64) throws {
    let network = ChanceStudy.null(seed: seed)
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 1000)
    // Tests and gaps rest on the same drawn networks.
    let chains = try analysis.mixing(by: .chain).filter { $0.a.id == $0.b.id }
    let zones = try analysis.mixing(by: .zone).filter { $0.a.id != $0.b.id }
    (chainTests, zoneTests) = (chains.count, zones.count)
    chainHits = chains.count { $0.count.lowerTail < 0.05 }
    zoneHits = zones.count { $0.count.lowerTail < 0.05 }
    let least = zones.map(\.count.lowerTail).min() ?? 1
    let gaps = try analysis.gaps()
    anyPair = least * Double(zones.count) < 0.05 ? 1 : 0
    anyThin = gaps.contains { $0.kind == .thinChain } ? 1 : 0
    anyHole = gaps.contains { $0.kind == .structuralHole } ? 1 : 0
  }

  mutating func add(_ other: ChanceCounts) {
    chainTests += other.chainTests
    chainHits += other.chainHits
    zoneTests += other.zoneTests
    zoneHits += other.zoneHits
    anyThin += other.anyThin
    anyHole += other.anyHole
    anyPair += other.anyPair
  }
}
