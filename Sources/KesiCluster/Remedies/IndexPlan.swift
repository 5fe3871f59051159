import KesiMatrix
import KesiNetwork
import Synchronization

/// Whom somebody who takes a seat in a chain works with there already.
typealias SeatPartner = (actor: Int, weight: Double, work: Interval)

/// Steps under choice to raise chain indices, and the chains with them.
struct IndexPlan: Sendable {
  private let network: Network
  /// The chains and their indices without any step.
  private let bare: (chains: [ChainNetwork], indices: [Double?])
  private let weights: IndexWeights
  private let owners: [ExactText]
  let limits: SuggestionLimits
  /// The chains whose index counts.
  let targets: [Int]
  private(set) var steps: [Remedy] = []
  private(set) var chains: [ChainNetwork]
  private var indices: [Double?]
  /// The steps that touch each chain: with them the chain is what it is, in whatever order they were taken.
  private var taken: [Set<Remedy>]
  /// Whom each one who may take a seat is tied to in the chain.
  private let partners: [Remedy: [SeatPartner]]
  private let memo = Memo()

  /// What chains are worth with steps, so that nothing is computed twice: a step changes few chains, and the others stand
  /// as they stood when it was last asked for.
  private final class Memo: Sendable {
    struct Key: Hashable {
      let chain: Int
      let steps: Set<Remedy>
    }
    private let values = Mutex<[Key: Double?]>([:])
    private static let most = 500_000

    func value(of key: Key) -> Double?? { values.withLock { $0[key] } }
    func keep(_ value: Double?, for key: Key) {
      values.withLock { values in
        if values.count > Self.most { values = [:] }
        values[key] = .some(value)
      }
    }
  }

  init(
    of analysis: Analysis, for targets: [Int], within limits: SuggestionLimits,
    partners: [Remedy: [SeatPartner]]
  ) {
    network = analysis.network
    bare = (analysis.chains, analysis.indices().map(\.value))
    self.targets = targets
    self.limits = limits
    self.partners = partners
    weights = analysis.network.profile.indexWeights
    owners = analysis.owners
    chains = bare.chains
    indices = bare.indices
    taken = bare.chains.map { _ in [] }
  }

  /// The goal with the steps chosen so far.
  var value: Double { mean(indices) }

  private func mean(_ indices: [Double?]) -> Double {
    targets.isEmpty ? 0 : targets.reduce(0) { $0 + (indices[$1] ?? 0) } / Double(targets.count)
  }

  /// Whether a step touches a chain.
  private func touches(_ number: Int, _ step: Remedy) -> Bool {
    switch step {
    case .tie(let a, let b):
      let actors = chains[number].actors
      return actors.contains(a) && actors.contains(b)
    case .seat(_, number), .position(_, number, _, _): return true
    case .seat, .position, .renewal, .capacity, .settlement, .division: return false
    }
  }

  /// A chain with a step; nil where the step does not touch it.
  private func extended(_ number: Int, by step: Remedy) -> ChainNetwork? {
    let chain = chains[number]
    switch step {
    case .tie(let a, let b): return chain.adding(a, b)
    case .seat(let actor, number):
      return chain.adding(
        actor: actor, kind: network.actors[actor].kind, owner: owners[actor], partners: partners[step] ?? [])
    case .position(let kind, number, let stage, let partners):
      return chain.adding(
        actor: -1, kind: kind, owner: nil, stage: stage,
        partners: partners.map { ($0, weight: 1, work: Interval(1)) })
    case .seat, .position, .renewal, .capacity, .settlement, .division: return nil
    }
  }

  private func indices(with step: Remedy) -> [Double?] {
    var changed = indices
    for target in targets where touches(target, step) {
      let key = Memo.Key(chain: target, steps: taken[target].union([step]))
      if let known = memo.value(of: key) {
        changed[target] = known
      } else if let extended = extended(target, by: step) {
        changed[target] = ChainIndex(of: extended, weights: weights).value
        memo.keep(changed[target], for: key)
      }
    }
    return changed
  }

  /// What each step would add by itself.
  private func gains(of steps: [Remedy], on parallel: Parallel) throws -> [Double] {
    // Progress is told by whoever counts the steps.
    let silent = parallel.silent
    return try silent.fill(count: steps.count, with: 0.0, grain: 4) { chunks, gains in
      while let chunk = chunks.take() {
        for place in chunk { gains[place] = mean(indices(with: steps[place])) - value }
      }
    }
  }

