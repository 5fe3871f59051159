import KesiNetwork

/// What was counted while a network was made of CORDIS, in words.
struct CordisTally {
  static let projectsWord = Phrase("projects", zh: "个项目")
  static let organizationsWord = Phrase("organizations", zh: "家机构")

  /// What was asked for, and how many of what were left.
  var filters: [(name: Phrase, left: Int, of: Phrase)] = []
  var unreadPlaces = CordisCells.Unread()
  private(set) var organizations = 0
  private(set) var withoutKind: [String] = []
  private(set) var withoutPlace = 0
  private(set) var withoutRegion = 0
  private(set) var withoutZone = 0
  /// Organizations of several names, each with that which was taken and another.
  private(set) var renamed: [(id: String, name: String, other: String)] = []
  /// Names that several organizations have, with their ids.
  private(set) var namesakes: [(name: String, ids: [String])] = []
  private(set) var members = 0
  private(set) var joinedRows = 0
  private(set) var endedCount = 0
  private(set) var consortia = 0
  private(set) var undeclared = 0
  private(set) var terminated = 0
  private(set) var alone = 0
  private(set) var roles: [(word: String, count: Int)] = []

  /// What there is to say where nothing was left.
  var nothingLeft: Phrase {
    let asked = Phrase(
      filters.map(\.name.en).joined(separator: "; "), zh: filters.map(\.name.zh).joined(separator: "；"))
    return Phrase(
      "has nobody who takes part by all that was asked for: \(asked.en). Ask for less.",
      zh: "没有符合全部条件的参与方：\(asked.zh)。请放宽条件。")
  }
}

extension CordisTally {
  mutating func count(_ rows: [CordisOrganization], _ actors: [Actor]) {
    organizations = actors.count
    withoutPlace = rows.count { $0.place.text.isEmpty }
    withoutRegion = rows.count { $0.region.text.isEmpty }
    withoutZone = actors.count { $0.zone == nil }
    for (row, actor) in zip(rows, actors) {
      if actor.kind.isEmpty { withoutKind.append(row.activity.text) }
      if let other = row.name.others.first { renamed.append((actor.id, actor.name, other)) }
    }
    var places: [ExactText: Int] = [:]
    for actor in actors {
      let place = places[ExactText(actor.name), default: namesakes.count]
      if place == namesakes.count {
        places[ExactText(actor.name)] = place
        namesakes.append((actor.name, []))
      }
      namesakes[place].ids.append(actor.id)
    }
    namesakes.removeAll { $0.ids.count == 1 }
  }

  mutating func count(
    _ memberships: CordisMemberships, of rows: [Int], _ network: Network, _ export: CordisExport, _ projects: [Int]
  ) {
    members = memberships.members.count
    joinedRows = memberships.joinedRows
    endedCount = memberships.endedCount
    consortia = network.consortia.count
    undeclared = projects.count { $0 >= export.declaredProjects }
    terminated = projects.count { export.projects[$0].status.uppercased().isExactly("TERMINATED") }
    var sizes = [Int](repeating: 0, count: consortia)
    for member in memberships.members { sizes[member.consortium] += 1 }
    alone = sizes.count { $0 == 1 }
    var counts: [ExactText: Int] = [:]
    for row in rows { counts[ExactText(export.participations[row].role), default: 0] += 1 }
    roles = counts.map { ($0.key.text, $0.value) }.sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }
}
