import KesiMatrix

/// Steps under choice to raise chain indices, and the chains with them.
struct IndexPlan {
  private let survey: GapSurvey
  private let weights: IndexWeights
  let limits: SuggestionLimits
  /// The chains whose index counts.
  let targets: [Int]
  private(set) var steps: [Remedy] = []
  private(set) var chains: [ChainNetwork]
  private var indices: [Double?]
  /// Whom each one who may take a seat is tied to in the chain.
  private let partners: [Remedy: [(actor: Int, weight: Double)]]

  init(
    of survey: GapSurvey, for targets: [Int], within limits: SuggestionLimits,
    partners: [Remedy: [(actor: Int, weight: Double)]]
  ) {
    self.survey = survey
    self.targets = targets
    self.limits = limits
    self.partners = partners
    weights = survey.network.profile.indexWeights
    chains = survey.chains
    indices = survey.indices().map(\.value)
  }

  /// The goal with the steps chosen so far.
  var value: Double { mean(indices) }

  private func mean(_ indices: [Double?]) -> Double {
    targets.isEmpty ? 0 : targets.reduce(0) { $0 + (indices[$1] ?? 0) } / Double(targets.count)
  }

  /// A chain with a step; nil where the step does not touch it.
  private func extended(_ number: Int, by step: Remedy) -> ChainNetwork? {
    let chain = chains[number]
    switch step {
    case .tie(let a, let b): return chain.adding(a, b)
    case .seat(let actor, number):
      return chain.adding(actor: actor, kind: survey.network.actors[actor].kind, partners: partners[step] ?? [])
    case .position(let kind, number, _): return chain.adding(actor: -1, kind: kind, partners: [])
    case .seat, .position, .renewal, .capacity: return nil
    }
  }

  private func indices(with step: Remedy) -> [Double?] {
    var changed = indices
    for target in targets {
      guard let extended = extended(target, by: step) else { continue }
      changed[target] = ChainIndex(of: extended, weights: weights).value
    }
    return changed
  }

  /// The step that adds most, of those that limits admit; of equal ones the first. Nil where there is none.
  func best(of candidates: [Remedy], on parallel: Parallel) throws -> (step: Remedy, gain: Double)? {
    var best: (step: Remedy, gain: Double)?
    for step in candidates where limits.admits(step, beside: steps) {
      try parallel.checkCancellation()
      let gain = mean(indices(with: step)) - value
      if gain > (best?.gain ?? -.infinity) + 1e-12 { best = (step, gain) }
    }
    return best
  }

  /// All steps, the one that adds most first.
  func ranked(_ candidates: [Remedy], on parallel: Parallel) throws -> [(step: Remedy, gain: Double)] {
    try candidates.map { step in
      try parallel.checkCancellation()
      return (step, mean(indices(with: step)) - value)
    }.enumerated().sorted { a, b in
      a.element.1 == b.element.1 ? a.offset < b.offset : a.element.1 > b.element.1
    }.map { (step: $0.element.0, gain: $0.element.1) }
  }

  func chainRaisedMost(by step: Remedy) -> Int {
    let changed = indices(with: step)
    return targets.max { (changed[$0] ?? 0) - (indices[$0] ?? 0) < (changed[$1] ?? 0) - (indices[$1] ?? 0) }!
  }

  mutating func add(_ step: Remedy) {
    indices = indices(with: step)
    for chain in chains.indices { if let extended = extended(chain, by: step) { chains[chain] = extended } }
    steps.append(step)
  }

  private func without(_ place: Int) -> IndexPlan {
    var plan = self
    plan.chains = survey.chains
    plan.indices = survey.indices().map(\.value)
    plan.steps = []
    for (number, step) in steps.enumerated() where number != place { plan.add(step) }
    return plan
  }

  /// Exchanges steps one at a time as long as the goal gains.
  mutating func exchange(for candidates: [Remedy], on parallel: Parallel) throws {
    guard steps.count > 1 else { return }
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in steps.indices {
        var without = without(place)
        guard let best = try without.best(of: candidates, on: parallel) else { continue }
        if without.value + best.gain > value + 1e-9 {
          without.add(best.step)
          self = without
          isBetter = true
        }
      }
    }
  }
}

extension GapSurvey {
  /// For each seat, the actors of the chain that the one who would take it is tied to, by ties that name this chain or
  /// none, with their weights.
  ///
  /// - Complexity: one pass over the ties.
  func seatPartners(of steps: [Remedy]) -> [Remedy: [(actor: Int, weight: Double)]] {
    var chainsOfActor: [Int: [Int]] = [:]
    for case .seat(let actor, let chain) in steps { chainsOfActor[actor, default: []].append(chain) }
    let members = chains.map { Set($0.actors) }
    var partners: [Remedy: [(actor: Int, weight: Double)]] = [:]
    func add(_ actor: Int, _ other: Int, _ weight: Double, named chain: Int?) {
      for place in chainsOfActor[actor] ?? [] where chain ?? place == place && members[place].contains(other) {
        partners[.seat(actor, chain: place), default: []].append((other, weight))
      }
    }
    if graph.ties.isEmpty, graph.layers.contains(Selection.consortiaLayer) {
      graph.matrix.withRows { rows in
        for actor in chainsOfActor.keys {
          guard let vertex = graph.vertex[actor] else { continue }
          for entry in rows.entries(vertex) {
            add(actor, graph.actors[rows.column(entry)], rows.weight(entry), named: nil)
          }
        }
      }
    }
    for index in graph.ties where !chainsOfActor.isEmpty {
      let (source, target) = (network.ties[index].source, network.ties[index].target)
      add(source, target, network.ties[index].weight, named: network.ties[index].chain)
      add(target, source, network.ties[index].weight, named: network.ties[index].chain)
    }
    return partners
  }
}
