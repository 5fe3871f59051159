import KesiCluster
import KesiMatrix
import KesiNetwork

/// A gap by what tells it from others of its kind: its chain, and its subjects or its detail.
struct Mark: Hashable {
  let kind: GapKind
  let text: String

  init(_ kind: GapKind, _ parts: [String]) {
    self.kind = kind
    text = parts.joined(separator: " ")
  }

  /// The mark of a gap that Kesi found.
  init(_ gap: Gap, in network: Network) {
    func word(_ term: EvidenceTerm) -> [String] { [gap[term]?.code(in: network)].compactMap { $0 } }
    let chain = [gap.chain.map { network.chains[$0].id } ?? "network"]
    let subjects = gap.subjects.map { network.actors[$0].id }.sorted()
    switch gap.kind {
    case .missingKind, .singleProvider: self.init(gap.kind, chain + word(.kind))
    case .brokenStage: self.init(gap.kind, chain + word(.from))
    case .capacityShort, .stalled, .thinChain: self.init(gap.kind, chain)
    case .unbalancedHelix: self.init(gap.kind, chain + word(.least))
    case .isolatedActor, .detachedGroup, .oneSided, .intermittent: self.init(gap.kind, subjects)
    case .unmetDemand, .idleSupply: self.init(gap.kind, word(.item))
    case .structuralHole: self.init(gap.kind, (word(.firstGroup) + word(.secondGroup)).sorted())
    // Bridges, cuts, brokers, and whatever is said of actors.
    default: self.init(gap.kind, chain + subjects)
    }
  }
}

/// A sound cluster into which gaps are put, with all that is then true of it.
struct Planting {
  var cluster: SoundCluster
  private(set) var truth = Set<Mark>()
  /// Chains that nothing has been done to.
  private var free: [Int]

  init(chains: Int, noise: Double, seed: UInt64) {
    cluster = SoundCluster(chains: chains, noise: noise, seed: seed)
    free = Array(0..<chains).shuffled(using: &cluster.random)
    let rounds = max(1, chains / 12)
    for _ in 0..<rounds {
      missingKind()
      singleProvider()
      shortCapacity()
      brokenStage()
      star()
      stalled()
      pendantGroup()
      groupAtOneActor()
      outsider()
      detached()
    }
    // Last, so that nothing adds ties to what they say or takes any away.
    for _ in 0..<rounds {
      oneSided()
      intermittent()
    }
    if seed % 2 == 0 { hardlyAnyGovernment() }
    // The year up to which ties are counted is that of the latest start.
    let place = cluster.network.ties.firstIndex { $0.period.to == nil && $0.period.from != nil && $0.chain == nil }!
    cluster.network.ties[place].period.from = PartialDate("\(SoundCluster.year)")
  }

  private func id(_ actor: Int) -> String { cluster.network.actors[actor].id }

  mutating func plant(_ kind: GapKind, _ parts: String...) { truth.insert(Mark(kind, parts)) }

  private mutating func chain() -> Int { free.removeLast() }

  private mutating func missingKind() {
    let (chain, kind) = (chain(), ["college", "institute", "platform"][cluster.random.below(3)])
    for actor in cluster.members[chain] where cluster.network.actors[actor].kind == kind {
      cluster.network.actors[actor].kind = "enterprise"
    }
    plant(.missingKind, "c\(chain)", kind)
  }

  private mutating func singleProvider() {
    let (chain, kind) = (chain(), ["college", "institute", "platform"][cluster.random.below(3)])
    let all = cluster.members[chain].filter { cluster.network.actors[$0].kind == kind }
    for actor in all.dropFirst() { cluster.network.actors[actor].kind = "enterprise" }
    plant(.singleProvider, "c\(chain)", kind)
  }

  private mutating func shortCapacity() {
    let chain = chain()
    cluster.network.chains[chain].capacity = 50 + 45 * cluster.random.unit()
    plant(.capacityShort, "c\(chain)")
  }

  /// Upstream works by itself, and so does the rest; both have ties enough to other chains.
  private mutating func brokenStage() {
    let chain = chain()
    let upstream = Set(cluster.network.positions.filter { $0.chain == chain && $0.stage == "upstream" }.map(\.actor))
    let parts = [
      cluster.members[chain].filter(upstream.contains), cluster.members[chain].filter { !upstream.contains($0) },
    ]
    cluster.network.ties.removeAll { $0.chain == chain }
    for part in parts {
      cluster.knit(part, chain: chain)
      for actor in part.prefix(3) { tieAway(actor, from: chain) }
    }
    plant(.brokenStage, "c\(chain)", "upstream")
  }

