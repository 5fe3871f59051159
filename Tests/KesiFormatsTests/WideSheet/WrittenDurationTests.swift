import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Durations")
struct WrittenDurationTests {
  @Test(
    "Months are told",
    arguments: [
      ("3年", 36), ("三年", 36), ("36个月", 36), ("2 years", 24), ("1.5年", 18), ("18 months", 18), ("120个月", 120),
      ("1200 months", 1200),
    ])
  func months(text: String, months: Int) { #expect(WrittenDuration(text)?.months == months) }

  @Test(
    "What is none is refused",
    arguments: ["3", "年", "长期", "", "1000年", "-3年", "3天", "0年", "1201个月", "101年", "99999999999999999999年"])
  func none(text: String) { #expect(WrittenDuration(text) == nil) }

  @Test("The end is as well known as the start")
  func end() {
    let year = WrittenDuration("1年")
    #expect(year?.end(from: PartialDate("2022-06")!) == PartialDate("2023-06"))
    #expect(year?.end(from: PartialDate("2022")!) == PartialDate("2023"))
    #expect(year?.end(from: PartialDate("2020-02-29")!) == PartialDate("2021-02-28"))
    #expect(WrittenDuration("7个月")?.end(from: PartialDate("2022-06-30")!) == PartialDate("2023-01-30"))
  }
}
