import Foundation
import Testing

@testable import kesi

@Suite("Kesi among other programs")
struct PipeTests {
  private static let network = "Tests/Networks/cluster"

  private func rows(_ arguments: String...) throws -> [[String: Any]] {
    let run = try Program.run(arguments + ["--format", "json", "--quiet"])
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]], "\(run.errors)")
  }

  @Test("chains --fail-on ends with 1 where a chain is rated so or weaker, and writes the table all the same")
  func chains() throws {
    let verdicts = try rows("chains", Self.network).compactMap { $0["verdict"] as? String }
    let weak = try Program.run("chains", Self.network, "--fail-on", "weak", "--quiet")
    #expect(weak.status == (verdicts.contains("weak") ? 1 : 0))
    let developing = try Program.run("chains", Self.network, "--fail-on", "developing", "--quiet")
    #expect(
      verdicts.contains("developing") && developing.status == 1 && developing.output.hasPrefix("id,name,chain_index"))
    #expect(try Program.run("chains", Self.network, "--fail-on", "strong").status == 64)
    #expect(try Program.run("chains", "graphs/classics/karate", "--fail-on", "developing").status == 0)
  }

  @Test("compare --fail-on ends with 1 where such a change is listed")
  func compare() throws {
    let (old, new) = (try Folder(), try Folder())
    for (folder, last) in [(old, "c,d\n"), (new, "")] {
      try folder.write("id,name,kind\na,A,x\nb,B,x\nc,C,x\n" + (last.isEmpty ? "" : "d,D,x\n"), to: "actors.csv")
      try folder.write("source,target\na,b\nb,c\nc,a\n" + last, to: "ties.csv")
    }
    func status(_ from: Folder, _ to: Folder, _ change: String) throws -> Int32 {
      try Program.run("compare", from.url.path, to.url.path, "--fail-on", change, "--quiet").status
    }
    for change in ["left", "dissolved", "worse", "any"] { #expect(try status(old, new, change) == 1, "\(change)") }
    #expect(try status(old, new, "chain") == 0)
    for change in ["left", "dissolved"] { #expect(try status(new, old, change) == 0, "\(change)") }
    #expect(try status(new, old, "any") == 1)
    for change in ["any", "worse", "gap"] { #expect(try status(old, old, change) == 0, "\(change)") }
  }

  @Test("Columns of the tables stand beside measures, by any name, each of its type")
  func columns() throws {
    let actors = try rows("metrics", Self.network, "--measure", "degree", "--columns", "片区,size,is_leader")
    #expect(actors[0]["zone"] as? String == "Z1" && actors[0]["size"] is NSNull && actors[0]["leader"] as? Int == 0)
    let header = try Program.run("metrics", Self.network, "--measure", "degree", "--columns", "zone,url", "--quiet")
      .output
    #expect(header.hasPrefix("id,name,kind,zone,url,degree\n"))
    let words = try Program.run(
      "metrics", Self.network, "--ties", "--measure", "bridge", "--columns", "stage", "--headers", "zh", "--quiet")
    #expect(words.output.contains("研发") && !words.output.contains("research"))
  }

  @Test("Carried columns stand there by their heads, numbers as numbers, and all gives every column that is filled")
  func carried() throws {
    let folder = try Folder()
    try folder.write("id,name,kind,Staff score,Code\na,A,x,1.5,007\nb,B,x,2,008\n", to: "actors.csv")
    try folder.write("source,target,kind,from,note\na,b,p,2020,first\nb,a,q,,second\n", to: "ties.csv")
    let actors = try rows("metrics", folder.url.path, "--measure", "degree", "--columns", "all")
    #expect(actors[0]["Staff score"] as? Double == 1.5 && actors[0]["Code"] as? String == "007")
    #expect(Set(actors[0].keys) == ["id", "name", "kind", "Staff score", "Code", "degree"])
    let ties = try rows("metrics", folder.url.path, "--ties", "--measure", "bridge", "--columns", "note,from")
    #expect(ties[0]["note"] as? [String] == ["first", "second"] && ties[0]["from"] as? [String] == ["2020", ""])
    let csv = try Program.run(
      "metrics", folder.url.path, "--ties", "--measure", "bridge", "--columns", "note", "--quiet", "--format", "csv")
    #expect(csv.output.contains(",first;second,"))
  }

  @Test(
    "A column that is not there is refused with the nearest, as is one that is there anyway",
    arguments: [("zonee", "Did you mean zone?"), ("kind", "anyway"), ("zone,片区", "twice"), (",", "names nothing")])
  func unknown(columns: String, words: String) throws {
    let run = try Program.run("metrics", Self.network, "--columns", columns)
    #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
  }

  @Test(
    "Several networks are one table with the network first",
    arguments: [
      ["summary"], ["metrics"], ["chains"], ["gaps", "--quick"], ["mixing", "--draws", "100"], ["check"],
      ["resilience"],
      ["suggest", "--ties", "1"],
    ])
  func each(call: [String]) throws {
    let networks = [Self.network, "Tests/Networks/colleges"]
    let run = try Program.run([call[0], "--each"] + networks + call.dropFirst() + ["--quiet", "--format", "csv"])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    let alone: [String] = try networks.map { network in
      try Program.run([call[0], network] + call.dropFirst() + ["--quiet", "--format", "csv"]).output
    }
    let first = alone[0].split(separator: "\n").map(String.init)
    #expect(lines[0] == "network," + first[0])
    #expect(lines[1] == "\(Self.network)," + first[1])
    let rows: Int = alone.reduce(0) { sum, text in sum + text.split(separator: "\n").count - 1 }
    #expect(lines.count == 1 + rows)
  }

  @Test("Of several networks one that cannot be used is reported by its name, and the others go on")
  func bad() throws {
    let folder = try Folder()
    try folder.write("id,name,kind\na,A,x\n", to: "actors.csv")
    try folder.write("source,target\na,nobody\n", to: "ties.csv")
    let run = try Program.run(
      "metrics", "--each", folder.url.path, Self.network, "--measure", "degree", "--sort", "degree", "--top", "1",
      "--quiet")
    #expect(run.status == 65 && run.errors.contains("\(folder.url.path):\nties.csv:2"), "\(run.errors)")
    #expect(run.output.split(separator: "\n").count == 2 && run.output.contains("\n\(Self.network),"))
    #expect(try Program.run("summary", "--each", "/none", Self.network, "--quiet").status == 66)
    let found = try Program.run("gaps", "--each", Self.network, "--quick", "--fail-on", "low", "--quiet")
    #expect(found.status == 1)
    #expect(try Program.run("summary", "--each", Self.network, "graphs/park", "--chain", "biomedicine").status == 64)
    #expect(try Program.run("render", "--each", Self.network).status == 64)
  }

  @Test("A schema of several networks has the column, too")
  func schema() throws {
    let run = try Program.run("summary", "--each", Self.network, "--format", "json-schema", "--quiet")
    #expect(run.output.contains(#""network""#))
  }

  @Test(
    "The pages in docs/ are what the program makes: run tools/pages",
    arguments: SchemaCommand.Page.allCases.map(\.rawValue), ["en", "zh"])
  func pages(page: String, language: String) throws {
    let file = "docs/\(page)" + (language == "zh" ? ".zh" : "") + ".md"
    let text = try String(contentsOf: Program.root.appending(path: file), encoding: .utf8)
    let made = try Program.run("schema", "--page", page, "--lang", language).output
    #expect(text == made, "\(file)")
    if page == "exit-codes" {
      for status in ExitStatus.allCases { #expect(text.contains("| \(status.rawValue) |")) }
    }
  }
}
