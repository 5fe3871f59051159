import KesiNetwork

/// Memberships of the rows of those who take part: one for each project and organization, though there are several rows.
struct CordisMemberships {
  private(set) var members: [Membership] = []
  private var details: [Details] = []
  private var places: [Pair: Int] = [:]
  /// How many rows were joined to one before.
  private(set) var joinedRows = 0

  private struct Pair: Hashable {
    let consortium: Int
    let actor: Int
  }

  /// What the model has no field for.
  private struct Details {
    var roles: [String]
    var netContribution: Double?
    var cost: Double?
    var hasEnded: Bool
  }

  init(rowCount: Int) {
    members.reserveCapacity(rowCount)
    details.reserveCapacity(rowCount)
    places.reserveCapacity(rowCount)
  }

  mutating func add(_ row: CordisParticipation, consortium: Int, actor: Int) {
    let place = places[Pair(consortium: consortium, actor: actor), default: members.count]
    guard place == members.count else {
      join(row, to: place)
      return
    }
    places[Pair(consortium: consortium, actor: actor)] = place
    var member = Membership(consortium: consortium, actor: actor, role: Self.role(of: row.role))
    member.contribution = row.contribution
    member.basis = .register
    members.append(member)
    details.append(
      Details(
        roles: row.role.isEmpty ? [] : [row.role], netContribution: row.netContribution, cost: row.cost,
        hasEnded: row.hasEnded))
  }

  /// Contributions are added up, the strongest role counts, and who takes part by one row still does so.
  private mutating func join(_ row: CordisParticipation, to place: Int) {
    joinedRows += 1
    members[place].contribution = Self.sum(members[place].contribution, row.contribution)
    if let role = Self.role(of: row.role), role == .leader || members[place].role == nil { members[place].role = role }
    details[place].netContribution = Self.sum(details[place].netContribution, row.netContribution)
    details[place].cost = Self.sum(details[place].cost, row.cost)
    details[place].hasEnded = details[place].hasEnded && row.hasEnded
    guard !row.role.isEmpty, !details[place].roles.containsExactly(row.role) else { return }
    details[place].roles.append(row.role)
    details[place].roles.sort { (Self.rank(of: $0), $0) < (Self.rank(of: $1), $1) }
  }

  /// Both are at most what tables hold, so that their sum is a number; one beyond that is not stated.
  private static func sum(_ one: Double?, _ other: Double?) -> Double? {
    guard let one, let other else { return one ?? other }
    return one + other > Double.greatestInTables ? nil : one + other
  }

  /// Who coordinates leads; all others are members.
  static func role(of word: String) -> MemberRole? {
    word.isEmpty ? nil : rank(of: word) == 0 ? .leader : .member
  }

  /// The strongest first.
  private static func rank(of word: String) -> Int {
    switch word.lowercased() {
    case "coordinator": 0
    case "participant", "beneficiary", "hostinstitution": 1
    case "partner", "internationalpartner", "associatedpartner": 2
    case "thirdparty": 3
    default: 4
    }
  }

  /// How many have ended before their projects.
  var endedCount: Int { details.count(where: \.hasEnded) }

  var carried: [Network.CarriedColumn] {
    [
      Network.CarriedColumn(name: "cordis_role", values: details.lazy.map { $0.roles.joined(separator: ";") }),
      Network.CarriedColumn(name: "cordis_ended_early", values: details.lazy.map { $0.hasEnded ? "true" : "" }),
      Network.CarriedColumn(
        name: "cordis_net_contribution", values: details.lazy.map { $0.netContribution.map(\.plain) ?? "" }),
      Network.CarriedColumn(name: "cordis_cost", values: details.lazy.map { $0.cost.map(\.plain) ?? "" }),
    ]
  }
}
