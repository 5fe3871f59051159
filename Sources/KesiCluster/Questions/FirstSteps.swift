import KesiNetwork

/// With what a plan begins today, and what it would begin with once a cell is answered.
package struct FirstSteps: Sendable {
  package enum Change: Sendable, Equatable {
    /// By neither the least nor the most favorable answer another step comes first.
    case none
    /// It comes first by one of the two; nothing where no step gains then.
    case other(Phrase)
    case notTried
  }

  /// Nil where no step gains.
  package let today: Phrase?
  /// In the order of the questions.
  package let changes: [Change]
}

extension Analysis {
  /// So many processor-seconds are given to finding out which step comes first.
  private static let secondsForFirstSteps = 10.0

  /// Whether the least or the most favorable answer to questions would change with which step a plan begins. Those are tried that
  /// there is time for, in the order in which they stand.
  ///
  /// Gaps that take long to find are taken to be as they are, and how well two would fit as partners as well.
  ///
  /// - Complexity: for two answers to each question the gaps that are quick to find, and an index for each way to close one.
  package func firstSteps(after questions: [Question]) throws -> FirstSteps {
    guard let trial = AnswerTrial(self), let value = clusterIndex()?.value else {
      return FirstSteps(today: nil, changes: questions.map { _ in .notTried })
    }
    let (open, ends) = (try gaps(isLargeCluster ? .quick : .all), try PlausibleEnds(self))
    let slow = open.filter { $0.kind.cost != .quick }
    let today = try firstStep(from: value, closing: open, by: ends)
    let own = today.map { firstWork($0) }
    // Each answer asks for about as many indices as today has ways.
    let ways = candidates(for: open, by: ends, most: .max, knowing: network.actors.count).count
    let affordable = indicesWithin(seconds: Self.secondsForFirstSteps) / max(1, 2 * ways)
    let tried = Array(questions.prefix(affordable))
    let gists = Set((today?.remedies ?? []).map(\.gist))
    let changes = try tried.map { question -> FirstSteps.Change in
      for scenario in question.extremes {
        guard let after = try trial.analysis(of: scenario), let value = after.clusterIndex()?.value else { continue }
        let open = try after.gaps(.quick) + slow
        let step = try after.firstStep(from: value, closing: open, by: ends, knowing: network.actors.count)
        if Set((step?.remedies ?? []).map(\.gist)) != gists {
          return .other(step.map { after.firstWork($0) } ?? Phrase("no step would gain", zh: "没有可提高指数的措施"))
        }
      }
      return .none
    }
    let untried = [FirstSteps.Change](repeating: .notTried, count: questions.count - tried.count)
    return FirstSteps(today: own, changes: changes + untried)
  }

  private func firstWork(_ step: PlanStep) -> Phrase { work(of: step.remedies, namesChain: true) }
}

extension Remedy {
  /// What it is about, whatever its details: who comes into a chain, not with whom it works there.
  fileprivate var gist: Remedy {
    if case .position(let kind, let chain, _, _) = self { .position(kind: kind, chain: chain) } else { subject }
  }
}
