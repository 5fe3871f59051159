import Foundation
import Testing

/// What a run of the built program came to.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

enum Program {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The program stands beside the test bundle.
  static let kesi: URL = {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let beside = folder.appending(path: "kesi")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return root.appending(path: ".build/release/kesi")
  }()

  static func start(_ arguments: [String], environment: [String: String] = [:], output: Any?, errors: Any?) throws
    -> Process
  {
    let process = Process()
    process.executableURL = kesi
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C.UTF-8"]) { $1 }.merging(environment)
    { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try run(arguments, environment: environment)
  }

  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    let folder = FileManager.default.temporaryDirectory
    let files = [folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString)]
    for file in files { try Data().write(to: file) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let handles = try files.map { try FileHandle(forWritingTo: $0) }
    let process = try start(arguments, environment: environment, output: handles[0], errors: handles[1])
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

/// A folder that is gone when the test is.
final class Folder {
  let url = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.path + "/" + name }
  func write(_ text: String, to name: String) throws { try Data(text.utf8).write(to: url.appending(path: name)) }
  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Runs a line of the shell in it, with the program as `kesi`.
  func shell(_ line: String) throws -> Run {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "kesi() { '\(Program.kesi.path)' \"$@\"; }\n\(line)"]
    process.currentDirectoryURL = url
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: said, as: UTF8.self))
  }
}

@Suite("The command")
struct CommandTests {
  /// Six actors of a zone, and the last, if it is there, of a zone, kind and chain of its own.
  private func network(withLast: Bool, in folder: Folder, as name: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    let actors = (0..<6).map { "a\($0),A\($0),enterprise,V\n" } + (withLast ? ["last,Last,atelier,W\n"] : [])
    let ties = (0..<5).map { "a\($0),a\($0 + 1),research\n" } + (withLast ? ["a0,last,art\n"] : [])
    try folder.write("id,name,kind,zone\n" + actors.joined(), to: "\(name)/actors.csv")
    try folder.write("source,target,kind\n" + ties.joined(), to: "\(name)/ties.csv")
    let chains = ["c,Common\n"] + (withLast ? ["own,Own\n"] : [])
    let places = (0..<6).map { "a\($0),c\n" } + (withLast ? ["last,own\n"] : [])
    try folder.write("id,name\n" + chains.joined(), to: "\(name)/chains.csv")
    try folder.write("actor,chain\n" + places.joined(), to: "\(name)/positions.csv")
  }

