import KesiMeasures
import KesiNetwork

/// A measure of the actors or of the ties of a network: what it is called, what it means, how it is computed. To add one,
/// write its kernel in KesiMeasures and its entry in the list of its family, in the file beside this one that is named after
/// it.
public struct Measure<Subject>: Sendable {
  public let explanation: Explanation
  /// What the number means, in a line.
  public let summary: Phrase
  public let traits: MeasureTraits
  /// The numbers, in the order of the vertices or of the entries of the matrix.
  public let compute: @Sendable (MatrixNumbers) throws -> MeasureValues

  init(
    _ explanation: Explanation, summary: Phrase, traits: MeasureTraits = [],
    compute: @escaping @Sendable (MatrixNumbers) throws -> MeasureValues
  ) {
    self.explanation = explanation
    self.summary = summary
    self.traits = traits
    self.compute = compute
  }

  /// As tables and options have it.
  public var id: String { explanation.id }
  /// Its head in tables: programs read its id.
  public var title: Phrase { Phrase(id, zh: explanation.name.zh) }
}

/// A measure with a number for each actor.
public typealias ActorMeasure = Measure<Actor>
/// A measure with a number for each tie of the matrix.
public typealias TieMeasure = Measure<Tie>

private let actorMeasures =
  centralityMeasures + cohesionMeasures + structuralHoleMeasures + connectionMeasures + brokerageMeasures
  + communityMeasures
private let plainMeasures = actorMeasures.filter { !$0.traits.contains(.onlySampled) }
private let usualMeasures = plainMeasures.filter { $0.traits.contains(.usual) }

extension ActorMeasure {
  /// All of them, as help and tables list them, with those that only an estimate has.
  package static var withErrors: [ActorMeasure] { actorMeasures }
  /// All that can be asked for.
  public static var all: [ActorMeasure] { plainMeasures }
  /// Those that `metrics` prints unless told otherwise.
  public static var usual: [ActorMeasure] { usualMeasures }

  /// The measure of an id; nil where there is none.
  public static func called(_ id: String) -> ActorMeasure? { all.first { $0.id == id } }

  /// The measure, followed by its error where it is one that is estimated from a sample.
  public var withError: [ActorMeasure] {
    traits.contains(.sampled) ? [self] + Self.withErrors.filter { $0.traits.contains(.onlySampled) } : [self]
  }
}

extension TieMeasure {
  /// All of them, as help and tables list them.
  public static var all: [TieMeasure] { tieMeasures }
}

/// What of the options changes a measure: an option that changes none of those asked for is refused.
public struct MeasureTraits: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Takes every tie as 1, or has weights in its own name.
  public static let takesNoWeights = MeasureTraits(rawValue: 1 << 0)
  /// Takes every tie both ways.
  public static let takesNoDirection = MeasureTraits(rawValue: 1 << 1)
  /// Takes weights whether they are asked for or not.
  public static let alwaysWeighted = MeasureTraits(rawValue: 1 << 2)
  /// Is about groups: kinds unless others are asked for.
  public static let ofGroups = MeasureTraits(rawValue: 1 << 3)
  /// Is about groups: communities unless others are asked for.
  public static let acrossCommunities = MeasureTraits(rawValue: 1 << 4)
  /// Is communities.
  public static let ofCommunities = MeasureTraits(rawValue: 1 << 5)
  /// Sets out from the seed.
  public static let drawn = MeasureTraits(rawValue: 1 << 6)
  /// Counts paths: it can be estimated from a sample, and divided by the number of pairs.
  public static let sampled = MeasureTraits(rawValue: 1 << 7)
  /// Is the number of a group, or whether something holds: no order.
  static let isLabel = MeasureTraits(rawValue: 1 << 10)
  /// Is printed unless others are asked for.
  static let usual = MeasureTraits(rawValue: 1 << 9)
  /// Is there only where something is estimated.
  public static let onlySampled = MeasureTraits(rawValue: 1 << 8)
}

/// The numbers of a measure, in the order of the vertices or entries.
public enum MeasureValues: Sendable {
  /// Counts, ids, and 0/1 for no/yes.
  case whole([Int])
  /// Real numbers; NaN where the measure is undefined.
  case real([Double])

  /// The value at an index as a real number; nil where undefined.
  public subscript(index: Int) -> Double? {
    switch self {
    case .whole(let values): Double(values[index])
    case .real(let values): values[index].isNaN ? nil : values[index]
    }
  }
}
