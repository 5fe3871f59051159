import KesiMatrix
import KesiNetwork

/// Networks as they may be in truth, given tables that err: each has some rows more, some less, some that say something else.
///
/// What is asked of them (what is assessed, what counts as today) is that of the tables.
struct ErrorDraw: Sendable {
  private let network: Network
  private let errors: TableErrors
  private let partners: LikelyPartners
  private let seed: UInt64
  /// The actors of each chain, and who is tied to one of them.
  private let holders: [[Int]]
  private let tied: [Set<Int>]

  init(of network: Network, _ errors: TableErrors, seed: UInt64) {
    var network = network
    network.settled = network.assessment
    // Rows move: what is carried along unread would no longer stand in step with them.
    network.carried = [:]
    self.network = network
    self.errors = errors
    self.seed = seed
    partners = LikelyPartners(network, errors.place)
    var holders = [Set<Int>](repeating: [], count: network.chains.count)
    for position in network.positions { holders[position.chain].insert(position.actor) }
    var tied = [Set<Int>](repeating: [], count: network.chains.count)
    var chains = [[Int]](repeating: [], count: network.actors.count)
    for (chain, actors) in holders.enumerated() { for actor in actors { chains[actor].append(chain) } }
    for tie in network.ties.indices {
      let (a, b) = (network.ties.source(tie), network.ties.target(tie))
      for chain in chains[a] { tied[chain].insert(b) }
      for chain in chains[b] { tied[chain].insert(a) }
    }
    self.holders = holders.map { $0.sorted() }
    self.tied = tied
  }

  /// One of them: the same for the same number and seed.
  func network(_ number: Int) -> Network {
    var random = SplitMix(seed: seed, use: "table errors", stream: number)
    var drawn = network
    drawn.ties = ties(by: &random)
    drawn.members = members(by: &random)
    drawn.positions = positions(by: &random)
    drawn = identified(drawn, by: &random)
    // Who was drawn may be a member already, or two members be one.
    var known: Set<[Int]> = []
    drawn.members = drawn.members.filter { known.insert([$0.consortium, $0.actor]).inserted }
    return drawn
  }

  private func happens(_ sort: TableErrors.Sort, of basis: Basis?, by random: inout SplitMix) -> Bool {
    random.unit() < errors.rate(sort, of: basis)
  }

  private func ties(by random: inout SplitMix) -> Ties {
    var ties = Ties(TieList(isWeighted: network.ties.list.isWeighted))
    ties.reserveCapacity(network.ties.count + network.ties.count / 8)
    for index in network.ties.indices {
      let stated = network.ties[index]
      if !happens(.superfluousTie, of: stated.basis, by: &random) {
        var tie = stated
        if happens(.wrongActor, of: stated.basis, by: &random) {
          let isSource = random.next() & 1 == 1
          let (end, other) = isSource ? (tie.source, tie.target) : (tie.target, tie.source)
          if let mistaken = partners.mistaken(for: end, by: &random), mistaken != other {
            if isSource { tie.source = mistaken } else { tie.target = mistaken }
          }
        }
        tie.period = moved(tie.period, of: stated.basis, by: &random)
        ties.append(tie)
      }
      // For each hundred that are stated so many are not, each like one that is.
      if happens(.missingTie, of: stated.basis, by: &random),
        let (source, target) = partners.pair(like: (stated.source, stated.target), by: &random)
      {
        var tie = stated
        (tie.source, tie.target) = (source, target)
        ties.append(tie)
      }
    }
    return ties
  }

  private func members(by random: inout SplitMix) -> [Membership] {
    var members: [Membership] = []
    for stated in network.members {
      if !happens(.superfluousTie, of: stated.basis, by: &random) {
        var member = stated
        if happens(.wrongActor, of: stated.basis, by: &random) {
          member.actor = partners.mistaken(for: member.actor, by: &random) ?? member.actor
        }
        member.period = moved(member.period, of: stated.basis, by: &random)
        members.append(member)
      }
      if happens(.missingTie, of: stated.basis, by: &random),
        let actor = partners.mistaken(for: stated.actor, by: &random)
      {
        members.append(Membership(consortium: stated.consortium, actor: actor, role: .member))
        members[members.count - 1].period = stated.period
      }
    }
    return members
  }

