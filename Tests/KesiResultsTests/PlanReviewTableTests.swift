import KesiCluster
import KesiFormats
import KesiNetwork
import KesiTestSupport
import Testing

@testable import KesiResults

@Suite("What is said of a plan that was written before")
struct PlanReviewTableTests {
  /// What is said of one open step that set out from an index of 40.
  private static func sentence(deadline: String = "", more head: String = "", cell: String = "") throws -> Phrase {
    let analysis = Analysis(of: try NetworkGraph(of: try fixture("cluster")), draws: 100)
    let text =
      "step,task,deadline,gain,cluster_index_from,cluster_index_to,gaps,scenario\(head)\n"
      + "1,Meet,\(deadline),1.5,40,41.5,,add E1--U3\(cell)\n"
    let written = try WrittenPlan(.bytes(Array(text.utf8), path: "plan.csv"))
    let reviews = try analysis.review(of: written.steps.map { PastStep(lines: $0.lines, gaps: $0.gaps) })
    return ReviewedPlan(written, reviews, now: 43.5).sentence
  }

  @Test("What the steps have not brought of the course of the index is said to be of other changes")
  func rest() throws {
    let sentence = try Self.sentence()
    #expect(sentence.en.contains("adds up to 0.0; other changes in the tables account for the rest (+3.5)."))
    #expect(sentence.zh.contains("各步实现增量合计 0.0；其余 +3.5 来自数据中的其他变化。"))
    // A plan that was read before has no index of its beginning.
    #expect(try !Self.sentence(more: ",promised", cell: ",1.5").en.contains("account for the rest"))
  }

  @Test("A deadline that is no date is named")
  func deadline() throws {
    #expect(try !Self.sentence(deadline: "2099年底").en.contains("whether these steps are late"))
    let sentence = try Self.sentence(deadline: "尽快")
    #expect(sentence.en.contains("1 (“尽快”)") && sentence.zh.contains("不判断是否逾期：第 1 步（“尽快”）"))
  }
}
