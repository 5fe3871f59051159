import Foundation
import Testing

@Suite("Where results go")
struct DestinationTests {
  private static let network = "Tests/Networks/cluster"

  private func shell(_ line: String, in folder: Folder) throws -> Run { try folder.shell(line) }

  private func folder() throws -> Folder {
    let folder = try Folder()
    try folder.write("source,target\na,b\nb,c\n", to: "t.csv")
    return folder
  }

  @Test(
    "What standard output goes to is written to, not replaced",
    arguments: ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "all.txt", "./all.txt", "link"])
  func standardOutput(name: String) throws {
    let folder = try folder()
    let table = try shell("kesi metrics t.csv --measure degree", in: folder).output
    #expect(table.hasPrefix("id,name,kind,degree\n"))
    for redirect in [">", ">>"] {
      try folder.write(redirect == ">>" ? "kept\n" : "", to: "all.txt")
      _ = try shell("ln -sf all.txt link", in: folder)
      let run = try shell(
        "(echo first; kesi metrics t.csv --measure degree -o \(name) --format csv; echo last) \(redirect) all.txt",
        in: folder)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(try folder.read("all.txt") == (redirect == ">>" ? "kept\n" : "") + "first\n\(table)last\n")
      #expect(!FileManager.default.fileExists(atPath: folder.path("-")))
    }
  }

  @Test("A pipe and an open descriptor are written to")
  func streams() throws {
    let folder = try folder()
    let table = try shell("kesi metrics t.csv --measure degree", in: folder).output
    #expect(try shell("mkfifo p; cat p & kesi metrics t.csv --measure degree -o p; wait", in: folder).output == table)
    #expect(try shell("kesi metrics t.csv --measure degree -o /dev/fd/3 3>>f; cat f", in: folder).output == table)
    #expect(try shell("kesi metrics t.csv --measure degree -o /dev/stdout | cat", in: folder).output == table)
    #expect(try shell("kesi metrics t.csv -o /dev/null; ls -l /dev/null", in: folder).output.hasPrefix("c"))
  }

  @Test("A folder that is missing on the way is named", arguments: ["no/where/x.csv", "no/net/"])
  func missingFolder(path: String) throws {
    let folder = try folder()
    let run = try shell(path.hasSuffix("/") ? "kesi new -o \(path)" : "kesi metrics t.csv -o \(path)", in: folder)
    #expect(run.status == 73 && run.errors.contains("there is no folder “no”"), "\(run.errors)")
  }

  @Test("A full disk is told with its reason and status 73")
  func full() throws {
    for line in [
      "kesi metrics t.csv > /dev/full", "kesi metrics t.csv -o /dev/full", "kesi --help > /dev/full",
      "kesi --version > /dev/full", "kesi gaps --help > /dev/full", "kesi explain > /dev/full",
    ] {
      let run = try shell(line, in: try folder())
      #expect(run.status == 73 && run.errors.contains("No space left on device"), "\(run.errors)")
    }
  }

  @Test("A file that may grow no larger is told with its reason and status 73, and what was there stays")
  func limit() throws {
    let folder = try folder()
    try folder.write("old", to: "r.html")
    for line in ["kesi report t.csv --quiet -o r.html", "kesi report t.csv --quiet > all.txt"] {
      let run = try shell("(ulimit -f 1; \(line))", in: folder)
      #expect(run.status == 73 && run.errors.contains("File too large"), "\(run.status) \(run.errors)")
    }
    #expect(try folder.read("r.html") == "old")
  }

  @Test("A standard output that is closed is said to be; a file is written all the same")
  func closed() throws {
    let folder = try folder()
    let run = try shell("kesi metrics t.csv >&-", in: folder)
    #expect(run.status == 73 && run.errors.contains("standard output cannot be written: it is closed"), "\(run.errors)")
    #expect(try shell("kesi metrics t.csv -o m.csv >&- 2>&- <&-", in: folder).status == 0)
    #expect(try folder.read("m.csv").hasPrefix("id,"))
  }

  @Test(
    "What is read is not written over, under whatever name",
    arguments: [
      "metrics t.csv -o t.csv", "metrics t.csv -o link.csv", "metrics link.csv -o t.csv", "metrics hard.csv -o t.csv",
      "convert t.csv -o ./t.csv", "metrics net -o net/actors.csv", "metrics net -o net/members.csv",
      "compare t.csv u.csv -o u.csv", "compare t.csv u.csv --picture pic.svg -o t.csv",
      "what-if net --remove A --scenario plan.txt -o plan.txt", "render t.csv --format dot -o t.csv",
      "report net -o net/actors.html && kesi report html.html -o html.html", "metrics t.csv -o - >> t.csv",
      "check t.csv -o t.csv", "convert net -o net/members.csv/", "convert net -o net/network.yml/",
      "explain -o ok.csv && kesi summary ok.csv -o ok.csv",
    ])
  func inputs(line: String) throws {
    let folder = try folder()
    _ = try shell(
      """
      ln -s t.csv link.csv; ln t.csv hard.csv; cp t.csv u.csv; cp t.csv html.html; mkdir net
      printf 'id,name,kind\\nA,a,enterprise\\nB,b,college\\n' > net/actors.csv
      printf 'source,target\\nA,B\\n' > net/ties.csv; printf '# none\\n' > plan.txt
      """, in: folder)
    let before = try ["t.csv", "u.csv", "html.html", "plan.txt", "net/actors.csv"].map(folder.read)
    let run = try shell("kesi \(line)", in: folder)
    #expect(run.status == 64, "\(line): \(run.status) \(run.errors)")
    #expect(run.errors.split(separator: "\n").count <= 2 && run.errors.count > 20)
    #expect(try ["t.csv", "u.csv", "html.html", "plan.txt", "net/actors.csv"].map(folder.read) == before)
    #expect(!FileManager.default.fileExists(atPath: folder.path("net/members.csv")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("pic.svg")))
  }

  @Test(
    "An output that would be another, or be lost, is refused, and nothing is written",
    arguments: [
      ("convert t.csv -o $'caf\\xe9.kesi'", "is not UTF-8"), ("metrics t.csv --output=$'caf\\xe9.csv'", "is not UTF-8"),
      ("convert t.csv -o $'caf\\xe9/'", "is not UTF-8"),
      ("convert t.csv -o ''", "The name of the file to write is empty"),
      ("convert t.csv -o one/ -o two/", "given twice"), ("metrics t.csv -o one.csv --output=two.csv", "given twice"),
      ("metrics t.csv -o x.schema.json --top 1", "--top changes nothing of a schema"),
      ("metrics t.csv --format json-schema --sort id", "--sort changes nothing of a schema"),
    ])
  func refusedOutputs(line: String, sentence: String) throws {
    let folder = try folder()
    let run = try shell("kesi \(line)", in: folder)
    #expect(run.status == 64 && run.errors.contains(sentence), "\(line): \(run.status) \(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["t.csv"])
  }

  @Test(
    "Nothing is written unless all is",
    arguments: [
      ("-o /no/such/x.csv", 73), ("--sort nope", 64), ("-o pic.svg --format csv", 64), ("-o ./pic.svg", 64),
      ("-o /dev/full", 73), ("--top -1", 64),
    ])
  func allOrNone(rest: String, status: Int32) throws {
    let folder = try folder()
    let run = try shell("kesi what-if t.csv --remove a --picture pic.svg \(rest)", in: folder)
    #expect(run.status == status, "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["t.csv"])
  }

  @Test(
    "An ending that says another format is refused, and the message says what to use",
    arguments: [
      ("report NET -o r.doc", ".docx"), ("report NET -o r.csv", ".html"), ("report NET -o r.md", ".html"),
      ("gaps NET -o g.xls", ".xlsx"), ("gaps NET -o g.ODS", ".xlsx"), ("gaps NET -o g.parquet", ".csv"),
      ("metrics NET -o m.csv.gz", "gzip"), ("metrics NET -o m.html", "kesi report"),
      ("metrics NET -o m.svg", "kesi render"),
      ("metrics NET -o m.kesi", "kesi convert"), ("metrics NET -o m.xyz", "--format"),
      ("metrics NET --format csv -o m.xlsx", "Leave one"), ("metrics NET --excel -o m.xlsx", "--excel goes with csv"),
      ("metrics NET --format json -o m.csv", "Leave one"),
      ("render NET -o m.csv", ".svg"), ("render NET -o m.jpg", ".png"), ("render NET -o m", ".svg"),
      ("render NET --format png -o m.svg", "Leave one"), ("convert NET -o m.md", ".kesi"),
      ("convert NET -o m", ".kesi"), ("convert NET -o m", "/ for a folder of tables"), ("schema -o m.csv", ".json"),
      ("convert NET -o m.xls", ".xlsx"), ("render NET -o m.xlsx", "kesi report"), ("new -o m.csv", ".xlsx"),
      ("new -o -", "-o network.xlsx"), ("new -o m", ".xlsx"), ("report NET -o r.xls", ".xlsx"),
      ("what-if NET --remove E2 --picture m.csv", ".svg"),
      ("compare NET --before 2021 --after 2022 --picture m", ".svg"), ("explain degree -o m.docx", ".md"),
    ])
  func endings(line: String, word: String) throws {
    let folder = try Folder()
    let network = Program.root.appending(path: Self.network).path
    let run = try shell("kesi \(line.replacing("NET", with: network))", in: folder)
    #expect(run.status == 64, "\(line): \(run.status)")
    #expect(run.errors.contains(word), "\(run.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test(
    "An ending decides, and a name without one is CSV",
    arguments: [
      ("o.csv", "id,"), ("o.CSV", "id,"), ("o.tsv", "id\t"), ("o.json", "["), ("o.jsonl", "{"), ("o.md", "A cluster"),
      ("o.txt", "A cluster"), ("o", "id,"),
    ])
  func byEnding(name: String, start: String) throws {
    let folder = try Folder()
    let run = try Program.run("metrics", Self.network, "-o", folder.path(name))
    let text = try folder.read(name)
    #expect(run.status == 0 && text.hasPrefix(start))
  }

  @Test("Comparing equal networks is silent but for a sentence; agreement is a table of its own")
  func equal() throws {
    let run = try Program.run("compare", Self.network, Self.network)
    #expect(run.status == 0 && run.output == "change,subject,before,after\n")
    #expect(run.errors.contains("Nothing has changed."))
    let agreement = try Program.run("compare", Self.network, Self.network, "--show", "agreement")
    let count = try actors
    #expect(agreement.output == "measure,value\nactors_in_both,\(count)\nadjusted_rand,1\n")
  }

  private var actors: Int {
    get throws {
      try String(contentsOf: Program.root.appending(path: "\(Self.network)/actors.csv"), encoding: .utf8)
        .split(separator: "\n").count - 1
    }
  }

  @Test("A snapshot holds the part that was selected, and what a list of ties cannot hold is said")
  func convert() throws {
    let folder = try Folder()
    for selection in [["--from", "2022", "--to", "2022"], ["--layers", "joint_project"]] {
      #expect(try Program.run(["convert", Self.network, "-o", folder.path("part.kesi")] + selection).status == 0)
      let part = try Program.run("summary", folder.path("part.kesi")).output
      let whole = try Program.run(["summary", Self.network] + selection).output
      #expect(part == whole)
    }
    for choice in [["--kind", "enterprise"], ["--zone", "Z1"], ["--chain", "biomedicine"]] {
      let run = try Program.run(["convert", Self.network, "-o", folder.path("other.kesi")] + choice)
      #expect(
        run.status == 64 && run.errors.contains(choice[0])
          && !FileManager.default.fileExists(atPath: folder.path("other.kesi")))
    }
    let run = try Program.run("convert", Self.network, "-o", folder.path("part.csv"))
    for word in ["chains", "positions", "consortia", "memberships", ".kesi"] { #expect(run.errors.contains(word)) }
    for (place, status) in [("tables/", 0), ("tables", 73), ("none/tables/", 73)] as [(String, Int32)] {
      let run = try Program.run("convert", Self.network, "-o", folder.path(place))
      #expect(run.status == status && run.errors.isEmpty == (status == 0), "\(place): \(run.errors)")
    }
    #expect(try Program.run("summary", folder.path("tables")).output == Program.run("summary", Self.network).output)
    let refused = try Program.run("convert", Self.network, "-o", folder.path("other/"), "--directed")
    #expect(refused.status == 64 && refused.errors.contains("folder of tables"))
    try folder.write("source,target\na,b\n", to: "t.csv")
    #expect(try Program.run("convert", folder.path("t.csv"), "-o", folder.path("u.csv")).errors.isEmpty)
  }
}

