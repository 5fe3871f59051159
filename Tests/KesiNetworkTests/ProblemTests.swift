import Testing

@testable import KesiNetwork

@Suite("Problems of many rows")
struct ProblemTests {
  private func cell(_ row: Int, _ column: String = "kind", in file: String = "actors.csv") -> Place {
    .cell(file: file, row: row, column: column, columnZh: "类型")
  }

  private func problem(_ word: String, _ place: Place, _ severity: Problem.Severity = .error) -> Problem {
    Problem(severity, place, Phrase("“\(word)” is not known.", zh: "“\(word)”无法识别。"))
  }

  @Test("What is the same in many rows of a column is one problem, with its count and its first row")
  func grouped() {
    let log = ProblemLog()
    for row in 17..<662 { log.add(problem("firm", cell(row))) }
    log.add(problem("firm", cell(3, "label")))
    log.add(problem("firm", cell(3, in: "more.csv")))
    log.add(problem("farm", cell(9)))
    log.add(problem("firm", cell(5), .notice))
    #expect(log.errors.map(\.count) == [645, 1, 1, 1] && log.errorCount == 4)
    #expect(log.warnings.map(\.count) == [1] && log.warningCount == 1)
    #expect(
      log.errors[0].line(in: .en) == "actors.csv:17: kind: “firm” is not known. (645 rows, the first is 17)")
    #expect(log.errors[0].line(in: .zh) == "actors.csv 第 17 行，类型（kind）：“firm”无法识别。（共 645 行，首见于第 17 行）")
    #expect(log.errors[3].line(in: .en) == "actors.csv:9: kind: “farm” is not known.")
  }

  @Test("The log keeps the first problems, and counts all")
  func bounded() {
    let log = ProblemLog()
    for row in 0..<1_000 { log.add(problem("\(row)", cell(row))) }
    log.add(problem("0", cell(1_000)))
    #expect(log.errors.count == 200 && log.errorCount == 1_000 && log.errors[0].count == 2)
    #expect(log.failure()?.count == 1_000 && ProblemLog().failure() == nil)
  }
}
