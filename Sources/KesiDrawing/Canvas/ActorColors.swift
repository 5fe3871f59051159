import KesiCluster
import KesiNetwork

/// What the color of symbols tells.
public enum ColorBy: String, CaseIterable, Sendable {
  case kind, zone, chain, community
}

/// Colors of actors by zone, chain or community: the largest groups have one each, all others share a gray, which a single
/// one has to itself.
struct ActorColors {
  private struct Group {
    let label: Phrase
    let color: String
  }

  private let groups: [Group]
  /// By actor; nil for those outside of the selection.
  private let group: [Int?]

  /// - Returns: nil where colors tell kinds, as symbols do anyway.
  /// - Throws: `UnknownWord` where the network has none of what colors are to tell.
  init?(_ color: ColorBy, of analysis: Analysis, _ theme: Theme) throws {
    let graph = analysis.graph
    let sets: [ActorSet]
    let (outside, several): (Phrase, Phrase)
    switch color {
    case .kind: return nil
    case .zone:
      sets = analysis.groups(by: .zone).map { ActorSet(name: $0.label, vertices: $0.vertices) }
      (outside, several) = (ActorSet.outsideZones, Phrase("several zones", zh: "多个片区"))
    case .chain:
      sets = analysis.groups(by: .chain).map { ActorSet(name: $0.label, vertices: $0.vertices) }
      (outside, several) = (Phrase("no chain", zh: "不在产业链上"), Phrase("several chains", zh: "多条产业链"))
    case .community:
      sets = try analysis.communitySets()
      (outside, several) = (Phrase("smaller communities", zh: "较小社群"), Phrase("several communities", zh: "多个社群"))
    }
    guard !sets.isEmpty else { throw Self.nothing(color) }
    var member = [Int?](repeating: nil, count: graph.actors.count)
    var isInSeveral = [Bool](repeating: false, count: graph.actors.count)
    for (index, set) in sets.enumerated() {
      for vertex in set.vertices {
        if member[vertex] != nil { isInSeveral[vertex] = true }
        member[vertex] = index
      }
    }
    var counts = [Int](repeating: 0, count: sets.count)
    for (vertex, set) in member.enumerated() where !isInSeveral[vertex] { if let set { counts[set] += 1 } }
    let largest = sets.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
    let colored = Array(largest.prefix(theme.groupColors.count))
    let rest = largest.dropFirst(colored.count)
    // The gray of a single group left over is its own: a name tells more than a count of one.
    let others =
      rest.count == 1
      ? sets[rest[rest.startIndex]].name : Phrase("other (\(rest.count) more)", zh: "其他（另有 \(rest.count) 个）")
    var place = [Int?](repeating: nil, count: sets.count)
    for (rank, set) in colored.enumerated() { place[set] = rank }
    groups =
      colored.enumerated().map { Group(label: sets[$1].name, color: theme.groupColors[$0]) } + [
        Group(label: several, color: theme.several),
        Group(label: others, color: theme.other),
        Group(label: outside, color: theme.nowhere),
      ]
    let (inSeveral, other, out) = (colored.count, colored.count + 1, colored.count + 2)
    var group = [Int?](repeating: nil, count: graph.network.actors.count)
    for (vertex, actor) in graph.actors.enumerated() {
      group[actor] = isInSeveral[vertex] ? inSeveral : member[vertex].map { place[$0] ?? other } ?? out
    }
    self.group = group
  }

  private static func nothing(_ color: ColorBy) -> UnknownWord {
    switch color {
    case .chain: UnknownWord.noChains
    case .kind, .zone, .community:
      UnknownWord(
        Phrase(
          "--color \(color.rawValue): there is nothing here to tell by color: no \(color == .zone ? "zone of an actor is stated" : "community has three actors or more"). Choose another --color.",
          zh: "--color \(color.rawValue)：没有可用颜色区分的内容：\(color == .zone ? "各主体均未注明片区" : "没有三家及以上单位的社群")。请改用其他 --color。"))
    }
  }

  func color(of actor: Int) -> String? { group[actor].map { groups[$0].color } }

  /// What the colors of some actors mean.
  func keys(of actors: some Sequence<Int>) -> [Sheet.Key] {
    let shown = Set(actors.compactMap { group[$0] })
    return groups.indices.filter(shown.contains).map { Sheet.Key(.patch(groups[$0].color), groups[$0].label) }
  }
}
