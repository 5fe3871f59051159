/// How many rows of a table a network holds, in all or of a kind.
package struct NetworkContent: Sendable {
  /// The table, as it is called in files, and what is in it.
  package let table: String
  package let label: Phrase
  /// The kind that is counted; nil where all rows are.
  package let part: (kind: String, label: Phrase)?
  package let count: Int
}

extension Network {
  /// Each table with how many rows it has; actors and ties by their kinds, too, in the order in which these first occur.
  ///
  /// - Complexity: O(actors + ties).
  package var contents: [NetworkContent] {
    func all(_ table: String, _ label: Phrase, _ count: Int) -> NetworkContent {
      NetworkContent(table: table, label: label, part: nil, count: count)
    }
    let (actorLabel, tieLabel) = (Phrase("actors", zh: "主体"), Phrase("ties", zh: "联系"))
    let ofActors = counts(actors.map(\.kind)).map { kind, count in
      let part = kind.isEmpty ? ("no kind", Phrase("no kind", zh: "未填类型")) : (kind, profile.kind(kind).label)
      return NetworkContent(table: "actors", label: actorLabel, part: part, count: count)
    }
    let ofTies = counts(ties.indices.map(ties.kind)).filter { !$0.0.isEmpty }.map { kind, count in
      NetworkContent(table: "ties", label: tieLabel, part: (kind, profile.tieKind(kind).label), count: count)
    }
    return [all("actors", actorLabel, actors.count)] + ofActors + [all("ties", tieLabel, ties.count)] + ofTies + [
      all("chains", Phrase("chains", zh: "产业链"), chains.count),
      all("positions", Phrase("positions in chains", zh: "链位"), positions.count),
      all("consortia", Phrase("consortia", zh: "创新联合体"), consortia.count),
      all("members", Phrase("memberships", zh: "成员"), members.count),
    ]
  }

  /// How often each word occurs, in the order in which they first do.
  private func counts(_ words: [String]) -> [(String, Int)] {
    var order: [String] = []
    var count: [String: Int] = [:]
    for word in words {
      if count[word] == nil { order.append(word) }
      count[word, default: 0] += 1
    }
    return order.map { ($0, count[$0]!) }
  }
}
