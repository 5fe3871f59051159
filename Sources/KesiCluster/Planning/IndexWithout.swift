import KesiMatrix
import KesiNetwork

extension Analysis {
  /// The cluster index where some actors do nothing: without their ties and positions, the set of actors held, so that nothing
  /// else changes. Nil where the cluster has no index.
  ///
  /// - Parameter idle: indices of the network.
  /// - Complexity: O(n + m) for each of them, and the indices of their chains.
  package func clusterIndex(idling idle: Set<Int>) -> Double? {
    guard !graph.isPart, clusterIndex() != nil else { return nil }
    guard !idle.isEmpty else { return clusterIndex()?.value }
    var ranges = indices().map(\.range)
    for chain in chains where chain.actors.contains(where: idle.contains) {
      var without = chain
      for (vertex, actor) in chain.actors.enumerated() where idle.contains(actor) { without = without.idling(vertex) }
      ranges[chain.index] = ChainIndex(of: without, weights: network.profile.indexWeights).range
    }
    let counted = network.chains.indices.filter { network.chains[$0].weight != 0 }
    let gone = Set(idle.compactMap { graph.vertex[$0] })
    let ties =
      assessment.covers([.ties]) ? workingPartners.filtered { !gone.contains($0) && !gone.contains($1) } : nil
    return clusterIndex(of: counted, with: ranges, by: ties)?.value ?? 0
  }
}
