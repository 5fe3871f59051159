import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Dates as people write them")
struct WrittenDateTests {
  @Test(
    "What stands in a cell is the date that is meant",
    arguments: [
      ("2021", "2021"), ("2021年", "2021"), ("2021年度", "2021"), ("2021.3", "2021-03"), ("2021.03.05", "2021-03-05"),
      ("2021/3/5", "2021-03-05"), ("2021-3", "2021-03"), ("20210305", "2021-03-05"), ("202103", "2021-03"),
      ("2021年3月5日", "2021-03-05"), ("2021年3月", "2021-03"), ("２０２１年３月", "2021-03"), ("2021 年 3 月", "2021-03"),
      ("2021-01-01 00:00:00", "2021-01-01"), ("2021-01-01T00:00Z", "2021-01-01"), ("01.06.2020 00:00", "2020-06-01"),
      ("25/02/2020", "2020-02-25"), ("02/25/2020", "2020-02-25"), ("03/03/2020", "2020-03-03"),
      ("5 Mar 2021", "2021-03-05"),
      ("Mar 2021", "2021-03"), ("March 5, 2021", "2021-03-05"), ("05-Mar-2021", "2021-03-05"),
      ("5th March 2021", "2021-03-05"),
      ("03/2021", "2021-03"),
    ])
  func date(text: String, expected: String) {
    let date = WrittenDate(PartialDate(expected)!)
    #expect(WrittenDate.read(text) == .date(date))
  }

  @Test(
    "Parts of years begin and end with their months",
    arguments: [
      ("2021年上半年", "2021-01", "2021-06"), ("2021年第一季度", "2021-01", "2021-03"), ("2021Q4", "2021-10", "2021-12"),
      ("Q2 2021", "2021-04", "2021-06"), ("2021年底", "2021-12", "2021-12"), ("2021-H2", "2021-07", "2021-12"),
      ("2021年3季度", "2021-07", "2021-09"),
    ])
  func parts(text: String, first: String, last: String) {
    #expect(WrittenDate.read(text) == .date(WrittenDate(PartialDate(first)!, to: PartialDate(last)!)))
  }

  @Test(
    "What is no date, or no day of a calendar, is refused",
    arguments: [
      "苏州大学", "2021.13", "2021-02-30", "31/31/2020", "99999", "44260", "1200", "3.5", "8000", "21.3.5", "2021-3.5",
      "2021年3号",
      "Mar-21", "12345678901234567890", "2021/", "年2021", "2021 3", "5 Foo 2021",
    ])
  func unreadable(text: String) { #expect(WrittenDate.read(text) == .unreadable) }

  @Test("Which of two numbers is the day is told by the rest of the column")
  func order() {
    let (day, month) = (PartialDate("2020-02-01")!, PartialDate("2020-01-02")!)
    #expect(WrittenDate.read("01/02/2020") == .ambiguous(dayFirst: day, monthFirst: month))
    let style = WrittenDate.Style.told(by: ["01/02/2020", "25/02/2020"])
    #expect(style.order == .dayFirst)
    #expect(WrittenDate.read("01/02/2020", style: style) == .date(WrittenDate(day)))
    #expect(WrittenDate.read("01/02/2020", style: .told(by: ["02/25/2020 00:00"])) == .date(WrittenDate(month)))
    #expect(WrittenDate.Style.told(by: ["02/25/2020", "25/02/2020"]).order == nil)
  }

  @Test(
    "A number is a day only where it is said to be one",
    arguments: [("44260", "2021-03-05"), ("44197", "2021-01-01"), ("36526", "2000-01-01"), ("43890", "2020-02-29")])
  func number(text: String, expected: String) {
    #expect(WrittenDate.read(text) == .unreadable)
    #expect(WrittenDate.read(text, style: .init(countsDays: true)) == .date(WrittenDate(PartialDate(expected)!)))
  }

  @Test("Open ends and words for nothing are two things")
  func words() {
    for word in ["至今", "现在", "Present", "ongoing", "长期"] { #expect(WrittenDate.read(word) == .goesOn) }
    for word in ["", "-", "不详", "N/A"] { #expect(WrittenDate.read(word) == .missing) }
  }

  @Test(
    "A period in one cell has its start and its end",
    arguments: [
      ("2021.3—至今", "2021-03", nil), ("2021.3-2023.6", "2021-03", "2023-06"), ("2021-2023", "2021", "2023"),
      ("2021年3月至2022年12月", "2021-03", "2022-12"), ("2021~2023", "2021", "2023"), ("2021～2023年", "2021", "2023"),
      ("2021/3/5 - 2022/3/4", "2021-03-05", "2022-03-04"), ("2021.3起", "2021-03", nil),
      ("2021-03-2023-06", "2021-03", "2023-06"),
      ("2021年3月——2022年", "2021-03", "2022"), ("2021年3月-12月", "2021-03", "2021-12"), ("2021.3-6", "2021-03", "2021-06"),
      ("2021年3-6月", "2021-03", "2021-06"), ("2021.3.5-2022.3.4", "2021-03-05", "2022-03-04"), ("2021年至今", "2021", nil),
      ("Mar 2021 - Jun 2023", "2021-03", "2023-06"), ("2021-03-01/2022-02-28", "2021-03-01", "2022-02-28"),
      ("2021.03到2022.03", "2021-03", "2022-03"), ("since 2021", "2021", nil), ("2021—", "2021", nil),
      ("2021/3-2022/4", "2021-03", "2022-04"),
      ("2021–present", "2021", nil), ("2021Q1-2022Q2", "2021-01", "2022-06"),
      ("20210301-20220228", "2021-03-01", "2022-02-28"),
    ] as [(String, String, String?)])
  func period(text: String, from: String, to: String?) {
    #expect(WrittenPeriod.read(text) == .period(Period(from: PartialDate(from)!, to: to.flatMap { PartialDate($0) })))
  }

  @Test("One date in a cell of periods stays one date; an end before its start is told")
  func edges() {
    #expect(WrittenPeriod.read("2021-11") == .date(WrittenDate(PartialDate("2021-11")!)))
    #expect(WrittenPeriod.read("2021") == .date(WrittenDate(PartialDate("2021")!)))
    #expect(
      WrittenPeriod.read("2023-2021") == .reversed(Period(from: PartialDate("2023")!, to: PartialDate("2021")!)))
    #expect(WrittenPeriod.read("三年") == .unreadable)
    #expect(WrittenPeriod.read(String(repeating: "2021-", count: 100_000)) == .unreadable)
  }
}
