import KesiMatrix
import KesiNetwork

/// How the ranks of actors by their measures vary in networks that may be the true one, given tables that err.
public struct MeasureTrials: Sendable {
  public let count: Int
  public let errors: TableErrors
  /// About which share of the rows there should be is missing in the tables.
  public let missingShare: Double
  /// By the id of the measure, for each vertex of the graph.
  private let ranks: [String: [ClosedRange<Int>?]]

  fileprivate init(
    count: Int, errors: TableErrors, missingShare: Double, ranks: [String: [ClosedRange<Int>?]]
  ) {
    (self.count, self.errors, self.missingShare, self.ranks) = (count, errors, missingShare, ranks)
  }

  /// Between which ranks an actor lies in nine of ten trials, 1 the largest value; nil where it has none.
  ///
  /// - Parameter vertex: of the graph that was measured.
  public func ranks(by measure: ActorMeasure, of vertex: Int) -> ClosedRange<Int>? {
    ranks[measure.id].flatMap { $0[vertex] }
  }
}

extension ActorMeasure {
  /// Whether its values order actors: the numbers of components and communities do not.
  public var ranksActors: Bool { !traits.contains(.isLabel) && !traits.contains(.onlySampled) }
}

extension Analysis {
  /// How actors rank by measures in networks that may be the true one, given tables that err; by those that order them.
  ///
  /// - Parameters:
  ///   - options: how measures are taken in a network, as in this one.
  ///   - count: how many networks are looked at; nil for 200, or fewer where those would take some minutes.
  /// - Complexity: that of as many computations of the measures; the same for any number of threads.
  public func measureTrials(
    _ measures: [ActorMeasure], of errors: TableErrors = TableErrors(), count: Int? = nil,
    measuring options: @escaping @Sendable (NetworkGraph) -> MeasureOptions
  ) throws -> MeasureTrials {
    let measures = measures.filter(\.ranksActors)
    let runs = count ?? TrialPlan(costs: [.quick], seconds: secondsToTry + secondsForPaths) { _ in 0 }.count
    let ids = Dictionary(
      graph.actors.enumerated().map { (ExactText(network.actors[$1].id), $0) }, uniquingKeysWith: { first, _ in first })
    // Of each measure the rank of each vertex, 0 where it has none.
    let order = graph.actors.count
    let answers = try tried(runs, errors, measuring: options) { analysis in
      try measures.map { measure in
        let values = try analysis.numbers.values(of: measure)
        let vertices = analysis.graph.actors.map { ids[ExactText(analysis.network.actors[$0].id)] }
        var ranks = [Int32](repeating: 0, count: order)
        let known = vertices.indices.compactMap { vertex in values[vertex].map { (vertex: vertex, value: $0) } }
          .sorted { ($1.value, $0.vertex) < ($0.value, $1.vertex) }
        var rank = 0
        for (place, item) in known.enumerated() {
          // Equals share the first of their ranks.
          if place == 0 || item.value != known[place - 1].value { rank = place + 1 }
          if let vertex = vertices[item.vertex] { ranks[vertex] = Int32(rank) }
        }
        return ranks
      }
    }
    var ranks: [String: [ClosedRange<Int>?]] = [:]
    for (number, measure) in measures.enumerated() {
      ranks[measure.id] = (0..<order).map { vertex in
        ninety(answers.map { Int($0[number][vertex]) }.filter { $0 > 0 })
      }
    }
    return MeasureTrials(count: runs, errors: errors, missingShare: errors.missingShare(of: network), ranks: ranks)
  }
}
