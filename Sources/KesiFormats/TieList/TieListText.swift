import KesiMatrix
import KesiNetwork

extension TieListFile {
  /// A row for each tie of the matrix: its ends, the kinds of ties that it stands for, its weight. The ends of a tie without
  /// direction stand as the first row of the network that states it has them.
  static func write(_ graph: NetworkGraph, delimiter: Unicode.Scalar, to path: String) throws {
    try PieceWriter.write(to: path) { try put(graph, delimiter, &$0) }
  }

  /// The same as a text.
  static func text(of graph: NetworkGraph, delimiter: Unicode.Scalar) throws -> String {
    var bytes: [UInt8] = []
    func add(_ piece: UnsafeRawBufferPointer) { bytes.append(contentsOf: piece) }
    try PieceWriter.gather(add) { try put(graph, delimiter, &$0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func put(_ graph: NetworkGraph, _ delimiter: Unicode.Scalar, _ out: inout PieceWriter) throws {
    let kinds = graph.tieKinds()
    let isSymmetric = graph.matrix.isSymmetric
    let mark = String(delimiter)
    func put(_ fields: [String], _ out: inout PieceWriter) throws {
      try out.put(fields.map { $0.asField(between: delimiter) }.joined(separator: mark) + "\n")
    }
    let heads = [TieColumns.source.head, TieColumns.target.head, TieColumns.kind.head, TieColumns.weight.head]
    try put(heads.map(\.id), &out)
    try graph.matrix.withRows { matrix in
      let isTurned = isSymmetric ? graph.turnedEntries(matrix) : []
      for source in 0..<matrix.order {
        for entry in matrix.ties(of: source, isSymmetric: isSymmetric) {
          let target = matrix.column(entry)
          let found = kinds[NetworkGraph.Pair(source, target, isSymmetric: isSymmetric)] ?? []
          let (first, last) = isSymmetric && isTurned[entry] ? (target, source) : (source, target)
          let ends = [graph.actor(first).id, graph.actor(last).id]
          try put(ends + [found.joined(separator: ";"), matrix.weight(entry).plain], &out)
        }
      }
    }
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
