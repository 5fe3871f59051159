import Testing

@testable import KesiFormats

@Suite("Numbers, dates and formulas of workbooks")
struct CellTests {
  /// What a number in a cell is with a format.
  private func cell(_ value: String, _ format: String, properties: String = "") throws -> String {
    let sheet = try WorkbookParts(
      rows: "<row><c s=\"1\"><v>\(value)</v></c></row>", formats: [format], properties: properties
    ).sheet()
    return "\(sheet.content(0, 0)) \(sheet.text(0, 0))"
  }

  @Test(
    "A number has its shortest text, whatever its looks",
    arguments: [
      ("1200", "General", "number 1200"), ("1200.0", "0.00", "number 1200"), ("0.1", "0%", "number 0.1"),
      ("0.10000000000000001", "0%", "number 0.1"), ("1.1000000000000001", "#,##0.00", "number 1.1"),
      ("-0", "0", "number 0"), ("-0.0", "0", "number 0"), ("007", "General", "number 7"),
      (".5", "General", "number 0.5"),
      ("5.", "General", "number 5"), ("1.50", "General", "number 1.5"), ("1E3", "General", "number 1000"),
      ("1e-7", "General", "number 1e-07"), ("0.00001", "General", "number 1e-05"), ("+3", "0", "number 3"),
      ("999999999999999", "General", "number 999999999999999"),
      ("1234.5", "_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ", "number 1234.5"),
      ("5", "G/通用格式\"年\"", "number 5"), ("5", "0.00 \"dd\"", "number 5"), ("5", "[红色]0", "number 5"),
      ("5", "##0.0E+0", "number 5"), ("abc", "General", "error abc"), ("1e999", "General", "error 1e999"),
      ("0x10", "General", "error 0x10"), ("nan", "General", "error nan"),
    ])
  func numbers(value: String, format: String, wanted: String) throws { #expect(try cell(value, format) == wanted) }

  @Test(
    "A number of more than fifteen digits is damaged, and shown as Excel does",
    arguments: [
      ("123456789012345678", "General", "damaged 1.23457E+17"),
      ("1.2345678901234567E+17", "0", "damaged 123456789012346000"),
      ("-1e15", "General", "damaged -1E+15"), ("9.9999999e15", "General", "damaged 1E+16"),
      ("1e308", "General", "damaged 1E+308"),
      ("913205000000000018", "#,##0", "damaged 913205000000000000"), ("1e20", "yyyy", "damaged 1E+20"),
    ])
  func damaged(value: String, format: String, wanted: String) throws { #expect(try cell(value, format) == wanted) }

  @Test(
    "Zeros that a format puts before a number belong to an id",
    arguments: [
      ("123", "000000", "text 000123"), ("1234567", "000000", "text 1234567"), ("-5", "000", "text -005"),
      ("1.5", "000", "number 1.5"), ("5", "0", "number 5"), ("5", "0000.0", "number 5"), ("5", "000;@", "text 005"),
    ])
  func padded(value: String, format: String, wanted: String) throws { #expect(try cell(value, format) == wanted) }

  @Test(
    "A unit that a format shows belongs to the number, unless another number is shown; October is not January",
    arguments: [
      ("120", "0\"万元\"", "text 120万元"), ("1.5", "0.00\"亿\"", "text 1.5亿"), ("120", "#,##0\"元\"", "text 120元"),
      ("120", "0\"年\"", "number 120"), ("1200000", "0!.0,\"万\"", "number 1200000"),
      ("1200000", "0.0,\"万\"", "number 1200000"),
      ("2021.1", "0.00", "number 2021.10"), ("2021.1", "#2", "number 2021.10"), ("2021.2", "0.00", "number 2021.2"),
      ("2021.1", "0.0", "number 2021.1"), ("2021.1", "#,##0.00", "number 2021.1"), ("21.1", "0.00", "number 21.1"),
    ])
  func shown(value: String, format: String, wanted: String) throws { #expect(try cell(value, format) == wanted) }

  @Test(
    "A date is told by its format and written as far as that shows it",
    arguments: [
      ("45429", "#14", "date 2024-05-17"), ("45429", "#17", "date 2024-05"),
      ("45429.5", "#22", "date 2024-05-17 12:00"),
      ("45429", "#22", "date 2024-05-17"), ("0.5", "#20", "text 12:00"), ("45429", "#27", "date 2024-05"),
      ("45429", "#31", "date 2024-05-17"), ("45429", "#57", "date 2024-05"), ("45429", "#58", "date 2024-05-17"),
      ("0.25", "#32", "text 06:00"), ("1.5", "#46", "text 36:00"),
      ("45429", "yyyy\"年\"m\"月\"d\"日\"", "date 2024-05-17"),
      ("45429", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "date 2024-05-17"), ("45429", "yyyy.mm", "date 2024-05"),
      ("45429", "yyyy\"年\"m\"月\"", "date 2024-05"), ("45429", "e\"年\"", "date 2024"), ("45429", "yyyy", "date 2024"),
      ("45429", "yyyy\\-mm\\-dd\\ hh:mm", "date 2024-05-17"),
      ("45429.395833333336", "yyyy/m/d h:mm", "date 2024-05-17 09:30"),
      ("45429.395844907406", "yyyy/m/d h:mm:ss", "date 2024-05-17 09:30:01"),
      ("45429.75", "yyyy-mm-dd", "date 2024-05-17"),
      ("45429.99999999", "yyyy-mm-dd hh:mm", "date 2024-05-18"), ("45429", "m\"月\"d\"日\"", "date 2024-05-17"),
      ("45429", "aaaa", "date 2024-05-17"), ("45429", "[DBNum1]yyyy\"年\"m\"月\"", "date 2024-05"),
      ("0.5", "h:mm AM/PM", "text 12:00"),
      ("0.0003472222", "mm:ss", "text 00:00:30"), ("45429.5", "h:mm", "date 2024-05-17 12:00"),
      ("1", "yyyy-mm-dd", "date 1900-01-01"), ("59", "yyyy-mm-dd", "date 1900-02-28"),
      ("60", "yyyy-mm-dd", "date 1900-02-29"),
      ("61", "yyyy-mm-dd", "date 1900-03-01"), ("2958465", "yyyy-mm-dd", "date 9999-12-31"),
      ("0", "yyyy-mm-dd", "error 1900-01-00"), ("0", "yyyy-mm", "error 1900-01-00"), ("0", "yyyy", "error 1900-01-00"),
      ("2958466", "yyyy-mm-dd", "error 2958466"), ("-3", "yyyy-mm-dd", "error -3"),
      ("36585", "yyyy-mm-dd", "date 2000-02-29"),
    ])
  func dates(value: String, format: String, wanted: String) throws { #expect(try cell(value, format) == wanted) }

  @Test("Where days count from 1904, they do")
  func macintosh() throws {
    let properties = "<workbookPr date1904=\"1\"/>"
    #expect(try cell("0", "yyyy-mm-dd", properties: properties) == "date 1904-01-01")
    #expect(try cell("43967", "yyyy-mm-dd", properties: properties) == "date 2024-05-17")
    #expect(try cell("60", "yyyy-mm-dd", properties: properties) == "date 1904-03-01")
  }

  @Test("Dates that are written as such, truths and errors are what they are")
  func others() throws {
    let sheet = try WorkbookParts(
      rows: """
        <row><c t="d"><v>2024-05-17T00:00:00Z</v></c><c t="d"><v>2024-05-17T09:30:00.000</v></c><c t="d"><v>2024-05</v></c>\
        <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>T10:00:00</v></c></row>
        """
    ).sheet()
    #expect(
      sheet.listed == [
        "1 A date 2024-05-17", "1 B date 2024-05-17 09:30", "1 C date 2024-05", "1 D flag TRUE", "1 E flag FALSE",
        "1 F error #N/A", "1 G date 10:00",
      ])
  }

  private let formulas = """
    <row><c><f>A1+B1</f></c><c><f>A1+B1</f><v/></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c>\
    <c><f>1-1</f><v>0</v></c><c t="str"><f>B1</f><v>x</v></c></row>
    """

  @Test("A formula counts by its result; one that was never calculated is an error that shows the formula")
  func results() throws {
    let found = ["1 A error =A1+B1", "1 B error =A1+B1", "1 D number 2", "1 E number 0", "1 F text x"]
    #expect(try WorkbookParts(rows: formulas).sheet().listed == found)
  }

  @Test("A 0 that a program kept for a result that it did not calculate is none")
  func madeUpResults() throws {
    let sheet = try WorkbookParts(rows: formulas, settings: "<calcPr fullCalcOnLoad=\"1\"/>").sheet()
    #expect(
      sheet.listed == ["1 A error =A1+B1", "1 B error =A1+B1", "1 D number 2", "1 E error =1-1", "1 F text x"])
  }
}
