/// Ties of a chain that do not get to industrialization, or that leave both sides unsatisfied.
///
/// A tie is stuck when its outcome is unsatisfactory, or when it began at least `stalled_years` ago and its stage is still
/// application, research or implementation. Ties that state neither stage nor outcome do not count.
/// Severity: the stuck share of the strength of those that do. To falsify it: later stages or better outcomes in
/// `ties.csv`.
@Sendable func stalledTies(_ survey: GapSurvey) -> [Gap] {
  let network = survey.network
  let now = survey.horizon
  return survey.tiesByChain().compactMap { chain, stated -> Gap? in
    guard stated.count >= survey.thresholds.smallestScope else { return nil }
    func isOld(_ tie: Tie) -> Bool {
      guard let now, let start = tie.period.from else { return true }
      return now.year - start.year >= survey.thresholds.stalledYears
    }
    let unhappy = stated.filter { $0.outcome == .unsatisfactory }
    let early = stated.filter { tie in
      tie.outcome != .unsatisfactory && tie.outcome != .satisfactory && tie.stage.map(\.isEarly) == true && isOld(tie)
    }
    let whole = stated.reduce(0) { $0 + $1.weight }
    let stuck = (unhappy + early).reduce(0) { $0 + $1.weight }
    guard whole > 0, stuck / whole >= survey.thresholds.stalledShare else { return nil }
    // Who is part of most stuck ties.
    var parts: [Int: Int] = [:]
    for tie in unhappy + early { for end in [tie.source, tie.target] { parts[end, default: 0] += 1 } }
    let most = parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
    let percent = (stuck / whole * 100).rounded()
    return Gap(
      .stalled, in: network, subjects: most, chain: chain, isNamedBySubjects: false, severity: stuck / whole,
      evidence: [
        ("stuck_share", .number(stuck / whole)), ("unsatisfactory", .count(unhappy.count)),
        ("before_industrialization", .count(early.count)), ("stated", .count(stated.count)),
      ],
      explanation: Phrase(
        "\(percent.plain) % of the ties of \(survey.place(chain).en) whose course is known are stuck: \(unhappy.count) are "
          + "unsatisfactory, \(early.count) have not come to industrialization. Most involve \(survey.names(most, .en)).",
        zh: "\(survey.place(chain).zh)中进展已知的联系有 \(percent.plain)% 停滞：\(unhappy.count) 条效果不满意，\(early.count) 条"
          + "尚未进入产业化。涉及最多的是\(survey.names(most, .zh))。"))
  }
}

extension TieStage {
  /// Whether it comes before industrialization.
  fileprivate var isEarly: Bool { self != .industrialization && self != .promotion }
}
