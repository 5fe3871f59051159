import KesiMatrix
import KesiMeasures

/// Ties inside and between zones, chains and kinds, beside what networks with the same degrees have by chance: drawn once
/// for all who ask.
struct TieNull {
  let counts: GroupTieNull
  /// The number under which each group was counted, by its id. Zones and chains below the smallest size that thresholds
  /// allow, and the smallest beyond 26 of a sort, are not; nor are kinds of more than twelve.
  private let numbers: [Grouping: [String: Int]]

  /// Of zones and of chains, and of kinds, so many are counted at most: 64 in all.
  private static let most = 26
  private static let mostKinds = 12

  init?(of survey: GapSurvey) throws {
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
    let sorts: [(Grouping, [ActorGroup])] = [
      (.zone, zones), (.chain, chains), (.kind, kinds.count > Self.mostKinds ? [] : kinds),
    ]
    let groups = sorts.flatMap(\.1)
    guard !groups.isEmpty, survey.graph.matrix.entryCount > 0 else { return nil }
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    counts = try survey.drawnCounts(
      in: groups.map(\.vertices), tests: max(pairs(zones.count), pairs(chains.count), chains.count))
    var numbers: [Grouping: [String: Int]] = [:]
    var next = 0
    for (grouping, groups) in sorts {
      for group in groups {
        numbers[grouping, default: [:]][group.id] = next
        next += 1
      }
    }
    self.numbers = numbers
  }

  /// The number under which a group was counted; nil where it was not.
  func number(of id: String, by grouping: Grouping) -> Int? { numbers[grouping]?[id] }
}

extension GapSurvey {
  /// Draws beyond these many ties in all take minutes.
  private static let mostDrawnTies = 650_000_000

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
    let draws = drawCount(for: tests)
    if let incidence = graph.incidence {
      return try groupTieNull(of: incidence, groups: groups, draws: draws, seed: seed, on: parallel)
    }
    return try groupTieNull(of: graph.matrix, groups: groups, draws: draws, seed: seed, on: parallel)
  }
}

extension GapSurvey {
  /// How many networks are drawn for so many tests at once: what was asked for; else twice what is needed, so that a few
  /// draws as low still leave room, but no more than can be afforded.
  func drawCount(for tests: Int) -> Int {
    let wanted = 2 * Self.drawsNeeded(for: tests, at: thresholds.significance)
    let affordable = Self.mostDrawnTies / max(1, graph.matrix.tieCount)
    return draws ?? max(1000, min(wanted, affordable))
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
}

extension GapSurvey {
  /// What the survey cannot say for want of ties or draws.
  public func unjudged() throws -> Unjudged {
    guard hasTestedGroups, let null = try tieNull() else {
      return Unjudged(chains: [], pairs: 0, allPairs: 0, drawsNeeded: nil)
    }
    let families = try holePairs().map { family in (all: family.count, judged: family.count { $0.isJudged }) }
    let chains = try judgedChains()
    let unjudged = try unjudgedChains()
    let tests = (families.map(\.judged) + [chains.count]).max() ?? 0
    let needed = Self.drawsNeeded(for: tests, at: thresholds.significance)
    return Unjudged(
      chains: unjudged, pairs: families.reduce(0) { $0 + $1.all - $1.judged },
      allPairs: families.reduce(0) { $0 + $1.all }, drawsNeeded: needed > null.counts.draws ? needed : nil)
  }
}
