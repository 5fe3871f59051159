import KesiNetwork
import Testing

@Suite("Years that are slips of the pen")
struct UsualYearsTests {
  @Test(
    "One year far from all others is told apart, years that are spread out are not",
    arguments: [
      ([2021, 2022, 2205], [2205]), ([2021, 2022, 2022, 2025, 1021], [1021]), ([2021, 2205], []),
      ([1990, 1985, 2024, 2021], []), (Array(stride(from: 1400, through: 1600, by: 10)), []),
      (Array(2001...2040) + [1902, 2205], [1902, 2205]), ([1902, 1905, 2021, 2022, 2023, 2024], []), ([], []),
      ([1902, 2021, 2205, 201, 2022, 2205, 2023], [1902, 2205, 201, 2205]),
    ])
  func far(years: [Int], slips: [Int]) {
    let usual = UsualYears(years)
    #expect(years.filter { !(usual?.contains($0) ?? true) } == slips)
  }

  @Test("What counts as today does not hang on a slip")
  func now() {
    var network = Network(actors: (0..<2).map { Actor(id: "\($0)", name: "\($0)") })
    for year in ["2021", "2023", "2205", "2022"] {
      var tie = Tie(0, 1)
      tie.period.from = PartialDate(year)
      network.ties.append(tie)
    }
    #expect(network.assessment.now == PartialDate("2023"))
    #expect(network.usualYears?.contains(2205) == false)
  }
}
