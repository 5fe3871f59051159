import Foundation
import Testing

@testable import KesiResults

@Suite("What a spreadsheet would take for a formula")
struct FormulaTests {
  static let formulas = [
    "=1+1", "+x", "-x", "@SUM(A1)", "|cmd", " =1", "\u{3000}=1", "\u{A0}-x", "\u{200B}=1", "\u{FEFF}@x", "\u{202E}+x",
    "\u{301}=1", "=\u{301}1", "\u{1}=1", "\u{E000}=1", "＝1", "＋x", "－x", "＠x", "﹣x", "−x", "\ta", "\r=1", "\nplain",
    "\n", "-", "+", "--1", "-1-1", "+1+1", "-0x1F", "-inf", "+nan", "-1e999", " -5", "-5 ", "-1,5",
  ]
  static let others = [
    "", " ", "plain", "a=1", "1+1", "5", "-5", "+5", "-0.5", "-.5", "+5.", "-1e5", "+1E-5", "苏州大学", "😀", "#=1", "'=1",
    "\"=1", "(=1)", "·-x", "a\tb", "a\n=1", "–x",
  ]

  @Test("Is marked as text, and nothing else is")
  func rule() {
    for text in Self.formulas { #expect(text.runsAsFormula, "\(text.debugDescription)") }
    for text in Self.others { #expect(!text.runsAsFormula, "\(text.debugDescription)") }
  }

  @Test("Is the same for the page of a report")
  func page() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = try String(
      contentsOf: root.appending(path: "Sources/KesiReport/Page/report.js"), encoding: .utf8)
    let rule = script.split(separator: "\n").filter { $0.contains("const isNumber = ") || $0.contains("const safe = ") }
    try #require(rule.count == 2, "the rule has moved: find it here again")
    let texts = Self.formulas + Self.others
    let list = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
    let code =
      rule.joined(separator: "\n")
      + "\nconst marked = (text) => /^\"?'/.test(safe(text)) && !/^\"?'/.test(text);"
      + "\nprocess.stdout.write(JSON.stringify(\(list).map(marked)))"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["node", "-e", code]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let answer = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "node is needed: see tools/prepare")
    let marked = try JSONDecoder().decode([Bool].self, from: answer)
    for (text, isMarked) in zip(texts, marked) { #expect(isMarked == text.runsAsFormula, "\(text.debugDescription)") }
  }
}
