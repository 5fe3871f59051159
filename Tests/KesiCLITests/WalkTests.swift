import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Every command and view on every sort of network and selection ends with an answer or a refusal, never in a trap, and
/// what it prints can be read.
@Suite("The walk of everything")
struct WalkTests {
  static let networks = [
    "Tests/Networks/cluster", "Tests/Networks/colleges", "graphs/consortium", "graphs/classics/karate",
    "graphs/classics/davis",
  ]

  static let calls: [[String]] =
    [
      ["check"], ["summary"], ["metrics", "--all"], ["metrics", "--ties"], ["chains"], ["gaps", "--draws", "100"],
      ["suggest", "--ties", "2"], ["suggest", "--goal", "resilient", "--ties", "2"], ["what-if", "--remove", "ACTOR"],
      ["compare", "--before", "2020", "--after", "2022", "--draws", "100"], ["resilience"],
      ["resilience", "--removal", "--runs", "2"],
    ] + ["pairs", "square", "index", "roles", "helix"].map { ["mixing", "--show", $0] }
    + ["map", "chains", "coverage", "consortium", "gaps", "matrix"].map { ["render", "--view", $0] }
    + [["render", "--view", "ego", "--actor", "ACTOR"], ["report"], ["convert"]]

  static let selections: [[String]] = [
    [], ["--kind", "KIND"], ["--kind", "fund"], ["--zone", "ZONE"], ["--chain", "CHAIN"], ["--layers", "consortia"],
    ["--layers", "chains"], ["--from", "2998", "--to", "2999"],
  ]

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

  @Test("An answer that can be read, or a refusal", arguments: networks)
  func walk(network: String) throws {
    let words = try words(of: network)
    for (number, call) in Self.calls.enumerated() {
      for (place, selection) in Self.selections.enumerated() {
        if call[0] == "check", !selection.isEmpty { continue }
        if call[0] == "compare", selection.contains("--from") { continue }
        // The page holds all the rest; two selections of it are enough.
        if call[0] == "report", place % 3 != 0 { continue }
        var arguments = [call[0], network] + call.dropFirst() + selection
        guard arguments.allSatisfy({ $0 != $0.uppercased() || $0.first == "-" || words[$0] != nil || Int($0) != nil })
        else { continue }
        arguments = arguments.map { words[$0] ?? $0 } + ["--threads", "1"]
        let folder = try Folder()
        let isPicture = call[0] == "render"
        let isTable = !["render", "report", "convert"].contains(call[0])
        let format = ["csv", "json", "ndjson", "tsv", "markdown"][(number + place) % 5]
        if isTable { arguments += ["--format", format, "--lang", place % 2 == 0 ? "zh" : "en"] }
        if isPicture { arguments += ["-o", folder.path("o.svg")] }
        if call[0] == "convert" { arguments += ["-o", folder.path(place % 2 == 0 ? "o.csv" : "o.kesi")] }
        let run = try Program.run(arguments)
        #expect([0, 64, 65].contains(run.status), "\(arguments): \(run.status) \(run.errors)")
        guard run.status == 0 else {
          #expect(!run.errors.isEmpty && run.output.isEmpty, "\(arguments)")
          continue
        }
        if isTable { try check(run.output, format, "\(arguments)") }
        if isPicture { checkPicture(folder.path("o.svg"), "\(arguments)") }
      }
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
}
