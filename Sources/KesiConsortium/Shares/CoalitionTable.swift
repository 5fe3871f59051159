import KesiNetwork

/// A table of what coalitions are worth, and the game that it states.
package struct CoalitionTable {
  private let rows: [CoalitionWorth]
  private let network: Network
  /// What messages call the table.
  private let file: String

  package init(_ rows: [CoalitionWorth], of network: Network, file: String = Table.coalitions.file) {
    (self.rows, self.network, self.file) = (rows, network, file)
  }

  /// Those whom its rows name: as members of a consortium, where all of them are of one, or of the one that is asked for.
  ///
  /// - Throws: `BadData` where it has no rows, names somebody who is no member of the consortium, or shares are more than the
  ///   whole, or names more than can be looked at.
  package func players(of consortium: Int?, during period: Period) throws -> Players {
    let named = Set(rows.flatMap(\.members))
    guard !named.isEmpty else {
      throw problem(
        Phrase(
          "states no coalition. Add a row for each: its members, with semicolons between, and what they are worth together.",
          zh: "没有任何联盟收益。请每种组合填一行：成员（用分号隔开）及其合作收益。"))
    }
    guard named.count <= Game.mostPlayers else {
      throw problem(
        Phrase(
          "names \(named.count) actors, and all coalitions are looked at of \(Game.mostPlayers) at most. State coalitions of fewer, or share out by a rule of the network: --rule strength takes any number.",
          zh:
            "涉及 \(named.count) 家单位，最多只能逐一计算 \(Game.mostPlayers) 家的所有组合。请减少单位，或按网络规则测算：--rule strength 不限单位数。"
        ))
    }
    let memberships = Dictionary(grouping: network.members.filter { $0.role != .observer }, by: \.consortium)
      .mapValues { Set($0.map(\.actor)) }
    if let consortium {
      let members = memberships[consortium] ?? []
      if let row = rows.first(where: { !$0.members.allSatisfy(members.contains) }),
        let stranger = row.members.first(where: { !members.contains($0) })
      {
        let name = network.consortia[consortium]
        throw problem(
          Phrase(
            "“\(text(row.members))” has \(network.actors[stranger].id), who is no member of “\(name.name(in: .en))”. Delete the row, or add the member to members.csv.",
            zh:
              "“\(text(row.members))”中的 \(network.actors[stranger].id) 不是“\(name.name(in: .zh))”的成员。请删去此行，或在 members.csv 中补上。"
          ))
      }
      return try Players(of: consortium, in: network, during: period, only: named)
    }
    let fitting = memberships.filter { named.isSubset(of: $0.value) }.keys
    if fitting.count == 1, let only = fitting.first {
      let players = try Players(of: only, in: network, during: period, only: named)
      if players.count == named.count { return players }
    }
    return Players(named.sorted())
  }

  /// The game, and what has to be said of it.
  ///
  /// - Throws: `BadData` where no coalition has a value, or one is missing and nobody says what is done about it.
  package func game(among players: Players, completing rule: Completion?) throws -> (game: Game, notes: [Phrase]) {
    var worth: [Coalition: Double] = [:]
    for row in rows { if let coalition = players.coalition(row.members) { worth[coalition] = row.value } }
    guard !worth.isEmpty else {
      throw problem(
        Phrase(
          "has no value in any row of these actors, so nothing can be told of what they are worth. Fill in the column value.",
          zh: "这些单位的各行均未填联盟收益，无从测算。请填写“联盟收益”一列。"))
    }
    let stated = StatedGame(playerCount: players.count, worth: worth)
    let missing = stated.missing(first: 4)
    let all = 1 << players.count - 1
    guard missing.count > 0 else {
      let (game, _, below) = stated.completed()
      return (game, [belowParts(below, players)].compactMap(\.self))
    }
    let examples = missing.coalitions.map { text($0.players.map { players.actors[$0] }) }
    let more = missing.count > examples.count
    guard rule != nil else {
      throw problem(
        Phrase(
          "\(missing.count) of \(all) coalitions of these \(players.count) actors have no value: \(examples.joined(separator: ", "))\(more ? ", …" : ""). Fill them in, or add --complete superadditive: then each is worth the best that its members can do in those that are stated.",
          zh:
            "这 \(players.count) 家单位共有 \(all) 种组合，其中 \(missing.count) 种未填收益：\(examples.joined(separator: "、"))\(more ? "等" : "")。请补填，或加 --complete superadditive，按成员在已填组合中的最佳搭配推算。"
        ))
    }
    let (game, filled, below) = stated.completed()
    return (
      game,
      [
        Phrase(
          "\(filled) of \(all) coalitions have no value of their own and count as the best that their members can do in those that are stated; who is in none alone counts as worth nothing.",
          zh: "共 \(all) 种组合，其中 \(filled) 种未填收益，按成员在已填组合中的最佳搭配推算；未填单独收益的单位，单独时按 0 计。"),
        worth[game.everybody] == nil
          ? Phrase(
            "What all \(players.count) are worth together is not stated either: what there is to share out is what those that are stated come to.",
            zh: "\(players.count) 家全体合作的收益也未填写，可分配总额为按已填组合推算之数。") : nil,
        belowParts(below, players),
      ].compactMap(\.self)
    )
  }

  private func belowParts(_ coalitions: [Coalition], _ players: Players) -> Phrase? {
    guard let first = coalitions.first else { return nil }
    let example = text(first.players.map { players.actors[$0] })
    return Phrase(
      "\(coalitions.count.counted("coalition")) \(coalitions.count == 1 ? "is" : "are") stated to be worth less than \(coalitions.count == 1 ? "its" : "their") members in smaller ones: \(example)\(coalitions.count > 1 ? ", …" : ""). Check the value; it is taken as it stands.",
      zh: "有 \(coalitions.count) 种组合所填的收益低于其成员拆开合作的收益：\(example)\(coalitions.count > 1 ? "等" : "")。请核对；测算时按所填数字计。")
  }

  private func text(_ members: [Int]) -> String { members.map { network.actors[$0].id }.joined(separator: ";") }

  private func problem(_ message: Phrase) -> BadData { BadData([Problem(.error, .file(file), message)]) }
}
