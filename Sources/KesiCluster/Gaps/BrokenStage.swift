import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// Two consecutive stages of a chain have no tie between them and no path inside the chain, or one has no actors.
  ///
  /// An actor whose stage is not stated may be of either, so that a pair of stages which it may link is no gap.
  /// Severity: 1 − the share of consecutive stage pairs that are linked; these are all there are, so that it is a fact and no
  /// share of cases. To falsify it: a path inside the chain from an
  /// actor of one stage to an actor of the next.
  public static let brokenStage = GapKind(
    "broken_stage", zh: "环节断开", class: .missing, restsOn: [.stages, .ties],
    definition: Phrase(
      "Two consecutive stages of a chain have neither a tie nor a path inside the chain between them, or one of them has no actors. Severity: 1 − the share of consecutive pairs of stages that are linked.",
      zh: "产业链相邻两个环节之间既无直接联系，也无链内通路，或其中一个环节没有主体。严重度为 1 − 已相通的相邻环节对所占比例。"),
    advice: Phrase(
      "What one stage finds does not reach the next. A tie between the best connected actors of both stages closes it.",
      zh: "前一环节的成果传不到后一环节。促成两个环节中联系最多的单位合作即可打通。"),
    evidence: [.from, .to, .fromActors, .toActors, .linkedPairs, .stagePairs],
    together: { n in Phrase("\(n) pairs of stages are not linked", zh: "\(n) 处上下游环节没有衔接") },
    find: brokenStages)
}

extension EvidenceTerm {
  public static let from = EvidenceTerm("from", Phrase("earlier stage", zh: "前一环节"))
  public static let to = EvidenceTerm("to", Phrase("later stage", zh: "后一环节"))
  public static let fromActors = EvidenceTerm("from_actors", Phrase("actors at the earlier stage", zh: "前一环节主体数"))
  public static let toActors = EvidenceTerm("to_actors", Phrase("actors at the later stage", zh: "后一环节主体数"))
  public static let linkedPairs = EvidenceTerm("linked_pairs", Phrase("linked pairs of stages", zh: "已相通的相邻环节对数"))
  public static let stagePairs = EvidenceTerm("stage_pairs", Phrase("pairs of consecutive stages", zh: "相邻环节对总数"))
}

@Sendable private func brokenStages(_ analysis: Analysis) -> [Gap] {
  analysis.chains.flatMap { chain -> [Gap] in
    let stages = chain.chain.stages
    // A chain none of whose positions names a stage is not assessed by stages; nor is one whose ties are unknown.
    guard stages.count > 1, chain.assessment.covers([.ties]), chain.positions.contains(where: { $0.stage != nil })
    else { return [] }
    let component = components(of: chain.matrix)
    let vertices = stages.map { chain.vertices(atStage: $0) }
    let pairs = zip(vertices, vertices.dropFirst())
    // An actor whose stage is not stated may be of either: what it is joined to may be the link.
    let unstaged = chain.actors.indices.filter { chain.stages(of: $0).isEmpty }
    func parts(_ vertices: [Int]) -> Set<Int> { Set(vertices.map { component[$0] }) }
    let isLinked = pairs.map { from, to in
      if from.isEmpty || to.isEmpty, !unstaged.isEmpty { return true }
      return !parts(from).isDisjoint(with: parts(to + unstaged)) || !parts(unstaged).isDisjoint(with: parts(to))
    }
    let share = Double(isLinked.count { $0 }) / Double(isLinked.count)
    return isLinked.indices.filter { !isLinked[$0] }.map { index in
      let (before, after) = (stages[index], stages[index + 1])
      let (from, to) = (vertices[index], vertices[index + 1])
      let remedy: Remedy? =
        if let empty = from.isEmpty ? index : to.isEmpty ? index + 1 : nil {
          // Who comes links nothing until it is tied to the stages on both sides; where this pair's is empty, too, no one step
          // does.
          from.isEmpty && to.isEmpty
            ? nil
            : .position(
              kind: "enterprise", chain: chain.index, stage: stages[empty],
              partners: [empty - 1, empty + 1].filter(vertices.indices.contains).compactMap {
                analysis.bestTied(vertices[$0], in: chain.matrix).map { chain.actors[$0] }
              })
        } else {
          analysis.newTie(between: from, and: to, in: chain.matrix, of: chain.actors)
        }
      return Gap(
        .brokenStage, in: analysis.network, subjects: [], chain: chain.index, detail: "\(before)-\(after)",
        severity: 1 - share,
        evidence: [
          (.from, .stage(before)), (.to, .stage(after)), (.fromActors, .count(from.count)),
          (.toActors, .count(to.count)), (.linkedPairs, .count(isLinked.count { $0 })),
          (.stagePairs, .count(isLinked.count)),
        ],
        explanation: explanation(before, from.count, after, to.count, analysis.place(chain.index)),
        remedies: remedy.map { [$0] } ?? [])
    }
  }
}

private func explanation(_ before: String, _ from: Int, _ after: String, _ to: Int, _ place: Phrase) -> Phrase {
  let (x, y) = (stageName(before), stageName(after))
  switch (from, to) {
  case (0, 0):
    return Phrase(
      "\(place.en.sentenceCased) has no actors in its \(before) and \(after) stages.", zh: "\(place.zh)的\(x)和\(y)都没有主体。"
    )
  case (0, _):
    return Phrase(
      "\(place.en.sentenceCased) has no actor in its \(before) stage, so nothing leads to its \(after) "
        + "(\(to.counted("actor"))).",
      zh: "\(place.zh)的\(x)没有主体，\(y)（\(to) 家）缺少来源。")
  case (_, 0):
    return Phrase(
      "\(place.en.sentenceCased) has no actor in its \(after) stage, so its \(before) (\(from.counted("actor"))) leads "
        + "nowhere.", zh: "\(place.zh)的\(y)没有主体，\(x)（\(from) 家）缺少去向。")
  default:
    return Phrase(
      "In \(place.en), nothing links \(before) (\(from.counted("actor"))) to \(after) (\(to.counted("actor"))).",
      zh: "\(place.zh)的\(x)（\(from) 家）与\(y)（\(to) 家）之间没有直接联系。")
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