@Suite("Mistakes on the command line")
struct MistakeTests {
  private static let network = "Tests/Networks/cluster"

  @Test(
    "Each is told in a line, with status 64 and no list of all options",
    arguments: [
      ("metrics NET --from 2024 --to 2020", "--from"), ("metrics NET --measure degree,degree", "twice"),
      ("metrics NET --measure degree,联系数", "twice"), ("metrics NET --chain ''", "--chain"),
      ("metrics NET --kind ''", "--kind"),
      ("metrics NET --top -1", "--top"), ("metrics NET --sort nope", "nope"), ("metrics NET --measure ''", "--measure"),
      ("gaps NET --draws -5", "--draws"), ("gaps NET --seed -1", "--seed"), ("metrics NET --threads -1", "--threads"),
      ("what-if NET --place new:platform@equipment/nostage", "upstream"),
      ("what-if NET --remove E1 --add E1:E3", "E1"), ("what-if NET --remove E1 --place E1@equipment", "E1"),
      ("what-if NET --add E1:E3:typo", "joint_project"),
      ("what-if NET --place E1@equipment/", "stage"), ("what-if NET --place new:robot@equipment", "kind"),
      ("metrics NET --bom", "--bom"), ("metrics NET --excel --format json", "--excel"),
      ("metrics NET --headers zh --format table", "--headers"), ("explain --topic gap degree", "--topic"),
      ("compare NET NET --before 2021", "--after"), ("nonsense", "nonsense"), ("metrics", "network"),
      ("metrics NET --resolution=-1", "--resolution"), ("resilience NET --removal --runs -2", "--runs"),
    ])
  func mistakes(line: String, word: String) throws {
    let words = line.split(separator: " ").map { $0 == "NET" ? Self.network : $0 == "''" ? "" : String($0) }
    let run = try Program.run(words)
    #expect(run.status == 64, "\(line): \(run.status) \(run.errors)")
    #expect(run.output.isEmpty && run.errors.contains(word), "\(line): \(run.errors)")
    #expect(!run.errors.contains("<subcommand>") && run.errors.split(separator: "\n").count <= 2, "\(run.errors)")
  }

