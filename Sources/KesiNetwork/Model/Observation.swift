/// What was observed of something in a year: a row of `history.csv`.
public struct Observation: Sendable {
  /// The id of an actor or a chain, ``network``, or a name of one's own: a population, such as a kind of actors.
  public var subject: String
  /// The year as the table has it, a whole one.
  package var period: Period
  public var value: Double
  public var evidence: String?
  /// Where the row is from; nil where that is not stated.
  public var basis: Basis?
  /// The row of its table, as a spreadsheet counts, where it was read from one: for messages.
  package var row: Int?

  /// The subject that is the whole network.
  public static let network = "network"

  public init(_ subject: String, in year: Int, _ value: Double) {
    self.subject = subject
    period = Period(from: PartialDate(String(year)))
    self.value = value
  }

  public var year: Int { period.from?.year ?? 0 }
}

extension Observation: Equatable {
  /// Where it was read from makes no difference.
  public static func == (one: Observation, other: Observation) -> Bool {
    one.subject.isExactly(other.subject) && one.period == other.period && one.value == other.value
      && one.evidence == other.evidence && one.basis == other.basis
  }
}
