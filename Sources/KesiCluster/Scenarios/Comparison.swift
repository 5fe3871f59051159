import KesiMatrix
import KesiMeasures

/// Two states of a network side by side: what its measures, chains and gaps were and are.
public struct Comparison: Sendable {
  /// A number before and after; nil where it is undefined.
  public struct Row: Sendable {
    public let measure: String
    /// An index of the network's chains, where the row is of one.
    public let chain: Int?
    public let before: Double?
    public let after: Double?
  }

  public let rows: [Row]
  public let closed: [Gap]
  public let opened: [Gap]

  /// - Parameters:
  ///   - before: the survey of the network as it is.
  ///   - after: that of the network as it would be; chains are the same.
  /// - Complexity: that of components, cuts and chain indices: no pass over all pairs, and no draws.
  public init(_ before: GapSurvey, _ after: GapSurvey) throws {
    func state(_ survey: GapSurvey) throws -> [(String, Double?)] {
      let matrix = survey.graph.matrix
      let component = survey.scopes[0].component
      let largest = component.count { $0 == 1 }
      let cuts = survey.scopes[0].cuts
      let joined = BlockForest(of: matrix).joinedPairs()
      return [
        ("actors", Double(matrix.order)), ("ties", Double(matrix.tieCount)),
        ("components", Double(component.max() ?? 0)), ("largest_component", Double(largest)),
        ("cut_actors", Double((0..<matrix.order).count { cuts.isArticulation($0) })),
        ("bridge_ties", Double(cuts.bridges.count)), ("joined_pairs", joined.once),
        ("twice_joined_pairs", joined.twice),
        ("nearness", try survey.nearness()),
        (
          "algebraic_connectivity",
          matrix.order <= 5_000 ? try algebraicConnectivity(of: matrix.unweighted(), on: survey.parallel) : nil
        ),
      ]
    }
    var rows = zip(try state(before), try state(after)).map {
      Row(measure: $0.0, chain: nil, before: $0.1, after: $1.1)
    }
    for (chain, (old, new)) in zip(before.indices(), after.indices()).enumerated() {
      rows.append(Row(measure: "index", chain: chain, before: old.value, after: new.value))
    }
    let (old, new) = (try before.gaps(.quick), try after.gaps(.quick))
    rows.append(Row(measure: "gaps", chain: nil, before: Double(old.count), after: Double(new.count)))
    self.rows = rows
    // Indices of actors differ between the two; ids of gaps do not.
    let (oldIDs, newIDs) = (Set(old.map(\.id)), Set(new.map(\.id)))
    closed = old.filter { !newIDs.contains($0.id) }
    opened = new.filter { !oldIDs.contains($0.id) }
  }
}
