import Foundation
import KesiCluster
import KesiMatrix
import KesiNetwork
import Synchronization

/// Puts known gaps into clusters and asks which of them Kesi finds; writes the answer as Markdown.
@main
enum Planted {
  static let parallel = Parallel(threads: 2)

  static func main() throws {
    // One part by itself, by its name.
    let part = CommandLine.arguments.dropFirst().first
    if part == nil { print(heading) }
    for (name, write) in [
      ("structural", structural), ("chance", chance), ("power", power), ("calibration", calibration),
    ] where part == nil || part == name { try write() }
  }

  /// How often what is said to hold does.
  private static func calibration() throws {
    print("\n## Whether what trials state holds\n")
    print("| rates assumed | found again in, or kind | gaps | on average | hold in the true network |")
    print("|---|---|---:|---:|---:|")
    for row in try Calibration.rows(on: parallel) { print(row) }
  }

  private struct Score {
    var hits = 0
    var planted = 0
    var found = 0

    var recall: String { planted == 0 ? "" : rounded(Double(hits) / Double(planted)) }
    var precision: String { found == 0 ? "" : rounded(Double(hits) / Double(found)) }
  }

  /// Recall and precision of what is planted, by kind, size and noise.
  private static func structural() throws {
    print("\n## Structural kinds\n")
    let sizes = [(12, 20), (36, 10), (96, 4)]
    let noises = [0, 0.1, 0.3]
    var scores: [GapKind: [String: Score]] = [:]
    var columns: [String] = []
    for (chains, networks) in sizes {
      for noise in noises {
        let column = "\(chains) chains, noise \(noise)"
        columns.append(column)
        for seed in 0..<networks {
          let number = UInt64(1 + seed + 1000 * chains)
          var planting = Planting(chains: chains, noise: noise, seed: number)
          planting.trade(seed: number)
          let network = planting.cluster.network
          let analysis = Analysis(of: try NetworkGraph(of: network), draws: 16, on: parallel)
          let found = Set(try analysis.gaps().map { Mark($0, in: network) })
          for kind in GapKind.all where kind.cost != .draws {
            let (planted, told) = (planting.truth.filter { $0.kind == kind }, found.filter { $0.kind == kind })
            scores[kind, default: [:]][column, default: Score()].planted += planted.count
            scores[kind]![column]!.found += told.count
            scores[kind]![column]!.hits += planted.intersection(told).count
          }
        }
      }
    }
    print("| kind | planted | recall | precision | " + columns.joined(separator: " | ") + " |")
    print("|---|---:|---:|---:|" + columns.map { _ in "---|" }.joined())
    for kind in GapKind.all {
      guard let row = scores[kind] else { continue }
      let all = row.values.reduce(into: Score()) { sum, score in
        sum.hits += score.hits
        sum.planted += score.planted
        sum.found += score.found
      }
      let cells = columns.map { "\(row[$0]!.recall) / \(row[$0]!.precision)" }
      print(
        "| \(kind.id) | \(all.planted) | \(all.recall) | \(all.precision) | \(cells.joined(separator: " | ")) |")
    }
  }

