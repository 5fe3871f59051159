import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("Members whose rows together say too much")
struct MemberCheckTests {
  private func warnings(_ members: String) throws -> [String] {
    try NetworkReader.read(
      tables: tables([
        .consortia: "id,name\nX,Alliance\n", .members: "consortium,actor,role,contribution,share,from,to\n\(members)",
      ])
    ).warnings.map { $0.line(in: .en) }
  }

  @Test("Contributions of one member for one time are said to be added up, those of two times are not")
  func twice() throws {
    let same = try warnings("X,A,member,30,0.1,,\nX,A,member,30,,,\n")
    #expect(same.contains { $0.contains("1 member has several rows") && $0.contains("A in “Alliance”") }, "\(same)")
    let apart = try warnings("X,A,member,30,0.1,2020,2021\nX,A,member,30,,2022,\nX,B,member,9,,,\n")
    #expect(!apart.contains { $0.contains("several rows") }, "\(apart)")
  }

  @Test("Shares beyond the whole are said where they stand, but for what rounding makes of them")
  func beyond() throws {
    let much = try warnings("X,A,member,,0.8,,\nX,B,member,,0.6,,\n")
    #expect(much.contains { $0.hasPrefix("members.csv: share") && $0.contains("add up to 1.4") }, "\(much)")
    for members in [
      "X,A,member,,0.334,,\nX,B,member,,0.333,,\nX,C,member,,0.334,,\n",
      "X,A,member,,0.8,,2020\nX,B,member,,0.6,2021,\n", "X,A,member,,0.8,,\nX,B,observer,,0.6,,\n",
    ] {
      let little = try warnings(members)
      #expect(!little.contains { $0.contains("add up to") }, "\(little)")
    }
  }
}
