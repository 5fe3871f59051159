import KesiNetwork

extension ResultTable {
  /// What a network holds: how many rows of each table, actors by kind, ties by kind.
  public static func check(_ network: Network, in language: Language) -> ResultTable {
    func row(_ name: String, _ label: Phrase, _ count: Int) -> [Cell] {
      [.word(.text(name), as: label(language)), .whole(count)]
    }
    var rows = [row("actors", Phrase("actors", zh: "主体"), network.actors.count)]
    for (kind, count) in counts(network.actors.map(\.kind)) {
      let label = network.profile.kind(kind).label
      let shown = kind.isEmpty ? Phrase("no kind", zh: "未填类型") : label
      rows.append(row("actors:\(kind.isEmpty ? "no kind" : kind)", Phrase("  " + shown.en, zh: "  " + shown.zh), count))
    }
    rows.append(row("ties", Phrase("ties", zh: "联系"), network.ties.count))
    for (kind, count) in counts(network.ties.indices.map(network.ties.kind)) where !kind.isEmpty {
      let label = network.profile.tieKind(kind).label
      rows.append(row("ties:\(kind)", Phrase("  " + label.en, zh: "  " + label.zh), count))
    }
    rows += [
      row("chains", Phrase("chains", zh: "产业链"), network.chains.count),
      row("positions", Phrase("positions in chains", zh: "链位"), network.positions.count),
      row("consortia", Phrase("consortia", zh: "创新联合体"), network.consortia.count),
      row("members", Phrase("memberships", zh: "成员"), network.members.count),
    ]
    return ResultTable(
      heading: Heading(of: network),
      columns: [Column("table", Phrase("what was read", zh: "内容")), Column("rows", Phrase("rows", zh: "行数"))],
      rows: rows)
  }

  /// How often each word occurs, in the order in which they first do.
  private static func counts(_ words: [String]) -> [(String, Int)] {
    var order: [String] = []
    var count: [String: Int] = [:]
    for word in words {
      if count[word] == nil { order.append(word) }
      count[word, default: 0] += 1
    }
    return order.map { ($0, count[$0]!) }
  }
}
