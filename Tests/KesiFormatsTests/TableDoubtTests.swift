import KesiNetwork
import Testing

@testable import KesiFormats

@Suite("What rows of tables say that cannot be meant")
struct TableDoubtTests {
  private static let ties = ["A,B,2021-03,2022", "B,C,2022,2023", "A,C,2023,2024", "A,B,2024,2025"]

  @Test(
    "A date far from the others of its column is said with its row, and kept",
    arguments: [("2205-01,2206", 2), ("1021,2022", 1), ("2021,2022", 0), ("1985,2022", 0)])
  func dates(period: String, count: Int) throws {
    let rows = Self.ties + ["B,C,\(period)"]
    let found = lines([.ties: "source,target,from,to\n" + rows.joined(separator: "\n") + "\n"])
      .filter { $0.contains("far from the other dates") }
    #expect(found.count == count, "\(found)")
    #expect(found.allSatisfy { $0.contains("ties.csv:6") }, "\(found)")
  }

  @Test(
    "A parent that is the actor itself, a ring, or nowhere is said with its row; a name means its id",
    arguments: [
      ("A", "", "", ["actors.csv:2: parent: “A” is the actor itself"]),
      ("B", "A", "", ["actors.csv:2: parent: is a ring: A → B → A."]),
      ("Beta", "", "", []),
      ("Betta", "", "", ["actors.csv:2: parent: “Betta” is not in actors.csv. Did you mean “Beta”?"]),
      ("B", "C", "B", ["actors.csv:3: parent: is a ring: B → C → B."]),
      ("Group far away", "Group far away", "", ["actors.csv:2", "actors.csv:3"]),
    ])
  func parents(a: String, b: String, c: String, said: [String]) throws {
    let actors = "id,name,kind,parent\nA,Alpha,enterprise,\(a)\nB,Beta,college,\(b)\nC,Gamma,platform,\(c)\n"
    let reading = try NetworkReader.read(tables: tables([.actors: actors]))
    let found = reading.warnings.map { $0.line(in: .en) }.filter { $0.contains("parent") }
    #expect(found.count == (said.first == "actors.csv:2" ? 1 : said.count), "\(found)")
    for (line, start) in zip(found, said) { #expect(line.hasPrefix(start), "\(line)") }
    if a == "Beta" { #expect(reading.network.actors[0].parent == "B") }
    if a == "A" { #expect(reading.network.actors[0].parent == nil) }
  }
}
