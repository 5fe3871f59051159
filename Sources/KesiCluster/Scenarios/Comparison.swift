import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Two states of a network side by side: what its measures, chains and gaps were and are.
public struct Comparison: Sendable {
  /// A number before and after; nil where it is undefined.
  public struct Row: Sendable {
    /// A number of the network, the index of a chain, or how many gaps there are.
    public let subject: ListedChange.Subject
    public let before: Double?
    public let after: Double?

    var isOfChain: Bool { if case .chain = subject { true } else { false } }
  }

  public let rows: [Row]
  /// Which gaps were looked for.
  public let extent: Analysis.Extent
  public let closed: [Gap]
  public let opened: [Gap]
  /// Gaps that are there both before and after, worse or better: what is cut off, leans on one, stands outside is more or
  /// less, and by so much that three decimals show it. One actor more or less changes what all such numbers are divided by,
  /// and with it the severity of gaps that nothing was done about: to list those would read as an effect.
  public let changed: [(before: Gap, after: Gap)]

  /// - Parameters:
  ///   - extent: which gaps are looked for.
  ///   - leftOut: what only one of the two states: measures that rest on it are not compared.
  /// - Complexity: that of components, cuts, chain indices and the gaps.
  public init(
    _ before: Analysis, _ after: Analysis, _ extent: Analysis.Extent = .quick, leavingOut leftOut: [Aspect] = []
  ) throws {
    self.extent = extent
    let hasTies = !leftOut.contains(.ties)
    var rows = try (hasTies ? NetworkNumber.compared : [.actors]).map {
      Row(subject: .number($0), before: try Self.value(of: $0, in: before), after: try Self.value(of: $0, in: after))
    }
    let (old, new) = (Self.indices(of: before), Self.indices(of: after))
    // Which chains enter is settled by both: one that comes or goes moves no mean.
    func common(_ other: [(id: String, value: Double?)]) -> (Chain) -> Bool {
      { chain in other.contains { $0.id.isExactly(chain.id) } }
    }
    if hasTies, leftOut.isEmpty {
      let (a, b) = (before.clusterIndex(counting: common(new)), after.clusterIndex(counting: common(old)))
      if a != nil || b != nil { rows.append(Row(subject: .clusterIndex, before: a?.value, after: b?.value)) }
    }
    let added = new.filter { item in !old.contains { $0.id.isExactly(item.id) } }
    for chain in (old + added).map(\.id) {
      rows.append(
        Row(
          subject: .chain(chain), before: old.first { $0.id.isExactly(chain) }?.value ?? nil,
          after: new.first { $0.id.isExactly(chain) }?.value ?? nil))
    }
    let (oldGaps, newGaps) = (try before.gaps(extent), try after.gaps(extent))
    rows.append(Row(subject: .gapCount(extent), before: Double(oldGaps.count), after: Double(newGaps.count)))
    self.rows = rows
    // Indices of actors differ between the two; ids of gaps do not.
    let oldByID = Dictionary(oldGaps.map { (ExactText($0.id), $0) }, uniquingKeysWith: { first, _ in first })
    let newIDs = Set(newGaps.map { ExactText($0.id) })
    closed = oldGaps.filter { !newIDs.contains(ExactText($0.id)) }
    opened = newGaps.filter { oldByID[ExactText($0.id)] == nil }
    changed = newGaps.compactMap { gap in
      oldByID[ExactText(gap.id)].flatMap {
        gap.isSeen(toDifferFrom: $0) && !gap.differsByDrawsAlone(from: $0) ? ($0, gap) : nil
      }
    }
  }

  private static func indices(of analysis: Analysis) -> [(id: String, value: Double?)] {
    analysis.weakestFirst().sorted { $0.chain.index < $1.chain.index }.map { ($0.chain.chain.id, $0.index.value) }
  }

  /// Beyond so many actors what takes long is left out.
  private static let mostActors = 5_000

  private static func value(of number: NetworkNumber, in analysis: Analysis) throws -> Double? {
    if number.traits.contains(.slow), analysis.graph.actors.count > mostActors { return nil }
    return try analysis.unweighted.value(of: number)
  }
}

extension Gap {
  /// Whether it is worse or better than it was, beyond what another number of actors does to every share.
  fileprivate func isSeen(toDifferFrom old: Gap) -> Bool {
    let isSame = zip(kind.substance(self), kind.substance(old)).allSatisfy { abs($0 - $1) <= 1e-9 }
    return !isSame && Figure.index(severity).text != Figure.index(old.severity).text
  }
}
