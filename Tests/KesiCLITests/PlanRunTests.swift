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
    // How near at hand a step is stands beside what it would bring, and the certainty says of what it is.
    for column in ["lead", "gain", "certainty", "plausibility"] {
      #expect(lines.contains(column) && table.contains(column))
    }
    #expect(lines.contains("certainty of gap"))
    for column in ["deadline", "first", "done", "because"] { #expect(!lines.contains(column)) }
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

  /// A table that holds no commas but between cells, as columns by their heads.
  private static func columns(_ text: String) -> [[String: String]] {
    let rows = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
    }
    return rows.dropFirst().map { Dictionary(zip(rows[0], $0)) { first, _ in first } }
  }

  @Test("Who stood in the chain already has not come for a step; what is done, and written, is read once more")
  func again() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "again-\(UUID())")
    try FileManager.default.copyItem(at: Program.root.appending(path: "graphs/consortium"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let plans = (0..<2).map { FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID())-\($0).csv").path }
    defer { for plan in plans { try? FileManager.default.removeItem(atPath: plan) } }
    func review(_ plan: String) throws -> [String: String] {
      let run = try Program.run(
        "plan", folder.path, "--since", plan, "--steps", "0", "--format", "csv", "--lang", "en", "--quiet")
      #expect(run.status == 0, "\(run.errors)")
      return try #require(Self.columns(run.output).first)
    }
    let first = try Program.run(
      "plan", folder.path, "--with", "new:platform@robotics", "--steps", "0", "-o", plans[0], "--quiet")
    #expect(first.status == 0, "\(first.errors)")
    #expect(try review(plans[0])["state"] == "open")
    func append(_ row: String, to table: String) throws {
      let file = folder.appending(path: table)
      var text = try String(contentsOf: file, encoding: .utf8)
      if !text.hasSuffix("\n") { text += "\n" }
      try (text + row + "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    try append("NEWP,New base,新基地,,,platform,park,0,", to: "actors.csv")
    try append("NEWP,robotics,platform,midstream,,,", to: "positions.csv")
    let done = try review(plans[0])
    #expect(done["state"] == "done")
    let second = try Program.run(
      "plan", folder.path, "--since", plans[0], "--steps", "0", "-o", plans[1], "--quiet")
    #expect(second.status == 0, "\(second.errors)")
    let again = try review(plans[1])
    for column in ["state", "promised", "achieved", "scenario", "there_before"] {
      #expect(again[column] == done[column], "\(column)")
    }
  }

  @Test(
    "What is left to do of a plan is as plausible and as certain as in a plan that is made anew; odd words are said")
  func plausibility() throws {
    let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: plan) }
    func rows(_ options: [String]) throws -> [[String: Any]] {
      let run = try Program.run(["plan", "graphs/consortium", "--format", "json", "--quiet"] + options)
      #expect(run.status == 0, "\(run.errors)")
      return try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    }
    _ = try Program.run("plan", "graphs/consortium", "--steps", "3", "-o", plan.path, "--quiet")
    let fresh = try rows(["--steps", "3"])
    let again = try rows(["--since", plan.path, "--steps", "0"])
    #expect(again.count == fresh.count)
    for (old, new) in zip(fresh, again) {
      #expect(new["certainty"] as? String == old["certainty"] as? String && new["certainty"] is String)
      let (a, b) = (old["plausibility"] as? Double, new["plausibility"] as? Double)
      #expect((a == nil) == (b == nil) && abs((a ?? 0) - (b ?? 0)) < 1e-9)
    }
    #expect(fresh.contains { $0["plausibility"] is Double })
    // What is not to be done any more is what the plan had it to be.
    let text = try String(contentsOf: plan, encoding: .utf8)
    try text.replacing("add ", with: "add GONE-").write(to: plan, atomically: true, encoding: .utf8)
    let gone = zip(fresh, try rows(["--since", plan.path, "--steps", "0"])).filter {
      $1["state"] as? String == "not_possible"
    }
    #expect(!gone.isEmpty)
    for (old, new) in gone {
      #expect(new["certainty"] as? String == old["certainty"] as? String && new["certainty"] is String)
      #expect(new["plausibility"] as? Double == old["plausibility"] as? Double)
      #expect((new["basis"] as? String)?.contains("GONE-") == true)
    }
    // Who writes a word of their own there is told that it is not taken over.
    let odd = text.replacing(",high,", with: ",quite,").replacing(",moderate,", with: ",quite,")
    #expect(odd != text)
    try odd.write(to: plan, atomically: true, encoding: .utf8)
    let run = try Program.run(
      "plan", "graphs/consortium", "--since", plan.path, "--steps", "0", "--format", "csv", "--lang", "en")
    #expect(run.status == 0 && run.errors.contains("“quite”, is none of high, moderate, to check"), "\(run.errors)")
  }

  @Test("Two lines of a step may have a blank after the semicolon between them")
  func blank() throws {
    let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: plan) }
    try "step,gain,cluster_index_to,gaps,scenario\n0,,,,add E1--U3; 新增 E2--U3\n"
      .write(to: plan, atomically: true, encoding: .utf8)
    let run = try Program.run(
      "plan", Self.network, "--since", plan.path, "--steps", "0", "--format", "csv", "--lang", "en", "--quiet")
    let step = try #require(Self.columns(run.output).first, "\(run.errors)")
    #expect(step["scenario"] == "add E1--U3;新增 E2--U3" && step["state"] != "not_possible")
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
