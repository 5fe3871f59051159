import KesiMatrix
import KesiNetwork

/// How many trials are run, and of what: as many as a few minutes of one processor allow.
struct TrialPlan {
  /// Trials that are run where they take no more than that.
  static let usual = 200
  /// No kind of gap is tried that leaves fewer than these.
  private static let fewest = 40
  /// What all of them should take of one processor, whatever the number of threads, so that results do not depend on it.
  private static let seconds = 180.0

  let count: Int
  let costs: Set<GapKind.Cost>

  /// - Parameters:
  ///   - costs: what is asked for.
  ///   - seconds: about how long a trial takes by itself, and what each cost adds.
  init(costs asked: Set<GapKind.Cost>, seconds bare: Double, adding seconds: (GapKind.Cost) -> Double) {
    var each = bare
    var costs: Set<GapKind.Cost> = []
    for cost in asked.sorted(by: { (seconds($0), "\($0)") < (seconds($1), "\($1)") }) {
      guard each + seconds(cost) <= Self.seconds / Double(Self.fewest) || cost == .quick else { continue }
      each += seconds(cost)
      costs.insert(cost)
    }
    self.costs = costs
    count = max(Self.fewest / 2, Int(min(Double(Self.usual), Self.seconds / each)))
  }
}

extension Analysis {
  /// About how long it takes on one processor to make a network that may be true and to look at what costs little: a
  /// microsecond or two a row and an entry of the matrix.
  var secondsToTry: Double {
    let rows = network.actors.count + network.ties.count + network.positions.count + network.members.count
    return 2e-6 * Double(rows + graph.matrix.entryCount)
  }

  /// What all shortest paths take on one processor.
  var secondsForPaths: Double { Double(graph.matrix.order) * Double(graph.matrix.entryCount) / 5e8 }

  /// Looks at so many networks that may be the true one.
  ///
  /// - Parameter look: what is asked of each; it has one thread.
  /// - Returns: the answers, by the number of the network: the same for any number of threads.
  /// - Throws: what `look` throws, of the first network in which it does.
  func tried<Answer: Sendable>(
    _ count: Int, _ errors: TableErrors,
    measuring options: @Sendable (NetworkGraph) -> MeasureOptions = { _ in MeasureOptions() },
    _ look: @Sendable (Analysis) throws -> Answer
  ) throws -> [Answer] {
    let draw = ErrorDraw(of: network, errors, seed: seed)
    var selection = graph.selection
    // A network that has lost all of its ties is not one of consortia.
    selection.layers = graph.layers
    let chosen = selection
    let (period, now, draws, seed) = (period, now, draws, seed)
    let single = Parallel(threads: 1, cancellation: parallel.cancellation)
    return try parallel.map(count: count) { number in
      let graph = try NetworkGraph(of: draw.network(number), chosen)
      return try look(
        Analysis(of: graph, options(graph), period: period, asOf: now, draws: draws, seed: seed, on: single))
    }
  }
}
