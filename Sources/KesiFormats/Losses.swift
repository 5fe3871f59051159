import KesiNetwork

/// What a network has and a format cannot hold, so that it can be said where one is written.
package struct Losses: Sendable {
  /// Each with its count, where it has one.
  package let parts: [Phrase]
  private let format: Format

  package init(of network: Network, in format: Format) {
    self.init(of: Written(network: network, graph: nil), in: format)
  }

  package init(of graph: NetworkGraph, in format: Format) {
    self.init(of: Written(network: graph.network, graph: graph), in: format)
  }

  private init(of written: Written, in format: Format) {
    self.format = format
    parts =
      [written.actorColumns(format.holdsColumn), written.tieColumns(format.holdsColumn)].compactMap(\.self)
      + Holding.allCases.filter { !format.holds.contains($0) }.compactMap {
        written.found($0, besides: format.carries(written.network))
      } + [Self.titles(format.renames(written.network))].compactMap(\.self)
  }

  /// The titles under which columns do not come back.
  private static func titles(_ renamed: [String]) -> Phrase? {
    guard let first = renamed.first else { return nil }
    let count = renamed.count
    return Phrase(
      "\(count == 1 ? "the title" : "the titles") of \(count.counted("column")) (\(renamed.listed(most: 3, in: .en) { "“\($0.shortened)”" }); \(count == 1 ? "" : "the first ")written as “\(GraphTables.second(first).shortened)”)",
      zh:
        "\(count) 列的列名（\(renamed.listed(most: 3, in: .zh, by: "列") { "“\($0.shortened)”" })，如“\(first.shortened)”写作“\(GraphTables.second(first).shortened)”）"
    )
  }

  /// One sentence; nil where nothing is lost.
  package var sentence: Phrase? {
    guard !parts.isEmpty else { return nil }
    let (name, whole) = (format.name, Format.snapshot.name)
    return Phrase(
      "A \(name.en) does not hold \(parts.map(\.en).joined(separator: ", ")); a \(whole.en) (\(Snapshot.fileEnding)) does.",
      zh: "\(name.zh)不含以下内容：\(parts.map(\.zh).joined(separator: "、"))；\(whole.zh)（\(Snapshot.fileEnding)）可全部保留。")
  }
}

/// What is to be written: a network, or what was selected of it.
private struct Written {
  let network: Network
  let graph: NetworkGraph?

  private var actors: [Int] { graph?.actors ?? Array(network.actors.indices) }
  /// Millions of them are not listed once more.
  private var ties: AnyRandomAccessCollection<Int> {
    graph.map { AnyRandomAccessCollection($0.ties) } ?? AnyRandomAccessCollection(network.ties.indices)
  }

  /// What there is of a part; nil where there is nothing.
  ///
  /// - Parameter carried: titles of columns of actors that are held.
  func found(_ part: Holding, besides carried: Set<String>) -> Phrase? {
    switch part {
    case .loneActors: counted(loneActors, "actor without ties", "actors without ties", "# 家没有联系的单位")
    case .directions:
      graph?.matrix.isSymmetric == false
        ? nil
        : counted(
          ties.count { network.ties.isDirected($0) == true }, "direction (--directed keeps it)",
          "directions (--directed keeps them)", "# 条联系的方向（--directed 可保留）")
    case .openDirections:
      graph?.matrix.isSymmetric == false
        ? nil
        : counted(
          ties.count { network.ties.isDirected($0) == nil }, "order of ends (of a tie whose direction is open)",
          "orders of ends (of ties whose direction is open)", "# 条方向未定的联系两端的先后")
    case .chains: counted(network.chains.count, "chain", "chains", "# 条产业链")
    case .positions: counted(network.positions.count, "position in a chain", "positions in chains", "# 个链位")
    case .consortia: counted(network.consortia.count, "consortium", "consortia", "# 个联合体")
    case .memberships: counted(network.members.count, "membership", "memberships", "# 个成员")
    case .coalitions: counted(network.coalitions.count, "value of a coalition", "values of coalitions", "# 条联盟收益")
    case .supplies: counted(network.supplies.count, "supply", "supplies", "# 项供给")
    case .demands: counted(network.demands.count, "demand", "demands", "# 项需求")
    case .history: counted(network.history.count, "yearly value", "yearly values", "# 个历年数值")
    case .illustrationMark:
      network.isIllustrative ? Phrase("the mark that data are illustrative", zh: "“示意数据”的标注") : nil
    case .profile: network.profile.saysMore ? Phrase("the settings of network.yml", zh: "network.yml 中的设置") : nil
    case .carriedColumns:
      counted(
        network.carried.reduce(0) { count, table in
          count + table.value.count { table.key != .actors || !carried.contains($0.name) }
        }, "column that Kesi does not know",
        "columns that Kesi does not know", "# 个程序不识别的列")
    case .selfTies:
      counted(
        network.ties.indices.count { network.ties.source($0) == network.ties.target($0) },
        "tie of an actor with itself", "ties of actors with themselves", "# 条两端为同一主体的联系")
    case .judgement:
      network.settled == nil
        ? nil : Phrase("what the whole network is judged by, of which this is a part", zh: "整个网络的评估口径（现只写出其中一部分）")
    }
  }

