import KesiMatrix
import KesiMeasures
import KesiNetwork

extension GapKind {
  /// Ties whose loss splits the network, or a chain.
  ///
  /// Severity: 2 · min(a, b) / n for parts of a and b actors, n in the network or chain. To falsify it: a path between
  /// the ends that avoids the tie.
  public static let bridgeTie = GapKind(
    "bridge_tie", zh: "单线联系", class: .dependence, restsOn: [.ties],
    definition: Phrase(
      "A tie whose loss would split the network or a chain. Severity: 2 × actors in the smaller part / all actors.",
      zh: "一旦中断，网络或产业链就会分成两部分的联系。严重度为 2 × 较小部分的主体数/主体总数。"),
    advice: Phrase(
      "It is the only link between two parts. One more tie between them, not through the same two actors, is enough.",
      zh: "它是两部分之间的唯一通道。绕开这两家，再建立一条联系即可。"),
    source: "Hopcroft & Tarjan 1973",
    evidence: [.cutOff, .rest, .actors],
    together: { n in
      Phrase("\(n) ties are each the only link of some actors to the rest", zh: "\(n) 条联系各是一部分单位与外界的唯一通道")
    },
    substance: { $0.numbers(.cutOff) },
    find: bridgeTies)

  /// Actors whose loss splits the network, or a chain.
  ///
  /// Severity: 2 · c / n, at most 1, for c actors cut off from the largest part that is left of its component: all others of
  /// the component but that part. Where two parts are left this is 2 · the smaller one / n, as of a tie; a tie that joins parts
  /// never raises it, since the largest part does not shrink. To falsify it: paths that join the parts without the actor.
  public static let cutActor = GapKind(
    "cut_actor", zh: "关键节点", class: .dependence, restsOn: [.ties],
    definition: Phrase(
      "An actor whose loss would split the network or a chain. Severity: 2 × actors cut off from the largest part that is left / all actors, at most 1.",
      zh: "一旦退出，网络或产业链就会分裂的主体。严重度为 2 × 与剩余最大部分断开的主体数/主体总数，最高为 1。"),
    advice: Phrase(
      "Often the leader of a consortium. It is a strength as long as it stays; direct ties among its partners take the risk away.",
      zh: "往往是牵头单位：在时是优势，退出则各方失散。促成其合作方之间直接合作，可化解风险。"),
    source: "Hopcroft & Tarjan 1973",
    evidence: [.parts, .cutOff, .rest, .actors],
    together: { n in Phrase("\(n) actors whose loss would cut others off", zh: "\(n) 家单位，失去其中任何一家都会有其他单位与网络断开") },
    substance: { $0.numbers(.cutOff) },
    find: cutActors)
}

extension EvidenceTerm {
  public static let parts = EvidenceTerm("parts", Phrase("parts after the loss", zh: "失去后分成的部分数"))
  public static let cutOff = EvidenceTerm("cut_off", Phrase("actors cut off", zh: "断开主体数"))
  public static let rest = EvidenceTerm("rest", Phrase("actors in the rest", zh: "其余主体数"))
}

