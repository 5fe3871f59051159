import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Groups of actors as the mixing of ties is looked at: kinds, zones, chains.
public enum Grouping: String, Term {
  case kind, zone, chain

  public var chinese: [String] {
    switch self {
    case .kind: ["主体类型"]
    case .zone: ["片区"]
    case .chain: ["产业链"]
    }
  }
}

/// A group of actors with a name.
public struct ActorGroup: Sendable {
  /// As programs know it: the id of a kind or chain, the word for a zone.
  public let id: String
  public let label: Phrase
  /// As vertices of the graph.
  public let vertices: [Int]
}

extension Network {
  /// What a group is called, by its id; the id itself where it is not declared.
  func label(of id: String, in grouping: Grouping) -> Phrase {
    switch grouping {
    case .kind: return profile.kind(id).label
    case .zone: return profile.zone(id)
    case .chain:
      let chain = chains.first { $0.id.isExactly(id) }
      return chain.map { Phrase($0.name(in: .en), zh: $0.name(in: .zh)) } ?? Phrase(id, zh: id)
    }
  }
}

/// Ties between two groups, or inside one, beside what chance gives.
public struct MixingPair: Sendable {
  public let a: ActorGroup
  public let b: ActorGroup
  public let count: GroupTieNull.Count
  /// The share of the pairs of actors that are tied.
  public let density: Double?
  /// Two-sided, corrected for the number of pairs (Holm).
  public let chance: Double
  public let draws: Int
  /// Where fewer networks were drawn than should be.
  package let shortage: DrawShortage?
  let significance: Double

  public var verdict: Verdict { Verdict(self) }

  public enum Verdict: String, Term {
    case fewer, expected, more

    init(_ pair: MixingPair) {
      self =
        pair.chance >= pair.significance
        ? .expected : Double(pair.count.observed) < pair.count.expected ? .fewer : .more
    }

    public var chinese: [String] {
      switch self {
      case .fewer: ["偏少"]
      case .expected: ["正常"]
      case .more: ["偏多"]
      }
    }
  }
}

extension Analysis {
  /// The groups of a sort that have actors, in the order in which the network names them.
  public func groups(by grouping: Grouping) -> [ActorGroup] {
    func split(_ word: (Actor) -> String?) -> [ActorGroup] {
      var order: [ExactText] = []
      var members: [ExactText: [Int]] = [:]
      for vertex in graph.actors.indices {
        guard let word = word(graph.actor(vertex)).map(ExactText.init), !word.text.isEmpty else { continue }
        if members[word] == nil { order.append(word) }
        members[word, default: []].append(vertex)
      }
      return order.map {
        ActorGroup(id: $0.text, label: network.label(of: $0.text, in: grouping), vertices: members[$0] ?? [])
      }
    }
    switch grouping {
    case .kind: return split(\.kind)
    case .zone: return assessment.covers([.zones]) ? split(\.zone) : []
    case .chain:
      return chosenChains.map { chain in
        ActorGroup(
          id: chain.chain.id, label: Phrase(chain.chain.name(in: .en), zh: chain.chain.name(in: .zh)),
          vertices: chain.actors.compactMap { graph.vertex[$0] })
      }.filter { !$0.vertices.isEmpty }
    }
  }

  /// So many groups are counted at most: each is a bit of a word.
  private static let mostCounted = 64

  /// The groups between which ties are counted, and those that are left out: of more than 64 the smallest.
  private func countedGroups(by grouping: Grouping) -> (counted: [ActorGroup], leftOut: [ActorGroup]) {
    let all = groups(by: grouping)
    guard all.count > Self.mostCounted else { return (all, []) }
    let kept = Set(
      all.indices.sorted { (all[$1].vertices.count, $0) < (all[$0].vertices.count, $1) }.prefix(Self.mostCounted))
    return (
      all.indices.filter(kept.contains).map { all[$0] }, all.indices.filter { !kept.contains($0) }.map { all[$0] }
    )
  }