  /// The columns of actors that are not held, as far as any row states them.
  func actorColumns(_ isHeld: (ColumnHead) -> Bool) -> Phrase? {
    stated(
      actors.lazy.map { network.actors[$0] }, isHeld, "actor", "actors", zh: "家单位",
      // A name that repeats the id says nothing.
      isEmpty: { actor, head in head.isSame(as: ActorColumns.name.head) && actor.name.isExactly(actor.id) })
  }

  /// The columns of ties that are not held, as far as any row states them; directions are told apart.
  func tieColumns(_ isHeld: (ColumnHead) -> Bool) -> Phrase? {
    if network.ties.isList { return nil }
    return stated(
      ties.lazy.map { network.ties[$0] }, { isHeld($0) || $0.isSame(as: TieColumns.directed.head) }, "tie", "ties",
      zh: "条联系", isEmpty: { _, _ in false })
  }

  /// How many rows state something in columns that are not held, and which these are.
  private func stated<Row: TableRow>(
    _ rows: some Sequence<Row>, _ isHeld: (ColumnHead) -> Bool, _ one: String, _ many: String, zh: String,
    isEmpty: (Row, ColumnHead) -> Bool
  ) -> Phrase? {
    let columns = Row.columns.filter { !isHeld($0.head) }
    guard !columns.isEmpty else { return nil }
    var isStated = [Bool](repeating: false, count: columns.count)
    var count = 0
    for row in rows {
      var statesAny = false
      for (place, column) in columns.enumerated()
      where !(statesAny && isStated[place]) && column.content.isStated(by: row, in: network)
        && !isEmpty(row, column.head)
      {
        isStated[place] = true
        statesAny = true
      }
      if statesAny { count += 1 }
    }
    let heads = zip(columns, isStated).filter(\.1).map(\.0.head)
    guard !heads.isEmpty else { return nil }
    let most = heads.count == 4 ? 4 : 3
    return Phrase(
      "columns of \(count) \(count == 1 ? one : many) (\(heads.listed(most: most, in: .en) { $0.id }))",
      zh: "\(count) \(zh)的部分信息（\(heads.listed(most: most, in: .zh, by: "项") { $0.chinese ?? $0.id })）")
  }

  private var loneActors: Int {
    var isTied = [Bool](repeating: false, count: network.actors.count)
    if let graph {
      graph.matrix.withRows { rows in
        for row in 0..<rows.order where rows.degree(row) > 0 { isTied[graph.actors[row]] = true }
        for row in 0..<rows.order { for column in rows[row] { isTied[graph.actors[Int(column)]] = true } }
      }
    } else {
      for tie in network.ties.indices {
        isTied[network.ties.source(tie)] = true
        isTied[network.ties.target(tie)] = true
      }
    }
    return actors.count { !isTied[$0] }
  }

  private func counted(_ count: Int, _ one: String, _ many: String, _ zh: String) -> Phrase? {
    count == 0 ? nil : Phrase("\(count) \(count == 1 ? one : many)", zh: zh.replacing("#", with: "\(count)"))
  }
}

extension Profile {
  /// Whether it says anything but that its network is made up.
  fileprivate var saysMore: Bool {
    var rest = self
    (rest.text, rest.isIllustrative) = (nil, false)
    return ProfileWriter.text(of: rest) != nil
  }
}
