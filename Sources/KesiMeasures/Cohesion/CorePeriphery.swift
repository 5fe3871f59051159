import KesiMatrix

/// A core whose members are tied to each other, and a periphery whose members are not.
public struct CorePeriphery: Sendable {
  /// Whether each vertex is of the core.
  public let isCore: [Bool]
  /// How well the network fits: the correlation, over all pairs within the core and within the periphery, of being tied
  /// with being of the core. Nil where it is undefined.
  public let fit: Double?
}

/// The core for which the fewest pairs are amiss: untied within the core, or tied within the periphery. Ties between core
/// and periphery count neither way. Direction and weights are ignored.
///
/// The best core of a size is made of the vertices with the most ties, so sizes are tried one by one; of equal degrees the
/// lower vertex comes first, of equally good sizes the smallest is taken.
///
/// - Complexity: O(m + n log n).
/// - Source: Lip, *A Fast Algorithm for the Discrete Core/Periphery Bipartitioning Problem*, 2011; the fit: Borgatti &
///   Everett, *Models of core/periphery structures*, Social Networks 2000.
public func corePeriphery(of matrix: AdjacencyMatrix) -> CorePeriphery {
  matrix.symmetrized().withRows { rows in
    let order = rows.order
    let sorted = (0..<order).sorted { (rows.degree($1), $0) < (rows.degree($0), $1) }
    // Amiss = untied core pairs + tied periphery pairs; a vertex of degree d that joins a core of k adds k − d, however
    // its ties are spread.
    var amiss = rows.entryCount / 2
    var best = (size: 0, amiss: amiss)
    for (size, vertex) in sorted.enumerated() {
      amiss += size - rows.degree(vertex)
      if amiss < best.amiss { best = (size + 1, amiss) }
    }
    var isCore = [Bool](repeating: false, count: order)
    for vertex in sorted.prefix(best.size) { isCore[vertex] = true }
    var tied = (core: 0.0, periphery: 0.0)
    for row in 0..<order {
      for column in rows[row] where Int(column) > row && isCore[row] == isCore[Int(column)] {
        if isCore[row] { tied.core += 1 } else { tied.periphery += 1 }
      }
    }
    let (k, rest) = (Double(best.size), Double(order - best.size))
    let pairs = (core: k * (k - 1) / 2, periphery: rest * (rest - 1) / 2)
    let total = pairs.core + pairs.periphery
    let ties = tied.core + tied.periphery
    // The correlation of two yes/no marks: φ.
    let spread = pairs.core * pairs.periphery * ties * (total - ties)
    let covariance = tied.core * (pairs.periphery - tied.periphery) - tied.periphery * (pairs.core - tied.core)
    return CorePeriphery(isCore: isCore, fit: spread > 0 ? covariance / spread.squareRoot() : nil)
  }
}
