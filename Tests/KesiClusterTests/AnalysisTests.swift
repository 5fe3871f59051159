import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Synchronization
import Testing

@Suite("The analysis")
struct AnalysisTests {
  /// Counts how often a kernel set out: each tells of its progress from its first unit on.
  private final class Starts: Sendable {
    private let count = Atomic(0)
    var number: Int { count.load(ordering: .relaxed) }
    var parallel: Parallel {
      Parallel(progress: { done, _ in if done == 0 { self.count.add(1, ordering: .relaxed) } })
    }
  }

  /// Asks for everything that measures, gaps, chains and comparisons ask for.
  private func ask(_ analysis: Analysis) throws {
    for measure in ActorMeasure.all { _ = try analysis.numbers.values(of: measure) }
    for measure in TieMeasure.all { _ = try analysis.numbers.values(of: measure) }
    for number in NetworkNumber.all { _ = try analysis.numbers.value(of: number) }
    _ = try analysis.gaps(.quick)
    _ = try analysis.gaps()
    _ = try analysis.unjudged()
    _ = try Comparison(analysis, analysis, .all)
    _ = try Drift(from: analysis, to: analysis)
    _ = analysis.dependences()
    _ = analysis.ratings(counting: [])
  }

  @Test(
    "What is asked for again is not computed again", arguments: ["suzhou", "wenzhou", "consortium", "classics/davis"],
    [false, true])
  func once(name: String, isWeighted: Bool) throws {
    let starts = Starts()
    let graph = try NetworkGraph(of: shipped(name))
    let analysis = Analysis(of: graph, MeasureOptions(usesWeights: isWeighted), draws: 100, on: starts.parallel)
    try ask(analysis)
    let first = starts.number
    #expect(first > 10)
    try ask(analysis)
    #expect(starts.number == first)
  }

  @Test("What takes no weights is computed once for both, with weights and without")
  func weights() throws {
    let starts = Starts()
    let analysis = Analysis(
      of: try NetworkGraph(of: shipped("suzhou")), MeasureOptions(usesWeights: true), on: starts.parallel)
    #expect(analysis.numbers !== analysis.unweighted)
    _ = try analysis.unweighted.triangles()
    let first = starts.number
    _ = try analysis.numbers.triangles()
    #expect(first == 1 && starts.number == 1)
  }

  @Test("Without options the numbers are those that gaps rest on; what a caller says of kinds is kept")
  func options() throws {
    let graph = try NetworkGraph(of: shipped("suzhou"))
    let analysis = Analysis(of: graph)
    #expect(analysis.numbers === analysis.unweighted)
    var options = MeasureOptions()
    options.kinds = [Int](repeating: 0, count: graph.actors.count)
    #expect(Analysis(of: graph, options).numbers.options.kinds == options.kinds)
  }

  /// An engine that knows degrees and nothing else.
  private struct Counter: Engine {
    let name = "counter"
    func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues {
      guard measure.id == ActorMeasure.degree.id else { throw EngineRefusal(engine: name, number: measure.id) }
      return .whole([2, 1, 1])
    }
    func value(of number: NetworkNumber) throws -> Double? { throw EngineRefusal(engine: name, number: number.id) }
  }

  @Test("An engine refuses by name what it cannot do")
  func refusal() throws {
    let engine: any Engine = Counter()
    #expect(try engine.values(of: ActorMeasure.degree)[0] == 2)
    let katz = try #require(ActorMeasure.called("katz"))
    let refusal = #expect(throws: EngineRefusal.self) { try engine.values(of: katz) }
    #expect(refusal?.message.en.contains("counter does not compute katz") == true)
    #expect(refusal?.message.zh.contains("katz") == true)
    #expect(throws: EngineRefusal(engine: "counter", number: "density")) { try engine.value(of: .density) }
  }
}
