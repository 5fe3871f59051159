import KesiFormats
import KesiNetwork
import Testing

@Suite("Deadlines of a plan")
struct DeadlineTests {
  @Test(
    "A deadline is a date or a part of a year, which ends with its last month",
    arguments: [
      ("2025", "2025"), ("2025-06-30", "2025-06-30"), ("2025年6月", "2025-06"), ("2025年6月底", "2025-06"),
      ("2025年6月底前", "2025-06"), ("2025年12月31日前", "2025-12-31"), ("2025年底", "2025-12"), ("2025年年底", "2025-12"),
      ("2025年度内", "2025-12"), ("2025年初", "2025-03"), ("2025年中", "2025-06"), ("2025年上半年", "2025-06"),
      ("2025上半年", "2025-06"), ("2025年下半年", "2025-12"), ("2025年第一季度", "2025-03"), ("2025年二季度末", "2025-06"),
      ("2025年第3季度", "2025-09"), ("2025 Q3", "2025-09"), ("Q4 2025", "2025-12"), ("2025-Q1", "2025-03"),
      ("end of 2025", "2025-12"), ("by the end of 2025", "2025-12"), ("mid-2025", "2025-06"), ("H1 2025", "2025-06"),
    ])
  func read(text: String, end: String) { #expect(PartialDate(deadline: text)?.text == end, "\(text)") }

  @Test("Anything else is none", arguments: ["", "尽快", "年底", "soon", "2025年春", "12025年底", "第三季度", "2025年13月底"])
  func refused(text: String) { #expect(PartialDate(deadline: text) == nil, "\(text)") }
}
