import Foundation
import Testing

@Suite("kesi report --since")
struct ReportSinceTests {
  private static let network = "Tests/Networks/cluster"

  private func inFolder(_ body: (_ file: (String) -> String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "since-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body { folder.appending(path: $0).path }
  }

  @Test("The page tells in both languages what became of each step, and goes on from what is left")
  func page() throws {
    try inFolder { file in
      let plan = try Program.run("plan", Self.network, "--steps", "2", "-o", file("plan.csv"), "--quiet")
      #expect(plan.status == 0, "\(plan.errors)")
      let run = try Program.run(
        "report", Self.network, "--since", file("plan.csv"), "-o", file("r.html"), "--quiet")
      #expect(run.status == 0, "\(run.errors)")
      let page = try String(contentsOfFile: file("r.html"), encoding: .utf8)
      let start = try #require(page.firstRange(of: "<section id=\"progress\">"))
      let end = try #require(page[start.upperBound...].firstRange(of: "</section>"))
      let chapter = String(page[start.lowerBound..<end.lowerBound])
      #expect(chapter.contains("Of its 2 steps: 2 open.") && chapter.contains("方案共 2 步：未完成 2 步。"))
      #expect(chapter.ranges(of: "<th scope=\"row\">").count == 2)
      #expect(page.contains("href=\"#progress\"") && page.contains("此前方案的其余措施完成后"))
      // The plan of the page counts on, and is what kesi plan --since goes on with.
      let next = try Program.run(
        "plan", Self.network, "--since", file("plan.csv"), "--format", "json", "--lang", "en", "--quiet")
      let rows = try #require(
        try JSONSerialization.jsonObject(with: Data(next.output.utf8)) as? [[String: Any]], "\(next.errors)")
      #expect(rows.count > 2)
      for row in rows.dropFirst(2) { #expect(page.contains(try #require(row["task"] as? String))) }
    }
  }

  @Test("The workbook has a sheet of it, and its plan is what kesi plan --since wrote, so that it can be read back")
  func workbook() throws {
    try inFolder { file in
      _ = try Program.run("plan", Self.network, "--steps", "2", "-o", file("plan.csv"), "--quiet")
      let run = try Program.run(
        "report", Self.network, "--since", file("plan.csv"), "-o", file("r.xlsx"), "--lang", "zh", "--quiet")
      #expect(run.status == 0, "\(run.errors)")
      func rows(since plan: String) throws -> [[String]] {
        let run = try Program.run(
          "plan", Self.network, "--since", plan, "--format", "json", "--quiet", "--lang", "en")
        let rows = try #require(
          try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]], "\(run.errors)")
        return rows.map { ["\($0["step"] ?? "")", "\($0["scenario"] ?? "")"] }
      }
      let first = try rows(since: file("plan.csv"))
      let again = try rows(since: file("r.xlsx"))
      #expect(first.count > 2 && again.prefix(first.count).map { $0 } == first)
    }
  }

  @Test("What is no plan is refused, and a plan is not written over")
  func refused() throws {
    let none = try Program.run("report", Self.network, "--since", "\(Self.network)/actors.csv")
    #expect(none.status == 65 && none.errors.contains("is no plan"), "\(none.status) \(none.errors)")
    try inFolder { file in
      _ = try Program.run("plan", Self.network, "--steps", "1", "-o", file("plan.xlsx"), "--quiet")
      let over = try Program.run("report", Self.network, "--since", file("plan.xlsx"), "-o", file("plan.xlsx"))
      #expect(over.status == 64 && over.errors.contains("is not written over"), "\(over.status) \(over.errors)")
    }
  }
}
