import KesiCluster
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiConsortium

@Suite("Sharing out the gains of a consortium")
struct SharingTests {
  /// Four members of a consortium, one of whom observes, and one actor outside; two chains, of which the first needs two kinds.
  static func network(shares: [Double?] = [0.5, 0.3, 0.1, nil], contributions: [Double?] = [6, 3, 1, nil]) -> Network {
    let kinds = ["enterprise", "college", "enterprise", "institute", "college"]
    var network = Network(
      actors: kinds.enumerated().map {
        Actor(id: "\("ABCDE".unicodeScalars.map(String.init)[$0])", name: "N\($0)", kind: $1)
      },
      ties: Ties([
        Tie(0, 1, kind: "work", weight: 4), Tie(1, 2, kind: "work", weight: 2), Tie(2, 4, kind: "work", weight: 8),
      ]),
      chains: [
        Chain(id: "one", name: "One", requires: ["enterprise", "college"]),
        Chain(id: "two", name: "Two", requires: ["institute"]),
      ],
      positions: [Position(actor: 0, chain: 0), Position(actor: 1, chain: 0), Position(actor: 2, chain: 0)],
      consortia: [Consortium(id: "X", name: "Consortium X")])
    network.members = (0..<4).map { actor in
      var member = Membership(consortium: 0, actor: actor, role: actor == 3 ? .observer : .member)
      (member.share, member.contribution) = (shares[actor], contributions[actor])
      return member
    }
    return network
  }

  static func coalitions(_ rows: ([Int], Double?)...) -> [CoalitionWorth] {
    rows.map { CoalitionWorth(members: $0.0, value: $0.1) }
  }

  static let all = coalitions(([0], 1), ([1], 0), ([2], 0), ([0, 1], 6), ([0, 2], 3), ([1, 2], 4), ([0, 1, 2], 10))

  private func line(_ error: (any Error)?) -> String {
    (error as? BadData)?.problems.first?.line(in: .en) ?? "no error"
  }

  @Test("The members of one consortium share, without observers, by what they put in and by their shares")
  func table() throws {
    let network = Self.network()
    let table = CoalitionTable(Self.all, of: network)
    let players = try table.players(of: nil, during: Period())
    #expect(players.actors == [0, 1, 2] && players.consortium == 0)
    let (game, notes) = try table.game(among: players, completing: nil)
    #expect(game.values == [0, 1, 0, 6, 0, 3, 4, 10] && notes.isEmpty)
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let sharing = try Sharing(game, among: players, partners: analysis.partners(of: players), on: Parallel())
    #expect(isNear(sharing.proportional ?? [], [6, 3, 1]))
    #expect(isNear(sharing.today ?? [], [5, 3, 1]))
    #expect(sharing.equal == [Double](repeating: 10.0 / 3, count: 3))
    // By all six orders of three.
    let sixths: (Double, Double, Double) -> [Double] = { [$0 / 6, $1 / 6, $2 / 6] }
    #expect(isNear(sharing.shapley.map(\.value), sixths(23, 23, 14)))
    // The first and the third are not tied: together they have what they have alone.
    #expect(isNear(sharing.myerson ?? [], sixths(21, 27, 12)))
    #expect(sharing.objections == [])
    #expect(sharing.hasCore == true)
    #expect(sharing.notes.contains { $0.en.contains("add up to 90%") })
  }

  @Test("Who gets less than it is worth by itself objects, and the smallest change keeps it")
  func objections() throws {
    let network = Self.network(shares: [0.9, 0.05, 0.05, nil])
    let table = CoalitionTable(Self.all, of: network)
    let players = try table.players(of: 0, during: Period())
    let sharing = try Sharing(
      table.game(among: players, completing: nil).game, among: players, partners: nil, on: Parallel())
    #expect(sharing.objections?.map(\.coalition.bits) == [0b110])
    #expect(isNear([sharing.objections?.first?.excess ?? 0], [3]))
    #expect(isNear(sharing.nearest ?? [], [6, 2, 2]))
    #expect(sharing.myerson == nil)
  }

