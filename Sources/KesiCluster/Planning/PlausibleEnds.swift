import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Who should meet, where it matters only that two sides do: of all pairs that would close a gap as well, those that make sense.
struct PlausibleEnds {
  let analysis: Analysis
  let score: PartnerScore
  /// Those whom the tables call overloaded: nobody who comes in is tied to them where others are there.
  let overloaded: Set<Int>
  /// At most so many of a side are looked at, those with most ties.
  private static let mostOfSide = 40
  /// So many pairs are tried beside the one that the gap names.
  private static let mostPairs = 2

  init(_ analysis: Analysis) throws {
    self.analysis = analysis
    score = try analysis.partnerScore()
    overloaded = score.overloaded
  }

  /// The ways to take some steps for a gap, the named one first if it makes sense: each new tie with ends that could work
  /// together. None where no such pair is there.
  func ways(of steps: [Remedy], for gap: Gap) -> [[Remedy]] {
    // What ended badly is to be settled before it is taken up again.
    for case .renewal(let a, let b) in steps where score.objection(to: a, b) == .renegotiate { return [] }
    guard steps.contains(where: { if case .tie = $0 { true } else { false } }) else { return [steps] }
    // Who comes into a chain is not yet of it: that nothing brings the two together is why they are to meet.
    let joins = steps.contains { if case .seat = $0 { true } else { false } }
    let states = [.unmetDemand, .idleSupply].contains(gap.kind)
    var ways: [[Remedy]] = [[]]
    for step in steps {
      guard case .tie(let a, let b) = step else {
        ways = ways.map { $0 + [step] }
        continue
      }
      let ends =
        joins || states
        ? (isSensible(a, b, joining: joins, stating: states) ? [step] : []) : pairs(like: a, b, for: gap)
      // Each tie of a set is another one.
      ways = ends.flatMap { end in ways.compactMap { $0.contains(end) ? nil : $0 + [end] } }
      // A set of ties is tried in few forms: each with its best ends.
      if steps.count > 2, let first = ways.first { ways = [first] }
    }
    return ways
  }

  /// How likely the new ties among some steps are to come about: the least likely of them; nil where there are none.
  func plausibility(of steps: [Remedy]) -> Double? {
    steps.filter(\.isNewTie).compactMap(\.pair).map { score.plausibility($0[0], $0[1]) }.filter(\.isFinite).min()
  }

  /// What those have in common who are to meet.
  func basis(of steps: [Remedy]) -> Phrase {
    let shared = steps.filter(\.isNewTie).compactMap(\.pair).compactMap { pair -> Phrase? in
      let evidence = score.evidence(pair[0], pair[1])
      guard !evidence.en.isEmpty else { return nil }
      return Phrase(
        "\(analysis.name(pair[0], .en)) and \(analysis.name(pair[1], .en)): \(evidence.en).".withSingleStops,
        zh: "\(analysis.name(pair[0], .zh))与\(analysis.name(pair[1], .zh))：\(evidence.zh)。")
    }
    return Phrase(shared.map(\.en).joined(separator: " "), zh: shared.map(\.zh).joined())
  }

  /// Whether nothing speaks against two, and neither offers what the other has no need of.
  ///
  /// - Parameter states: whether one offers what the other asks for: that outweighs how much they are taken to carry, and
  ///   that nothing else brings them together.
  private func isSensible(_ a: Int, _ b: Int, joining: Bool = false, stating states: Bool = false) -> Bool {
    switch score.objection(to: a, b) {
    case nil: joining || states || !score.areAtOdds(a, b)
    case .unrelated?, .remote?: joining || states
    case .overloaded?, .full?: states
    default: false
    }
  }

  /// The pair itself if it makes sense, then the most plausible others of the same two sides.
  private func pairs(like a: Int, _ b: Int, for gap: Gap) -> [Remedy] {
    let (one, other) = sides(of: a, b, for: gap)
    // Whoever is tied to both sides can bring them together.
    let hasBrokers = gap.kind == .structuralHole && !gap.subjects.isEmpty
    func isSensible(_ x: Int, _ y: Int) -> Bool {
      self.isSensible(x, y, joining: hasBrokers && score.objection(to: x, y) == .unrelated && complement(x, y))
    }
    var found: [(score: Double, pair: (Int, Int))] = []
    for x in one {
      for y in other where x != y && !(x == a && y == b) && isSensible(x, y) {
        found.append((score.plausibility(x, y), (x, y)))
      }
    }
    found.sort { ($1.score, $0.pair.0, $0.pair.1) < ($0.score, $1.pair.0, $1.pair.1) }
    return (isSensible(a, b) ? [.tie(a, b)] : []) + found.prefix(Self.mostPairs).map { .tie($0.pair.0, $0.pair.1) }
  }

  /// Whether one demands in a chain that needs the other's kind, a college for an enterprise of another chain, and the tables do not
  /// say that it offers something else.
  private func complement(_ a: Int, _ b: Int) -> Bool {
    let network = analysis.network
    guard !score.areAtOdds(a, b) else { return false }
    return analysis.chains.contains { chain in
      [(a, b), (b, a)].contains { demander, provider in
        network.profile.demands(network.actors[demander].kind) && chain.actors.contains(demander)
          && chain.providerKinds.containsExactly(network.actors[provider].kind)
      }
    }
  }

  /// Whom each end of a tie stands for: the groups that a hole parts; else those who are joined with it in the chain or the
  /// network once the subjects of the gap are gone.
  private func sides(of a: Int, _ b: Int, for gap: Gap) -> ([Int], [Int]) {
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
