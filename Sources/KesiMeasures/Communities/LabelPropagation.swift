import KesiMatrix

/// Communities by label propagation: each vertex takes the label that weighs most among its neighbors, in random order,
/// until every vertex has such a label. Faster and rougher than ``leiden(of:by:seed:rounds:starts:on:)``.
///
/// - Parameters:
///   - matrix: direction is ignored (A + Aᵀ); weights count where the matrix has them.
///   - seed: the order in which vertices are looked at. Of labels that weigh the same a vertex keeps its own, else takes
///     the one drawn by the seed.
/// - Returns: the community of each vertex, 1 for the largest.
/// - Complexity: O(m) a pass, few passes (at most 100); 17 bytes a vertex.
/// - Source: Raghavan, Albert & Kumara, *Near linear time algorithm to detect community structures*, 2007.
public func labelPropagation(
  of matrix: AdjacencyMatrix, seed: UInt64 = 1, on parallel: Parallel = Parallel()
) throws(Cancelled) -> [Int] {
  var random = SplitMix(seed: seed, use: "labels")
  let labels = try matrix.symmetrized().withRows { (rows) throws(Cancelled) in
    let order = rows.order
    let label = Scratch<UInt32>(repeating: 0, count: order)
    for vertex in 0..<order { label[vertex] = UInt32(truncatingIfNeeded: vertex) }
    let votes = Scratch<Double>(repeating: 0, count: order)
    let touched = Scratch<UInt32>(repeating: 0, count: order)
    let sequence = (0..<order).shuffled(using: &random)
    var moved = 1
    for _ in 0..<100 where moved > 0 {
      try parallel.checkCancellation()
      moved = 0
      for vertex in sequence where rows.degree(vertex) > 0 {
        var count = 0
        for entry in rows.entries(vertex) {
          let vote = label[rows.column(entry)]
          if votes[Int(vote)] == 0 {
            touched[count] = vote
            count &+= 1
          }
          votes[Int(vote)] += rows.weight(entry)
        }
        var most = 0.0
        for index in 0..<count { most = max(most, votes[Int(touched[index])]) }
        if votes[Int(label[vertex])] < most {
          // One of the labels that weigh most, each as likely.
          var seen = 0
          for index in 0..<count where votes[Int(touched[index])] == most {
            seen &+= 1
            if random.below(seen) == 0 { label[vertex] = touched[index] }
          }
          moved &+= 1
        }
        for index in 0..<count { votes[Int(touched[index])] = 0 }
      }
    }
    return (0..<order).map { Int(label[$0]) }
  }
  return numberedBySize(labels)
}
