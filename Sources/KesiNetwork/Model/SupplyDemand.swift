/// What an actor offers or needs: a row of `supplies.csv` or `demands.csv`, by which partners are matched. Actors and chains
/// are indices of the network.
public struct MarketEntry<Side: MarketSide>: Sendable, Hashable {
  public var actor: Int
  /// What it is about: the id of an ``Item`` where it is declared, else the word itself.
  public var item: String
  /// How much of it, in one unit for both sides of an item; nil where that is not stated.
  public var quantity: Double?
  /// At what level it is offered or asked for.
  public var level: Level?
  public var chain: Int?
  /// The actors that it would have as partners, the best first; none where it does not rank.
  public var preferences: [Int]
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?

  public init(
    actor: Int, item: String, quantity: Double? = nil, level: Level? = nil, chain: Int? = nil, preferences: [Int] = []
  ) {
    (self.actor, self.item, self.quantity, self.level) = (actor, item, quantity, level)
    (self.chain, self.preferences) = (chain, preferences)
  }
}

/// A row of `supplies.csv`.
public typealias Supply = MarketEntry<SupplySide>
/// A row of `demands.csv`.
public typealias Demand = MarketEntry<DemandSide>

/// One of the two tables whose rows say the same of two sides.
public protocol MarketSide: Sendable {
  static var table: Table { get }
}

/// Those who offer.
public enum SupplySide: MarketSide {
  public static let table = Table.supplies
}

/// Those who need.
public enum DemandSide: MarketSide {
  public static let table = Table.demands
}

extension MarketEntry {
  /// The same row with its actors, and its chain, at other places; nil where its own actor has none.
  package func moved(to place: (Int) -> Int?, chains: (Int) -> Int? = { $0 }) -> MarketEntry? {
    guard let actor = place(actor) else { return nil }
    var entry = self
    entry.actor = actor
    entry.chain = chain.flatMap(chains)
    entry.preferences = preferences.compactMap(place)
    return entry
  }

  var isIllustrative: Bool { basis == .illustrative || evidence.marksIllustration }
}
