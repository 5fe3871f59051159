import KesiCluster
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiResults

@Suite("Answers of engines")
struct EngineTests {
  /// Answers with so many numbers, whatever the network.
  private struct Guesser: Engine {
    let name = "guesser"
    let count: Int
    func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues {
      .whole([Int](repeating: 1, count: count))
    }
    func value(of number: NetworkNumber) throws -> Double? { nil }
  }

  @Test("Too few or too many numbers are refused with a sentence, and are no table")
  func counts() throws {
    let graph = try NetworkGraph(of: fixture("cluster"))
    let (actors, ties) = (graph.actors.count, graph.matrix.entryCount)
    let tie = try #require(TieMeasure.all.first)
    for change in [-1, 1] {
      let error = #expect(throws: WrongAnswer.self) {
        try ResultTable.metrics([.degree], of: graph, by: Guesser(count: actors + change), in: .en)
      }
      #expect(error == WrongAnswer(engine: "guesser", number: "degree", count: actors + change, expected: actors))
      #expect(throws: WrongAnswer(engine: "guesser", number: tie.id, count: ties + change, expected: ties)) {
        try ResultTable.tieMetrics([tie], of: graph, by: Guesser(count: ties + change), in: .en)
      }
    }
    let message = WrongAnswer(engine: "spark", number: "degree", count: 0, expected: 2000).message
    for words in [message.en, message.zh] {
      #expect(words.contains("spark") && words.contains("degree") && words.contains("2,000") && words.contains("local"))
    }
    #expect(
      try ResultTable.metrics([.degree], of: graph, by: Guesser(count: actors), in: .en).rows.count == actors)
  }
}
