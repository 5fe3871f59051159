import KesiNetwork

extension Analysis {
  /// The ways to close a gap, each a set of steps that are taken together, the best first; none where so little would not.
  ///
  /// Who is missing or alone may be joined by an actor of the network that works with the chain already, else by a newcomer; of
  /// either it is asked that it works with somebody, since a seat alone ties nobody. What takes more than a year is half done.
  ///
  /// - Parameter known: the number of actors that the tables have: those beyond are newcomers, whom no step can name.
  func closings(of gap: Gap, knowing known: Int) -> [[Remedy]] {
    guard [.missingKind, .singleProvider].contains(gap.kind), let number = gap.chain,
      case .kind(let kind)? = gap[.kind]
    else {
      return gap.remedies.isEmpty || gap.remedies.contains { $0.actors.contains { $0 >= known } }
        ? [] : [gap.remedies.map(half)]
    }
    let chain = chains[number]
    let hosts = chain.hosts(ofKind: kind, knowing: known)
    let seats = candidates(ofKind: kind, for: chain).filter { $0 < known }.map { actor -> [Remedy] in
      let partners = hosts.filter { $0 != actor && !areTied($0, actor) }
      return [.seat(actor, chain: number)] + partners.map { .tie(actor, $0) }
    }
    return seats + [[chain.newcomer(ofKind: kind, knowing: known)]]
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
