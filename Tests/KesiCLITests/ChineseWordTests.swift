import Foundation
import Testing

/// What Kesi says in Chinese, and what it says where it has nothing to show.
@Suite("Words for people")
struct ChineseWordTests {
  static let calls: [[String]] =
    [
      ["check"], ["summary"], ["metrics", "--all"], ["metrics", "--ties"], ["chains"],
      ["chains", "--explain", "CHAIN"],
      ["gaps"], ["suggest"], ["suggest", "--for", "CHAIN", "--positions", "5"],
      ["what-if", "--remove", "ACTOR", "--all"],
      ["what-if", "--place", "new:college@CHAIN"], ["compare", "--before", "2020", "--after", "2022", "--all"],
      ["compare", "--before", "2020", "--after", "2022", "--show", "agreement"], ["resilience"],
      ["resilience", "--removal", "--runs", "2"], ["resilience", "--removal", "--curve", "--runs", "2"],
      ["mixing", "--by", "chain"],
    ] + ["pairs", "square", "index", "roles", "helix"].map { ["mixing", "--show", $0] }

  /// Proper names, signs, and endings of files.
  static let known: Set<String> = [
    "PageRank", "Katz", "HITS", "Adamic", "Adar", "truss", "Leiden", "Rand",
  ]

  /// The words of ids and names that the tables of a network hold, which stay as they are.
  private func words(of folder: String) throws -> (own: Set<String>, actor: String, chain: String) {
    var own = Set<String>()
    var first: [String: String] = [:]
    for table in ["actors", "chains", "consortia"] {
      let path = Program.root.appending(path: "\(folder)/\(table).csv")
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { continue }
      let rows = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      for (place, column) in rows[0].enumerated() where ["id", "name", "name_zh", "short", "short_zh"].contains(column)
      {
        for row in rows.dropFirst() where place < row.count {
          own.formUnion(Self.latin(String(row[place])))
          if column == "id", first[table] == nil { first[table] = String(row[place]) }
        }
      }
    }
    return (own, first["actors"] ?? "", first["chains"] ?? "")
  }

  private static func latin(_ text: String) -> [String] { text.matches(of: /[A-Za-z]{3,}/).map { String($0.0) } }

  private static func texts(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(texts)
    case let object as [String: Any]: object.flatMap { [$0.key] + texts($0.value) }
    default: []
    }
  }

  @Test(
    "With --headers zh every word of Kesi's own is Chinese, in every table: only ids and names stay",
    arguments: ["cluster", "colleges"], calls)
  func headers(network: String, call: [String]) throws {
    let folder = "Tests/Networks/\(network)"
    let (own, actor, chain) = try words(of: folder)
    let given = call.dropFirst().map { $0.replacing("ACTOR", with: actor).replacing("CHAIN", with: chain) }
    let run = try Program.run([call[0], folder] + given + ["--headers", "zh", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    for row in rows {
      // The id of a gap stays what it is: other tables and programs go by it. So do names of files and heads, which are
      // those of who brought them.
      let isQuoted = { (head: String) in
        call[0] == "gaps" && ["编号", "一并消除"].contains(head) || call[0] == "check" && ["文件", "说明"].contains(head)
      }
      for (head, value) in row where !isQuoted(head) {
        for word in (Self.latin(head) + Self.texts(value).flatMap(Self.latin)) {
          #expect(own.contains(word) || Self.known.contains(word), "\(call): \(word) in \(head): \(value)")
        }
      }
    }
  }

  @Test("In Chinese a part of what was read says what it is a part of")
  func parts() throws {
    let run = try Program.run("check", "Tests/Networks/cluster", "--headers", "zh", "--format", "csv", "--quiet")
    let names = run.output.split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }.filter { !$0.isEmpty }
    #expect(names.contains("主体：企业") && names.contains("联系：联合项目"), "\(names)")
    #expect(Set(names).count == names.count)
  }

  @Test(
    "Where there is nothing to compare, mixing says why",
    arguments: [
      (["--show", "pairs"], "kind"), (["--show", "square"], "kind"), (["--show", "roles"], "kind"),
      (["--show", "helix"], "kind"), (["--show", "index"], "E-I"), (["--by", "zone"], "zone"),
      (["--by", "chain"], "chain"),
    ])
  func nothing(options: [String], word: String) throws {
    let folder = try Folder()
    let list = folder.path("ties.csv")
    try "source,target\na,b\nb,c\nc,a\nc,d\n".write(toFile: list, atomically: true, encoding: .utf8)
    for (language, said) in [("en", word), ("zh", "没有|不足")] {
      let run = try Program.run(["mixing", list, "--lang", language, "--format", "csv"] + options)
      #expect(run.status == 0)
      #expect(said.split(separator: "|").contains { run.errors.contains($0) }, "\(options): “\(run.errors)”")
    }
    #expect(try Program.run(["mixing", list, "--quiet"] + options).errors.isEmpty)
  }

  @Test("What only one of two networks states is neither compared nor drawn")
  func leftOut() throws {
    let (folder, other) = (try Folder(), try Folder())
    let actors = "id,name,kind\nA,A,enterprise\nB,B,enterprise\nC,C,college\nD,D,college\n"
    for place in [folder, other] {
      try actors.write(toFile: place.path("actors.csv"), atomically: true, encoding: .utf8)
    }
    for place in [folder, other] {
      let ties = "source,target\nA,B\nB,C\n" + (place === folder ? "C,D\n" : "")
      try ties.write(toFile: place.path("ties.csv"), atomically: true, encoding: .utf8)
    }
    try "assess: [levels]\n".write(toFile: other.path("network.yml"), atomically: true, encoding: .utf8)
    let picture = other.path("p.svg")
    let arguments = [
      "compare", folder.url.path, other.url.path, "--lang", "en", "--format", "csv", "--all", "--picture", picture,
    ]
    let run = try Program.run(arguments)
    #expect(run.status == 0 && run.errors.contains("ties"), "\(run.errors)")
    let rows = run.output.split(separator: "\n").dropFirst()
    #expect(rows.allSatisfy { $0.hasPrefix("measure,actors,") || $0.hasPrefix("measure,gaps,") }, "\(run.output)")
    let drawn = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(drawn.contains("4 actors") && drawn.firstMatch(of: /\d ties</) == nil && !drawn.contains("dissolved"))
  }

  @Test("Help says in which order --sort puts rows")
  func order() throws {
    let help = try Program.run("metrics", "--help").output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(help.contains("numbers from the largest, words in order"))
  }
}
