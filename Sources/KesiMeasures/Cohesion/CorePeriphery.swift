import KesiMatrix

/// A core whose members are tied to each other, and a periphery whose members are not.
public struct CorePeriphery: Sendable {
  /// Whether each vertex is of the core.
  public let isCore: [Bool]
  /// How well the network fits: the correlation, over all pairs within the core and within the periphery, of being tied
  /// with being of the core. Nil where it is undefined.
  public let fit: Double?
}

/// The core for which the fewest pairs are amiss: untied within the core, or tied within the periphery; of several such
/// cores the smallest, of several as small the one that fits best, then the one of lower vertices. Ties between core and
/// periphery count neither way. Direction and weights are ignored.
///
/// The best core of a size is made of the vertices with the most ties, so sizes are tried one by one. Which of those with
/// equally many ties are taken at the rim changes nothing of what is amiss, but how well the core fits: all choices are
/// tried where they are few, else good ones are looked for (`RimChoice`).
///
/// - Complexity: O(m + n log n), and for a rim of c vertices up to O(c²) with c below 4,096.
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
    let least = best.size > 0 ? rows.degree(sorted[best.size - 1]) : 0
    let sure = Array(sorted.prefix(best.size).prefix { rows.degree($0) > least })
    let rim = Array(sorted[sure.count...].prefix { rows.degree($0) == least })
    let choice = RimChoice(rows, sure: sure, rim: rim, count: best.size - sure.count)
    var isCore = [Bool](repeating: false, count: order)
    for vertex in sure + choice.taken { isCore[vertex] = true }
    return CorePeriphery(isCore: isCore, fit: choice.fit)
  }
}
