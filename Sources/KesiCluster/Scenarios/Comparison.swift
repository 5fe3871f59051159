import KesiMatrix
import KesiMeasures
import KesiNetwork

/// Two states of a network side by side: what its measures, chains and gaps were and are.
public struct Comparison: Sendable {
  /// A number before and after; nil where it is undefined.
  public struct Row: Sendable {
    public let measure: String
    /// The id of a chain, where the row is of one.
    public let chain: String?
    public let before: Double?
    public let after: Double?
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
    var rows = zip(try Self.state(of: before, hasTies), try Self.state(of: after, hasTies)).map {
      Row(measure: $0.0, chain: nil, before: $0.1, after: $1.1)
    }
    let (old, new) = (Self.indices(of: before), Self.indices(of: after))
    let added = new.filter { item in !old.contains { $0.id.isExactly(item.id) } }
    for chain in (old + added).map(\.id) {
      rows.append(
        Row(
          measure: "index", chain: chain, before: old.first { $0.id.isExactly(chain) }?.value ?? nil,
          after: new.first { $0.id.isExactly(chain) }?.value ?? nil))
    }
    let (oldGaps, newGaps) = (try before.gaps(extent), try after.gaps(extent))
    rows.append(Row(measure: "gaps", chain: nil, before: Double(oldGaps.count), after: Double(newGaps.count)))
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

  private static func state(of analysis: Analysis, _ hasTies: Bool) throws -> [(String, Double?)] {
    let matrix = analysis.graph.matrix
    guard hasTies else { return [("actors", Double(matrix.order))] }
    let component = analysis.scopes[0].component
    let cuts = analysis.scopes[0].cuts
    let joined = BlockForest(of: matrix).joinedPairs()
    return [
      ("actors", Double(matrix.order)), ("ties", Double(matrix.tieCount)),
      ("components", Double(component.max() ?? 0)), ("largest_component", Double(component.count { $0 == 1 })),
      ("cut_actors", Double((0..<matrix.order).count { cuts.isArticulation($0) })),
      ("bridge_ties", Double(cuts.bridges.count)), ("joined_pairs", joined.once), ("twice_joined_pairs", joined.twice),
      ("nearness", try analysis.nearness()),
      (
        "algebraic_connectivity",
        matrix.order <= 5_000 ? try algebraicConnectivity(of: matrix.unweighted(), on: analysis.parallel) : nil
      ),
    ]
  }
}

extension Gap {
  /// Whether it is worse or better than it was, beyond what another number of actors does to every share.
  fileprivate func isSeen(toDifferFrom old: Gap) -> Bool {
    let isSame = zip(kind.substance(self), kind.substance(old)).allSatisfy { abs($0 - $1) <= 1e-9 }
    return !isSame && Figure.index(severity).text != Figure.index(old.severity).text
  }
}
