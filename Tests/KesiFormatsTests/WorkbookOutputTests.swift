import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Writing workbooks")
struct WorkbookOutputTests {
  /// A table of texts below one head.
  private func sheet(_ name: String = "a", _ texts: [String]) -> WrittenSheet {
    WrittenSheet(name: name, columns: [WrittenSheet.Column(head: "text")], rowCount: texts.count) { row in
      for text in texts { try row([.text(text)]) }
    }
  }

  private func workbook(_ sheets: [WrittenSheet]) -> WrittenWorkbook { WrittenWorkbook(sheets, title: "t", in: .en) }

  @Test("Names of sheets are what spreadsheets allow, and each is there once, whatever its case")
  func names() {
    let wanted = [
      "a/b[c]:d*e?f\\g", "'quoted'", "", "History", "Gaps", "gaps", "GAPS", String(repeating: "链", count: 40),
      String(repeating: "链", count: 41), String(repeating: "😀", count: 20), "tab\there\u{0}", "'", "  x  ",
    ]
    let names = SheetNames.legal(wanted)
    #expect(names.count == wanted.count && Set(names.map { $0.lowercased() }).count == names.count)
    for name in names {
      #expect((1...31).contains(name.utf16.count), "\(name)")
      #expect(!name.unicodeScalars.contains { "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 0x20 }, "\(name)")
      #expect(name.first != "'" && name.last != "'" && name.lowercased() != "history")
    }
    #expect(names[0] == "a-b-c--d-e-f-g" && names[1] == "quoted" && names[4...6] == ["Gaps", "gaps (2)", "GAPS (3)"])
    #expect(names[7] == String(repeating: "链", count: 30) + "…")
  }

  @Test(
    "A text stands in a cell so that it is read as what it was",
    arguments: [
      ("plain 苏州", "plain 苏州"), ("=1+1", "=1+1"), ("two\nlines\tand a tab", "two\nlines\tand a tab"),
      ("a\u{0}b\u{1F}\r", "a_x0000_b_x001F__x000D_"), ("_x0041_", "_x005F_x0041_"),
      ("_x004_ _y0041_ _", "_x004_ _y0041_ _"),
      ("\u{FFFF}\u{FFFE}", "_xFFFF__xFFFE_"), ("_X00aF_", "_x005F_X00aF_"),
    ])
  func texts(_ text: String, _ written: String) {
    #expect(SheetText(text).written == written && !SheetText(text).isShortened)
  }

  @Test("A text that is too long for a cell is shortened, and that is counted")
  func long() throws {
    let full = String(repeating: "x", count: SheetText.longest)
    #expect(SheetText(full).written == full && !SheetText(full).isShortened)
    // Emoji are two units each, so that one unit is left over.
    for text in [full + "y", String(repeating: "😀", count: 20_000), String(repeating: "\u{1}", count: 30_000)] {
      let held = SheetText(text)
      #expect(held.isShortened && held.written.last == "…" && held.written.utf16.count <= SheetText.longest)
      #expect(held.written.utf16.count > SheetText.longest - 8)
    }
    let result = try workbook([sheet("a", ["short", full + "y", full + "z"])]).written()
    #expect(result.shortened == 2 && result.remark?.en.hasPrefix("2 cells held more than 32767 characters") == true)
    #expect(try workbook([sheet("a", ["short"])]).written().remark == nil)
  }

  @Test("The same content gives the same bytes, in memory and row by row")
  func sameBytes() throws {
    let few = workbook([sheet("a", ["x", "=y"]), sheet("A", ["苏州"])])
    #expect(try few.written().bytes == few.written().bytes)
    #expect(try few.written().bytes.starts(with: Array("PK".utf8)))
    let many = workbook([
      WrittenSheet(name: "many", columns: [WrittenSheet.Column(head: "n")], rowCount: 200_001) { row in
        for number in 0..<200_001 { try row([.number(Double(number))]) }
      }
    ])
    let bytes = try many.written().bytes
    #expect(bytes == (try many.written().bytes) && bytes.count > 100_000)
  }

  @Test("More rows or columns than a sheet holds are refused before any is asked for, with a way out")
  func limits() {
    let tall = WrittenSheet(name: "tall", columns: [WrittenSheet.Column(head: "n")], rowCount: 1_048_576) { _ in
      Issue.record("rows were asked for")
    }
    var wide = sheet("wide", [])
    wide.columns = Array(repeating: WrittenSheet.Column(head: "n"), count: 16_385)
    for (sheet, count) in [(tall, "1048576 rows"), (wide, "16385 columns")] {
      let error = #expect(throws: CannotWrite.self) { try workbook([sheet]).written() }
      #expect(error?.message.en.contains(count) == true && error?.message.en.contains(".csv") == true)
    }
    var page = tall
    (page.isTable, page.rows) = (false, { _ in })
    #expect(throws: Never.self) { try workbook([page]).written() }
  }
}
