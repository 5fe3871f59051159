import KesiNetwork

extension Analysis {
  /// The ways to close a gap, each a set of steps that are taken together, the best first; none where so little would not.
  ///
  /// Who is missing or alone may be joined by an actor of the network, best by one that works with the chain already, else by a
  /// newcomer; of either it is asked that it works with somebody, since a seat alone ties nobody. What takes more than a year is
  /// half done.
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
    let hosts = chain.hosts(
      ofKind: kind, knowing: known, sparing: overloaded, unless: areDissatisfied, preferring: leaning(of: gap))
    if gap.kind == .singleProvider, !isSecondOfUse(for: gap, hosts, knowing: known) { return [] }
    let seats = members(ofKind: kind, for: chain).filter { $0 < known }.map { actor -> [Remedy] in
      let partners = hosts.filter { $0 != actor && !areTied($0, actor) }
      return [.seat(actor, chain: number)] + partners.map { .tie(actor, $0) }
    }
    return seats + [[chain.newcomer(ofKind: kind, with: hosts)]]
  }

  /// Who leans on the only provider of a kind; nobody where it is another gap.
  private func leaning(of gap: Gap) -> Set<Int> {
    guard gap.kind == .singleProvider, let chain = gap.chain.map({ chains[$0] }) else { return [] }
    let vertices = chain.actors.indices.filter { gap.subjects.contains(chain.actors[$0]) }
    return chain.matrix.withRows { rows in Set(vertices.flatMap { rows[$0].map { chain.actors[Int($0)] } }) }
  }

  /// Whether it is worth it that a second provider is found: not while the first has yet to come, nor for one that depends on it
  /// alone; and a second that works with whom the first does not even work with would stand in for nothing.
  private func isSecondOfUse(for gap: Gap, _ hosts: [Int], knowing known: Int) -> Bool {
    guard gap.subjects.allSatisfy({ $0 < known }), !gap.dependsOnOneAtMost else { return false }
    return hosts.isEmpty || gap.subjects.contains { worksWithAny(of: hosts, $0) }
  }

  /// The remedies of a gap, but that whoever comes into a chain is tied to others than those who are overloaded, and not to two whose
  /// last work did not satisfy, as far as others are there; as a second provider to those who lean on the first.
  func remedies(of gap: Gap, knowing known: Int, sparing overloaded: Set<Int>) -> [Remedy] {
    gap.remedies.map { remedy in
      guard case .position(let kind, let number, let stage, let partners) = remedy else { return remedy }
      guard gap.kind == .brokenStage else {
        let hosts = chains[number].hosts(
          ofKind: kind, knowing: known, sparing: overloaded, unless: areDissatisfied, preferring: leaning(of: gap))
        return chains[number].newcomer(ofKind: kind, with: hosts)
      }
      guard partners.contains(where: overloaded.contains) else { return remedy }
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

  private static let mostMembers = 3

  /// Actors of a kind outside a chain that work with most of its actors, three at most.
  func candidates(ofKind kind: String, for chain: ChainNetwork) -> [Int] {
    outsiders(ofKind: kind, of: chain).filter { $0.ties > 0 }.sorted { ($1.ties, $0.actor) < ($0.ties, $1.actor) }
      .prefix(Self.mostMembers).map(\.actor)
  }

  /// The same, and after them those who work with none of the chain but stand in two others or more: an actor that serves several
  /// chains is nearer than a stranger. Of these first who stands in the zone of most of the chain, then who has the highest level
  /// anywhere, then who serves the fewest chains.
  private func members(ofKind kind: String, for chain: ChainNetwork) -> [Int] {
    let others = outsiders(ofKind: kind, of: chain)
    guard !others.isEmpty else { return [] }
    let zones = chain.actors.reduce(into: [ExactText: Int]()) { counts, actor in
      if let zone = network.actors[actor].zone { counts[ExactText(zone), default: 0] += 1 }
    }
    func neighbors(_ actor: Int) -> Int { network.actors[actor].zone.flatMap { zones[ExactText($0)] } ?? 0 }
    let isOther = Set(others.map(\.actor))
    var levels: [Int: Int] = [:]
    var served: [Int: Set<Int>] = [:]
    for position in network.positions where isOther.contains(position.actor) {
      served[position.actor, default: []].insert(position.chain)
      guard let level = position.level.flatMap(Level.allCases.firstIndex) else { continue }
      levels[position.actor] = min(levels[position.actor] ?? .max, level)
    }
    func order(_ one: (actor: Int, ties: Int)) -> (Int, Int, Int, Int, Int) {
      (-one.ties, -neighbors(one.actor), levels[one.actor] ?? .max, served[one.actor]?.count ?? 0, one.actor)
    }
    return others.filter { $0.ties > 0 || (served[$0.actor]?.count ?? 0) > 1 }.sorted { order($0) < order($1) }
      .prefix(Self.mostMembers).map(\.actor)
  }

  /// Actors of a kind outside a chain, with how many of its actors they work with: no parts of an organization that provides
  /// already, which stand in for nobody.
  func outsiders(ofKind kind: String, of chain: ChainNetwork) -> [(actor: Int, ties: Int)] {
    let inside = Set(chain.actors)
    let owners = owners
    let own = Set(chain.providers(ofKind: kind).map { owners[chain.actors[$0.vertex]] })
    let outside = graph.actors.filter {
      network.actors[$0].kind.isExactly(kind) && !inside.contains($0) && !own.contains(owners[$0])
    }
    return partners.withRows { rows in
      outside.map { actor in
        // They are of the graph.
        (actor, rows[graph.vertex[actor]!].count { inside.contains(graph.actors[Int($0)]) })
      }
    }
  }

  /// Half of a step that takes more than one year; of what is counted in whole numbers the larger half, a whole number too.
  private func half(of remedy: Remedy) -> Remedy {
    guard case .capacity(let amount, let chain) = remedy else { return remedy }
    let half = (amount / 2).withoutNoise
    let isWhole = [network.statedCapacity(of: chain), amount].allSatisfy { $0 == $0.rounded() }
    return .capacity(isWhole ? half.rounded(.up) : half, chain: chain)
  }
}

extension Gap {
  /// Whether the ties of a chain are known and no more than one leans on its only provider.
  var dependsOnOneAtMost: Bool {
    guard case .known(true)? = self[.tiesKnown], let dependents = number(.leaning) else { return false }
    return dependents < 2
  }
}
