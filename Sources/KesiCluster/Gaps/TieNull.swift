import KesiMatrix
import KesiMeasures

/// Ties inside and between zones and chains, beside what networks with the same degrees have by chance: drawn once for all
/// finders that ask.
struct TieNull {
  let counts: GroupTieNull
  /// The number under which each zone, by its name, and each chain, by its index, was counted. Groups below the smallest
  /// size that thresholds allow, and the smallest beyond 32 of a sort, are not.
  let zones: [String: Int]
  let chains: [Int: Int]

  /// Of each sort so many groups are counted at most.
  private static let most = 32

  init?(of survey: GapSurvey) throws {
    let graph = survey.graph
    let least = survey.thresholds.smallestGroup
    func largest<Name>(_ groups: [(name: Name, vertices: [Int])]) -> [(name: Name, vertices: [Int])] {
      let sorted = groups.filter { $0.vertices.count >= least }.enumerated().sorted { a, b in
        let (x, y) = (a.element.vertices.count, b.element.vertices.count)
        return x == y ? a.offset < b.offset : x > y
      }
      return sorted.prefix(Self.most).map(\.element)
    }
    let byZone = Dictionary(grouping: graph.actors.indices) { graph.actor($0).zone ?? "" }
    let zones = largest(survey.network.zones.map { (name: $0, vertices: byZone[$0] ?? []) })
    let chains = largest(
      survey.chains.map { chain in (name: chain.index, vertices: chain.actors.compactMap { graph.vertex[$0] }) })
    guard zones.count + chains.count > 0, graph.matrix.entryCount > 0 else { return nil }
    counts = try groupTieNull(
      of: graph.matrix, groups: zones.map(\.vertices) + chains.map(\.vertices), draws: survey.draws, seed: survey.seed,
      on: survey.parallel)
    self.zones = Dictionary(uniqueKeysWithValues: zones.enumerated().map { ($1.name, $0) })
    self.chains = Dictionary(uniqueKeysWithValues: chains.enumerated().map { ($1.name, zones.count + $0) })
  }
}

/// What a survey computes once, when a finder first asks. Not for several threads at once.
final class SurveyMemo {
  private var null: TieNull?
  private var hasNull = false

  func tieNull(of survey: GapSurvey) throws -> TieNull? {
    if !hasNull {
      null = try TieNull(of: survey)
      hasNull = true
    }
    return null
  }
}
