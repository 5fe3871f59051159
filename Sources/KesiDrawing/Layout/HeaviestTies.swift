import KesiMatrix

extension AdjacencyMatrix {
  /// Which entries are drawn where there are too many ties: the heaviest, of equal ones those that vertices with few ties
  /// hang on. Entries above the diagonal, where all ties stand: the matrix is symmetric.
  package func heaviestTies(most: Int) -> [Bool] {
    withRows { rows in
      var keeps = [Bool](repeating: tieCount <= most, count: rows.entryCount)
      guard tieCount > most else { return keeps }
      var ties: [(weight: Double, degree: Int, entry: Int)] = []
      for row in 0..<rows.order {
        for entry in rows.ties(of: row, isSymmetric: true) {
          ties.append((rows.weight(entry), min(rows.degree(row), rows.degree(rows.column(entry))), entry))
        }
      }
      ties.sort { ($1.weight, $0.degree, $0.entry) < ($0.weight, $1.degree, $1.entry) }
      for tie in ties.prefix(most) { keeps[tie.entry] = true }
      return keeps
    }
  }
}
