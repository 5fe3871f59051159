import KesiNetwork
import Testing

@testable import KesiFormats

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

@Suite("mapping.yml")
struct MappingTests {
  private let rows = [
    ["企业名称", "合作单位", "签约日期", "合作金额(万元)", "备注"], ["苏州甲一有限公司", "苏州大学、华为", "01/02/2020", "1,200", "x"],
    ["苏州乙二有限公司", "东南大学", "03/04/2021", "80", ""],
  ]

  private func mapping(_ text: String) throws -> SheetMapping {
    let path = FileManager.default.temporaryDirectory.path + "/mapping-\(UInt64.random(in: 0 ... .max)).yml"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try MappingReader.read(path)
  }

  private func settings(_ mapping: SheetMapping) -> WideSheet.Settings {
    var settings = WideSheet.Settings()
    settings.mapping = mapping
    return settings
  }

  @Test("Columns that come again with each partner are read back, and no more of them than partners")
  func groups() throws {
    let head = ["企业名称", "合作单位", "合作方式", "合作单位", "合作方式"]
    let wide = try WideSheet(rows: [head, ["甲公司", "苏州大学", "研发", "东南大学", "检测"]])
    #expect(try mapping(MappingWriter.text(of: wide.mapping, in: .en)).layouts[0].columns(.tieKind).count == 2)
    #expect(throws: BadData.self) {
      try mapping("layouts: [{columns: {a: actor, b: partners, c: tie_kind, d: tie_kind}}]")
    }
  }

  @Test("What is written is read back, and reads the sheet in the same way", arguments: Language.allCases)
  func roundTrip(language: Language) throws {
    let first = try WideSheet(rows: rows)
    let text = MappingWriter.text(of: first.mapping, in: language)
    let second = try WideSheet(rows: rows, settings(mapping(text)))
    let (a, b) = (try first.network().network, try second.network().network)
    #expect(a.pairs == b.pairs)
    #expect(a.actors == b.actors)
    #expect(second.mapping.layouts[0].columns.map(\.meaning) == first.mapping.layouts[0].columns.map(\.meaning))
  }

  @Test("A column that is corrected is read as corrected")
  func corrected() throws {
    var text = MappingWriter.text(of: try WideSheet(rows: rows).mapping, in: .en)
    #expect(try WideSheet(rows: rows).network().network.ties[0].period.from == nil)
    text = text.replacingOccurrences(of: "{as: from,", with: "{as: from, dates: day_first,")
    text = text.replacingOccurrences(of: "{as: amount,", with: "{as: weight,")
    let network = try WideSheet(rows: rows, settings(mapping(text))).network().network
    #expect(network.ties[0].period.from == PartialDate("2020-02-01"))
    // In the unit of its head, as in a list of ties.
    #expect(network.ties[2].weight == 80)
  }

  @Test("Short forms and Chinese words are understood")
  func short() throws {
    let mapping = try mapping("layouts:\n  - columns:\n      企业名称: actor\n      合作单位: {as: 合作单位}\n")
    #expect(mapping.layouts[0].columns.map(\.meaning) == [.actor, .partners])
  }

  @Test(
    "What is wrong is named with its line",
    arguments: [
      ("layouts:\n  - columns:\n      企业名称: actr\n", 3, "Did you mean “actor”"),
      ("layout:\n  - columns: {}\n", 1, "Did you mean “layouts”"), ("layouts:\n  - colums: {a: actor}\n", 2, "columns"),
      ("layouts:\n  - columns:\n      a: {as: actor, unti: 万元}\n", 3, "Did you mean “unit”"),
      ("layouts:\n  - columns:\n      a: keep\n", 2, "no column is actor"),
      ("layouts:\n  - columns:\n      a: actor\n      b: actor\n      c: partners\n", 2, "both actor"),
      ("layouts:\n  - header_lines: 7\n    columns: {a: actor}\n", 2, "header_lines"),
      ("layouts:\n  - actor_kind: [a, b]\n    columns: {a: actor}\n", 2, "actor_kind should be text"),
      ("layouts:\n  - actor_kind: \"a\\tb\"\n    columns: {a: actor}\n", 2, "without control characters"),
      ("layouts:\n  - sheets: [{a: b}]\n    columns: {a: actor}\n", 2, "each item of sheets should be a word"),
      ("layouts:\n  - columns:\n      [a, b]: actor\n", 3, "the name of a column should be a word"),
      ("layouts:\n  - columns: {a: actor}\nskipped:\n  - because: x\n", 4, "needs sheet"),
      ("layouts:\n  - unit: 斗\n    columns: {a: actor}\n", 2, "not a unit"),
    ])
  func wrong(text: String, line: Int, message: String) {
    let error = #expect(throws: BadData.self) { try mapping(text) }
    #expect(error?.problems.contains { $0.message.en.contains(message) && $0.row == line } == true)
  }

  @Test("By a mapping, a column that is gone is an error unless it may be, and a new one is told")
  func change() throws {
    let mapping = try WideSheet(rows: rows).mapping
    let gone = rows.map { Array($0.dropFirst(0).prefix(2)) + [$0[3], $0[4]] }
    let error = #expect(throws: BadData.self) { try WideSheet(rows: gone, settings(mapping)) }
    #expect(error?.problems[0].message.en.contains("签约日期") == true)
    // 备注 may be missing, 新列 is new.
    let changed = rows.enumerated().map { Array($1.prefix(4)) + [$0 == 0 ? "新列" : "y"] }
    let wide = try WideSheet(rows: changed, settings(mapping))
    #expect(wide.doubts.contains { $0.place == .cell(file: "台账.csv", row: nil, column: "新列", columnZh: nil) })
  }

  @Test("A mapping finds its header though rows were put above it")
  func shifted() throws {
    let mapping = try WideSheet(rows: rows).mapping
    let wide = try WideSheet(rows: [["2025年台账"], ["单位：万元"]] + rows, settings(mapping))
    #expect(wide.tally[0].headerRow == 3)
    #expect(try wide.network().network.ties.count == 3)
  }
}
