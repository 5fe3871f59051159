/// An actor whose partners draw far more from its ties than it does itself: biased symbiosis, which does not last.
///
/// Over its ties that state benefits for both sides: g what partners draw, o what it draws. Severity: (g − o) / (g + o).
/// To falsify it: benefits of its own in `ties.csv` that come near those of its partners.
@Sendable func oneSidedActors(_ survey: GapSurvey) -> [Gap] {
  let network = survey.network
  var given = [Double](repeating: 0, count: network.actors.count)
  var drawn = given
  var ties = [Int](repeating: 0, count: network.actors.count)
  for index in survey.graph.ties where network.ties[index].benefitToSource != nil {
    let tie = network.ties[index]
    guard let source = tie.benefitToSource, let target = tie.benefitToTarget, source + target > 0 else { continue }
    given[tie.source] += target
    drawn[tie.source] += source
    given[tie.target] += source
    drawn[tie.target] += target
    ties[tie.source] += 1
    ties[tie.target] += 1
  }
  return network.actors.indices.compactMap { actor -> Gap? in
    guard ties[actor] >= survey.thresholds.smallestPart, given[actor] + drawn[actor] > 0 else { return nil }
    let asymmetry = (given[actor] - drawn[actor]) / (given[actor] + drawn[actor])
    guard asymmetry >= survey.thresholds.oneSidedShare else { return nil }
    let percent = (drawn[actor] / (given[actor] + drawn[actor]) * 100).rounded()
    return Gap(
      .oneSided, in: network, subjects: [actor], severity: asymmetry,
      evidence: [
        ("partners_draw", .number(given[actor])), ("it_draws", .number(drawn[actor])), ("ties", .count(ties[actor])),
      ],
      explanation: Phrase(
        "\(survey.name(actor, .en)) draws \(percent.plain) % of the benefit of its \(ties[actor]) ties, its partners the rest.",
        zh: "\(survey.name(actor, .zh))参与的 \(ties[actor]) 条联系中，自身只得到 \(percent.plain)% 的收益，其余归合作方。"))
  }
}
