import KesiCluster

extension ResultTable {
  /// One row a tie to add, the one that does most first.
  public static func suggestions(
    _ suggestions: [Suggestion], of network: Network, in language: Language
  ) -> ResultTable {
    func actor(_ index: Int) -> Cell {
      .shown(.text(network.actors[index].id), as: network.actors[index].shortName(in: language))
    }
    let rows = suggestions.enumerated().map { place, item -> [Cell] in
      let chain = network.chains[item.chain]
      return [
        .whole(place + 1), actor(item.source), actor(item.target), .text("tie"),
        .shown(.text(chain.id), as: chain.name(in: language)), .real(item.gain), .real(item.before), .real(item.after),
        .text(item.reason(language)),
      ]
    }
    return ResultTable(
      heading: heading(of: network),
      columns: [
        Column("rank", Phrase("rank", zh: "序号")), Column("source", Phrase("actor", zh: "主体")),
        Column("target", Phrase("with", zh: "对象")), Column("kind", Phrase("kind", zh: "类型"), for: .programs),
        Column("chain", Phrase("chain", zh: "产业链")), Column("gain", Phrase("gain", zh: "增益")),
        Column("before", Phrase("before", zh: "之前")), Column("after", Phrase("after", zh: "之后")),
        Column("reason", Phrase("why these two", zh: "理由")),
      ], rows: rows)
  }
}
