/// What a network can state of its actors beside that they are there: the words of `assess` in `network.yml`.
public enum Aspect: String, Term {
  case ties, stages, levels, work, capacity, zones

  public var chinese: [String] {
    switch self {
    case .ties: ["联系"]
    case .stages: ["环节"]
    case .levels: ["层级", "级别"]
    case .work: ["成效"]
    case .capacity: ["供给能力"]
    case .zones: ["片区"]
    }
  }
}

/// What tables declare that parts of the chain index are reckoned against, beside the aspects.
public enum Declaration: String, Sendable, CaseIterable {
  /// Which kinds a complete chain has.
  case kinds
  /// Among them kinds that provide.
  case providers
  /// What a chain needs from its providers.
  case demand
  /// How ties go, by their rows.
  case courses
  /// Who works with whom inside a chain: where nobody is known to, how chains are tied is not stated, unless `assess` says that
  /// ties are.
  case links
}

/// By what a network is judged. Settled for the network as a whole, before any part of it is chosen, and held fixed in
/// every comparison and what-if: what a step adds does not change what is asked.
public struct Assessment: Sendable, Equatable {
  /// What the network states at all. What it does not is answered with “not assessed”, never with a gap.
  public var aspects: Set<Aspect>
  /// Whether nothing at all is judged, places in chains included: `assess: []`.
  public var isNothing: Bool
  /// What any chain or tie declares.
  public var declarations: Set<Declaration>
  /// The spheres that its actors are of: one that it has none of is not asked for.
  public var spheres: Set<Helix>
  /// The latest start among ties, memberships and positions: years after it have not come. Nil where nothing is dated.
  public var now: PartialDate?

  /// By `assess` in `network.yml`, or else by what any row states.
  init(of network: Network) {
    let declared = network.profile.assess
    aspects = declared ?? Set(Aspect.allCases.filter(network.states))
    isNothing = declared?.isEmpty == true
    declarations = Set(Declaration.allCases.filter(network.declares))
    spheres = Set(Set(network.actors.map { ExactText($0.kind) }).map { network.profile.kind($0.text).helix })
    now = network.latestStart
  }

  /// Judged at another time than that which the tables end in.
  ///
  /// - Parameter period: what is looked at; nothing after it has come.
  public func during(_ period: Period) -> Assessment {
    var assessment = self
    if let end = period.to, let now, end.latest < now.latest { assessment.now = end }
    return assessment
  }

  /// Judged as of a day, or else as of the end of what is looked at.
  package func asOf(_ today: PartialDate?, during period: Period) -> Assessment {
    var assessment = during(period)
    assessment.now = today ?? assessment.now
    return assessment
  }

  /// What a file keeps of a network that was settled.
  package init(
    aspects: Set<Aspect>, isNothing: Bool, declarations: Set<Declaration>, spheres: Set<Helix>, now: PartialDate?
  ) {
    (self.aspects, self.isNothing, self.declarations) = (aspects, isNothing, declarations)
    (self.spheres, self.now) = (spheres, now)
  }

  public func covers(_ some: Set<Aspect>) -> Bool { !isNothing && some.isSubset(of: aspects) }

  public var notAssessed: [Aspect] { Aspect.allCases.filter { isNothing || !aspects.contains($0) } }
}

extension Network {
  /// By what it is judged.
  public var assessment: Assessment { settled ?? Assessment(of: self) }

  /// Whether any row states something of an aspect.
  fileprivate func states(_ aspect: Aspect) -> Bool {
    switch aspect {
    case .ties: !ties.isEmpty || !members.isEmpty
    case .stages: positions.contains { $0.stage != nil }
    case .levels: positions.contains { $0.level != nil }
    case .work:
      ties.statesWork || members.contains { $0.contribution != nil && $0.share != nil }
    case .capacity: chains.contains { $0.capacity != nil } || positions.contains { $0.capacity != nil }
    case .zones: actors.contains { $0.zone != nil }
    }
  }

  /// Whether any chain or tie declares something.
  fileprivate func declares(_ declaration: Declaration) -> Bool {
    switch declaration {
    case .kinds: chains.contains { !$0.assessed.isEmpty }
    case .providers: chains.contains { $0.assessed.contains { !profile.demands($0) } }
    case .demand: chains.contains { $0.demand ?? 0 > 0 }
    case .courses: ties.statesWork
    case .links: profile.assess?.contains(.ties) == true || linksChains
    }
  }

  /// Whether any tie, or any consortium where there are no ties, joins two actors of one chain.
  private var linksChains: Bool {
    guard !positions.isEmpty else { return false }
    var chainsOf: [Int: Set<Int>] = [:]
    for position in positions { chainsOf[position.actor, default: []].insert(position.chain) }
    func share(_ a: Int, _ b: Int) -> Bool {
      guard a != b, let one = chainsOf[a], let other = chainsOf[b] else { return false }
      return !one.isDisjoint(with: other)
    }
    guard ties.isEmpty else { return ties.indices.contains { share(ties.source($0), ties.target($0)) } }
    return Dictionary(grouping: members, by: \.consortium).values.contains { group in
      var seen: [Int: Int] = [:]
      for member in group {
        for chain in chainsOf[member.actor] ?? [] {
          if let other = seen[chain], other != member.actor { return true }
          seen[chain] = member.actor
        }
      }
      return false
    }
  }

  /// The latest start, but for years that are slips of the pen.
  fileprivate var latestStart: PartialDate? {
    let starts = starts
    let usual = UsualYears(starts.lazy.map(\.year))
    return starts.lazy.filter { usual?.contains($0.year) ?? true }.max { $0.latest < $1.latest }
  }
}

extension Network {
  /// Lets two networks that are compared be judged by the same: by what both state.
  ///
  /// - Returns: what only one of them states, which is left out.
  public static func settle(_ a: inout Network, _ b: inout Network) -> [Aspect] {
    var (one, other) = (a.assessment, b.assessment)
    let common = one.aspects.intersection(other.aspects)
    let leftOut = one.aspects.symmetricDifference(other.aspects)
    let isNothing = one.isNothing || other.isNothing
    (one.aspects, other.aspects) = (common, common)
    let declarations = one.declarations.intersection(other.declarations)
    (one.declarations, other.declarations) = (declarations, declarations)
    let spheres = one.spheres.intersection(other.spheres)
    (one.spheres, other.spheres) = (spheres, spheres)
    (one.isNothing, other.isNothing) = (isNothing, isNothing)
    (a.settled, b.settled) = (one, other)
    return Aspect.allCases.filter(leftOut.contains)
  }
}
