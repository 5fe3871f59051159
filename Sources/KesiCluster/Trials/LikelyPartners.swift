import KesiMatrix
import KesiNetwork

/// Whom an actor would have a tie with that no row states, and who holds a place in a chain that no row states.
///
/// Like a tie that is stated: between the same two kinds; as often with both ends in one chain as stated ties have; the more
/// likely the more ties an actor has, or, with ``TableErrors/Place/small``, the fewer.
struct LikelyPartners: Sendable {
  private let network: Network
  /// The kind of each actor, by number, and all actors of each kind with the sums of their weights up to each.
  private let kind: [Int]
  private let actors: [[Int]]
  private let sums: [[Double]]
  /// The chains of each actor, and how many ties it has.
  private let chains: [Set<Int>]
  private let degree: [Int]
  /// The share of the ties whose ends are in one chain.
  private let shareInChain: Double
  private let kindNumbers: [ExactText: Int]
  private let place: TableErrors.Place

  /// So often another is drawn before any is taken.
  private static let mostTries = 30

  init(_ network: Network, _ place: TableErrors.Place) {
    self.network = network
    self.place = place
    var numbers: [ExactText: Int] = [:]
    kind = network.actors.map { actor in
      let number = numbers[ExactText(actor.kind), default: numbers.count]
      numbers[ExactText(actor.kind)] = number
      return number
    }
    kindNumbers = numbers
    var degree = [Int](repeating: 0, count: network.actors.count)
    var chains = [Set<Int>](repeating: [], count: network.actors.count)
    for position in network.positions { chains[position.actor].insert(position.chain) }
    var inChain = 0
    for tie in network.ties.indices {
      let (a, b) = (network.ties.source(tie), network.ties.target(tie))
      degree[a] += 1
      degree[b] += 1
      inChain += chains[a].isDisjoint(with: chains[b]) ? 0 : 1
    }
    for member in network.members { degree[member.actor] += 1 }
    self.degree = degree
    self.chains = chains
    shareInChain = network.ties.isEmpty ? 0 : Double(inChain) / Double(network.ties.count)
    var actors = [[Int]](repeating: [], count: numbers.count)
    for (actor, number) in kind.enumerated() { actors[number].append(actor) }
    self.actors = actors
    sums = actors.map { group in
      var sum = 0.0
      return group.map { actor in
        sum += place == .small ? 1 / Double(1 + degree[actor]) : Double(1 + degree[actor])
        return sum
      }
    }
  }

  /// Two actors for a tie like a stated one; nil where its kinds have no two.
  func pair(like tie: (source: Int, target: Int), by random: inout SplitMix) -> (Int, Int)? {
    // One end stays, so that whoever has many ties gets more; where small actors come first, another takes its place.
    let turned = random.next() & 1 == 1
    let (stays, goes) = turned ? (tie.target, tie.source) : (tie.source, tie.target)
    let one = place == .small ? drawn(ofKind: kind[stays], by: &random) : stays
    let isInChain = random.unit() < shareInChain
    var other: Int?
    for _ in 0..<Self.mostTries {
      let next = drawn(ofKind: kind[goes], by: &random)
      guard next != one else { continue }
      other = next
      if chains[one].isDisjoint(with: chains[next]) != isInChain { break }
    }
    return other.map { turned ? ($0, one) : (one, $0) }
  }

  /// Another actor of the same kind, each as likely, as one is taken for another; nil where there is none.
  func mistaken(for actor: Int, by random: inout SplitMix) -> Int? {
    let others = actors[kind[actor]]
    guard others.count > 1 else { return nil }
    for _ in 0..<Self.mostTries {
      let other = others[random.below(others.count)]
      if other != actor { return other }
    }
    return nil
  }

  /// One that may be the same organization: of the same kind, and of the same zone if any is drawn.
  func double(of actor: Int, by random: inout SplitMix) -> Int? {
    var found: Int?
    for _ in 0..<Self.mostTries {
      guard let other = mistaken(for: actor, by: &random) else { return nil }
      found = other
      if network.actors[other].zone == network.actors[actor].zone { break }
    }
    return found
  }

  /// Who holds a place in a chain that no row states: of one of the kinds that the chain requires or has, tied to one of its
  /// actors if any is drawn, and not in it; nil where there is none.
  ///
  /// - Parameter holders: the actors of the chain.
  func holder(in chain: Int, beside holders: [Int], tiedTo isTied: (Int) -> Bool, by random: inout SplitMix) -> Int? {
    let kinds = network.chains[chain].requires.compactMap { kindNumbers[ExactText($0)] } + holders.map { kind[$0] }
    guard !kinds.isEmpty else { return nil }
    let group = kinds[random.below(kinds.count)]
    var found: Int?
    for _ in 0..<Self.mostTries {
      let actor = drawn(ofKind: group, by: &random)
      guard !chains[actor].contains(chain) else { continue }
      found = actor
      if isTied(actor) { break }
    }
    return found
  }

  /// An actor of a kind, which has one, by its weight.
  private func drawn(ofKind number: Int, by random: inout SplitMix) -> Int {
    let (group, sums) = (actors[number], sums[number])
    let aim = random.unit() * (sums.last ?? 0)
    var (low, high) = (0, group.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > aim { high = middle } else { low = middle + 1 }
    }
    return group[low]
  }
}
