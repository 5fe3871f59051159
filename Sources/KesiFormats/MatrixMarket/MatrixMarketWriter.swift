import KesiNetwork

/// Writes the matrix of a network as Matrix Market: general where ties have directions, else the lower half of a symmetric
/// one; a pattern where all weights are 1. What rows are called stands above the data in comments, which other readers skip.
struct MatrixMarketWriter {
  let graph: NetworkGraph

  func write(to path: String) throws {
    try graph.matrix.withRows { rows in
      let isSymmetric = graph.matrix.isSymmetric
      var count = 0
      var (isPattern, isWhole) = (true, true)
      for row in 0..<rows.order {
        for entry in rows.ties(of: row, isSymmetric: isSymmetric) {
          count += 1
          let weight = rows.weight(entry)
          if weight != 1 { isPattern = false }
          if weight != weight.rounded() { isWhole = false }
        }
      }
      try PieceWriter.write(to: path) { out in
        let field = isPattern ? "pattern" : isWhole ? "integer" : "real"
        try out.put("%%MatrixMarket matrix coordinate \(field) \(isSymmetric ? "symmetric" : "general")\n")
        try out.put("% written by Kesi; below, the id of each row and column\n")
        for row in 0..<rows.order {
          try out.put("\(MatrixMarketReader.idMark) \(row + 1) \(graph.actor(row).id.inJSON)\n")
        }
        try out.put("\(rows.order) \(rows.order) \(count)\n")
        for row in 0..<rows.order {
          for entry in rows.ties(of: row, isSymmetric: isSymmetric) {
            let other = rows.column(entry)
            // The lower half: rows are not below columns.
            let (first, second) = isSymmetric ? (max(row, other), min(row, other)) : (row, other)
            let weight = rows.weight(entry)
            try out.put("\(first + 1) \(second + 1)\(isPattern ? "" : " " + weight.plain)\n")
          }
        }
      }
    }
  }
}