  /// Which groups ``mixing(by:)`` leaves out; nil where none.
  package func leftOutNote(by grouping: Grouping) -> Phrase? {
    let (counted, leftOut) = countedGroups(by: grouping)
    guard !leftOut.isEmpty else { return nil }
    let (all, most) = (counted.count + leftOut.count, counted.count)
    let (noun, unit, word) =
      switch grouping {
      case .kind: ("kinds", "种", "类型")
      case .zone: ("zones", "个", "片区")
      case .chain: ("chains", "条", "产业链")
      }
    func names(_ language: Language) -> String {
      leftOut.listed(most: 10, in: language, by: unit) { $0.label(language) }
    }
    return Phrase(
      "Of \(all) \(noun) the \(most) with most actors are compared. Left out: \(names(.en)).",
      zh: "共 \(all) \(unit)\(word)，只比较主体最多的 \(most) \(unit)。未列入：\(names(.zh))。")
  }

  /// The ties inside each group and between each two, held against networks of the same degrees. Groups may overlap, as
  /// chains do: ties between two then count only those from actors of one alone to actors of the other alone. Of more
  /// than 64 groups the largest.
  public func mixing(by grouping: Grouping) throws -> [MixingPair] {
    let groups = countedGroups(by: grouping).counted
    guard !groups.isEmpty, graph.matrix.entryCount > 0 else { return [] }
    let (null, numbers) = try counts(of: groups, by: grouping)
    let places = groups.indices.flatMap { a in groups.indices.dropFirst(a).map { (a, $0) } }
    let counts = places.map { a, b in a == b ? null.inside[numbers[a]] : null.between(numbers[a], numbers[b]) }
    let chances = holm(counts.map { min(1, 2 * min($0.lowerTail, $0.upperTail)) })
    return zip(places, zip(counts, chances)).map { place, found in
      let (a, b) = (groups[place.0], groups[place.1])
      let (inA, inB) = (Set(a.vertices), Set(b.vertices))
      let pairs =
        place.0 == place.1
        ? inA.count * (inA.count - 1) / 2 : inA.subtracting(inB).count * inB.subtracting(inA).count
      return MixingPair(
        a: a, b: b, count: found.0, density: pairs > 0 ? Double(found.0.observed) / Double(pairs) : nil,
        chance: found.1, draws: null.draws, shortage: DrawShortage(null), significance: thresholds.significance)
    }
  }

  /// About how long ``mixing(by:)`` takes, good to a factor of three.
  package func expectedSeconds(toMixBy grouping: Grouping) -> Double {
    let groups = countedGroups(by: grouping).counted
    guard !groups.isEmpty, graph.matrix.entryCount > 0 else { return 0 }
    return secondsToDraw(tests: groups.count * (groups.count + 1))
  }

  /// What is drawn for gaps, where it holds these groups and enough draws, or as many as can be afforded; else draws anew.
  /// That is asked before anything is drawn: whether time allows more is known only of what was drawn already.
  private func counts(of groups: [ActorGroup], by grouping: Grouping) throws -> (GroupTieNull, [Int]) {
    // Both tails are looked at, so each pair counts twice.
    let tests = groups.count * (groups.count + 1)
    let shared = TieNull.Groups(of: self)
    let numbers = groups.compactMap { shared.number(of: $0.id, by: grouping) }
    let isEnough = drawCount(for: shared.tests) >= drawCount(for: tests)
    if numbers.count == groups.count, isEnough || hasDrawn, let null = try tieNull(),
      isEnough || null.counts.draws < null.counts.wanted
    {
      return (null.counts, numbers)
    }
    return (try drawnCounts(in: groups.map(\.vertices), tests: tests), Array(groups.indices))
  }

