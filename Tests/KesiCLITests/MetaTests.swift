import Foundation
import Testing

@Suite("How outputs came about")
struct MetaTests {
  private static let network = "Tests/Networks/cluster"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What another program says of a file.
  private func digest(_ path: String) throws -> String {
    let folder = try Folder()
    return String(try folder.shell("sha256sum < '\(path)'").output.prefix(64))
  }

  @Test("Every file that was read is told with its size and SHA-256, and nothing of the machine")
  func inputs() throws {
    let run = try Program.run(
      "metrics", Self.network, "--measure", "degree", "--format", "json", "--meta", "--threads", "1", "--quiet")
    let meta = try #require(try object(run.output)["meta"] as? [String: Any], "\(run.errors)")
    #expect(meta["command"] as? String == "metrics" && meta["arguments"] as? [String] == [Self.network])
    let options = try #require(meta["options"] as? [String: Any])
    #expect(options["measure"] as? String == "degree" && options["seed"] as? String == "1")
    #expect(options["threads"] == nil && options["quiet"] == nil && options["meta"] == nil)
    let inputs = try #require(meta["inputs"] as? [[String: Any]])
    #expect(inputs.count > 3 && meta["date"] == nil)
    for input in inputs {
      let file = try #require(input["file"] as? String)
      let path = Program.root.appending(path: file).path
      #expect(file.hasPrefix(Self.network + "/"))
      let digest = try self.digest(path)
      #expect(input["sha256"] as? String == digest, "\(file)")
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      #expect(input["bytes"] as? Int == size)
    }
    #expect(!run.output.contains(Program.root.path))
  }

  @Test("What comes through a pipe is told as it was read")
  func pipe() throws {
    let folder = try Folder()
    try folder.write("a b\nb c\n", to: "t.txt")
    for line in ["cat t.txt | kesi metrics -", "kesi metrics <(cat t.txt)"] {
      let run = try folder.shell("\(line) --format json --meta --quiet")
      let meta = try #require(try object(run.output)["meta"] as? [String: Any], "\(run.errors)")
      let input = try #require((meta["inputs"] as? [[String: Any]])?.first)
      let digest = try self.digest(folder.path("t.txt"))
      #expect(input["bytes"] as? Int == 8 && input["sha256"] as? String == digest)
    }
    let run = try folder.shell("cat t.txt | kesi metrics /dev/stdin --format json --meta --quiet")
    #expect(run.output.contains("{\"file\": \"-\", \"bytes\": 8"))
  }

