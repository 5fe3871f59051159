/// The measures of ties. To add one, write its kernel in a file of its own and a line here.
public let tieMeasures: [TieMeasure] = [
  .init(name: "tie_betweenness", summary: "shortest paths that run along it (Brandes)", summaryZh: "联系中介中心度") {
    .real(try tieBetweenness(of: $0.matrix, on: $0.parallel))
  },
  .init(name: "local_constraint", summary: "how far the target limits the source (Burt)", summaryZh: "局部约束度") {
    let holes = try $0.structuralHoles()
    return $0.matrix.withRows { rows in
      holes.mutual.withRows { mutual in
        .real(
          (0..<rows.order).flatMap { row in
            rows.entries(row).map { entry in
              mutual.entry(row: row, column: rows.column(entry)).map { holes.localConstraint[$0] } ?? .nan
            }
          })
      }
    }
  },
  .init(name: "bridge", summary: "1 where its loss splits the network", summaryZh: "桥（1 为是）") {
    let bridges = Set($0.cutpoints().bridges.flatMap { [[$0.near, $0.far], [$0.far, $0.near]] })
    return $0.matrix.withRows { rows in
      .whole(
        (0..<rows.order).flatMap { row in
          rows.entries(row).map { bridges.contains([row, rows.column($0)]) ? 1 : 0 }
        })
    }
  },
  .init(
    name: "biconnected", summary: "part that the loss of one actor leaves whole, 1 the largest",
    summaryZh: "双连通分量（1 为最大）"
  ) {
    .whole($0.spread(biconnectedParts(of: $0.undirected, cuts: $0.cutpoints())))
  },
  .init(name: "truss", summary: "largest k-truss it belongs to", summaryZh: "k-truss 值") {
    .whole($0.spread(trussness(of: $0.undirected)))
  },
]

extension MeasureContext {
  /// Numbers for the entries of the undirected matrix, as numbers for the entries of the matrix.
  fileprivate func spread(_ values: [Int]) -> [Int] {
    guard !matrix.isSymmetric else { return values }
    return matrix.withRows { rows in
      undirected.withRows { both in
        (0..<rows.order).flatMap { row in
          rows.entries(row).map { values[both.entry(row: row, column: rows.column($0)).unsafelyUnwrapped] }
        }
      }
    }
  }
}
