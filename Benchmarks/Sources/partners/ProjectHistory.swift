import KesiNetwork

/// Projects with those who take part and the day they began, as a register of consortia has them: cut at a day into what
/// was known then and what came later.
struct ProjectHistory {
  let network: Network
  /// The members of each consortium, each once.
  private let members: [[Int]]

  /// The consortia whose row of a carried column holds a word.
  init(of whole: Network, where column: String, matches isWanted: (String) -> Bool) {
    let cells = whole.carried[.consortia]?.first { $0.name == column }
    let kept = whole.consortia.indices.filter { isWanted(cells?[$0] ?? "") && whole.consortia[$0].period.from != nil }
    var place = [Int?](repeating: nil, count: whole.consortia.count)
    for (new, old) in kept.enumerated() { place[old] = new }
    var network = whole
    network.carried = [:]
    network.consortia = kept.map { whole.consortia[$0] }
    network.members = whole.members.compactMap { member in
      place[member.consortium].map {
        var member = member
        member.consortium = $0
        return member
      }
    }
    self.network = network
    var members = [Set<Int>](repeating: [], count: kept.count)
    for member in network.members { members[member.consortium].insert(member.actor) }
    self.members = members.map { $0.sorted() }
  }

  /// What was known before a day, and what came of it.
  struct Cut {
    /// Those who took part in a project before, and those projects.
    let before: Network
    /// Of each two actors of ``before`` that had no tie and later had one: the project that tied them first.
    let later: [Pair: Int]
    /// Of the ties that came later: how many there are, and of them those of actors who were not known before.
    let ties: (all: Int, ofNewcomers: Int)
  }

  struct Pair: Hashable {
    let a: Int
    let b: Int
  }

  func cut(at day: PartialDate) -> Cut {
    let isKnown = network.consortia.map { ($0.period.from?.earliest ?? .max) < day.earliest }
    var place = [Int?](repeating: nil, count: network.actors.count)
    for member in network.members where isKnown[member.consortium] { place[member.actor] = -1 }
    let actors = place.indices.filter { place[$0] != nil }
    for (new, old) in actors.enumerated() { place[old] = new }
    let consortia = isKnown.indices.filter { isKnown[$0] }
    var before = Network(profile: network.profile, actors: actors.map { network.actors[$0] })
    before.consortia = consortia.map { network.consortia[$0] }
    for index in before.consortia.indices { before.consortia[index].leader = nil }
    var tied = Set<Pair>()
    for (new, old) in consortia.enumerated() {
      let known = members[old].compactMap { place[$0] }
      before.members += known.map { Membership(consortium: new, actor: $0) }
      for (rank, a) in known.enumerated() { for b in known.dropFirst(rank + 1) { tied.insert(Pair(a: a, b: b)) } }
    }
    var later: [Pair: Int] = [:]
    var (all, ofNewcomers) = (Set<Pair>(), 0)
    let order = isKnown.indices.filter { !isKnown[$0] }.sorted {
      (network.consortia[$0].period.from?.earliest ?? .max, $0) < (
        network.consortia[$1].period.from?.earliest ?? .max, $1
      )
    }
    for project in order {
      for (rank, one) in members[project].enumerated() {
        for other in members[project].dropFirst(rank + 1) {
          if let a = place[one], let b = place[other] {
            let pair = Pair(a: min(a, b), b: max(a, b))
            guard !tied.contains(pair) else { continue }
            all.insert(Pair(a: one, b: other))
            if later[pair] == nil { later[pair] = project }
          } else if all.insert(Pair(a: one, b: other)).inserted {
            ofNewcomers += 1
          }
        }
      }
    }
    return Cut(before: before, later: later, ties: (all.count, ofNewcomers))
  }

  var projectCount: Int { network.consortia.count }
}