@Sendable private func bridgeTies(_ analysis: Analysis) -> [Gap] {
  analysis.cutScopes.flatMap { cut -> [Gap] in
    let scope = cut.scope
    return scope.cuts.bridges.compactMap { bridge -> Gap? in
      let beyond = Part(ranges: [bridge.beyond])
      let rest = cut.rest(at: bridge.far, without: [bridge.beyond])
      // The smaller part is what is lost; the explanation names it.
      let isFarSmaller = beyond.count <= rest.count
      let (lost, kept) = isFarSmaller ? (beyond, rest) : (rest, beyond)
      guard scope.chain == nil || lost.count >= analysis.thresholds.smallestPart else { return nil }
      let place = cut.surroundings(of: bridge.near, analysis)
      let ends = isFarSmaller ? [bridge.near, bridge.far] : [bridge.far, bridge.near]
      let subjects = ends.map { scope.actors[$0] }
      let names = cut.actors(of: lost)
      return Gap(
        .bridgeTie, in: analysis.network, subjects: subjects, isTie: true, chain: scope.chain,
        severity: 2 * Double(lost.count) / Double(scope.actors.count),
        evidence: [
          (.cutOff, .count(lost.count)), (.rest, .count(kept.count)), (.actors, .count(scope.actors.count)),
        ],
        explanation: lost.count + kept.count == 2
          ? Phrase(
            "In \(analysis.place(scope.chain).en), \(analysis.name(subjects[0], .en)) and \(analysis.name(subjects[1], .en)) are tied "
              + "only to each other; without this tie, neither would have any.",
            zh:
              "在\(analysis.place(scope.chain).zh)中，\(analysis.name(subjects[0], .zh))与\(analysis.name(subjects[1], .zh))都只与对方有联系，"
              + "一旦中断，双方都不再有任何联系。")
          : lost.count == 1
            ? Phrase(
              "\(analysis.name(subjects[0], .en)) is the only partner of \(analysis.name(subjects[1], .en)), which would be cut "
                + "off from the rest of \(place.en) without this tie.",
              zh: "\(analysis.name(subjects[1], .zh))只与\(analysis.name(subjects[0], .zh))有联系，一旦中断，"
                + "将与\(place.zh)的其他主体断开。")
            : Phrase(
              "The tie between \(analysis.name(subjects[0], .en)) and \(analysis.name(subjects[1], .en)) is the only link of "
                + "\(analysis.names(names, .en)) to the rest of \(place.en).",
              zh: "\(analysis.name(subjects[0], .zh))与\(analysis.name(subjects[1], .zh))之间的联系，"
                + "是\(analysis.names(names, .zh))通向\(place.zh)其他主体的唯一通道。"),
        remedies: cut.tie(across: lost, kept, avoiding: ends, analysis).map { [$0] } ?? [])
    }
  }
}

@Sendable private func cutActors(_ analysis: Analysis) -> [Gap] {
  analysis.cutScopes.flatMap { cut -> [Gap] in
    let scope = cut.scope
    return scope.actors.indices.filter(scope.cuts.isArticulation).compactMap { vertex -> Gap? in
      let ranges = scope.cuts.beyond[vertex]
      let own = cut.place[vertex]
      var parts = ranges.map { Part(ranges: [$0]) }
      let rest = cut.rest(at: vertex, without: ranges + [own..<own + 1])
      if rest.count > 0 { parts.append(rest) }
      parts.sort { ($1.count, $0.ranges[0].lowerBound) < ($0.count, $1.ranges[0].lowerBound) }
      let lost = Part(ranges: parts.dropFirst().flatMap(\.ranges))
      guard scope.chain == nil || lost.count >= analysis.thresholds.smallestPart else { return nil }
      let actor = scope.actors[vertex]
      let names = cut.actors(of: lost)
      let place = cut.surroundings(of: vertex, analysis)
      let leaves = analysis.isAuthority(actor) ? "不再参与" : "退出"
      return Gap(
        .cutActor, in: analysis.network, subjects: [actor], chain: scope.chain,
        severity: cut.severity(cuttingOff: lost.count),
        evidence: [
          (.parts, .count(parts.count)), (.cutOff, .count(lost.count)), (.rest, .count(parts[0].count)),
          (.actors, .count(scope.actors.count)),
        ],
        explanation: Phrase(
          "The loss of \(analysis.name(actor, .en)) would cut off \(analysis.names(names, .en)) from the rest of \(place.en).",
          zh: "若\(analysis.name(actor, .zh))\(leaves)，\(analysis.names(names, .zh))将与\(place.zh)的其他主体断开联系。"),
        remedies: cut.bypass(around: vertex, parts, analysis))
    }
  }
}

/// A part that a cut leaves, as ranges of the order of the search: the larger one is seldom listed.
private struct Part {
  let ranges: [Range<Int>]

  var count: Int { ranges.reduce(0) { $0 + $1.count } }

  func contains(_ place: Int) -> Bool { ranges.contains { $0.contains(place) } }
}

/// A scope with what its parts are found by.
private struct CutScope {
  let scope: Scope
  /// Where each vertex stands in the order of the search.
  let place: [Int]
  /// Where the component of each vertex begins there: the search goes through one after the other.
  private let start: [Int]
  /// The vertices, those with most ties first.
  private let byDegree: [Int]

