import KesiMatrix
import KesiNetwork

/// A network from one file of ties: what it calls a vertex is both the id and the name of an actor, of no kind.
enum TieListFile {
  static func read(_ source: FileSource, on parallel: Parallel) throws -> NetworkReading {
    let list = try EdgeList.read(source, named: source.name, on: parallel)
    let selfTies = (0..<list.ties.count).count { list.ties.sources[$0] == list.ties.targets[$0] }
    let warnings =
      selfTies == 0
      ? []
      : [
        Problem(
          .warning, .file(source.name),
          Phrase(
            "\(selfTies.counted("tie")) of an actor with itself \(selfTies == 1 ? "is" : "are") left out.",
            zh: "有 \(selfTies) 条联系的两端是同一主体，已略去。"))
      ]
    let network = Network(actors: list.ids.map { Actor(id: $0, name: $0) }, ties: Ties(list.ties))
    return NetworkReading(network: network, warnings: warnings, warningCount: warnings.count)
  }
}

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
