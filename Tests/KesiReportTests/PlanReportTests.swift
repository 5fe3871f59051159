import KesiCluster
import KesiFormats
import KesiNetwork
import KesiResults
import KesiTestSupport
import Testing

@testable import KesiReport

@Suite("The plan on the page")
struct PlanReportTests {
  @Test("It opens with how the cluster stands, what would raise it, and the first step", arguments: Language.allCases)
  func opening(language: Language) throws {
    let network = try shipped("suzhou")
    let analysis = Analysis(of: try NetworkGraph(of: network), draws: 100)
    let report = try Report(of: analysis, language: language, version: "1")
    let index = try #require(analysis.clusterIndex()?.value)
    #expect(report.sentences[0](language).contains(Figure.points(index).text))
    let first = try #require(report.plan.first)
    #expect(report.sentences[2](language).contains(analysis.task(of: first)(language)))
    let page = String(decoding: try report.html(), as: UTF8.self)
    let plan = try #require(page.firstRange(of: "<section id=\"plan\">"))
    let map = try #require(page.firstRange(of: "<section id=\"map\">"))
    #expect(plan.lowerBound < map.lowerBound)
    for step in report.plan { #expect(page.contains(HTML(analysis.doneWhen(step)).markup)) }
    // Whoever would cost nothing is no risk.
    #expect(!report.riskItems.isEmpty && report.riskItems.count <= 10)
  }

  @Test("A network without an index has neither plan nor risks on its page")
  func nothing() throws {
    var network = Network()
    network.actors = [Actor(id: "a", name: "a"), Actor(id: "b", name: "b")]
    network.profile.assess = []
    let report = try Report(of: Analysis(of: try NetworkGraph(of: network)), language: .en, version: "1")
    #expect(report.planItems.isEmpty && report.riskItems.isEmpty && report.clusterSentence == nil)
    #expect(!String(decoding: try report.html(), as: UTF8.self).contains("<section id=\"plan\">"))
  }

  @Test(
    "The page speaks of no command and no option", arguments: ["suzhou", "wenzhou", "consortium", "majors", "park"])
  func commands(name: String) throws {
    let analysis = Analysis(of: try NetworkGraph(of: try shipped(name)), draws: 100)
    var page = String(decoding: try Report(of: analysis, language: .zh, version: "1").html(), as: UTF8.self)
    // What is drawn by scripts and styles is no text.
    for (start, end) in [("<style", "</style>"), ("<script>", "</script>"), ("<script nonce", "</script>")] {
      while let from = page.firstRange(of: start), let to = page[from.upperBound...].firstRange(of: end) {
        page.removeSubrange(from.lowerBound..<to.upperBound)
      }
    }
    #expect(page.firstRange(of: "kesi ") == nil)
    #expect(page.firstMatch(of: /[\s（(“`]--[a-z]/) == nil)
  }

  @Test("A verdict that rests on a block says so beside the index, on the card of the chain")
  func verdict() throws {
    let analysis = Analysis(of: try NetworkGraph(of: try shipped("suzhou")), draws: 100)
    let report = try Report(of: analysis, language: .en, version: "1")
    let held = try #require(
      analysis.weakestFirst().first { $0.index.verdict == .weak && ($0.index.range?.high ?? 0) >= 0.5 })
    let reason = try #require(analysis.reasonForVerdict(of: held.chain.index))
    let low = try #require(held.index.blocks.first { $0.range.high < 1.0 / 3 })
    #expect(reason.en.contains(" is \(Figure.index(low.range.high).text) at most, below 1/3"))
    #expect(reason.zh.contains("至多 \(Figure.index(low.range.high).text)，低于 1/3"))
    #expect(String(decoding: try report.html(), as: UTF8.self).contains(HTML(reason).markup))
    let note = try #require(analysis.verdictNote)
    #expect(note.en.contains("\(held.chain.chain.name(in: .en)) counts as weak, whatever its index: "))
    // Where the index itself is low, it says enough.
    for (chain, index) in analysis.weakestFirst() where (index.range?.high ?? 1) < 0.5 {
      #expect(analysis.reasonForVerdict(of: chain.index) == nil)
    }
  }

  @Test(
    "What chances of loss rest on stands in the methods, and what a step would open beside it, three at most by name")
  func besides() throws {
    let report = try Report(
      of: Analysis(of: try NetworkGraph(of: try shipped("suzhou")), draws: 100), language: .en, version: "1")
    let note = try #require(report.lossNote)
    #expect(try report.methods().contains(note) && note.zh.contains("类型估计"))
    #expect(note.en.contains("enterprise \(Figure.share(report.network.profile.lossChances["enterprise"]).text)"))
    #expect(report.plan.contains { !$0.opened.isEmpty })
    for (step, item) in zip(report.plan, report.planItems) {
      #expect((item.opens == nil) == step.opened.isEmpty)
      for gap in step.opened.prefix(3) { #expect(item.opens?.markup.contains(gap.kind.label.zh) == true) }
      #expect(step.opened.count <= 3 || item.opens?.markup.contains("\(step.opened.count - 3) more") == true)
    }
  }

  @Test("A task of a plan in the other language is told anew; where it cannot be, its language is named")
  func otherLanguage() throws {
    let analysis = Analysis(of: try NetworkGraph(of: try fixture("cluster")), draws: 100)
    func report(_ line: String) throws -> Report {
      let text = "step,task,gain,cluster_index_from,cluster_index_to,gaps,scenario\n1,促成甲与乙合作。,1.5,40,41.5,,\(line)\n"
      let written = try WrittenPlan(.bytes(Array(text.utf8), path: "plan.csv"))
      let reviews = try analysis.review(of: written.steps.map { PastStep(lines: $0.lines, gaps: $0.gaps) })
      let reviewed = ReviewedPlan(written, reviews, now: 40)
      return try Report(
        of: analysis, since: PlanSoFar(reviewed, ahead: analysis, left: EarlierSteps()), language: .en, version: "1")
    }
    let told = try report("add E1--U3")
    let english = try #require(analysis.task(written: ["add E1--U3"], for: "")).en
    #expect(told.progressItems[0].task.markup == HTML(Phrase(english, zh: "促成甲与乙合作。")).markup)
    #expect(told.writtenElsewhere.en.isEmpty && told.writtenElsewhere.zh.isEmpty)
    // A table tells nothing anew: people's own words may stand in it.
    let reviewed = try #require(told.soFar?.reviewed)
    #expect(reviewed.writtenElsewhere(than: .en)?.en.hasSuffix("in Chinese.") == true)
    #expect(reviewed.writtenElsewhere(than: .zh) == nil)
    let left = try report("add E1--X77")
    #expect(left.progressItems[0].task.markup == HTML(Phrase("促成甲与乙合作。", zh: "促成甲与乙合作。")).markup)
    #expect(left.writtenElsewhere.en.contains("written in Chinese") && left.writtenElsewhere.zh.isEmpty)
    #expect(left.progressItems[0].reason?.markup.contains("“X77”已不在表中") == true)
  }
}
