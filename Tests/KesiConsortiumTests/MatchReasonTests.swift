import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiConsortium

@Suite("What bars a match, and why something is left")
struct MatchReasonTests {
  /// Three colleges who supply, an enterprise and another who demand, and one who works with all.
  private func matching(
    _ supplies: [Supply], _ demands: [Demand], stable: Bool = false, change: (inout Network) -> Void = { _ in }
  ) throws -> Matching {
    var network = Network(
      actors: (0..<5).map { Actor(id: "a\($0)", name: "A\($0)", kind: $0 < 3 ? "college" : "enterprise") }
        + [Actor(id: "hub", name: "Hub", kind: "platform")],
      ties: Ties((0..<5).map { Tie($0, 5) }), supplies: supplies, demands: demands)
    change(&network)
    return try Matching(of: Analysis(of: NetworkGraph(of: network), draws: 100), stable: stable)
  }

  @Test(
    "Many who have little meet a demand together: how little each has bars none of them",
    arguments: [nil, Level.national])
  func small(level: Level?) throws {
    let found = try matching(
      (0..<3).map { Supply(actor: $0, item: "x", quantity: 10, level: level) },
      [Demand(actor: 3, item: "x", quantity: 1000, level: level)])
    #expect(found.matches.reduce(0) { $0 + $1.quantity } == 30)
    #expect(found.idle.isEmpty && found.unmet.map(\.quantity) == [970])
  }

  @Test("Where both sides rank each other no difference bars them")
  func stable() throws {
    let found = try matching(
      [Supply(actor: 0, item: "x", quantity: 10, level: .national, preferences: [3])],
      [Demand(actor: 3, item: "x", quantity: 100, level: .ordinary, preferences: [0])], stable: true
    ) { $0.profile.thresholds.leastMatch = 0.99 }
    #expect(found.matches.map(\.quantity) == [10])
  }

  @Test("Where ties are not assessed nothing is said of two as partners, nor held against them")
  func unassessedTies() throws {
    let supplies = [Supply(actor: 0, item: "x", quantity: 1, level: .national)]
    let demands = [Demand(actor: 3, item: "x", quantity: 1, level: .national)]
    var last = Tie(0, 3)
    last.outcome = .unsatisfactory
    let found = try matching(supplies, demands) {
      $0.ties.append(last)
      $0.profile.assess = [.levels]
    }
    let match = try #require(found.matches.first)
    #expect(match.compatibility.partner == nil && match.compatibility.score == Interval(1))
    let judged = try matching(supplies, demands) { $0.ties.append(last) }
    #expect(judged.matches.isEmpty)
  }

  @Test("Where only something near is offered, and does not fit, it is not said that the item itself is")
  func nearItems() throws {
    func reasons(offered: String) throws -> (idle: Phrase, unmet: Phrase) {
      let found = try matching(
        [Supply(actor: 0, item: offered, quantity: 1, level: .national)],
        [Demand(actor: 3, item: "milling", quantity: 1, level: .ordinary)]
      ) {
        $0.profile.thresholds.leastMatch = 0.9
        $0.profile.items = [
          Item(id: "metal", label: Phrase("metal", zh: "金工")),
          Item(id: "milling", label: Phrase("milling", zh: "铣削"), parent: "metal"),
          Item(id: "turning", label: Phrase("turning", zh: "车削"), parent: "metal"),
        ]
      }
      let (idle, unmet) = (try #require(found.idle.first), try #require(found.unmet.first))
      return (found.reason(of: idle, isSupply: true), found.reason(of: unmet, isSupply: false))
    }
    let near = try reasons(offered: "turning")
    #expect(near.unmet.en.hasPrefix("Nobody else offers this itself, and nobody who offers something near it"))
    #expect(near.idle.zh.hasPrefix("没有其他单位需要此项；"))
    let same = try reasons(offered: "milling")
    #expect(same.unmet.en.hasPrefix("Nobody who offers it can be matched"))
    #expect(same.idle.zh.hasPrefix("有需求的单位均不宜匹配"))
  }

  @Test("Why nothing is left to match with is told: no quantity, nobody else, nobody at all")
  func reasons() throws {
    let demand = Demand(actor: 3, item: "x", quantity: 5)
    func reason(_ supplies: [Supply]) throws -> Unmatched.Reason? {
      try matching(supplies, [demand]).unmet.first { $0.place == 0 }?.reason
    }
    #expect(try reason([Supply(actor: 0, item: "x")]) == .noneStated)
    #expect(try reason([Supply(actor: 3, item: "x", quantity: 5)]) == .noneElse)
    #expect(try reason([Supply(actor: 0, item: "y", quantity: 5)]) == .noneNear)
    #expect(try reason([Supply(actor: 0, item: "x", quantity: 2)]) == .taken)
  }
}
