import Foundation
import Testing

/// Runs with `--engine spark` against a program that stands for `spark-submit`: it answers as the job would, or fails as
/// Spark does. The job itself is tested on a cluster, in `Tests/Spark`.
@Suite("--engine spark")
struct SparkRunTests {
  /// A folder that is `SPARK_HOME`, with a program in it that runs some lines of Python; `spec` is what was asked for.
  private func home(_ lines: String) throws -> Folder {
    let folder = try Folder()
    try FileManager.default.createDirectory(atPath: folder.path("bin"), withIntermediateDirectories: true)
    let program = """
      #!/usr/bin/env python3
      import json, os, sys, time
      spec = json.load(open(sys.argv[-1]))
      def put(name, text):
          path = os.path.join(spec["answer"], name)
          os.makedirs(os.path.dirname(path), exist_ok=True)
          open(path, "w").write(text)
      \(lines)
      """
    try folder.write(program, to: "bin/spark-submit")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/spark-submit"))
    return folder
  }

  private func run(_ arguments: [String], on home: Folder) throws -> Run {
    try Program.run(arguments + ["--engine", "spark"], environment: ["SPARK_HOME": home.url.path])
  }

  private static let twoActors = """
    put("actors.csv", "id,name,kind\\n7,甲,enterprise\\n8,B,\\n")
    put("ties.csv", "source,target\\n")
    put("values.csv", "degree,pagerank\\n1,0.25\\n3,0.75\\n")
    put("told.json", json.dumps({"notes": ["5 rows of 7 were read"]}))
    """

  @Test("Numbers of Spark are a table as those of this machine are, in any form")
  func metrics() throws {
    let home = try home(Self.twoActors)
    let run = try run(["metrics", "hdfs://h/register", "--measure", "degree,pagerank"], on: home)
    #expect(run.status == 0)
    #expect(run.output == "id,name,kind,degree,pagerank\n7,甲,enterprise,1,0.25\n8,B,,3,0.75\n")
    #expect(run.errors.contains("5 rows of 7 were read"))
    let chinese = try self.run(
      ["metrics", "x", "--measure", "degree,pagerank", "--headers", "zh", "--sort", "degree", "--top", "1", "--quiet"],
      on: home)
    #expect(chinese.output.hasPrefix("编号,名称,主体类型,") && chinese.output.hasSuffix("8,B,,3,0.75\n"))
    #expect(chinese.errors.isEmpty)
  }

  @Test(
    "A column to sort by that is not there is refused before the job, one that is there is not",
    arguments: [
      ["metrics", "x", "--measure", "degree,harmonic_estimate"], ["summary", "x"], ["chains", "x"], ["gaps", "x"],
    ])
  func sort(command: [String]) throws {
    let home = try home("sys.exit('the job ran')")
    let wrong = try run(command + ["--sort", "nope"], on: home)
    #expect(wrong.status == 64 && wrong.errors.contains("“nope” is not a column"), "\(wrong.errors)")
    for column in command[0] == "metrics" ? ["degree", "harmonic_estimate_error", "名称"] : ["id"] {
      guard command[0] != "summary" else { continue }
      let right = try run(command + ["--sort", column], on: home)
      #expect(right.status != 64 && !right.errors.contains("is not a column"), "\(right.errors)")
    }
  }

  @Test("Only what is needed is asked for")
  func top() throws {
    let home = try home(
      Self.twoActors
        + "\nopen('\(FileManager.default.temporaryDirectory.path)/spec-seen.json', 'w').write(json.dumps(spec))")
    _ = try run(["metrics", "x", "--measure", "degree,pagerank", "--sort", "pagerank", "--top", "1"], on: home)
    let seen = FileManager.default.temporaryDirectory.appending(path: "spec-seen.json")
    defer { try? FileManager.default.removeItem(at: seen) }
    let spec = try JSONSerialization.jsonObject(with: Data(contentsOf: seen)) as? [String: Any]
    #expect((spec?["top"] as? [String: Any])?["measure"] as? String == "pagerank")
    #expect(spec?["input"] as? String == "x")
  }

  @Test("Chains go by the period and the layers that are asked for, as they do here")
  func period() throws {
    let home = try home(
      """
      import shutil
      shutil.copytree("graphs/suzhou", os.path.join(spec["answer"], "network"))
      put("numbers.json", json.dumps({"stated": {}, "kinds": [], "starts": {}}))
      """)
    func rows(_ run: Run) throws -> [NSDictionary] {
      #expect(run.status == 0, "\(run.errors)")
      let rows = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
      // Gaps are not counted by Spark.
      return rows.map { row in NSDictionary(dictionary: row.filter { $0.key != "gaps" }) }
    }
    let asked = ["chains", "graphs/suzhou", "--format", "json", "--quiet"]
    let whole = try rows(Program.run(asked))
    for choice in [["--from", "2022", "--to", "2023"], ["--layers", "joint_project"], ["--chain", "biomedicine"]] {
      let (here, there) = (try rows(Program.run(asked + choice)), try rows(run(asked + choice, on: home)))
      #expect(here == there)
      #expect(here != whole)
    }
  }

