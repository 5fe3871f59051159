import KesiNetwork

extension Analysis {
  /// Who should lead a step, from the tables only; nobody where they do not say. Whoever is to be brought into a chain is brought
  /// by the government actor or park that works in the chain and with most of its kind, or most of those it is to meet; what stands
  /// apart is joined by one of these or an association tied to both sides, be it only to others of these; all else is for the leader
  /// of the consortium of those concerned. Where there is none, the chain has a leader of its own, or one organization owns all who
  /// are to provide more, be it of those who are to meet, or the network has one government actor or one park. Else whom a newcomer is to work with first, or who
  /// provides for the chain at the highest level, though not what brings in a rival; of those who are to provide more, or
  /// who have a place in the chain where somebody comes into it, the one that serves most chains; last whoever is tied to both sides. An organization leads for its parts. Nobody leads what settles a matter of
  /// its own, and none but an authority who has as much to carry as he can.
  ///
  /// - Parameters:
  ///   - bringsIn: the kind of whoever is to come into the chain; nil where nobody is.
  ///   - brokers: who is tied to both sides where two groups stand apart.
  ///   - providers: those who are to provide more.
  ///   - unfit: those whose matters are to be settled, and those who have as much to carry as they can.
  func lead(
    of planClass: PlanClass, chain: Int?, among actors: [Int], bringingIn bringsIn: String? = nil,
    between brokers: [Int] = [], providers: [Int] = [], unfit: Set<Int> = []
  ) -> Int? {
    let inside = chain.map { Set(chains[$0].actors) } ?? Set(actors)
    func neutral(_ actor: Int?) -> Int? { actor.flatMap { unfit.contains($0) ? nil : $0 } }
    let authority = bringsIn.flatMap { self.authority(for: $0, meeting: Set(actors), in: inside) }
    if let authority { return authority }
    let first: Int? =
      switch planClass {
      case .fill: bestTied(ofKinds: Self.authorities, to: inside)
      case .connect:
        bestTied(ofKinds: Self.officials, to: Set(actors), all: true, except: unfit)
          ?? brokers.first { Self.officials.containsExactly(network.actors[$0].kind) && !unfit.contains($0) }
      case .strengthen, .steady: neutral(consortiumLeader(of: chain, among: Set(actors)))
      }
    let own =
      first ?? neutral((chain ?? sharedChain(of: actors)).flatMap { chains[$0].leader(among: actors) })
      ?? neutral(owner(of: providers.filter(actors.contains)) ?? owner(of: providers))
    if let own { return own }
    let official = [Set(providers), Set(actors), inside].lazy.compactMap {
      self.bestTied(ofKinds: Self.officials, to: $0, except: unfit)
    }.first
    let only = official ?? Self.authorities.lazy.compactMap { self.onlyActor(ofKind: $0) }.first
    if let only { return only }
    let insider = insider(of: chain, among: actors, bringingIn: bringsIn, providers: providers, unfit: unfit)
    let other = insider ?? brokers.first { !unfit.contains($0) && !actors.contains($0) }
    // Its house leads for it, where that is free to.
    let house = other.flatMap { owner(of: [$0]) }.flatMap { house in
      let isRival = bringsIn.map { network.actors[house].kind.isExactly($0) } ?? false
      return isRival || unfit.contains(house) || graph.vertex[house] == nil ? nil : house
    }
    return house ?? other
  }

  /// Who of a chain sees to a step where nobody else does.
  private func insider(
    of chain: Int?, among actors: [Int], bringingIn bringsIn: String?, providers: [Int], unfit: Set<Int>
  ) -> Int? {
    guard let chain = chain.map({ chains[$0] }) else { return nil }
    // Nobody brings in a rival of its own, and a platform serves others.
    func isFit(_ actor: Int) -> Bool {
      let kind = network.actors[actor].kind
      return !unfit.contains(actor) && !Self.isMadeForOneChain(kind) && bringsIn.map { !kind.isExactly($0) } ?? true
    }
    let host = bringsIn == nil ? nil : actors.first { isFit($0) && chain.actors.contains($0) }
    let more = bringsIn == nil ? providers : chain.actors
    return host ?? widest(of: chain.highest(among: chain.actors.filter(isFit))) ?? widest(of: more.filter(isFit))
  }

  /// Who serves most chains; nil where several serve as many.
  private func widest(of actors: [Int]) -> Int? {
    let served = Set(actors).sorted().map { actor in (actor, chains.count { $0.actors.contains(actor) }) }
    let most = served.map(\.1).max()
    let found = served.filter { $0.1 == most }
    return found.count == 1 ? found[0].0 : nil
  }

