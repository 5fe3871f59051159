import KesiNetwork

extension Format {
  /// Matrix Market: what SciPy, R's Matrix and Julia read and write.
  static let matrixMarket = Format(
    id: "mtx", name: Phrase("Matrix Market file", zh: "Matrix Market 矩阵文件"), names: "Matrix Market files",
    input: "a Matrix Market file (.mtx)",
    output: "Matrix Market, for SciPy and R: the matrix of ties, with ids as comments", endings: ["mtx"],
    recognizes: { candidate in
      let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
      return !candidate.isFolder && (specimen.ending == "mtx" || specimen.begins("%%matrixmarket"))
    },
    read: { try GraphText.read($0, $1, on: $2, by: MatrixMarketReader.read) },
    writer: .graph { graph, path in try MatrixMarketWriter(graph: graph).write(to: path) },
    holds: [.loneActors, .selfTies], honors: [.encoding],
    holdsColumn: GraphMatrix.holds)
}
