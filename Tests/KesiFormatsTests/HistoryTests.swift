import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Yearly values")
struct HistoryTests {
  private func history(_ text: String) throws -> [Observation] {
    try NetworkReader.read(tables: tables([.history: text])).network.history
  }

  @Test(
    "They are read under heads of either language, years and values as people write them",
    arguments: [
      "subject,year,value\nA,2020,12.5\nenterprise,2021,-3\n", "对象,年份,数值\nA,2020年,12.5\nenterprise,2021,-3\n",
      "统计对象,年度,规模,basis\nA,2020,12.5,\nenterprise,2021,-3,\n", "name,date,amount\nA,2020,12.5\nenterprise,2021,-3\n",
    ])
  func heads(text: String) throws {
    #expect(try history(text) == [Observation("A", in: 2020, 12.5), Observation("enterprise", in: 2021, -3)])
  }

  @Test(
    "What is wrong is said with its place, and what to do",
    arguments: [
      ("subject,year,value\nA,2020,1\nA,2020,2\n", "history.csv:3: year: 2020 has a value of “A” in an earlier row"),
      ("subject,year,value\nA,2020-05,1\n", "history.csv:2: year: “2020-05” is no year"),
      ("subject,year,value\nA,2020-2022,1\n", "history.csv:2: year: “2020–2022” is no year"),
      ("subject,year,value\nA,soon,1\n", "history.csv:2: year: “soon” is not a date"),
      ("subject,year,value\nA,,1\n", "history.csv:2: year: is empty"),
      ("subject,year,value\nA,2020,\n", "history.csv:2: value: is empty"),
      ("subject,year,value\nA,2020,NaN\n", "history.csv:2: value: “NaN” says that there is nothing"),
      ("subject,year,value\nA,待定,5\n", "history.csv:2: year: “待定” says that there is nothing"),
      ("subject,year,value\nA,2020,inf\n", "history.csv:2: value: “inf” is not a number. Write it as 12.5."),
      ("subject,year,value\nA,2020,much\n", "history.csv:2: value: “much” is not a number."),
      ("subject,year,value\nA,2020,1e200\n", "history.csv:2: value: “1e200” is too large"),
      ("subject,year,value\n,2020,1\n", "history.csv:2: subject: is empty"),
      ("subject,value\nA,1\n", "history.csv"), ("", "history.csv"),
    ])
  func problems(text: String, expected: String) {
    let told = lines([.history: text])
    #expect(told.count == 1 && told[0].hasPrefix(expected), "\(told)")
    let chinese = lines([.history: text], in: .zh)
    #expect(chinese.count == 1 && chinese != told)
  }

  @Test(
    "Rows are in order of subject and year, whatever that of the table, and part of what is looked at by their years")
  func order() throws {
    let text = "subject,year,value,note\nb,2021,1,p\na,2022,2,q\nb,2019,3,r\na,2020,4,s\n"
    let network = try NetworkReader.read(tables: tables([.history: text])).network
    let ordered = network.inCanonicalOrder().history
    #expect(ordered.map(\.value) == [4, 2, 3, 1])
    let part = try network.part(of: nil, during: Period(from: PartialDate("2020"), to: PartialDate("2021")))
    #expect(part.history.map(\.value) == [1, 4] && part.carried[.history]?[0].values == ["p", "s"])
    var named = network
    named.history[0].subject = "B"
    #expect(named.without([1]).history.map(\.value) == [2, 3, 4])
    #expect(named.without([1]).carried[.history]?[0].values == ["q", "r", "s"])
  }

  @Test("A row that says so makes a network illustrative")
  func illustrative() throws {
    let plain = "subject,year,value,basis\na,2020,1,reported\n"
    #expect(try !NetworkReader.read(tables: tables([.history: plain])).network.isIllustrative)
    let made = plain.replacing("reported", with: "illustrative")
    #expect(try NetworkReader.read(tables: tables([.history: made])).network.isIllustrative)
  }

  @Test("Benefits below 0 are read and written: what a side loses")
  func losses() throws {
    let ties = "source,target,benefit_source,benefit_target\nA,B,-2.5,4\n"
    let network = try NetworkReader.read(tables: tables([.ties: ties])).network
    #expect(network.ties[0].benefitToSource == -2.5 && network.ties[0].benefitToTarget == 4)
    #expect(lines([.ties: "source,target,benefit_source\nA,B,none at all\n"])[0].contains("is not a number. Write"))
  }
}
