import KesiMatrix

/// Burt's measures of structural holes. Undefined (NaN) where a vertex has no contacts.
public struct StructuralHoles: Sendable {
  /// The network they were computed on: A + Aᵀ when directed.
  public let mutual: AdjacencyMatrix
  /// How much the contacts of a vertex are tied to each other: Σ c(i,j) over contacts j.
  public let constraint: [Double]
  /// The contacts that are left when overlap is taken off: N − Σ over j of Σ over q of p(i,q) m(j,q).
  public let effectiveSize: [Double]
  /// How far constraint stems from a single contact, 0…1 (Coleman–Theil): Σ r ln r / (N ln N) with r = c(i,j)/(C/N).
  /// Undefined for a single contact.
  public let hierarchy: [Double]
  /// c(i,j) = (p(i,j) + Σ over q of p(i,q) p(q,j))² for each entry of `mutual`.
  public let localConstraint: [Double]

  /// Effective size as a share of the number of contacts.
  public var efficiency: [Double] {
    mutual.withRows { rows in effectiveSize.enumerated().map { $1 / Double(rows.degree($0)) } }
  }
}

/// Constraint, effective size and hierarchy of every vertex. p(i,j) is the share of i's ties (weights, where the matrix
/// has them, of both directions together) that goes to j; m(j,q) is the tie of j and q against j's strongest.
///
/// What two contacts i and j have in common, Σ over q of s(i,q) s(q,j) / S(q) for ties s and their sums S, is the same
/// from both ends: it is summed once a tie, over the contacts of the end that has fewer, by loads without a branch.
///
/// - Complexity: O(Σ min(degree(i), degree(j))) over ties (i, j); 24 bytes an entry, per worker 16 bytes a vertex.
/// - Source: Burt, *Structural Holes*, 1992, ch. 2; Borgatti, *Structural Holes: Unpacking Burt's Redundancy Measures*,
///   Connections 1997 (effective size without weights: N − 2t/N for t ties among N contacts).
public func structuralHoles(of matrix: AdjacencyMatrix, on parallel: Parallel = Parallel()) throws(Cancelled)
  -> StructuralHoles
{
  let mutual = matrix.symmetrized()
  let order = mutual.order
  return try mutual.withRows { (rows) throws(Cancelled) in
    let reach = ContactReach(of: rows)
    let common = try reach.withVectors { (reach) throws(Cancelled) in try commonContacts(rows, reach, on: parallel) }
    var local = [Double](repeating: 0, count: rows.entryCount)
    var constraint = [Double](repeating: .nan, count: order)
    var effectiveSize = constraint
    var hierarchy = constraint
    for vertex in 0..<order where rows.degree(vertex) > 0 {
      var sum = 0.0
      var redundancy = 0.0
      for entry in rows.entries(vertex) {
        let invested = (rows.weight(entry) + common[2 * entry]) * reach.perSum[vertex]
        local[entry] = invested * invested
        sum += local[entry]
        redundancy += common[2 * entry + 1]
      }
      constraint[vertex] = sum
      effectiveSize[vertex] = Double(rows.degree(vertex)) - redundancy
      hierarchy[vertex] = colemanTheil(local[rows.entries(vertex)], sum: sum)
    }
    return StructuralHoles(
      mutual: mutual, constraint: constraint, effectiveSize: effectiveSize, hierarchy: hierarchy, localConstraint: local
    )
  }
}

/// 1 / sum and 1 / maximum of the ties of each vertex, so that shares are products.
private struct ContactReach {
  private(set) var perSum: [Double]
  private(set) var perMaximum: [Double]

  struct Vectors: Sendable {
    let perSum: UncheckedVector<Double>
    let perMaximum: UncheckedVector<Double>
  }

  init(of rows: Rows) {
    perSum = [Double](repeating: 0, count: rows.order)
    perMaximum = perSum
    for vertex in 0..<rows.order where rows.degree(vertex) > 0 {
      var sum = 0.0
      var maximum = 0.0
      for entry in rows.entries(vertex) {
        sum += rows.weight(entry)
        maximum = max(maximum, rows.weight(entry))
      }
      perSum[vertex] = 1 / sum
      perMaximum[vertex] = 1 / maximum
    }
  }

