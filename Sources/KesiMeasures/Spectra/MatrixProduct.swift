import KesiMatrix

extension AdjacencyMatrix {
  /// The sums Σ w(u,v) x(u) over the ties that reach each v, times a power of two: Aᵀ x.
  func pulled(_ vector: [Double], times scale: Double = 1, on parallel: Parallel) throws(Cancelled) -> [Double] {
    try withColumns { (columns) throws(Cancelled) in try columns.product(vector, times: scale, on: parallel) }
  }

  /// The sums Σ w(v,u) x(u) over the ties that leave each v, times a power of two: A x.
  func pushed(_ vector: [Double], times scale: Double = 1, on parallel: Parallel) throws(Cancelled) -> [Double] {
    try withRows { (rows) throws(Cancelled) in try rows.product(vector, times: scale, on: parallel) }
  }
}

extension Rows {
  fileprivate func product(_ vector: [Double], times scale: Double, on parallel: Parallel) throws(Cancelled) -> [Double]
  {
    try vector.withUnsafeBufferPointer { (vector) throws(Cancelled) in
      let vector = UncheckedVector(vector)
      return try parallel.fill(count: order, with: 0.0, grain: 1024) { chunks, image in
        while let chunk = chunks.take() {
          for vertex in chunk { image[vertex] = scale * gatheredSum(at: vertex, of: self) { vector[$0] } }
        }
      }
    }
  }
}
