import KesiMatrix
import KesiMeasures

/// Two consecutive stages of a chain have no tie between them and no path inside the chain, or one has no actors.
///
/// Severity: 1 − the share of consecutive stage pairs that are linked. To falsify it: a path inside the chain from an
/// actor of one stage to an actor of the next.
@Sendable func brokenStages(_ survey: GapSurvey) -> [Gap] {
  survey.chains.flatMap { chain -> [Gap] in
    let stages = chain.chain.stages
    // A chain none of whose positions names a stage is not assessed by stages; nor is one whose ties are unknown.
    guard stages.count > 1, chain.hasTieData, chain.positions.contains(where: { $0.stage != nil }) else { return [] }
    let component = components(of: chain.matrix)
    let vertices = stages.map { chain.vertices(atStage: $0) }
    let pairs = zip(vertices, vertices.dropFirst())
    let isLinked = pairs.map { !Set($0.map { component[$0] }).isDisjoint(with: $1.map { component[$0] }) }
    let share = Double(isLinked.count { $0 }) / Double(isLinked.count)
    return isLinked.indices.filter { !isLinked[$0] }.map { index in
      let (before, after) = (stages[index], stages[index + 1])
      let (from, to) = (vertices[index], vertices[index + 1])
      let remedy: Remedy? =
        if let empty = from.isEmpty ? before : to.isEmpty ? after : nil {
          .position(kind: "enterprise", chain: chain.index, stage: empty)
        } else if let a = survey.bestTied(from, in: chain.matrix), let b = survey.bestTied(to, in: chain.matrix) {
          .tie(chain.actors[a], chain.actors[b])
        } else {
          nil
        }
      return Gap(
        .brokenStage, in: survey.network, subjects: [], chain: chain.index, detail: "\(before)-\(after)",
        severity: 1 - share,
        evidence: [
          ("from", .text(before)), ("to", .text(after)), ("from_actors", .count(from.count)),
          ("to_actors", .count(to.count)), ("linked_pairs", .count(isLinked.count { $0 })),
          ("stage_pairs", .count(isLinked.count)),
        ],
        explanation: Phrase(
          "In the chain \(survey.chainName(chain.index, .en)) nothing links \(before) (\(from.count) actors) to "
            + "\(after) (\(to.count)).",
          zh: "“\(survey.chainName(chain.index, .zh))”产业链的\(stageName(before))（\(from.count) 家）与"
            + "\(stageName(after))（\(to.count) 家）之间没有联系。"),
        remedies: remedy.map { [$0] } ?? [])
    }
  }
}

/// The Chinese name of a stage, where it is one of the usual three.
public func stageName(_ stage: String) -> String {
  switch stage {
  case "upstream": "上游"
  case "midstream": "中游"
  case "downstream": "下游"
  default: stage
  }
}
