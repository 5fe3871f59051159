import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiCluster

@Suite("What a director would call absurd in a plan")
struct PlanSenseTests {
  @Test(
    "Whoever comes in is brought by an authority where there is one; nobody leads as a party who carries as much as he can",
    arguments: PlanTests.networks)
  func leads(name: String) throws {
    let network = try shipped(name)
    let analysis = try PlanTests.analysis(network)
    let burdened = try PlausibleEnds(analysis).burdened
    let hasAuthority = network.actors.indices.contains(where: analysis.isAuthority)
    for step in try analysis.plan(within: PlanLimits()) {
      guard let lead = step.lead else { continue }
      #expect(!burdened.contains(lead), "\(network.actors[lead].id)")
      if hasAuthority, step.remedies.contains(where: \.isPosition) { #expect(analysis.isAuthority(lead)) }
    }
  }

  @Test(
    "A college is brought in by the authority that works with colleges, an institute by the one that works with institutes"
  )
  func authorities() throws {
    var network = Network(
      actors: ["government", "government", "college", "institute", "enterprise"].enumerated().map {
        Actor(id: "\($0)", name: "\($0)", kind: $1)
      })
    network.chains = [Chain(id: "c", name: "c")]
    network.positions = (2..<5).map { Position(actor: $0, chain: 0) }
    network.ties = [Tie(0, 2), Tie(1, 3), Tie(0, 4), Tie(1, 4)]
    let analysis = try PlanTests.analysis(network)
    func lead(_ kind: String?, providers: [Int] = []) -> Int? {
      analysis.lead(of: .strengthen, chain: 0, among: [4], bringingIn: kind, providers: providers)
    }
    #expect(lead("college") == 0 && lead("institute") == 1)
    #expect(lead(nil, providers: [2]) == 0 && lead(nil, providers: [3]) == 1)
  }

  @Test("A platform of another chain is no partner for want of a kind alone, unless it is near; a university is")
  func platforms() throws {
    let network = try shipped("suzhou")
    let analysis = try PlanTests.analysis(network)
    let score = try analysis.partnerScore()
    for step in try analysis.plan(within: PlanLimits(steps: 30, ties: 60, positions: 20, perActor: 20)) {
      for pair in step.remedies.filter(\.isNewTie).compactMap(\.pair)
      where pair.allSatisfy({ $0 < network.actors.count }) {
        guard pair.contains(where: { network.actors[$0].kind == "platform" }),
          score.objection(to: pair[0], pair[1]) == .unrelated,
          !step.remedies.contains(where: \.isSeat)
        else { continue }
        #expect(score.areNeighbors(pair[0], pair[1]))
      }
    }
  }

  @Test("Where all who are to provide more are parts of one organization, that leads; with a second one it does not")
  func owner() throws {
    var network = Network(
      actors: ["college", "group", "group", "college"].enumerated().map { number, kind in
        Actor(id: "\(number)", name: "\(number)", kind: kind)
      })
    (network.actors[1].parent, network.actors[2].parent) = ("0", "0")
    let analysis = try PlanTests.analysis(network)
    func lead(_ providers: [Int], unfit: Set<Int> = []) -> Int? {
      analysis.lead(of: .strengthen, chain: nil, among: [], providers: providers, unfit: unfit)
    }
    #expect(lead([1, 2]) == 0 && lead([1]) == 0)
    #expect(lead([1, 3]) == nil && lead([3]) == nil && lead([]) == nil)
    #expect(lead([1, 2], unfit: [0]) == nil)
  }

  /// A row of enterprises, by default of one chain; some are tied, some were until 2017.
  private func network(_ count: Int, tied: [(Int, Int)], ended: [(Int, Int)] = []) -> Network {
    var network = Network(actors: (0..<count).map { Actor(id: "\($0)", name: "\($0)", kind: "enterprise") })
    for (number, pair) in (tied + ended).enumerated() {
      var tie = Tie(pair.0, pair.1)
      tie.period = Period(from: PartialDate("2015"), to: PartialDate(number < tied.count ? "2030" : "2017"))
      network.ties.append(tie)
    }
    network.settled = network.assessment
    network.settled?.now = PartialDate("2025")
    return network
  }

  private func chain(_ members: [Int]) -> (Chain, [Position]) {
    (Chain(id: "c\(members)", name: "c"), members.map { Position(actor: $0, chain: 0, role: .demander) })
  }

  @Test(
    "Who has as many partners as is usual at most is full by those who are so still; two ties of one pair are one partner"
  )
  func full() throws {
    func isFull(_ network: Network) throws -> Bool {
      try PartnerTraits(of: PlanTests.analysis(network)).isFull[0]
    }
    let others = [(3, 4), (5, 6), (7, 8)]
    #expect(try isFull(network(9, tied: [(0, 1), (0, 2), (0, 3)] + others)))
    #expect(try !isFull(network(9, tied: [(0, 1), (0, 2)] + others, ended: [(0, 3)])))
    #expect(try !isFull(network(9, tied: [(0, 1), (0, 2), (2, 0), (0, 1)] + others, ended: [(0, 3), (0, 4)])))
    #expect(try isFull(network(9, tied: [(0, 1), (0, 2), (0, 3)] + others, ended: [(0, 1), (1, 2)])))
    var undated = network(9, tied: [(0, 1), (0, 2), (0, 3)] + others)
    for row in undated.ties.indices { undated.ties[row].period = Period() }
    #expect(try isFull(undated))
  }

  @Test("Those who share no chain are not tied for the sake of structure alone; those who do are")
  func structure() throws {
    // 0 – 1 – 2 – 3 – 0 and behind 3 also 4: who is lost with 3 is joined where a chain is shared.
    func ways(sharing members: [Int]) throws -> [[Remedy]] {
      var own = network(6, tied: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5)])
      let (chain, positions) = chain(members)
      (own.chains, own.positions) = ([chain], positions)
      let analysis = try PlanTests.analysis(own)
      let gap = try #require(try analysis.gaps(of: .cutActor).first { $0.chain == nil && $0.subjects == [3] })
      let ends = try PlausibleEnds(analysis)
      return gap.remedies.isEmpty ? [] : ends.ways(of: gap.remedies, for: gap)
    }
    let joined = try ways(sharing: [0, 1, 2, 4, 5])
    #expect(!joined.isEmpty)
    #expect(try ways(sharing: [0, 1, 2]).isEmpty)
    #expect(try ways(sharing: [4, 5]).isEmpty)
  }

  @Test(
    "Two who name each other as whom they want are near at hand, and that is said; a wish of one side is not enough")
  func wishes() throws {
    let park = try shipped("park")
    let (a, b) = (try park.actor(called: "CC"), try park.actor(called: "COAL1"))
    func told(_ network: Network) throws -> (plausibility: Double?, basis: Phrase) {
      let ends = try PlausibleEnds(PlanTests.analysis(network))
      #expect(ends.score.plausibility(a, b) == ends.plausibility(of: [.tie(a, b)]))
      return (ends.plausibility(of: [.tie(a, b)]), ends.basis(of: [.tie(a, b)]))
    }
    let both = try told(park)
    #expect(both.plausibility == 0.5 && both.basis.zh.contains("互列为意向对象"))
    #expect(both.basis.en.contains("each names the other as a partner it wants; "))
    var oneSided = park
    for row in oneSided.supplies.indices { oneSided.supplies[row].preferences = [] }
    let one = try told(oneSided)
    #expect(try #require(one.plausibility) < 0.5 && !one.basis.zh.contains("意向"))
  }

  @Test("A step that is not near at hand is worth a tenth of a point at least", arguments: PlanTests.networks)
  func worth(name: String) throws {
    let analysis = try PlanTests.analysis(shipped(name))
    for step in try analysis.plan(within: PlanLimits(steps: 40, ties: 100, positions: 40, perActor: 40))
    where step.isFarOff {
      #expect(step.gain * (step.plausibility ?? 1) >= 0.1)
    }
  }

  /// Two pairs of which the first did not satisfy in 2017; the first of them has another project until some year.
  private func stalled(until year: String, stage: TieStage? = nil, outcome: Outcome? = .open) -> Network {
    var own = network(4, tied: [(0, 1), (2, 3)], ended: [(0, 1), (2, 3)])
    for row in own.ties.indices { own.ties[row].outcome = row == 1 ? .satisfactory : .unsatisfactory }
    own.ties[0].period = Period(from: PartialDate("2024"), to: PartialDate(year))
    own.ties[1].period.to = PartialDate("2016")
    (own.ties[0].outcome, own.ties[0].stage) = (outcome, stage)
    (own.ties[2].weight, own.ties[3].weight) = (5, 4)
    return own
  }

  private func asked(_ network: Network) throws -> [[Int]] {
    try PlanTests.analysis(network).gaps(of: .stalled).flatMap(\.remedies).compactMap(\.pair)
  }

  @Test(
    "Those who work on another project by now are asked last to take up the one that did not satisfy, yet all that is needed is"
  )
  func begunAnew() throws {
    #expect(try asked(stalled(until: "2030")).first == [2, 3])
    #expect(try asked(stalled(until: "2024")).first == [0, 1])
    // What has stalled itself is no new beginning.
    var old = stalled(until: "2030", stage: .research)
    old.ties[0].period.from = PartialDate("2010")
    #expect(try asked(old).first == [0, 1])
    // Where nobody else is there, they are asked all the same.
    var alone = network(2, tied: [(0, 1)], ended: [(0, 1), (0, 1)])
    for row in 1...2 { alone.ties[row].outcome = .unsatisfactory }
    alone.ties[0].outcome = .open
    #expect(try asked(alone) == [[0, 1]])
  }

  @Test("An association that carries as much as it can leads nothing; an authority may")
  func association() throws {
    var own = network(9, tied: (1..<9).map { (0, $0) } + [(1, 2)])
    own.actors[0].kind = "association"
    func lead(_ network: Network) throws -> Int? {
      let analysis = try PlanTests.analysis(network)
      let unfit = try PlausibleEnds(analysis).burdened
      return analysis.lead(of: .connect, chain: nil, among: [3, 4], between: [0], unfit: unfit)
    }
    #expect(try lead(own) == nil)
    own.actors[0].kind = "government"
    #expect(try lead(own) == 0)
  }

  @Test(
    "A group of majors comes to be at one of the colleges of the network; of others those who are there are asked first"
  )
  func candidates() throws {
    let majors = try PlanTests.analysis(shipped("majors"))
    let actions = try majors.plan(within: PlanLimits()).map(majors.firstAction(of:))
    #expect(
      actions.contains { $0.zh == "与高职甲、高职乙、高职丙商定由哪家承办专业群，请医药企业甲、医药企业乙分别提出具体需求。" }, "\(actions.map(\.zh))")
    // Of a platform of another chain nobody asks.
    #expect(actions.contains { $0.en.hasPrefix("List candidates (platform) and let ") })
    let suzhou = try PlanTests.analysis(shipped("suzhou"))
    #expect(
      try suzhou.plan(within: PlanLimits()).map(suzhou.firstAction(of:)).contains {
        $0.zh.hasPrefix("列出候选高职院校（先征询本网络中的示例高职甲、示例高职乙、示例高职丙），请")
      })
    let park = try PlanTests.analysis(shipped("park"))
    let first = try #require(try park.plan(within: PlanLimits(steps: 1)).first)
    #expect(park.firstAction(of: first).zh.hasPrefix("列出候选科研院所，请"))
  }
}
