import Foundation
import KesiCluster
import Testing

@testable import KesiFormats

@Suite("Writing tables")
struct OutputTests {
  static let hostile = [
    "=1+1", "@SUM(A1)", "+x", "-x", "plain", "a,b", "say \"hi\"", "two\nlines", "<script>alert(1)</script>", "苏州|大学",
    "\u{1B}[31mred", "tab\there", "\u{202E}backwards", "😀", "",
  ]

  static let table = ResultTable(
    heading: Phrase("Title · illustrative data", zh: "标题 · 示意数据"),
    columns: [
      .init("text", Phrase("text", zh: "文字")), .init("value", Phrase("value", zh: "数值")),
      .init("hidden", Phrase("hidden", zh: "隐藏"), for: .programs),
    ],
    rows: hostile.enumerated().map { index, text in
      [
        .text(text), index % 3 == 0 ? .missing : .real(1 / Double(index)),
        .pairs([.init(name: "k", value: .whole(index))]),
      ]
    })

  @Test("JSON reads back as what was written")
  func json() throws {
    let text = TableFormat.json.text(of: Self.table, in: .en, width: 100)
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["text"] as? String } == Self.hostile)
    #expect(rows[0]["value"] is NSNull)
    #expect(rows[7]["value"] as? Double == 1.0 / 7)
    #expect((rows[4]["hidden"] as? [String: Int]) == ["k": 4])
    let lines = TableFormat.ndjson.text(of: Self.table, in: .en, width: 100).split(separator: "\n")
    #expect(lines.count == Self.hostile.count)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
  }

  @Test("CSV reads back as what was written, and no cell is a formula")
  func csv() throws {
    let text = TableFormat.csv.text(of: Self.table, in: .en, width: 100)
    var parser = CSVParser(UnsafeBufferPointer(start: nil, count: 0))
    var bytes = Array(text.utf8)
    let rows: [[String]] = try bytes.withUnsafeMutableBufferPointer { buffer in
      parser = CSVParser(UnsafeBufferPointer(buffer))
      var rows: [[String]] = []
      while try parser.next() { rows.append(parser.fields.map(parser.string)) }
      return rows
    }
    #expect(rows[0] == ["text", "value", "hidden"])
    for (row, text) in zip(rows.dropFirst(), Self.hostile) {
      let isFormula = text.first.map { "=+-@".contains($0) } ?? false
      #expect(row[0] == (isFormula ? "'" + text : text))
    }
    #expect(rows[5] == ["plain", "0.25", "k=4"])
  }

  @Test("Tables for people are aligned, whatever the letters, and steer no terminal")
  func aligned() {
    for width in [40, 60, 110] {
      let text = TableFormat.table.text(of: Self.table, in: .zh, width: width)
      #expect(text.hasPrefix("标题 · 示意数据\n\n文字"))
      #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}") && !text.contains("隐藏"))
      for line in text.split(separator: "\n") { #expect(String(line).displayWidth <= width) }
    }
  }

  @Test("Wrapping keeps words whole, never begins a line with a closing mark, and loses nothing")
  func wrapping() {
    let english = "The only vocational college in the chain."
    #expect(english.wrapped(to: 16) == ["The only", "vocational", "college in the", "chain."])
    let chinese = "示例高职甲是“泵阀”产业链中唯一的高职院校，其余三家都依赖它。"
    for width in 4...40 {
      let lines = chinese.wrapped(to: width)
      #expect(lines.joined() == chinese)
      for line in lines { #expect(!"，。、；：！？）”".contains(line.first!)) }
    }
  }

  @Test("Markdown escapes what would break a table")
  func markdown() {
    let text = TableFormat.markdown.text(of: Self.table, in: .en, width: 100)
    #expect(text.contains("苏州\\|大学") && text.contains("\\<script\\>"))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("| ") })
  }

  @Test("Sorting puts the greatest first and the missing last")
  func sorting() throws {
    let sorted = try #require(Self.table.sorted(by: "value"))
    let values = sorted.rows.map { $0[1].number ?? -1 }
    #expect(values == values.sorted(by: >))
    #expect(Self.table.sorted(by: "nothing") == nil)
  }

  @Test("Numbers are as short as they can be and read back the same")
  func numbers() {
    let values: [Double] = [0.1, 1 / 3, 1e-7, 1e22, 123_456_789.125, -0.25, 2.5e-308, 1e15]
    for value in values { #expect(Double(value.plain) == value) }
    #expect(2.0.plain == "2")
    #expect(0.28476190.roundedForPeople(fixed: true) == "0.285")
    #expect(1.0.roundedForPeople(fixed: true) == "1.000")
    #expect((-0.5).roundedForPeople(fixed: true) == "-0.500")
  }
}

@Suite("Writing files")
struct AtomicFileTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "kesi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test("A file is replaced whole, keeps its rights, and a link stays a link")
  func replace() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.csv")
    try AtomicFile.write(Array("old".utf8), to: file.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    let link = folder.appending(path: "link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    try AtomicFile.write(Array("new".utf8), to: link.path)
    #expect(try String(contentsOf: file, encoding: .utf8) == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.csv", "link.csv"])
  }

  @Test("What cannot be written says so and leaves nothing behind")
  func refuse() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: folder.path) }
    #expect(throws: CannotWrite.self) { try AtomicFile.write([1], to: folder.path + "/none/x.csv") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
