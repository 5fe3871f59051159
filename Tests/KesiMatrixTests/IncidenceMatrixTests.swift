import KesiMatrix
import Testing

@Suite("The incidence matrix")
struct IncidenceMatrixTests {
  static let pairs = randomTies(order: 60, count: 250, seed: 11).map { (group: Int($0.0) % 20, member: Int($0.1)) }

  @Test("projects as counting common groups by hand does", arguments: IncidenceMatrix.Projection.allCases)
  func projection(_ projection: IncidenceMatrix.Projection) throws {
    let matrix = IncidenceMatrix(groupCount: 20, memberCount: 60, pairs: Self.pairs)
    var expected: [[Int]: Double] = [:]
    for group in 0..<20 {
      let members = Set(Self.pairs.filter { $0.group == group }.map(\.member))
      for a in members {
        for b in members where a != b {
          switch projection {
          case .count: expected[[a, b], default: 0] += 1
          case .newman: expected[[a, b], default: 0] += 1 / Double(members.count - 1)
          case .binary: expected[[a, b]] = 1
          }
        }
      }
    }
    let found = entries(of: try matrix.projected(projection))
    #expect(Set(found.keys) == Set(expected.keys))
    for (place, weight) in expected { #expect(abs(found[place]! - weight) < 1e-12) }
  }

  @Test("Newman's projection gives each member a strength equal to the groups it shares with someone")
  func newmanStrength() throws {
    let matrix = IncidenceMatrix(groupCount: 20, memberCount: 60, pairs: Self.pairs)
    try matrix.projected(.newman).withRows { rows in
      for member in 0..<60 {
        let strength = rows.entries(member).reduce(0) { $0 + rows.weight($1) }
        let shared = matrix.groups(of: member).count { matrix.members(of: Int($0)).count > 1 }
        #expect(abs(strength - Double(shared)) < 1e-9)
      }
    }
  }

  @Test("A projection that would not fit is refused before it starts")
  func tooLarge() {
    let members = 70_000
    let matrix = IncidenceMatrix(
      groupCount: 1, memberCount: members, pairs: (0..<members).map { (group: 0, member: $0) })
    #expect(throws: IncidenceMatrix.TooLarge.self) { try matrix.projected(.binary) }
  }
}
