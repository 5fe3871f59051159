import KesiCluster
import KesiFormats
import KesiNetwork
import Testing

@testable import KesiSpark

@Suite("The answer of Spark")
struct AnswerTests {
  private func answer<Result>(_ files: [String: String], _ body: (SparkAnswer) throws -> Result) throws -> Result {
    try TemporaryFolder.lend { folder in
      for (name, text) in files { try AtomicFile.write(Array(text.utf8), to: "\(folder)/\(name)") }
      return try body(SparkAnswer(at: folder))
    }
  }

  private let actors = "id,name,kind\n2,\"B, \"\"b\"\"\nof two lines\",university\n10,甲,\n"
  private let measures = ["degree", "clustering"].compactMap(ActorMeasure.called)

  @Test("Numbers stand beside the actors in the order of rows; what is undefined stays so")
  func measured() throws {
    try answer(["actors.csv": actors, "ties.csv": "source,target\n", "values.csv": "degree,clustering\n3,0.1\n0,\n"]) {
      let (network, engine) = try $0.measured(measures)
      #expect(network.actors.map(\.id) == ["2", "10"])
      guard case .whole(let degrees) = try engine.values(of: measures[0]) else { return #expect(Bool(false)) }
      #expect(degrees == [3, 0])
      let clustering = try engine.values(of: measures[1])
      #expect(clustering[0] == 0.1 && clustering[1] == nil)
      let other = try #require(ActorMeasure.called("pagerank"))
      #expect(throws: EngineRefusal(engine: "spark", number: "pagerank")) { try engine.values(of: other) }
    }
  }

  @Test("A measure that stands alone may be undefined")
  func alone() throws {
    try answer(["actors.csv": actors, "ties.csv": "source,target\n", "values.csv": "clustering\n\n0.5\n"]) {
      let clustering = try $0.measured([measures[1]]).engine.values(of: measures[1])
      #expect(clustering[0] == nil && clustering[1] == 0.5)
    }
  }

  @Test(
    "An answer that is not what was asked for is refused",
    arguments: [
      "degree,clustering\n3,0.1\n", "degree\n3\n0\n", "degree,clustering\n3.5,0.1\n0,0\n",
      "degree,clustering\n3,x\n0,0\n",
      "degree,clustering\n3\n0,0\n", "degree,clustering\n,1\n0,0\n", "", "degree,clustering\n3,inf\n0,0\n",
      "degree,clustering\n-1,0\n0,0\n", "degree,clustering\n1,1e999\n0,0\n", "degree,clustering,degree\n3,0,1\n0,0,1\n",
    ])
  func broken(values: String) throws {
    #expect(throws: SparkFailure.self) {
      try answer(["actors.csv": actors, "ties.csv": "source,target\n", "values.csv": values]) {
        _ = try $0.measured(measures)
      }
    }
  }

  @Test("Progress tells the step, the round and the tasks")
  func progress() throws {
    let line = try JSONNode(Array(#"{"step": "pagerank", "round": 12, "done": 3, "of": 8}"#.utf8))
    let progress = try #require(SparkProgress(line))
    #expect(progress.phrase.en == "Spark: pagerank, round 12 · 3 of 8 tasks")
    #expect(progress.phrase.zh == "Spark：pagerank，第 12 轮 · 任务 3/8")
    #expect(SparkProgress(try JSONNode(Array("{}".utf8))) == nil)
    let reading = try JSONNode(Array(#"{"step": "read", "done": 0, "of": 0}"#.utf8))
    #expect(SparkProgress(reading)?.phrase.zh == "Spark：读取数据表")
    let steering = try JSONNode(Array(#"{"step": "\u001b[2J"}"#.utf8))
    #expect(SparkProgress(steering)?.phrase.en.contains("\u{1B}") == false)
  }
}
