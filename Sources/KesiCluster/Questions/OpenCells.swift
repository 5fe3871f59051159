import KesiMatrix
import KesiNetwork

/// The cells on which an index may hang, each with the answers between which all others lie.
struct OpenCells {
  struct Candidate: Sendable {
    let cell: OpenCell
    /// The answers that are tried.
    let trials: [Scenario]
    /// The chains whose index hangs on it; nil where more of the cluster does.
    let chains: [Int]?
    /// About how many points hang on it: by this it is chosen what is tried first.
    let promise: Double
    /// What is alike leads to the same: actors without ties of one kind and owner. Nil for what is like nothing else.
    var likeness: ExactText?
  }

  private let analysis: Analysis
  private let network: Network
  private let assessment: Assessment
  private let indices: [ChainIndex]
  /// The points of the cluster index that each chain can give.
  private let points: [Double]
  private let linkagePoints: Double
  /// The chains of each actor that has a position.
  private let chainsOf: [Int: [Int]]
  private let providerKinds: [[String]]

  /// The most zones and chains that are tried one by one.
  private static let mostTried = 40

  /// After more years nothing that has a date is stuck.
  private static let mostYears = 900.0

  init(_ analysis: Analysis) {
    self.analysis = analysis
    network = analysis.network
    assessment = analysis.assessment
    indices = analysis.indices()
    let parts = analysis.clusterIndex()?.parts ?? []
    func share(_ part: ClusterPart) -> Double { parts.first { $0.part == part }?.share ?? 0 }
    let weights = zip(analysis.network.chains, indices).map { $1.range == nil ? 0 : $0.weight ?? 1 }
    let whole = max(weights.reduce(0, +), .leastNormalMagnitude)
    // What hangs on a chain that does not count is its own verdict.
    points = zip(weights, indices).map { max(100 * share(.chains) * $0 / whole, $1.range == nil ? 0 : 1e-6) }
    linkagePoints = 100 * share(.linkage)
    var chainsOf: [Int: [Int]] = [:]
    for chain in analysis.chains { for actor in chain.actors { chainsOf[actor, default: []].append(chain.index) } }
    self.chainsOf = chainsOf
    providerKinds = analysis.chains.map(\.providerKinds)
  }

  func all() -> [Candidate] { chains() + positions() + actors() + ties() }

  private func scenario(_ cells: (OpenCell, CellAnswer)...) -> Scenario {
    var scenario = Scenario()
    scenario.revisions = cells.map { .cell($0, $1) }
    return scenario
  }

  /// Of what a part of a chain's index can give.
  private func points(of part: IndexPart, in chain: Int) -> Double {
    points[chain] * (indices[chain].parts.first { $0.part == part }.map { $0.range == nil ? 0 : $0.share } ?? 0)
  }

  // MARK: - Chains

  private func chains() -> [Candidate] {
    analysis.chains.flatMap { chain -> [Candidate] in
      let number = chain.index
      return capacity(of: chain)
        + chain.chain.requires.filter(chain.chain.unassessed.containsExactly).map { kind in
          let cell = OpenCell.unassessed(kind, in: number)
          let seats = analysis.candidates(ofKind: kind, for: chain).map { scenario((cell, .row($0))) }
          var newcomer = scenario((cell, .nobody))
          newcomer.newcomers = [Scenario.Newcomer(kind: kind, chain: number)]
          return Candidate(
            cell: cell, trials: [scenario((cell, .nobody)), newcomer] + seats, chains: nil, promise: points[number] / 2)
        }
    }
  }

  /// What a chain needs and what it has, where either is not known.
  private func capacity(of chain: ChainNetwork) -> [Candidate] {
    let (demand, capacity) = (
      OpenCell(.chains, row: chain.index, column: "demand"), OpenCell(.chains, row: chain.index, column: "capacity")
    )
    let promise = points(of: .fit, in: chain.index)
    func candidate(_ cell: OpenCell, _ trials: [Scenario]) -> Candidate {
      Candidate(cell: cell, trials: trials, chains: [chain.index], promise: promise)
    }
    guard promise > 0 else { return [] }
    switch (chain.chain.demand, chain.capacity) {
    case (nil, let known?):
      // However great it is, nothing less than today is met.
      return [candidate(demand, [Scenario(), scenario((demand, .number(known.stated)))])]
    case (nil, nil):
      let (none, all) = (
        scenario((demand, .number(1)), (capacity, .number(0))), scenario((demand, .number(1)), (capacity, .number(1)))
      )
      return [candidate(demand, [none, all]), candidate(capacity, [none, all])]
    case (let needed?, nil) where needed > 0:
      return [candidate(capacity, [scenario((capacity, .number(0))), scenario((capacity, .number(needed)))])]
    default: return []
    }
  }