  @Test("The line is told and nothing is run")
  func dryRun() throws {
    let home = try home("raise SystemExit(3)")
    let run = try run(["summary", "x", "--dry-run", "--master", "yarn", "--conf", "a=b c"], on: home)
    #expect(run.status == 0)
    #expect(
      run.output
        == "\(home.path("bin/spark-submit")) --master yarn --deploy-mode client --name 'kesi summary' --conf spark.ui.showConsoleProgress=false --conf 'a=b c' job/kesi_job.py spec.json\n"
    )
  }

  @Test("Sketches are drawn by a seed")
  func seed() throws {
    let home = try home("raise SystemExit(3)")
    let arguments = ["metrics", "x", "--seed", "2", "--dry-run", "--measure"]
    #expect(try run(arguments + ["harmonic_estimate"], on: home).status == 0)
    #expect(try run(arguments + ["degree"], on: home).status == 64)
  }

  @Test("Without Spark it is said what to install")
  func missing() throws {
    let folder = try Folder()
    let none = try Program.run(
      ["summary", "x", "--engine", "spark"], environment: ["SPARK_HOME": "", "PATH": folder.url.path])
    #expect(none.status == 69 && none.errors.contains("pip install pyspark"))
    let wrong = try Program.run(["summary", "x", "--engine", "spark"], environment: ["SPARK_HOME": folder.url.path])
    #expect(wrong.status == 69 && wrong.errors.contains("SPARK_HOME is"))
  }

  @Test("What fails is said in a line, with the log; what the job refuses without")
  func failures() throws {
    let lost = try run(
      ["summary", "x", "--master", "spark://h:1"],
      on: home("sys.stderr.write('ERROR All masters are unresponsive! Giving up.\\n'); sys.exit(1)"))
    #expect(lost.status == 69 && lost.errors.contains("spark://h:1") && lost.errors.contains(".log"))
    #expect(lost.errors.split(separator: "\n").count == 1)
    let bad = try run(
      ["summary", "x"],
      on: home(
        "put('failure.json', json.dumps({'code': 'missing_column', 'table': 'ties', 'column': 'target', 'found': 'a, b'})); sys.exit(65)"
      ))
    #expect(bad.status == 65 && bad.errors.contains("ties: has no column target"))
    let silent = try run(["summary", "x"], on: home("pass"))
    #expect(silent.status == 70 && silent.errors.contains("numbers.json"))
  }

  @Test(
    "What Spark does not do is refused by name, with what to use",
    arguments: [
      (["metrics", "x", "--measure", "harmonic"], "harmonic_estimate"),
      (["metrics", "x", "--measure", "community"], "label_community"),
      (["metrics", "x", "--measure", "betweenness"], "--engine local"),
      (["metrics", "x", "--measure", "degree", "--directed"], "--directed"),
      (["metrics", "x", "--ties"], "--ties"), (["gaps", "x", "--draws", "200"], "--draws"),
      (["chains", "x", "--explain", "c"], "--explain"), (["summary", "x", "--threads", "2"], "--threads"),
      (["summary", "x", "--weighted"], "--weighted"),
      (["summary", "x", "--conf", "abc"], "key=value"),
      (["metrics", "x", "--parts", "out", "--top", "3"], "--top"), (["summary", "-"], "standard input"),
      (["summary", "台账.xlsx"], "kesi convert 台账.xlsx -o tables/"),
    ])
  func refused(arguments: [String], word: String) throws {
    let run = try run(arguments, on: home("raise SystemExit(3)"))
    #expect(run.status == 64 && run.errors.contains(word), "\(run.errors)")
  }

  @Test("Options of Spark are refused without it, and its estimates")
  func local() throws {
    for option in [["--master", "yarn"], ["--conf", "a=b"], ["--dry-run"]] {
      let run = try Program.run(["summary", "graphs/suzhou"] + option)
      #expect(run.status == 64 && run.errors.contains("--engine spark"))
    }
    let run = try Program.run("metrics", "graphs/suzhou", "--measure", "harmonic_estimate")
    #expect(run.status == 64 && run.errors.contains("Here harmonic is exact"))
  }

  @Test("Ctrl-C ends the job, and no folder stays behind")
  func interrupted() throws {
    let home = try home(
      """
      import signal
      def end(*_):
          open(os.path.join('\(FileManager.default.temporaryDirectory.path)', 'ended-' + str(os.getppid())), 'w').close()
          sys.exit(143)
      signal.signal(signal.SIGTERM, end)
      sys.stderr.write(os.path.dirname(sys.argv[-1])); sys.stderr.flush()
      print(json.dumps({"step": "waiting"}), flush=True)
      time.sleep(60)
      """)
    let temporary = try Folder()
    let process = try Program.start(
      ["summary", "x", "--engine", "spark"],
      environment: ["SPARK_HOME": home.url.path, "TMPDIR": temporary.url.path], output: nil, errors: nil)
    // Until the job waits.
    for _ in 0..<200 where !Self.holdsLog(temporary) { usleep(50_000) }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let sign = FileManager.default.temporaryDirectory.appending(path: "ended-\(process.processIdentifier)")
    #expect(FileManager.default.fileExists(atPath: sign.path))
    try? FileManager.default.removeItem(at: sign)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.url.path).isEmpty)
  }

  private static func holdsLog(_ folder: Folder) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []
    return names.contains { name in
      let log = folder.path("\(name)/spark.log")
      return ((try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0) > 0
    }
  }
}
