import KesiMatrix
import KesiNetwork

/// Changes to a network that someone wants to think through: actors that leave or come, ties that form, places in chains.
public struct Scenario: Sendable, Equatable {
  /// Indices of the network's actors.
  public var removed: Set<Int>
  public var added: [Tie]
  /// Positions that actors of the network take.
  public var seats: [Position]
  /// Newcomers of a kind, each with a position in a chain, an index of the network.
  public var newcomers: [Newcomer]
  /// What is set anew of what is there.
  public var revisions: [Revision] = []
  /// Whether actors that lose their only partners leave as well, and so on until no more do.
  public var cascades: Bool
  /// The kind of ties that newcomers bring; nil for that of the network.
  var layer: String?

  public struct Newcomer: Sendable, Equatable {
    public var kind: String
    public var chain: Int
    public var stage: String?
    /// Whom it is tied to, as indices of the network.
    public var partners: [Int]

    public init(kind: String, chain: Int, stage: String? = nil, partners: [Int] = []) {
      self.kind = kind
      self.chain = chain
      self.stage = stage
      self.partners = partners
    }
  }

  public init(
    removing removed: Set<Int> = [], adding added: [Tie] = [], seats: [Position] = [], newcomers: [Newcomer] = [],
    cascades: Bool = false
  ) {
    self.removed = removed
    self.added = added
    self.seats = seats
    self.newcomers = newcomers
    self.cascades = cascades
  }

  /// The steps of suggestions or the remedies of gaps in a network; `layer` is the kind that new ties are of.
  public init(taking steps: [Remedy], tiesOf layer: String, in network: Network) {
    self.init()
    self.layer = layer
    for step in steps {
      switch step {
      case .tie(let a, let b), .renewal(let a, let b): added.append(Tie(a, b, kind: layer))
      case .seat(let actor, let chain): seats.append(Position(actor: actor, chain: chain))
      case .position(let kind, let chain, let stage, let partners):
        newcomers.append(Newcomer(kind: kind, chain: chain, stage: stage, partners: partners))
      case .capacity(let amount, let chain):
        revisions.append(.chain(chain, capacity: network.statedCapacity(of: chain) + amount))
      case .settlement(let a, let b, let chain):
        var terms = Revision.TieTerms(outcome: .satisfactory)
        (terms.ofChain, terms.isOfStalled) = (network.chains.isEmpty ? nil : .some(chain), true)
        revisions.append(.ties(a, b, terms))
      case .division(let a, let b, let first, let second):
        var terms = Revision.TieTerms()
        terms.benefits = (first, second)
        revisions.append(.ties(a, b, terms))
      }
    }
  }

  /// The pairs that ties are added between, the lower first, as indices of the network.
  package var pairsBroughtTogether: Set<[Int]> {
    Set(added.map { [min($0.source, $0.target), max($0.source, $0.target)] })
  }

  /// The network as it would be. Those who leave take their ties, positions, memberships and seats as leaders along; what
  /// is carried along unread stays with the rows that stay.
  ///
  /// - Returns: the network, and who left, in the order in which they did: first those that the scenario names.
  /// - Complexity: O(size of the network), for each wave of a cascade.
  public func applied(to network: Network) -> (network: Network, left: [Int]) {
    var changed = network
    changed.settled = network.assessment
    for revision in revisions { revision.apply(to: &changed) }
    changed.positions += seats
    var added = added
    // Asked for by newcomers only: many scenarios have none.
    lazy var used = Set((network.actors.map(\.id) + network.consortia.map(\.id)).map(ExactText.init))
    /// The first id of a sort that nothing has.
    func fresh(_ sort: String) -> String {
      var number = 1
      while !used.insert(ExactText("\(sort):\(number)")).inserted { number += 1 }
      return "\(sort):\(number)"
    }
    for newcomer in newcomers {
      let label = network.profile.kind(newcomer.kind).label
      changed.actors.append(
        Actor(
          id: fresh("new:\(newcomer.kind)"), name: "New \(label.en)", nameZh: "新引入的\(label.zh)", kind: newcomer.kind))
      changed.positions.append(
        Position(actor: changed.actors.count - 1, chain: newcomer.chain, stage: newcomer.stage))
      for partner in newcomer.partners {
        added.append(Tie(changed.actors.count - 1, partner, kind: layer ?? network.kindOfNewTies))
      }
    }
    for var tie in added {
      // A row of ties would take the place of all shared consortia where there are no others.
      if tie.kind == Selection.consortiaLayer || network.ties.isEmpty && !network.members.isEmpty {
        changed.members += [tie.source, tie.target].map { Membership(consortium: changed.consortia.count, actor: $0) }
        changed.consortia.append(Consortium(id: fresh("new"), name: "New tie", nameZh: "新增联系"))
        continue
      }
      // A tie that is added works, unless the scenario says otherwise.
      if changed.assessment.declarations.contains(.courses), !tie.statesCourse { tie.outcome = .open }
      changed.ties.append(tie)
    }
    var left = removed.sorted()
    if cascades { left += followers(in: changed) }
    return left.isEmpty ? (changed, []) : (changed.without(Set(left)), left)
  }

