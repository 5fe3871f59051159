import KesiCluster
import KesiMatrix
import KesiNetwork

/// Whether what trials state holds: a true network, tables of it that err, and of each gap that the tables have how often it
/// was found again beside whether the true network has it.
enum Calibration {
  /// What was stated of gaps, in bins, and how many of them hold.
  private struct Bin {
    var gaps = 0
    var stated = 0.0
    var held = 0
  }

  private static let bounds = [0, 0.5, 0.7, 0.9, 1.0]
  private static let networks = 20
  private static let trials = 100

  /// - Returns: rows of Markdown: rates that are right, half and double, with the bins of what was stated; at the right rates
  ///   the kinds of gaps, all bins together.
  static func rows(on parallel: Parallel) throws -> [String] {
    var rows: [String] = []
    for (name, scale) in [("right", 1.0), ("half", 0.5), ("double", 2)] {
      var bins = [Bin](repeating: Bin(), count: bounds.count - 1)
      var kinds: [GapKind: Bin] = [:]
      for seed in 0..<networks {
        let truth = Planting(chains: 8, noise: 0.3, seed: UInt64(70_000 + seed)).cluster.network
        let real = Set(try Analysis(of: NetworkGraph(of: truth), on: parallel).gaps(.quick).map(\.id))
        let tables = Damage(seed: UInt64(seed)).tables(of: truth)
        let analysis = Analysis(of: try NetworkGraph(of: tables), on: parallel)
        let found = try analysis.trials(of: TableErrors(scale: scale), .quick, count: trials)
        for gap in try analysis.gaps(.quick) {
          guard let share = found.again(gap.id)?.share else { continue }
          let bin = bounds.dropFirst().dropLast().count { share >= $0 }
          bins[bin].gaps += 1
          bins[bin].stated += share
          bins[bin].held += real.contains(gap.id) ? 1 : 0
          kinds[gap.kind, default: Bin()].gaps += 1
          kinds[gap.kind]?.stated += share
          kinds[gap.kind]?.held += real.contains(gap.id) ? 1 : 0
        }
      }
      for (place, bin) in bins.enumerated() where bin.gaps > 0 {
        let (low, high) = (percent(bounds[place]), percent(bounds[place + 1]))
        rows.append("| \(name) | \(low)–\(high) | \(cells(bin)) |")
      }
      guard scale == 1 else { continue }
      for kind in GapKind.all { if let bin = kinds[kind] { rows.append("| \(name) | \(kind.id) | \(cells(bin)) |") } }
    }
    return rows
  }

  private static func cells(_ bin: Bin) -> String {
    let count = Double(bin.gaps)
    return "\(bin.gaps) | \(percent(bin.stated / count)) | \(percent(Double(bin.held) / count))"
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

/// Tables of a true network that err at the rates that Kesi assumes, but for actors split or merged. It knows no line of the
/// trials: they go from tables to what may be true, this from what is true to tables.
private struct Damage {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed, use: "damage") }

  func tables(of truth: Network) -> Network {
    var (random, tables) = (random, truth)
    tables.settled = truth.assessment
    func another(like actor: Int) -> Int {
      let alike = truth.actors.indices.filter { truth.actors[$0].kind == truth.actors[actor].kind }
      return alike[random.below(alike.count)]
    }
    var ties: [Tie] = []
    for real in truth.ties {
      if random.unit() >= 0.1 {
        var tie = real
        if random.unit() < 0.05 {
          let end = random.below(2) == 0 ? \Tie.source : \Tie.target
          tie[keyPath: end] = another(like: tie[keyPath: end])
        }
        if random.unit() < 0.1, let from = tie.period.from {
          tie.period.from = PartialDate("\(from.year + (random.below(2) == 0 ? 1 : -1))")
        }
        if tie.source != tie.target { ties.append(tie) }
      }
      if random.unit() < 0.05 {
        var none = real
        (none.source, none.target) = (another(like: real.source), another(like: real.target))
        if none.source != none.target { ties.append(none) }
      }
    }
    tables.ties = Ties(ties)
    tables.positions = []
    for real in truth.positions where random.unit() >= 0.1 {
      var position = real
      if let level = real.level, random.unit() < 0.1, let place = Level.allCases.firstIndex(of: level) {
        let next = place + (random.below(2) == 0 ? 1 : -1)
        position.level = Level.allCases[min(Level.allCases.count - 1, max(0, next))]
      }
      tables.positions.append(position)
    }
    return tables
  }
}
