import Foundation
import Testing

@Suite("kesi plan")
struct PlanRunTests {
  private static let network = "Tests/Networks/cluster"

  @Test("Steps that are decided come first, as step 0, with what they add, be it less than nothing")
  func decided() throws {
    let run = try Program.run(
      "plan", Self.network, "--with", "new:platform@biomedicine", "--steps", "1", "--format", "csv", "--quiet")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(run.status == 0 && rows.count >= 2 && rows[1][0] == "0", "\(run.errors)")
    #expect(run.output.contains("place new:platform@biomedicine"))
    let gain = try #require(rows[0].firstIndex(of: "gain"))
    let first = try #require(Double(rows[1][gain]))
    let (before, after) = (
      try #require(rows[0].firstIndex(of: "cluster_index_from")),
      try #require(rows[0].firstIndex(of: "cluster_index_to"))
    )
    let (from, to) = (try #require(Double(rows[1][before])), try #require(Double(rows[1][after])))
    #expect(abs(first - (to - from)) < 1e-9 && first != 0)
  }

  @Test("What is decided and forbidden at once is refused, in whatever order the two are named")
  func contradiction() throws {
    for pair in ["E1:U3", "U3:E1"] {
      let run = try Program.run("plan", Self.network, "--with", "E1:U3", "--without", pair)
      #expect(run.status == 64 && run.errors.contains("--without names the same two"), "\(run.errors)")
    }
  }

  @Test("Lines for people have what matters; sheets and programs have all, with a column for the deadline")
  func width() throws {
    func head(_ format: String) throws -> String {
      let run = try Program.run("plan", Self.network, "--steps", "1", "--format", format, "--quiet", "--lang", "en")
      return run.output.split(separator: "\n").first { $0.contains("task") }.map { String($0) } ?? ""
    }
    let (lines, table) = (try head("markdown"), try head("csv"))
    for column in ["lead", "gain", "certainty"] { #expect(lines.contains(column) && table.contains(column)) }
    for column in ["deadline", "first", "done", "because", "plausibility"] { #expect(!lines.contains(column)) }
    for column in ["deadline", "first_action", "done_when", "basis", "plausibility"] { #expect(table.contains(column)) }
  }

  @Test(
    "A plan that was written is read back, as CSV in either language and as a workbook, and new steps are counted on")
  func since() throws {
    for (ending, options) in [
      ("csv", [String]()), ("csv", ["--headers", "zh"]), ("xlsx", ["--lang", "zh"]), ("xlsx", ["--lang", "en"]),
    ] {
      let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).\(ending)").path
      defer { try? FileManager.default.removeItem(atPath: plan) }
      let first = try Program.run(
        ["plan", Self.network, "--steps", "2", "-o", plan, "--quiet"] + options)
      #expect(first.status == 0, "\(first.errors)")
      let run = try Program.run(
        "plan", Self.network, "--since", plan, "--steps", "3", "--format", "csv", "--lang", "en")
      let rows = run.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      #expect(run.status == 0 && rows.count == 4, "\(run.errors)")
      #expect(rows.dropFirst().map { $0[0] } == ["1", "2", "3"])
      #expect(rows.dropFirst().map { $0[1] } == ["open", "open", ""])
      #expect(run.errors.contains("When the plan was written") && run.errors.contains("Of its 2 steps: 2 open."))
    }
    let none = try Program.run("plan", Self.network, "--since", "\(Self.network)/actors.csv")
    #expect(none.status == 65 && none.errors.contains("is no plan"), "\(none.status) \(none.errors)")
  }

  @Test("A budget without costs counts steps and says so")
  func budget() throws {
    let run = try Program.run("plan", Self.network, "--budget", "2", "--format", "csv", "--lang", "en")
    #expect(run.status == 0 && run.output.split(separator: "\n").count == 3)
    #expect(run.errors.contains("each step counts 1"))
    #expect(try Program.run("plan", Self.network, "--budget", "-1").status == 64)
  }

  @Test("A trend says above it why its last year is not what the summary has")
  func trend() throws {
    let run = try Program.run("trend", Self.network, "--format", "markdown", "--lang", "en", "--quiet")
    #expect(run.output.contains("Each year counts only what lasted in it"))
  }
}
