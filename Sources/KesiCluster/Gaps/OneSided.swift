import KesiNetwork

extension GapKind {
  /// Biased symbiosis, which does not last: an actor whose partners draw far more from its ties than it does itself, or
  /// a member that puts far more into a consortium than it gets out.
  public static let oneSided = GapKind(
    "one_sided", zh: "偏利共生", class: .stalled, restsOn: [.work],
    definition: Phrase(
      "An actor whose partners gain far more from its ties than it does, or a member that puts far more into a consortium than its share of the gains. Severity: (theirs − its own) / (theirs + its own).",
      zh: "合作收益大多归合作方，自身所得很少；或成员在联合体中投入多、所得份额少。严重度为（对方所得 − 自身所得）/（对方所得 + 自身所得）。"),
    advice: Phrase(
      "Called biased symbiosis in the literature: it lasts only as long as one side pays. Agree on shares before the next project.",
      zh: "文献中称“偏利共生”（一方获利，另一方所得甚少），难以持久。应在下一个项目之前约定收益分配。"),
    evidence: [.partnersDraw, .itDraws, .ties, .consortium, .contributed, .shared, .members],
    together: { n in Phrase("\(n) actors gain far less than they give", zh: "\(n) 家单位从合作中所得明显少于付出") },
    find: oneSidedActors)
}

extension EvidenceTerm {
  public static let partnersDraw = EvidenceTerm("partners_draw", Phrase("benefit of the partners", zh: "合作方收益"))
  public static let itDraws = EvidenceTerm("it_draws", Phrase("benefit of its own", zh: "自身收益"))
  public static let consortium = EvidenceTerm("consortium", Phrase("consortium", zh: "联合体"))
  public static let contributed = EvidenceTerm("contributed", Phrase("share of contributions", zh: "投入占比"), in: .share)
  public static let shared = EvidenceTerm("shared", Phrase("share of gains", zh: "所得份额"), in: .share)
  public static let members = EvidenceTerm("members", Phrase("members", zh: "成员数"))
}

@Sendable private func oneSidedActors(_ analysis: Analysis) -> [Gap] {
  oneSidedPartners(analysis) + oneSidedMembers(analysis)
}

/// Over an actor's ties that state benefits for both sides: g what partners draw, o what it draws. Severity:
/// (g − o) / (g + o), 1 where it gains nothing or loses, taken as a share of its ties, each a case by the benefits that it
/// brings. To falsify it: benefits of its own in `ties.csv` that come near those of its partners.
private func oneSidedPartners(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  var given = [Double](repeating: 0, count: network.actors.count)
  var drawn = given
  var benefits = [[Double]](repeating: [], count: network.actors.count)
  for index in analysis.graph.ties where network.ties[index].benefitToSource != nil {
    let tie = network.ties[index]
    guard let source = tie.benefitToSource, let target = tie.benefitToTarget, source != 0 || target != 0 else {
      continue
    }
    given[tie.source] += target
    drawn[tie.source] += source
    given[tie.target] += source
    drawn[tie.target] += target
    benefits[tie.source].append(abs(source) + abs(target))
    benefits[tie.target].append(abs(source) + abs(target))
  }
  return network.actors.indices.compactMap { actor -> Gap? in
    let ties = benefits[actor].count
    guard ties >= analysis.thresholds.smallestPart, given[actor] > 0 else { return nil }
    let own = max(0, drawn[actor])
    let asymmetry = (given[actor] - own) / (given[actor] + own)
    guard asymmetry >= analysis.thresholds.oneSidedShare else { return nil }
    let share = own / (given[actor] + own)
    let count = ties.counted("tie")
    return Gap(
      .oneSided, in: network, subjects: [actor], severity: asymmetry, outOf: Cases(strengths: benefits[actor]),
      evidence: [
        (.partnersDraw, .number(given[actor])), (.itDraws, .number(drawn[actor])), (.ties, .count(ties)),
      ],
      explanation: share > 0
        ? Phrase(
          "\(analysis.name(actor, .en)) receives only \(Figure.share(share).text) of the benefits of its \(count); its partners receive "
            + "the rest.",
          zh: "\(analysis.name(actor, .zh))参与的 \(ties) 项合作中，自身只分得 \(Figure.share(share).text) 的收益，其余归合作方。")
        : drawn[actor] < 0
          ? Phrase(
            "\(analysis.name(actor, .en)) loses by its \(count), and its partners gain.",
            zh: "\(analysis.name(actor, .zh))参与的 \(ties) 项合作中，自身亏损，收益归合作方。")
          : Phrase(
            "\(analysis.name(actor, .en)) receives none of the benefits of its \(count); all go to its partners.",
            zh: "\(analysis.name(actor, .zh))参与的 \(ties) 项合作中，自身未分得收益，全部归合作方。"),
      remedies: analysis.divisions(
        for: actor,
        of: analysis.graph.ties.map { network.ties[$0] }.filter { $0.source == actor || $0.target == actor }))
  }
}

/// A member of a consortium that puts in far more than it gets out: c its part of what members contribute, s its part of
/// their shares in the gains, both among members other than government, who fund by office. Severity: (c − s) / (c + s), a fact
/// of one membership.
/// To falsify it: contributions and shares in `members.csv` that come near each other.
private func oneSidedMembers(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  let byConsortium = Dictionary(grouping: network.members) { $0.consortium }
  return byConsortium.sorted { $0.key < $1.key }.flatMap { consortium, all -> [Gap] in
    let members = all.filter { member in
      analysis.graph.vertex[member.actor] != nil && member.contribution != nil && member.share != nil
        && network.profile.kind(network.actors[member.actor].kind).helix != .government
    }
    let contributed = members.reduce(0) { $0 + ($1.contribution ?? 0) }
    let shared = members.reduce(0) { $0 + ($1.share ?? 0) }
    guard members.count >= analysis.thresholds.smallestGroup, contributed > 0, shared > 0 else { return [] }
    return members.compactMap { member in
      let (part, share) = ((member.contribution ?? 0) / contributed, (member.share ?? 0) / shared)
      let asymmetry = (part - share) / (part + share)
      // What is far below an even part is no burden.
      guard part >= 0.5 / Double(members.count), asymmetry >= analysis.thresholds.oneSidedShare else { return nil }
      let name = network.consortia[consortium]
      return Gap(
        .oneSided, in: network, subjects: [member.actor], detail: name.id, severity: asymmetry,
        evidence: [
          (.consortium, .consortium(consortium)), (.contributed, .number(part)), (.shared, .number(share)),
          (.members, .count(members.count)),
        ],
        explanation: Phrase(
          "\(analysis.name(member.actor, .en)) puts in \(Figure.share(part).text) of what the members of "
            + "\(name.name(in: .en)), government and parks apart, contribute but receives "
            + (share > 0 ? "only \(Figure.share(share).text)" : "none") + " of the gains.",
          zh: "\(analysis.name(member.actor, .zh))在“\(name.name(in: .zh))”中的投入占成员（不计政府与园区）总投入的 "
            + "\(Figure.share(part).text)，"
            + (share > 0 ? "所得份额仅占 \(Figure.share(share).text)。" : "却未分得收益。")))
    }
  }
}
