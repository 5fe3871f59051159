import KesiNetwork

extension TieListFile {
  /// A row for each tie of the matrix: its ends, the kinds of ties that it stands for, its weight.
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
      for source in 0..<matrix.order {
        for entry in matrix.ties(of: source, isSymmetric: isSymmetric) {
          let target = matrix.column(entry)
          let found = kinds[NetworkGraph.Pair(source, target, isSymmetric: isSymmetric)] ?? []
          append([
            graph.actor(source).id, graph.actor(target).id, found.joined(separator: ";"), matrix.weight(entry).plain,
          ])
        }
      }
    }
    return text
  }
}
