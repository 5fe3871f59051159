import KesiCluster
import KesiNetwork

extension MapScene {
  /// Sets of actors that may stand together.
  package struct GroupSets {
    var sort = Sort.community
    var sets: [(name: String, actors: [Int])] = []

    enum Sort { case consortium, chain, zone, community }

    /// To how many sets each actor belongs.
    private var parts: [Int: Int] { sets.flatMap(\.actors).reduce(into: [:]) { $0[$1, default: 0] += 1 } }

    /// An actor that belongs to so many stands outside of all: shapes that lie over each other tell nothing.
    private static let many = 3

    /// Those that have two members or more to draw a shape around.
    private func shown(in graph: NetworkGraph) -> [(index: Int, name: String, vertices: [Int])] {
      let parts = parts
      return sets.enumerated().compactMap { index, set in
        let vertices = set.actors.filter { parts[$0, default: 0] < Self.many }.compactMap { graph.vertex[$0] }
        return vertices.count > 1 ? (index, set.name, vertices) : nil
      }
    }

    func groups(in graph: NetworkGraph, _ theme: Theme) -> [Group] {
      shown(in: graph).map { index, name, vertices in
        Group(name: name.visible(most: 48), vertices: vertices, color: theme.group(index))
      }
    }

    /// What the shapes are, and who stands outside of them; nil where there are none.
    package func meaning(in graph: NetworkGraph) -> Phrase? {
      guard !shown(in: graph).isEmpty else { return nil }
      let hasOutsiders = parts.values.contains { $0 >= Self.many }
      func words(_ name: Phrase, _ unit: String) -> Phrase {
        Phrase(
          "area: \(name.en)" + (hasOutsiders ? "; who is in three or more stands outside" : ""),
          zh: "色块：\(name.zh)" + (hasOutsiders ? "（属于三\(unit)及以上的单位在色块之外）" : ""))
      }
      return switch sort {
      case .consortium: words(Phrase("a consortium", zh: "创新联合体"), "个")
      case .chain: words(Phrase("a chain", zh: "产业链"), "条")
      case .zone: words(Phrase("a zone", zh: "片区"), "个")
      case .community: words(Phrase("a community", zh: "社群"), "个")
      }
    }
  }

  private static let mostGroups = 12

  /// Consortia; where there are none, chains, zones, or communities; none at all where they are too many to tell apart.
  ///
  /// - Throws: `Cancelled`
  package static func groupSets(of analysis: Analysis, _ style: PictureStyle) throws -> GroupSets {
    let graph = analysis.graph
    let network = graph.network
    // One consortium that holds nearly all says nothing of who stands together.
    let holdsAll = network.consortia.count == 1 && 2 * network.members.count > network.actors.count
    let zones = analysis.groups(by: .zone)
    let found: GroupSets =
      if !network.consortia.isEmpty, !holdsAll {
        GroupSets(
          sort: .consortium,
          sets: network.consortia.indices.map { index in
            (
              style.each { network.consortia[index].name(in: $0) }.joined(separator: " "),
              network.members.filter { $0.consortium == index }.map(\.actor)
            )
          })
      } else if !analysis.chains.isEmpty {
        GroupSets(
          sort: .chain,
          sets: analysis.chosenChains.map { chain in
            (style.each { chain.chain.name(in: $0) }.joined(separator: " "), chain.actors)
          })
      } else if (2...mostGroups).contains(zones.count) {
        GroupSets(
          sort: .zone, sets: zones.map { zone in (style.words(zone.label), zone.vertices.map { graph.actors[$0] }) })
      } else {
        GroupSets(
          sort: .community,
          sets: try analysis.communitySets().map { set in
            (style.words(set.name), set.vertices.map { graph.actors[$0] })
          })
      }
    return found.sets.count <= mostGroups ? found : GroupSets()
  }
}
