import Foundation
import KesiCluster
import KesiMatrix
import KesiMeasures
import KesiNetwork
import Synchronization

/// What rankers make of the pairs of a network at a day, held against what came later.
struct Trial {
  /// Which pairs are ranked.
  enum Field: Int, CaseIterable {
    /// Those that may be suggested.
    case admissible
    /// Admissible ones of which an actor takes part in a single project.
    case cold
    /// Admissible ones with a single partner in common.
    case loose
    /// All without a tie two steps apart, whoever has much to do already.
    case all

    func holds(_ pair: RankedPair) -> Bool {
      switch self {
      case .admissible: pair.isAdmissible
      case .cold: pair.isAdmissible && pair.isCold
      case .loose: pair.isAdmissible && pair.common == 1
      case .all: true
      }
    }
  }

  static let first = 50
  static let firstOfActor = 5

  /// For each field and ranker: the projects that came of its first fifty pairs.
  private(set) var projects = [[[Int]]](
    repeating: [[Int]](repeating: [], count: Ranker.allCases.count), count: Field.allCases.count)
  /// Admissible pairs: for each ranker, partners that came of the first five of each actor, the projects they came of, and
  /// over how many actors.
  private(set) var ofActors = [[Int]](repeating: [], count: Ranker.allCases.count)
  private(set) var actorCount = 0
  /// How many pairs there are in a field, and how many of them became partners.
  private(set) var pairs = [Int](repeating: 0, count: Field.allCases.count)
  private(set) var partners = [Int](repeating: 0, count: Field.allCases.count)
  let cut: ProjectHistory.Cut
  let weights: PartnerWeights
  let fittedTies: Int?

  init(_ cut: ProjectHistory.Cut, on parallel: Parallel) throws {
    self.cut = cut
    let analysis = Analysis(of: try NetworkGraph(of: cut.before), on: parallel)
    let score = try PartnerScore(analysis)
    (weights, fittedTies) = (score.weights, score.fittedTies)
    let matrix = analysis.graph.matrix.unweighted()
    var works = [Int](repeating: 0, count: matrix.order)
    for member in cut.before.members { works[member.actor] += 1 }
    let alpha = 0.5 / Self.greatestEigenvalue(of: matrix)
    let logarithms = (0...matrix.order).map { log(Double(max(1, $0))) }
    let (later, counts) = (cut.later, works)
    let sum = Mutex(Found())
    try matrix.withRows { (rows) throws(Cancelled) in
      try parallel.forEachWorker(count: rows.order, grain: 16) { chunks in
        var found = Found()
        while let chunk = chunks.take() {
          for vertex in chunk {
            var own: [RankedPair] = []
            let admitted = Dictionary(
              uniqueKeysWithValues: score.best(for: vertex, limit: .max).map { ($0.partner(of: vertex), $0.sum) })
            rows.walk(from: vertex, alpha, logarithms) { other, common, values in
              var pair = RankedPair(
                a: min(vertex, other), b: max(vertex, other), values: values,
                isAdmissible: admitted[other] != nil, isCold: min(counts[vertex], counts[other]) == 1, common: common)
              pair.values[Ranker.score.rawValue] =
                admitted[other] ?? score.partnership(vertex, other)?.sum ?? -.infinity
              own.append(pair)
            }
            found.add(own, of: vertex, later)
          }
        }
        sum.withLock { $0.add(found) }
      }
    }
    let found = sum.withLock { $0 }
    for field in Field.allCases {
      for ranker in Ranker.allCases {
        projects[field.rawValue][ranker.rawValue] = found.best[field.rawValue][ranker.rawValue]
          .compactMap { later[ProjectHistory.Pair(a: $0.a, b: $0.b)] }
      }
    }
    (ofActors, actorCount, pairs, partners) = (
      found.ofActors.map { $0.sorted() }, found.actors, found.pairs, found.partners
    )
  }

  /// By forty rounds: it only has to keep long ways apart from short ones.
  private static func greatestEigenvalue(of matrix: AdjacencyMatrix) -> Double {
    var vector = [Double](repeating: 1, count: matrix.order)
    var value = 1.0
    matrix.withRows { rows in
      for _ in 0..<40 {
        var next = [Double](repeating: 0, count: rows.order)
        for row in 0..<rows.order { for column in rows[row] { next[row] += vector[Int(column)] } }
        value = max(1, next.max() ?? 1)
        vector = next.map { $0 / value }
      }
    }
    return value
  }

  /// What a worker has found.
  private struct Found {
    var best = [[[RankedPair]]](
      repeating: [[RankedPair]](repeating: [], count: Ranker.allCases.count), count: Field.allCases.count)
    var ofActors = [[Int]](repeating: [], count: Ranker.allCases.count)
    var actors = 0
    var pairs = [Int](repeating: 0, count: Field.allCases.count)
    var partners = [Int](repeating: 0, count: Field.allCases.count)

    mutating func add(_ own: [RankedPair], of vertex: Int, _ later: [ProjectHistory.Pair: Int]) {
      let news = own.filter { $0.a == vertex }
      for field in Field.allCases {
        let held = news.filter(field.holds)
        pairs[field.rawValue] += held.count
        partners[field.rawValue] += held.count { later[ProjectHistory.Pair(a: $0.a, b: $0.b)] != nil }
        for ranker in Ranker.allCases { keep(held, field, ranker) }
      }
      let admissible = own.filter(\.isAdmissible)
      guard admissible.contains(where: { later[ProjectHistory.Pair(a: $0.a, b: $0.b)] != nil }) else { return }
      actors += 1
      for ranker in Ranker.allCases {
        ofActors[ranker.rawValue] += admissible.sorted { $0.precedes($1, by: ranker) }.prefix(Trial.firstOfActor)
          .compactMap { later[ProjectHistory.Pair(a: $0.a, b: $0.b)] }
      }
    }

    mutating func add(_ other: Found) {
      for field in Field.allCases {
        for ranker in Ranker.allCases { keep(other.best[field.rawValue][ranker.rawValue], field, ranker) }
        pairs[field.rawValue] += other.pairs[field.rawValue]
        partners[field.rawValue] += other.partners[field.rawValue]
      }
      for ranker in Ranker.allCases { ofActors[ranker.rawValue] += other.ofActors[ranker.rawValue] }
      actors += other.actors
    }

    private mutating func keep(_ some: [RankedPair], _ field: Field, _ ranker: Ranker) {
      var kept = best[field.rawValue][ranker.rawValue]
      let last = kept.count == Trial.first ? kept.last : nil
      let better = last.map { last in some.filter { $0.precedes(last, by: ranker) } } ?? some
      guard !better.isEmpty else { return }
      kept = Array((kept + better).sorted { $0.precedes($1, by: ranker) }.prefix(Trial.first))
      best[field.rawValue][ranker.rawValue] = kept
    }
  }
}
