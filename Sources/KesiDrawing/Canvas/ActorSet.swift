import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Vertices with a name in both languages.
struct ActorSet {
  let name: Phrase
  let vertices: [Int]

  /// What those are called of whom no zone is stated.
  static let outsideZones = Phrase("no zone stated", zh: "片区未注明")
}

extension Analysis {
  /// Communities of three or more, the largest first, each by the name of its best-tied member.
  func communitySets() throws -> [ActorSet] {
    let labels = try unweighted.communities()
    let degree = degrees(of: graph.matrix)
    let groups = Dictionary(grouping: labels.indices) { labels[$0] }
    return groups.sorted { $0.key < $1.key }.filter { $0.value.count > 2 }.map { _, members in
      // A group of labels has a first member.
      let head = graph.actor(members.max { (degree[$0], $1) < (degree[$1], $0) } ?? members[0])
      return ActorSet(
        name: Phrase(
          "around \(head.shortName(in: .en))", zh: "以\(head.shortName(in: .zh).setInChinese)为中心"),
        vertices: members)
    }
  }
}
