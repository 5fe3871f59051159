import KesiNetwork

extension GapKind {
  /// Two actors work together, stop, and work together again, or have stopped: ties that lapse.
  ///
  /// Years are counted from the first start of a tie between the two to what counts as today, but for those after a tie that
  /// ended in satisfaction and before the next: what is done has not lapsed. Nor has work that went on without a break to an
  /// end that was stated, and of whose outcome nothing is: that is a contract which was fulfilled, as far as anybody knows,
  /// and its end was planned. Two who came back after a break meant to go on, so that their later years count. Severity: 1 − the share of these years in which
  /// some tie of theirs lasted; years are the cases of its level. A tie of theirs without dates may have lasted in any year,
  /// so that nothing is known to have lapsed. To falsify it: ties that cover the years between.
  public static let intermittent = GapKind(
    "intermittent", zh: "间歇合作", class: .stalled, restsOn: [.work],
    definition: Phrase(
      "Two actors worked together in less than half of the years since they began, those after a project that ended well left out. Work that ran without a break to its stated end is none, unless its outcome is known to be otherwise. Severity: 1 − the share of years with work.",
      zh: "双方自开始合作以来，有合作的年份不足一半；项目圆满结束之后的年份不计。一次连续的合作按期结束、又未注明成效不佳的，不算间歇。严重度为 1 − 有合作的年份所占比例。"),
    advice: Phrase(
      "Single projects rather than a partnership. Ties without dates are not judged, and years that have not come do not count.",
      zh: "只是一个个项目，尚未形成稳定的伙伴关系。未填日期的联系不作判断，尚未到来的年份不计。"),
    evidence: [.activeYears, .years, .since, .ties],
    together: { n in Phrase("\(n) partnerships lapse again and again", zh: "\(n) 组合作时断时续") },
    find: intermittentTies)
}

extension EvidenceTerm {
  public static let activeYears = EvidenceTerm("active_years", Phrase("active years", zh: "有合作的年数"))
  public static let years = EvidenceTerm("years", Phrase("years in all", zh: "总年数"))
  public static let since = EvidenceTerm("since", Phrase("since", zh: "起始年份"), in: .year)
}

@Sendable private func intermittentTies(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  guard let now = analysis.now else { return [] }
  var spans: [[Int]: [(years: ClosedRange<Int>, outcome: Outcome?)]] = [:]
  for index in analysis.graph.ties where network.ties[index].period.from != nil {
    let tie = network.ties[index]
    guard let start = tie.period.from?.year, start <= now.year else { continue }
    let end = min(now.year, tie.period.to?.year ?? now.year)
    guard end >= start else { continue }
    spans[[min(tie.source, tie.target), max(tie.source, tie.target)], default: []].append(
      (start...end, tie.outcome))
  }
  let undated = Set(
    analysis.graph.ties.map { network.ties[$0] }.filter { $0.period.from == nil && $0.period.to == nil }
      .map { [min($0.source, $0.target), max($0.source, $0.target)] })
  return spans.filter { !undated.contains($0.key) }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap {
    pair, spans -> Gap? in
    // Each has begun by today, or it would not be here.
    guard let first = spans.map(\.years.lowerBound).min(), first <= now.year else { return nil }
    var (active, lapsed) = (0, 0)
    for year in first...now.year {
      if spans.contains(where: { $0.years.contains(year) }) {
        active += 1
      } else {
        // What ended last says whether the two were done.
        let ended = spans.filter { $0.years.upperBound < year }
        let last = ended.map(\.years.upperBound).max()
        if !ended.contains(where: { $0.years.upperBound == last && $0.outcome == .satisfactory }) { lapsed += 1 }
      }
    }
    if isOneFinishedSpell(spans, by: now.year) { return nil }
    let years = active + lapsed
    let share = Double(active) / Double(years)
    guard years >= analysis.thresholds.intermittentYears, share < analysis.thresholds.activeShare else {
      return nil
    }
    return Gap(
      .intermittent, in: network, subjects: pair, isTie: true, severity: 1 - share, outOf: Cases(years),
      evidence: [
        (.activeYears, .count(active)), (.years, .count(years)), (.since, .count(first)),
        (.ties, .count(spans.count)),
      ],
      explanation: explanation(
        pair, active, of: years, since: first, leavesOut: years < now.year - first + 1, analysis),
      // Who works together now has nothing to renew, and what ended badly is not simply taken up again.
      remedies: spans.contains { $0.years.contains(now.year) } || endedBadly(spans.map { ($0.years, $0.outcome) })
        ? [] : [.renewal(pair[0], pair[1])])
  }
}

/// Whether all work of two was one stretch of years that has ended, and nothing says that it ended badly or goes on.
private func isOneFinishedSpell(_ spans: [(years: ClosedRange<Int>, outcome: Outcome?)], by now: Int) -> Bool {
  var end = Int.min
  for span in spans.sorted(by: { $0.years.lowerBound < $1.years.lowerBound }) {
    if end != .min, span.years.lowerBound > end + 1 { return false }
    end = max(end, span.years.upperBound)
  }
  return end < now && spans.allSatisfy { $0.outcome == nil || $0.outcome == .satisfactory }
}

/// Whether what ended last satisfied nobody.
private func endedBadly(_ spans: [(years: ClosedRange<Int>, outcome: Outcome?)]) -> Bool {
  let last = spans.map(\.years.upperBound).max()
  return spans.contains { $0.years.upperBound == last && $0.outcome == .unsatisfactory }
}

/// - Parameter leavesOut: whether years are not counted since what came before them was done.
private func explanation(
  _ pair: [Int], _ active: Int, of years: Int, since first: Int, leavesOut: Bool, _ analysis: Analysis
) -> Phrase {
  Phrase(
    "\(analysis.name(pair[0], .en)) and \(analysis.name(pair[1], .en)) have worked together in only \(active) of "
      + (leavesOut
        ? "\(years) years since \(first); years after a project that ended well are not counted."
        : "the \(years) years since \(first)."),
    zh: "\(analysis.name(pair[0], .zh))与\(analysis.name(pair[1], .zh))自 \(first) 年首次合作以来，\(years) 年中"
      + "只有 \(active) 年有合作" + (leavesOut ? "（项目圆满结束之后的年份不计）。" : "。"))
}