  private func positions(by random: inout SplitMix) -> [Position] {
    var positions: [Position] = []
    for stated in network.positions {
      var position = stated
      if let level = stated.level, happens(.level, of: stated.basis, by: &random) {
        position.level = level.step(random.next() & 1 == 1 ? 1 : -1)
      }
      position.period = moved(position.period, of: stated.basis, by: &random)
      positions.append(position)
      if happens(.missingPosition, of: stated.basis, by: &random),
        let actor = partners.holder(
          in: stated.chain, beside: holders[stated.chain], tiedTo: tied[stated.chain].contains, by: &random)
      {
        // What it does there is that of those of its kind, as far as one row can tell.
        var missing = Position(actor: actor, chain: stated.chain, stage: stated.stage, level: stated.level)
        if network.actors[actor].kind.isExactly(network.actors[stated.actor].kind) { missing.role = stated.role }
        missing.period = stated.period
        positions.append(missing)
      }
    }
    return positions
  }

  /// A period with a start or an end a year off, in order.
  private func moved(_ period: Period, of basis: Basis?, by random: inout SplitMix) -> Period {
    func moved(_ date: PartialDate?) -> PartialDate? {
      guard let date, happens(.date, of: basis, by: &random) else { return date }
      return date.moved(by: random.next() & 1 == 1 ? 1 : -1)
    }
    let result = Period(from: moved(period.from), to: moved(period.to))
    if let from = result.from, let to = result.to, from.earliest > to.latest { return period }
    return result
  }

  // MARK: - Who is who

  /// The network with some actors that are one merged, and some that are two split.
  private func identified(_ drawn: Network, by random: inout SplitMix) -> Network {
    var network = drawn
    var same = [Int](network.actors.indices)
    var isDouble = [Bool](repeating: false, count: same.count)
    var halves: [Int: Int] = [:]
    var ids: Set<ExactText> = []
    for actor in drawn.actors.indices where happens(.identity, of: drawn.actors[actor].basis, by: &random) {
      if random.next() & 1 == 1 {
        // Whoever was merged with another, or is that other, stays so.
        guard let other = partners.double(of: actor, by: &random), same[other] == other, same[actor] == actor,
          !isDouble[actor], halves[actor] == nil
        else { continue }
        same[actor] = other
        isDouble[other] = true
      } else if same[actor] == actor {
        if ids.isEmpty { ids = Set(drawn.actors.map { ExactText($0.id) }) }
        var half = drawn.actors[actor]
        repeat { half.id += "′" } while !ids.insert(ExactText(half.id)).inserted
        half.row = nil
        halves[actor] = network.actors.count
        network.actors.append(half)
      }
    }
    guard network.actors.count > drawn.actors.count || same.enumerated().contains(where: { $0 != $1 }) else {
      return drawn
    }
    func who(_ actor: Int) -> Int {
      if let half = halves[actor], random.next() & 1 == 1 { return half }
      return same[actor]
    }
    var ties = Ties(TieList(isWeighted: drawn.ties.list.isWeighted))
    for var tie in drawn.ties {
      (tie.source, tie.target) = (who(tie.source), who(tie.target))
      if tie.source != tie.target { ties.append(tie) }
    }
    network.ties = ties
    network.members = drawn.members.map { member in
      var member = member
      member.actor = who(member.actor)
      return member
    }
    network.positions = drawn.positions.map { position in
      var position = position
      position.actor = who(position.actor)
      return position
    }
    network.supplies = drawn.supplies.compactMap { $0.moved(to: who) }
    network.demands = drawn.demands.compactMap { $0.moved(to: who) }
    for index in network.consortia.indices {
      network.consortia[index].leader = network.consortia[index].leader.map { same[$0] }
    }
    return network.without(Set(same.indices.filter { same[$0] != $0 }))
  }
}

extension Level {
  /// The next higher (1) or lower (−1) level; the only one that is next where there is none on that side.
  fileprivate func step(_ step: Int) -> Level {
    let all = Level.allCases
    guard let place = all.firstIndex(of: self) else { return self }
    return all.indices.contains(place + step) ? all[place + step] : all[place - step]
  }
}

extension PartialDate {
  /// The same a year or so later or earlier; itself where no calendar has that day or year.
  fileprivate func moved(by years: Int) -> PartialDate {
    PartialDate("\(year + years)" + String(text.unicodeScalars.dropFirst(4))) ?? self
  }
}
