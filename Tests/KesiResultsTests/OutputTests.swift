import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats
@testable import KesiResults

@Suite("Writing tables")
struct OutputTests {
  static let hostile = [
    "=1+1", "@SUM(A1)", "+x", "-x", "plain", "a,b", "say \"hi\"", "two\nlines", "<script>alert(1)</script>", "苏州|大学",
    "\u{1B}[31mred", "tab\there", "\u{202E}backwards", "😀", "",
  ]

  static let table = ResultTable(
    heading: Heading(title: Phrase("Title", zh: "标题"), isIllustrative: true),
    hostile.enumerated().map { (index: $0, text: $1) },
    columns: [
      Column("text", Phrase("text", zh: "文字"), .text) { row, _ in .text(row.text) },
      Column("value", Phrase("value", zh: "数值"), .optional(.real)) { row, _ in
        row.index % 3 == 0 ? .missing : .real(1 / Double(row.index))
      },
      Column("hidden", Phrase("hidden", zh: "隐藏"), .pairs, for: .programs) { row, _ in
        .pairs([.init(name: "k", value: .whole(row.index))])
      },
    ], in: TableContext(Network(), .en))

  /// A table of cells as they are, each column with one for each row.
  private func table(_ columns: [(id: String, title: String, cells: [ResultTable.Cell])]) -> ResultTable {
    ResultTable(
      heading: Heading(), Array(columns[0].cells.indices),
      columns: columns.map { column in
        Column(column.id, Phrase(column.id, zh: column.title), .text) { row, _ in column.cells[row] }
      }, in: TableContext(Network(), .en))
  }

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

  @Test("CSV reads back as what was written; for a spreadsheet no cell is a formula", arguments: [false, true])
  func csv(forSpreadsheet: Bool) throws {
    let written = TableFormat.csv.text(of: Self.table, in: .en, width: 100, forSpreadsheet: forSpreadsheet)
    #expect((written.unicodeScalars.first == "\u{FEFF}") == forSpreadsheet)
    let text = String(written.unicodeScalars.drop { $0 == "\u{FEFF}" })
    let rows: [[String]] = try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var source = TextRows(bytes, .comma)
      var rows: [[String]] = []
      while try source.next() { rows.append(source.record.strings) }
      return rows
    }
    #expect(rows[0] == ["text", "value", "hidden"])
    for (row, text) in zip(rows.dropFirst(), Self.hostile) {
      let isFormula = text.first.map { "=+-@".contains($0) } ?? false
      #expect(row[0] == (isFormula && forSpreadsheet ? "'" + text : text))
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
    // A mark that combines with a sign hides it from whoever looks for characters.
    let hiding = table([("a", "a", [.text("a|\u{301}b")])])
    #expect(TableFormat.markdown.text(of: hiding, in: .en, width: 80).unicodeScalars.contains("\\"))
  }

  @Test("A column for people is uniform: counts without decimals, fractions with three, in tables and Markdown alike")
  func decimals() {
    let table = table([
      ("count", "count", [.whole(4), .whole(12)]), ("fraction", "fraction", [.fraction(1), .fraction(0.6)]),
      ("mixed", "mixed", [.real(49), .real(233.5)]), ("whole", "whole", [.real(3), .real(8)]),
    ])
    for format in [TableFormat.table, .markdown] {
      let text = format.text(of: table, in: .en, width: 100)
      for line in ["4 1.000 49.000 3", "12 0.600 233.500 8"] {
        let cells = text.split(separator: "\n").map {
          $0.split { $0 == " " || $0 == "|" }.joined(separator: " ")
        }
        #expect(cells.contains(line), "\(text)")
      }
    }
  }

  @Test("Noise of sums stays out of what programs read", arguments: [(0.1 + 0.2, "0.3"), (0.58 - 0.06, "0.52")])
  func noise(value: Double, shown: String) {
    let table = table([("a", "a", [.fraction(optional: value)])])
    #expect(TableFormat.ndjson.text(of: table, in: .en, width: 80) == "{\"a\": \(shown)}\n")
  }

  @Test("Numbers keep twelve digits, whatever their size")
  func digits() {
    for exponent in stride(from: -30, through: 30, by: 1) {
      let value = 1.234567890123456 * Double("1e\(exponent)")!
      #expect(abs(value.withoutNoise - value) <= value * 5e-12)
      #expect(value.withoutNoise.description.filter(\.isNumber).prefix { $0 != "e" }.count <= 40)
    }
    #expect(0.0.withoutNoise == 0)
    #expect((-1.0 / 3).withoutNoise == -0.333333333333)
  }

