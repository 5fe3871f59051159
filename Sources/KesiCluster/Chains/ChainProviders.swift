import KesiNetwork

/// Who provides for a chain, who needs it, and how far providers stand for themselves.
extension ChainNetwork {
  /// The kinds that the chain requires, that the source speaks of, and that provide: settled by what the chain declares,
  /// whoever is there.
  package var providerKinds: [String] { chain.assessed.filter { !profile.demands($0) } }

  /// The assessed kinds that the chain requires and does not have.
  var missingKinds: [String] { chain.assessed.filter { vertices(ofKind: $0).isEmpty } }

  /// Whether a position provides for the chain. Where no role is stated, kinds that demand do not, and all others do; the
  /// leader of a chain does where its kind provides.
  func provides(_ position: Position, kind: String) -> Bool {
    profile.provides(position.role, kind: kind)
  }

  /// The vertices that provide for the chain, each with the highest level it holds there.
  public func providers(ofKind kind: String) -> [(vertex: Int, level: Level?)] {
    vertices(ofKind: kind).compactMap { vertex in
      let providing = held[vertex].filter { provides($0, kind: kind) }
      guard !providing.isEmpty else { return nil }
      return (vertex, Level.allCases.first { level in providing.contains { $0.level == level } })
    }
  }

  /// Who provides for the chain, those first of whom it is said how much, and platforms last; as indices of the network.
  var capacityProviders: [Int] {
    let found = actors.indices.filter { vertex in held[vertex].contains { provides($0, kind: kinds[vertex]) } }
    func rank(_ vertex: Int) -> Int {
      held[vertex].contains { $0.capacity != nil } ? 0 : held[vertex].allSatisfy { $0.role == .platform } ? 2 : 1
    }
    return found.sorted { (rank($0), $0) < (rank($1), $1) }.map { actors[$0] }
  }

  /// The providers of a kind that stand for themselves: those of one owner, and the owner itself, count once, with the best
  /// level among them.
  func independentProviders(ofKind kind: String) -> [[(vertex: Int, level: Level?)]] {
    var groups: [[(vertex: Int, level: Level?)]] = []
    var place: [ExactText: Int] = [:]
    for provider in providers(ofKind: kind) {
      guard let owner = owners[provider.vertex] else {
        groups.append([provider])
        continue
      }
      if let known = place[owner] {
        groups[known].append(provider)
      } else {
        place[owner] = groups.count
        groups.append([provider])
      }
    }
    return groups
  }

  /// What each independent provider of a kind adds to depth, the most first at either end.
  private func worths(ofKind kind: String, by weights: IndexWeights) -> (low: [Double], high: [Double]) {
    let worths = independentProviders(ofKind: kind).map { group in group.map { weights.level($0.level) } }
    func sorted(_ end: (Interval) -> Double) -> [Double] {
      worths.map { $0.map(end).max() ?? 0 }.sorted(by: >)
    }
    return (sorted(\.low), sorted(\.high))
  }

  /// 1 − Π(1 − w) over the independent providers of a kind, or over all but the best.
  func strength(ofKind kind: String, withoutBest: Bool = false, by weights: IndexWeights) -> Interval {
    let (low, high) = worths(ofKind: kind, by: weights)
    func joined(_ worths: [Double]) -> Double {
      1 - worths.dropFirst(withoutBest ? 1 : 0).reduce(1) { $0 * (1 - $1) }
    }
    return Interval(joined(low), joined(high))
  }

  /// The vertices that need what the chain's providers give. Where no role is stated, kinds that demand do.
  var demanders: [Int] {
    held.indices.filter { vertex in
      held[vertex].contains { position in
        switch position.role {
        case .demander: true
        case .provider, .platform: false
        case .leader, nil: profile.demands(kinds[vertex])
        }
      }
    }
  }

  /// What the chain's providers give: stated for the chain as a whole, or summed over their positions; nil where none of
  /// them states it. The upper end is open where some do not.
  public var capacity: (stated: Double, isWhole: Bool)? {
    guard assessment.covers([.capacity]) else { return nil }
    if let stated = chain.capacity { return (stated, true) }
    let given = held.indices.flatMap { vertex in
      held[vertex].filter { provides($0, kind: kinds[vertex]) }.map(\.capacity)
    }
    guard given.contains(where: { $0 != nil }) else { return nil }
    return (given.reduce(0) { $0 + ($1 ?? 0) }, !given.contains(nil))
  }
}

extension Network {
  /// The id of the organization that each actor is in the end a part of, its own where it is part of none. Of organizations
  /// that own each other in a circle the one with the least id owns all.
  ///
  /// - Complexity: O(actors).
  func owners() -> [ExactText] {
    let ids = actors.map { ExactText($0.id) }
    guard actors.contains(where: { $0.parent != nil }) else { return ids }
    let place = Dictionary(zip(ids, ids.indices)) { first, _ in first }
    var owners = [ExactText?](repeating: nil, count: ids.count)
    for start in ids.indices where owners[start] == nil {
      var path: [Int] = []
      var step: [Int: Int] = [:]
      var (actor, owner): (Int, ExactText?) = (start, nil)
      while owner == nil {
        if let known = owners[actor] {
          owner = known
        } else if let first = step[actor] {
          owner = path[first...].map { ids[$0] }.min { $0.text < $1.text }
        } else {
          step[actor] = path.count
          path.append(actor)
          let parent = actors[actor].parent.map(ExactText.init)
          if let next = parent.flatMap({ place[$0] }) { actor = next } else { owner = parent ?? ids[actor] }
        }
      }
      for member in path { owners[member] = owner }
    }
    return zip(owners, ids).map { $0 ?? $1 }
  }
}

extension Network {
  /// What the providers of a chain are known to give: as stated for the chain, else summed over its positions.
  package func statedCapacity(of chain: Int) -> Double {
    chains[chain].capacity
      ?? positions.reduce(0) { sum, position in
        let provides = position.chain == chain && profile.provides(position.role, kind: actors[position.actor].kind)
        return sum + (provides ? position.capacity ?? 0 : 0)
      }
  }
}

extension Profile {
  /// Whether somebody of a kind provides for a chain in a role.
  fileprivate func provides(_ role: ChainRole?, kind: String) -> Bool {
    switch role {
    case .provider, .platform: true
    case .demander: false
    case .leader, nil: !demands(kind)
    }
  }
}
