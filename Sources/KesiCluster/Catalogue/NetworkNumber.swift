import KesiMeasures
import KesiNetwork

/// A number of a network as a whole. To add one, write its kernel in KesiMeasures, and in one of the files beside this one
/// its entry and its name in the list above that.
public struct NetworkNumber: Sendable {
  public let explanation: Explanation
  /// What it is called in tables.
  public let label: Phrase
  public let traits: Traits
  /// Nil where it is undefined.
  public let compute: @Sendable (MatrixNumbers) throws -> Double?

  public var id: String { explanation.id }

  public struct Traits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Is counted; all others are shares, means and indices.
    public static let count = Traits(rawValue: 1 << 0)
    /// Goes by the direction of ties where there is one; all others ignore it.
    public static let followsDirection = Traits(rawValue: 1 << 1)
    /// Takes long in large networks: a comparison leaves it out there.
    public static let slow = Traits(rawValue: 1 << 2)
  }

  init(
    _ explanation: Explanation, label: Phrase, traits: Traits = [],
    compute: @escaping @Sendable (MatrixNumbers) throws -> Double?
  ) {
    self.explanation = explanation
    self.label = label
    self.traits = traits
    self.compute = compute
  }

  /// Those of `kesi summary`, in its order.
  public static let summary: [NetworkNumber] = size + structure

  /// Those that are held against each other before and after, in the order of the table.
  public static let compared: [NetworkNumber] = [
    actors, ties, components, largestComponent, cutActors, bridgeTies, joinedPairs, twiceJoinedPairs, nearness,
    algebraicConnectivity,
  ]

  /// All of them, in the order of the glossary.
  public static let all = size + connection + structure
}
