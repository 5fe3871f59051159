import KesiNetwork

extension GapKind {
  /// Ties of a chain that do not get to industrialization, or that leave both sides unsatisfied.
  ///
  /// A tie has stalled when its outcome is unsatisfactory, or when it is stuck before industrialization (`Tie.isStuck`): one
  /// without a start is not known to be old. Ties that state neither stage nor outcome do not count. Severity: the stalled
  /// share of the strength of those that do, at least two; its level, what that share is surely above, with ties as cases by
  /// their strengths. Where most of three chains or more have stalled, that is said once more, of the network as a whole. To falsify it: later stages or better outcomes in `ties.csv`.
  public static let stalled = GapKind(
    "stalled", zh: "合作停滞", class: .stalled, restsOn: [.work],
    definition: Phrase(
      "Most ties of a chain with a known outcome or stage have stalled: they are unsatisfactory, or have not come to industrialization years after they began. Severity: the share of tie strength that has stalled.",
      zh: "产业链上进展已知的合作大多停滞：效果不满意，或开展多年仍未产业化。严重度为停滞部分占联系强度的比例。"),
    advice: Phrase(
      "Consortia founded to apply for a program often look like this. Ask what each side expected before new ties are added.",
      zh: "为申报项目而组建的联合体常见此情形。新增合作之前，先弄清各方的期望。"),
    evidence: [.stuckShare, .unsatisfactory, .beforeIndustrialization, .stated],
    find: stalledTies)
}

extension EvidenceTerm {
  public static let stuckShare = EvidenceTerm("stuck_share", Phrase("share that has stalled", zh: "停滞占比"), in: .share)
  public static let unsatisfactory = EvidenceTerm("unsatisfactory", Phrase("unsatisfactory", zh: "效果不满意的联系数"))
  public static let beforeIndustrialization = EvidenceTerm(
    "before_industrialization", Phrase("not yet at industrialization", zh: "尚未产业化的联系数"))
  public static let stated = EvidenceTerm("stated", Phrase("ties with a known course", zh: "进展已知的联系数"))
}

/// The ties of a chain whose course is known, or those that name none.
private struct Course {
  let chain: Int?
  let stated: [Tie]
  let unhappy: [Tie]
  /// Not there yet after so many years, though nobody is unhappy with them.
  let early: [Tie]

  init(_ chain: Int?, _ stated: [Tie], _ analysis: Analysis) {
    (self.chain, self.stated) = (chain, stated)
    unhappy = stated.filter { $0.outcome == .unsatisfactory }
    early = stated.filter {
      $0.outcome != .unsatisfactory && $0.isStuck(within: analysis.network.years(of: $0.chain), at: analysis.now)
    }
  }

  var stuck: [Tie] { unhappy + early }

  /// The share of strength that has stalled.
  var share: Double {
    let whole = stated.reduce(0) { $0 + $1.weight }
    return whole > 0 ? stuck.reduce(0) { $0 + $1.weight } / whole : 0
  }

  /// Who is part of most stuck ties.
  var most: [Int] {
    var parts: [Int: Int] = [:]
    for tie in stuck { for end in [tie.source, tie.target] { parts[end, default: 0] += 1 } }
    return parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }

  func gap(in analysis: Analysis, detail: String? = nil, _ explanation: Phrase, _ remedies: [Remedy]) -> Gap {
    Gap(
      .stalled, in: analysis.network, subjects: most, chain: chain, detail: detail, isNamedBySubjects: false,
      concerned: stated.flatMap { [$0.source, $0.target] }, severity: share,
      outOf: Cases(strengths: stated.map(\.weight)),
      evidence: [
        (.stuckShare, .number(share)), (.unsatisfactory, .count(unhappy.count)),
        (.beforeIndustrialization, .count(early.count)), (.stated, .count(stated.count)),
      ],
      explanation: explanation, remedies: remedies)
  }
}

/// In so many chains or more it is asked whether most have stalled.
private let fewestChains = 3