  /// The E-I index of each sort of groups, tested by dealing the groups out anew; those of one group alone are left out.
  public func externalInternalTests() throws -> [(grouping: Grouping, test: PermutationTest)] {
    let labels: [(Grouping, [Int])] = [
      (.kind, graph.labels(by: \.kind)), (.zone, graph.labels { $0.zone ?? "" }),
    ]
    return try labels.compactMap { grouping, groups in
      guard Set(groups).count > 1 else { return nil }
      let draws = draws ?? 1000
      note(draws: draws)
      return try externalInternalTest(of: graph.matrix, groups: groups, draws: draws, seed: seed, on: parallel)
        .map { (grouping, $0) }
    }
  }

  /// For each group, how often its actors broker in each of the five roles, and how often they would if their open paths
  /// were the same and the groups of all others were dealt out at random.
  public func brokerRoles(by grouping: Grouping) throws -> [BrokerRoles] {
    let groups = groups(by: grouping == .chain ? .kind : grouping)
    let labels = grouping == .zone ? graph.labels { $0.zone ?? "" } : graph.labels(by: \.kind)
    let sizes = Dictionary(grouping: labels, by: { $0 }).mapValues(\.count)
    // Of groups as large as one another all others are as large, too.
    var known: [Int: RoleChances] = [:]
    guard labels.count > 2 else { return [] }
    let found = try brokerage(of: graph.matrix, groups: labels, on: parallel)
    return groups.compactMap { group in
      let own = labels[group.vertices[0]]
      let size = group.vertices.count
      func ofSize() -> RoleChances? { RoleChances(own: size, others: sizes.filter { $0.key != own }.map(\.value)) }
      guard let chances = known[size] ?? ofSize() else { return nil }
      known[size] = chances
      func sum(_ values: [Int]) -> Int { group.vertices.reduce(0) { $0 + values[$1] } }
      let counts = [
        sum(found.coordinator), sum(found.consultant), sum(found.gatekeeper), sum(found.representative),
        sum(found.liaison),
      ]
      let open = Double(counts.reduce(0, +))
      let shares = [
        chances.coordinator, chances.consultant, chances.gatekeeper, chances.gatekeeper, chances.liaison,
      ]
      return BrokerRoles(
        group: group,
        roles: zip(BrokerRoles.Role.allCases, zip(counts, shares)).map { role, found in
          BrokerRoles.Count(group: group, role: role, observed: found.0, expected: open * found.1)
        })
    }
  }
}

extension [MixingPair] {
  /// The pairs as a square: a row and a column a group, in the order in which they come.
  public var square: (groups: [ActorGroup], rows: [[MixingPair]]) {
    func key(_ a: ActorGroup, _ b: ActorGroup) -> [ExactText] { [ExactText(a.id), ExactText(b.id)] }
    let groups = filter { $0.a.id.isExactly($0.b.id) }.map(\.a)
    let cells = Dictionary(map { (key($0.a, $0.b), $0) }, uniquingKeysWith: { first, _ in first })
    let rows = groups.map { row in
      groups.compactMap { column in cells[key(row, column)] ?? cells[key(column, row)] }
    }
    return (groups, rows)
  }
}

/// How the actors of a group broker.
public struct BrokerRoles: Sendable {
  public enum Role: String, Term {
    case coordinator, consultant, gatekeeper, representative, liaison

    public var chinese: [String] {
      switch self {
      case .coordinator: ["协调人"]
      case .consultant: ["顾问"]
      case .gatekeeper: ["守门人"]
      case .representative: ["代表人"]
      case .liaison: ["联络人"]
      }
    }
  }

  public let group: ActorGroup
  public let roles: [Count]

  /// How often a group brokers in a role, and how often by chance.
  public struct Count: Sendable {
    public let group: ActorGroup
    public let role: Role
    public let observed: Int
    public let expected: Double

    /// Nil where none is expected.
    public var ratio: Double? { expected > 0 ? Double(observed) / expected : nil }
  }
}
