import KesiMatrix
import KesiMeasures

/// Ties inside and between zones, chains and kinds, beside what networks with the same degrees have by chance: drawn once
/// for all who ask.
struct TieNull {
  let counts: GroupTieNull
  /// The number under which each group was counted, by its id. Zones and chains below the smallest size that thresholds
  /// allow, and the smallest beyond 26 of a sort, are not; nor are kinds of more than twelve.
  private let numbers: [Grouping: [ExactText: Int]]

  /// Of zones and of chains, and of kinds, so many are counted at most: 64 in all.
  private static let most = 26
  private static let mostKinds = 12

  /// The groups that are counted, and how many counts are held against chance at once.
  static func groups(
    of survey: GapSurvey
  ) -> (sorts: [(grouping: Grouping, groups: [ActorGroup])], tests: Int) {
    func largest(_ grouping: Grouping) -> [ActorGroup] {
      let groups = survey.groups(by: grouping).filter { $0.vertices.count >= survey.thresholds.smallestGroup }
      let sorted = groups.enumerated().sorted { a, b in
        let (x, y) = (a.element.vertices.count, b.element.vertices.count)
        return x == y ? a.offset < b.offset : x > y
      }
      return sorted.prefix(Self.most).map(\.element)
    }
    let kinds = survey.groups(by: .kind)
    let (zones, chains) = (largest(.zone), largest(.chain))
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    return (
      [(.zone, zones), (.chain, chains), (.kind, kinds.count > Self.mostKinds ? [] : kinds)],
      max(pairs(zones.count), pairs(chains.count), chains.count)
    )
  }

  init?(of survey: GapSurvey) throws {
    let (sorts, tests) = Self.groups(of: survey)
    let groups = sorts.flatMap(\.groups)
    guard !groups.isEmpty, survey.graph.matrix.entryCount > 0 else { return nil }
    counts = try survey.drawnCounts(in: groups.map(\.vertices), tests: tests)
    var numbers: [Grouping: [ExactText: Int]] = [:]
    var next = 0
    for (grouping, groups) in sorts {
      for group in groups {
        numbers[grouping, default: [:]][ExactText(group.id)] = next
        next += 1
      }
    }
    self.numbers = numbers
  }

  /// The number under which a group was counted; nil where it was not.
  func number(of id: String, by grouping: Grouping) -> Int? { numbers[grouping]?[ExactText(id)] }
}

extension GapSurvey {
  /// What drawing should take unless a number of draws is asked for, in seconds of one processor as estimated from the size
  /// of the network.
  static let mostSeconds = 60.0

  private var secondsForDraws: Double { draws == nil ? Self.mostSeconds : .infinity }

  /// The fewest draws with which, of so many tests at once, one alone can stand out (Holm): the least p is 1/(1 + draws).
  static func drawsNeeded(for tests: Int, at significance: Double) -> Int {
    // At a significance of 0 nothing can stand out, whatever is drawn.
    tests == 0 ? 1 : Int(min(1e12, Double(tests) / significance)) + 1
  }

  /// Ties inside and between groups of vertices, beside those of drawn networks. Where all ties come from one two-mode
  /// layer, memberships are drawn: ties of one consortium do not come singly.
  ///
  /// - Parameter tests: how many counts are held against chance at once.
  func drawnCounts(in groups: [[Int]], tests: Int) throws -> GroupTieNull {
    let count = drawCount(for: tests)
    // Draws set out from the order of the tables: in another order they are others, as good.
    let vertices = graph.verticesByRow
    var place = [Int](repeating: 0, count: vertices.count)
    for (row, vertex) in vertices.enumerated() { place[vertex] = row }
    let groups = groups.map { $0.map { place[$0] } }
    if let incidence = graph.incidence {
      let sets = graph.layers == [Selection.chainsLayer] ? network.chains.map(\.row) : network.consortia.map(\.row)
      return try groupTieNull(
        of: incidence.renumbered(groups: sets.byRow, members: place), groups: groups, draws: count,
        within: secondsForDraws, seed: seed, on: parallel)
    }
    return try groupTieNull(
      of: graph.matrix.submatrix(keeping: vertices), groups: groups, draws: count, within: secondsForDraws, seed: seed,
      on: parallel)
  }

  /// About how long it takes to draw for so many tests.
  func secondsToDraw(tests: Int) -> Double {
    let count = drawCount(for: tests)
    if let incidence = graph.incidence {
      return GroupTieNull.estimatedSeconds(of: incidence, draws: count, within: secondsForDraws, on: parallel)
    }
    return GroupTieNull.estimatedSeconds(of: graph.matrix, draws: count, within: secondsForDraws, on: parallel)
  }
}

extension GapSurvey {
  /// How many networks should be drawn for so many tests at once: what was asked for; else twice what is needed, so that a
  /// few draws as low still leave room.
  func drawCount(for tests: Int) -> Int {
    draws ?? max(1000, 2 * Self.drawsNeeded(for: tests, at: thresholds.significance))
  }
}

/// Where draws cannot tell whether ties are too few.
public struct Unjudged: Sendable {
  /// Chains with so few ties around them that none at all would be no surprise.
  public let chains: [Int]
  /// The same of pairs of zones or chains, and how many pairs were looked at.
  public let pairs: Int
  public let allPairs: Int
  /// The draws it would take for one pair or chain to stand out among all that were tested; nil where there were enough.
  public let drawsNeeded: Int?
  /// What was drawn, where that is less than it should be since more would take long.
  package let shortage: DrawShortage?
}

/// Fewer networks were drawn than wanted, or such as are too like the network itself, since more would take long; who wants
/// them asks for them.
package struct DrawShortage: Sendable {
  package let draws: Int
  package let wanted: Int

  init?(_ counts: GroupTieNull) {
    guard counts.draws < counts.wanted || !counts.isMixed else { return nil }
    (draws, wanted) = (counts.draws, counts.wanted)
  }

  /// Whether more could be drawn in more time; else the network itself does not give more.
  package var isOfTime: Bool { draws < wanted }

  package var explanation: Phrase {
    guard isOfTime else {
      return Phrase(
        "The ties of this network can hardly be swapped, so the \(draws) networks drawn are much like it: less stands out than might.",
        zh: "本网络的联系几乎无法随机互换，抽取的 \(draws) 个随机网络与其相近，偏多或偏少可能被低估。")
    }
    let seconds = Int(GapSurvey.mostSeconds)
    return Phrase(
      "Drawing \(wanted) networks would take more than \(seconds) seconds of one processor, so \(draws) were drawn.",
      zh: "抽取 \(wanted) 个随机网络需占用单个处理器 \(seconds) 秒以上，故只抽取了 \(draws) 个。")
  }
}

extension GapSurvey {
  /// What the survey cannot say for want of ties or draws.
  public func unjudged() throws -> Unjudged {
    guard hasTestedGroups, let null = try tieNull() else {
      return Unjudged(chains: [], pairs: 0, allPairs: 0, drawsNeeded: nil, shortage: nil)
    }
    let families = try holePairs().map { family in (all: family.count, judged: family.count { $0.isJudged }) }
    let chains = try judgedChains()
    let unjudged = try unjudgedChains()
    let tests = (families.map(\.judged) + [chains.count]).max() ?? 0
    let needed = Self.drawsNeeded(for: tests, at: thresholds.significance)
    return Unjudged(
      chains: unjudged, pairs: families.reduce(0) { $0 + $1.all - $1.judged },
      allPairs: families.reduce(0) { $0 + $1.all }, drawsNeeded: needed > null.counts.draws ? needed : nil,
      shortage: DrawShortage(null.counts))
  }
}
