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
  // Co-membership says nothing of who works with whom across spheres.
  guard !survey.graph.ties.isEmpty else { return [] }
  let spheres = TripleHelix.spheres
  let helix = network.actors.map { network.profile.kind($0.kind).helix }
  let scopes: [Int?] = [nil] + survey.chains.map(\.index)
  return scopes.compactMap { chain -> Gap? in
    let (count, ends) = survey.sphereEnds(
      among: chain.map { survey.chains[$0].actors } ?? survey.graph.actors, of: chain, helix)
    guard count >= survey.thresholds.smallestScope else { return nil }
    let total = ends.reduce(0, +)
    let asked = spheres.indices.filter { index in
      guard let chain else { return true }
      let kinds = survey.chains[chain].chain.requires + survey.chains[chain].actors.map { network.actors[$0].kind }
      return kinds.contains { network.profile.kind($0).helix == spheres[index] }
    }
    guard total > 0, let place = asked.min(by: { ends[$0] < ends[$1] }) else { return nil }
    let (least, share) = (spheres[place], ends[place] / total)
    guard share < survey.thresholds.helixShare else { return nil }
    let synergy = helixSynergy(of: survey.consortiaMembers(of: chain), helix)
    let percent = (share * 100).rounded()
    return Gap(
      .unbalancedHelix, in: network, chain: chain, detail: least.rawValue, severity: 1 - 3 * share,
      evidence: [
        ("least", .text(least.rawValue)), ("share", .number(share)), ("ties", .count(count)),
      ] + (synergy.map { [("t_uig_bits", Evidence.number($0))] } ?? []),
      explanation: Phrase(
        "Only \(percent.plain) % of the tie ends of \(survey.place(chain).en) belong to \(least.label.en).",
        zh: "\(survey.place(chain).zh)的联系中，\(least.label.zh)只占 \(percent.plain)%。"))
  }
}
