import Foundation
import KesiCluster
import KesiFormats
import KesiNetwork
import Testing

@testable import KesiSpark

@Suite("What is said where Spark does not answer")
struct FailureTests {
  private func failure(log: String, master: String? = nil) throws -> SparkFailure {
    try TemporaryFolder.lend { folder in
      try AtomicFile.write(Array(log.utf8), to: "\(folder)/log")
      return try SparkLog(at: "\(folder)/log").failure(status: 1, master: master)
    }
  }

  @Test(
    "The log is told by its cause, with what to do and where it is kept",
    arguments: [
      ("JAVA_HOME is not set\n", SparkFailure.Cause.missingPart, "Install Java 17"),
      ("java.lang.UnsupportedClassVersionError: org/apache/spark", .missingPart, "Java is too old"),
      ("[PYTHON_VERSION_MISMATCH] Python in worker has different version", .missingPart, "PYSPARK_PYTHON"),
      ("Exception in thread \"main\" java.io.IOException: Cannot run program \"python3\"", .missingPart, "Python 3.9"),
      ("ERROR StandaloneSchedulerBackend: All masters are unresponsive! Giving up.", .missingPart, "does not answer"),
      ("Could not parse Master URL: 'spork://x'", .usage, "spark://HOST:PORT"),
      (
        "When running with master 'yarn' either HADOOP_CONF_DIR or YARN_CONF_DIR must be set", .missingPart,
        "HADOOP_CONF_DIR"
      ),
      ("java.lang.OutOfMemoryError: Java heap space", .badData, "spark.executor.memory"),
      ("Connection refused: h:9\njava.lang.OutOfMemoryError: Java heap space", .badData, "spark.executor.memory"),
      ("No FileSystem for scheme \"s3a\"", .noInput, "spark.jars.packages"),
      ("AccessControlException: Permission denied: user=x", .noInput, "credentials"),
      ("java.io.IOException: No space left on device", .cannotWrite, "spark.local.dir"),
      ("something odd\nFooException: bar\nat x.y", .unknown, "FooException: bar"),
      ("", .unknown, "status 1"),
    ])
  func signs(log: String, cause: SparkFailure.Cause, words: String) throws {
    let failure = try failure(log: "WARN first\n" + log, master: "spark://h:1")
    #expect(failure.cause == cause)
    #expect(failure.message.en.contains(words), "\(failure.message.en)")
    #expect(failure.message.en.contains(".log") && failure.message.zh.contains(".log"))
    #expect(!failure.message.en.contains("\n") && !failure.message.en.contains("::"))
    let kept = try #require(failure.message.en.split(separator: " ").last { $0.contains("kesi-spark") })
    #expect(try FileSource.path(String(kept)).withBytes { $0.count } == log.utf8.count + 11)
    #expect(unlink(String(kept)) == 0)
  }

  @Test("A cluster is named, though its name would steer a terminal")
  func names() throws {
    let failure = try failure(log: "All masters are unresponsive", master: "spark://\u{1B}[2Jx:1")
    #expect(!failure.message.en.contains("\u{1B}") && failure.message.en.contains("x:1"))
  }

  @Test(
    "What the job refuses is told with its place, in both languages",
    arguments: [
      (#"{"code": "no_input", "file": "hdfs://h/x"}"#, SparkFailure.Cause.noInput, "hdfs://h/x", "找不到"),
      (#"{"code": "output_exists", "file": "out"}"#, .cannotWrite, "--parts", "不会覆盖"),
      (#"{"code": "missing_table", "table": "ties"}"#, .badData, "register: there is no table ties", "没有数据表 ties"),
      (
        #"{"code": "missing_column", "table": "ties", "column": "target", "found": "a, b"}"#, .badData, "target",
        "“target”列"
      ),
      (
        #"{"code": "unknown_end", "table": "ties", "row": 7, "column": "source", "found": "X", "count": 3}"#, .badData,
        "ties:7: source: “X” is not in the actors. Add it there, or correct it. There are 2 more like it.", "第 7 行"
      ),
      (#"{"code": "twice", "table": "actors", "column": "id", "found": "A"}"#, .badData, "stands twice", "出现两次"),
      (
        #"{"code": "bad_value", "table": "ties", "column": "weight", "found": "x", "expected": "number"}"#, .badData,
        "“x” is no number", "不是有效的数字"
      ),
      (
        #"{"code": "too_many_rows", "table": "positions", "count": 9000000, "expected": 5000000}"#, .badData,
        "positions: the chains hold 9000000 rows or more, and one machine judges 5000000 at once. Bring tables with some of the chains and their positions alone.",
        "至少 9000000 行"
      ),
      (
        #"{"code": "empty", "table": "ties", "file": "ties.csv", "row": 7, "column": "source", "count": 2}"#, .badData,
        "ties.csv:7: source: is empty. Every row needs it: fill it in. There are 1 more like it.", "为空"
      ),
      (
        #"{"code": "unknown_word", "option": "kinds", "found": ["x"], "expected": ["enterprise"]}"#, .usage,
        "--kind: “x” is not in the network. It has: enterprise.", "--kind：网络中没有“x”"
      ),
      (
        #"{"code": "bad_type", "table": "actors", "column": "id", "found": "double"}"#, .badData, "holds double", "编号存为"
      ),
      (
        #"{"code": "unworkable", "table": "ties", "column": "weight", "found": "1e300"}"#, .badData, "too large",
        "换用其他单位"
      ),
      (
        #"{"code": "pattern_in_name", "file": "file:/data/ties[1].csv"}"#, .badData, #"ties[1].csv: Spark takes"#, "通配符"
      ),
      (#"{"code": "odd", "found": ["this", "that"]}"#, .badData, "odd, this, that", "odd, this, that"),
    ])
  func refusals(json: String, cause: SparkFailure.Cause, english: String, chinese: String) throws {
    let request = SparkRequest(.chains, of: "register", Selection())
    let failure = try TemporaryFolder.lend { folder in
      try AtomicFile.write(Array(json.utf8), to: "\(folder)/failure.json")
      return try #require(try SparkRefusal(in: folder)).failure(of: request)
    }
    #expect(failure.cause == cause)
    #expect(failure.message.en.contains(english), "\(failure.message.en)")
    #expect(failure.message.zh.contains(chinese), "\(failure.message.zh)")
  }

  @Test("A refusal that is cut is no fault of this program, and shows nothing of its inside")
  func cut() throws {
    try TemporaryFolder.lend { folder in
      try AtomicFile.write(Array(#"{"code":"x"#.utf8), to: "\(folder)/failure.json")
      let failure = try #require(throws: SparkFailure.self) { try SparkRefusal(in: folder) }
      #expect(failure.message.en.hasPrefix("The answer of Spark (failure.json) is not what was asked for"))
    }
  }
}
