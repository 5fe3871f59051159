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
    part.members = members.map { self.members[$0] }
    part.positions = positions.map { self.positions[$0] }
    let history = self.history.indices.filter { self.history[$0].period.isWithin(period) }
    part.history = history.map { self.history[$0] }
    var kept = [Table.members: members, .positions: positions, .history: history]
    // Where all ties are kept, a list keeps its matrix.
    if !graph.isWholeList, graph.ties.count < ties.count {
      part.ties = Ties(graph.ties.map { ties[$0] })
      kept[.ties] = graph.ties
    }
    for (table, rows) in kept { part.carried[table] = carried[table]?.map { $0.kept(rows) } }
    return part
  }
}