  /// The step that adds most, of those that limits admit; of equal ones the first. Nil where there is none.
  func best(of candidates: [Remedy], on parallel: Parallel) throws -> (step: Remedy, gain: Double)? {
    let taken = TakenSteps(steps)
    let admitted = candidates.filter { limits.admits($0, beside: taken) }
    var best: (step: Remedy, gain: Double)?
    for (step, gain) in zip(admitted, try gains(of: admitted, on: parallel)) {
      if gain > (best?.gain ?? -.infinity) + 1e-12 { best = (step, gain) }
    }
    return best
  }

  /// All steps, the one that adds most first.
  func ranked(_ candidates: [Remedy], on parallel: Parallel) throws -> [(step: Remedy, gain: Double)] {
    zip(candidates, try gains(of: candidates, on: parallel)).enumerated().sorted { a, b in
      a.element.1 == b.element.1 ? a.offset < b.offset : a.element.1 > b.element.1
    }.map { (step: $0.element.0, gain: $0.element.1) }
  }

  /// Of the chains that a step touches, the one whose index it raises most; nil where it touches none that count.
  func chainRaisedMost(by step: Remedy) -> Int? {
    let changed = indices(with: step)
    return targets.filter { touches($0, step) }
      .max { (changed[$0] ?? 0) - (indices[$0] ?? 0) < (changed[$1] ?? 0) - (indices[$1] ?? 0) }
  }

  mutating func add(_ step: Remedy) {
    indices = indices(with: step)
    for chain in chains.indices where touches(chain, step) {
      if let extended = extended(chain, by: step) { chains[chain] = extended }
      taken[chain].insert(step)
    }
    steps.append(step)
  }

  private func without(_ place: Int) -> IndexPlan {
    var plan = self
    plan.chains = bare.chains
    plan.indices = bare.indices
    plan.taken = bare.chains.map { _ in [] }
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

  /// The same steps from the beginning, each the one that adds most, as long as one gains; then others that do. A step
  /// without gain of its own is not taken.
  func ordered(filling candidates: [Remedy], on parallel: Parallel) throws -> IndexPlan {
    var plan = self
    plan.chains = bare.chains
    plan.indices = bare.indices
    plan.taken = bare.chains.map { _ in [] }
    plan.steps = []
    for pool in [steps, candidates] {
      while let next = try plan.best(of: pool, on: parallel), next.gain > 1e-9 { plan.add(next.step) }
    }
    return plan
  }
}

extension Analysis {
  /// For each seat, the actors of the chain that the one who would take it is tied to, by ties that name this chain or
  /// none, with their weights.
  ///
  /// - Complexity: one pass over the ties.
  func seatPartners(of steps: [Remedy]) -> [Remedy: [SeatPartner]] {
    var chainsOfActor: [Int: [Int]] = [:]
    for case .seat(let actor, let chain) in steps { chainsOfActor[actor, default: []].append(chain) }
    let members = chains.map { Set($0.actors) }
    var partners: [Remedy: [SeatPartner]] = [:]
    func add(_ actor: Int, _ other: Int, _ weight: Double, _ tie: Tie?) {
      for place in chainsOfActor[actor] ?? [] where tie?.chain ?? place == place && members[place].contains(other) {
        let work = tie?.work(within: network.years(of: place), at: now) ?? .unknown
        partners[.seat(actor, chain: place), default: []].append((other, weight, work))
      }
    }
    if graph.ties.isEmpty, graph.layers.contains(Selection.consortiaLayer) {
      graph.matrix.withRows { rows in
        for actor in chainsOfActor.keys {
          guard let vertex = graph.vertex[actor] else { continue }
          for entry in rows.entries(vertex) {
            add(actor, graph.actors[rows.column(entry)], rows.weight(entry), nil)
          }
        }
      }
    }
    for index in graph.ties where !chainsOfActor.isEmpty {
      let tie = network.ties[index]
      add(tie.source, tie.target, tie.weight, tie)
      add(tie.target, tie.source, tie.weight, tie)
    }
    return partners
  }
}
