import KesiNetwork

extension GapKind {
  /// One of the three spheres – industry, university, government – is all but absent from the ties of the network or of
  /// a chain.
  ///
  /// A tie counts half for the sphere of each end; ties of actors of no sphere count for none. A chain is asked only
  /// for spheres that it requires a kind of, or has an actor of: government seldom takes part in one. A sphere of which
  /// no actor is in the whole network, or a kind of which is unassessed in a chain, is not asked for, nor is one that
  /// actors of no stated kind may make up. Severity: what the smallest sphere's share lacks to `helix_share`, as a share of
  /// that: 0 where it has as much, 1 where it has none; ties are the cases of its level. Whether spheres come together in
  /// consortia is another question, which `Analysis.tripleHelices` tests. To falsify it: ties of the missing sphere.
  public static let unbalancedHelix = GapKind(
    "unbalanced_helix", zh: "政产学失衡", or: ["螺旋失衡"], class: .missing, restsOn: [.ties],
    definition: Phrase(
      "One of university, industry and government takes part in almost none of the ties of the network or a chain. Severity: how far its share of tie ends falls short of helix_share (5% unless set).",
      zh: "政府、产业、高校院所三方之一几乎没有参与网络或产业链的合作。严重度为其占比距 helix_share（默认 5%）所差的比例。"),
    advice: Phrase(
      "Ask who coordinates and who uses the results. Of a chain, only spheres that it requires or has are looked at.",
      zh: "要看由谁协调、成果由谁使用。产业链只考察它需要的或已有的各方。"),
    usage: Phrase(
      "Whether the three meet in the same consortia: `kesi mixing --show helix`.",
      zh: "三方是否同在一个联合体中，见 kesi mixing --show helix。"),
    source: "Etzkowitz & Leydesdorff 2000",
    evidence: [.least, .share, .ties],
    find: unbalancedHelices)
}

extension EvidenceTerm {
  public static let least = EvidenceTerm("least", Phrase("weakest sphere", zh: "最弱的一方"))
}

@Sendable private func unbalancedHelices(_ analysis: Analysis) -> [Gap] {
  let network = analysis.network
  // Co-membership says nothing of who works with whom across spheres.
  guard !analysis.graph.ties.isEmpty else { return [] }
  let spheres = TripleHelix.spheres
  let helix = network.actors.map { network.profile.kind($0.kind).helix }
  // An actor without a kind may be of any sphere.
  let isKnown = network.actors.map { !$0.kind.isEmpty }
  let scopes: [Int?] = [nil] + analysis.chains.map(\.index)
  return scopes.compactMap { chain -> Gap? in
    let (count, ends) = analysis.sphereEnds(
      among: chain.map { analysis.chains[$0].actors } ?? analysis.graph.actors, of: chain, helix)
    guard count >= analysis.thresholds.smallestScope else { return nil }
    let total = ends.reduce(0, +)
    // What the source does not state is no gap: a sphere none of whose actors is in the tables, or a kind of which a
    // chain says that it is not assessed.
    let asked = spheres.indices.filter { index in
      guard analysis.assessment.spheres.contains(spheres[index]) else { return false }
      guard let chain else { return true }
      let asked = analysis.chains[chain].chain
      let kinds = asked.assessed + analysis.chains[chain].actors.map { network.actors[$0].kind }
      return kinds.contains { network.profile.kind($0).helix == spheres[index] }
        && !asked.unassessed.contains { network.profile.kind($0).helix == spheres[index] }
    }
    guard total > 0, let place = asked.min(by: { ends[$0] < ends[$1] }) else { return nil }
    let (least, share) = (spheres[place], ends[place] / total)
    let unknown = analysis.tieEnds(among: chain.map { analysis.chains[$0].actors } ?? analysis.graph.actors, of: chain)
    {
      !isKnown[$0]
    }
    guard (ends[place] + unknown) / (total + unknown) < analysis.thresholds.helixShare else { return nil }
    return Gap(
      .unbalancedHelix, in: network, chain: chain, detail: least.rawValue,
      severity: 1 - share / analysis.thresholds.helixShare, outOf: Cases(count),
      evidence: [
        (.least, .sphere(least)), (.share, .number(share)), (.ties, .count(count)),
      ],
      explanation: explanation(least, share, chain, analysis))
  }
}

private func explanation(_ sphere: Helix, _ share: Double, _ chain: Int?, _ analysis: Analysis) -> Phrase {
  let place = analysis.place(chain)
  let who =
    switch sphere {
    case .industry: Phrase("an enterprise", zh: "企业")
    case .university: Phrase("a university, college, or institute", zh: "高校和科研院所")
    case .government, .none: Phrase("a government body", zh: "政府部门")
    }
  return share > 0
    ? Phrase(
      "Only \(Figure.share(share).text) of the parties to ties in \(place.en) belong to \(sphere.label.en).",
      zh: "\(place.zh)的合作各方中，\(who.zh)只占 \(Figure.share(share).text)。")
    : Phrase("No tie in \(place.en) involves \(who.en).", zh: "\(place.zh)的合作双方中没有\(who.zh)。")
}

extension Analysis {
  /// How many ends, half a tie each, of the ties among some actors, of a chain those that name it or none, are of actors
  /// that some test picks.
  fileprivate func tieEnds(among actors: [Int], of chain: Int?, where picks: (Int) -> Bool) -> Double {
    guard actors.contains(where: picks) else { return 0 }
    let members = Set(actors)
    return graph.ties.reduce(0.0) { sum, tie in
      let (source, target) = (network.ties[tie].source, network.ties[tie].target)
      guard members.contains(source), members.contains(target),
        chain == nil || network.ties[tie].chain ?? chain == chain
      else { return sum }
      return sum + (picks(source) ? 0.5 : 0) + (picks(target) ? 0.5 : 0)
    }
  }
}
