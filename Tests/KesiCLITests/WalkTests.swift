import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every command and view on every network that ships, whole or in part, ends with an answer or, for a part, a refusal,
/// never in a trap; and what it writes can be read.
@Suite("The walk of everything")
struct WalkTests {
  static let networks =
    ["Tests/Networks/cluster", "Tests/Networks/colleges"]
    + ["suzhou", "suzhou-register", "wenzhou", "consortium", "majors", "park"].map { "graphs/\($0)" }
    + ["davis", "florentine", "karate", "kite"].map { "graphs/classics/\($0)" }

  static let calls: [[String]] =
    [
      ["check"], ["summary"], ["metrics", "--all"], ["metrics", "--ties"], ["chains"], ["gaps", "--draws", "100"],
      ["suggest", "--ties", "2"], ["suggest", "--goal", "resilient", "--ties", "2"], ["what-if", "--remove", "ACTOR"],
      ["compare", "--before", "2020", "--after", "2022", "--draws", "100"], ["resilience"],
      ["resilience", "--removal", "--runs", "2"],
    ] + ["pairs", "square", "index", "roles", "helix"].map { ["mixing", "--show", $0] }
    + ["map", "chains", "coverage", "consortium", "gaps", "matrix"].map { ["render", "--view", $0] }
    + [
      ["render", "--color", "community", "--page", "a4", "--labels", "3"],
      ["render", "--view", "chains", "--bilingual", "--min-weight", "2"],
      ["render", "--view", "matrix", "--plain", "--font", "DejaVu Sans", "--color", "community"],
    ]
    + [["render", "--view", "ego", "--actor", "ACTOR"], ["report"], ["convert"]]

  static let selections: [[String]] = [
    ["--kind", "KIND"], ["--kind", "fund"], ["--zone", "ZONE"], ["--chain", "CHAIN"], ["--layers", "consortia"],
    ["--layers", "chains"], ["--from", "2998", "--to", "2999"],
  ]

  /// Tables that a network has to have for a call to be answered.
  static func needed(by call: [String]) -> [String] {
    if call.contains("consortium") { return ["consortia"] }
    if call.contains("--view"), call.contains("chains") || call.contains("coverage") { return ["chains"] }
    return []
  }

  /// The first actor, kind, zone and chain of a network.
  private func words(of network: String) throws -> [String: String] {
    func column(_ name: String, of table: String) throws -> String? {
      let path = Program.root.appending(path: "\(network)/\(table).csv")
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      guard let place = lines[0].firstIndex(where: { $0 == name }) else { return nil }
      return lines.dropFirst().lazy.map { String($0[place]) }.first { !$0.isEmpty }
    }
    return [
      "ACTOR": try column("id", of: "actors"), "KIND": try column("kind", of: "actors"),
      "ZONE": try column("zone", of: "actors"), "CHAIN": try column("id", of: "chains"),
    ].compactMapValues { $0 }
  }

  /// The whole network with every call; a part of it as well, another with each call and network, so that all take turns.
  @Test("The whole is answered, a part answered or refused, and what is answered can be read", arguments: networks)
  func walk(network: String) throws {
    let words = try words(of: network)
    let place = Self.networks.firstIndex(of: network) ?? 0
    for (number, call) in Self.calls.enumerated() {
      try walk(network, call, [], words, turn: number + place)
      // Checking is of the whole; two dates are no period.
      var parts = call[0] == "check" ? [] : Self.selections
      if call[0] == "compare" { parts.removeLast() }
      guard !parts.isEmpty else { continue }
      try walk(network, call, parts[(number + place) % parts.count], words, turn: number + place + 1)
    }
  }

