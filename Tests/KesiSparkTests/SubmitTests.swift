import KesiCluster
import KesiFormats
import KesiNetwork
import Testing

@testable import KesiSpark

@Suite("What is handed to Spark")
struct SubmitTests {
  @Test("Master and settings come before the job, which comes before what it is asked")
  func arguments() {
    let submit = SparkSubmit(master: "spark://10.0.0.1:7077", settings: ["spark.executor.memory=8g", "a b=c d"])
    #expect(
      submit.arguments(name: "kesi metrics", job: "job/kesi_job.py", request: "spec.json") == [
        "--master", "spark://10.0.0.1:7077", "--deploy-mode", "client", "--name", "kesi metrics", "--conf",
        "spark.ui.showConsoleProgress=false", "--conf", "spark.executor.memory=8g", "--conf", "a b=c d",
        "job/kesi_job.py", "spec.json",
      ])
    let plain = SparkSubmit(master: nil, settings: []).arguments(name: "x", job: "j", request: "r")
    #expect(!plain.contains("--master"))
  }

  @Test("A request says what is asked of which part, and what the job has to know of tables")
  func request() throws {
    var selection = Selection()
    selection.layers = ["股权", "supply"]
    selection.period = Period(from: PartialDate("2019"), to: PartialDate("2021-03"))
    let measures = try ["degree", "pagerank"].map { try #require(ActorMeasure.called($0)) }
    var request = SparkRequest(
      .metrics(measures, top: .init(by: "pagerank", 10), parts: .init(at: "hdfs://h/out.parquet")),
      of: "hdfs://h/register", selection)
    request.usesWeights = true
    let json = try JSONNode(Array(request.json(answer: "/a", version: "1").text().utf8))
    #expect(json["task"]?.text == "metrics" && json["input"]?.text == "hdfs://h/register")
    #expect(json["measures"]?.items.compactMap(\.text) == ["degree", "pagerank"])
    #expect(json["weighted"]?.boolean == true && json["answer"]?.text == "/a")
    #expect(json["top"]?["measure"]?.text == "pagerank" && json["top"]?["count"]?.number == 10)
    #expect(json["output"]?["format"]?.text == "parquet")
    #expect(json["selection"]?["layers"]?.items.compactMap(\.text) == ["股权", "supply"])
    #expect(json["selection"]?["to"]?.text == "2021-03" && json["selection"]?["zones"] == nil)
    let source = json["schema"]?["ties"]?.items.first { $0["id"]?.text == "source" }
    #expect(source?["need"]?.text == "value")
    #expect(json["words"]?["kind"]?["企业"]?.text == "enterprise")
    #expect(json["simplified"]?["業"]?.text == "业" && json["missing"]?.items.contains(.string("暂无")) == true)
  }

  @Test("Part files are Parquet where the name of their folder says so")
  func parts() {
    for (place, format) in [
      ("out", "csv"), ("hdfs://h/x.parquet", "parquet"), ("s3a://b/x.PARQUET/", "parquet"), ("x.parquet.d", "csv"),
    ] {
      #expect(SparkRequest.Parts(at: place).format == format, "\(place)")
    }
  }
}
