import KesiNetwork
import Testing

@testable import KesiFormats

/// What would make a network that nobody meant, were it passed over.
@Suite("What is in doubt in a list is said, or refused")
struct ListDoubtTests {
  private func refusal(_ text: String) -> [String] {
    let bad = #expect(throws: BadData.self) { try ReadList(text) }
    return bad?.problems.map { $0.line(in: .en) } ?? []
  }

  private func remarks(_ text: String) throws -> [String] {
    try ReadList(text).reading.remarks.map { $0.line(in: .en) }
  }

  @Test(
    "A column of one date is when the tie began, whatever it is called",
    arguments: ["year", "Date", "年份", "日期", "年度", "时间"])
  func begins(head: String) throws {
    let list = try ReadList("source,target,kind,\(head)\nA,B,supply,2019\nB,C,research,2021\n")
    #expect(list.reading.network.ties.map(\.period) == ["2019", "2021"].map { Period(from: PartialDate($0)) })
    #expect(list.reading.network.ties.map(\.kind) == ["supply", "research"])
    #expect(try remarks("1,2\n").contains { $0.contains("source (column 1), target (column 2)") })
  }

  @Test("Beside a column that says whether it begins, a year is carried along")
  func besideBegin() throws {
    let list = try ReadList("source,target,from,year\nA,B,2018-05,2019\n")
    #expect(list.reading.network.ties[0].period.from == PartialDate("2018-05"))
    #expect(list.reading.network.carried[.ties]?.map(\.name) == ["year"])
  }

  @Test(
    "Without a header years and times are no weights",
    arguments: ["1 2 2019\n2 3 2021\n", "A,B,2019\nB,C,1998\n", "1\t2\t1577836800\n2\t3\t1590000000\n"])
  func datesWithoutHeader(text: String) {
    #expect(refusal(text).first?.contains("column 3 may hold") == true)
  }

  @Test(
    "Numbers of which one is no year are weights",
    arguments: ["1 2 2019\n2 3 7\n", "1 2 2000\n", "1 2 2019.5\n2 3 2020\n"])
  func noDates(text: String) throws { #expect(try ReadList(text).ties.isWeighted) }

  @Test(
    "A word for nothing is nobody, in either end",
    arguments: ["NA", "n/a", "null", "None", "无", "-", "—", "ＮＡ", "不详", "不清楚", "以上都没有", "(跳过)"])
  func nobody(word: String) {
    for text in ["A,B\nB,\(word)\nB,C\n", "A,B\n\(word),C\nB,C\n"] {
      let said = refusal(text)
      #expect(said.count == 1 && said[0].hasPrefix("ties.txt:2:") && said[0].contains("says that there is nothing"))
    }
    #expect(refusal("project,organisation\nP1,A\nP1,\(word)\n\(word),B\n").count == 2)
  }

  @Test("One written in quotes can be read again", arguments: ["不清楚", "无此类单位"])
  func writtenInQuotes(word: String) throws {
    let list = try ReadList("A,B\nB,\"\(word)\"\n")
    #expect(try ReadList(TieListFile.text(of: NetworkGraph(of: list.reading.network), delimiter: ",")).ids == list.ids)
    #expect(try ReadList("不,A\nnever,A\n").ids.count == 3)
  }

  @Test(
    "A list with a column that says who does not work together is read as a sheet",
    arguments: [("是否合作", "是", "否"), ("状态", "在执行", "意向"), ("有无合作关系", "有", "无")])
  func whetherTheyWork(head: String, yes: String, no: String) throws {
    let list = try ReadList("甲方,乙方,\(head)\n苏州甲一有限公司,苏州大学,\(yes)\n苏州乙二有限公司,东南大学,\(no)\n")
    #expect(list.reading.network.pairs == ["苏州大学–苏州甲一有限公司"])
    #expect(list.reading.remarks.contains { $0.line(in: .en).contains("no tie was made") })
  }

  @Test("In quotes it is a name, wherever it comes first, which is said and written back so", arguments: [1, 4])
  func quoted(threads: Int) throws {
    let list = try ReadList("A,B\nB,\"NA\"\n\"NA\",C\n", threads: threads)
    #expect(list.ids == ["A", "B", "C", "NA"])
    #expect(
      list.reading.remarks.contains { $0.line(in: .en).contains("taken for names since they stand in quotes: “NA”") })
    let text = try TieListFile.text(of: NetworkGraph(of: list.reading.network), delimiter: ",")
    #expect(try ReadList(text).ids == list.ids)
    #expect(refusal("A,\"NA\"\nB,NA\n").count == 1)
  }

  @Test("Names that hold such a word are names")
  func names() throws { #expect(try ReadList("NASA,Nan Ya\n无锡,NA2\n").ids.count == 4) }

  @Test("What differs in capitals or zeros at the start stays apart, and is said", arguments: [1, 3])
  func nearlySame(threads: Int) throws {
    let list = try ReadList("source,target\nAcme,B\nacme,C\n007,B\n7,C\nÄrzte,ärzte\n", threads: threads)
    #expect(list.ids.count == 8)
    let said = list.reading.remarks.map { $0.line(in: .en) }.last ?? ""
    #expect(said.contains("3 pairs of names differ only in capitals"))
    #expect(try remarks("source,target\nAcme,B\n10,1\n").allSatisfy { !$0.contains("differ") })
    let tables = try NetworkReader.read(tables: [
      .actors: Array("id,name,kind\nE1,Silk,enterprise\nE2,SILK,enterprise\n".utf8),
      .ties: Array("source,target\nE1,E2\n".utf8),
    ])
    #expect(tables.remarks.contains { $0.line(in: .en).hasPrefix("actors.csv: 1 pair of names differs") })
  }

  @Test("Numbers with a multiple beside numbers without are said; where the header has the unit, nothing is in doubt")
  func mixedUnits() throws {
    let mixed = try ReadList("source,target,weight\na,b,\"1,200\"\nb,c,50万\nc,d,3亿\n").reading
    #expect(mixed.network.ties.map(\.weight) == [1200, 500_000, 300_000_000])
    #expect(mixed.warnings.count == 2 && mixed.warnings[0].line(in: .en).contains("a number with “万”"))
    for text in ["source,target,金额(万元)\na,b,1200\nb,c,2亿\n", "source,target,weight\na,b,50万\nb,c,80万\n"] {
      #expect(try ReadList(text).reading.warnings.isEmpty)
    }
  }

  @Test("A list too long for a sheet is read as one though a name holds 、, and that is said")
  func longList() throws {
    var text = "source,target\n甲、乙,n1\n"
    for row in 0...SheetBounds.mostRows { text += "n\(row),n\(row + 1)\n" }
    let list = try ReadList(text)
    #expect(list.ties.count == SheetBounds.mostRows + 2)
    #expect(
      list.reading.warnings.map { $0.line(in: .en) }.first?.hasPrefix("ties.txt:2: “甲、乙” is taken as one name") == true)
  }
}
