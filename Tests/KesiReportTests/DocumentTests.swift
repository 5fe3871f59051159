import Foundation
import KesiCluster
import KesiNetwork
import KesiResults
import KesiTestSupport
import Testing

@testable import KesiFormats
@testable import KesiReport

@Suite(
  "The report as a document", .serialized, .enabled(if: (try? Pandoc.find()) != nil, "pandoc is not installed"))
struct DocumentTests {
  private func parts(of network: Network, in language: Language) throws -> [String: String] {
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
    return try parts(of: Report(of: analysis, language: language, version: "1"))
  }

  private func parts(of report: Report) throws -> [String: String] {
    let bytes = try report.document()
    let archive = try ZipArchive(FileSource.bytes(bytes, path: "r.docx").contents(), file: "r.docx")
    var parts: [String: String] = [:]
    for entry in archive.entries where entry.name.hasSuffix(".xml") {
      var part: [UInt8] = []
      try archive.unpack(entry) { part += $0 }
      parts[entry.name] = String(decoding: part, as: UTF8.self)
    }
    return parts
  }

  /// What a reader sees.
  private func text(_ xml: String) -> String {
    xml.matches(of: /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/).map { String($0.1) }.joined(separator: "\n")
  }

  @Test("It is in one language, without words of controls or scripts, with the mark of illustrative data on each page")
  func language() throws {
    var network = try fixture("cluster")
    network.profile.isIllustrative = true
    let chinese = try parts(of: network, in: .zh)
    let english = try parts(of: network, in: .en)
    let (body, other) = (text(chinese["word/document.xml"] ?? ""), text(english["word/document.xml"] ?? ""))
    #expect(body.contains("先做什么") && body.contains("薄弱环节") && !body.contains("What to do first"))
    #expect(other.contains("What to do first") && other.contains("Gaps") && !other.contains("薄弱环节"))
    for word in ["显示全部", "定位", "逐一查看", "getElementById", "Find an actor", "On the map", "Download"] {
      #expect(!body.contains(word) && !other.contains(word), "\(word)")
    }
    #expect(body.contains("不作为决策依据") && (chinese["word/footer1.xml"] ?? "").contains("示意数据"))
    #expect((english["word/footer1.xml"] ?? "").contains("illustrative data"))
    #expect(!(chinese["word/document.xml"] ?? "").contains("w:hyperlink"))
  }

  @Test("With an earlier plan it has a chapter on what became of that, in its language", arguments: Language.allCases)
  func progress(language: Language) throws {
    let analysis = Analysis(of: try NetworkGraph(of: try fixture("cluster")), draws: 100)
    let text =
      "step,task,deadline,gain,cluster_index_from,cluster_index_to,gaps,scenario\n1,Meet <b>,2099,1.5,40,41.5,,add E1--U3\n"
    let written = try WrittenPlan(.bytes(Array(text.utf8), path: "plan.csv"))
    let reviews = try analysis.review(of: written.steps.map { PastStep(lines: $0.lines, gaps: $0.gaps) })
    let reviewed = ReviewedPlan(written, reviews, now: try #require(analysis.clusterIndex()?.value))
    let soFar = PlanSoFar(reviewed, ahead: analysis, left: EarlierSteps())
    let report = try Report(of: analysis, since: soFar, language: language, version: "1")
    let body = self.text(try parts(of: report)["word/document.xml"] ?? "")
    let words = [
      Phrase("What became of the plan", zh: "方案进展"), Phrase("Still to gain", zh: "尚待实现"), reviews[0].state.label,
    ]
    for word in words {
      #expect(body.contains(word(language)), "\(word)")
      let other = word(language == .zh ? .en : .zh)
      #expect(other == "open" || !body.contains(other), "\(other)")
    }
    #expect(body.contains("Meet &lt;b&gt;") && body.contains("2099") && body.contains("41.5"))
    // New steps are counted on.
    #expect(report.planItems.isEmpty || report.planItems[0].number.markup == "2")
  }

  @Test("Heads of tables come again on each page, A4 is the page, and Chinese has fonts that Word has")
  func look() throws {
    let parts = try parts(of: fixture("cluster"), in: .zh)
    let (body, styles) = (parts["word/document.xml"] ?? "", parts["word/styles.xml"] ?? "")
    let tables = body.ranges(of: "<w:tbl>").count
    #expect(tables > 2 && body.ranges(of: "<w:tblHeader").count == tables)
    #expect(body.contains("w:w=\"11906\"") && body.contains("w:h=\"16838\""))
    #expect(styles.contains("w:eastAsia=\"宋体\"") && styles.contains("w:eastAsia=\"黑体\""))
    #expect(styles.contains("w:insideH") && body.contains("<w:tblStyle w:val=\"Table\""))
  }

  @Test("The same report is the same bytes, and nothing stays behind")
  func same() throws {
    let before = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
    let analysis = Analysis(of: try NetworkGraph(of: fixture("cluster")), draws: 100)
    let report = try Report(of: analysis, language: .en, version: "1")
    #expect(try report.document() == report.document())
    let after = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
    #expect(after.filter { $0.hasPrefix("kesi-") && !before.contains($0) && $0.utf8.count == 11 }.isEmpty)
  }

  @Test("No name is markup to pandoc")
  func hostile() throws {
    var network = try fixture("cluster")
    let name = "<b>x</b> <img src=/etc/passwd>"
    for actor in network.actors.indices { (network.actors[actor].name, network.actors[actor].nameZh) = (name, name) }
    let body = try parts(of: network, in: .zh)["word/document.xml"] ?? ""
    #expect(body.ranges(of: "<w:drawing>").count == 1)
  }
}