  // MARK: - Positions

  private func positions() -> [Candidate] {
    let levels = Level.allCases.sorted {
      network.profile.indexWeights.level($0) < network.profile.indexWeights.level($1)
    }
    return network.positions.enumerated().flatMap { row, position -> [Candidate] in
      guard position.period.overlaps(analysis.period) else { return [] }
      let chain = analysis.chains[position.chain]
      let kind = network.actors[position.actor].kind
      let provides = chain.provides(position, kind: kind)
      var found: [Candidate] = []
      func ask(_ column: String, _ answers: [CellAnswer], promise: Double) {
        guard promise > 0 else { return }
        let cell = OpenCell(.positions, row: row, column: column)
        found.append(
          Candidate(
            cell: cell, trials: answers.map { scenario((cell, $0)) }, chains: [position.chain], promise: promise))
      }
      if position.level == nil, provides, providerKinds[position.chain].containsExactly(kind),
        let lowest = levels.first, let highest = levels.last
      {
        let providers = chain.vertices(ofKind: kind).count
        ask(
          "level", [.word(lowest.rawValue), .word(highest.rawValue)],
          promise: (points(of: .depth, in: position.chain) + points(of: .redundancy, in: position.chain))
            / Double(max(1, providers * providerKinds[position.chain].count)))
      }
      if position.stage == nil, let occupied = chain.occupiedStages?.stages {
        let stages = chain.chain.stages
        let ends = [stages.first(where: occupied.containsExactly), stages.first { !occupied.containsExactly($0) }]
        ask(
          "stage", ends.compactMap { $0 }.map { .word($0) },
          promise: ends.contains(nil) ? 0 : points(of: .coverage, in: position.chain) / Double(2 * stages.count))
      }
      if position.capacity == nil, provides, chain.chain.capacity == nil, chain.capacity != nil,
        let needed = chain.chain.demand, needed > 0
      {
        ask("capacity", [.number(0), .number(needed)], promise: points(of: .fit, in: position.chain))
      }
      return found
    }
  }

  // MARK: - Actors

  private func actors() -> [Candidate] {
    let degrees = analysis.partners.withRows { rows in (0..<rows.order).map { rows.degree($0) } }
    let zones = assessment.covers([.zones]) ? Array(network.zones.prefix(Self.mostTried)) : []
    let seated = Set(network.positions.map(\.actor))
    return network.actors.enumerated().flatMap { row, actor -> [Candidate] in
      guard let vertex = analysis.graph.vertex[row] else { return [] }
      var found: [Candidate] = []
      if actor.kind.isEmpty, let own = chainsOf[row] { found.append(kind(of: row, in: own)) }
      if actor.zone == nil, degrees[vertex] > 0, zones.count > 1 {
        let cell = OpenCell(.actors, row: row, column: "zone")
        let pairs = Double(zones.count * (zones.count - 1)) / 2
        found.append(
          Candidate(
            cell: cell, trials: zones.map { scenario((cell, .word($0))) }, chains: nil,
            promise: linkagePoints / 2 * min(pairs, Double(degrees[vertex])) / 2 / pairs))
      }
      if degrees[vertex] == 0, !seated.contains(row), let seat = seat(of: row) { found.append(seat) }
      return found
    }
  }

  private func kind(of row: Int, in own: [Int]) -> Candidate {
    let cell = OpenCell(.actors, row: row, column: "kind")
    let required = Set(own.flatMap { network.chains[$0].requires }.map(ExactText.init))
    // One of those that are not required stands for all that demand nothing, another for those that do.
    let others = network.profile.kinds.map(\.id).filter { !required.contains(ExactText($0)) }
    let kinds =
      required.map(\.text).sorted()
      + [others.first { !network.profile.demands($0) }, others.first(where: network.profile.demands)].compactMap { $0 }
    return Candidate(
      cell: cell, trials: kinds.map { scenario((cell, .word($0))) }, chains: own,
      promise: own.reduce(0) { $0 + points[$1] } / 3)
  }