  @Test("A member that adds nothing to a group that leaves is not named with it")
  func essential() {
    let game = Game(playerCount: 4) { $0.contains(0) && $0.contains(1) ? 8 : 0 }
    let found = game.objections(to: [1, 1, 2, 0]).essential(most: 10)
    #expect(found.map(\.coalition.bits) == [0b0011])
    #expect(game.objections(to: [1, 1, 2, 0]).count == 3)
  }

  @Test("Shares beyond the whole are refused, and percent are told")
  func beyond() {
    for (shares, hint) in [([0.7, 0.4, 0, nil], "add up to 1 at most"), ([50, 30, 20, nil], "write 0.4 for 40")] {
      let network = Self.network(shares: shares)
      let error = #expect(throws: BadData.self) {
        try CoalitionTable(Self.all, of: network).players(of: nil, during: Period())
      }
      #expect(line(error).hasPrefix("members.csv: share: ") && line(error).contains(hint), "\(line(error))")
      #expect(line(error).contains("the largest are A \(Figure.amount(shares[0] ?? 0).text), B "), "\(line(error))")
    }
  }

  @Test("Shares that add up to a little more than the whole are rounded ones, and parts of the whole")
  func rounded() throws {
    let network = Self.network(shares: [0.334, 0.333, 0.334, nil])
    let players = try CoalitionTable(Self.all, of: network).players(of: nil, during: Period())
    #expect(isNear(players.today(of: 1001) ?? [], [334, 333, 334]))
    #expect(players.roundedSum == 1.001)
  }

  @Test("What is not stated is not taken for nothing")
  func unstated() throws {
    let network = Self.network(shares: [0.5, nil, 0.1, nil], contributions: [1, nil, 1, nil])
    let table = CoalitionTable(Self.all, of: network)
    let players = try table.players(of: 0, during: Period())
    let sharing = try Sharing(
      table.game(among: players, completing: nil).game, among: players, partners: nil, on: Parallel())
    #expect(sharing.proportional == nil && sharing.today == nil && sharing.objections == nil && sharing.nearest == nil)
    #expect(sharing.notes.count == 3)
  }

  @Test("A table that is empty, incomplete or names a stranger is refused with what to do")
  func refused() throws {
    let network = Self.network()
    func players(_ rows: [CoalitionWorth], _ consortium: Int? = nil) throws -> Players {
      try CoalitionTable(rows, of: network).players(of: consortium, during: Period())
    }
    var error = #expect(throws: BadData.self) { try players([]) }
    #expect(line(error).contains("states no coalition"))
    error = #expect(throws: BadData.self) { try players(Self.coalitions(([0, 4], 2)), 0) }
    #expect(line(error).contains("“A;E” has E, who is no member of “Consortium X”"))
    let partly = CoalitionTable(Self.coalitions(([0, 1], 6), ([2], nil), ([0, 1, 2], 10)), of: network)
    let three = try partly.players(of: nil, during: Period())
    error = #expect(throws: BadData.self) { try partly.game(among: three, completing: nil) }
    #expect(line(error).contains("5 of 7 coalitions of these 3 actors have no value: A, B, C, A;C, …"))
    let (game, notes) = try partly.game(among: three, completing: .superadditive)
    #expect(game.values == [0, 0, 0, 6, 0, 0, 0, 10])
    #expect(notes.count == 1 && notes[0].en.hasPrefix("5 of 7 coalitions"))
    // Where nothing is said of all together, that is told; where nothing is said at all, nothing is shared out.
    let open = CoalitionTable(Self.coalitions(([0, 1], 6), ([0, 1, 2], nil)), of: network)
    let completed = try open.game(among: three, completing: .superadditive)
    #expect(completed.game.whole == 6)
    #expect(
      completed.notes.count == 2 && completed.notes[1].en.hasPrefix("What all 3 are worth together is not stated"))
    let silent = CoalitionTable(Self.coalitions(([0, 1], nil), ([0, 1, 2], nil)), of: network)
    for rule in [nil, Completion.superadditive] {
      error = #expect(throws: BadData.self) { try silent.game(among: three, completing: rule) }
      #expect(line(error).contains("has no value in any row of these actors"))
    }
    // More than a thousand thousand coalitions.
    let many = Network(actors: (0..<21).map { Actor(id: "\($0)", name: "\($0)") })
    let tooMany = #expect(throws: BadData.self) {
      try CoalitionTable([CoalitionWorth(members: Array(0..<21), value: 1)], of: many).players(
        of: nil, during: Period())
    }
    #expect(line(tooMany).contains("names 21 actors"))
  }

  @Test("Amounts bear the unit that the network states, or that of the rule they follow from")
  func units() throws {
    var network = Self.network()
    let table = CoalitionTable(Self.coalitions(([0], 5), ([1], 5), ([0, 1], 12)), of: network)
    let players = try table.players(of: nil, during: Period())
    let sharing = try Sharing(
      table.game(among: players, completing: nil).game, among: players, partners: nil, on: Parallel())
    #expect(sharing.unit(in: network.profile) == nil && sharing.shownWhole(in: network.profile).en == "12")
    network.profile.gainUnit = Phrase("10,000 yuan", zh: "万元")
    #expect(sharing.shownWhole(in: network.profile).en == "12 (10,000 yuan)")
    #expect(sharing.shownWhole(in: network.profile).zh == "12（万元）")
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let byTies = try analysis.sharing(among: players, by: .strength, orders: nil, seed: 1)
    #expect(byTies.unit(in: network.profile)?.en == "strength of ties")
  }

  @Test("Stated values that are less than their members have apart are said")
  func contradiction() throws {
    let rows = Self.coalitions(([0], 5), ([1], 5), ([0, 1], 7))
    let table = CoalitionTable(rows, of: Self.network())
    let (game, notes) = try table.game(among: table.players(of: nil, during: Period()), completing: nil)
    #expect(notes.count == 1 && notes[0].en.contains("1 coalition is stated to be worth less"))
    let sharing = try Sharing(game, among: table.players(of: nil, during: Period()), partners: nil, on: Parallel())
    #expect(sharing.notes.contains { $0.en.hasPrefix("All together are worth less") })
  }

  @Test("By a rule of the network ties, chains and the cluster index say what coalitions are worth")
  func rules() throws {
    let network = Self.network()
    let analysis = Analysis(of: try NetworkGraph(of: network))
    let members = try Players(of: 0, in: network, during: Period())
    let ties = try analysis.sharing(among: members, by: .strength, orders: nil, seed: 1)
    // The tie to who is no member counts for nobody.
    #expect(ties.whole == 6 && ties.shapley.map(\.value) == [2, 3, 1] && ties.nucleolus?.split == [2, 3, 1])
    let chains = try analysis.sharing(among: members, by: .chains, orders: nil, seed: 1)
    // One chain, for which the college is needed and either enterprise: gloves.
    #expect(chains.whole == 1)
    let gloves: [Double] = [1.0 / 6, 2.0 / 3, 1.0 / 6]
    #expect(isNear(chains.shapley.map(\.value), gloves))
    let index = try analysis.sharing(among: members, by: .index, orders: nil, seed: 1)
    let without = try #require(analysis.clusterIndex(idling: [0, 1, 2]))
    let gain = try #require(analysis.clusterIndex()).value - without
    #expect(gain > 0 && isNear([index.whole], [gain]))
    let sum = index.shapley.map(\.value).reduce(0, +)
    #expect(isNear([sum], [gain]))
    let sampled = try analysis.sharing(among: members, by: .index, orders: 400, seed: 1)
    for (exact, estimate) in zip(index.shapley, sampled.shapley) {
      #expect((estimate.low - 1e-9...estimate.high + 1e-9).contains(exact.value))
    }
  }

  @Test("What nobody does adds nothing, and all who work are the whole index")
  func idling() throws {
    let analysis = Analysis(of: try NetworkGraph(of: Self.network()))
    let whole = try #require(analysis.clusterIndex()).value
    #expect(analysis.clusterIndex(idling: []) == whole)
    #expect(analysis.clusterIndex(idling: [3]) == whole)
    let risks = try analysis.risks().risks
    for risk in risks {
      if case .actor(let actor) = risk.subject {
        let without = try #require(analysis.clusterIndex(idling: [actor]))
        #expect(isNear([risk.loss], [max(0, whole - without)]))
      }
    }
  }
}
