#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One of the three spheres – industry, university, government – is all but absent from the ties of the network or of a
/// chain.
///
/// A tie counts half for the sphere of each end; ties of actors of no sphere count for none. A chain is asked only for
/// spheres that it requires a kind of, or has an actor of: government seldom takes part in one. Severity: what the smallest
/// sphere's share lacks to an even third, as a share of that third. Where consortia are known, T of the three spheres
/// among their members is stated beside it: below 0 they work in concert, at 0 or above each for itself.
/// To falsify it: ties of the missing sphere.
///
/// - Source: Leydesdorff, *The mutual information of university–industry–government relations*, Scientometrics 2003.
@Sendable func unbalancedHelices(_ survey: GapSurvey) -> [Gap] {
  let network = survey.network
  let helix = network.actors.map { network.profile.kind($0.kind).helix }
  let whole: [(chain: Int?, ties: [Tie])] = [(nil, survey.graph.ties.map { network.ties[$0] })]
  let byChain = survey.chains.map { chain in
    let members = Set(chain.actors)
    let ties = survey.graph.ties.map { network.ties[$0] }.filter {
      members.contains($0.source) && members.contains($0.target) && ($0.chain == nil || $0.chain == chain.index)
    }
    return (chain: Optional(chain.index), ties: ties)
  }
  return (whole + byChain).compactMap { chain, ties -> Gap? in
    guard ties.count >= survey.thresholds.smallestScope else { return nil }
    let ends = spheres.map { sphere in
      ties.reduce(0.0) { $0 + (helix[$1.source] == sphere ? 0.5 : 0) + (helix[$1.target] == sphere ? 0.5 : 0) }
    }
    let total = ends.reduce(0, +)
    let asked = spheres.indices.filter { index in
      guard let chain else { return true }
      let kinds = survey.chains[chain].chain.requires + survey.chains[chain].actors.map { network.actors[$0].kind }
      return kinds.contains { network.profile.kind($0).helix == spheres[index] }
    }
    guard total > 0, let place = asked.min(by: { ends[$0] < ends[$1] }) else { return nil }
    let (least, share) = (spheres[place], ends[place] / total)
    guard share < survey.thresholds.helixShare else { return nil }
    let synergy = tripleHelix(of: survey.consortiaMembers(of: chain), helix)
    let percent = (share * 100).rounded()
    return Gap(
      .unbalancedHelix, in: network, chain: chain, detail: least.rawValue, severity: 1 - 3 * share,
      evidence: [
        ("least", .text(least.rawValue)), ("share", .number(share)), ("ties", .count(ties.count)),
      ] + (synergy.map { [("t_uig_bits", Evidence.number($0))] } ?? []),
      explanation: Phrase(
        "Only \(percent.plain) % of the tie ends of \(survey.place(chain).en) belong to \(least.label.en).",
        zh: "\(survey.place(chain).zh)的联系中，\(least.label.zh)只占 \(percent.plain)%。"))
  }
}

private let spheres: [Helix] = [.university, .industry, .government]

/// T = H(u) + H(i) + H(g) − H(ui) − H(ug) − H(ig) + H(uig) in bits, over groups of actors by which spheres they hold; nil
/// below ten groups, where it says nothing.
func tripleHelix(of groups: [[Int]], _ helix: [Helix]) -> Double? {
  guard groups.count >= 10 else { return nil }
  let marks = groups.map { group in
    spheres.enumerated().reduce(0) { mark, item in
      group.contains { helix[$0] == item.element } ? mark | 1 << item.offset : mark
    }
  }
  func entropy(_ spheres: Int) -> Double {
    let counts = Dictionary(grouping: marks) { $0 & spheres }.values.map { Double($0.count) / Double(marks.count) }
    return -counts.reduce(0) { $0 + $1 * log2($1) }
  }
  return entropy(1) + entropy(2) + entropy(4) - entropy(3) - entropy(5) - entropy(6) + entropy(7)
}
