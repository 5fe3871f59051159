import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

/// A network of actors 0, 1, 2 … tied as given, each an enterprise unless said.
func network(_ count: Int, _ ties: [(Int, Int)], kinds: [Int: String] = [:]) -> Network {
  var network = Network()
  network.actors = (0..<count).map { Actor(id: "\($0)", name: "Actor \($0)", kind: kinds[$0] ?? "enterprise") }
  network.ties = Ties(ties.map { Tie($0, $1) })
  return network
}

@Suite("Gaps")
struct GapTests {
  func gaps(_ network: Network, _ kind: GapKind, asOf today: String? = nil) throws -> [Gap] {
    let today = today.flatMap { PartialDate($0) }
    return try Analysis(of: try NetworkGraph(of: network), asOf: today).gaps().filter { $0.kind == kind }
  }

  /// Two triangles 0–1–2 and 4–5–6, joined through 3.
  static let barbell = network(7, [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 6), (6, 4)])

  @Test("A bridge tie parts the network as it says")
  func bridgeTie() throws {
    let found = try gaps(Self.barbell, .bridgeTie)
    #expect(found.map { Set($0.subjects) }.contains([2, 3]) && found.map { Set($0.subjects) }.contains([3, 4]))
    #expect(found.count == 2)
    for gap in found { #expect(abs(gap.severity - 2 * 3.0 / 7) < 1e-12) }
    // The remedy is a tie across, and with it the bridge is none.
    for gap in found {
      guard case .tie(let a, let b)? = gap.remedies.first else {
        Issue.record("no remedy")
        continue
      }
      var mended = Self.barbell
      mended.ties.append(Tie(a, b))
      let left = try gaps(mended, .bridgeTie)
      #expect(!left.contains { Set($0.subjects) == Set(gap.subjects) })
    }
  }

  @Test("A cut actor names who would be lost")
  func cutActor() throws {
    let found = try gaps(Self.barbell, .cutActor)
    #expect(Set(found.flatMap(\.subjects)) == [2, 3, 4])
    let middle = try #require(found.first { $0.subjects == [3] })
    #expect(abs(middle.severity - 2 * 3.0 / 7) < 1e-12)
    #expect(middle.explanation.en.contains("Actor 4, Actor 5, and Actor 6"))
    #expect(middle.explanation.zh.contains("Actor 4、Actor 5、Actor 6"))
    #expect(try gaps(network(4, [(0, 1), (1, 2), (2, 3), (3, 0)]), .cutActor).isEmpty)
  }

  @Test("Actors and groups outside the main component are found, and need raises their severity")
  func outside() throws {
    var network = network(7, [(0, 1), (1, 2), (2, 0), (3, 4)])
    let alone = try gaps(network, .isolatedActor)
    #expect(alone.map(\.subjects) == [[5], [6]])
    #expect(try gaps(network, .detachedGroup).map(\.subjects) == [[3, 4]])
    #expect(abs(alone[0].severity - 1.0 / 7) < 1e-12)
    network.actors[5].kind = "college"
    network.chains = [Chain(id: "c", name: "c", requires: ["enterprise", "college"])]
    network.positions = [Position(actor: 0, chain: 0), Position(actor: 5, chain: 0)]
    let needed = try #require(try gaps(network, .isolatedActor).first { $0.subjects == [5] })
    // The only college of the chain: 0.8 of 1 + 0.8.
    #expect(abs(needed.severity - 0.8 / 1.8) < 1e-12)
    #expect(needed.chain == 0)
  }

  @Test("A missing kind weighs what the kind weighs, and an unassessed kind is never missing")
  func missingKind() throws {
    var network = ChainIndexTests.example()
    network.positions.removeLast()
    #expect(try gaps(network, .missingKind).map(\.severity) == [0.75])
    network.chains[0].unassessed = ["platform"]
    #expect(try gaps(network, .missingKind).isEmpty)
  }

  @Test("A single provider is one whom others lean on; two are none")
  func singleProvider() throws {
    let found = try gaps(ChainIndexTests.example(), .singleProvider)
    #expect(found.map(\.subjects) == [[4]])
    // Half of what a platform weighs.
    #expect(found[0].severity == 0.375)
  }

  @Test("A broken stage is one no path inside the chain leads to")
  func brokenStage() throws {
    var network = network(6, [(0, 1), (2, 3), (1, 4), (4, 3)])
    network.chains = [Chain(id: "c", name: "c", stages: ["upstream", "midstream", "downstream"])]
    for (actor, stage) in [(0, "upstream"), (1, "upstream"), (2, "midstream"), (3, "midstream"), (5, "downstream")] {
      network.positions.append(Position(actor: actor, chain: 0, stage: stage))
    }
    // The path 1–4–3 leaves the chain, so it does not count.
    let found = try gaps(network, .brokenStage)
    #expect(found.map(\.id) == ["broken_stage:c:midstream-downstream", "broken_stage:c:upstream-midstream"])
    #expect(found.allSatisfy { $0.severity == 1 })
    network.ties.append(Tie(0, 2))
    let half = try gaps(network, .brokenStage)
    #expect(half.map(\.severity) == [0.5])
    #expect(half[0].remedies == [.tie(0, 5)] || half[0].remedies == [.tie(2, 5)])
  }

  @Test("Demand beyond capacity is short by the share that is missing")
  func capacity() throws {
    var network = ChainIndexTests.example()
    network.chains[0].demand = 8
    network.positions[2].capacity = 1
    network.positions[3].capacity = 1
    // The platform provides, too, and does not say how much: what it is silent about is not nothing.
    #expect(try gaps(network, .capacityShort).isEmpty)
    network.positions[4].capacity = 0
    let found = try gaps(network, .capacityShort)
    #expect(found.map(\.severity) == [0.75])
    #expect(found[0].remedies == [.capacity(6, chain: 0)])
    network.chains[0].demand = 2
    #expect(try gaps(network, .capacityShort).isEmpty)
  }

  @Test("One actor that carries most paths is overloaded; a ring has none")
  func broker() throws {
    let star = network(8, (1..<8).map { (0, $0) })
    let found = try gaps(star, .overloadedBroker)
    #expect(found.map(\.subjects) == [[0]])
    #expect(abs(found[0].severity - 1) < 1e-12)
    // Of the 18 pairs of leaves that stay apart, three then have a second way: the share falls from 1 to 16.5/18.
    #expect(found[0].remedies == [.tie(1, 2), .tie(1, 3), .tie(1, 4)])
    var eased = star
    eased.ties += [Tie(1, 2), Tie(1, 3), Tie(1, 4)]
    #expect(abs(try gaps(eased, .overloadedBroker)[0].number(.share)! - 16.5 / 18) < 1e-12)
    #expect(try gaps(network(8, (0..<8).map { ($0, ($0 + 1) % 8) }), .overloadedBroker).isEmpty)
  }

  @Test("Two zones with far fewer ties than chance gives are a structural hole, less so with brokers between")
  func structuralHole() throws {
    var inside: [(Int, Int)] = []
    for zone in 0..<2 {
      for a in 0..<6 { for b in 0..<a { inside.append((zone * 6 + a, zone * 6 + b)) } }
    }
    var apart = network(12, inside + [(0, 6)])
    for actor in 0..<12 { apart.actors[actor].zone = actor < 6 ? "North" : "South" }
    // Its two ends are tied to both sides: each is as good as a tie.
    let bridged = try #require(try gaps(apart, .structuralHole).first)
    let byChance = try #require(bridged.number(.expected))
    #expect(bridged.number(.observed) == 1 && bridged.number(.brokers) == 2)
    #expect(abs(bridged.severity - (byChance - 1) / (byChance + 2)) < 1e-12)
    #expect(bridged.explanation.en.hasSuffix("no one else connects the two."))
    apart.ties.removeLast()
    let hole = try #require(try gaps(apart, .structuralHole).first)
    #expect(hole.severity == 1)
    #expect(hole[.observed] == .number(0))
    // Thirty ties among 66 pairs, all as likely, 36 of them across.
    let expected = try #require(hole.number(.expected))
    #expect(abs(expected - 30 * 36.0 / 66) < 0.3)
    #expect(hole.number(.draws) == 1008)
    // Half of all pairs within and half of those across: 18 ties of 36, where 19.6 would be expected.
    var mixed = apart
    mixed.ties = Ties(inside.filter { ($0.0 + $0.1) % 2 == 1 }.map { Tie($0.0, $0.1) })
    for a in 0..<6 { for b in 6..<12 where (a + b) % 2 == 0 { mixed.ties.append(Tie(a, b)) } }
    #expect(try gaps(mixed, .structuralHole).isEmpty)
  }

  @Test("The ties of a remedy are as few as the test asks for, and with them it no longer speaks")
  func fewest() throws {
    var count = 0
    for name in ["suzhou", "consortium", "majors", "park"] {
      let analysis = try analysis(try shipped(name))
      for pairs in try analysis.holePairs().map({ $0.filter(\.isJudged) }) {
        let counts = pairs.map(\.count)
        for place in counts.indices where holm(counts.map(\.lowerTail))[place] < 0.05 {
          guard let fewest = fewestTies(for: place, of: counts, at: 0.05) else { continue }
          count += 1
          func p(_ added: Int) -> Double {
            holm(counts.indices.map { counts[$0].lowerTail(adding: $0 == place ? added : 0) })[place]
          }
          func isEnough(_ added: Int) -> Bool {
            p(added) >= 0.05 || Double(counts[place].observed + added) >= counts[place].expected
          }
          #expect(isEnough(fewest) && !(0..<fewest).contains(where: isEnough))
        }
        for one in counts { #expect((1...3).allSatisfy { one.lowerTail(adding: $0) >= one.lowerTail(adding: $0 - 1) }) }
      }
    }
    #expect(count > 0)
  }

  @Test("A group that stands apart is joined by two ties with four ends")
  func fourEnds() throws {
    let apart = network(7, [(0, 1), (1, 2), (2, 3), (0, 3), (4, 5), (5, 6)])
    let found = try gaps(apart, .detachedGroup)
    #expect(found[0].remedies.count == 2 && Set(found[0].remedies.flatMap(\.actors)).count == 4)
  }

  @Test("Holm's correction is that of the paper")
  func statistics() {
    // Holm 1979: 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02.
    for (found, expected) in zip(holm([0.01, 0.04, 0.03, 0.005]), [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(found - expected) < 1e-12)
    }
  }

  /// Ten actors of a chain, each tied to ten others, and to none of the chain; three of another, tied once each.
  static let thin: Network = {
    var random = SplitMix(seed: 3, use: "test")
    var thin = network(60, [])
    thin.chains = [Chain(id: "thin", name: "Thin"), Chain(id: "tiny", name: "Tiny")]
    for actor in 0..<10 { thin.positions.append(Position(actor: actor, chain: 0)) }
    for actor in 57..<60 { thin.positions.append(Position(actor: actor, chain: 1)) }
    for actor in 0..<10 { for other in 0..<10 { thin.ties.append(Tie(actor, 10 + (actor + 3 * other) % 40)) } }
    for _ in 0..<80 {
      let (a, b) = (10 + random.below(40), 10 + random.below(40))
      if a != b { thin.ties.append(Tie(a, b)) }
    }
    thin.ties += [Tie(57, 20), Tie(58, 21), Tie(59, 22)]
    return thin
  }()

  @Test("A chain whose actors are tied elsewhere is thin; one with few ties around it is not judged")
  func thinChain() throws {
    var thin = Self.thin
    let found = try gaps(thin, .thinChain)
    #expect(found.map(\.chain) == [0])
    #expect(found[0].severity == 1 && found[0].number(.observed) == 0)
    #expect(try #require(found[0].number(.expected)) > 5 && found[0].number(.p)! < 0.01)
    // Three ties would leave it thin: that is no step.
    #expect(found[0].remedies.isEmpty)
    var eased = thin
    eased.ties += [Tie(0, 1), Tie(2, 3), Tie(4, 5)]
    #expect(try !gaps(eased, .thinChain).isEmpty)
    #expect(try analysis(thin).unjudgedChains() == [1])
    for a in 0..<10 { for b in 0..<a where (a + b) % 2 == 0 { thin.ties.append(Tie(a, b)) } }
    #expect(try gaps(thin, .thinChain).isEmpty)
  }

  @Test("Ties that are stuck, lapse, or serve one side are found by what the tables say of them")
  func tieCourses() throws {
    var network = network(6, [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)])
    network.chains = [Chain(id: "c", name: "C")]
    for index in network.ties.indices {
      network.ties[index].chain = 0
      network.ties[index].stage = index < 3 ? .research : .promotion
      network.ties[index].period.from = PartialDate("2018")
    }
    network.ties[4].period.to = PartialDate("2024")
    #expect(try gaps(network, .stalled).isEmpty)
    let stalled = try #require(try gaps(network, .stalled, asOf: "2024").first)
    #expect(abs(stalled.severity - 0.6) < 1e-12 && stalled.chain == 0 && stalled.subjects.first == 0)
    network.ties[0].outcome = .satisfactory
    #expect(try gaps(network, .stalled, asOf: "2024").isEmpty)

    network.ties[1].period.to = PartialDate("2019")
    network.ties[1].outcome = .open
    let lapsed = try gaps(network, .intermittent, asOf: "2024")
    #expect(lapsed.map(\.subjects) == [[0, 2]])
    #expect(abs(lapsed[0].severity - 5.0 / 7) < 1e-12)
    network.ties.append(Tie(2, 0))
    network.ties[5].period = Period(from: PartialDate("2021"), to: PartialDate("2023"))
    #expect(try gaps(network, .intermittent, asOf: "2024").isEmpty)

    for index in 0..<3 {
      network.ties[index].benefitToSource = 1
      network.ties[index].benefitToTarget = 4
    }
    let biased = try gaps(network, .oneSided)
    #expect(biased.map(\.subjects) == [[0]])
    #expect(abs(biased[0].severity - 9.0 / 15) < 1e-12)
    // Whoever loses while its partners gain could not be worse off; where all lose, nobody gains by it.
    for (own, theirs, severity) in [(-1.0, 4.0, 1.0), (-9, 4, 1), (0, 4, 1), (-1, -4, nil)]
      as [(Double, Double, Double?)]
    {
      var losing = network
      for index in losing.ties.indices where losing.ties[index].benefitToSource == 1 {
        (losing.ties[index].benefitToSource, losing.ties[index].benefitToTarget) = (own, theirs)
      }
      let found = try gaps(losing, .oneSided).first { $0.subjects == [0] }
      #expect(found?.severity == severity, "\(own) \(theirs)")
      #expect(found.map { own < 0 ? $0.explanation.en.contains("loses by") : true } ?? true)
    }
  }

  @Test("A sphere that has no ties is missed, less so the nearer it comes to the threshold")
  func helix() throws {
    let kinds = [0: "university", 1: "enterprise", 2: "enterprise", 3: "college", 4: "government"]
    let network = network(5, [(0, 1), (0, 2), (3, 1), (3, 2), (0, 3)], kinds: kinds)
    let gap = try #require(try gaps(network, .unbalancedHelix).first)
    #expect(gap.severity == 1 && gap.id.contains("government"))
    var balanced = network
    balanced.ties.append(Tie(4, 0))
    #expect(try gaps(balanced, .unbalancedHelix).isEmpty)
    // One of 50 ends is 0.02, of 0.05 that would do; one of 20 is as much as would do.
    for (ties, severity) in [(25, 1 - 0.02 / 0.05), (11, 1 - (1.0 / 22) / 0.05)] {
      var few = balanced
      for _ in 0..<ties - 6 { few.ties.append(Tie(0, 1)) }
      #expect(abs(try #require(try gaps(few, .unbalancedHelix).first).severity - severity) < 1e-12)
    }
    for _ in 0..<4 { balanced.ties.append(Tie(0, 1)) }
    #expect(try gaps(balanced, .unbalancedHelix).isEmpty)
  }

  @Test("T is that of the paper, and its sign tells neither of three that always meet nor of three that never do")
  func synergy() throws {
    // Leydesdorff 2003: independent spheres have T = 0; where any two fix the third, T = −1 bit.
    let helix: [Helix] = [.university, .industry, .government]
    let all = (0..<8).map { mark in (0..<3).filter { mark >> $0 & 1 == 1 } }
    #expect(abs(helixSynergy(of: all + all, helix)!) < 1e-12)
    let even = all.filter { $0.count % 2 == 0 }
    #expect(abs(helixSynergy(of: even + even + even, helix)! + 1) < 1e-12)
    #expect(helixSynergy(of: all, helix) == nil)

    // Twelve consortia of all three, twelve of one each: the verdict is by chance, not by T.
    func consortia(_ kind: (Int) -> String) throws -> TripleHelix {
      var network = network(36, [], kinds: Dictionary(uniqueKeysWithValues: (0..<36).map { ($0, kind($0)) }))
      network.consortia = (0..<12).map { Consortium(id: "k\($0)", name: "K\($0)") }
      network.members = (0..<36).map { Membership(consortium: $0 / 3, actor: $0) }
      return try #require(try analysis(network).tripleHelices().first)
    }
    let kinds = ["university", "enterprise", "government"]
    let (meeting, alone) = (try consortia { kinds[$0 % 3] }, try consortia { kinds[$0 / 3 % 3] })
    #expect(abs(meeting.synergy!) < 1e-12 && meeting.reading == .together)
    #expect(abs(alone.synergy! + 0.415) < 1e-3 && alone.reading == .apart)
    #expect(meeting.pairs.map(\.observed) == [12, 12, 12] && alone.pairs.map(\.observed) == [0, 0, 0])
    #expect(meeting.pairs.allSatisfy { $0.verdict == .more } && alone.pairs.allSatisfy { $0.verdict == .fewer })
  }

  @Test("Wenzhou: every gap that the paper names is found")
  func wenzhou() throws {
    let network = try shipped("wenzhou")
    let all = try analysis(network).gaps()
    func chains(_ kind: GapKind, _ detail: String = ":") -> Set<String> {
      Set(all.filter { $0.kind == kind && $0.id.contains(detail) }.map { network.chains[$0.chain!].id })
    }
    #expect(
      chains(.singleProvider, ":college:").isSuperset(of: [
        "garment", "automotive", "pump_valve", "new_materials", "life_health",
      ]))
    #expect(chains(.missingKind, ":platform") == ["automotive"])
    #expect(chains(.singleProvider, ":platform:").contains("pump_valve"))
    #expect(chains(.capacityShort) == ["electrical", "footwear", "garment", "equipment", "digital"])
  }

  @Test("Gaps are ordered, named once, within bounds, and the same in every run", arguments: ["wenzhou", "suzhou"])
  func order(_ name: String) throws {
    let network = try shipped(name)
    let gaps = try analysis(network).gaps()
    #expect(Set(gaps.map(\.id)).count == gaps.count)
    #expect(gaps.map(\.level) == gaps.map(\.level).sorted(by: >))
    #expect(gaps.allSatisfy { (0...1).contains($0.severity) && !$0.evidence.isEmpty })
    for gap in gaps {
      #expect(gap.explanation.en.hasSuffix(".") && gap.explanation.zh.hasSuffix("。"))
    }
    let graph = try NetworkGraph(of: network)
    #expect(try Analysis(of: graph, on: Parallel(threads: 2)).gaps().map(\.id) == gaps.map(\.id))
  }

  @Test("Networks without ties, actors or chains have gaps or none, never a crash", arguments: [0, 1, 3])
  func degenerate(count: Int) throws {
    #expect(try analysis(network(count, [])).gaps().isEmpty)
    var placed = network(count, [])
    placed.chains = [Chain(id: "c", name: "c", requires: ["college"], stages: ["upstream", "downstream"])]
    placed.positions = (0..<count).map { Position(actor: $0, chain: 0, stage: "upstream") }
    _ = try analysis(placed).gaps()
    #expect(try analysis(placed).indices().count == 1)
  }

  @Test("A member that puts in far more than it gets is one-sided; government, which funds by office, is not")
  func oneSidedMember() throws {
    var network = network(5, [(0, 1), (1, 2), (2, 3), (3, 4)], kinds: [0: "government"])
    network.consortia = [Consortium(id: "k", name: "K")]
    network.members = (0..<5).map { Membership(consortium: 0, actor: $0) }
    // Among the four others 40, 40, 10, 10 are put in, and 10, 50, 20, 20 of the gains are shared.
    for (place, pair) in [(900.0, 0.0), (40, 0.1), (40, 0.5), (10, 0.2), (10, 0.2)].enumerated() {
      (network.members[place].contribution, network.members[place].share) = pair
    }
    let found = try gaps(network, .oneSided)
    #expect(found.map(\.id) == ["one_sided:k:1"])
    #expect(abs(found[0].severity - (0.4 - 0.1) / 0.5) < 1e-12)
    network.members[1].share = nil
    #expect(try gaps(network, .oneSided).isEmpty)
  }

  @Test("Draws are as many as it takes for one of all pairs to stand out, and no fewer than a thousand")
  func enoughDraws() throws {
    // Twelve zones of five, tied inside only: 66 pairs, each of which has far fewer ties than expected.
    var random = SplitMix(seed: 4, use: "test")
    var network = network(
      60,
      (0..<400).map { _ in
        let zone = random.below(12)
        return (zone * 5 + random.below(5), zone * 5 + random.below(5))
      }.filter { $0 != $1 })
    for index in network.actors.indices { network.actors[index].zone = "Z\(index / 5)" }
    network.ties.append(Tie(0, 5))
    let found = try analysis(network).mixing(by: .zone)
    #expect(found.count == 12 * 13 / 2)
    #expect(found.filter { $0.a.id == $0.b.id }.allSatisfy { $0.verdict == .more })
    #expect(found[0].draws >= 20 * found.count)
  }
}
