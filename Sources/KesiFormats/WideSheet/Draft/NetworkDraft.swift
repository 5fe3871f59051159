import KesiNetwork

/// What sheets say, as rows of the tables of a network: each organization once, by the key of its name.
struct NetworkDraft {
  /// Where a row stands; rows and sheets are far fewer than numbers of 32 bits.
  struct Source: Hashable {
    private let ofSheet: Int32
    private let ofRow: Int32

    init(sheet: Int, row: Int) { (ofSheet, ofRow) = (Int32(sheet), Int32(row)) }

    var sheet: Int { Int(ofSheet) }
    var row: Int { Int(ofRow) }
  }

  struct Actor {
    let name: String
    /// As a cell states it, else told otherwise.
    var kind: KindOfName?
    var isKindStated = false
    /// Whether a row is about it; else it is named by others only.
    var hasRow = false
    var zone: String?
    var creditCode: String?
    var size: Double?
    var kept: [String: String] = [:]
    var source: Source
    /// How many cells name it.
    var mentions = 0
  }

  struct Tie {
    let source: Int
    var target: Int
    /// How they work together.
    var kind: String?
    var project: String?
    var stage: TieStage?
    var outcome: Outcome?
    /// How it stands, as the sheet has it.
    var state: String?
    var weight: Double?
    /// In the plain unit.
    var amount: Double?
    var period = Period()
    var kept: [String: String] = [:]
    var place: Source
    /// Whether it goes from the one to the other, as in a matrix that differs on the two sides of its diagonal.
    var isDirected = false
    /// Whether it is not in the row but follows from the title.
    var isInferred = false
  }

  struct Consortium {
    let id: String
    let name: String
    var leader: Int?
    var chain: Int?
    var period = Period()
    var budget: Double?
    var kept: [String: String] = [:]
    var place: Source
  }

  struct Membership {
    let consortium: Int
    let actor: Int
    var role: MemberRole?
    /// As the sheet has it, where it is no word of Kesi's.
    var word: String?
    var contribution: Double?
    var share: Double?
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
  /// The places of organizations by their names as they are written: most are written so again.
  private var writtenPlaces: [ExactText: Int] = [:]
  private var consortiumPlaces: [NameKey: Int] = [:]
  private var memberPlaces: [[Int]: Int] = [:]
  private var chainPlaces: [NameKey: Int] = [:]
  /// Of ties of one hash of what tells ties apart the last.
  private var lastTies: [Int: Int32] = [:]
  /// Of each tie the one before it of the same hash; -1 for none.
  private var tiesBefore: [Int32] = []
  /// The places of chains by their names as they are written.
  private var writtenChains: [ExactText: Int] = [:]
  private var knownPositions: Set<PositionKey> = []

  private struct PositionKey: Hashable {
    let actor: Int
    let chain: Int
    let stage: String?
  }

  /// Ties that repeat an earlier one and were left out.
  private(set) var repeatedTies = 0
  /// Those of them of which something was not carried on, as the earlier one has it otherwise.
  private(set) var contradictedTies = 0
  /// Names that are written in several forms, folded into one.
  private(set) var forms: [Int: Set<String>] = [:]
  let merges: NameMerges

  init(merges: NameMerges) { self.merges = merges }

  /// Lets go of what finds rows again, once all of them are there: it is as large as they are.
  mutating func close() {
    (actorPlaces, writtenPlaces, consortiumPlaces, memberPlaces, chainPlaces) = ([:], [:], [:], [:], [:])
    (lastTies, tiesBefore, writtenChains, knownPositions) = ([:], [], [:], [])
  }

