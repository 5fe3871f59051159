import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Networks in which chains and zones know nothing of ties, and networks in which some ties are missing on purpose: how
/// often the tests speak.
enum ChanceStudy {
  /// Unequal degrees: half of the ends fall on a fifth of the actors.
  private static func end(_ order: Int, _ random: inout SplitMix) -> Int {
    random.below(2) == 0 ? random.below(order) : random.below(order / 5) * 5
  }

  static let order = 400
  static let chains = 6
  static let zones = 6

  /// 400 actors, 4,000 ties at random, six chains of 60, six zones: counts are large enough for whole numbers not to keep
  /// a test below its level.
  static func null(seed: UInt64) -> Network {
    var random = SplitMix(seed: seed, use: "null")
    var network = Network()
    let shuffled = Array(0..<order).shuffled(using: &random)
    network.actors = (0..<order).map { Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise") }
    for (place, actor) in shuffled.enumerated() { network.actors[actor].zone = "Z\(place % zones)" }
    network.chains = (0..<chains).map { Chain(id: "c\($0)", name: "Chain \($0)") }
    for chain in 0..<chains {
      for actor in shuffled[chain * 60..<(chain + 1) * 60] {
        network.positions.append(Position(actor: actor, chain: chain))
      }
    }
    var seen = Set<[Int]>()
    while seen.count < 4000 {
      let (a, b) = (end(order, &random), end(order, &random))
      if a != b, seen.insert([min(a, b), max(a, b)]).inserted { network.ties.append(Tie(a, b)) }
    }
    return network
  }

  /// The same with a chain inside which only a share of the ties of chance is left; the rest goes elsewhere.
  static func thin(share: Double, seed: UInt64) -> Network {
    var network = null(seed: seed)
    var random = SplitMix(seed: seed, use: "thinning")
    let inside = Set(network.positions.filter { $0.chain == 0 }.map(\.actor))
    for place in network.ties.indices {
      let tie = network.ties[place]
      guard inside.contains(tie.source), inside.contains(tie.target), random.unit() >= share else { continue }
      var other = random.below(order)
      while inside.contains(other) { other = random.below(order) }
      network.ties[place].target = other
    }
    return network
  }

  /// The zones of a ring that are no neighbors, two by two.
  static let apart = (0..<zones).flatMap { a in
    (a..<zones).filter { (2..<zones - 1).contains($0 - a) }.map { (a, $0) }
  }

  /// Six zones of 40 in a ring: ties within and to the next, a share of noise anywhere. Zones that are no neighbors then have
  /// no ties: nine holes.
  static func ring(noise: Double, seed: UInt64) -> Network {
    var random = SplitMix(seed: seed, use: "ring")
    var network = Network()
    network.actors = (0..<240).map {
      var actor = Actor(id: "\($0)", name: "Actor \($0)", kind: "enterprise")
      actor.zone = "Z\($0 / 40)"
      return actor
    }
    var seen = Set<[Int]>()
    while seen.count < 900 {
      let a = random.below(240)
      let near = (a / 40 + [0, 0, 1, 5][random.below(4)]) % 6 * 40 + random.below(40)
      let b = random.unit() < noise ? random.below(240) : near
      if a != b, seen.insert([min(a, b), max(a, b)]).inserted { network.ties.append(Tie(a, b)) }
    }
    return network
  }
}
