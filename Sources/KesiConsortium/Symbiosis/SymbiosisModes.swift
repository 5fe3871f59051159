import KesiCluster
import KesiNetwork

/// In which mode a chain or the whole network lives: that of most strength among its pairs.
public struct SymbiosisModes: Sendable {
  /// An index of the network; nil for the whole.
  public let chain: Int?
  public let pairs: Int
  public let strength: Double
  public let organization: ModeShares<OrganizationMode>
  public let behavior: ModeShares<BehaviorMode>

  init(_ chain: Int?, _ all: [SymbioticPair], by thresholds: Thresholds) {
    self.chain = chain
    pairs = all.count
    strength = all.reduce(0) { $0 + $1.strength }
    organization = ModeShares(all.map { ($0.organization, $0.strength) }, stated: thresholds.statedShare)
    behavior = ModeShares(all.map { ($0.behavior, $0.strength) }, stated: thresholds.statedShare)
  }
}

/// How the strength of some pairs is divided among modes.
public struct ModeShares<Mode: Term & Hashable>: Sendable {
  /// The share of each mode in all strength, also that of which nothing is known; in the order of the modes, those that occur.
  public let shares: [(mode: Mode, share: Double)]
  /// The share of strength of which the mode is known.
  public let stated: Double
  /// The mode of most strength, the less favorable of two alike; nil where too little is known.
  public let mode: Mode?
  /// The modes that have as much as it, itself among them: one at least where there is any.
  let alike: [Mode]

  init(_ strengths: [(mode: Mode?, strength: Double)], stated least: Double) {
    var sums: [Mode: Double] = [:]
    var all = 0.0
    for (mode, strength) in strengths {
      all += strength
      if let mode { sums[mode, default: 0] += strength }
    }
    shares = Mode.allCases.compactMap { mode in sums[mode].map { (mode, all > 0 ? $0 / all : 0) } }
    stated = min(1, shares.reduce(0) { $0 + $1.share })
    // Modes are told from the less to the more favorable.
    let most = shares.map(\.share).max() ?? 0
    alike =
      stated.withoutNoise >= least ? shares.filter { $0.share.withoutNoise >= most.withoutNoise }.map(\.mode) : []
    mode = alike.first
  }
}

extension Analysis {
  /// The modes of the whole network, then of each chain that was chosen, in the order of the tables.
  public func symbiosisModes() -> [SymbiosisModes] {
    let network = graph.network
    let thresholds = network.profile.thresholds
    let ofChains = symbioticPairsOfChains()
    return [SymbiosisModes(nil, symbioticPairs(), by: thresholds)]
      + chosenChains.map { SymbiosisModes($0.index, ofChains[$0.index], by: thresholds) }
  }
}

extension [SymbiosisModes] {
  /// What has to be known of the modes: where two have the same strength, of which one stands.
  package func notes(in network: Network) -> [Phrase] {
    func names(_ tied: [(chain: Int?, modes: [Phrase])], _ language: Language) -> String {
      tied.map { chain, modes in
        let scope = chain.map { network.chains[$0].name(in: language) } ?? Self.whole(language)
        let list = modes.map { $0(language) }.joined(separator: language == .zh ? "、" : " and ")
        return language == .zh ? "\(scope)（\(list)）" : "\(scope) (\(list))"
      }.joined(separator: language == .zh ? "；" : "; ")
    }
    let tied = flatMap { modes in
      [modes.organization.alike.map(\.label), modes.behavior.alike.map(\.label)].filter { $0.count > 1 }
        .map { (chain: modes.chain, modes: $0) }
    }
    guard !tied.isEmpty else { return [] }
    return [
      Phrase(
        "Modes of the same strength, of which the less favorable stands: \(names(tied, .en)).",
        zh: "以下范围有强度相同的模式，取较不利的一种：\(names(tied, .zh))。")
    ]
  }

  private static var whole: Phrase { Phrase("the whole network", zh: "整个网络") }
}
