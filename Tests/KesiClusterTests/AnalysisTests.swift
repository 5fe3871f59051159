import KesiCluster
import KesiMatrix
import KesiNetwork
import KesiTestSupport
import Testing

@Suite("The analysis")
struct AnalysisTests {
  /// An analysis of which everything that measures, gaps and comparisons ask for was asked for twice.
  private func asked(_ network: Network, _ options: MeasureOptions) throws -> Analysis {
    let analysis = Analysis(of: try NetworkGraph(of: network), options, draws: 100)
    for _ in 0..<2 {
      for measure in ActorMeasure.all { _ = try analysis.numbers.values(of: measure) }
      for measure in TieMeasure.all { _ = try analysis.numbers.values(of: measure) }
      for number in NetworkNumber.all { _ = try analysis.numbers.value(of: number) }
      _ = try analysis.gaps()
      _ = try Comparison(analysis, analysis)
      _ = try Drift(from: analysis, to: analysis)
      _ = analysis.dependences()
      _ = try analysis.suggestions(for: .connectivity, within: SuggestionLimits(ties: 1, positions: 0, perActor: 1))
    }
    return analysis
  }

  @Test("What is asked for is computed once", arguments: ["suzhou", "wenzhou", "consortium", "classics/davis"])
  func once(name: String) throws {
    let network = try shipped(name)
    let analysis = try asked(network, MeasureOptions())
    #expect(analysis.numbers === analysis.unweighted)
    #expect(analysis.unweighted.computations.count >= 12)
    #expect(analysis.unweighted.computations.allSatisfy { $0.value == 1 }, "\(analysis.unweighted.computations)")
  }

  @Test("What takes no weights is computed once with weights and without")
  func weights() throws {
    let analysis = try asked(shipped("suzhou"), MeasureOptions(usesWeights: true))
    #expect(analysis.numbers !== analysis.unweighted)
    let (with, without) = (analysis.numbers.computations, analysis.unweighted.computations)
    #expect(with.values.allSatisfy { $0 == 1 } && without.values.allSatisfy { $0 == 1 })
    #expect(Set(with.keys).intersection(without.keys) == ["distances()", "betweenness()", "communities()"])
  }

  @Test("Nothing is computed before it is asked for")
  func lazy() throws {
    let analysis = Analysis(of: try NetworkGraph(of: shipped("suzhou")))
    _ = try analysis.numbers.values(of: ActorMeasure.degree)
    #expect(analysis.unweighted.computations.isEmpty)
  }

  /// An engine that knows degrees and nothing else.
  private struct Counter: Engine {
    let name = "counter"
    func values(of measure: any Measure) throws -> MeasureValues {
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