  /// The place of an organization, which is new where no cell named it so far.
  mutating func actor(_ written: String, _ source: Source) -> Int {
    if let place = writtenPlaces[ExactText(written)] {
      actors[place].mentions += 1
      return place
    }
    let name = merges.name(for: written).asActorName
    let key = NameKey(name)
    if let place = actorPlaces[key] {
      actors[place].mentions += 1
      if !actors[place].name.isExactly(written), merges.name(for: written).isExactly(written) {
        forms[place, default: []].insert(written)
      }
      writtenPlaces[ExactText(written)] = place
      return place
    }
    actorPlaces[key] = actors.count
    // Any other form is told when it comes again.
    if name.isExactly(written) { writtenPlaces[ExactText(written)] = actors.count }
    actors.append(Actor(name: name, source: source, mentions: 1))
    return actors.count - 1
  }

  mutating func update(actor place: Int, _ change: (inout Actor) -> Void) { change(&actors[place]) }

  mutating func add(_ tie: Tie) {
    let hash = tie.hashOfWhole
    let last = lastTies[hash] ?? -1
    var other = last
    while other >= 0 {
      if ties[Int(other)].isRepeated(by: tie) {
        repeatedTies += 1
        if !ties[Int(other)].take(from: tie) { contradictedTies += 1 }
        return
      }
      other = tiesBefore[Int(other)]
    }
    // Rows of sheets are far fewer than numbers of 32 bits.
    lastTies[hash] = Int32(ties.count)
    tiesBefore.append(last)
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
      members[place].contribution = members[place].contribution ?? member.contribution
      members[place].share = members[place].share ?? member.share
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
    if let place = writtenChains[ExactText(written)] { return place }
    let place = newlyWrittenChain(written, source)
    writtenChains[ExactText(written)] = place
    return place
  }

  private mutating func newlyWrittenChain(_ written: String, _ source: Source) -> Int {
    var name = written.asName
    for ending in ["产业链", "產業鏈", "产业集群", " chain"]
    where name.ends(with: ending) && name.utf8.count > ending.utf8.count {
      name = String(name.unicodeScalars.dropLast(ending.unicodeScalars.count)).asName
    }
    if let place = chainPlaces[NameKey(name)] { return place }
    chainPlaces[NameKey(name)] = chains.count
    chains.append(Chain(name: name, place: source))
    return chains.count - 1
  }

  mutating func add(_ position: Position) {
    let key = PositionKey(actor: position.actor, chain: position.chain, stage: position.stage)
    if knownPositions.insert(key).inserted { positions.append(position) }
  }
}

extension NetworkDraft.Tie {
  /// Of what tells ties apart, whichever end names the other.
  fileprivate var hashOfWhole: Int {
    var hasher = Hasher()
    hasher.combine(min(source, target))
    hasher.combine(max(source, target))
    hasher.combine(kind.map(ExactText.init))
    hasher.combine(project.map(ExactText.init))
    hasher.combine(period)
    return hasher.finalize()
  }

  /// Whether another says the same again: as the row of the other end, or in all respects. Two contracts of two amounts are
  /// two.
  fileprivate func isRepeated(by other: NetworkDraft.Tie) -> Bool {
    func agree<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool { a == nil || b == nil || a == b }
    let isReverse = source == other.target && target == other.source && !isDirected && !other.isDirected
    guard isReverse || source == other.source && target == other.target, period == other.period,
      kind.map(ExactText.init) == other.kind.map(ExactText.init),
      project.map(ExactText.init) == other.project.map(ExactText.init), agree(amount, other.amount),
      agree(weight, other.weight), agree(stage, other.stage), agree(outcome, other.outcome), agree(state, other.state)
    else { return false }
    return isReverse || kept == other.kept && amount == other.amount && weight == other.weight
  }

  /// Takes what the same tie says in another row.
  ///
  /// - Returns: false where some of it is said otherwise here.
  fileprivate mutating func take(from other: NetworkDraft.Tie) -> Bool {
    amount = amount ?? other.amount
    weight = weight ?? other.weight
    stage = stage ?? other.stage
    outcome = outcome ?? other.outcome
    state = state ?? other.state
    isInferred = isInferred && other.isInferred
    kept.merge(other.kept) { old, _ in old }
    return other.kept.allSatisfy { kept[$0.key] == $0.value }
  }
}
