import KesiMeasures
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How university, industry and government come together in the network, a chain or a zone.
public struct TripleHelix: Sendable {
  public enum Scope: Sendable, Equatable {
    case network
    case chain(Int)
    case zone(String)

    public var sort: Sort {
      switch self {
      case .network: .network
      case .chain: .chain
      case .zone: .zone
      }
    }

    public enum Sort: String, Term {
      case network, chain, zone

      public var chinese: [String] {
        switch self {
        case .network: ["全网络"]
        case .chain: ["产业链"]
        case .zone: ["片区"]
        }
      }
    }
  }

  public let scope: Scope
  /// What the spheres are looked for in: the members of each consortium, or, where there are fewer than ten, each actor
  /// with its partners.
  public let unit: Unit
  public let units: Int
  /// T in bits; nil below ten units. A number for those who know it, and no verdict: see `helixSynergy`.
  public let synergy: Double?
  /// The share of tie ends, half a tie each, in each sphere: university, industry, government.
  public let shares: [Double]
  /// In how many units university and industry, university and government, industry and government come together, beside what
  /// dealing the spheres out anew to the same actors gives; none below ten units.
  public let pairs: [Pair]
  /// How many times spheres were dealt out.
  public let draws: Int

  /// Two spheres, and how often they come together.
  public struct Pair: Sendable {
    public let spheres: (Helix, Helix)
    public let observed: Int
    public let expected: Double
    /// Two-sided, corrected for three pairs (Holm).
    public let chance: Double
    let significance: Double

    public var verdict: MixingPair.Verdict {
      chance >= significance ? .expected : Double(observed) < expected ? .fewer : .more
    }
  }

  /// What the pairs say together.
  public var reading: Reading {
    guard !pairs.isEmpty else { return .tooFew }
    if pairs.contains(where: { $0.verdict == .fewer }) { return .apart }
    return pairs.contains { $0.verdict == .more } ? .together : .expected
  }

  /// The share of one sphere.
  public func share(of sphere: Helix) -> Double? { Self.spheres.firstIndex(of: sphere).map { shares[$0] } }

  public enum Reading: String, Term {
    /// Two of the spheres come together less often than by chance.
    case apart
    case expected
    /// None does, and two come together more often.
    case together
    case tooFew = "too few units to tell"

    public var chinese: [String] {
      switch self {
      case .apart: ["少有同在"]
      case .expected: ["与随机相当"]
      case .together: ["常在一起"]
      case .tooFew: ["单元过少，无法判断"]
      }
    }

    public var label: Phrase { Phrase(self == .expected ? "as by chance" : rawValue, zh: chinese[0]) }
  }

  public enum Unit: String, Term {
    case consortium, circle

    public var chinese: [String] {
      switch self {
      case .consortium: ["联合体"]
      case .circle: ["主体及其伙伴"]
      }
    }
  }

  /// Below this number of units nothing can be told.
  static let fewestUnits = 10
  public static let spheres: [Helix] = [.university, .industry, .government]
}

extension Analysis {
  /// The shares of the spheres, T, and how often each two come together, for the network, every chain and every zone.
  ///
  /// - Complexity: O(draws · m) a scope.
  /// - Throws: `Cancelled`.
  public func tripleHelices() throws -> [TripleHelix] {
    let helix = network.actors.map { network.profile.kind($0.kind).helix }
    let zones = groups(by: .zone)
    return try [tripleHelix(.network, graph.actors, helix)]
      + chosenChains.map { try tripleHelix(.chain($0.index), $0.actors, helix) }
      + zones.map { zone in try tripleHelix(.zone(zone.id), zone.vertices.map { graph.actors[$0] }, helix) }
  }

  /// How often spheres are dealt out, and fewer times where units have so many members
  /// that it would take long.
  private func helixDraws(of units: [[Int]]) -> Int {
    draws ?? max(200, min(1_000, 20_000_000 / max(1, units.reduce(0) { $0 + $1.count })))
  }

  private func tripleHelix(_ scope: TripleHelix.Scope, _ actors: [Int], _ helix: [Helix]) throws -> TripleHelix {
    var isMember = [Bool](repeating: false, count: network.actors.count)
    for actor in actors { isMember[actor] = true }
    let chain = if case .chain(let chain) = scope { chain } else { Int?.none }
    let consortia = consortiaMembers(of: chain).map { $0.filter { isMember[$0] } }.filter { !$0.isEmpty }
    let hasConsortia = consortia.count >= TripleHelix.fewestUnits
    let circles = hasConsortia ? [] : circles(of: actors, isMember)
    let ends = sphereEnds(among: actors, of: chain, helix).ends
    let total = ends.reduce(0, +)
    let units = hasConsortia ? consortia : circles
    let (pairs, draws) = try sphereTests(of: units, helix)
    return TripleHelix(
      scope: scope, unit: hasConsortia ? .consortium : .circle, units: units.count,
      synergy: helixSynergy(of: units, helix), shares: ends.map { total > 0 ? $0 / total : 0 }, pairs: pairs,
      draws: draws)
  }

