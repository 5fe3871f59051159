import KesiCluster
import KesiNetwork

extension Analysis {
  /// The number of each member by an indicator; nil where it is not stated, never 0.
  ///
  /// - Parameter members: actors, as indices of the network, and what is stated of them as members.
  /// - Throws: `BadData` where the network has no such column, kind or measure.
  func values(of indicator: AppraisalScheme.Indicator, of members: Players) throws -> [Double?] {
    let network = graph.network
    switch indicator.source {
    case .column(.members, "contribution"): return members.contributions
    case .column(.members, "share"): return members.shares
    case .column(.members, let column):
      let values = try self.column(column, of: .members, for: indicator)
      var sums: [Int: Double] = [:]
      for row in members.rows { if let value = values[row] { sums[network.members[row].actor, default: 0] += value } }
      return members.actors.map { sums[$0] }
    case .column(let table, let column):
      let values = try self.column(column, of: table, for: indicator)
      return members.actors.map { values[$0] }
    case .measure(let measure):
      guard let known = ActorMeasure.called(measure) else { throw unknown(indicator) }
      guard assessment.covers([.ties]) else { return members.actors.map { _ in nil } }
      let values = try known.compute(numbers)
      return members.actors.map { graph.vertex[$0].flatMap { values[$0] } }
    case .ties(let kind):
      if let kind, !graph.network.ties.kinds.containsExactly(kind) { throw unknown(indicator) }
      return counts(of: members) { tie, _ in kind.map { network.ties.kind(tie).isExactly($0) } ?? true ? 1 : 0 }
    case .partners(let kind):
      if let kind, !network.actors.contains(where: { $0.kind.isExactly(kind) }) { throw unknown(indicator) }
      guard assessment.covers([.ties]) else { return members.actors.map { _ in nil } }
      return partners.withRows { rows in
        members.actors.map { actor in
          graph.vertex[actor].map { vertex in
            Double(
              rows[vertex].count { other in
                kind.map { network.actors[graph.actors[Int(other)]].kind.isExactly($0) } ?? true
              })
          }
        }
      }
    case .gains: return benefits(of: members) { $0 ? $1 : $2 }
    case .brings: return benefits(of: members) { $0 ? $2 : $1 }
    case .chains:
      guard !network.chains.isEmpty else { return members.actors.map { _ in nil } }
      var chains: [Int: Set<Int>] = [:]
      for position in network.positions where position.period.overlaps(graph.selection.period) {
        chains[position.actor, default: []].insert(position.chain)
      }
      return members.actors.map { Double(chains[$0]?.count ?? 0) }
    case .loss:
      guard let whole = clusterIndex()?.value else { return members.actors.map { _ in nil } }
      return members.actors.map { actor in clusterIndex(idling: [actor]).map { max(0, whole - $0) } }
    }
  }

  /// Of each member a sum over its ties; nil where ties are not assessed.
  private func counts(of members: Players, _ value: (Int, Bool) -> Double) -> [Double?] {
    guard assessment.covers([.ties]) else { return members.actors.map { _ in nil } }
    let network = graph.network
    var sums = [Int: Double](uniqueKeysWithValues: members.actors.map { ($0, 0) })
    for tie in graph.ties {
      for (actor, isSource) in [(network.ties.source(tie), true), (network.ties.target(tie), false)] {
        if let sum = sums[actor] { sums[actor] = sum + value(tie, isSource) }
      }
    }
    return members.actors.map { sums[$0] }
  }

  /// Of each member a sum of benefits over those of its ties that state both; nil for who has none of these.
  private func benefits(of members: Players, _ chosen: (Bool, Double, Double) -> Double) -> [Double?] {
    let network = graph.network
    var sums: [Int: Double] = [:]
    let isMember = Set(members.actors)
    for row in graph.ties {
      let tie = network.ties[row]
      guard let source = tie.benefitToSource, let target = tie.benefitToTarget else { continue }
      for (actor, isSource) in [(tie.source, true), (tie.target, false)] where isMember.contains(actor) {
        sums[actor, default: 0] += chosen(isSource, source, target)
      }
    }
    return members.actors.map { sums[$0] }
  }

  /// The numbers of a column of a table, known or carried along, by its rows.
  private func column(_ name: String, of table: Table, for indicator: AppraisalScheme.Indicator) throws -> [Double?] {
    let network = graph.network
    func numbers<Row: TableRow>(_ rows: [Row]) -> [Double?]? {
      guard let column = Row.columns.first(where: { $0.head.id == name }), case .number(let access, _) = column.content
      else { return nil }
      return rows.map(access.get)
    }
    let known = table == .members ? numbers(network.members) : numbers(network.actors)
    if let known { return known }
    if let carried = network.carried[table]?.first(where: { $0.name.isExactly(name) }) {
      let numbers = carried.values.map { $0.isEmpty ? nil : Double(decimal: $0) }
      guard zip(numbers, carried.values).allSatisfy({ $0 != nil || $1.isEmpty }) else {
        throw indicator.problem(
          Phrase(
            "goes by \(table.file), column \(name), which does not hold numbers only.",
            zh: "所依据的 \(table.file) 中的 \(name) 列含有非数字内容。"))
      }
      return numbers
    }
    throw unknown(indicator)
  }

  private func unknown(_ indicator: AppraisalScheme.Indicator) -> BadData {
    indicator.problem(
      Phrase(
        "goes by \(indicator.source.word), which the network does not have. Correct its source, or add the data.",
        zh: "所依据的 \(indicator.source.word) 在网络中不存在。请改正 source，或补上数据。"))
  }
}

extension AppraisalScheme.Indicator {
  /// What is wrong with it, with its place in the scheme.
  func problem(_ what: Phrase) -> BadData {
    BadData([
      Problem(
        .error, place,
        Phrase("the indicator “\(id.shortened)” \(what.en)", zh: "指标“\(id.shortened)”\(what.zh)"))
    ])
  }
}
