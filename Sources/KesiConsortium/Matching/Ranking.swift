import KesiNetwork

/// Whom the two sides of a market rank, as far as they can be matched.
struct Ranking {
  private let byRows: [[Int]]
  private let byColumns: [[Int]]

  /// - Parameters:
  ///   - rows: places of supplies in the market; their columns are places of demands.
  ///   - costs: of each pair, row by row: among several rows of one actor the one that fits best comes first.
  init(of rows: [Int], _ columns: [Int], _ market: Market, _ costs: [Int32]) {
    func ranked(_ entry: Market.Entry, _ others: [Int: [Int]], _ cost: (Int) -> Int32) -> [Int] {
      entry.preferences.flatMap { actor in
        (others[actor] ?? []).filter { cost($0) != Transportation.forbidden }
          .sorted { (cost($0), $0) < (cost($1), $1) }
      }
    }
    let suppliers = Dictionary(grouping: rows.indices) { market.supplies[rows[$0]].actor }
    let demanders = Dictionary(grouping: columns.indices) { market.demands[columns[$0]].actor }
    byRows = rows.indices.map { row in
      ranked(market.supplies[rows[row]], demanders) { costs[row * columns.count + $0] }
    }
    byColumns = columns.indices.map { column in
      ranked(market.demands[columns[column]], suppliers) { costs[$0 * columns.count + column] }
    }
  }

  func allocation(_ supplies: [Int], _ demands: [Int]) -> StableAllocation {
    StableAllocation(supplies: supplies, demands: demands, rankedByRows: byRows, rankedByColumns: byColumns)
  }

  /// That every row of both sides ranks somebody.
  static func check(_ market: Market, _ network: Network) throws {
    func silent(_ entries: [Market.Entry], _ table: Table) -> Problem? {
      let silent = entries.filter(\.preferences.isEmpty)
      guard !silent.isEmpty else { return nil }
      let rows = silent.prefix(10).map { "\(network.actors[$0.actor].id.shortened) (\($0.item.shortened))" }
      let head = table.heads.first { $0.meaning?.id == InputMeaning.preferences.id }
      return Problem(
        .error, head?.place(in: table.file, row: nil) ?? .file(table.file),
        Phrase(
          "--stable wants both sides to rank whom they would have, and \(silent.count.counted("row")) \(silent.count == 1 ? "ranks" : "rank") nobody: \(rows.joined(separator: ", "))\(silent.count > 10 ? ", …" : ""). Fill in the column, or leave out --stable.",
          zh:
            "--stable 要求供需双方都填写意向对象，而有 \(silent.count) 行未填：\(rows.joined(separator: "、"))\(silent.count > 10 ? "……" : "")。请补填该列，或不加 --stable。"
        ))
    }
    let problems =
      market.origin == .positions
      ? [
        Problem(
          .error, .file(Table.supplies.file),
          Phrase(
            "--stable goes by what supplies.csv and demands.csv rank, and there are none. Add them, or leave out --stable.",
            zh: "--stable 依据 supplies.csv 与 demands.csv 中的意向对象，而两表均缺。请补充，或不加 --stable。"))
      ] : [silent(market.supplies, .supplies), silent(market.demands, .demands)].compactMap(\.self)
    guard problems.isEmpty else { throw BadData(problems) }
  }
}
