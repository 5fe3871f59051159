import KesiMatrix

extension AdjacencyMatrix {
  /// Whether no other network has the same degrees, as of a star or of all tied to all: vertices without ties or tied to
  /// all others can be taken off one after the other until none is left (a threshold graph). No swap is possible exactly
  /// there.
  ///
  /// - Precondition: the matrix is symmetric.
  /// - Complexity: O(n log n).
  /// - Source: Mahadev & Peled, *Threshold Graphs and Related Topics*, 1995.
  var isOnlyNetworkOfItsDegrees: Bool {
    let degrees = outDegrees(of: self).sorted()
    var (low, high, taken) = (0, degrees.count - 1, 0)
    while low <= high {
      if degrees[low] == taken {
        low += 1
      } else if degrees[high] - taken == high - low {
        high -= 1
        taken += 1
      } else {
        return false
      }
    }
    return true
  }
}

extension IncidenceMatrix {
  /// Whether no other memberships have the same sizes of groups and as many groups of each member, as of one group alone:
  /// of two groups the larger holds all of the smaller, so that the member in most groups but i is in all that are larger
  /// than i.
  ///
  /// - Complexity: O(g log g + n log n) for g groups and n members.
  /// - Source: Ryser, *Combinatorial Properties of Matrices of Zeros and Ones*, Canad. J. Math. 1957.
  var isOnlyOneOfItsMargins: Bool {
    let sizes = (0..<groupCount).map { members(of: $0).count }.sorted()
    let counts = (0..<memberCount).map { groups(of: $0).count }.sorted(by: >)
    var smaller = 0
    for (place, count) in counts.enumerated() {
      while smaller < sizes.count, sizes[smaller] <= place { smaller += 1 }
      guard count == sizes.count - smaller else { return false }
    }
    return true
  }
}
