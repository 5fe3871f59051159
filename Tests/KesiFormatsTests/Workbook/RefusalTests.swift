import Foundation
import KesiMatrix
import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What is refused of workbooks, by name")
struct WorkbookRefusalTests {
  /// The only problem of some bytes.
  private func problem(_ bytes: [UInt8], name: String = "a.xlsx") throws -> Problem {
    let place = try FileTests.Place()
    let path = place.path(name)
    try Data(bytes).write(to: URL(filePath: path))
    let bad = try #require(throws: BadData.self) { try Workbook.read(.path(path)) }
    #expect(bad.problems.count == 1 && !bad.problems[0].message.zh.isEmpty)
    return bad.problems[0]
  }

  private func problem(_ parts: WorkbookParts) throws -> Problem { try problem(parts.packed()) }

  private static let compound: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 40)

  /// A container whose folder is in its tenth sector.
  private static func compound(holding name: String) -> [UInt8] {
    let start = compound + [9, 0, 0, 0]
    return start + [UInt8](repeating: 0, count: 5120 - start.count) + name.utf16.flatMap { [UInt8($0), 0] }
      + [UInt8](repeating: 0, count: 512)
  }

  private static func zip(_ entries: (String, String)...) -> [UInt8] {
    WorkbookParts(entries).packed(compressed: false)
  }

  @Test(
    "Other formats are known by their bytes, whatever their names say",
    arguments: [
      (compound(holding: "EncryptedPackage"), "a.xlsx", "password"),
      (compound(holding: "Workbook"), "a.xls", "97–2003"),
      (compound(holding: "Workbook"), "a.et", "WPS"), (compound(holding: "WordDocument"), "a.xlsx", "document"),
      (
        zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")), "a.xlsx",
        "LibreOffice"
      ),
      (zip(("Index/Document.iwa", "x")), "a.xlsx", "Numbers"),
      (zip(("[Content_Types].xml", ""), ("xl/workbook.bin", "x")), "a.xlsx", "xlsb"),
      (zip(("[Content_Types].xml", ""), ("word/document.xml", "x")), "a.xlsx", "Word"),
      (zip(("[Content_Types].xml", ""), ("ppt/presentation.xml", "x")), "a.xlsx", "slides"),
      (zip(("a.csv", "x")), "a.xlsx", "zip file"),
      (zip(("[Content_Types].xml", "<a/>")), "a.xlsx", "holds no workbook"),
      (Array("<html><table><tr><td>1</table>".utf8), "a.xls", "web page"),
      (Array("\u{FEFF}\n<!DOCTYPE HTML>\n<body>".utf8), "a.xls", "web page"),
      (
        Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8),
        "a.xls", "Excel 2003"
      ),
      (Array("a,b\n".utf8), "a.xlsx", "no workbook"), ([], "a.xlsx", "no workbook"),
    ])
  func formats(bytes: [UInt8], name: String, word: String) throws {
    let problem = try problem(bytes, name: name)
    #expect(problem.message.en.contains(word), "\(problem.message.en)")
    #expect(problem.place == .file(name))
    let place = try FileTests.Place()
    let path = place.path(name)
    try Data(bytes).write(to: URL(filePath: path))
    #expect(Format.reading(path).id == "workbook")
  }

  @Test("A workbook that is cut short anywhere is refused")
  func cutShort() throws {
    let whole = WorkbookParts(rows: "<row><c><v>1</v></c></row>").packed()
    for count in stride(from: 4, to: whole.count, by: 97) {
      #expect(try problem(Array(whole.prefix(count))).message.en.contains("cut short"))
    }
  }

  @Test("Parts that are missing, there twice or named by nobody are said")
  func parts() throws {
    var parts = WorkbookParts(rows: "")
    parts.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
    #expect(try problem(parts).line(in: .en).hasPrefix("a.xlsx[xl/worksheets/sheet1.xml]: is missing"))
    parts = WorkbookParts(rows: "")
    parts.parts.append(("XL/Workbook.xml", Array("<workbook/>".utf8)))
    #expect(try problem(parts).message.en.contains("twice"))
    parts = WorkbookParts(rows: "")
    parts["xl/workbook.xml"] = "<workbook><sheets><sheet name=\"主体\" r:id=\"none\"/></sheets></workbook>"
    #expect(try problem(parts).message.en.contains("“主体” that is not in the file"))
  }

  @Test("A cell whose text or place is none is named")
  func cells() throws {
    let lost = try problem(WorkbookParts(rows: "<row r=\"7\"><c r=\"C7\" t=\"s\"><v>3</v></c></row>"))
    #expect(lost.line(in: .en).hasPrefix("a.xlsx[S]:7: C: its text is number 3 of a list that has 0"))
    for rows in [
      "<row r=\"0\"/>", "<row r=\"1048577\"/>", "<row><c r=\"XFE1\"/></row>", "<row><c r=\"A0\"/></row>",
      "<row><c r=\"1A\"/></row>", "<row r=\"-1\"/>", "<row r=\"99999999999999999999\"/>", "<row><c r=\"\"/></row>",
    ] {
      #expect(try problem(WorkbookParts(rows: rows)).message.en.contains("no place in a sheet"), "\(rows)")
    }
    let broken = try problem(WorkbookParts(rows: "<row r=\"1\"/>\n<row r=\"2\"><c></row>"))
    #expect(
      broken.line(in: .en).hasPrefix(
        "a.xlsx[xl/worksheets/sheet1.xml]:2: /worksheet/sheetData/row[2]/c: is not well-formed"))
  }

  @Test(
    "Of faults of the shared texts and of a sheet that of the texts is told, on any number of threads",
    arguments: [1, 2])
  func faults(threads: Int) throws {
    var parts = WorkbookParts(rows: "<row r=\"0\"/>")
    parts["xl/sharedStrings.xml"] = "<sst><si></sst>"
    let source = FileSource.bytes(parts.packed())
    let bad = try #require(throws: BadData.self) { try Workbook.read(source, on: Parallel(threads: threads)) }
    #expect(bad.problems.count == 1 && bad.problems[0].line(in: .en).contains("sharedStrings.xml"))
  }

  @Test(
    "A cell that is given twice is named, wherever it stands",
    arguments: [
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>3</v></c></row><row r=\"1\"><c r=\"B1\"><v>2</v></c></row>",
    ])
  func givenTwice(rows: String) throws {
    let problem = try problem(WorkbookParts(rows: rows))
    #expect(problem.row == 1 && problem.line(in: .en).contains("B: is in the file twice"))
  }

  @Test("A workbook without sheets says so, and one part is one sheet")
  func sheets() throws {
    var parts = WorkbookParts(rows: "<row><c><v>1</v></c></row>")
    parts["xl/workbook.xml"] = "<workbook><sheets/></workbook>"
    #expect(try problem(parts).message.en.hasPrefix("has no sheet of cells"))
    parts["xl/workbook.xml"] =
      "<workbook><sheets><sheet name=\"S\" r:id=\"r1\"/><sheet name=\"T\" r:id=\"r1\"/></sheets></workbook>"
    #expect(try problem(parts).message.en.contains("a sheet “T” that is another sheet already"))
  }

  @Test("What is packed to fill memory is refused, be it text, rows, cells, merges or depth")
  func bombs() throws {
    let far = (1...4000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    #expect(try problem(WorkbookParts(rows: far)).message.en.contains("50 million cells"))
    let merged = (1...300).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    let merges = (1...20).map { "<mergeCell ref=\"XFD\($0):XFD1048576\"/><mergeCell ref=\"A1:XFD1048576\"/>" }.joined()
    let first = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
    #expect(
      try problem(WorkbookParts(rows: first + merged, after: "<mergeCells>\(merges)</mergeCells>")).message.en
        .contains("50 million cells"))
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(try problem(WorkbookParts(rows: deep)).message.en.contains("nested"))
    let blank = String(repeating: " ", count: 80 << 20)
    #expect(try problem(WorkbookParts(rows: blank)).message.en.contains("unpacks to far more"))
  }

  @Test("Thousands of damaged workbooks end with a workbook or a message")
  func damage() throws {
    let rows = """
      <row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45429.5</v></c><c r="C1"><f>A1</f><v>2</v></c></row>\
      <row r="2"><c r="A2" t="inlineStr"><is><t>_x000D_</t></is></c><c r="C2" s="2"><v>12</v></c></row>
      """
    let parts = WorkbookParts(
      rows: rows, strings: "<si><t>主体</t></si>", formats: ["yyyy\"年\"m\"月\"d\"日\" h:mm", "0000"],
      after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>")
    var random = SystemRandomNumberGenerator()
    for round in 0..<2000 {
      var bytes: [UInt8]
      if round % 2 == 0 {
        // Within a part, so that the archive itself is whole.
        var damaged = parts
        let part = Int.random(in: 0..<parts.parts.count, using: &random)
        damaged.parts[part].bytes.damage(&random)
        bytes = damaged.packed(compressed: false)
      } else {
        bytes = parts.packed()
        bytes.damage(&random)
      }
      do { _ = try Workbook.read(.bytes(bytes)) } catch let bad as BadData { #expect(!bad.problems.isEmpty) }
    }
  }
}

extension [UInt8] {
  fileprivate mutating func damage(_ random: inout SystemRandomNumberGenerator) {
    guard !isEmpty else { return }
    let place = Int.random(in: 0..<count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: self[place] = .random(in: 0...255, using: &random)
    case 1: self[place] = "0129<>\"&;:AZ_x-".utf8.randomElement(using: &random) ?? 0
    case 2: removeSubrange(place..<Swift.min(count, place + Int.random(in: 1...9, using: &random)))
    default:
      insert(contentsOf: self[place..<Swift.min(count, place + 9)], at: Int.random(in: 0..<count, using: &random))
    }
  }
}
