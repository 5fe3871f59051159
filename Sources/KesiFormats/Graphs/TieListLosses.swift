import KesiNetwork

/// What a network has and a list of ties cannot hold, so that it can be said where one is written.
package struct TieListLosses: Sendable {
  /// Each with its count, where it has one.
  package let parts: [Phrase]

  package init(of graph: NetworkGraph) {
    let network = graph.network
    var parts: [Phrase] = []
    func add(_ count: Int, _ one: String, _ many: String, _ zh: String) {
      if count > 0 {
        parts.append(Phrase("\(count) \(count == 1 ? one : many)", zh: zh.replacing("#", with: "\(count)")))
      }
    }
    let tied = graph.matrix.withRows { rows in
      var tied = [Bool](repeating: false, count: rows.order)
      for row in 0..<rows.order { for column in rows[row] { (tied[row], tied[Int(column)]) = (true, true) } }
      return tied
    }
    add(tied.count { !$0 }, "actor without ties", "actors without ties", "# 家没有联系的单位")
    let described = graph.actors.count { index in
      let actor = network.actors[index]
      return actor.name != actor.id || !actor.kind.isEmpty || actor.zone != nil || actor.size != nil
    }
    add(described, "name, kind or zone of an actor", "names, kinds and zones of actors", "# 家单位的名称、类型和片区")
    let ties = graph.ties.map { network.ties[$0] }
    add(
      ties.count { $0.period != Period() || $0.stage != nil || $0.outcome != nil }, "tie’s dates, stage and outcome",
      "ties’ dates, stages and outcomes", "# 条联系的起止时间、阶段和成效")
    if graph.matrix.isSymmetric {
      add(
        ties.count { $0.isDirected == true }, "direction (--directed keeps it)", "directions (--directed keeps them)",
        "# 条联系的方向（--directed 可保留）")
    }
    add(network.chains.count, "chain", "chains", "# 条产业链")
    add(network.positions.count, "position in a chain", "positions in chains", "# 个链位")
    add(network.consortia.count, "consortium", "consortia", "# 个联合体")
    add(network.members.count, "membership", "memberships", "# 个成员")
    if network.isIllustrative {
      parts.append(Phrase("the mark that data are illustrative", zh: "“示意数据”的标注"))
    }
    self.parts = parts
  }

  /// One sentence; nil where nothing is lost.
  package var sentence: Phrase? {
    parts.isEmpty
      ? nil
      : Phrase(
        "A list of ties does not hold \(parts.map(\.en).joined(separator: ", ")); a snapshot (.kesi) does.",
        zh: "联系列表不含以下内容：\(parts.map(\.zh).joined(separator: "、"))；快照（.kesi）可全部保留。")
  }
}
