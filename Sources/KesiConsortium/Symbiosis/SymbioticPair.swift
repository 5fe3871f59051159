import KesiCluster
import KesiNetwork

/// Two actors with all ties between them, and in which mode they live together.
public struct SymbioticPair: Sendable {
  /// What is not stated that a mode would follow from.
  public enum Lack: String, Term {
    /// Nothing of work is assessed in the network; starts of ties; enough years; benefits of both sides.
    case assessment, dates, years, benefits

    public var chinese: [String] {
      switch self {
      case .assessment: ["未作评估"]
      case .dates: ["起止时间"]
      case .years: ["足够的年份"]
      case .benefits: ["双方收益"]
      }
    }
  }

  /// Indices of the network, the lower first.
  public let actors: (Int, Int)
  /// How many ties, of how many kinds, and the sum of their weights.
  public let ties: Int
  public let kinds: Int
  public let strength: Double
  /// Nil where a tie has no start, or nothing has begun.
  public let years: YearsTogether?
  /// What each side gains by the ties that state both; nil where none does.
  public let gains: (Double, Double)?
  /// Nil for “not enough data”.
  public let organization: OrganizationMode?
  public let behavior: BehaviorMode?
  public let lacks: [Lack]

  /// - Parameter ties: between the two, one at least, each of some weight.
  fileprivate init(
    _ actors: (Int, Int), _ ties: [Tie], at now: PartialDate?, isAssessed: Bool, by thresholds: Thresholds
  ) {
    self.actors = actors
    self.ties = ties.count
    kinds = Set(ties.map { ExactText($0.kind) }).count
    strength = ties.reduce(0) { $0 + $1.weight }
    let areDated = ties.allSatisfy { $0.period.from != nil }
    years = areDated ? now.flatMap { YearsTogether(of: ties.map(\.period), at: $0) } : nil
    let stated = ties.compactMap { tie -> (Double, Double)? in
      guard let source = tie.benefitToSource, let target = tie.benefitToTarget else { return nil }
      return tie.source == actors.0 ? (source, target) : (target, source)
    }
    gains = stated.isEmpty ? nil : stated.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
    organization = isAssessed ? years?.mode(kinds: kinds, by: thresholds) : nil
    behavior = isAssessed ? gains.map { BehaviorMode(gains: $0.0, $0.1, by: thresholds) } : nil
    lacks =
      !isAssessed
      ? [.assessment]
      : (organization == nil ? [areDated ? Lack.years : .dates] : []) + (behavior == nil ? [.benefits] : [])
  }
}

extension Analysis {
  /// Whether actors are tied, and none of the ties has a row that could state dates or benefits: ties of a list without
  /// columns, or of shared consortia or chains.
  package var statesNoModes: Bool { graph.ties.isEmpty && graph.matrix.entryCount > 0 }

  /// Every two actors that are tied, in the order of their places, with the modes of their symbiosis.
  ///
  /// - Complexity: O(ties · log ties).
  public func symbioticPairs() -> [SymbioticPair] { pairs(of: graph.ties) }

  /// The same of each chain, by its place: of the ties between two of its actors that name it, or none.
  ///
  /// - Complexity: O(positions + ties · chains of an actor), and the pairs.
  func symbioticPairsOfChains() -> [[SymbioticPair]] {
    let network = graph.network
    let ties = network.ties
    var chains = [Set<Int>](repeating: [], count: network.actors.count)
    for position in network.positions { chains[position.actor].insert(position.chain) }
    var own = [[Int]](repeating: [], count: network.chains.count)
    for tie in graph.ties {
      let shared = chains[ties.source(tie)].intersection(chains[ties.target(tie)])
      guard let named = ties.chain(tie) else {
        for chain in shared { own[chain].append(tie) }
        continue
      }
      if shared.contains(named) { own[named].append(tie) }
    }
    return own.map { pairs(of: $0) }
  }

  private func pairs(of chosen: some Sequence<Int>) -> [SymbioticPair] {
    let network = graph.network
    let ties = network.ties
    var pairs: [UInt64: [Int]] = [:]
    for index in chosen where ties.weight(index) > 0 {
      let (source, target) = (ties.source(index), ties.target(index))
      guard source != target else { continue }
      pairs[UInt64(min(source, target)) << 32 | UInt64(max(source, target)), default: []].append(index)
    }
    let isAssessed = !assessment.isNothing && (network.profile.assess?.isSuperset(of: [.ties, .work]) ?? true)
    return pairs.sorted { $0.key < $1.key }.map { pair, indices in
      SymbioticPair(
        (Int(pair >> 32), Int(pair & 0xFFFF_FFFF)), indices.map { ties[$0] }, at: now, isAssessed: isAssessed,
        by: network.profile.thresholds)
    }
  }
}
