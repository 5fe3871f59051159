import KesiMatrix

/// About what draws cost on one processor: so many are made as can be afforded, and who waits is told for how long.
package struct DrawCost {
  /// So many chains share the draws: enough for many threads, few enough for what each needs before its first draw.
  static let chains = 16
  /// No chain makes fewer draws than these, however long they take, unless fewer are asked for.
  static let fewestOfChain = 7
  /// What most networks need between draws, and what is granted however long it takes.
  private static let usualApart = 3
  private static let fewestApart = 8
  /// No more rounds than these lie between draws, where nearly every swap is refused.
  private static let mostApart = 400

  let secondsPerRound: Double
  let secondsPerCount: Double

  /// In the caches, and beyond them.
  init(ties: Int) {
    secondsPerRound = Double(ties / 2) * (ties < 1 << 16 ? 100e-9 : 500e-9)
    secondsPerCount = 5e-9 * Double(ties)
  }

  init(_ incidence: IncidenceMatrix) {
    let looks = (0..<incidence.groupCount).reduce(0.0) { sum, group in
      let size = Double(incidence.members(of: group).count)
      return sum + size * size
    }
    // Each membership is looked for once a round in a group as large as its own, several places at once.
    secondsPerRound = Double(incidence.pairCount / 2) * 100e-9 + 0.1e-9 * looks
    secondsPerCount = 3e-9 * looks
  }

  /// How many of so many draws a chain makes: together they make all.
  static func share(of draws: Int, chain: Int = 0) -> Int { draws / chains + (chain < draws % chains ? 1 : 0) }

  /// How far apart draws may lie for the fewest that are made to keep within so many seconds.
  func mostApart(within seconds: Double) -> Int {
    let rounds = seconds / Double(Self.chains) / Double(4 + Self.fewestOfChain) / max(1e-9, secondsPerRound)
    return Int(min(Double(Self.mostApart), max(Double(Self.fewestApart), rounds)))
  }

  /// How many of so many draws a chain can afford.
  func affordable(_ wanted: Int, within seconds: Double, apart: Int) -> Int {
    let start = Double(4 * apart) * secondsPerRound
    let draw = Double(apart) * secondsPerRound + secondsPerCount
    let count = min(Double(wanted), (seconds / Double(Self.chains) - start) / max(1e-12, draw))
    return min(wanted, max(Self.fewestOfChain, Int(max(0, count))))
  }

  /// What all draws take on so many threads.
  func seconds(draws: Int, within seconds: Double, threads: Int) -> Double {
    let apart = Self.usualApart
    let made = affordable(Self.share(of: draws), within: seconds, apart: apart)
    let chain = Double((4 + made) * apart) * secondsPerRound + Double(made) * secondsPerCount
    return chain * Double((Self.chains + threads - 1) / max(1, threads))
  }
}

/// What networks are drawn from by random swaps: ties, or memberships.
package protocol SwapSource: Sendable {
  /// What its draws cost.
  var drawCost: DrawCost { get }

  /// Its ties inside and between groups, beside those of drawn networks.
  func groupTieNull(
    in groups: [[Int]], draws: Int, within seconds: Double, seed: UInt64, on parallel: Parallel
  ) throws(Cancelled) -> GroupTieNull
}

extension AdjacencyMatrix: SwapSource {
  package var drawCost: DrawCost { DrawCost(ties: tieCount) }

  package func groupTieNull(
    in groups: [[Int]], draws: Int, within seconds: Double, seed: UInt64, on parallel: Parallel = Parallel()
  ) throws(Cancelled) -> GroupTieNull {
    try KesiMeasures.groupTieNull(of: self, groups: groups, draws: draws, within: seconds, seed: seed, on: parallel)
  }
}

extension IncidenceMatrix: SwapSource {
  package var drawCost: DrawCost { DrawCost(self) }

  package func groupTieNull(
    in groups: [[Int]], draws: Int, within seconds: Double, seed: UInt64, on parallel: Parallel = Parallel()
  ) throws(Cancelled) -> GroupTieNull {
    try KesiMeasures.groupTieNull(of: self, groups: groups, draws: draws, within: seconds, seed: seed, on: parallel)
  }
}

extension GroupTieNull {
  /// So many draws or a few more, such that each chain makes as many as any other.
  package static func equalShares(_ draws: Int) -> Int { DrawCost.share(of: draws) * DrawCost.chains }

  /// About how many seconds drawing takes. Good to a
  /// factor of three where few swaps are refused.
  package static func estimatedSeconds(
    of source: some SwapSource, draws: Int, within seconds: Double = .infinity, on parallel: Parallel
  ) -> Double {
    source.drawCost.seconds(draws: draws, within: seconds, threads: parallel.threads)
  }
}
