import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiConsortium

@Suite("Matching supplies and demands")
struct MatchingTests {
  /// Four colleges who supply and four enterprises who demand, no two of them tied, and one who only works with all.
  private func network(
    _ supplies: [Supply], _ demands: [Demand], items: [Item] = [], change: (inout Network) -> Void = { _ in }
  ) -> Network {
    var network = Network(
      actors: (0..<8).map { Actor(id: "a\($0)", name: "A\($0)", kind: $0 < 4 ? "college" : "enterprise") }
        + [Actor(id: "hub", name: "Hub", kind: "platform")],
      ties: Ties((0..<8).map { Tie($0, 8) }), supplies: supplies, demands: demands)
    network.profile.items = items
    change(&network)
    return network
  }

  private func matching(_ network: Network, stable: Bool = false, threads: Int = 1) throws -> Matching {
    try Matching(
      of: Analysis(of: NetworkGraph(of: network), draws: 100, on: Parallel(threads: threads)), stable: stable)
  }

  /// `a0 → a4: 3` for each match.
  private func lines(_ matching: Matching, _ network: Network) -> [String] {
    matching.matches.map { match in
      let (a, b) = (matching.market.supplies[match.supply].actor, matching.market.demands[match.demand].actor)
      return "\(network.actors[a].id) → \(network.actors[b].id): \(match.quantity.plain)"
    }.sorted()
  }

  private static let metal = [
    Item(id: "metal", label: Phrase("metal", zh: "金属")),
    Item(id: "welding", label: Phrase("welding", zh: "焊接"), parent: "metal"),
    Item(id: "milling", label: Phrase("milling", zh: "铣削"), parent: "metal"),
    Item(id: "laser", label: Phrase("laser welding", zh: "激光焊接"), parent: "welding"),
    Item(id: "law", label: Phrase("law", zh: "法律")),
  ]

  @Test("Nearness of items is Wu and Palmer's, by hand")
  func nearness() {
    var profile = Profile()
    profile.items = Self.metal
    let cases: [(String, String, Double)] = [
      ("welding", "welding", 1), ("metal", "welding", 2.0 / 3), ("welding", "milling", 0.5),
      ("laser", "welding", 0.8), ("laser", "milling", 0.4), ("laser", "metal", 0.5), ("law", "metal", 0),
      ("unknown", "unknown", 1), ("unknown", "law", 0),
    ]
    for (one, other, nearness) in cases {
      #expect(abs(profile.nearness(of: one, other) - nearness) < 1e-12, "\(one), \(other)")
      #expect(profile.nearness(of: one, other) == profile.nearness(of: other, one))
    }
  }

