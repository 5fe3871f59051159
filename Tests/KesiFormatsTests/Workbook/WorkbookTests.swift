import Foundation
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Workbooks as they lie")
struct WorkbookTests {
  @Test("Sheets come in the order of the workbook, by their names; hidden ones are marked, charts left out")
  func order() throws {
    var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    parts["xl/workbook.xml"] = """
      <workbook><sheets><sheet name="乙" r:id="r2"/><sheet name="图" r:id="r3"/><sheet name="甲" state="hidden" r:id="r1"/>\
      <sheet name="丙" state="veryHidden" r:id="r4"/></sheets></workbook>
      """
    parts["xl/_rels/workbook.xml.rels"] = """
      <Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
      Type="x/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="r3" Type="x/chartsheet" Target="c.xml"/>\
      <Relationship Id="r4" Type="x/worksheet" Target="/xl/Worksheets/../worksheets/./SHEET7.xml"/></Relationships>
      """
    parts["xl/worksheets/sheet9.xml"] = "<worksheet><sheetData><row><c><v>9</v></c></row></sheetData></worksheet>"
    parts["xl\\worksheets\\sheet7.xml"] = "<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>"
    let sheets = try parts.read().sheets
    #expect(sheets.map(\.title) == ["乙", "甲", "丙"])
    #expect(sheets.map(\.isHidden) == [false, true, true])
    #expect(sheets.map { $0.text(0, 0) } == ["9", "1", "7"])
  }

  @Test("Prefixes, the strict form, UTF-16, byte order marks and paths from the root are as good")
  func dialects() throws {
    var parts = WorkbookParts(rows: "")
    parts["_rels/.rels"] = """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" \
      Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml"/>\
      </Relationships>
      """
    parts["xl/workbook.xml"] = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8"?><x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" \
      xmlns:d="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="S" d:id="r1"/>\
      </x:sheets></x:workbook>
      """
    parts["xl/worksheets/sheet1.xml"] = ""
    let sheet = """
      <?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" \
      t="inlineStr"><x:is><x:t>苏州</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>
      """
    parts.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
    parts.parts.append(
      ("xl/worksheets/sheet1.xml", [0xFF, 0xFE] + sheet.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    #expect(try parts.sheet().listed == ["2 B text 苏州"])
  }

  @Test("Cells stand where they say, else behind the one before; rows keep their numbers, whatever their order")
  func places() throws {
    let sheet = try WorkbookParts(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c><c r="A5"><v>5</v></c></row>\
        <row r="3"><c r="B3"><v>6</v></c></row><row><c r="A3"><v>7</v></c></row><row r="9"/>\
        <row r="1048576"><c r="XFD1048576"><v>8</v></c></row><row r="5"><c r="B5"><v>9</v></c></row>
        """
    ).sheet()
    #expect(
      sheet.listed == [
        "1 A number 1", "1 B number 2", "3 A number 7", "3 B number 6", "5 A number 5", "5 B number 9", "5 C number 3",
        "5 D number 4",
        "1048576 XFD number 8",
      ])
    #expect((0..<sheet.rowCount).map(sheet.number) == [1, 3, 5, 1_048_576])
    #expect(sheet.dropping(rows: 2).listed == Array(sheet.listed.dropFirst(4)))
  }

  @Test("Texts are joined from their runs, without how they are spoken; signs for characters are decoded")
  func texts() throws {
    let sheet = try WorkbookParts(
      rows: """
        <row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>甲</t></r><r><t> 乙\
        </t></r><rPh><t>jia</t></rPh></is></c><c t="str"><f>A1</f><v>_x005F_x0041_</v></c><c t="s"><v>3</v></c></row>
        """,
      strings: """
        <si><r><rPr><b/></rPr><t>苏州</t></r><r><t xml:space="preserve"> 工业园区</t></r><rPh sb="0" eb="1"><t>su</t></rPh></si>\
        <si><t>007</t></si><si><t>a_x000D_\nb_xD83D__xDE00_c_x00_d_xZZZZ_</t></si><si><t/></si>
        """
    ).sheet()
    #expect(
      sheet.listed == [
        "1 A text 苏州 工业园区", "1 B text 007", "1 C text a\r\nb😀c_x00_d_xZZZZ_", "1 D text 甲 乙", "1 E text _x0041_",
      ])
  }

  @Test("Merged cells have the value of their first, as far as the sheet goes, and say where it is from")
  func merges() throws {
    let sheet = try WorkbookParts(
      rows: """
        <row r="1"><c r="A1" t="str"><v>题</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c></row>\
        <row r="4"><c r="B4"><v>3</v></c><c r="C4"><v>4</v></c></row><row r="7"><c r="A7"><v>5</v></c></row>
        """,
      after: """
        <mergeCells><mergeCell ref="A1:XFD2"/><mergeCell ref="A3:A6"/><mergeCell ref="E9:E10"/><mergeCell ref="B4:C4"/>\
        </mergeCells>
        """
    ).sheet()
    #expect(
      sheet.listed == [
        "1 A text 题", "1 B text 题 across", "1 C text 题 across", "3 A number 1", "3 B number 2", "4 A number 1 down",
        "4 B number 3", "4 C number 3 across", "7 A number 5",
      ])
    #expect((0..<sheet.rowCount).map(sheet.valueCount) == [1, 2, 2, 1])
  }

  @Test(
    "Workbooks that openpyxl, xlsxwriter and LibreOffice wrote are read as openpyxl reads them",
    arguments: ["openpyxl", "xlsxwriter", "libreoffice"])
  func programs(name: String) throws {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    let workbook = try Workbook.read(.path(folder.appending(path: "\(name).xlsx").path))
    func escaped(_ text: String) -> String { text.replacing("\n", with: "\\n") }
    let found = workbook.sheets.flatMap { sheet in
      (0..<sheet.rowCount).flatMap { row in
        (0..<sheet.width(ofRow: row)).filter { !sheet.isEmpty(row, $0) && sheet.filling(row, $0) == nil }.map {
          "\(sheet.title)\t\(sheet.number(ofRow: row))\t\($0 + 1)\t\(escaped(sheet.text(row, $0)))"
        }
      }
    }
    let wanted = try String(contentsOf: folder.appending(path: "\(name).tsv"), encoding: .utf8)
    #expect(found == wanted.split(separator: "\n").map(String.init))
  }
}
