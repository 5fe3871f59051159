import KesiNetwork

extension Analysis {
  /// The ways to close a gap, each a set of steps that are taken together, the best first; none where so little would not.
  ///
  /// Who is missing or alone may be joined by an actor of the network that works with the chain already, else by a newcomer; of
  /// either it is asked that it works with somebody, since a seat alone ties nobody. What takes more than a year is half done.
  ///
  /// - Parameters:
  ///   - known: the number of actors that the tables have: those beyond are newcomers, whom no step can name.
  ///   - overloaded: actors whom nobody is to be tied to who comes in, where others are there.
  func closings(of gap: Gap, knowing known: Int, sparing overloaded: Set<Int> = []) -> [[Remedy]] {
    guard [.missingKind, .singleProvider].contains(gap.kind), let number = gap.chain,
      case .kind(let kind)? = gap[.kind]
    else {
      return gap.remedies.isEmpty || gap.remedies.contains { $0.actors.contains { $0 >= known } }
        ? [] : [remedies(of: gap, knowing: known, sparing: overloaded).map(half)]
    }
    let chain = chains[number]
    let hosts = chain.hosts(ofKind: kind, knowing: known, sparing: overloaded)
    // A second that works with whom the first does not even work with would stand in for nothing.
    if gap.kind == .singleProvider, !hosts.isEmpty, !gap.subjects.contains(where: { worksWithAny(of: hosts, $0) }) {
      return []
    }
    let seats = candidates(ofKind: kind, for: chain).filter { $0 < known }.map { actor -> [Remedy] in
      let partners = hosts.filter { $0 != actor && !areTied($0, actor) }
      return [.seat(actor, chain: number)] + partners.map { .tie(actor, $0) }
    }
    return seats + [[chain.newcomer(ofKind: kind, knowing: known, sparing: overloaded)]]
  }

  /// The remedies of a gap, but that whoever comes into a chain is tied to others than those who are overloaded, as far as others
  /// are there.
  func remedies(of gap: Gap, knowing known: Int, sparing overloaded: Set<Int>) -> [Remedy] {
    gap.remedies.map { remedy in
      guard case .position(let kind, let number, let stage, let partners) = remedy,
        partners.contains(where: overloaded.contains)
      else { return remedy }
      guard gap.kind == .brokenStage else {
        return chains[number].newcomer(ofKind: kind, knowing: known, sparing: overloaded)
      }
      let others = linked(to: stage, of: chains[number], by: partners, knowing: known, sparing: overloaded)
      return .position(kind: kind, chain: number, stage: stage, partners: others)
    }
  }

  /// Those who are to link an empty stage to its neighbors, of which each side has one, with others in the place of those who are
  /// overloaded.
  private func linked(
    to stage: String?, of chain: ChainNetwork, by partners: [Int], knowing known: Int, sparing overloaded: Set<Int>
  ) -> [Int] {
    let stages = chain.chain.stages
    guard let empty = stages.firstIndex(where: { stage?.isExactly($0) ?? false }) else { return partners }
    let sides = [empty - 1, empty + 1].filter(stages.indices.contains)
      .map { chain.vertices(atStage: stages[$0]) }.filter { !$0.isEmpty }
    guard sides.count == partners.count else { return partners }
    var named = partners
    for (place, side) in sides.enumerated() where overloaded.contains(named[place]) {
      let others = side.filter {
        let actor = chain.actors[$0]
        return actor < known && !overloaded.contains(actor) && !named.contains(actor)
      }
      if let other = bestTied(others, in: chain.matrix) { named[place] = chain.actors[other] }
    }
    return named
  }

  private func worksWithAny(of others: [Int], _ actor: Int) -> Bool {
    others.contains { $0 == actor || areTied($0, actor) }
  }

  /// Actors of a kind outside a chain that work with most of its actors, three at most; whoever works with none is no nearer
  /// than a newcomer, and parts of an organization that provides already stand in for nobody.
  func candidates(ofKind kind: String, for chain: ChainNetwork) -> [Int] {
    let inside = Set(chain.actors)
    let owners = owners
    let own = Set(chain.providers(ofKind: kind).map { owners[chain.actors[$0.vertex]] })
    let outside = graph.actors.filter {
      network.actors[$0].kind.isExactly(kind) && !inside.contains($0) && !own.contains(owners[$0])
    }
    let known = partners.withRows { rows in
      outside.map { actor in
        // They are of the graph.
        (actor, rows[graph.vertex[actor]!].count { inside.contains(graph.actors[Int($0)]) })
      }
    }
    return known.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3).map(\.0)
  }

  /// Half of a step that takes more than one year; of what is counted in whole numbers the larger half, a whole number too.
  private func half(of remedy: Remedy) -> Remedy {
    guard case .capacity(let amount, let chain) = remedy else { return remedy }
    let half = (amount / 2).withoutNoise
    let isWhole = [network.statedCapacity(of: chain), amount].allSatisfy { $0 == $0.rounded() }
    return .capacity(isWhole ? half.rounded(.up) : half, chain: chain)
  }
}
