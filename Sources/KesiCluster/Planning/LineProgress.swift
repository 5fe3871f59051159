import KesiNetwork

/// How far a line of a written plan has come by today's tables, each kind of line by what a plan says that it counts as done.
struct LineProgress {
  enum Stage { case done, begun, open }

  var stage: Stage
  /// What is left to do, as lines of a scenario for today's tables.
  var left: [String] = []
  /// What has come of it: pairs that work together, the lower first, and seats.
  var pairs: Set<[Int]> = []
  /// Those of these pairs that had worked together before the plan, too.
  var renewed: Set<[Int]> = []
  var seats: [(actor: Int, chain: Int)] = []
  /// Chains whose capacity has been raised, with what it was before.
  var raised: [(chain: Int, before: Double)] = []
  /// Rows of ties that had stalled and go well now, or go on.
  var revived: [Int] = []
  /// Pairs that have worked together, to no satisfaction, and do not otherwise.
  var disappointed: [[Int]] = []
  /// Whether the tables tell what it was like before, so that what it brought can be reckoned.
  var isReckonable = true
  /// The ids of those who stood there already where somebody was to come.
  var thereBefore: [String] = []
}

/// Holds the lines of a written plan against today's tables.
struct LineReading {
  let network: Network
  /// Whoever has come for a line came for no other one.
  private var arrived = Set<Int>()
  /// Of whom each actor is a part in the end.
  private let owners: [ExactText]

  init(_ network: Network) {
    self.network = network
    owners = network.owners()
  }

  /// - Throws: `UnknownWord` where what it is about is in the tables no more.
  mutating func progress(of line: String, in step: PastStep) throws(UnknownWord) -> LineProgress {
    var parser = ScenarioParser(network: network)
    try parser.read(line: line[...])
    let scenario = parser.scenario
    if let newcomer = scenario.newcomers.first { return arrival(of: newcomer, line, in: step) }
    if let tie = scenario.added.first { return cooperation(tie.source, tie.target, line, renews: step.renews) }
    if let seat = scenario.seats.first {
      let isTaken = network.positions.contains { $0.actor == seat.actor && $0.chain == seat.chain }
      return isTaken
        ? LineProgress(stage: .done, seats: [(seat.actor, seat.chain)]) : LineProgress(stage: .open, left: [line])
    }
    return setting(scenario, line, in: step)
  }

  /// - Parameter renews: whether the two had worked together before the plan.
  private func cooperation(_ a: Int, _ b: Int, _ line: String, renews: Bool) -> LineProgress {
    guard works(a, b, renews: renews) else {
      return LineProgress(
        stage: .open, left: [line], disappointed: hasDisappointed(a, b, renews: renews) ? [[a, b]] : [])
    }
    let pair = [min(a, b), max(a, b)]
    return LineProgress(
      stage: .done, pairs: [pair], renewed: renews ? [pair] : [], isReckonable: !network.ties.isEmpty)
  }

  /// Whether two work together: a tie has begun, has not ended or ended in satisfaction, and is not found unsatisfactory; where
  /// there are no ties, they share a consortium. Whoever is to work together again has to do so now.
  private func works(_ a: Int, _ b: Int, renews: Bool = false) -> Bool {
    guard !network.ties.isEmpty else {
      let own = Set(network.members.filter { $0.actor == a }.map(\.consortium))
      return network.members.contains { $0.actor == b && own.contains($0.consortium) }
    }
    return network.ties.indices.contains { row in
      network.ends(row) == [min(a, b), max(a, b)] && network.ties[row].outcome != .unsatisfactory
        && (network.isRunning(row) || !renews && network.hasSucceeded(row))
    }
  }

  /// Whether two who do not work together have a tie that was found unsatisfactory, which may have been before a plan that has
  /// them do so again.
  private func hasDisappointed(_ a: Int, _ b: Int, renews: Bool = false) -> Bool {
    network.ties.indices.contains { row in
      network.ends(row) == [min(a, b), max(a, b)] && network.ties[row].outcome == .unsatisfactory
        && (network.isRunning(row) || !renews)
    }
  }

