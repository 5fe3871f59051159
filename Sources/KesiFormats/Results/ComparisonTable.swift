import KesiCluster

extension ResultTable {
  /// One row a measure, chain or gap that is another after than before: change, subject, before, after.
  ///
  /// - Parameters:
  ///   - left: who left, as indices of the network.
  ///   - showsAll: whether what stayed the same is listed, too.
  public static func comparison(
    _ comparison: Comparison, of network: Network, left: [Int], showsAll: Bool, in language: Language
  ) -> ResultTable {
    func change(_ name: String, _ label: Phrase) -> Cell { .shown(.text(name), as: label(language)) }
    var rows = left.map { actor -> [Cell] in
      let actor = network.actors[actor]
      return [
        change("left", Phrase("leaves", zh: "退出")), .shown(.text(actor.id), as: actor.name(in: language)), .missing,
        .missing,
      ]
    }
    for row in comparison.rows where showsAll || row.before != row.after {
      let subject: Cell =
        if let chain = row.chain.map({ network.chains[$0] }) {
          .shown(.text(chain.id), as: chain.name(in: language))
        } else {
          .shown(.text(row.measure), as: (summaryLabels[row.measure] ?? gapCount)(language))
        }
      let kind =
        row.chain == nil
        ? change("measure", Phrase("measure", zh: "指标")) : change("chain_index", Phrase("chain index", zh: "产业链指数"))
      rows.append([kind, subject, number(row.before), number(row.after)])
    }
    for (gaps, name, label) in [
      (comparison.closed, "gap_closed", Phrase("gap closed", zh: "断点消除")),
      (comparison.opened, "gap_opened", Phrase("gap opened", zh: "新增断点")),
    ] {
      for gap in gaps {
        let severity = Cell.real(gap.severity)
        rows.append([
          change(name, label), .shown(.text(gap.id), as: gap.explanation(language)),
          name == "gap_closed" ? severity : .missing, name == "gap_closed" ? .missing : severity,
        ])
      }
    }
    return ResultTable(
      heading: heading(of: network),
      columns: [
        Column("change", Phrase("change", zh: "变化")), Column("subject", Phrase("what", zh: "对象")),
        Column("before", Phrase("before", zh: "之前")), Column("after", Phrase("after", zh: "之后")),
      ], rows: rows)
  }

  private static let gapCount = Phrase("gaps", zh: "断点数")

  private static func number(_ value: Double?) -> Cell {
    guard let value, value == value.rounded(), value.magnitude < 1e15 else { return .real(optional: value) }
    return .whole(Int(value))
  }
}