  /// Those who had partners and have none once the others are gone, wave by wave.
  private func followers(in network: Network) -> [Int] {
    var partners = [Set<Int>](repeating: [], count: network.actors.count)
    func tie(_ a: Int, _ b: Int) {
      partners[a].insert(b)
      partners[b].insert(a)
    }
    let ties = network.ties
    for index in ties.indices where ties.weight(index) > 0 { tie(ties.source(index), ties.target(index)) }
    if network.ties.isEmpty {
      for members in Dictionary(grouping: network.members, by: \.consortium).values {
        for a in members { for b in members where a.actor < b.actor { tie(a.actor, b.actor) } }
      }
    }
    var gone = removed
    var wave = removed.sorted()
    var followers: [Int] = []
    while !wave.isEmpty {
      var next = Set<Int>()
      for actor in wave {
        for partner in partners[actor] where !gone.contains(partner) {
          partners[partner].remove(actor)
          if partners[partner].isEmpty { next.insert(partner) }
        }
      }
      wave = next.sorted()
      followers += wave
      gone.formUnion(wave)
    }
    return followers
  }
}

extension Network {
  /// The network without some actors.
  public func without(_ gone: Set<Int>) -> Network {
    var result = self
    result.settled = assessment
    let kept = actors.indices.filter { !gone.contains($0) }
    var place = [Int?](repeating: nil, count: actors.count)
    for (new, old) in kept.enumerated() { place[old] = new }
    result.actors = kept.map { actors[$0] }
    // Rows are kept only where their actors have a place, so that each `!` holds and carried columns stay in step.
    let keptTies = ties.indices.filter { place[ties.source($0)] != nil && place[ties.target($0)] != nil }
    result.ties = ties.kept(keptTies, at: place)
    let keptMembers = members.indices.filter { place[members[$0].actor] != nil }
    result.members = keptMembers.map { index in
      var member = members[index]
      member.actor = place[member.actor]!
      return member
    }
    let keptPositions = positions.indices.filter { place[positions[$0].actor] != nil }
    result.positions = keptPositions.map { index in
      var position = positions[index]
      position.actor = place[position.actor]!
      return position
    }
    let goneIDs = Set(gone.map { ExactText(actors[$0].id) })
    let keptHistory = history.indices.filter { !goneIDs.contains(ExactText(history[$0].subject)) }
    result.history = keptHistory.map { history[$0] }
    // What others are worth without one of them, nobody has stated.
    let keptCoalitions = coalitions.indices.filter { coalitions[$0].members.allSatisfy { place[$0] != nil } }
    result.coalitions = keptCoalitions.map { index in
      var coalition = coalitions[index]
      coalition.members = coalition.members.compactMap { place[$0] }
      return coalition
    }
    let keptSupplies = supplies.indices.filter { place[supplies[$0].actor] != nil }
    result.supplies = keptSupplies.compactMap { supplies[$0].moved(to: { place[$0] }) }
    let keptDemands = demands.indices.filter { place[demands[$0].actor] != nil }
    result.demands = keptDemands.compactMap { demands[$0].moved(to: { place[$0] }) }
    for index in consortia.indices { result.consortia[index].leader = consortia[index].leader.flatMap { place[$0] } }
    let rows = [
      Table.actors: kept, .ties: keptTies, .members: keptMembers, .positions: keptPositions,
      .coalitions: keptCoalitions,
      .supplies: keptSupplies, .demands: keptDemands, .history: keptHistory,
    ]
    for (table, rows) in rows { result.carried[table] = carried[table]?.map { $0.kept(rows) } }
    return result
  }
}