  @Test("The score is item · (0.3 quantity + 0.3 level + 0.4 partner), of what is stated, by hand")
  func score() {
    let whole = Compatibility(item: 0.5, quantity: Interval(0.8), level: Interval(1.0 / 3), partner: 0.25)
    #expect(abs(whole.score.low - 0.5 * (0.24 + 0.1 + 0.1)) < 1e-12 && whole.score.isKnown)
    // Without levels the rest weighs more: 0.3 and 0.4 of 0.7.
    let some = Compatibility(item: 1, quantity: Interval(1), level: nil, partner: 0.5)
    #expect(abs(some.score.low - (0.3 + 0.2) / 0.7) < 1e-12)
    let open = Compatibility(item: 1, quantity: .unknown, level: Interval(1), partner: 1)
    #expect(abs(open.score.low - 0.7) < 1e-12 && abs(open.score.high - 1) < 1e-12)
    #expect(Compatibility(item: 0.5, quantity: nil, level: nil, partner: nil).score == Interval(0.5))
    #expect(
      whole.worst == .item
        && Compatibility(item: 1, quantity: Interval(1), level: Interval(0), partner: 0.9).worst == .level)
  }

  @Test("Quantities are split, and as much as can be is matched")
  func quantities() throws {
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 1.1), Supply(actor: 1, item: "x", quantity: 0.4)],
      [Demand(actor: 4, item: "x", quantity: 0.7), Demand(actor: 5, item: "x", quantity: 1.3)]
    ) { $0.profile.thresholds.leastMatch = 0 }
    let found = try matching(network)
    #expect(found.matches.reduce(0) { $0 + $1.quantity }.withoutNoise == 1.5)
    #expect(found.idle.isEmpty && found.unmet.reduce(0) { $0 + ($1.quantity ?? 0) }.withoutNoise == 0.5)
    #expect(found.unmet.allSatisfy { $0.reason == .taken })
  }

  @Test("Of equal amounts the total score decides, not the best pair")
  func total() throws {
    // a0 fits both well, a1 only a4: so a0 goes to a5.
    let network = self.network(
      [
        Supply(actor: 0, item: "x", quantity: 1, level: .national),
        Supply(actor: 1, item: "x", quantity: 1, level: .ordinary),
      ],
      [
        Demand(actor: 4, item: "x", quantity: 1, level: .provincial),
        Demand(actor: 5, item: "x", quantity: 1, level: .national),
      ])
    #expect(try lines(matching(network), network) == ["a0 → a5: 1", "a1 → a4: 1"])
  }

  @Test("Too large a difference is not matched, and says so in both languages")
  func difference() throws {
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 10, level: .national)],
      [Demand(actor: 4, item: "x", quantity: 90, level: .ordinary)]
    ) { $0.profile.thresholds.leastMatch = 0.5 }
    let found = try matching(network)
    #expect(found.matches.isEmpty)
    #expect(found.idle.map(\.reason) == [.noneFits] && found.unmet.map(\.reason) == [.noneFits])
    let pair = try #require(try found.candidates(of: [0]).first)
    #expect(pair.obstacle == .tooDifferent && pair.quantity == 0)
    let reason = found.reason(of: pair, in: network)
    #expect(reason.en.contains("Too large a difference in level (national offered, ordinary asked for)"))
    #expect(reason.en.contains("nobody else fits either") && reason.zh.contains("差距过大，且目前没有其他合适的单位"))
    // Where no difference is too large they are matched.
    let lenient = self.network(network.supplies, network.demands) { $0.profile.thresholds.leastMatch = 0 }
    #expect(try lines(matching(lenient), lenient) == ["a0 → a4: 10"])
  }

  @Test("Where the difference is too large the best other partner is named, for whichever side is asked about")
  func better() throws {
    let network = self.network(
      [
        Supply(actor: 0, item: "x", quantity: 10, level: .national),
        Supply(actor: 1, item: "x", quantity: 90, level: .ordinary),
      ],
      [
        Demand(actor: 4, item: "x", quantity: 90, level: .ordinary),
        Demand(actor: 5, item: "x", quantity: 10, level: .national),
        Demand(actor: 6, item: "x", quantity: 10, level: .provincial),
      ]
    ) { $0.profile.thresholds.leastMatch = 0.5 }
    let found = try matching(network)
    for (actor, better, isSupply) in [(0, 5, false), (4, 1, true)] {
      let pair = try #require(
        try found.candidates(of: [actor]).first { pair in
          found.market.supplies[pair.supply].actor == 0 && found.market.demands[pair.demand].actor == 4
        })
      #expect(pair.obstacle == .tooDifferent && pair.better?.isSupply == isSupply)
      let place = try #require(pair.better?.place)
      #expect((isSupply ? found.market.supplies[place].actor : found.market.demands[place].actor) == better)
      let reason = found.reason(of: pair, in: network)
      #expect(reason.en.contains("choose another partner, best A\(better) (x, score"), "\(reason.en)")
      #expect(reason.zh.contains("建议另选合作对象，以 A\(better) 最为合适"), "\(reason.zh)")
    }
  }

  @Test("What is said of a match is what its amount says: met in all, in part, or as it could be")
  func amountsInWords() throws {
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 60), Supply(actor: 1, item: "y", quantity: 50)],
      [
        Demand(actor: 4, item: "x", quantity: 40), Demand(actor: 5, item: "x", quantity: 30),
        Demand(actor: 6, item: "y", quantity: 80),
      ]
    ) { $0.profile.thresholds.leastMatch = 0 }
    let found = try matching(network)
    let words = found.matches.map { (match: $0, words: found.reason(of: $0, in: network)) }
    for (match, words) in words {
      let (has, wants) = (
        found.market.supplies[match.supply].quantity ?? 0, found.market.demands[match.demand].quantity ?? 0
      )
      let expected =
        match.quantity == wants
        ? "meets all \(wants.plain) that" : "meets \(match.quantity.plain) of \(wants.plain)"
      #expect(words.en.contains(expected), "\(words.en)")
      #expect(words.en.contains("could") == (match.quantity < min(has, wants)), "\(words.en)")
      #expect(words.zh.contains(match.quantity == wants ? "满足全部需求" : "中的 \(match.quantity.plain)"), "\(words.zh)")
    }
    #expect(words.contains { $0.words.en.contains("could") })
  }

  @Test("Quantities however small are matched; one that is nothing beside others is not called unstated")
  func small() throws {
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 3e-9), Supply(actor: 1, item: "y", quantity: 1e-12)],
      [
        Demand(actor: 4, item: "x", quantity: 2e-9), Demand(actor: 5, item: "y", quantity: 1e15),
        Demand(actor: 6, item: "y", quantity: 1),
      ]
    ) { $0.profile.thresholds.leastMatch = 0 }
    let found = try matching(network)
    #expect(found.matches.count == 1 && isNear([found.matches[0].quantity * 1e9], [2]))
    let tiny = try #require(found.idle.first { $0.place == 1 })
    #expect(tiny.reason == .tooSmall && tiny.quantity == 1e-12)
    #expect(found.reason(of: tiny, isSupply: true).en.contains("check the unit"))
    #expect(isNear([(found.idle.first { $0.place == 0 }?.quantity ?? 0) * 1e9], [1]))
  }

  @Test("Nearness by lines is Wu and Palmer's within trees of any depth, and nothing between trees")
  func trees() throws {
    // A chain of ten and a twig at the third: by hand.
    var items = (0..<10).map { Item(id: "n\($0)", label: Phrase("", zh: ""), parent: $0 > 0 ? "n\($0 - 1)" : nil) }
    items.append(Item(id: "twig", label: Phrase("", zh: ""), parent: "n2"))
    let network = self.network(
      [Supply(actor: 0, item: "twig"), Supply(actor: 1, item: "n9"), Supply(actor: 2, item: "apart")],
      [Demand(actor: 4, item: "n9"), Demand(actor: 5, item: "apart")], items: items
    ) { $0.profile.thresholds.leastMatch = 0 }
    let found = try matching(network)
    let pairs = try found.candidates(of: [0, 1, 2])
    let nearness = Dictionary(
      uniqueKeysWithValues: pairs.map { ([$0.supply, $0.demand], $0.compatibility.item) })
    // The twig has depth 4, n9 depth 10, and both are a part of n2, which has depth 3.
    #expect(nearness == [[0, 0]: 6.0 / 14, [1, 0]: 1, [2, 1]: 1])
  }

  @Test("Matching stops when it is asked to")
  func cancelled() {
    let cancellation = Parallel.Cancellation()
    cancellation.cancel()
    let parallel = Parallel(cancellation: cancellation)
    let transportation = Transportation(supplies: [1], demands: [1], costs: [0])
    #expect(throws: Cancelled.self) { try transportation.shipments(on: parallel) }
    let stable = StableAllocation(supplies: [1], demands: [1], rankedByRows: [[0]], rankedByColumns: [[0]])
    #expect(throws: Cancelled.self) { try stable.shipments(on: parallel) }
  }

  @Test("What others state and a pair does not is an interval, which alone makes nothing too different")
  func unknown() throws {
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 10), Supply(actor: 1, item: "x", level: .national)],
      [Demand(actor: 4, item: "x", quantity: 10, level: .national), Demand(actor: 5, item: "x", quantity: 1)])
    let found = try matching(network)
    #expect(try #require(found.matches.first).compatibility.level == .unknown)
    // A quantity that is not stated is not guessed.
    #expect(found.idle == [Unmatched(place: 1, quantity: nil, reason: .notStated)])
  }

  @Test("Near items are matched where nothing nearer is left; others never")
  func items() throws {
    let network = self.network(
      [
        Supply(actor: 0, item: "welding", quantity: 5), Supply(actor: 1, item: "milling", quantity: 5),
        Supply(actor: 2, item: "law", quantity: 5),
      ],
      [Demand(actor: 4, item: "welding", quantity: 8)], items: Self.metal
    ) { $0.profile.thresholds.leastMatch = 0.1 }
    let found = try matching(network)
    #expect(lines(found, network) == ["a0 → a4: 5", "a1 → a4: 3"])
    #expect(found.idle.map(\.reason) == [.taken, .noneNear])
  }

  @Test("Parent and child are not matched, nor who was not satisfied; who works together already may be")
  func barred() throws {
    var last = Tie(0, 5)
    last.outcome = .unsatisfactory
    let network = self.network(
      [Supply(actor: 0, item: "x", quantity: 3)],
      [
        Demand(actor: 4, item: "x", quantity: 1), Demand(actor: 5, item: "x", quantity: 1),
        Demand(actor: 6, item: "x", quantity: 1),
      ]
    ) {
      $0.actors[4].parent = "a0"
      $0.ties.append(last)
      $0.ties.append(Tie(0, 6))
    }
    let found = try matching(network)
    #expect(lines(found, network) == ["a0 → a6: 1"])
    let obstacles = try found.candidates(of: [0]).filter { $0.obstacle != nil }.map(\.obstacle)
    #expect(obstacles.contains(.partners(.sameHouse)) && obstacles.contains(.partners(.renegotiate)))
  }

  @Test("An actor is listed with its parts, best first; a list has the same scores as the matches")
  func candidates() throws {
    let network = try shipped("majors")
    let found = try matching(network)
    let college = try network.actor(called: "C2")
    let actors = network.withParts(of: [college])
    #expect(Set(actors.map { network.actors[$0].id }) == ["C2", "M-CHEM", "M-MECB"])
    let listed = try found.candidates(of: actors)
    #expect(listed.allSatisfy { actors.contains(found.market.supplies[$0.supply].actor) })
    let good = listed.filter { $0.obstacle == nil }.map(\.compatibility.score.low)
    #expect(good == good.sorted(by: >) && !good.isEmpty)
    for match in found.matches where actors.contains(found.market.supplies[match.supply].actor) {
      let same = try #require(listed.first { $0.supply == match.supply && $0.demand == match.demand })
      #expect(same.quantity == match.quantity && same.compatibility == match.compatibility)
    }
  }

  @Test(
    "Whatever family of items a pair is in, the partner's part is the score of these two",
    arguments: ["majors", "park"])
  func partners(name: String) throws {
    let network = try shipped(name)
    let score = try Analysis(of: NetworkGraph(of: network)).partnerScore()
    let found = try matching(network)
    var items: Set<String> = []
    for match in try found.candidates(of: Set(network.actors.indices)) {
      let (offer, need) = (found.market.supplies[match.supply], found.market.demands[match.demand])
      items.insert(offer.item)
      let partner = try #require(match.compatibility.partner)
      #expect(abs(partner - score.plausibility(offer.actor, need.actor)) < 1e-12)
    }
    #expect(items.count > 1)
  }

  @Test("Without tables the market follows from positions: who provides for a chain, and who demands")
  func positions() throws {
    let network = try fixture("cluster")
    let found = try matching(network)
    #expect(found.market.origin == .positions && !found.matches.isEmpty)
    for match in found.matches {
      let (offer, need) = (found.market.supplies[match.supply], found.market.demands[match.demand])
      #expect(offer.chain == need.chain && offer.actor != need.actor)
      #expect(network.profile.demands(network.actors[need.actor].kind))
    }
    #expect(found.note(in: network)?.zh.contains("链位") == true)
  }

  @Test("Where nothing of a network is to be judged nobody is matched, and it says so")
  func notAssessed() throws {
    for name in ["majors", "park"] {
      var network = try shipped(name)
      network.profile.assess = []
      let found = try matching(network)
      #expect(found.market.isEmpty && found.matches.isEmpty && found.unmet.isEmpty)
      #expect(found.note(in: network)?.en.contains("assess") == true)
    }
  }

  @Test("Stable: nobody would leave its partner for one who would have it; who ranks nobody is named with the place")
  func stable() throws {
    let network = try shipped("park")
    let found = try matching(network, stable: true)
    #expect(!found.matches.isEmpty)
    for match in found.matches {
      let (offer, need) = (found.market.supplies[match.supply], found.market.demands[match.demand])
      #expect(offer.preferences.contains(need.actor) && need.preferences.contains(offer.actor))
    }
    var silent = network
    silent.supplies[0].preferences = []
    let error = #expect(throws: BadData.self) { try self.matching(silent, stable: true) }
    let line = try #require(error?.problems.first?.line(in: .en))
    #expect(line.hasPrefix("supplies.csv") && line.contains("preferences") && line.contains("MIC (mine_maintenance)"))
    #expect(throws: BadData.self) { try self.matching(fixture("cluster"), stable: true) }
  }

  @Test("Matches are the same for any order of rows and number of threads", arguments: ["majors", "park"])
  func sameness(name: String) throws {
    let network = try shipped(name).inCanonicalOrder()
    let usual = try matching(network)
    var turned = network
    turned.supplies.reverse()
    turned.demands.reverse()
    let again = try matching(turned.inCanonicalOrder(), threads: 3)
    #expect(lines(again, turned.inCanonicalOrder()) == lines(usual, network))
    #expect(again.unmet == usual.unmet && again.idle == usual.idle)
  }

  @Test(
    "Who is held against all at once is held as against each", arguments: ["suzhou", "consortium", "majors", "park"])
  func rows(name: String) throws {
    let network = try shipped(name)
    let score = try Analysis(of: NetworkGraph(of: network), draws: 100).partnerScore()
    let rows = PartnerRows(of: score)
    for actor in network.actors.indices {
      let row = rows.row(of: actor, among: Array(network.actors.indices))
      for other in network.actors.indices where other != actor {
        #expect(abs(row.plausibility[other] - score.plausibility(actor, other)) < 1e-12)
        let objection = score.objection(to: actor, other)
        #expect(row.isBarred[other] == (objection == .sameHouse || objection == .renegotiate))
      }
      #expect(row.plausibility[actor].isNaN)
    }
  }
}
