import KesiCluster
import KesiMatrix
import KesiNetwork

/// A cluster without gaps: chains of sixteen actors that have every kind they require, more than one provider of each, all
/// stages linked, capacity to spare and no single tie or actor that anything hangs on; governments tied to many.
struct SoundCluster {
  var network = Network()
  var random: SplitMix
  /// How noisy the tables are, 0…1: blank cells, uneven benefits, younger projects, ties that nobody planned.
  let noise: Double
  /// The actors of each chain.
  var members: [[Int]] = []
  /// Actors that may serve as anchors of what is attached, each used once.
  private var anchors: [Int] = []

  static let year = 2024
  private static let kinds =
    ["enterprise", "enterprise", "enterprise", "enterprise", "enterprise", "enterprise", "enterprise"]
    + ["college", "college", "college", "institute", "institute", "institute", "platform", "platform", "platform"]

  init(chains: Int, noise: Double, seed: UInt64) {
    random = SplitMix(seed: seed, use: "cluster")
    self.noise = noise
    for chain in 0..<chains { addChain(chain) }
    for chain in 0..<chains { knit(chain) }
    for chain in 0..<chains {
      // Three ties at least to the next chain, and some to any.
      for place in 0..<3 { tie(members[chain][place * 5], members[(chain + 1) % chains][place * 5 + 1], chain: nil) }
      for _ in 0..<6 { tieAcross(members[chain].randomElement(using: &random)!, chain) }
    }
    for _ in 0..<max(3, network.actors.count / 16) { addGovernment() }
    for _ in 0..<Int(noise * Double(network.actors.count)) {
      let chain = random.below(chains)
      tieAcross(members[chain].randomElement(using: &random)!, chain)
    }
    anchors = members.flatMap { $0 }.shuffled(using: &random)
  }

  private mutating func addChain(_ chain: Int) {
    var entry = Chain(
      id: "c\(chain)", name: "Chain \(chain)", requires: ["enterprise", "college", "institute", "platform"])
    entry.stages = ["upstream", "midstream", "downstream"]
    entry.demand = 100
    entry.capacity = 105 + 50 * random.unit()
    network.chains.append(entry)
    let actors = Self.kinds.enumerated().map { place, kind in
      let actor = addActor(kind)
      var position = Position(actor: actor, chain: chain, stage: entry.stages[place % 3])
      position.level = random.unit() < noise ? nil : Level.allCases[random.below(4)]
      network.positions.append(position)
      return actor
    }
    members.append(actors)
  }

  mutating func addActor(_ kind: String) -> Int {
    network.actors.append(Actor(id: "a\(network.actors.count)", name: "Actor \(network.actors.count)", kind: kind))
    return network.actors.count - 1
  }

  /// A ring of the chain in random order with chords: nothing in it hangs on one tie or actor.
  private mutating func knit(_ chain: Int) {
    knit(members[chain], chain: chain)
  }

  mutating func knit(_ actors: [Int], chain: Int?) {
    let ring = actors.shuffled(using: &random)
    for place in ring.indices { tie(ring[place], ring[(place + 1) % ring.count], chain: chain) }
    guard actors.count > 4 else { return }
    for _ in 0..<actors.count {
      tie(ring.randomElement(using: &random)!, ring.randomElement(using: &random)!, chain: chain)
    }
  }

  private mutating func tieAcross(_ actor: Int, _ chain: Int) {
    let other = (chain + 1 + random.below(members.count - 1)) % members.count
    tie(actor, members[other].randomElement(using: &random)!, chain: nil)
  }

  private mutating func addGovernment() {
    let actor = addActor("government")
    for _ in 0..<12 { tie(actor, members.randomElement(using: &random)!.randomElement(using: &random)!, chain: nil) }
  }

  /// A sound tie, unless the two have one: old, in use, to the satisfaction and benefit of both.
  mutating func tie(_ a: Int, _ b: Int, chain: Int?) {
    guard a != b,
      !network.ties.contains(where: { [$0.source, $0.target] == [a, b] || [$0.source, $0.target] == [b, a] })
    else { return }
    var tie = Tie(a, b, kind: "project")
    tie.chain = chain
    if random.unit() >= noise {
      tie.period.from = PartialDate("\(2015 + random.below(4))")
      // Some lapse for a while, but not for half of the years.
      if random.unit() < noise { tie.period.to = PartialDate("\(Self.year - random.below(2))") }
    }
    if random.unit() >= noise {
      tie.stage = random.unit() < noise / 2 ? .research : [.industrialization, .promotion][random.below(2)]
      tie.outcome = random.unit() < noise / 2 ? .unsatisfactory : .satisfactory
    }
    if random.unit() >= noise {
      tie.benefitToSource = 2 + noise * (random.unit() - 0.5)
      tie.benefitToTarget = 2 + noise * (random.unit() - 0.5)
    }
    network.ties.append(tie)
  }

  /// An actor of a chain that nothing has been attached to yet.
  mutating func anchor() -> Int { anchors.removeLast() }
}