  @Test(
    "Formats without a place for it have a file beside them, and the output is as it is without",
    arguments: [
      "m.csv", "m.tsv", "m.ndjson", "map.png", "map.pdf", "n.kesi", "n.graphml", "n.json", "tables/", "tables",
    ])
  func beside(name: String) throws {
    let folder = try Folder()
    let command = name.hasPrefix("m.") ? "metrics" : name.hasPrefix("map") ? "render" : "convert"
    let output = folder.path(name)
    if name == "tables" { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: false) }
    let run = try Program.run(command, Self.network, "-o", output, "--meta", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let stem = name.hasSuffix("/") ? String(name.dropLast()) : name
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [stem, stem + ".meta.json"])
    #expect(try object(folder.read(stem + ".meta.json"))["command"] as? String == command)
    let bare = try Folder()
    if name == "tables" {
      try FileManager.default.createDirectory(atPath: bare.path(name), withIntermediateDirectories: false)
    }
    #expect(try Program.run(command, Self.network, "-o", bare.path(name), "--quiet").status == 0)
    if name.hasPrefix("tables") {
      #expect(try folder.read("tables/actors.csv") == bare.read("tables/actors.csv"))
    } else {
      #expect(FileManager.default.contentsEqual(atPath: output, andPath: bare.path(name)))
    }
  }

  @Test(
    "Formats with a place for it say it inside", arguments: ["m.json", "m.md", "m.txt", "map.svg", "map.dot", "r.html"])
  func inside(name: String) throws {
    let folder = try Folder()
    let command = name.hasPrefix("m.") ? "metrics" : name.hasPrefix("map") ? "render" : "report"
    let run = try Program.run(
      [command, Self.network, "-o", folder.path(name), "--meta", "--quiet"]
        + (command == "report" ? ["--draws", "100"] : []))
    #expect(run.status == 0, "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [name])
    #expect(try folder.read(name).contains(digest(Program.root.appending(path: Self.network + "/actors.csv").path)))
  }

  @Test("Where nothing can stand beside an output it is refused with what to do, before anything is read")
  func refused() throws {
    let folder = try Folder()
    for line in ["metrics none --meta", "render none --format png --meta", "metrics none --meta -o /dev/stdout | cat"] {
      let run = try folder.shell("set -o pipefail; kesi \(line)")
      #expect(run.status == 64 && run.output.isEmpty && run.errors.contains("Name a file with -o"), "\(line)")
    }
    #expect(try Program.run("explain", "degree", "--meta").status == 64)
    // What is read is not written over, also by what stands beside.
    try folder.write("a b\n", to: "x.csv.meta.json")
    let run = try folder.shell("kesi metrics x.csv.meta.json -o x.csv --meta")
    #expect(run.status == 64 && run.errors.contains("is not written over"), "\(run.errors)")
  }

  @Test("The same call says the same; a date is there where one is stated, and is to be one")
  func date() throws {
    func run(_ date: String?) throws -> Run {
      try Program.run(
        ["summary", Self.network, "--format", "json", "--meta", "--quiet"],
        environment: date.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:])
    }
    #expect(try run(nil).output == run(nil).output)
    #expect(try !run(nil).output.contains("\"date\""))
    #expect(try run("1700000000").output.contains("\"date\": \"2023-11-14T22:13:20Z\""))
    let wrong = try run("today")
    #expect(wrong.status == 64 && wrong.errors.contains("SOURCE_DATE_EPOCH"))
  }

  @Test("Of several networks all are told, and repeated options and words behind = are whole")
  func words() throws {
    let run = try Program.run(
      "what-if", Self.network, "--remove", "E2", "--remove=E3", "--add=E1:U3", "--format=json", "--meta", "--quiet")
    let meta = try #require(try object(run.output)["meta"] as? [String: Any], "\(run.errors)")
    let options = try #require(meta["options"] as? [String: Any])
    #expect(options["remove"] as? [String] == ["E2", "E3"] && options["add"] as? String == "E1:U3")
    let each = try Program.run(
      "summary", "--each", Self.network, "graphs/park", "--format", "json", "--meta", "--quiet")
    let told = try #require(try object(each.output)["meta"] as? [String: Any])
    #expect((told["options"] as? [String: Any])?["each"] as? [String] == [Self.network, "graphs/park"])
    let files = (told["inputs"] as? [[String: Any]] ?? []).compactMap { $0["file"] as? String }
    #expect(files.contains("\(Self.network)/actors.csv") && files.contains("graphs/park/actors.csv"))
  }

  @Test("What is chosen by itself is told, too: how many networks were drawn, and what counted as today")
  func chosen() throws {
    func options(_ more: String...) throws -> [String: Any] {
      let run = try Program.run(["gaps", "graphs/park", "--format", "json", "--meta", "--quiet"] + more)
      let meta = try #require(try object(run.output)["meta"] as? [String: Any], "\(run.errors)")
      return try #require(meta["options"] as? [String: Any])
    }
    let own = try options()
    let (draws, today) = try (#require(own["draws"] as? String), #require(own["as-of"] as? String))
    #expect(try #require(Int(draws)) >= 100)
    // What was told can be asked for, and gives the same.
    let asked = try options("--draws", draws, "--as-of", today)
    #expect(asked["draws"] as? String == draws && asked["as-of"] as? String == today)
    let other = try options("--draws", "200")
    #expect(other["draws"] as? String == "200" && other["as-of"] as? String == today)
    // What was not asked is not told.
    #expect(try options("--quick")["draws"] == nil)
  }

  @Test("A file beside an output that is written anew without --meta tells of an older one: that is said, and it stays")
  func outdated() throws {
    let folder = try Folder()
    let network = Program.root.appending(path: Self.network).path
    for (command, name) in [("metrics", "m.csv"), ("convert", "n.graphml"), ("render", "map.png")] {
      let beside = name + ".meta.json"
      #expect(try folder.shell("kesi \(command) '\(network)' -o \(name) --meta --quiet").status == 0)
      let before = try folder.read(beside)
      // Where nothing was written it stays.
      #expect(try folder.shell("kesi \(command) none -o \(name)").status != 0)
      #expect(try folder.read(beside) == before)
      let run = try folder.shell("kesi \(command) '\(network)' -o \(name) --lang en")
      #expect(run.status == 0 && run.errors.contains("\(beside) tells how an earlier output"), "\(run.errors)")
      #expect(try folder.read(beside) == before)
      // What is not from Kesi is left alone.
      try folder.write("mine", to: beside)
      let again = try folder.shell("kesi \(command) '\(network)' -o \(name) --lang en")
      #expect(again.status == 0 && !again.errors.contains("tells how an earlier"))
      #expect(try folder.read(beside) == "mine")
    }
  }
}
