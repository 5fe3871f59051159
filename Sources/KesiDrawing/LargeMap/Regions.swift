import KesiCluster
import KesiMatrix
import KesiNetwork

/// The parts that a large map is divided into, each an area with a name and the number of its actors: zones where they
/// are few and hold nearly all, else communities, the smaller of which stand together.
struct Regions {
  enum Sort { case zone, community }

  let sort: Sort
  let all: [ActorSet]
  /// Of each vertex; nil for those without ties, who stand by themselves.
  let region: [Int?]

  private static let mostZones = 16
  private static let leastZoned = 0.8
  private static let mostCommunities = 12
  /// A community of fewer actors, and of fewer than a hundredth of all, is too small for an area of its own.
  private static let least = 8

  init(of analysis: Analysis) throws {
    let graph = analysis.graph
    let order = graph.actors.count
    let zones = analysis.groups(by: .zone)
    let zoned = zones.reduce(0) { $0 + $1.vertices.count }
    var sets: [ActorSet]
    let outside: Phrase
    if (2...Self.mostZones).contains(zones.count), Double(zoned) >= Self.leastZoned * Double(order) {
      sort = .zone
      sets = zones.map { ActorSet(name: $0.label, vertices: $0.vertices) }
      outside = ActorSet.outsideZones
    } else {
      sort = .community
      let least = max(Self.least, order / 100)
      sets = Array(try analysis.communitySets().filter { $0.vertices.count >= least }.prefix(Self.mostCommunities))
      outside = Phrase("smaller groups", zh: "较小的群体")
    }
    var region = [Int?](repeating: nil, count: order)
    for (index, set) in sets.enumerated() { for vertex in set.vertices { region[vertex] = index } }
    let isSingle = analysis.partners.withRows { rows in (0..<order).map { rows.degree($0) == 0 } }
    let areZones = sort == .zone
    let rest = (0..<order).filter { region[$0] == nil && (areZones || !isSingle[$0]) }
    if !rest.isEmpty {
      for vertex in rest { region[vertex] = sets.count }
      sets.append(ActorSet(name: sets.isEmpty ? Phrase("", zh: "") : outside, vertices: rest))
    }
    all = sets
    self.region = region
  }
}
