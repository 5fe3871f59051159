import KesiMatrix
import KesiNetwork

extension NetworkGraph {
  /// What was selected, as a network of its own: the actors in the graph, the ties between them that it took, and those of
  /// their places in chains and consortia that are within the period. Chains and consortia stay, also without members.
  ///
  /// How ties are read (direction, weights, projection) and which layers count besides ties is not part of it.
  public func part(during period: Period) -> Network {
    var part = network
    // What is left out of it does not change what is asked of the rest.
    part.settled = network.assessment.during(period)
    let members = network.members.indices.filter {
      let member = network.members[$0]
      return vertex[member.actor] != nil && member.period.overlaps(period)
        && network.consortia[member.consortium].period.overlaps(period)
    }
    let positions = network.positions.indices.filter {
      vertex[network.positions[$0].actor] != nil && network.positions[$0].period.overlaps(period)
    }
    part.actors = actors.map { network.actors[$0] }
    // A list is taken whole where all of its actors are there.
    let open = layers.contains("") && network.ties.leavesDirectionsOpen
    let kept = open ? network.ties.indices.filter { network.ties.isDirected($0) == nil } + ties : ties
    let isWhole = network.ties.isList && open && actors.count == network.actors.count
    part.ties = isWhole ? Ties(network.ties.list) : network.ties.kept(kept, at: vertex)
    part.consortia = network.consortia.map { consortium in
      var consortium = consortium
      consortium.leader = consortium.leader.flatMap { vertex[$0] }
      return consortium
    }
    part.members = members.map { index in
      var member = network.members[index]
      member.actor = vertex[member.actor]!
      return member
    }
    part.positions = positions.map { index in
      var position = network.positions[index]
      position.actor = vertex[position.actor]!
      return position
    }
    let rowsKept = [
      ActorColumn.table: actors, TieColumn.table: ties, MemberColumn.table: members, PositionColumn.table: positions,
    ]
    for (table, rows) in rowsKept {
      part.carried[table] = network.carried[table]?.map { column in
        Network.CarriedColumn(name: column.name, values: rows.map { column.values[$0] })
      }
    }
    return part
  }
}