  /// The first chain that all of some actors have a place in; nil where there is none.
  private func sharedChain(of actors: [Int]) -> Int? {
    actors.isEmpty ? nil : chains.indices.first { chain in actors.allSatisfy(chains[chain].actors.contains) }
  }

  /// The leader of the consortium that most of some actors are members of, of those of the chain where there are any: none
  /// where nobody of them is, since who leads should be a party. Where nobody is named, that of the chain's only consortium.
  private func consortiumLeader(of chain: Int?, among actors: Set<Int>) -> Int? {
    let led = network.consortia.indices.filter { network.consortia[$0].leader != nil }
    let own = led.filter { chain != nil && network.consortia[$0].chain == chain }
    if actors.isEmpty { return own.count == 1 ? network.consortia[own[0]].leader : nil }
    let members = Dictionary(grouping: network.members, by: \.consortium).mapValues { Set($0.map(\.actor)) }
    func parties(_ consortium: Int) -> Int {
      (members[consortium] ?? []).union([network.consortia[consortium].leader].compactMap(\.self))
        .intersection(actors).count
    }
    for some in [own, led] {
      let best = some.map { ($0, parties($0)) }.filter { $0.1 > 0 }.max { ($0.1, $1.0) < ($1.1, $0.0) }
      if let best { return network.consortia[best.0].leader }
    }
    return nil
  }

  /// The authority that looks after a kind: of those who work with somebody of the chain the one with most of that kind, then with
  /// most of those who are to meet, then of the chain; nil where none does.
  private func authority(for kind: String, meeting actors: Set<Int>, in inside: Set<Int>) -> Int? {
    let peers = Set(graph.actors.filter { network.actors[$0].kind.isExactly(kind) })
    return partners.withRows { rows in
      let found = graph.actors.indices.filter { isAuthority(graph.actors[$0]) }.map { vertex in
        let tied = rows[vertex].map { graph.actors[Int($0)] }
        return (vertex, [peers, actors, inside].map { some in tied.count(where: some.contains) })
      }
      let ranked = found.filter { $0.1[2] > 0 }.max { a, b in
        a.1 == b.1 ? a.0 > b.0 : a.1.lexicographicallyPrecedes(b.1)
      }
      return ranked.map { graph.actors[$0.0] }
    }
  }

  /// The actor that all of some others are a part of; nil where there is none.
  private func owner(of actors: [Int]) -> Int? {
    let own = Set(actors.map { owners[$0] })
    guard own.count == 1, let id = own.first else { return nil }
    return network.actors.firstIndex { ExactText($0.id) == id }.flatMap { actors.contains($0) ? nil : $0 }
  }

  private func onlyActor(ofKind kind: String) -> Int? {
    let found = graph.actors.filter { network.actors[$0].kind.isExactly(kind) }
    return found.count == 1 ? found[0] : nil
  }

  /// The actor of some kinds with most ties to others; nil where none has any, or none has one to each of them.
  private func bestTied(
    ofKinds kinds: [String], to others: Set<Int>, all: Bool = false, except unfit: Set<Int> = []
  ) -> Int? {
    let found = partners.withRows { rows in
      graph.actors.indices.filter { vertex in
        kinds.containsExactly(network.actors[graph.actors[vertex]].kind) && !unfit.contains(graph.actors[vertex])
      }.map { vertex in
        (vertex, rows[vertex].count { others.contains(graph.actors[Int($0)]) })
      }
    }
    let least = all ? others.count : 1
    return found.filter { $0.1 >= max(1, least) }.max { ($0.1, $1.0) < ($1.1, $0.0) }.map { graph.actors[$0.0] }
  }

  /// So many of those who provide are named, and of those who ask for what is lacking.
  static let mostProviders = 8
  private static let mostAsking = 5

  /// With whom: all who take part, but for who leads the step, and up to four in all with the leaders of the chain; where
  /// capacity is to be raised, with those who provide it, and with those who ask for what is lacking.
  ///
  /// - Parameter providers: those who are to provide more.
  func partners(of remedies: [Remedy], chain: Int?, providers: [Int], besides lead: Int?) -> [Int] {
    var named: [Int] = []
    func name(_ actor: Int) { if actor != lead, !named.contains(actor) { named.append(actor) } }
    for remedy in remedies {
      remedy.actors.forEach(name)
      if case .capacity(_, let chain) = remedy {
        providers.prefix(Self.mostProviders).forEach(name)
        let lacking = itemBalances.filter { $0.chain == chain && $0.unmet > 0 }.flatMap(\.demands)
        lacking.map(\.actor).prefix(Self.mostAsking).forEach(name)
      }
    }
    if let chain = chain.map({ chains[$0] }) {
      for vertex in chain.actors.indices where named.count < 4 && chain.leads(vertex) { name(chain.actors[vertex]) }
    }
    return named
  }
}
