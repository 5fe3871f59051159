import KesiCluster
import KesiNetwork

extension ResultTable {
  /// What a scenario would change: who leaves, and every measure, chain and gap that is another after than before.
  ///
  /// - Parameters:
  ///   - left: who left, as indices of the network.
  ///   - showsAll: whether what stayed the same is listed, too.
  public static func comparison(
    _ comparison: Comparison, of network: Network, left: [Int], showsAll: Bool, in language: Language
  ) -> ResultTable {
    let rows = ChangeRows(language: language, chains: network.chains)
    return table(
      left.map { rows.row("left", Phrase("leaves", zh: "退出"), rows.actor(network.actors[$0]), .missing, .missing) }
        + rows.measures(comparison, showsAll: showsAll) + rows.gaps(comparison), of: network, in: language)
  }

  /// What has changed from one network to another, or from one date to another: measures, chains, gaps, who came and left,
  /// ties, ranks, communities.
  public static func comparison(
    _ comparison: Comparison, _ change: NetworkChange, _ drift: Drift, showsAll: Bool, in language: Language
  ) -> ResultTable {
    let rows = ChangeRows(language: language, chains: change.union.chains)
    return table(
      rows.measures(comparison, showsAll: showsAll) + rows.gaps(comparison) + rows.actors(change) + rows.ties(change)
        + rows.drift(drift, change.union), of: change.union, in: language)
  }

  /// How far two networks agree, which is a number also where nothing has changed: one row a measure of agreement.
  public static func agreement(_ drift: Drift, _ change: NetworkChange, in language: Language) -> ResultTable {
    let stayed = change.union.actors.count - change.joined.count - change.left.count
    let rows: [[Cell]] = [
      [
        .word(.text("actors_in_both"), as: Phrase("actors in both", zh: "两者共有的主体数")(language)), .whole(stayed),
      ],
      [
        .word(
          .text("adjusted_rand"),
          as: Phrase("agreement of communities (adjusted Rand)", zh: "社群一致性（调整兰德指数）")(language)),
        .fraction(optional: drift.agreement),
      ],
    ]
    return ResultTable(
      heading: Heading(of: change.union),
      columns: [Column("measure", Phrase("measure", zh: "指标")), Column("value", Phrase("value", zh: "数值"))], rows: rows)
  }

  private static func table(_ rows: [[Cell]], of network: Network, in language: Language) -> ResultTable {
    ResultTable(
      heading: Heading(of: network),
      columns: [
        Column("change", Phrase("change", zh: "变化")), Column("subject", Phrase("subject", zh: "对象")),
        Column("before", Phrase("before", zh: "变化前")), Column("after", Phrase("after", zh: "变化后")),
      ], rows: rows)
  }
}

/// The rows of a comparison: change, subject, before, after. Subjects are of several sorts in one column, so that with
/// Chinese words each is called what people call it, as no other column names it.
private struct ChangeRows {
  typealias Cell = ResultTable.Cell

  let language: Language
  let chains: [Chain]

  func row(_ name: String, _ label: Phrase, _ subject: Cell, _ before: Cell, _ after: Cell) -> [Cell] {
    [.word(.text(name), as: label(language)), subject, before, after]
  }

  func actor(_ actor: Actor) -> Cell { .word(.text(actor.id), as: actor.shortName(in: language)) }

  func measures(_ comparison: Comparison, showsAll: Bool) -> [[Cell]] {
    comparison.rows.filter { showsAll || isSeen($0.before, $0.after) }.map { item in
      switch item.subject {
      case .number(let number):
        row(
          "measure", Phrase("measure", zh: "指标"), .word(.text(number.id), as: number.label(language)),
          .value(of: number, item.before), .value(of: number, item.after))
      case .gaps:
        row(
          "measure", Phrase("measure", zh: "指标"), .word(.text("gaps"), as: gapsLabel(comparison.extent)(language)),
          .count(item.before), .count(item.after))
      case .chain(let id):
        row(
          "chain_index", Phrase("chain index", zh: "产业链指数"),
          .word(.text(id), as: chains.first { $0.id.isExactly(id) }?.name(in: language) ?? id),
          .fraction(optional: item.before), .fraction(optional: item.after))
      }
    }
  }

