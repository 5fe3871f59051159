import KesiMatrix
import KesiNetwork

extension TieListFile {
  /// A row for each tie of the matrix: its ends, the kinds of ties that it stands for, its weight. The ends of a tie without
  /// direction stand as the first row of the network that states it has them.
  static func text(of graph: NetworkGraph, delimiter: Unicode.Scalar) -> String {
    let kinds = graph.tieKinds()
    let isSymmetric = graph.matrix.isSymmetric
    var text = ""
    func append(_ fields: [String]) {
      for (index, field) in fields.enumerated() {
        if index > 0 { text.unicodeScalars.append(delimiter) }
        text += field.asField(between: delimiter)
      }
      text += "\n"
    }
    append([TieColumns.source.head.id, TieColumns.target.head.id, TieColumns.kind.head.id, TieColumns.weight.head.id])
    graph.matrix.withRows { matrix in
      let isTurned = isSymmetric ? graph.turnedEntries(matrix) : []
      for source in 0..<matrix.order {
        for entry in matrix.ties(of: source, isSymmetric: isSymmetric) {
          let target = matrix.column(entry)
          let found = kinds[NetworkGraph.Pair(source, target, isSymmetric: isSymmetric)] ?? []
          let (first, last) = isSymmetric && isTurned[entry] ? (target, source) : (source, target)
          append([
            graph.actor(first).id, graph.actor(last).id, found.joined(separator: ";"), matrix.weight(entry).plain,
          ])
        }
      }
    }
    return text
  }
}

extension NetworkGraph {
  /// Of each entry of a symmetric matrix whether the first row that states its tie names the later vertex first.
  fileprivate func turnedEntries(_ matrix: Rows) -> [Bool] {
    var isTurned = [Bool](repeating: false, count: matrix.entryCount)
    // Backwards, so that the first row has the last word.
    for index in (isWholeList ? Array(network.ties.indices) : ties).reversed() {
      guard let source = vertex[network.ties.source(index)], let target = vertex[network.ties.target(index)],
        let entry = matrix.entry(row: min(source, target), column: max(source, target))
      else { continue }
      isTurned[entry] = source > target
    }
    return isTurned
  }
}
