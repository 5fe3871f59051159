extension String {
  /// The fewest letters to put in, take out or exchange, upper and lower case alike; more than any length where one of the two
  /// is so long that it is no slip of the other.
  ///
  /// - Complexity: O(length of the one · length of the other).
  /// - Source: Levenshtein, *Binary codes capable of correcting deletions, insertions, and reversals*, 1966.
  package func editDistance(to other: String) -> Int {
    let (a, b) = (Array(lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars))
    guard a.count < 200, b.count < 200 else { return .max / 4 }
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var corner = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = Swift.min(corner + (x == y ? 0 : 1), above + 1, row[j] + 1)
        corner = above
      }
    }
    return row[b.count]
  }
}