  @Test("Chinese heads and words are each once, and codes become words, names and ids stay what they are")
  func chinese() throws {
    let table = table([
      ("scope", "范围", [.shown(.word(.text("network"), as: "全网络"), as: "  全网络")]), ("name", "范围", [.text("x")]),
      ("id", "编号", [.shown(.text("A"), as: "甲")]),
    ])
    #expect(TableFormat.csv.text(of: table, in: .zh, width: 80, words: .chinese) == "范围,范围（name）,编号\n全网络,x,A\n")
    #expect(TableFormat.csv.text(of: table, in: .zh, width: 80) == "scope,name,id\nnetwork,x,A\n")
    #expect(
      TableFormat.ndjson.text(of: table, in: .zh, width: 80, words: .chinese)
        == "{\"范围\": \"全网络\", \"范围（name）\": \"x\", \"编号\": \"A\"}\n")
  }

  @Test("Sorting puts the greatest first and the missing last")
  func sorting() throws {
    let sorted = try #require(Self.table.sorted(by: "value"))
    let values = sorted.rows.map { $0[1].number ?? -1 }
    #expect(values == values.sorted(by: >))
    #expect(Self.table.sorted(by: "nothing") == nil)
    #expect(Self.table.sorted(by: "数值")?.rows == sorted.rows)
    #expect(Self.table.sorted(by: "Value")?.rows == sorted.rows)
  }

  @Test("Rows that are made when they are asked for are those that are made at once, sorted and cut alike")
  func inTurn() throws {
    let columns = [
      Column<Int>("id", Phrase("id", zh: "编号"), .id) { row, _ in .text("a\(row)") },
      Column<Int>("rest", Phrase("rest", zh: "余数"), .whole) { row, _ in .whole(row % 3) },
    ]
    let context = TableContext(Network(), .en)
    let rows = Array(0..<20)
    let made = ResultTable(rows, columns, in: context, called: ResultTable.unnamed)
    let inTurn = ResultTable(inTurn: rows, columns, in: context, called: ResultTable.unnamed)
    #expect(inTurn.rows == made.rows && inTurn.rows.count == 20)
    let (one, other) = (try #require(made.sorted(by: "rest")), try #require(inTurn.sorted(by: "rest")))
    #expect(other.rows == one.rows && other.rows != made.rows)
    #expect(other.prefix(4).rows == one.prefix(4).rows && other.prefix(4).rows.count == 4)
    #expect(other.prefix(4).sorted(by: "id")?.rows == one.prefix(4).sorted(by: "id")?.rows)
  }

  @Test("Numbers are as short as they can be and read back the same")
  func numbers() {
    let values: [Double] = [0.1, 1 / 3, 1e-7, 1e22, 123_456_789.125, -0.25, 2.5e-308, 1e15]
    for value in values { #expect(Double(value.plain) == value) }
    #expect(2.0.plain == "2")
  }

  @Test(
    "A long table is handed over in pieces that end where lines do, and together they are the text",
    arguments: [TableFormat.csv, .tsv, .json, .ndjson])
  func pieces(format: TableFormat) throws {
    let table = table([("id", "编号", (0..<20_000).map { .text("苏州 \($0)") })])
    var pieces: [[UInt8]] = []
    try format.written(table, in: .en, width: 80).body { pieces.append(Array($0)) }
    let text = format.text(of: table, in: .en, width: 80)
    #expect(pieces.flatMap(\.self) == Array(text.utf8))
    // A twentieth of a megabyte and a line.
    #expect(pieces.count > 3 && pieces.allSatisfy { $0.count < 70_000 })
    #expect(pieces.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
  }

  private static let provenance = Provenance(
    version: "1.2", command: "import sheet", arguments: ["a b.csv"],
    options: [
      .init("sheet", ["x", "it's"], isGiven: true), .init("strict", [], isGiven: true),
      .init("seed", ["1"], isGiven: false),
    ],
    inputs: [InputRecord.Input(file: "a b.csv", bytes: 1234, sha256: String(repeating: "0", count: 64))],
    date: "2024-01-02T03:04:05Z")

  @Test("JSON that says how it came about is an object with the same rows, and a schema tells of it")
  func provenanceInJSON() throws {
    func json(_ format: TableFormat) throws -> [String: Any] {
      let written = try format.written(
        Self.table, in: .en, width: 80, words: nil, forSpreadsheet: false, telling: Self.provenance)
      return try #require(try JSONSerialization.jsonObject(with: Data(written.bytes)) as? [String: Any])
    }
    let found = try json(.json)
    #expect(Set(found.keys) == ["meta", "rows"])
    #expect((found["rows"] as? [[String: Any]])?.map { $0["text"] as? String } == Self.hostile)
    let meta = try #require(found["meta"] as? [String: Any])
    let options = try #require(meta["options"] as? [String: Any])
    #expect(options["sheet"] as? [String] == ["x", "it's"] && options["strict"] as? Bool == true)
    #expect(options["seed"] as? String == "1" && meta["date"] as? String == "2024-01-02T03:04:05Z")
    let properties = try #require(try json(.jsonSchema)["properties"] as? [String: Any])
    let schema = try #require(properties["meta"] as? [String: Any])
    #expect(Set(meta.keys) == Set(try #require(schema["properties"] as? [String: Any]).keys))
    #expect(Set(try #require(schema["required"] as? [String])) == Set(meta.keys).subtracting(["date"]))
  }

  @Test("People read the call as a shell takes it, what was not given beside it", arguments: [Language.en, .zh])
  func provenanceForPeople(language: Language) throws {
    for format in [TableFormat.markdown, .table] {
      let written = try format.written(
        Self.table, in: language, width: 400, words: nil, forSpreadsheet: false, telling: Self.provenance)
      let text = String(decoding: try written.bytes, as: UTF8.self)
      #expect(
        text.contains("kesi import sheet 'a b.csv' --sheet x --sheet 'it'\\''s' --strict\n") || format == .markdown)
      #expect(text.contains("--seed 1") && text.contains("1,234"))
      #expect(text.contains(language == .zh ? "生成说明" : "How this came about"))
    }
  }
}
