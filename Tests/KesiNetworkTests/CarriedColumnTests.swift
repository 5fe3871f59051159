import KesiNetwork
import Testing

@Suite("Columns that are carried along")
struct CarriedColumnTests {
  /// Texts of which so many are different.
  private func texts(_ count: Int, different: Int, from first: Int = 0) -> [String] {
    (0..<count).map { number in
      let word = (first + number * 7919) % different
      return word % 5 == 0 ? "" : String(repeating: "列", count: word % 7) + "\(word)"
    }
  }

  @Test(
    "A column has the cells that were added, whether few or many are different",
    arguments: [(0, 1), (1, 1), (255, 255), (257, 257), (5000, 3), (5000, 5000), (70_000, 69_000), (300_000, 70_000)])
  func cells(count: Int, different: Int) {
    let texts = texts(count, different: different)
    let column = Network.CarriedColumn(name: "a", values: texts)
    #expect(column.count == count && column.values == texts)
    let rows = stride(from: count - 1, through: 0, by: -3)
    #expect(column.kept(rows).values == rows.map { texts[$0] })
  }

  @Test("A text longer than a block is whole, and so are those beside it")
  func long() {
    let texts = (0..<600).flatMap { ["a\($0)", String(repeating: "苏", count: $0 * 100), ""] }
    #expect(Network.CarriedColumn(name: "a", values: texts).values == texts)
  }

  @Test("Parts that are added give the same column as their cells one by one, however either is held")
  func parts() {
    let parts = [
      texts(10, different: 2), texts(6000, different: 6000), texts(5000, different: 4, from: 3), [],
      texts(300, different: 290, from: 9), texts(4096, different: 4096, from: 1),
    ]
    for start in parts.indices {
      var (whole, column) = ([String](), Network.CarriedColumn(name: "a"))
      for part in parts[start...] + parts[..<start] {
        column.append(Network.CarriedColumn(name: "b", values: part), without: [])
        whole += part
      }
      #expect(column.values == whole && column == Network.CarriedColumn(name: "a", values: whole))
      column.append(Network.CarriedColumn(name: "b", values: parts[1]), without: [0, 5999])
      #expect(column.values == whole + parts[1].dropFirst().dropLast())
      #expect(column != Network.CarriedColumn(name: "a", values: whole))
    }
    #expect(Network.CarriedColumn(name: "a", values: ["e\u{301}"]) != Network.CarriedColumn(name: "a", values: ["é"]))
  }
}