  private func walk(_ network: String, _ call: [String], _ selection: [String], _ words: [String: String], turn: Int)
    throws
  {
    let given = call.dropFirst() + selection
    let isWord = { (word: String) in word.wholeMatch(of: /[A-Z]+/) != nil }
    guard given.allSatisfy({ !isWord($0) || words[$0] != nil }) else { return }
    var arguments = [call[0], network] + given.map { words[$0] ?? $0 }
    if call[0] != "check" { arguments += ["--threads", "1"] }
    let folder = try Folder()
    let isTable = !["render", "report", "convert"].contains(call[0])
    let format = ["csv", "json", "ndjson", "tsv", "markdown"][turn % 5]
    let output = folder.path(
      call[0] == "render" ? "o.svg" : call[0] == "report" ? "o.html" : ["o.csv", "o.kesi", "o/"][turn % 3])
    arguments += isTable ? ["--format", format, "--lang", turn % 2 == 0 ? "zh" : "en"] : ["-o", output]
    let run = try Program.run(arguments)
    let name = "\(arguments)"
    let tables = Self.needed(by: call).map { Program.root.appending(path: "\(network)/\($0).csv").path }
    let isAnswerable = tables.allSatisfy(FileManager.default.fileExists)
    if selection.isEmpty, isAnswerable {
      #expect(run.status == 0, "\(name): \(run.errors)")
    } else {
      #expect([0, 64, 65].contains(run.status), "\(name): \(run.status) \(run.errors)")
    }
    guard run.status == 0 else {
      #expect(!run.errors.isEmpty && run.output.isEmpty, "\(name)")
      return
    }
    switch call[0] {
    case "render": checkPicture(output, name)
    case "report": try checkPage(output, name)
    case "convert":
      let again = try Program.run("summary", output, "--format", "json")
      // A list of which only the heads are left is no network.
      if again.status == 65, again.errors.contains("holds no ties") {
        let lines = try Data(contentsOf: URL(filePath: output)).count { $0 == 0x0A }
        #expect(!selection.isEmpty && lines == 1, "\(name)")
        return
      }
      #expect(again.status == 0, "\(name): \(again.errors)")
      try check(again.output, "json", name)
    default: try check(run.output, format, name)
    }
  }

  private func check(_ text: String, _ format: String, _ name: String) throws {
    switch format {
    case "csv", "tsv":
      let rows = Self.rows(text, format == "csv" ? "," : "\t")
      #expect(!rows.isEmpty && Set(rows).count == 1, "\(name): rows of \(Set(rows)) fields")
    case "json":
      #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    case "ndjson":
      for line in text.split(separator: "\n") {
        #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
      }
    default: #expect(text.contains("| ---"), "\(name)")
    }
  }

  /// How many fields each record has.
  private static func rows(_ text: String, _ delimiter: Unicode.Scalar) -> [Int] {
    var (rows, fields, isQuoted) = ([Int](), 1, false)
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == delimiter { fields += 1 }
      if scalar == "\n" {
        rows.append(fields)
        fields = 1
      }
    }
    return rows
  }

  /// Every picture is read strictly.
  private func checkPicture(_ path: String, _ name: String) {
    guard let data = FileManager.default.contents(atPath: path) else {
      Issue.record("\(name): no picture")
      return
    }
    #expect(String(validating: data, as: UTF8.self) != nil, "\(name): no UTF-8")
    let parser = XMLParser(data: data)
    #expect(parser.parse(), "\(name): \(String(describing: parser.parserError)) in line \(parser.lineNumber)")
  }

  /// Every element of a page ends where it should, and its data are JSON.
  private func checkPage(_ path: String, _ name: String) throws {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let empty: Set<Substring> = ["meta", "link", "input", "br", "hr", "img", "col", "wbr"]
    var (open, rest, data): ([Substring], Substring, Substring?) = ([], text[...], nil)
    while let tag = rest.firstMatch(of: /<(\/?)([a-zA-Z][-a-zA-Z0-9]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/) {
      rest = rest[tag.range.upperBound...]
      let element = tag.2
      if tag.1.isEmpty {
        if !empty.contains(element), !tag.3.hasSuffix("/") { open.append(element) }
        guard element == "script" || element == "style" else { continue }
        // Text up to its own end, whatever is in it.
        let end = try #require(rest.firstRange(of: "</\(element)>"), "\(name): \(element) has no end")
        if tag.3.contains("application/json") { data = rest[..<end.lowerBound] }
        rest = rest[end.lowerBound...]
      } else {
        try #require(open.popLast() == element, "\(name): </\(element)> ends no element")
      }
    }
    #expect(open.isEmpty, "\(name): \(open) without end")
    let json = try #require(data, "\(name): no data")
    #expect(throws: Never.self, "\(name)") { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
  }
}
