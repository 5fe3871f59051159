import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Ties inside and between zones, chains and kinds, beside what networks with the same degrees have by chance: drawn once
/// for all who ask.
struct TieNull {
  let counts: GroupTieNull
  private let groups: Groups

  /// Of zones and of chains, and of kinds, so many are counted at most: 64 in all.
  private static let most = 26
  private static let mostKinds = 12

  /// The groups that are counted. Zones and chains below the smallest size that thresholds allow, and the smallest beyond
  /// 26 of a sort, are not; nor are kinds of more than twelve.
  struct Groups {
    /// As vertices.
    let members: [[Int]]
    /// How many counts are held against chance at once.
    let tests: Int
    private let numbers: [Grouping: [ExactText: Int]]

    init(of analysis: Analysis) {
      func largest(_ grouping: Grouping) -> [ActorGroup] {
        let groups = analysis.groups(by: grouping).filter { $0.vertices.count >= analysis.thresholds.smallestGroup }
        let sorted = groups.enumerated().sorted { a, b in
          let (x, y) = (a.element.vertices.count, b.element.vertices.count)
          return x == y ? a.offset < b.offset : x > y
        }
        return sorted.prefix(TieNull.most).map(\.element)
      }
      let kinds = analysis.groups(by: .kind)
      let (zones, chains) = (largest(.zone), largest(.chain))
      func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
      tests = max(pairs(zones.count), pairs(chains.count), chains.count)
      var members: [[Int]] = []
      var numbers: [Grouping: [ExactText: Int]] = [:]
      for (grouping, groups) in [
        (Grouping.zone, zones), (.chain, chains), (.kind, kinds.count > TieNull.mostKinds ? [] : kinds),
      ] {
        for group in groups {
          numbers[grouping, default: [:]][ExactText(group.id)] = members.count
          members.append(group.vertices)
        }
      }
      (self.members, self.numbers) = (members, numbers)
    }

    /// The number under which a group is counted; nil where it is not.
    func number(of id: String, by grouping: Grouping) -> Int? { numbers[grouping]?[ExactText(id)] }
  }

  fileprivate init?(of analysis: Analysis) throws {
    groups = Groups(of: analysis)
    guard !groups.members.isEmpty, analysis.graph.matrix.entryCount > 0 else { return nil }
    counts = try analysis.drawnCounts(in: groups.members, tests: groups.tests)
  }

  /// The number under which a group was counted; nil where it was not.
  func number(of id: String, by grouping: Grouping) -> Int? { groups.number(of: id, by: grouping) }
}

extension Analysis {
  /// What drawing should take unless a number of draws is asked for, in seconds of one processor as estimated from the size
  /// of the network.
  static let mostSeconds = 60.0

  private var secondsForDraws: Double { draws == nil ? Self.mostSeconds : .infinity }

  /// The fewest draws with which, of so many tests at once, one alone can stand out (Holm): the least p is 1/(1 + draws).
  static func drawsNeeded(for tests: Int, at significance: Double) -> Int {
    // At a significance of 0 nothing can stand out, whatever is drawn.
    tests == 0 ? 1 : Int(min(1e12, Double(tests) / significance)) + 1
  }

  /// Where all ties come from one two-mode layer, memberships are drawn: ties of one consortium do not come singly. Actors are in
  /// the order of their ids, whatever that of the tables is, so that draws are the same.
  private var swapSource: any SwapSource { if let incidence = graph.incidence { incidence } else { graph.matrix } }

  /// Ties inside and between groups of vertices, beside those of drawn networks.
  ///
  /// - Parameter tests: how many counts are held against chance at once.
  func drawnCounts(in groups: [[Int]], tests: Int) throws -> GroupTieNull {
    let null = try swapSource.groupTieNull(
      in: groups, draws: drawCount(for: tests), within: secondsForDraws, seed: seed,
      on: parallel)
    note(draws: null.draws)
    return null
  }

  /// About how long it takes one processor to draw for gaps.
  var secondsToDrawAlone: Double {
    GroupTieNull.estimatedSeconds(
      of: swapSource, draws: drawCount(for: TieNull.Groups(of: self).tests), within: secondsForDraws, on: Parallel())
  }

  /// About how long it takes to draw for so many tests.
  func secondsToDraw(tests: Int) -> Double {
    GroupTieNull.estimatedSeconds(
      of: swapSource, draws: drawCount(for: tests), within: secondsForDraws, on: parallel)
  }
}

extension Analysis {
  /// How many networks should be drawn for so many tests at once: what was asked for; else twice what is needed, so that a
  /// few draws as low still leave room.
  func drawCount(for tests: Int) -> Int {
    draws ?? GroupTieNull.equalShares(max(1000, 2 * Self.drawsNeeded(for: tests, at: thresholds.significance)))
  }
}

private enum DrawnTies: AnalysisPart {
  static func value(of analysis: Analysis) throws(any Error) -> TieNull? { try TieNull(of: analysis) }
}

extension Analysis {
  /// Ties inside and between zones and chains, held against chance; nil where there are no such groups or no ties.
  func tieNull() throws -> TieNull? { try part(DrawnTies.self) }

  /// Whether networks were drawn already.
  var hasDrawn: Bool { known(DrawnTies.self) != nil }

  /// Whether there are two zones, or a chain, large enough to be held against chance: else nothing need be drawn.
  var hasTestedGroups: Bool {
    func large(_ grouping: Grouping) -> Int {
      groups(by: grouping).count { $0.vertices.count >= thresholds.smallestGroup }
    }
    return large(.chain) > 0 || large(.zone) > 1
  }
}