  @Test(
    "What only one of two networks has can be chosen: the other then has nothing of it",
    arguments: [["--zone", "W"], ["--kind", "atelier"], ["--layers", "art"], ["--chain", "Own"]])
  func emptySide(choice: [String]) throws {
    let folder = try Folder()
    try network(withLast: false, in: folder, as: "without")
    try network(withLast: true, in: folder, as: "with")
    func rows(_ arguments: [String]) throws -> [[String]] {
      let run = try Program.run(arguments + choice + ["--format", "csv"])
      #expect(run.status == 0, "\(arguments) \(choice): \(run.errors)")
      return run.output.split(whereSeparator: \.isNewline).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
      }
    }
    let (old, new) = (folder.path("without"), folder.path("with"))
    let joined = try rows(["compare", old, new])
    let left = try rows(["compare", new, old])
    let removed = try rows(["what-if", new, "--remove", "last", "--all"])
    let count = choice[0] == "--layers" ? "ties" : "actors"
    for (found, values) in [(joined, ["0", "1"]), (left, ["1", "0"]), (removed, ["1", "0"])] {
      let row = found.first { $0.contains(count) && $0.contains("measure") }
      #expect(
        row.map { Array($0.suffix(3)) }?.starts(with: values) == true || row.map { Array($0.suffix(2)) } == values,
        "\(choice) \(found)")
    }
    // A slip is one still.
    let slip = try Program.run(["compare", old, new, choice[0], "none such"])
    #expect(slip.status == 64 && slip.errors.contains("none such"))
  }

  @Test("Of more than 64 groups mixing says which it leaves out, in both languages", arguments: ["en", "zh"])
  func manyGroups(language: String) throws {
    let folder = try Folder()
    let actors = (0..<141).map { "\($0),A\($0),enterprise,Z\(min(69, $0 / 2))\n" }
    try folder.write("id,name,kind,zone\n" + actors.joined(), to: "actors.csv")
    try folder.write("source,target\n" + (1..<141).map { "\($0 - 1),\($0)\n" }.joined(), to: "ties.csv")
    func run(_ arguments: [String]) throws -> Run {
      try Program.run(["mixing", folder.url.path, "--lang", language, "--by", "zone"] + arguments)
    }
    for choice in [["--show", "pairs", "--draws", "100"], ["--show", "square"]] {
      let found = try run(choice)
      #expect(found.status == 0 && found.errors.contains("70") && found.errors.contains("64"), "\(found.errors)")
      #expect(found.errors.contains("Z63") && found.errors.contains("Z68") && !found.errors.contains("Z69"))
      #expect(found.errors.contains(language == "en" ? "zones" : "片区"))
    }
    #expect(try run(["--show", "roles"]).errors.isEmpty)
    #expect(try Program.run("mixing", folder.url.path, "--show", "helix", "--lang", language).errors.isEmpty)
    #expect(try run(["--show", "pairs", "--draws", "100", "--quiet"]).errors.isEmpty)
  }

  @Test(
    "How shared groups weigh ties is refused where the view shows no weights",
    arguments: ["chains", "coverage", "consortium", "ego"], ["consortia", "chains"])
  func projection(view: String, layer: String) throws {
    let company = view == "ego" ? ["--actor", "E2"] : []
    let run = try Program.run(
      ["render", "Tests/Networks/cluster", "--view", view, "--layers", layer, "--projection", "newman"] + company)
    #expect(run.status == 64 && run.errors.contains("--projection"), "\(run.errors)")
  }

  @Test("karate by betweenness and constraint equals NetworkX, as JSON")
  func karate() throws {
    let run = try Program.run(
      "metrics", "graphs/classics/karate", "--measure", "betweenness,constraint", "--format", "json")
    #expect(run.status == 0 && run.errors.isEmpty)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let fixture = try Data(
      contentsOf: Program.root.appending(path: "Tests/KesiMeasuresTests/Fixtures/karate.json"))
    let whole = try #require(try JSONSerialization.jsonObject(with: fixture) as? [String: Any])
    let variants = try #require(whole["variants"] as? [[String: Any]])
    let expected = try #require((variants[0]["expected"] as? [String: Any])?["vertices"] as? [String: [Any]])
    #expect(rows.count == 34)
    for (vertex, row) in rows.enumerated() {
      #expect(row["id"] as? String == "\(vertex + 1)")
      for measure in ["betweenness", "constraint"] {
        let value = try #require(row[measure] as? Double)
        let oracle = try #require(expected[measure]?[vertex] as? Double)
        #expect(abs(value - oracle) < 1e-9)
      }
    }
  }

  @Test("The women of Davis are tied by their events, as NetworkX projects them")
  func davis() throws {
    let run = try Program.run(
      "metrics", "graphs/classics/davis", "--measure", "degree,strength", "--sort", "strength", "--top", "1")
    // Theresa met all others at some event: 17 partners, 57 meetings.
    #expect(run.output == "id,name,kind,degree,strength\nTheresa Anderson,Theresa Anderson,person,17,57\n")
  }

  @Test("Every command runs on every network that ships, in both languages and all formats")
  func everything() throws {
    for network in ["graphs/wenzhou", "graphs/suzhou", "graphs/classics/karate", "graphs/classics/davis"] {
      for command in ["check", "summary", "metrics", "chains", "gaps"] {
        for format in ["csv", "tsv", "json", "ndjson", "table", "markdown"] {
          let run = try Program.run(
            command, network, "--format", format, "--lang", format == "tsv" ? "en" : "zh", "--quiet")
          #expect(run.status == 0 && run.errors.isEmpty, "\(command) \(network) \(format): \(run.errors)")
        }
      }
    }
  }

  @Test("Columns keep the names and order that programs rely on")
  func columns() throws {
    func header(_ arguments: String...) throws -> String {
      let run = try Program.run(arguments[0], "graphs/wenzhou", arguments.count > 1 ? arguments[1] : "--quiet")
      return String(run.output.prefix { $0 != "\n" })
    }
    #expect(
      try header("gaps")
        == "id,kind,level,severity,chain,subjects,evidence,explanation,remedy,gain,among_first,group,group_gain")
    #expect(
      try header("chains")
        == "id,name,chain_index,chain_index_high,verdict,short_side,coverage,depth,redundancy,cohesion,reach,vitality,fit,actors,ties,gaps,left_out,rank_from,rank_to"
    )
    #expect(try header("summary") == "measure,value")
    #expect(
      try header("metrics", "--ties")
        == "source,target,kind,weight,tie_betweenness,local_constraint,bridge,biconnected,truss")
    #expect(try header("metrics").hasPrefix("id,name,kind,degree,strength"))
  }

  @Test("A reader that closes the pipe ends the run quietly")
  func closedPipe() throws {
    let pipe = Pipe()
    let errors = Pipe()
    let process = try Program.start(
      ["metrics", "graphs/suzhou", "--all", "--quiet"], output: pipe.fileHandleForWriting,
      errors: errors.fileHandleForWriting)
    try pipe.fileHandleForReading.close()
    process.waitUntilExit()
    try errors.fileHandleForWriting.close()
    #expect(process.terminationStatus == 0)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test("Bad data: status 65, one line, and no output file; a missing folder 66; no place to write 73; bad usage 64")
  func statuses() throws {
    let folder = try Folder()
    try folder.write("id,name,kind\nA,a,enterprise\nB,b,college\n", to: "actors.csv")
    try folder.write("source,target\nA,X\n", to: "ties.csv")
    let bad = try Program.run("metrics", folder.url.path, "-o", folder.path("out.csv"))
    #expect(bad.status == 65)
    #expect(
      bad.errors
        == "ties.csv:2: target: “X” is not in actors.csv. Did you mean “A”? Add it there, or correct this cell.\n"
        || bad.errors.hasPrefix("ties.csv:2: target: “X” is not in actors.csv."))
    #expect(bad.errors.split(separator: "\n").count == 1 && bad.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path("out.csv")))
    #expect(try Program.run("metrics", "/nonexistent").status == 66)
    #expect(try Program.run("metrics", "graphs/wenzhou", "-o", "/nonexistent/x.csv").status == 73)
    for usage in [
      ["metrics"], ["metrics", "graphs/wenzhou", "--measure", "beauty"], ["nonsense"],
      ["gaps", "graphs/wenzhou", "--chain", "none"],
    ] {
      let process = try Program.start(usage, output: FileHandle.nullDevice, errors: FileHandle.nullDevice)
      process.waitUntilExit()
      #expect(process.terminationStatus == 64, "\(usage)")
    }
    try folder.write("source,target\nA,A\nA,B\n", to: "ties.csv")
    let warned = try Program.run("metrics", folder.url.path)
    #expect(warned.status == 0 && warned.errors.contains("ties an actor to itself, so the row is left out"))
    #expect(try Program.run("metrics", folder.url.path, "--strict").status == 65)
    #expect(try Program.run("metrics", folder.url.path, "--quiet").errors.isEmpty)
  }

  @Test("gaps --fail-on ends with 1 when there is such a gap")
  func failOn() throws {
    #expect(try Program.run("gaps", "Tests/Networks/colleges", "--fail-on", "critical").status == 1)
    #expect(try Program.run("gaps", "graphs/classics/karate", "--fail-on", "critical").status == 0)
  }

  @Test("The language follows --lang, then the locale")
  func language() throws {
    #expect(
      try Program.run("gaps", "Tests/Networks/colleges", "--format", "table", "--lang", "zh").output.contains("薄弱环节"))
    let locale = try Program.run(
      "gaps", "Tests/Networks/colleges", "--format", "table", environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(locale.output.contains("薄弱环节"))
    #expect(try Program.run("gaps", "Tests/Networks/colleges", "--format", "table").output.contains("what it means"))
    let chinese = try Program.run("check", "/nonexistent", "--lang", "zh")
    #expect(chinese.errors.contains("没有此文件夹"))
  }

  @Test(
    "An interrupted picture leaves the old file whole and nothing beside it", arguments: [SIGINT, SIGTERM, SIGKILL])
  func interrupted(signal: Int32) throws {
    let folder = try Folder()
    // Large enough that places take seconds to find.
    var actors = "id,name,kind\n"
    var ties = "source,target\n"
    for index in 0..<15_000 {
      actors += "A\(index),Actor \(index),enterprise\n"
      if index > 0 { ties += "A\(index),A\(index * 7919 / 13 % index)\nA\(index),A\(index * 104_729 / 17 % index)\n" }
    }
    try folder.write(actors, to: "actors.csv")
    try folder.write(ties, to: "ties.csv")
    try folder.write("old", to: "map.svg")
    let process = try Program.start(
      ["render", folder.url.path, "-o", folder.path("map.svg")], output: FileHandle.nullDevice,
      errors: FileHandle.nullDevice)
    Thread.sleep(forTimeInterval: 0.4)
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    if let status = [SIGINT: 130, SIGTERM: 143][signal] { #expect(process.terminationStatus == status) }
    #expect(try folder.read("map.svg") == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
        "actors.csv", "map.svg", "ties.csv",
      ])
  }

  @Test("Help has examples; completions and the version are there")
  func help() throws {
    for command in CommandLineHelp.commands {
      let run = try Program.run(command.words + ["--help"])
      #expect(
        run.status == 0 && run.output.contains("Examples:") && run.output.contains("kesi \(command.name) "),
        "\(command.name)")
    }
    #expect(try Program.run("--version").output == "0.1.0\n")
    for shell in ["bash", "zsh", "fish"] {
      #expect(try Program.run("--generate-completion-script", shell).output.contains("kesi"))
    }
  }

  @Test("Results are the same for any number of threads")
  func threads() throws {
    let one = try Program.run("metrics", "graphs/suzhou", "--all", "--threads", "1").output
    #expect(try Program.run("metrics", "graphs/suzhou", "--all", "--threads", "2").output == one)
  }
}