  func withVectors<Result, Failure: Error>(_ body: (Vectors) throws(Failure) -> Result) throws(Failure) -> Result {
    try perSum.withUnsafeBufferPointer { (perSum) throws(Failure) in
      try perMaximum.withUnsafeBufferPointer { (perMaximum) throws(Failure) in
        try body(Vectors(perSum: UncheckedVector(perSum), perMaximum: UncheckedVector(perMaximum)))
      }
    }
  }
}

/// Two numbers for each entry (i, j): Σ s(i,q) s(q,j) / S(q), and the redundancy of j for i, Σ p(i,q) m(j,q), both over
/// the contacts q that i and j have in common.
private func commonContacts(_ rows: Rows, _ reach: ContactReach.Vectors, on parallel: Parallel) throws(Cancelled)
  -> [Double]
{
  try parallel.fillParts(count: rows.order, width: 2 * rows.entryCount, with: 0.0, grain: 16) { chunks, common in
    // For each contact q of the vertex i at hand: s(i,q) / S(q) and p(i,q); zero for everyone else.
    let held = Scratch<SIMD2<Double>>(repeating: .zero, count: rows.order)
    while let chunk = chunks.take() {
      for vertex in chunk {
        let perSum = reach.perSum[vertex]
        for entry in rows.entries(vertex) {
          let contact = rows.column(entry)
          held[contact] = SIMD2(rows.weight(entry) * reach.perSum[contact], rows.weight(entry) * perSum)
        }
        for entry in rows.entries(vertex) {
          let contact = rows.column(entry)
          let (own, other) = (rows.degree(vertex), rows.degree(contact))
          guard other < own || (other == own && contact < vertex) else { continue }
          let sum = heldSum(at: contact, rows, held)
          let mirror = rows.entry(row: contact, column: vertex).unsafelyUnwrapped
          common[2 * entry] = sum.x
          common[2 * mirror] = sum.x
          let redundancy = sum.y * reach.perMaximum[contact]
          common[2 * entry + 1] = redundancy
          // From the other end the shares are of the contact's sum, against the vertex's strongest: two ratios of sum
          // and maximum, which lie between 1 and a degree, whatever the weights.
          common[2 * mirror + 1] =
            redundancy * (reach.perMaximum[vertex] / perSum) * (reach.perSum[contact] / reach.perMaximum[contact])
        }
        for contact in rows[vertex] { held[Int(contact)] = .zero }
      }
    }
  }
}

/// The sum of what the contacts of a vertex hold, times their ties to it. Two sums run side by side.
@inline(__always)
private func heldSum(at vertex: Int, _ rows: Rows, _ held: borrowing Scratch<SIMD2<Double>>) -> SIMD2<Double> {
  var (a, b) = (SIMD2<Double>.zero, SIMD2<Double>.zero)
  var entry = rows.entries(vertex).lowerBound
  let end = rows.entries(vertex).upperBound
  if rows.isWeighted {
    while entry < end {
      a += held[rows.column(entry)] * rows.weight(entry)
      entry &+= 1
    }
    return a
  }
  while entry &+ 1 < end {
    a += held[rows.column(entry)]
    b += held[rows.column(entry &+ 1)]
    entry &+= 2
  }
  if entry < end { a += held[rows.column(entry)] }
  return a + b
}

private func colemanTheil(_ local: ArraySlice<Double>, sum: Double) -> Double {
  guard local.count > 1 else { return .nan }
  let contacts = Double(local.count)
  let mean = sum / contacts
  let disorder = local.reduce(0) { sum, value in
    let ratio = value / mean
    return ratio > 0 ? sum + ratio * naturalLogarithm(ratio) : sum
  }
  // What is left of sums that should be 0 is no hierarchy.
  let hierarchy = disorder / (contacts * naturalLogarithm(contacts))
  return hierarchy < 1e-14 ? 0 : min(1, hierarchy)
}
