import KesiCluster
import KesiNetwork

/// A supply and a demand that are held against each other.
public struct Match: Sendable {
  /// Places among the supplies and the demands of the market.
  public let supply: Int
  public let demand: Int
  public let compatibility: Compatibility
  /// Why they are not to be matched; nil where nothing speaks against it.
  public let obstacle: MatchObstacle?
  /// How much goes from one to the other; 0 where they are not matched.
  public internal(set) var quantity: Double
  /// Where the two differ too much: who would do better for the one that is asked about; nil where nobody does.
  var better: Better?

  /// Somebody else for one side of a match.
  struct Better: Sendable, Equatable {
    /// Its place among the supplies or the demands of the market.
    let place: Int
    let isSupply: Bool
    let score: Double
  }
}

/// Why a supply and a demand are not matched, though their items are near each other.
public enum MatchObstacle: Sendable, Equatable {
  /// Even what their score may come to, ``Compatibility/potential``, is below `least_match`.
  case tooDifferent
  /// What speaks against the two as partners.
  case partners(PartnerObjection)
}

/// What of a supply or a demand is left without a partner.
public struct Unmatched: Sendable, Equatable {
  /// Its place among the supplies or the demands of the market.
  public let place: Int
  /// Nil where it states none and others do.
  public let quantity: Double?
  public let reason: Reason

  public enum Reason: Sendable, Equatable {
    /// The other side has nothing near it.
    case noneNear
    /// Nobody but the actor itself has anything near it.
    case noneElse
    /// All that is near states no quantity, though others of its items do.
    case noneStated
    /// All that is near differs too much, or is not to be matched with it.
    case noneFits
    /// The same, and nothing of it is the item itself.
    case noneOfNearFits
    /// All that fits is matched, some of it perhaps with this.
    case taken
    /// It is so small beside the other quantities of its items that whole units do not tell it from nothing.
    case tooSmall
    /// Its quantity is not stated, though others of its items are.
    case notStated
    /// With rankings: it ranks nobody who fits and ranks it, or they would rather have others.
    case notWanted
  }
}
