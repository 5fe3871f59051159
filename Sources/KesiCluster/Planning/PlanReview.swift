import KesiNetwork

/// What became of a step of a plan.
package enum StepState: String, Term {
  case done
  case partlyDone = "partly_done"
  case latePartlyDone = "late_partly_done"
  case late, open
  case notNeeded = "not_needed"
  case notPossible = "not_possible"

  package var chinese: [String] {
    switch self {
    case .done: ["已完成"]
    case .partlyDone: ["部分完成"]
    case .latePartlyDone: ["逾期，部分完成"]
    case .late: ["逾期未完成"]
    case .open: ["未完成"]
    case .notNeeded: ["无需再做"]
    case .notPossible: ["无法再做"]
    }
  }

  package var label: Phrase {
    let english = self == .latePartlyDone ? "late, partly done" : String(rawValue.map { $0 == "_" ? " " : $0 })
    return Phrase(english, zh: chinese[0])
  }
}

/// A step of a plan that was written before.
package struct PastStep: Sendable {
  /// As lines of a scenario.
  package let lines: [String]
  /// The ids of the gaps that it was for, as the plan has them, the one that it was made for first; empty for what was decided before
  /// the plan.
  package let gaps: String
  package let deadline: PartialDate?
  /// What was there already, as the plan has it: the ids of those who stood where somebody of their kind was to come, and
  /// capacities that were to be raised (``capacity(of:is:)``); nil where it does not say.
  package let thereBefore: String?

  package init(lines: [String], gaps: String, deadline: PartialDate? = nil, thereBefore: String? = nil) {
    (self.lines, self.gaps, self.deadline, self.thereBefore) = (lines, gaps, deadline, thereBefore)
  }

  /// Whether an actor stood there before somebody of its kind came: the plan says so, or the gap has it as its subject, as
  /// `single_provider:logistics:college:COL3` has. Of a plan that tells neither, everyone may have.
  func knows(_ actor: String, byGapsOnly: Bool) -> Bool {
    guard thereBefore != nil || !gaps.isEmpty else { return true }
    if Self.names(actor, in: gaps, between: ":;,\n") { return true }
    return !byGapsOnly && Self.names(actor, in: thereBefore ?? "", between: ";\n")
  }

  /// How a plan has it that the capacity of a chain stood at some amount.
  package static func capacity(of chain: String, is amount: Double) -> String {
    "\(chain) capacity=\(amount.withoutNoise.plain)"
  }

  /// The capacity of a chain when the plan was written; nil where the plan does not say.
  func capacityBefore(of chain: String) -> Double? {
    let start = Array("\(chain) capacity=".utf8)
    for part in (thereBefore ?? "").utf8.split(whereSeparator: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") })
    where part.starts(with: start) {
      return Double(decimal: String(decoding: part.dropFirst(start.count), as: UTF8.self))
    }
    return nil
  }

  private static func names(_ actor: String, in cell: String, between marks: String) -> Bool {
    let (own, id, ends) = (Array(cell.utf8), Array(actor.utf8), Array(marks.utf8))
    guard !id.isEmpty, own.count >= id.count else { return false }
    // Ids may hold such marks themselves.
    return (0...(own.count - id.count)).contains { start in
      let end = start + id.count
      return (start == 0 || ends.contains(own[start - 1])) && (end == own.count || ends.contains(own[end]))
        && own[start..<end].elementsEqual(id)
    }
  }

  /// Whether a gap is the one that it was made for.
  fileprivate func isFor(_ id: ExactText) -> Bool {
    let (own, other) = (Array(gaps.utf8), Array(id.text.utf8))
    guard own.starts(with: other) else { return false }
    return own.count == other.count
      || [UInt8(ascii: ";"), UInt8(ascii: "\n"), UInt8(ascii: ",")].contains(own[other.count])
  }

  /// Whether it is to bring together who worked together before.
  var renews: Bool { gaps.hasPrefix(GapKind.intermittent.id + ":") }

  /// Whether it was for a gap of the tables, not for one that steps before it were to open.
  fileprivate var isOfTables: Bool { !gaps.isEmpty && !isAboutNewcomer }

  /// Whether a subject of its gaps is a newcomer, whose id is like `new:platform:1`.
  private var isAboutNewcomer: Bool {
    let parts = gaps.unicodeScalars.split { ":;,\n+".unicodeScalars.contains($0) }
      .map { String(String.UnicodeScalarView($0)) }
    return parts.indices.dropLast(2).contains { place in
      let number = parts[place + 2].utf8
      let rest = number.drop { (0x30...0x39).contains($0) }
      return (parts[place].isExactly("new") || parts[place].ends(with: "--new")) && rest.count < number.count
        && (rest.isEmpty || rest.starts(with: "--".utf8))
    }
  }
}

/// How a step of a plan stands by today's tables.
package struct StepReview: Sendable {
  package let state: StepState
  /// What is left of it, as lines of a scenario for today's tables; nothing where it is done, or not to be done any more.
  package private(set) var left: [String] = []
  /// The cluster index before and after what is left, what is left of the steps before it being done; nil where nothing is left.
  package private(set) var before: Double?
  package private(set) var after: Double?
  /// What it has brought: today's cluster index less the index without it; nil where the tables cannot tell.
  package private(set) var achieved: Double?
  /// How near at hand the new ties are that are left, as of a step; nil where nobody of the tables is to meet.
  package private(set) var plausibility: Double?
  /// The gap that it was for, by its id, where it is there today.
  package private(set) var gap: String?
  /// Why it cannot be done any more, or why it is open though those who were to meet have met.
  package private(set) var reason: Phrase?
  /// Who stood there already, for who reads it once more: as the plan has it, or else as its gaps and today's tables tell.
  package let thereBefore: String
}

extension Analysis {
  /// What became of the steps of a plan that was written before, in their order, each by what it counts as done.
  ///
  /// A step that nobody has begun is no longer needed where the gap that it was for is gone; one that is not done, where what is left
  /// of it would add nothing to the cluster index once what is left of those before it is done; of one that was decided before the
  /// plan nobody asks. One whose pairs have worked together to no satisfaction is open, be its gap gone or not.
  ///
  /// - Complexity: two indices for each step, and the quick kinds of gaps.
  package func review(of steps: [PastStep]) throws -> [StepReview] {
    guard let now = clusterIndex()?.value else { return [] }
    let trial = ClusterTrial(self)
    let today = try gaps(isLargeCluster ? .quick : .all).map { ExactText($0.id) }
    let score = try partnerScore()
    var lines = LineReading(trial.network)
    var parser = ScenarioParser(network: trial.network)
    var value = now
    return try steps.map { step -> StepReview in
      let found: [LineProgress]
      do throws(UnknownWord) {
        found = try step.lines.map { line throws(UnknownWord) in try lines.progress(of: line, in: step) }
      } catch {
        return StepReview(
          state: .notPossible, reason: trial.network.absence(in: step.lines) ?? error.message,
          thereBefore: step.thereBefore ?? "")
      }
      let thereBefore = step.thereBefore ?? found.flatMap(\.thereBefore).joined(separator: ";")
      let achieved = try trial.indexWithout(found).map { now - $0 }
      let left = found.flatMap(\.left)
      if found.allSatisfy({ $0.stage == .done }) {
        return StepReview(state: .done, achieved: achieved, thereBefore: thereBefore)
      }
      var next = parser
      for line in left { try next.read(line: line[...]) }
      let after = try trial.analysis(of: next.scenario.applied(to: trial.network).network).clusterIndex()?.value ?? 0
      let isBegun = found.contains { $0.stage != .open }
      let gap = today.first(where: step.isFor)
      // What has been begun may have closed the gap, and is worth to be finished where it adds something.
      let isThere =
        try isBegun || !step.isOfTables || gap != nil
        || trial.analysis(of: parser.scenario.applied(to: trial.network).network).gaps(.quick)
          .contains { step.isFor(ExactText($0.id)) }
      // A tie that came to nothing may have closed the gap on paper, and one more beside it may add nothing.
      let disappointed = found.flatMap(\.disappointed)
      let isNeeded = step.gaps.isEmpty || !disappointed.isEmpty || isThere && after - value >= Self.leastGain
      guard isNeeded else {
        return StepReview(state: .notNeeded, achieved: achieved, thereBefore: thereBefore)
      }
      let isLate = step.deadline.flatMap { deadline in self.now.map { deadline.latest < $0.earliest } } ?? false
      let before = value
      (parser, value) = (next, after)
      return StepReview(
        state: isLate ? isBegun ? .latePartlyDone : .late : isBegun ? .partlyDone : .open, left: left, before: before,
        after: after, achieved: achieved, plausibility: try score.plausibility(of: left, in: trial.network),
        gap: gap?.text, reason: trial.network.disappointment(of: disappointed), thereBefore: thereBefore)
    }
  }
}

extension ClusterTrial {
  /// The index without what has come of the lines of a step; nil where nothing has, or the tables do not tell how it was before.
  fileprivate func indexWithout(_ found: [LineProgress]) throws -> Double? {
    let pairs = found.reduce(into: Set<[Int]>()) { $0.formUnion($1.pairs) }
    let renewed = found.reduce(into: Set<[Int]>()) { $0.formUnion($1.renewed) }
    let seats = found.flatMap(\.seats)
    let raised = found.flatMap(\.raised)
    let revived = found.flatMap(\.revived)
    guard found.allSatisfy({ $0.stage == .open || $0.isReckonable }),
      !pairs.isEmpty || !seats.isEmpty || !raised.isEmpty || !revived.isEmpty
    else { return nil }
    var before = network
    before.settled = network.assessment
    before.ties = Ties(
      network.ties.indices.filter { row in
        let pair = network.ends(row)
        let isOfStep = network.isRunning(row) || !renewed.contains(pair) && network.hasSucceeded(row)
        return !(pairs.contains(pair) && isOfStep)
      }.map { row in
        var tie = network.ties[row]
        // Whatever it had stalled at, a tie that has works as little.
        if revived.contains(row) { tie.outcome = .unsatisfactory }
        return tie
      })
    before.positions = network.positions.filter { position in
      !seats.contains { $0.actor == position.actor && $0.chain == position.chain }
    }
    for (chain, amount) in raised { before.chains[chain].capacity = amount }
    return try analysis(of: before).clusterIndex()?.value
  }
}

extension PartnerScore {
  /// The least plausible new tie among some lines of a scenario; nil where there is none.
  fileprivate func plausibility(of lines: [String], in network: Network) throws -> Double? {
    var parser = ScenarioParser(network: network)
    for line in lines { try parser.read(line: line[...]) }
    return parser.scenario.added.map { plausibility($0.source, $0.target) }.filter(\.isFinite).min()
  }
}