@Sendable private func stalledTies(_ analysis: Analysis) -> [Gap] {
  let courses = analysis.tiesByChain().map { Course($0.chain, $0.ties, analysis) }
    .filter { $0.stated.count >= analysis.thresholds.smallestPart }
  let stalled = courses.filter { !$0.stuck.isEmpty && $0.share >= analysis.thresholds.stalledShare }
  let gaps = stalled.map { course in
    course.gap(
      in: analysis,
      explanation(
        course.stated.count, course.unhappy.count, course.early.count, course.most, course.chain, analysis),
      analysis.settlements(of: course.stuck, among: course.stated, chain: course.chain))
  }
  // What goes for most chains is one finding of the network before it is one of each.
  let (judged, slow) = (courses.filter { $0.chain != nil }, stalled.filter { $0.chain != nil })
  guard judged.count >= fewestChains, 2 * slow.count > judged.count else { return gaps }
  let all = Course(nil, courses.flatMap(\.stated), analysis)
  guard all.share >= analysis.thresholds.stalledShare else { return gaps }
  let (stuck, known) = (all.stuck.count, all.stated.count)
  let sentence = Phrase(
    "In \(slow.count) of \(judged.count) chains most projects have stalled: \(stuck) of \(known.counted("project")) whose progress is known. Look for a cause that they share before mending chain by chain.",
    zh:
      "\(judged.count) 条产业链中有 \(slow.count) 条的合作大多停滞：进展已知的 \(known) 项合作中共有 \(stuck) 项停滞。应先查找共同原因，再逐链处理。")
  return [all.gap(in: analysis, detail: "network", sentence, [])] + gaps
}

private func explanation(
  _ all: Int, _ unhappy: Int, _ early: Int, _ most: [Int], _ chain: Int?, _ analysis: Analysis
) -> Phrase {
  let place =
    chain != nil || analysis.chains.isEmpty
    ? Phrase("in \(analysis.place(chain).en)", zh: "\(analysis.place(chain).zh)中")
    : Phrase("outside any chain", zh: "未归入产业链的联系中，")
  let stuck = unhappy + early
  // One cause is said of all, two with their counts.
  let cause =
    early == 0
    ? Phrase(
      stuck == 1 ? ", with an unsatisfactory outcome" : ", all with an unsatisfactory outcome",
      zh: stuck == 1 ? "，因效果不满意" : "，均因效果不满意")
    : unhappy == 0
      ? Phrase(", long without reaching industrialization", zh: stuck == 1 ? "，历时已久仍未进入产业化" : "，均历时已久仍未进入产业化")
      : Phrase(
        ": \(unhappy) with an unsatisfactory outcome and \(early) long without reaching industrialization",
        zh: "：\(unhappy) 项效果不满意，\(early) 项历时已久仍未进入产业化")
  let who = stuck == all ? "all have" : stuck == 1 ? "1 has" : "\(stuck) have"
  return Phrase(
    "Of \(all.counted("project")) \(place.en) whose progress is known, \(who) stalled\(cause.en). "
      + "\(stuck == 1 ? "It involves" : "Most involve") \(analysis.names(most, .en)).",
    zh: "\(place.zh)进展已知的 \(all) 项合作" + (stuck == all ? "全部停滞" : "有 \(stuck) 项停滞") + "\(cause.zh)。"
      + "\(stuck == 1 ? "涉及" : "涉及最多的是")\(analysis.names(most, .zh))。")
}

extension TieStage {
  /// Whether it comes before industrialization.
  var isEarly: Bool { self != .industrialization && self != .promotion }
}

extension Analysis {
  /// The ties that have begun and whose course is known, by the chain that they name; nil for those that name none.
  func tiesByChain() -> [(chain: Int?, ties: [Tie])] {
    var groups: [Int: [Tie]] = [:]
    for index in graph.ties where network.ties[index].stage != nil || network.ties[index].outcome != nil {
      if let start = network.ties[index].period.from, let now, start.year > now.year { continue }
      groups[network.ties[index].chain ?? -1, default: []].append(network.ties[index])
    }
    return groups.sorted { $0.key < $1.key }.map { (chain: $0.key < 0 ? nil : $0.key, ties: $0.value) }
  }
}