  @Test("Columns and measures go by their Chinese names, too")
  func chineseNames() throws {
    let english = try Program.run(
      "metrics", Self.network, "--measure", "betweenness,constraint", "--sort", "betweenness")
    let chinese = try Program.run("metrics", Self.network, "--measure", "中介中心度，约束度", "--sort", "中介中心度")
    #expect(chinese.status == 0 && chinese.output == english.output, "\(chinese.errors)")
  }

  @Test("With --headers zh no head and no code is left in English")
  func chineseHeads() throws {
    let gaps = try Program.run("gaps", Self.network, "--headers", "zh", "--excel")
    #expect(gaps.output.unicodeScalars.first == "\u{FEFF}")
    #expect(
      gaps.output.contains("编号") && !gaps.output.contains("critical") && !gaps.output.contains("structural_hole,"))
    let rows = try Program.run("metrics", Self.network, "--measure", "degree", "--headers", "zh", "--format", "json")
    let objects = try #require(try JSONSerialization.jsonObject(with: Data(rows.output.utf8)) as? [[String: Any]])
    let kinds = Set(objects.compactMap { $0["主体类型"] as? String })
    #expect(kinds.contains("企业") && !kinds.contains("enterprise"))
    #expect(Set(objects.compactMap { $0["编号"] as? String }).contains("U1"))
  }

  @Test("A run that is ended takes with it the program that makes its document", arguments: ["TERM", "INT", "HUP"])
  func documentProgram(signal: String) throws {
    let place = try Folder()
    try place.write("source,target\na,b\nb,c\n", to: "t.csv")
    try FileManager.default.createDirectory(atPath: place.path("bin"), withIntermediateDirectories: false)
    try place.write("#!/bin/sh\necho $$ > '\(place.path("pid"))'\nexec sleep 60\n", to: "bin/pandoc")
    let run = try place.shell(
      """
      set -m; chmod +x bin/pandoc; export PATH="$PWD/bin:$PATH"
      kesi report t.csv -o t.docx --draws 100 --quiet & own=$!
      for i in $(seq 600); do [ -s pid ] && break; sleep 0.1; done
      # The shell of the job passes no signal on: its child is the run.
      kill -\(signal) $(ps -o pid= --ppid $own | head -1) 2> /dev/null || kill -\(signal) $own
      wait $own
      kill -0 $(cat pid) 2> /dev/null && echo alive || echo gone
      ls t.docx 2> /dev/null
      """)
    #expect(run.output == "gone\n", "\(run.output) \(run.errors)")
  }
}
