import KesiNetwork
import Testing

@Suite("Where a problem is")
struct PlaceTests {
  @Test(
    "Every kind of place reads in both languages",
    arguments: [
      (Place.file("ties.csv"), "ties.csv: no.", "ties.csv：否。"),
      (.line(file: "ties.txt", 17), "ties.txt:17: no.", "ties.txt 第 17 行：否。"),
      (
        .cell(file: "ties.csv", row: 17, column: "target", columnZh: "乙方"), "ties.csv:17: target: no.",
        "ties.csv 第 17 行，乙方（target）：否。"
      ),
      (
        .cell(file: "network.yml", row: nil, column: "weights", columnZh: nil), "network.yml: weights: no.",
        "network.yml，weights：否。"
      ),
      (
        .xml(file: "a.graphml", path: "/graphml/graph/edge[3]", line: 9), "a.graphml:9: /graphml/graph/edge[3]: no.",
        "a.graphml 第 9 行，/graphml/graph/edge[3]：否。"
      ),
      (.character(file: "a.json", line: 3, column: 14), "a.json:3:14: no.", "a.json 第 3 行第 14 个字符：否。"),
      (.xml(file: "a.graphml", path: "", line: 1), "a.graphml:1: no.", "a.graphml 第 1 行：否。"),
      (.file("a\u{1B}[2J"), "a␛[2J: no.", "a␛[2J：否。"),
    ])
  func lines(place: Place, english: String, chinese: String) {
    let problem = Problem(.error, place, Phrase("no.", zh: "否。"))
    #expect(problem.line(in: .en) == english)
    #expect(problem.line(in: .zh) == chinese)
  }
}