  /// How often the tests speak where there is nothing to speak of. Networks are many and small: each takes one thread.
  private static func chance() throws {
    print("\n## Statistical kinds where there is nothing\n")
    let networks = 4000
    let sum = Mutex(ChanceCounts())
    let failure = Mutex<(any Error)?>(nil)
    // Takes some minutes: how far it is goes to standard error.
    let told = Parallel(threads: parallel.threads) { done, all in
      if done % 400 == 0 { FileHandle.standardError.write(Data("\(done) of \(all) networks\n".utf8)) }
    }
    try told.forEachWorker(count: networks, grain: 16) { chunks in
      while let chunk = chunks.take() {
        do {
          for seed in chunk {
            let counts = try ChanceCounts(seed: UInt64(seed))
            sum.withLock { $0.add(counts) }
          }
        } catch {
          failure.withLock { $0 = error }
        }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    let all = sum.withLock { $0 }
    print("| what | how often | of | rate |")
    print("|---|---:|---:|---:|")
    for (name, hits, tests) in [
      ("a chain's ties too few at 5 %, one test", all.chainHits, all.chainTests),
      ("two zones' ties too few at 5 %, one test", all.zoneHits, all.zoneTests),
      ("a network with any thin_chain (Holm over 6 chains)", all.anyThin, networks),
      ("a network with any two zones tied too little (Holm over 15 pairs)", all.anyPair, networks),
      ("a network with any structural_hole (the same)", all.anyHole, networks),
    ] { print("| \(name) | \(hits) | \(tests) | \(percent(Double(hits) / Double(tests))) |") }
  }

  /// How often they speak where ties are missing on purpose.
  private static func power() throws {
    print("\n## Statistical kinds where ties are missing\n")
    print("| planted | networks | recall | precision |")
    print("|---|---:|---:|---:|")
    for share in [0, 0.25, 0.5] {
      var score = Score()
      for seed in 0..<100 {
        let network = ChanceStudy.thin(share: share, seed: UInt64(5000 + seed))
        let found = try Analysis(of: NetworkGraph(of: network), on: parallel).gaps().filter { $0.kind == .thinChain }
        score.planted += 1
        score.found += found.count
        score.hits += found.contains { $0.chain == 0 } ? 1 : 0
      }
      print("| thin_chain, \(percent(share)) of its ties left | 100 | \(score.recall) | \(score.precision) |")
    }
    for noise in [0, 0.005, 0.01] {
      var score = Score()
      let truth = Set(ChanceStudy.apart.map { Mark(.structuralHole, ["Z\($0.0)", "Z\($0.1)"]) })
      for seed in 0..<100 {
        let network = ChanceStudy.ring(noise: noise, seed: UInt64(9000 + seed))
        let found = try Analysis(of: NetworkGraph(of: network), on: parallel).gaps()
          .filter { $0.kind == .structuralHole }.map { Mark($0, in: network) }
        score.planted += truth.count
        score.found += found.count
        score.hits += truth.intersection(found).count
      }
      print(
        "| structural_hole, zones of a ring that are no neighbors, \(percent(noise)) of ties anywhere | 100 | \(score.recall) | \(score.precision) |"
      )
    }
  }

  private static func rounded(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func percent(_ share: Double) -> String { "\(Double(Int((share * 1000).rounded())) / 10) %" }

  private static let heading = """
    # Planted gaps

    Clusters without gaps are made, known gaps are put into them, and Kesi is asked (`swift run -c release planted >
    GAPS.md`, in this folder; sources in `Sources/planted`). A gap counts as found only with the right subjects and chain.
    Chains have sixteen actors each; noise is the share of blank cells, of ties that nobody planned, of unsatisfactory or
    young projects, and how uneven benefits are. The generator knows no line of the finders.

    What to read from it: the structural kinds are definitions, so recall and precision ask whether the code keeps to them
    among other gaps and noise. Ties held against chance are tests: where there is nothing (4,000 networks) they should speak
    as often as they say (5 %), since draws are as good as independent (`groupTieNull`). A structural_hole goes by its test
    alone: brokers, which a few stray ties make, lower its severity and do not close it.

    The last table asks whether `--missing` can be believed: a true network with planted gaps (twenty, of eight chains), tables
    made of it with errors at the rates that are assumed, half of them, or double, the gaps of these tables by how often trials
    found them again, and how many of them the true network has. Actors split or merged are not among the errors made. Of what
    is found again in nine of ten trials 94 % is true, 81 % where half the rates are assumed, all of it where double. Below that
    the share is not the chance that a gap is true: many gaps were made by a row that is missing, and stay as long as trials do
    not put that very row back. So only a high certainty can be built on.
    """
}
