import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiConsortium
@testable import KesiResults

@Suite("The statement of a member")
struct StatementTests {
  /// The first of three members who share out 10.
  private func lines(
    shares: [Double], orders: Int? = nil, in language: Language, change: (inout Profile) -> Void = { _ in }
  ) throws -> [[ResultTable.Cell]] {
    var network = Network(
      actors: ["A", "B", "C"].map { Actor(id: $0, name: "N\($0)") }, consortia: [Consortium(id: "X", name: "X")])
    network.members = shares.enumerated().map { actor, share in
      var member = Membership(consortium: 0, actor: actor)
      (member.share, member.contribution) = (share, 2)
      return member
    }
    change(&network.profile)
    let worth: [([Int], Double)] = [
      ([0], 1), ([1], 0), ([2], 0), ([0, 1], 6), ([0, 2], 3), ([1, 2], 4), ([0, 1, 2], 10),
    ]
    let table = CoalitionTable(worth.map { CoalitionWorth(members: $0.0, value: $0.1) }, of: network)
    let players = try table.players(of: 0, during: Period())
    let sharing = try Sharing(
      table.game(among: players, completing: nil).game, among: players, partners: nil, orders: orders, on: Parallel())
    return ResultTable.statement(of: 0, in: sharing, of: network, in: language).rows.map { $0.map(\.bare) }
  }

  private func cell(_ column: String, of item: String, in lines: [[ResultTable.Cell]]) throws -> ResultTable.Cell {
    let place = try #require(ResultTable.statementColumns.firstIndex { $0.head.id == column })
    return try #require(lines.first { $0[0] == .text(item) })[place]
  }

  @Test("Each amount bears the unit that the network states, or says that none is stated")
  func units() throws {
    let bare = try lines(shares: [0.5, 0.3, 0.2], in: .en)
    #expect(try cell("unit", of: "whole", in: bare) == .text("that of the values of coalitions, not stated"))
    #expect(try cell("unit", of: "contribution", in: bare) == .text("that of contributions, not stated"))
    let told = try lines(shares: [0.5, 0.3, 0.2], in: .zh) {
      $0.gainUnit = Phrase("10,000 yuan a year", zh: "万元/年")
      $0.contributionUnit = Phrase("10,000 yuan", zh: "万元")
    }
    #expect(try cell("unit", of: "today", in: told) == .text("万元/年"))
    #expect(try cell("unit", of: "contribution", in: told) == .text("万元"))
  }

  @Test("It names no file, which the member has not, in either language", arguments: Language.allCases)
  func files(language: Language) throws {
    for line in try lines(shares: [0.5, 0.3, 0.1], in: language) {
      for cell in line { if case .text(let text) = cell { #expect(!text.contains(".csv")) } }
    }
  }

  @Test("What a split takes from others, or from nobody, is said with it, and only where there is any")
  func others() throws {
    func meaning(_ shares: [Double]) throws -> String {
      guard case .text(let text) = try cell("meaning", of: "keeps", in: lines(shares: shares, in: .en)) else {
        return ""
      }
      return text
    }
    #expect(try meaning([0.5, 0.3, 0.1]).contains("what goes to others, or to nobody, today"))
    #expect(try !meaning([0.5, 0.3, 0.2]).contains("others"))
  }

  @Test("A sampled value says between what it lies")
  func sampled() throws {
    let lines = try lines(shares: [0.5, 0.3, 0.2], orders: 200, in: .en)
    guard case .text(let text) = try cell("meaning", of: "shapley", in: lines) else {
      Issue.record("no words")
      return
    }
    #expect(text.contains("Found from samples: it lies between"))
  }
}
