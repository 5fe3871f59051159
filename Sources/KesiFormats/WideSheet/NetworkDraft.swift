import KesiNetwork

/// What sheets say, as rows of the tables of a network: each organization once, by the key of its name.
struct NetworkDraft {
  struct Source: Hashable {
    let sheet: Int
    let row: Int
  }

  struct Actor {
    let name: String
    /// As a cell states it, else told otherwise.
    var kind: KindOfName?
    var isKindStated = false
    /// Whether a row is about it; else it is named by others only.
    var hasRow = false
    var values: [ColumnMeaning: String] = [:]
    var kept: [String: String] = [:]
    var source: Source
    /// How many cells name it.
    var mentions = 0
  }

  struct Tie {
    let source: Int
    let target: Int
    var values: [ColumnMeaning: String] = [:]
    var period = Period()
    var kept: [String: String] = [:]
    var place: Source
  }

  struct Consortium {
    let id: String
    let name: String
    var leader: Int?
    var chain: Int?
    var period = Period()
    var budget: String?
    var kept: [String: String] = [:]
    var place: Source
  }

  struct Membership {
    let consortium: Int
    let actor: Int
    var role: MemberRole?
    /// As the sheet has it, where it is no word of Kesi's.
    var word: String?
    var values: [ColumnMeaning: String] = [:]
    var period = Period()
    var place: Source
  }

  struct Position {
    let actor: Int
    let chain: Int
    var stage: String?
    var role: ChainRole?
    var level: Level?
    var place: Source
  }

  struct Chain {
    let name: String
    var place: Source
  }

  private(set) var actors: [Actor] = []
  var ties: [Tie] = []
  private(set) var consortia: [Consortium] = []
  private(set) var members: [Membership] = []
  private(set) var positions: [Position] = []
  private(set) var chains: [Chain] = []
  private var actorPlaces: [NameKey: Int] = [:]
  private var consortiumPlaces: [NameKey: Int] = [:]
  private var memberPlaces: [[Int]: Int] = [:]
  private var chainPlaces: [NameKey: Int] = [:]
  private var known: Set<[String]> = []
  /// Ties that repeat an earlier one in all respects, and were left out.
  private(set) var repeatedTies = 0
  /// Names that are written in several forms, folded into one.
  private(set) var forms: [Int: Set<String>] = [:]
  let merges: NameMerges

  init(merges: NameMerges) { self.merges = merges }

  /// The place of an organization, which is new where no cell named it so far.
  mutating func actor(_ written: String, _ source: Source) -> Int {
    let name = merges.name(for: written)
    let key = NameKey(name)
    if let place = actorPlaces[key] {
      actors[place].mentions += 1
      if !actors[place].name.isExactly(written) { forms[place, default: []].insert(written) }
      return place
    }
    actorPlaces[key] = actors.count
    actors.append(Actor(name: name, source: source, mentions: 1))
    return actors.count - 1
  }

  mutating func update(actor place: Int, _ change: (inout Actor) -> Void) { change(&actors[place]) }

  mutating func add(_ tie: Tie) {
    let ends = [min(tie.source, tie.target), max(tie.source, tie.target)].map(String.init)
    let said = [tie.values[.tieKind], tie.values[.project], tie.period.from?.text, tie.period.to?.text].map { $0 ?? "" }
    guard known.insert(ends + said).inserted else {
      repeatedTies += 1
      return
    }
    ties.append(tie)
  }

  /// The place of a project or consortium by its id, else by its name: one of the same name that others lead is another.
  mutating func consortium(id given: String?, name: String, leader: String?, _ source: Source) -> Int {
    var id = given ?? name
    if let place = consortiumPlaces[NameKey(id)] {
      let other = leader.flatMap { actorPlaces[NameKey(merges.name(for: $0))] }
      guard given == nil, leader != nil, let first = consortia[place].leader, first != other, let leader else {
        return place
      }
      id = "\(name)（\(leader)）"
      if let place = consortiumPlaces[NameKey(id)] { return place }
    }
    consortiumPlaces[NameKey(id)] = consortia.count
    consortia.append(Consortium(id: id, name: name, place: source))
    return consortia.count - 1
  }

  mutating func update(consortium place: Int, _ change: (inout Consortium) -> Void) { change(&consortia[place]) }

  /// An actor is a member once; what a later row says of it is added.
  mutating func add(_ member: Membership) {
    let key = [member.consortium, member.actor]
    if let place = memberPlaces[key] {
      if members[place].role == nil || member.role == .leader {
        members[place].role = member.role ?? members[place].role
      }
      members[place].word = members[place].word ?? member.word
      if members[place].period == Period() { members[place].period = member.period }
      members[place].values.merge(member.values) { old, _ in old }
    } else {
      memberPlaces[key] = members.count
      members.append(member)
    }
    if member.role == .leader, consortia[member.consortium].leader == nil {
      consortia[member.consortium].leader = member.actor
    }
  }

  /// A chain is called the same with and without 产业链 at its end.
  mutating func chain(_ written: String, _ source: Source) -> Int {
    var name = written.asName
    for ending in ["产业链", "產業鏈", "产业集群", " chain"]
    where name.hasSuffix(ending) && name.unicodeScalars.count > ending.unicodeScalars.count {
      name = String(name.dropLast(ending.count)).asName
    }
    if let place = chainPlaces[NameKey(name)] { return place }
    chainPlaces[NameKey(name)] = chains.count
    chains.append(Chain(name: name, place: source))
    return chains.count - 1
  }

  mutating func add(_ position: Position) {
    let isNew = known.insert(["position", String(position.actor), String(position.chain), position.stage ?? ""])
      .inserted
    if isNew { positions.append(position) }
  }
}