  /// Somebody of the kind in the chain who is no part of those who stood there before, and who stands at the stage where that was
  /// what was missing: of several the one who works with most of those whom it was to meet.
  private mutating func arrival(of newcomer: Scenario.Newcomer, _ line: String, in step: PastStep) -> LineProgress {
    let isOfStage = step.gaps.hasPrefix(GapKind.brokenStage.id + ":")
    let seated = network.positions.filter { position in
      position.chain == newcomer.chain && network.actors[position.actor].kind.isExactly(newcomer.kind)
    }
    // Nobody stood at a stage that was empty: whoever of the chain has come to it came for the step.
    let old = seated.map(\.actor).filter { step.knows(network.actors[$0].id, byGapsOnly: isOfStage) }
    let (oldOwners, oldIDs) = (Set(old.map { owners[$0] }), old.map { network.actors[$0].id })
    let candidates = seated.filter { position in
      !arrived.contains(position.actor) && !oldOwners.contains(owners[position.actor])
        && (!isOfStage || newcomer.stage.map { position.stage?.isExactly($0) ?? false } ?? true)
    }.map(\.actor)
    func met(_ actor: Int) -> [Int] { newcomer.partners.filter { works(actor, $0) } }
    let best = candidates.map { ($0, met($0)) }.max { ($0.1.count, $1.0) < ($1.1.count, $0.0) }
    guard let (actor, partners) = best else {
      return LineProgress(stage: .open, left: [line], thereBefore: oldIDs)
    }
    arrived.insert(actor)
    let missing = newcomer.partners.filter { $0 != actor && !partners.contains($0) }
    return LineProgress(
      stage: missing.isEmpty ? .done : .begun,
      left: missing.map { "add \(network.actors[actor].id)--\(network.actors[$0].id)" },
      pairs: Set(partners.map { [min(actor, $0), max(actor, $0)] }), seats: [(actor, newcomer.chain)],
      disappointed: missing.filter { hasDisappointed(actor, $0) }.map { [actor, $0] }, thereBefore: oldIDs)
  }

  private func setting(_ scenario: Scenario, _ line: String, in step: PastStep) -> LineProgress {
    var progress = LineProgress(stage: .open, left: [line], isReckonable: false)
    let isDone: Bool
    switch scenario.revisions.first {
    case .chain(let chain, let demand, let capacity):
      // Of older plans it is not known where they set out from.
      if capacity != nil, demand == nil, let before = step.capacityBefore(of: network.chains[chain].id) {
        progress.isReckonable = true
        if network.statedCapacity(of: chain) > before + 1e-9 {
          (progress.stage, progress.raised) = (.begun, [(chain, before)])
        }
      }
      // More than was asked for is done as well.
      isDone =
        capacity.map { network.statedCapacity(of: chain) >= $0 - 1e-9 } ?? true
        && demand.map { network.chains[chain].demand == $0 } ?? true
    case .ties(let a, let b, let terms):
      let places = network.ties.indices.filter { place in
        network.ends(place) == [min(a, b), max(a, b)] && terms.ofChain.map { $0 == network.ties.chain(place) } ?? true
      }
      let rows = places.map { network.ties[$0] }
      if terms.isOfStalled {
        let isStuck = rows.contains { tie in
          tie.outcome == .unsatisfactory
            || tie.isStuck(within: network.years(of: tie.chain), at: network.assessment.now)
        }
        isDone = !isStuck && rows.contains { $0.outcome == .satisfactory }
        if !isDone, !isStuck, !rows.isEmpty { progress.stage = .begun }
        // Of several rows it is not known which had stalled; of one it is.
        if !isStuck, places.count == 1 { (progress.revived, progress.isReckonable) = (places, true) }
      } else if let first = terms.benefits.first, let second = terms.benefits.second {
        let stated = rows.filter { $0.benefitToSource != nil && $0.benefitToTarget != nil }
        let sums = stated.reduce((0.0, 0.0)) { sums, tie in
          (sums.0 + (tie.benefitToSource ?? 0), sums.1 + (tie.benefitToTarget ?? 0))
        }
        isDone =
          !stated.isEmpty && Self.asymmetry(sums.0, sums.1) <= Self.asymmetry(first, second) + 1e-9
      } else {
        isDone = changesNothing(scenario)
      }
    default: isDone = changesNothing(scenario)
    }
    if isDone { (progress.stage, progress.left) = (.done, []) }
    return progress
  }

  private static func asymmetry(_ a: Double, _ b: Double) -> Double { a + b > 0 ? abs(a - b) / (a + b) : 0 }

  private func changesNothing(_ scenario: Scenario) -> Bool {
    let changed = scenario.applied(to: network).network
    return network.ties.indices.allSatisfy { network.ties[$0] == changed.ties[$0] }
      && network.positions == changed.positions
  }
}

extension Network {
  /// Those of a kind who have a place in a chain, by their ids, each once.
  ///
  /// - Parameter known: the number of actors that the tables have: those beyond are newcomers of steps.
  package func ids(ofKind kind: String, in chain: Int, knowing known: Int) -> [String] {
    let seated = positions.filter {
      $0.chain == chain && $0.actor < known && actors[$0.actor].kind.isExactly(kind)
    }
    return Set(seated.map(\.actor)).sorted().map { actors[$0].id }
  }

  /// Whether a row of ties has begun and not ended by now.
  func isRunning(_ row: Int) -> Bool {
    guard let now = assessment.now else { return true }
    let period = ties.period(row)
    return period.from.map { $0.earliest <= now.latest } ?? true && period.to.map { $0.latest >= now.earliest } ?? true
  }

  /// Whether a row of ties has ended to the satisfaction of both sides.
  func hasSucceeded(_ row: Int) -> Bool {
    guard let now = assessment.now, let end = ties.period(row).to else { return false }
    return end.latest < now.earliest && ties[row].outcome == .satisfactory
  }

  /// The two of a row of ties, the lower first.
  func ends(_ row: Int) -> [Int] { [min(ties.source(row), ties.target(row)), max(ties.source(row), ties.target(row))] }
}
