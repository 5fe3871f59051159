import KesiMatrix
import KesiMeasures
import KesiNetwork

// Ties that are not there yet.
extension Analysis {
  /// The vertex with most ties among some, the first of equals; nil where there are none.
  func bestTied(_ vertices: some Sequence<Int>, in matrix: AdjacencyMatrix) -> Int? {
    matrix.withRows { rows in vertices.max { (rows.degree($0), $1) < (rows.degree($1), $0) } }
  }

  /// Whether two actors of the network have a tie, of whatever chain: a chain leaves out ties that name another, but what is
  /// there need not be brought about.
  func areTied(_ a: Int, _ b: Int) -> Bool {
    guard let x = graph.vertex[a], let y = graph.vertex[b] else { return false }
    return graph.matrix.withRows { $0.entry(row: x, column: y) != nil || $0.entry(row: y, column: x) != nil }
  }

  /// A tie that is not there yet between one of some vertices and one of others, the best tied of both first; nil where all
  /// that are looked at have one.
  ///
  /// - Parameter actors: who stands at each vertex of the matrix.
  func newTie(
    between some: [Int], and others: [Int], in matrix: AdjacencyMatrix, of actors: [Int]
  ) -> Remedy? {
    let most = 40
    return matrix.withRows { rows in
      let front = rows.byFallingDegree(others).prefix(most)
      for one in rows.byFallingDegree(some).prefix(most) {
        for other in front where one != other && !areTied(actors[one], actors[other]) {
          return .tie(actors[one], actors[other])
        }
      }
      return nil
    }
  }
}

extension ChainNetwork {
  /// Somebody of a kind who comes into the chain, at the stage of whom it works with: one of no stage would seem to join all.
  ///
  /// - Parameter known: the number of actors that the tables have; those beyond are newcomers, whom no step can name.
  func newcomer(ofKind kind: String, knowing known: Int = .max) -> Remedy {
    let partner = anchors.first { $0 < known }
    let stage = partner.flatMap { actors.firstIndex(of: $0) }.flatMap { stages(of: $0).first }
    return .position(kind: kind, chain: index, stage: stage, partner: partner)
  }
}