  /// The chain of an actor of which nothing is known but that it is there.
  private func seat(of row: Int) -> Candidate? {
    let kind = network.actors[row].kind
    let judged = network.chains.indices.filter { points[$0] > 0 }
    let chains =
      judged.count <= Self.mostTried ? judged : judged.filter { network.chains[$0].requires.containsExactly(kind) }
    guard !chains.isEmpty else { return nil }
    let cell = OpenCell.seat(of: row)
    let owner = analysis.owners[row]
    let own = ExactText(network.actors[row].id)
    let gains = chains.map { chain in
      network.chains[chain].requires.containsExactly(kind)
        ? points[chain] / Double(2 + 2 * analysis.chains[chain].vertices(ofKind: kind).count) : 0
    }
    return Candidate(
      cell: cell, trials: [Scenario()] + chains.map { scenario((cell, .row($0))) }, chains: nil,
      promise: gains.max() ?? 0, likeness: ExactText("\(kind)\n\(owner == own ? "" : owner.text)"))
  }

  // MARK: - Ties

  private func ties() -> [Candidate] {
    guard !analysis.graph.tiesComeFromConsortia else { return [] }
    let strengths = analysis.chains.map { $0.ties.count < 3 ? 0 : $0.ties.reduce(0) { $0 + $1.strength } }
    return analysis.graph.ties.flatMap { row -> [Candidate] in
      let tie = network.ties[row]
      guard tie.weight > 0, tie.source != tie.target else { return [] }
      let both = Set(chainsOf[tie.source] ?? []).intersection(chainsOf[tie.target] ?? []).sorted()
      let own = both.filter { (tie.chain ?? $0) == $0 && strengths[$0] > 0 && points(of: .vitality, in: $0) > 0 }
      guard let years = own.map({ network.years(of: $0) }).min() else { return [] }
      var found: [(candidate: Candidate, width: Double)] = []
      func ask(_ cells: [String], _ answers: [[CellAnswer]]) {
        let works = answers.map { answers -> Double in
          var changed = tie
          for (column, answer) in zip(cells, answers) { changed.put(answer, in: column) }
          return changed.work(within: years, at: analysis.now).low
        }
        guard let least = works.min(), let most = works.max(), most > least else { return }
        let promise = own.reduce(0) { sum, chain in
          sum + points(of: .vitality, in: chain) * tie.weight / strengths[chain] * (most - least)
        }
        let opens = cells.map { OpenCell(.ties, row: row, column: $0) }
        let trials = answers.map { answers -> Scenario in
          var scenario = Scenario()
          scenario.revisions = zip(opens, answers).map { .cell($0, $1) }
          return scenario
        }
        for cell in opens where network.answers(in: cell).isEmpty {
          found.append((Candidate(cell: cell, trials: trials, chains: own, promise: promise), most - least))
        }
      }
      if tie.stage == nil { ask(["stage"], [[.word("research")], [.word("industrialization")]]) }
      if tie.outcome == nil { ask(["outcome"], Outcome.allCases.map { [.word($0.rawValue)] }) }
      if tie.period.from == nil, let now = analysis.now,
        let old = PartialDate(String(now.year - Int(min(years, Self.mostYears).rounded(.up)) - 2))
      {
        ask(["from"], [[.date(now)], [.date(old)]])
      }
      switch (tie.benefitToSource, tie.benefitToTarget) {
      case (nil, nil):
        ask(["benefit_source", "benefit_target"], [[.number(1), .number(1)], [.number(1), .number(0)]])
      case (let given?, nil): ask(["benefit_target"], [[.number(given)], [.number(given == 0 ? 1 : 0)]])
      case (nil, let given?): ask(["benefit_source"], [[.number(given)], [.number(given == 0 ? 1 : 0)]])
      default: break
      }
      guard !tie.statesCourse else { return found.map(\.candidate) }
      // Any one of them says how it goes: the one that says most, the first of equals.
      return found.enumerated().max { ($0.element.width, $1.offset) < ($1.element.width, $0.offset) }
        .map { [$0.element.candidate] } ?? []
    }
  }
}
