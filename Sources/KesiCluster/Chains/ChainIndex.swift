import KesiNetwork

/// How complete and sound a chain is, 0…1: the weighted mean of its parts. A part without data is left out and named.
public struct ChainIndex: Sendable {
  public enum Verdict: String, Term {
    case weak, developing, strong

    public var chinese: [String] {
      switch self {
      case .weak: ["薄弱"]
      case .developing: ["发展中"]
      case .strong: ["较强"]
      }
    }
  }

  /// The parts in order: what each is, and how it is weighed. A value is nil where there is no data.
  public let parts: [Part]
  /// Nil where no part has data.
  public let value: Double?
  /// What is not assessed: parts, and kinds that the source does not state.
  public let leftOut: [LeftOut]

  public struct Part: Sendable {
    public let part: IndexPart
    public let value: Double?
    public let weight: Double
  }

  /// What an index leaves out: a part, what the network does not state, or a kind of actors, by its id.
  public enum LeftOut: Sendable, Equatable {
    case part(IndexPart)
    case aspect(Aspect)
    case kind(String)

    /// As programs read it.
    public var code: String {
      switch self {
      case .part(let part): part.id
      case .aspect(let aspect): aspect.rawValue
      case .kind(let id): id
      }
    }

    public func label(in network: Network) -> Phrase {
      switch self {
      case .part(let part): part.label
      case .aspect(let aspect): aspect.label
      case .kind(let id): network.profile.kind(id).label
      }
    }
  }

  /// Strong from two thirds on, weak below one third.
  public var verdict: Verdict? {
    value.map { $0 >= 2.0 / 3 ? .strong : $0 < 1.0 / 3 ? .weak : .developing }
  }

  init(of chain: ChainNetwork, weights: IndexWeights) {
    self.init(of: chain, weights: weights) { $0.value(chain, weights) }
  }

  /// The index under other weights: parts that no weight changes are taken over.
  func reweighed(_ chain: ChainNetwork, by weights: IndexWeights) -> ChainIndex {
    ChainIndex(of: chain, weights: weights) { part in
      part.countsLevels ? part.value(chain, weights) : parts.first { $0.part == part }?.value
    }
  }

  private init(of chain: ChainNetwork, weights: IndexWeights, value: (IndexPart) -> Double?) {
    parts = IndexPart.all.map { part in
      Part(
        part: part, value: chain.assessment.covers(part.restsOn) ? value(part) : nil,
        weight: weights[keyPath: part.weight])
    }
    let known = parts.filter { $0.value != nil && $0.weight > 0 }
    let weight = known.reduce(0) { $0 + $1.weight }
    self.value = weight > 0 ? known.reduce(0) { $0 + $1.weight * ($1.value ?? 0) } / weight : nil
    leftOut =
      parts.filter { $0.value == nil }.map { .part($0.part) }
      + (chain.chain.demand == nil || chain.capacity == nil ? [.aspect(.capacity)] : [])
      + chain.chain.requires.filter { chain.chain.unassessed.containsExactly($0) }.map { .kind($0) }
  }
}

func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
