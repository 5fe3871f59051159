import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who should meet, where it matters only that two sides do: of all pairs that would close a gap as well, those that make sense.
struct PlausibleEnds {
  let analysis: Analysis
  let score: PartnerScore
  /// Those whom the tables call overloaded: nobody who comes in is tied to them where others are there.
  let overloaded: Set<Int>
  /// Those who have as much to carry as they can, all but authorities: as parties they lead nothing.
  let burdened: Set<Int>
  /// At most so many of a side are looked at, those with most ties.
  private static let mostOfSide = 40
  /// So many pairs are tried beside the one that the gap names.
  private static let mostPairs = 2
  /// Of a set of up to so many ties it is asked each time which comes next.
  private static let mostWeighed = 8

  init(_ analysis: Analysis) throws {
    self.analysis = analysis
    score = try analysis.partnerScore()
    overloaded = score.overloaded
    burdened = score.burdened.filter { !analysis.isAuthority($0) }
  }

  /// The ways to take some steps for a gap, the best first: each new tie with ends that could work together. None where no such
  /// pair is there.
  func ways(of steps: [Remedy], for gap: Gap) -> [[Remedy]] {
    // What ended badly is to be settled before it is taken up again.
    for case .renewal(let a, let b) in steps where score.objection(to: a, b) == .renegotiate { return [] }
    guard steps.contains(where: { if case .tie = $0 { true } else { false } }) else { return [steps] }
    // Who comes into a chain is not yet of it: that nothing brings the two together is why they are to meet.
    let joins = steps.contains(where: \.isSeat)
    let states = [.unmetDemand, .idleSupply].contains(gap.kind)
    if steps.count > 2, !joins, !states { return oneWay(of: steps, for: gap).map { [$0] } ?? [] }
    var ways: [[Remedy]] = [[]]
    for step in steps {
      guard case .tie(let a, let b) = step else {
        ways = ways.map { $0 + [step] }
        continue
      }
      let ends =
        joins || states
        ? (isSensible(a, b, joining: joins, stating: states) ? [step] : [])
        : pairs(like: a, b, for: gap).map(\.tie)
      // Each tie of a set is another one.
      ways = ends.flatMap { end in ways.compactMap { $0.contains(end) ? nil : $0 + [end] } }
    }
    return joins ? ways.filter(isNear) : ways
  }

  /// A set of more ties is tried in one form: the best pair of all first, then the best once that is there, and so on; of very many
  /// ties one after the other. Nil where one of them would not make sense.
  private func oneWay(of steps: [Remedy], for gap: Gap) -> [Remedy]? {
    var way = steps
    var chosen: [Remedy] = []
    var open = steps.indices.filter { if case .tie = steps[$0] { true } else { false } }
    while !open.isEmpty {
      var best: (worth: Double, tie: Remedy, step: Int)?
      for step in open.prefix(steps.count <= Self.mostWeighed ? open.count : 1) {
        guard case .tie(let a, let b) = steps[step] else { continue }
        // Each tie of a set is another one.
        guard let pair = pairs(like: a, b, for: gap, after: chosen).first(where: { !chosen.contains($0.tie) }) else {
          return nil
        }
        if best.map({ $0.worth < pair.worth }) ?? true { best = (pair.worth, pair.tie, step) }
      }
      guard let best else { return nil }
      chosen.append(best.tie)
      way[best.step] = best.tie
      open.removeAll { $0 == best.step }
    }
    return way
  }

  /// Whether those who are to take a seat work with somebody of the chain, or look like actors who could.
  private func isNear(_ way: [Remedy]) -> Bool {
    !Analysis.isFarOff(plausibility(of: way))
      || way.allSatisfy { remedy in
        guard case .seat(let actor, let chain) = remedy else { return true }
        return analysis.chains[chain].actors.contains { analysis.areTied($0, actor) }
      }
  }

  /// How likely the new ties among some steps are to come about: the least likely of them; nil where there are none.
  func plausibility(of steps: [Remedy]) -> Double? {
    steps.filter(\.isNewTie).compactMap(\.pair).map { score.plausibility($0[0], $0[1]) }.filter(\.isFinite).min()
  }

  /// What those have in common who are to meet, and which chains those serve already who are to come into one.
  func basis(of steps: [Remedy]) -> Phrase {
    let served = steps.compactMap { remedy -> Phrase? in
      if case .seat(let actor, let chain) = remedy { analysis.served(by: actor, besides: chain) } else { nil }
    }
    let shared = steps.filter(\.isNewTie).compactMap(\.pair).compactMap { pair -> Phrase? in
      let evidence = score.evidence(pair[0], pair[1])
      guard !evidence.en.isEmpty else { return nil }
      return Phrase(
        "\(analysis.name(pair[0], .en)) and \(analysis.name(pair[1], .en)): \(evidence.en).".withSingleStops,
        zh: "\(analysis.name(pair[0], .zh))与\(analysis.name(pair[1], .zh))：\(evidence.zh)。")
    }
    return Phrase(sentences: shared + served)
  }

  /// Whether nothing speaks against two, neither offers what the other has no need of, and neither is an authority: these guide
  /// others, and mend no structure as partners.
  ///
  /// - Parameter states: whether one offers what the other asks for: that outweighs how much they are taken to carry, and
  ///   that nothing else brings them together.
  private func isSensible(_ a: Int, _ b: Int, joining: Bool = false, stating states: Bool = false) -> Bool {
    switch score.objection(to: a, b) {
    case nil: joining || states || !score.areAtOdds(a, b) && ![a, b].contains(where: analysis.isAuthority)
    case .unrelated?, .remote?: joining || states
    case .overloaded?, .full?: states
    default: false
    }
  }