  private func sphereTests(of units: [[Int]], _ helix: [Helix]) throws -> (pairs: [TripleHelix.Pair], draws: Int) {
    guard units.count >= TripleHelix.fewestUnits else { return ([], 0) }
    let spheres = TripleHelix.spheres
    let labels = helix.map { spheres.firstIndex(of: $0) ?? spheres.count }
    let draws = helixDraws(of: units)
    note(draws: draws)
    let tests = try jointPresence(of: units, labels: labels, draws: draws, seed: seed, on: parallel)
    let chances = holm(tests.map { min(1, 2 * min($0.lowerTail, $0.upperTail)) })
    let pairs = [(0, 1), (0, 2), (1, 2)].map { (spheres[$0], spheres[$1]) }
    return (
      zip(pairs, zip(tests, chances)).map { pair, found in
        TripleHelix.Pair(
          spheres: pair, observed: Int(found.0.observed), expected: found.0.expected, chance: found.1,
          significance: thresholds.significance)
      }, draws
    )
  }

  /// Each actor with those of its partners that are of the scope; those without partners there are left out.
  private func circles(of actors: [Int], _ isMember: [Bool]) -> [[Int]] {
    graph.matrix.withRows { rows in
      actors.compactMap { actor in
        let partners = rows[graph.vertex[actor]!].map { graph.actors[Int($0)] }.filter { isMember[$0] }
        return partners.isEmpty ? nil : [actor] + partners
      }
    }
  }

  /// The ties among some actors, of a chain those that name it or none, and how many of their ends, half a tie each, lie
  /// in each sphere.
  func sphereEnds(among actors: [Int], of chain: Int?, _ helix: [Helix]) -> (count: Int, ends: [Double]) {
    var isMember = [Bool](repeating: false, count: network.actors.count)
    for actor in actors { isMember[actor] = true }
    let spheres = TripleHelix.spheres
    let place = helix.map { spheres.firstIndex(of: $0) }
    var ends = [Double](repeating: 0, count: spheres.count)
    var count = 0
    func add(_ source: Int, _ target: Int) {
      count += 1
      for end in [place[source], place[target]] { if let end { ends[end] += 0.5 } }
    }
    if graph.ties.isEmpty {
      // Ties by co-membership or of a graph file: pairs, and no row says which chain one belongs to.
      graph.matrix.symmetrized().forEachTie { one, other, _ in
        let (source, target) = (graph.actors[one], graph.actors[other])
        if isMember[source], isMember[target] { add(source, target) }
      }
    }
    for tie in graph.ties {
      // Fields are read in place: ties are many and wide.
      let (source, target) = (network.ties[tie].source, network.ties[tie].target)
      guard isMember[source], isMember[target], chain == nil || network.ties[tie].chain ?? chain == chain else {
        continue
      }
      add(source, target)
    }
    return (count, ends)
  }
}

/// T = H(u) + H(i) + H(g) − H(ui) − H(ug) − H(ig) + H(uig) in bits, over groups of actors by which spheres they hold; nil
/// below ten groups, where it says nothing.
///
/// Its sign is no verdict. It is 0 where the spheres come independently of each other, and also where all three are always
/// there. It is below 0 where two of them tell more of the third than each alone, be it that they meet or that they shut each
/// other out: twelve groups of one sphere each have −0.415. And chance alone draws it down: of N groups whose spheres are
/// independent it is about −1/(2N ln 2) (Miller 1955: each entropy falls short by its cells less one over 2N ln 2).
///
/// - Source: Leydesdorff, *The mutual information of university–industry–government relations*, Scientometrics 2003.
func helixSynergy(of groups: [[Int]], _ helix: [Helix]) -> Double? {
  guard groups.count >= TripleHelix.fewestUnits else { return nil }
  let marks = groups.map { group in
    TripleHelix.spheres.enumerated().reduce(0) { mark, item in
      group.contains { helix[$0] == item.element } ? mark | 1 << item.offset : mark
    }
  }
  func entropy(_ spheres: Int) -> Double {
    var counts = [Int](repeating: 0, count: 8)
    for mark in marks { counts[mark & spheres] += 1 }
    return -counts.filter { $0 > 0 }.reduce(0) { sum, count in
      let share = Double(count) / Double(marks.count)
      return sum + share * log2(share)
    }
  }
  let sum = entropy(1) + entropy(2) + entropy(4) - entropy(3) - entropy(5) - entropy(6) + entropy(7)
  // What is left of a sum that is 0 is noise.
  return abs(sum) < 1e-12 ? 0 : sum
}

extension Analysis {
  /// The members of each consortium of a chain; of every consortium for the network.
  func consortiaMembers(of chain: Int?) -> [[Int]] {
    let groups = Dictionary(grouping: network.members, by: \.consortium)
    return groups.filter { chain == nil || network.consortia[$0.key].chain == chain }.sorted { $0.key < $1.key }
      .map { $0.value.map(\.actor).filter { graph.vertex[$0] != nil } }
  }
}
