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

  init?(of analysis: Analysis) throws {
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

  /// Where all ties come from one two-mode layer, memberships are drawn: ties of one consortium do not come singly.
  private var swapSource: any SwapSource { if let incidence = graph.incidence { incidence } else { graph.matrix } }

  /// The same in the order of the tables, where draws set out from, with the new number of each vertex: in another order
  /// they are others, as good.
  private var sourceByRow: (any SwapSource, [Int]) {
    let vertices = graph.verticesByRow
    var place = [Int](repeating: 0, count: vertices.count)
    for (row, vertex) in vertices.enumerated() { place[vertex] = row }
    guard let incidence = graph.incidence else { return (graph.matrix.submatrix(keeping: vertices), place) }
    let sets = graph.layers == [Selection.chainsLayer] ? network.chains.map(\.row) : network.consortia.map(\.row)
    return (incidence.renumbered(groups: sets.byRow, members: place), place)
  }

  /// Ties inside and between groups of vertices, beside those of drawn networks.
  ///
  /// - Parameter tests: how many counts are held against chance at once.
  func drawnCounts(in groups: [[Int]], tests: Int) throws -> GroupTieNull {
    let (source, place) = sourceByRow
    return try source.groupTieNull(
      in: groups.map { $0.map { place[$0] } }, draws: drawCount(for: tests), within: secondsForDraws, seed: seed,
      on: parallel)
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
  private let isOnlyOne: Bool

  init?(_ counts: GroupTieNull) {
    guard counts.draws < counts.wanted || !counts.isMixed || counts.isOnlyOne else { return nil }
    (draws, wanted, isOnlyOne) = (counts.draws, counts.wanted, counts.isOnlyOne)
  }

  /// Whether more could be drawn in more time; else the network itself does not give more.
  package var isOfTime: Bool { draws < wanted && !isOnlyOne }

  package var explanation: Phrase {
    if isOnlyOne {
      return Phrase(
        "No other network has the numbers of partners that this one has, so nothing in it can stand out from chance.",
        zh: "在各单位伙伴数不变的条件下，不可能有其他网络，因此无法判断偏多或偏少。")
    }
    guard isOfTime else {
      return Phrase(
        "The ties of this network can hardly be swapped, so the \(draws) networks drawn are much like it: less stands out than might.",
        zh: "本网络的联系几乎无法随机互换，抽取的 \(draws) 个随机网络与其相近，偏多或偏少可能被低估。")
    }
    let seconds = Int(Analysis.mostSeconds)
    return Phrase(
      "Drawing \(wanted) networks would take more than \(seconds) seconds of one processor, so \(draws) were drawn.",
      zh: "抽取 \(wanted) 个随机网络需占用单个处理器 \(seconds) 秒以上，故只抽取了 \(draws) 个。")
  }
}

extension Analysis {
  /// What the analysis cannot say for want of ties or draws.
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
      allPairs: families.reduce(0) { $0 + $1.all },
      drawsNeeded: needed > null.counts.draws && !null.counts.isOnlyOne ? needed : nil,
      shortage: DrawShortage(null.counts))
  }
}