  init(_ scope: Scope) {
    self.scope = scope
    var place = [Int](repeating: 0, count: scope.cuts.visits.count)
    var start = place
    var first = 0
    for (number, vertex) in scope.cuts.visits.enumerated() {
      if number == first + scope.cuts.componentSize[scope.cuts.visits[first]] { first = number }
      place[vertex] = number
      start[vertex] = first
    }
    (self.place, self.start) = (place, start)
    byDegree = scope.partners.withRows { $0.byFallingDegree(0..<$0.order) }
  }

  /// The component of a vertex without some ranges of it.
  func rest(at vertex: Int, without some: [Range<Int>]) -> Part {
    let start = start[vertex]
    var kept: [Range<Int>] = []
    var next = start
    for range in some.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if next < range.lowerBound { kept.append(next..<range.lowerBound) }
      next = max(next, range.upperBound)
    }
    let end = start + scope.cuts.componentSize[vertex]
    if next < end { kept.append(next..<end) }
    return Part(ranges: kept)
  }

  func actors(of part: Part) -> [Int] {
    part.ranges.flatMap { scope.cuts.visits[$0].map { scope.actors[$0] } }.sorted()
  }

  /// What a part is cut off from: the network or chain where its component holds most of that, else the group it is in.
  func surroundings(of vertex: Int, _ analysis: Analysis) -> Phrase {
    let place = analysis.place(scope.chain)
    guard 2 * scope.cuts.componentSize[vertex] <= scope.actors.count else { return place }
    return Phrase("their group in \(place.en)", zh: "\(place.zh)中所在群体")
  }

  /// A tie that would bypass a cut: the best tied on both sides, other than those at the cut where a side has others. Nil
  /// where every such tie is there: in a pair, which has no others, or where ties of another chain join the sides.
  func tie(across a: Part, _ b: Part, avoiding ends: [Int], _ analysis: Analysis) -> Remedy? {
    guard let one = bestTied(a, avoiding: ends), let other = bestTied(b, avoiding: ends) else { return nil }
    guard analysis.areTied(scope.actors[one], scope.actors[other]) else {
      return .tie(scope.actors[one], scope.actors[other])
    }
    func vertices(_ part: Part) -> [Int] { part.ranges.flatMap { scope.cuts.visits[$0] } }
    return analysis.newTie(between: vertices(a), and: vertices(b), in: scope.matrix, of: scope.actors)
  }

  /// How much hangs on an actor whose loss would cut so many off.
  func severity(cuttingOff count: Int) -> Double { min(1, 2 * Double(count) / Double(scope.actors.count)) }

  /// Ties of the largest part to the next ones, three at most, each of which leaves fewer to be lost with an actor. Where more parts
  /// are left, so few may leave it as grave as may be: then they do not help.
  ///
  /// - Parameter parts: what is left without the actor, the largest first.
  func bypass(around vertex: Int, _ parts: [Part], _ analysis: Analysis) -> [Remedy] {
    let lost = parts.dropFirst().reduce(0) { $0 + $1.count }
    var apart = lost
    let ties = parts.dropFirst().prefix(3).compactMap { part in
      let tie = tie(across: part, parts[0], avoiding: [vertex], analysis)
      if tie != nil { apart -= part.count }
      return tie
    }
    return severity(cuttingOff: apart) < severity(cuttingOff: lost) ? ties : []
  }

  private func bestTied(_ part: Part, avoiding ends: [Int]) -> Int? {
    func best(where isAllowed: (Int) -> Bool) -> Int? {
      // In a large part the best tied of all is soon met; a small one is looked through.
      if part.count > scope.actors.count / 2 {
        return byDegree.first { part.contains(place[$0]) && isAllowed($0) }
      }
      return scope.partners.withRows { rows in
        part.ranges.joined().lazy.map { scope.cuts.visits[$0] }.filter(isAllowed)
          .max { (rows.degree($0), $1) < (rows.degree($1), $0) }
      }
    }
    return best { !ends.contains($0) } ?? best { _ in true }
  }
}

private enum CutScopes: AnalysisPart {
  static func value(of analysis: Analysis) -> [CutScope] {
    analysis.scopes.filter { $0.chain == nil || $0.actors.count >= analysis.thresholds.smallestScope }
      .map(CutScope.init)
  }
}

extension Analysis {
  /// The scopes that are large enough to be cut.
  fileprivate var cutScopes: [CutScope] { part(CutScopes.self) }
}
