import KesiConsortium
import Testing

@Suite("Coalitions")
struct CoalitionTests {
  @Test("A coalition of the first players has these and no others", arguments: [0, 1, 2, 5, 20, 31])
  func firstPlayers(count: Int) {
    let coalition = Coalition(ofFirst: count)
    #expect(coalition.count == count)
    #expect((0..<32).allSatisfy { coalition.contains($0) == ($0 < count) })
  }
}
