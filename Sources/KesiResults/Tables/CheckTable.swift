import KesiNetwork

extension ResultTable {
  /// What a network holds: how many rows of each table, actors by kind, ties by kind.
  public static func check(_ network: Network, in language: Language) -> ResultTable {
    func row(_ name: String, _ label: Phrase, _ count: Int) -> [Cell] {
      [.word(.text(name), as: label(language)), .whole(count)]
    }
    /// A part of a table: indented for people, below what it is a part of; in Chinese words that is said before it.
    func part(_ name: String, of whole: Phrase, _ label: Phrase, _ count: Int) -> [Cell] {
      let words = "\(whole(language))：\(label(language))"
      return [.shown(.word(.text(name), as: words), as: "  " + label(language)), .whole(count)]
    }
    let (actors, ties) = (Phrase("actors", zh: "主体"), Phrase("ties", zh: "联系"))
    var rows = [row("actors", actors, network.actors.count)]
    for (kind, count) in counts(network.actors.map(\.kind)) {
      let label = network.profile.kind(kind).label
      let shown = kind.isEmpty ? Phrase("no kind", zh: "未填类型") : label
      rows.append(part("actors:\(kind.isEmpty ? "no kind" : kind)", of: actors, shown, count))
    }
    rows.append(row("ties", ties, network.ties.count))
    for (kind, count) in counts(network.ties.indices.map(network.ties.kind)) where !kind.isEmpty {
      let label = network.profile.tieKind(kind).label
      rows.append(part("ties:\(kind)", of: ties, label, count))
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