  private func gapsLabel(_ extent: Analysis.Extent) -> Phrase {
    extent == .all
      ? Phrase("gaps", zh: "薄弱环节数") : Phrase("gaps (quick kinds)", zh: "薄弱环节数（不含结构洞、链内联系稀疏、中介过载）")
  }

  /// Whether two numbers differ as people see them: “0.312 → 0.312” tells nothing.
  private func isSeen(_ before: Double?, _ after: Double?) -> Bool {
    before.map { Figure.index($0).text } != after.map { Figure.index($0).text }
  }

  func gaps(_ comparison: Comparison) -> [[Cell]] {
    func subject(_ gap: Gap) -> Cell { .word(.text(gap.id), as: gap.explanation(language)) }
    return comparison.closed.map {
      row("gap_closed", Phrase("gap closed", zh: "薄弱环节消除"), subject($0), .fraction(optional: $0.severity), .missing)
    }
      + comparison.opened.map {
        row("gap_opened", Phrase("new gap", zh: "新增薄弱环节"), subject($0), .missing, .fraction(optional: $0.severity))
      }
      + comparison.changed.map { before, after in
        row(
          after.severity > before.severity ? "gap_worse" : "gap_better",
          after.severity > before.severity ? Phrase("gap worse", zh: "薄弱环节加重") : Phrase("gap better", zh: "薄弱环节减轻"),
          subject(after), .fraction(optional: before.severity), .fraction(optional: after.severity))
      }
  }

  func actors(_ change: NetworkChange) -> [[Cell]] {
    change.joined.map {
      row("joined", Phrase("joins", zh: "加入"), actor(change.union.actors[$0]), .missing, .missing)
    }
      + change.left.map {
        row("left", Phrase("leaves", zh: "退出"), actor(change.union.actors[$0]), .missing, .missing)
      }
  }

  func ties(_ change: NetworkChange) -> [[Cell]] {
    NetworkChange.Sort.allCases.flatMap { sort in
      change.ties.filter { $0.sort == sort }.map { tie in
        let (source, target) = (change.union.actors[tie.source], change.union.actors[tie.target])
        let id = "\(source.id)--\(target.id)" + (tie.kind.isEmpty ? "" : ":\(tie.kind)")
        let kind = tie.kind.isEmpty ? "" : " · \(change.union.profile.tieKind(tie.kind).label(language))"
        return row(
          "tie_\(sort.rawValue)", Phrase("tie \(sort.rawValue)", zh: sort.label.zh),
          .word(.text(id), as: "\(source.shortName(in: language)) — \(target.shortName(in: language))\(kind)"),
          tie.before == 0 ? .missing : number(tie.before), tie.after == 0 ? .missing : number(tie.after))
      }
    }
  }

  func drift(_ drift: Drift, _ union: Network) -> [[Cell]] {
    var names: [ExactText: Actor] = [:]
    for actor in union.actors where names[ExactText(actor.id)] == nil { names[ExactText(actor.id)] = actor }
    func name(_ id: String) -> String { names[ExactText(id)]?.shortName(in: language) ?? id }
    let measures = ["degree": Phrase("number of ties", zh: "联系数"), "betweenness": Phrase("betweenness", zh: "中介中心度")]
    let moves = drift.moves.map { move in
      row(
        "rank_\(move.measure)",
        Phrase("rank by \(measures[move.measure]!.en)", zh: "\(measures[move.measure]!.zh)位次"),
        .word(.text(move.actor), as: name(move.actor)), .whole(move.before), .whole(move.after))
    }
    let communities = drift.communities.map { community in
      let around = Phrase("around \(name(community.actor))", zh: "以\(name(community.actor).setInChinese)为中心的社群")
      return row(
        "community", Phrase("members of a community", zh: "社群成员数"),
        .word(.text(community.actor), as: around(language)),
        .whole(community.before), .whole(community.after))
    }
    return moves + communities
  }

  private func number(_ value: Double?) -> Cell {
    guard let value, value == value.rounded(), value.magnitude < 1e15 else { return .real(optional: value) }
    return .whole(Int(value))
  }
}
