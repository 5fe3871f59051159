import KesiNetwork

/// The gaps of each kind that was looked for.
private final class GapsByKind {
  var found: [GapKind: [Gap]] = [:]
}

private enum FoundGaps: AnalysisPart {
  static func value(of analysis: Analysis) -> GapsByKind { GapsByKind() }
}

extension Analysis {
  /// Which kinds of gaps are looked for.
  public enum Extent: Sendable {
    /// All of them.
    case all
    /// Those that need neither draws nor all shortest paths: quick on any network.
    case quick
  }

  /// Every gap that rests on what the network states, those first that are surely worst (`Gap.precedes`); of a part of the network those
  /// gaps of the whole that concern it. Where it is known who is overloaded, nobody who comes in is tied to them if others are there.
  public func gaps(_ extent: Extent = .all) throws -> [Gap] {
    let (kinds, whole) = (kinds(extent), try judged())
    let found = try gaps(of: kinds)
    let overloaded = kinds.contains(.overloadedBroker) ? try whole.overloaded() : []
    guard !overloaded.isEmpty else { return found }
    return found.map { $0.closed(by: whole.remedies(of: $0, knowing: .max, sparing: overloaded)) }
  }

  /// Those whom the tables call overloaded, in the network or in a chain, as indices of the network.
  func overloaded() throws -> Set<Int> { Set(try gaps(of: .overloadedBroker).flatMap(\.subjects)) }

  /// The kinds that are looked for.
  func kinds(_ extent: Extent) -> [GapKind] {
    GapKind.all.filter { (extent == .all || $0.cost == .quick) && assessment.covers($0.restsOn) }
  }

  /// The gaps of some kinds, in the same order.
  func gaps(of kinds: [GapKind]) throws -> [Gap] {
    guard !graph.isPart else { return try judged().gaps(of: kinds).filter(concernsPart) }
    return try kinds.flatMap(gaps(of:)).sorted { $0.precedes($1) }
  }

  func gaps(of kind: GapKind) throws -> [Gap] {
    let gaps = part(FoundGaps.self)
    if let known = gaps.found[kind] { return known }
    // Whom a newcomer is best put between is told for all kinds alike.
    let found = try kind.find(self).map { $0.closed(by: remedies(of: $0, knowing: .max, sparing: [])) }
    gaps.found[kind] = found
    return found
  }

  /// Whether a gap of the whole network is one of the part: where it is of chains, if those are judged; else if all whom it
  /// is about are in the part, as for actors outside the main component, whatever chain needs them.
  func concernsPart(_ gap: Gap) -> Bool {
    if !gap.concernedChains.isEmpty { return gap.concernedChains.allSatisfy(judges) }
    return !gap.concerned.isEmpty && gap.concerned.allSatisfy { graph.vertex[$0] != nil }
  }

  /// The kinds of gaps that are not looked for since the network does not state what they rest on.
  package var unsoughtKinds: [GapKind] { GapKind.all.filter { !assessment.covers($0.restsOn) } }

  /// About how long it takes to find all distances, many searches at a time: an entry is looked at for 64 of them at once, in
  /// about ten rounds.
  var secondsForDistances: Double {
    Double(graph.matrix.order) * Double(graph.matrix.entryCount) / (3e9 * Double(parallel.threads))
  }

  /// About how long all gaps take, by what was measured on two cores of 2024: what counts is the searches for brokers and
  /// the draws. Good to a factor of three.
  package func expectedSeconds() -> Double {
    guard assessment.covers([.ties]) else { return 0 }
    let isLarge = graph.matrix.order > Self.mostSearched
    let searches = Double(isLarge ? Self.searchedSources : graph.matrix.order)
    let entriesASecond = 5e8 * Double(parallel.threads)
    return searches * Double(graph.matrix.entryCount) / entriesASecond + (isLarge ? secondsForDistances : 0)
      + (hasTestedGroups ? secondsToDraw(tests: TieNull.Groups(of: self).tests) : 0)
  }
}
