/// How many rows of a table a network holds, in all or of a kind.
package struct NetworkContent: Sendable {
  package let table: Table
  /// The kind that is counted; nil where all rows are.
  package let part: (kind: String, label: Phrase)?
  package let count: Int
}

extension Kind {
  /// What those are called of whom no kind is stated.
  package static let unstated = Phrase("no kind", zh: "未填类型")
}

extension Network {
  /// Each table with how many rows it has; actors and ties by their kinds, too, in the order in which these first occur.
  ///
  /// - Complexity: O(actors + ties).
  package var contents: [NetworkContent] {
    Table.allCases.flatMap { table in
      [NetworkContent(table: table, part: nil, count: rowCount(of: table))]
        + parts(of: table).map { NetworkContent(table: table, part: $0, count: $1) }
    }
  }

  private func parts(of table: Table) -> [((kind: String, label: Phrase), Int)] {
    switch table {
    case .actors:
      counts(actors.lazy.map(\.kind)).map { kind, count in
        (kind.isEmpty ? (Kind.unstated.en, Kind.unstated) : (kind, profile.kind(kind).label), count)
      }
    case .ties:
      counts(ties.indices.lazy.map(ties.kind)).filter { !$0.0.isEmpty }.map { kind, count in
        ((kind, profile.tieKind(kind).label), count)
      }
    case .chains, .positions, .consortia, .members, .coalitions, .supplies, .demands, .history: []
    }
  }

  /// How often each word occurs, in the order in which they first do.
  private func counts(_ words: some Sequence<String>) -> [(String, Int)] {
    var places: [ExactText: Int] = [:]
    var counts: [(String, Int)] = []
    for word in words {
      let place = places[ExactText(word), default: counts.count]
      if place == counts.count {
        places[ExactText(word)] = place
        counts.append((word, 0))
      }
      counts[place].1 += 1
    }
    return counts
  }
}
