import KesiNetwork

/// What a scenario sets anew of something that is there: how the ties of two actors go, an actor's place in a chain, what a
/// chain needs and has. What is nil stays as it is.
public enum Revision: Sendable, Equatable {
  /// Ties between two actors, as indices of the network: all, or those that the terms are of.
  case ties(Int, Int, TieTerms)
  /// All positions of an actor in a chain.
  case position(Int, chain: Int, PositionTerms)
  case chain(Int, demand: Double? = nil, capacity: Double? = nil)
  /// One cell of the tables, as whoever is asked for it answers.
  case cell(OpenCell, CellAnswer)

  public struct TieTerms: Sendable, Equatable {
    public var outcome: Outcome?
    public var stage: TieStage?
    public var from: PartialDate?
    public var to: PartialDate?
    /// Whether the end is taken away.
    public var isOpenEnded = false
    public var weight: Double?
    /// What the first of the two draws, and the second.
    public var benefits: (first: Double?, second: Double?) = (nil, nil)
    /// Of which chain the ties are that are meant, an index of the network or nil in it for those that name none; nil for all.
    public var ofChain: Int??
    /// Whether only those are meant that have stalled.
    public var isOfStalled = false

    public init(outcome: Outcome? = nil) { self.outcome = outcome }

    public static func == (a: Self, b: Self) -> Bool {
      (a.outcome, a.stage, a.from, a.to, a.isOpenEnded) == (b.outcome, b.stage, b.from, b.to, b.isOpenEnded)
        && a.weight == b.weight && a.benefits == b.benefits && a.ofChain == b.ofChain && a.isOfStalled == b.isOfStalled
    }
  }

  public struct PositionTerms: Sendable, Equatable {
    public var role: ChainRole?
    public var stage: String?
    public var level: Level?
    public var capacity: Double?

    public init() {}
  }

  /// Changes what it is about; actors and chains have the places that they have in the network.
  func apply(to network: inout Network) {
    switch self {
    case .ties(let a, let b, let terms):
      let rows = network.ties.indices.filter { row in
        let ends = (network.ties.source(row), network.ties.target(row))
        return (ends == (a, b) || ends == (b, a)) && network.means(terms, row)
      }
      // Benefits are shared anew where they are stated; where none are, of all.
      let stated = rows.filter {
        network.ties.benefitToSource($0) != nil && network.ties.benefitToTarget($0) != nil
      }
      for row in rows {
        var own = terms
        if !stated.isEmpty, !stated.contains(row) { own.benefits = (nil, nil) }
        network.ties[row].take(own, first: a)
      }
    case .position(let actor, let chain, let terms):
      for row in network.positions.indices
      where network.positions[row].actor == actor && network.positions[row].chain == chain {
        network.positions[row].take(terms)
      }
    case .chain(let chain, let demand, let capacity):
      network.chains[chain].demand = demand ?? network.chains[chain].demand
      network.chains[chain].capacity = capacity ?? network.chains[chain].capacity
    case .cell(let cell, let answer): network.put(answer, in: cell)
    }
  }
}

extension Network {
  /// Whether a row of ties is one of those that terms are of.
  fileprivate func means(_ terms: Revision.TieTerms, _ row: Int) -> Bool {
    guard terms.ofChain.map({ $0 == ties.chain(row) }) ?? true else { return false }
    let tie = ties[row]
    return !terms.isOfStalled || tie.outcome == .unsatisfactory
      || tie.isStuck(within: years(of: tie.chain), at: assessment.now)
  }
}

extension Position {
  mutating func take(_ terms: Revision.PositionTerms) {
    role = terms.role ?? role
    stage = terms.stage ?? stage
    level = terms.level ?? level
    capacity = terms.capacity ?? capacity
  }
}

extension Tie {
  /// - Parameter first: the end that comes first in the terms.
  mutating func take(_ terms: Revision.TieTerms, first: Int) {
    outcome = terms.outcome ?? outcome
    stage = terms.stage ?? stage
    period.from = terms.from ?? period.from
    period.to = terms.isOpenEnded ? nil : terms.to ?? period.to
    weight = terms.weight ?? weight
    let (own, others) = source == first ? terms.benefits : (terms.benefits.second, terms.benefits.first)
    benefitToSource = own ?? benefitToSource
    benefitToTarget = others ?? benefitToTarget
  }
}