  /// The best pairs of the same two sides, and the pair itself if it makes sense, the best first: one of whom supplies the other,
  /// then the most plausible.
  ///
  /// - Parameter earlier: what is done before: who is joined by it is of one side.
  private func pairs(
    like a: Int, _ b: Int, for gap: Gap, after earlier: [Remedy] = []
  ) -> [(worth: Double, tie: Remedy)] {
    let (one, other) = sides(of: a, b, for: gap, after: earlier)
    let mendsStructure = [.cutActor, .bridgeTie].contains(gap.kind) && gap.chain == nil
    // Whoever is tied to both sides can bring them together.
    let hasBrokers = gap.kind == .structuralHole && !gap.subjects.isEmpty
    func isSensible(_ x: Int, _ y: Int) -> Bool {
      // Of those who share no chain nobody keeps up a tie for the sake of structure alone.
      (!mendsStructure || score.shareWork(x, y))
        && self.isSensible(x, y, joining: hasBrokers && score.objection(to: x, y) == .unrelated && complement(x, y))
    }
    /// Who supplies the other comes before all others.
    func worth(_ x: Int, _ y: Int) -> Double { score.plausibility(x, y) + (score.isSupply(x, y) ? 1 : 0) }
    var found: [(worth: Double, pair: (Int, Int))] = []
    for x in one {
      for y in other where x != y && !(x == a && y == b) && isSensible(x, y) {
        found.append((worth(x, y), (x, y)))
      }
    }
    found.sort { ($1.worth, $0.pair.0, $0.pair.1) < ($0.worth, $1.pair.0, $1.pair.1) }
    var best = Array(found.prefix(Self.mostPairs))
    if isSensible(a, b) {
      let own = worth(a, b)
      best.insert((own, (a, b)), at: best.firstIndex { $0.worth <= own } ?? best.count)
    }
    return best.map { ($0.worth, .tie($0.pair.0, $0.pair.1)) }
  }

  /// Whether one demands in a chain that needs the other's kind, a college for an enterprise of another chain, and the tables do not
  /// say that it offers something else. Only of neighbors and members of one consortium: the kind alone is no reason to meet.
  private func complement(_ a: Int, _ b: Int) -> Bool {
    let network = analysis.network
    guard score.areNeighbors(a, b), !score.areAtOdds(a, b) else { return false }
    return analysis.chains.contains { chain in
      [(a, b), (b, a)].contains { demander, provider in
        network.profile.demands(network.actors[demander].kind) && chain.actors.contains(demander)
          && chain.providerKinds.containsExactly(network.actors[provider].kind)
      }
    }
  }

  /// Whom each end of a tie stands for: the groups that a hole parts; else those who are joined with it in the chain or the
  /// network once the subjects of the gap are gone.
  private func sides(of a: Int, _ b: Int, for gap: Gap, after earlier: [Remedy]) -> ([Int], [Int]) {
    if case .group(let first, let grouping)? = gap[.firstGroup], case .group(let second, _)? = gap[.secondGroup] {
      let groups = analysis.groups(by: grouping)
      func members(_ id: String) -> Set<Int> {
        Set(groups.first { $0.id.isExactly(id) }?.vertices.map { analysis.graph.actors[$0] } ?? [])
      }
      let (x, y) = (members(first), members(second))
      let own =
        x.contains(a) && !y.contains(a) ? (x.subtracting(y), y.subtracting(x)) : (y.subtracting(x), x.subtracting(y))
      return (best(own.0), best(own.1))
    }
    let (matrix, actors) =
      gap.chain.map { (analysis.chains[$0].matrix, analysis.chains[$0].actors) }
      ?? (analysis.partners, analysis.graph.actors)
    let gone = Set(gap.subjects).subtracting([a, b])
    let kept = actors.indices.filter { !gone.contains(actors[$0]) }
    let component = components(of: matrix.submatrix(keeping: kept))
    var partOf: [Int: Int] = [:]
    for (place, vertex) in kept.enumerated() { partOf[actors[vertex]] = component[place] }
    for pair in earlier.compactMap(\.pair) {
      guard let x = partOf[pair[0]], let y = partOf[pair[1]] else { continue }
      for (actor, part) in partOf where part == y { partOf[actor] = x }
    }
    guard let x = partOf[a], let y = partOf[b], x != y else { return ([a], [b]) }
    func members(_ part: Int) -> Set<Int> { Set(partOf.filter { $0.value == part }.keys) }
    return (best(members(x)), best(members(y)))
  }

  /// Those with most ties, the first of equals.
  private func best(_ actors: Set<Int>) -> [Int] {
    let vertices = actors.compactMap { analysis.graph.vertex[$0] }.sorted()
    return analysis.partners.withRows { $0.byFallingDegree(vertices).prefix(Self.mostOfSide) }
      .map { analysis.graph.actors[$0] }
  }
}

extension Analysis {
  private static let mostServed = 4

  /// Which chains an actor has a place in beside one; nil where there are none.
  fileprivate func served(by actor: Int, besides chain: Int) -> Phrase? {
    let others = chains.indices.filter { $0 != chain && chains[$0].actors.contains(actor) }
    guard !others.isEmpty else { return nil }
    let english = others.listed(most: Self.mostServed, in: .en) { chainName($0, .en) }
    let chinese = others.prefix(Self.mostServed).map { "“\(chainName($0, .zh))”" }.joined()
    let more = others.count > Self.mostServed ? "等 \(others.count) 条" : ""
    return Phrase(
      "\(name(actor, .en)) has a place in \(english) so far.",
      zh: "\(name(actor, .zh))目前已在\(chinese)\(more)产业链中。".setTight)
  }
}
