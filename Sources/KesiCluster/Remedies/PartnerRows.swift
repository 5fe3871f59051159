import KesiMatrix
import KesiNetwork

/// Actors held against lists of others, one after the other: what pairs have in common is found once for an actor, not for
/// each pair. One a worker.
package struct PartnerRows: ~Copyable {
  /// What an actor is to each of the list.
  package struct Row: Sendable {
    /// See ``PartnerScore/plausibility(_:_:)``.
    package var plausibility: [Double]
    /// Whether one is a part of the other, or their last tie did not satisfy: whatever each states, they are not to be
    /// matched anew.
    package var isBarred: [Bool]
  }

  private let score: PartnerScore
  private let allocation: Scratch<Double>
  private let isTied: Scratch<UInt8>

  package init(of score: PartnerScore) {
    self.score = score
    allocation = Scratch(repeating: 0, count: score.graph.actors.count)
    isTied = Scratch(repeating: 0, count: score.graph.actors.count)
  }

  /// - Complexity: O(ties of its partners + length of the list).
  package func row(of actor: Int, among others: [Int]) -> Row {
    var row = Row(
      plausibility: [Double](repeating: .nan, count: others.count),
      isBarred: [Bool](repeating: false, count: others.count))
    let graph = score.graph
    guard let x = graph.vertex[actor] else { return row }
    score.matrix.withRows { rows in
      for partner in rows[x] {
        isTied[Int(partner)] = 1
        let share = 1 / Double(rows.degree(Int(partner)))
        for other in rows[Int(partner)] { allocation[Int(other)] += share }
      }
      for (place, other) in others.enumerated() {
        guard let y = graph.vertex[other], x != y else { continue }
        let past = score.past(min(x, y), max(x, y))
        row.isBarred[place] = past < 0 || score.traits.areOneHouse(x, y)
        if isTied[y] == 1 {
          row.plausibility[place] = score.plausibility(actor, other)
        } else {
          var parts = score.traits.parts(min(x, y), max(x, y), allocation: allocation[y])
          parts[.past] = past
          row.plausibility[place] =
            Partnership(
              min(actor, other), max(actor, other), parts, score.weights, areWanted: score.traits.wantEachOther(x, y)
            ).plausibility
        }
      }
      for partner in rows[x] {
        isTied[Int(partner)] = 0
        for other in rows[Int(partner)] { allocation[Int(other)] = 0 }
      }
    }
    return row
  }
}
