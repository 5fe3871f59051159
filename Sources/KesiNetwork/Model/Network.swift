/// An innovation cluster as tables hold it: actors, the ties between them, the chains and consortia they are part of.
public struct Network: Sendable {
  public var profile: Profile
  public var actors: [Actor]
  public var ties: Ties
  public var chains: [Chain]
  public var positions: [Position]
  public var consortia: [Consortium]
  public var members: [Membership]
  /// What groups of actors are worth by themselves.
  public var coalitions: [CoalitionWorth]
  /// What actors offer and what they need.
  public var supplies: [Supply]
  public var demands: [Demand]
  /// Yearly values of actors, chains, populations.
  public var history: [Observation]
  /// Columns that Kesi does not know, by table, in step with its rows: they pass through.
  public var carried: [Table: [CarriedColumn]]
  /// By what it is judged, where that was settled by the network that it was made from; else by what it states itself.
  public var settled: Assessment?

  public init(
    profile: Profile = Profile(), actors: [Actor] = [], ties: Ties = Ties(), chains: [Chain] = [],
    positions: [Position] = [], consortia: [Consortium] = [], members: [Membership] = [],
    coalitions: [CoalitionWorth] = [], supplies: [Supply] = [], demands: [Demand] = [], history: [Observation] = [],
    carried: [Table: [CarriedColumn]] = [:]
  ) {
    self.profile = profile
    self.actors = actors
    self.ties = ties
    self.chains = chains
    self.positions = positions
    self.consortia = consortia
    self.members = members
    self.coalitions = coalitions
    self.supplies = supplies
    self.demands = demands
    self.history = history
    self.carried = carried
  }

  /// The zones in the order in which actors name them.
  public var zones: [String] {
    var seen = Set<ExactText>()
    return actors.compactMap(\.zone).filter { seen.insert(ExactText($0)).inserted }
  }

  /// Whether anything in it has a date.
  package var isDated: Bool {
    ties.areDated || members.contains { $0.period != Period() } || positions.contains { $0.period != Period() }
      || consortia.contains { $0.period != Period() }
  }

  /// Whether anything in it is made up: the whole network, or a row that says so.
  public var isIllustrative: Bool {
    profile.isIllustrative
      || actors.contains { $0.basis == .illustrative || $0.evidence.marksIllustration }
      || ties.indices.contains { ties.basis($0) == .illustrative || ties.evidence($0).marksIllustration }
      || positions.contains { $0.basis == .illustrative || $0.evidence.marksIllustration }
      || members.contains { $0.basis == .illustrative || $0.evidence.marksIllustration }
      || coalitions.contains { $0.basis == .illustrative || $0.evidence.marksIllustration }
      || supplies.contains(where: \.isIllustrative) || demands.contains(where: \.isIllustrative)
      || history.contains { $0.basis == .illustrative || $0.evidence.marksIllustration }
  }

}

extension String? {
  /// Whether an evidence cell says that its row is made up.
  package var marksIllustration: Bool {
    guard let text = self else { return false }
    return text.beginsWithLetters("illustrative") || text.utf8.starts(with: "示意".utf8)
  }
}