  /// All ties of a chain run through one actor; outside the chain all have others.
  private mutating func star() {
    let chain = chain()
    let actors = cluster.members[chain]
    let middle = actors[cluster.random.below(actors.count)]
    cluster.network.ties.removeAll { $0.chain == chain }
    for actor in actors where actor != middle {
      cluster.tie(middle, actor, chain: chain)
      tieAway(actor, from: chain)
    }
    plant(.overloadedBroker, "c\(chain)", id(middle))
    plant(.cutActor, "c\(chain)", id(middle))
  }

  private mutating func stalled() {
    let chain = chain()
    for place in cluster.network.ties.indices where cluster.network.ties[place].chain == chain {
      guard cluster.random.unit() < 0.85, cluster.network.ties[place].stage != nil else { continue }
      if cluster.random.unit() < 0.5 {
        cluster.network.ties[place].outcome = .unsatisfactory
      } else {
        cluster.network.ties[place].outcome = .open
        cluster.network.ties[place].stage = [.application, .research, .implementation][cluster.random.below(3)]
        cluster.network.ties[place].period.from = PartialDate("2017")
      }
    }
    plant(.stalled, "c\(chain)")
  }

  private mutating func group(_ size: Int) -> [Int] {
    let actors = (0..<size).map { _ in cluster.addActor("enterprise") }
    for place in actors.indices where size > 1 { cluster.tie(actors[place], actors[(place + 1) % size], chain: nil) }
    return actors
  }

  /// A group that one tie holds: with it, the actors at both ends of the tie are cuts.
  private mutating func pendantGroup() {
    let size = [1, 3, 4, 5][cluster.random.below(4)]
    let (actors, anchor) = (group(size), cluster.anchor())
    cluster.tie(anchor, actors[0], chain: nil)
    plant(.bridgeTie, "network", [id(anchor), id(actors[0])].sorted().joined(separator: " "))
    plant(.cutActor, "network", id(anchor))
    if size > 1 { plant(.cutActor, "network", id(actors[0])) }
  }

  /// A group that two ties hold, both to one actor.
  private mutating func groupAtOneActor() {
    let (actors, anchor) = (group(4), cluster.anchor())
    cluster.tie(anchor, actors[0], chain: nil)
    cluster.tie(anchor, actors[2], chain: nil)
    plant(.cutActor, "network", id(anchor))
  }

  private mutating func outsider() {
    let actor = cluster.addActor("enterprise")
    plant(.isolatedActor, id(actor))
  }

  private mutating func detached() {
    let actors = group(3 + cluster.random.below(3))
    plant(.detachedGroup, actors.map(id).sorted().joined(separator: " "))
  }

  private mutating func oneSided() {
    let actor = cluster.anchor()
    for place in cluster.network.ties.indices {
      let tie = cluster.network.ties[place]
      guard tie.source == actor || tie.target == actor, tie.benefitToSource != nil else { continue }
      let (own, others) = (0.5 * cluster.random.unit(), 2 + cluster.random.unit())
      cluster.network.ties[place].benefitToSource = tie.source == actor ? own : others
      cluster.network.ties[place].benefitToTarget = tie.source == actor ? others : own
    }
    plant(.oneSided, id(actor))
  }

  private mutating func intermittent() {
    let places = cluster.network.ties.indices.filter { place in
      let tie = cluster.network.ties[place]
      return tie.chain != nil && tie.period.from != nil && tie.period.to == nil
    }
    let place = places[cluster.random.below(places.count)]
    // What ended well has not lapsed.
    cluster.network.ties[place].outcome = .open
    cluster.network.ties[place].period.from = PartialDate("2015")
    cluster.network.ties[place].period.to = PartialDate("\(2016 + cluster.random.below(3))")
    let tie = cluster.network.ties[place]
    plant(.intermittent, [id(tie.source), id(tie.target)].sorted().joined(separator: " "))
  }

  private mutating func hardlyAnyGovernment() {
    let governments = cluster.network.actors.indices.filter { cluster.network.actors[$0].kind == "government" }
    // They stay, as associations of industry: nothing else changes. One is left: a sphere of nobody is not asked for.
    for actor in governments.dropFirst() { cluster.network.actors[actor].kind = "association" }
    plant(.unbalancedHelix, "network", "government")
  }

  private mutating func tieAway(_ actor: Int, from chain: Int) {
    let other = (chain + 1 + cluster.random.below(cluster.members.count - 1)) % cluster.members.count
    cluster.tie(actor, cluster.members[other][cluster.random.below(16)], chain: nil)
  }
}
