import KesiMatrix
import KesiNetwork

/// A cell of the tables that nobody has filled in, with what hangs on it.
public struct Question: Sendable {
  public let cell: OpenCell
  /// What is asked, in a sentence.
  public let sentence: Phrase
  /// Out of what the answer is chosen; nothing where it is a number or a date.
  public let choices: [CellAnswer]
  /// Who can tell, an index of the network; nil where the tables do not say.
  public let whom: Int?
  /// Where the cluster index (0…100, the lower end) comes to lie by the least and the most favorable answer.
  public let index: Interval
  /// The chain whose index hangs on it most, an index of the network, with where that index comes to lie; nil where none does.
  public let chain: (number: Int, range: Interval)?
  /// The chains whose verdict hangs on it, with the verdicts that answers lead to, the least favorable answer first.
  public let verdicts: [(chain: Int, verdicts: [ChainIndex.Verdict])]
  /// The least and the most favorable answer.
  package let extremes: [Scenario]

  /// What hangs on the answer: points of the cluster index.
  public var effect: Double { index.width.withoutNoise }
}

extension Analysis {
  /// So many processor-seconds are given to answers, and so many questions are tried however long it takes.
  private static let secondsForAnswers = 15.0
  private static let fewestTried = 20
  /// What is told apart from nothing, in points and as a share of them in a chain index.
  private static let least = 1e-9

  /// The cells that are empty and whose answer would move the cluster index, a chain index or a verdict, those on which most
  /// hangs first: by K with the most favorable answer less K with the least favorable one, then by how many verdicts would
  /// change, then by the chain index.
  ///
  /// The tables are changed as a scenario would change them and the indices are found anew, what is asked being held. An open
  /// number may be so great that nothing is met. Of a tie of which nothing is stated one cell is asked: any one of them says
  /// how it goes. An empty end says that a tie goes on, and is no question.
  ///
  /// - Returns: the questions, none where the cluster has no index; and how many open cells were not tried for want of time,
  ///   those of which least is to be expected.
  /// - Complexity: for each answer O(n + m) for each chain that it touches; where it seats somebody, an index of the whole.
  public func questions() throws -> (questions: [Question], untried: Int) {
    guard !graph.isPart, clusterIndex() != nil, let trial = AnswerTrial(self) else { return ([], 0) }
    let candidates = OpenCells(self).all()
    let tried = affordable(candidates)
    let outcomes = try outcomes(of: tried, by: trial)
    let found = zip(tried, outcomes).compactMap { question($0, $1) }
    let order = found.indices.sorted { a, b in
      let (x, y) = (found[a], found[b])
      if x.effect != y.effect { return x.effect > y.effect }
      if x.verdicts.count != y.verdicts.count { return x.verdicts.count > y.verdicts.count }
      let (p, q) = (x.chain?.range.width.withoutNoise ?? 0, y.chain?.range.width.withoutNoise ?? 0)
      return p == q ? a < b : p > q
    }
    return (order.map { found[$0] }, candidates.count - tried.count)
  }

  /// The candidates of which most is to be expected, as far as there is time for them.
  private func affordable(_ candidates: [OpenCells.Candidate]) -> [OpenCells.Candidate] {
    let order = candidates.indices.sorted { a, b in
      let (x, y) = (candidates[a].promise, candidates[b].promise)
      return x == y ? a < b : x > y
    }
    let rows = Double(graph.matrix.order + graph.matrix.entryCount + network.positions.count)
    var spent = 0.0
    var known = Set<ExactText>()
    var taken: [Int] = []
    for place in order {
      let candidate = candidates[place]
      let isCopy = candidate.likeness.map { known.contains($0) } ?? false
      // An estimate, not a measurement: a chain is found anew in some 0.1 µs a row, the whole with all its chains.
      let chains = candidate.chains.map { Double($0.count) } ?? Double(network.chains.count + 4)
      let cost = isCopy ? 0 : rows * chains * Double(candidate.trials.count) * 1e-7
      guard taken.count < Self.fewestTried || spent + cost <= Self.secondsForAnswers else { continue }
      spent += cost
      if let likeness = candidate.likeness { known.insert(likeness) }
      taken.append(place)
    }
    return taken.sorted().map { candidates[$0] }
  }

  /// What each answer to each of some questions leads to; those that are alike are tried once.
  private func outcomes(
    of candidates: [OpenCells.Candidate], by trial: AnswerTrial
  ) throws -> [[(trial: Int, outcome: AnswerTrial.Outcome)]] {
    var first: [ExactText: Int] = [:]
    var trials: [(candidate: Int, trial: Int)] = []
    for (place, candidate) in candidates.enumerated() {
      if let likeness = candidate.likeness {
        if first[likeness] != nil { continue }
        first[likeness] = place
      }
      trials += candidate.trials.indices.map { (place, $0) }
    }
    let jobs = trials
    let found = try parallel.map(count: jobs.count) { place in
      let candidate = candidates[jobs[place].candidate]
      return try trial.outcome(of: candidate.trials[jobs[place].trial], touching: candidate.chains)
    }
    var outcomes = [[(trial: Int, outcome: AnswerTrial.Outcome)]](repeating: [], count: candidates.count)
    for (job, outcome) in zip(jobs, found) {
      if let outcome { outcomes[job.candidate].append((job.trial, outcome)) }
    }
    return candidates.indices.map { place in
      outcomes[candidates[place].likeness.flatMap { first[$0] } ?? place]
    }
  }

  /// Nil where nothing hangs on it.
  private func question(
    _ candidate: OpenCells.Candidate, _ outcomes: [(trial: Int, outcome: AnswerTrial.Outcome)]
  ) -> Question? {
    let order = outcomes.sorted { ($0.outcome.index, $0.trial) < ($1.outcome.index, $1.trial) }
    let ordered = order.map(\.outcome)
    guard let worst = ordered.first, let best = ordered.last else { return nil }
    var verdicts: [(chain: Int, verdicts: [ChainIndex.Verdict])] = []
    var hit: (number: Int, range: Interval)?
    for chain in worst.chains.keys.sorted() {
      let ends = ordered.compactMap { $0.chains[chain]?.range?.low }
      if let low = ends.min(), let high = ends.max(), high - low > max(Self.least, hit?.range.width ?? 0) {
        hit = (chain, Interval(low, high))
      }
      var seen: [ChainIndex.Verdict] = []
      for verdict in ordered.compactMap({ $0.chains[chain]?.verdict }) where !seen.contains(verdict) {
        seen.append(verdict)
      }
      if seen.count > 1 { verdicts.append((chain, seen)) }
    }
    guard best.index - worst.index > Self.least || hit != nil || !verdicts.isEmpty else { return nil }
    return Question(
      cell: candidate.cell, sentence: sentence(for: candidate.cell), choices: choices(for: candidate.cell),
      whom: informant(of: candidate.cell), index: Interval(worst.index, best.index), chain: hit, verdicts: verdicts,
      extremes: [order[0], order[order.count - 1]].map { candidate.trials[$0.trial] })
  }
}
