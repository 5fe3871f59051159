import KesiMatrix

extension Network {
  /// The network with the ties of some layers, and with those ties and places in chains and consortia that are within a
  /// period. All actors, chains and consortia stay: what is kept is judged as a whole, so no choice of actors can be.
  ///
  /// How ties are read (direction, weights, projection) and which layers count besides ties is not part of it.
  ///
  /// - Parameter layers: as in ``Selection/layers``.
  package func part(of layers: [String]?, during period: Period, threads: Int = 1) throws -> Network {
    var selection = Selection()
    (selection.layers, selection.period) = (layers, period)
    let graph = try NetworkGraph(of: self, selection, threads: threads)
    var part = self
    // What is left out of it does not change what is asked of the rest.
    part.settled = assessment.during(period)
    let members = self.members.indices.filter {
      self.members[$0].period.overlaps(period) && consortia[self.members[$0].consortium].period.overlaps(period)
    }
    let positions = self.positions.indices.filter { self.positions[$0].period.overlaps(period) }
    // Ties of which only ends and weight are known are no rows of the graph's; a list as a whole keeps its matrix.
    let takesList = graph.layers.contains("")
    let tiesKept = takesList ? ties.indices.filter(ties.isBare) + graph.ties : graph.ties
    if !(ties.isList && takesList) { part.ties = Ties(tiesKept.map { ties[$0] }) }
    part.members = members.map { self.members[$0] }
    part.positions = positions.map { self.positions[$0] }
    let kept = [Table.ties: tiesKept, .members: members, .positions: positions]
    for (table, rows) in kept { part.carried[table] = carried[table]?.map { $0.kept(rows) } }
    return part
  }
}
