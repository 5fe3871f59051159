import KesiNetwork

/// A row of a table as a snapshot holds it.
protocol SnapshotRow {
  /// A row to read into.
  static var blank: Self { get }
  /// Lists the fields, for writing and reading alike.
  mutating func code(_ columns: TableColumns, in network: Network)
}

extension Actor: SnapshotRow {
  static let blank = Actor(id: "", name: "")

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.text(&id)
    columns.text(&name)
    columns.text(&nameZh)
    columns.text(&short)
    columns.text(&shortZh)
    columns.text(&kind)
    columns.text(&zone)
    columns.number(&size)
    columns.flag(&isLeader)
    columns.number(&latitude)
    columns.number(&longitude)
    columns.text(&url)
    columns.text(&source)
    columns.text(&evidence)
  }
}

extension Chain: SnapshotRow {
  static let blank = Chain(id: "", name: "")

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.text(&id)
    columns.text(&name)
    columns.text(&nameZh)
    columns.text(&group)
    columns.number(&demand)
    columns.number(&capacity)
    columns.list(&stages)
    columns.list(&requires)
    columns.list(&unassessed)
    columns.text(&evidence)
  }
}

extension Consortium: SnapshotRow {
  static let blank = Consortium(id: "", name: "")

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.text(&id)
    columns.text(&name)
    columns.text(&nameZh)
    columns.index(&leader, below: network.actors.count)
    columns.index(&chain, below: network.chains.count)
    columns.period(&period)
    columns.number(&budget)
    columns.text(&objective)
    columns.text(&evidence)
  }
}

extension Tie: SnapshotRow {
  static let blank = Tie(0, 0)

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.index(&source, below: network.actors.count)
    columns.index(&target, below: network.actors.count)
    columns.text(&kind)
    columns.weight(&weight)
    columns.flag(&isDirected)
    columns.period(&period)
    columns.term(&stage)
    columns.term(&outcome)
    columns.number(&benefitToSource)
    columns.number(&benefitToTarget)
    columns.index(&chain, below: network.chains.count)
    columns.index(&consortium, below: network.consortia.count)
    columns.text(&evidence)
  }
}

extension Membership: SnapshotRow {
  static let blank = Membership(consortium: 0, actor: 0)

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.index(&consortium, below: network.consortia.count)
    columns.index(&actor, below: network.actors.count)
    columns.term(&role)
    columns.number(&contribution)
    columns.number(&share)
    columns.period(&period)
    columns.text(&evidence)
  }
}

extension Position: SnapshotRow {
  static let blank = Position(actor: 0, chain: 0)

  mutating func code(_ columns: TableColumns, in network: Network) {
    columns.index(&actor, below: network.actors.count)
    columns.index(&chain, below: network.chains.count)
    columns.term(&role)
    columns.text(&stage)
    columns.term(&level)
    columns.number(&capacity)
    columns.period(&period)
    columns.text(&evidence)
  }
}
