extension Assessment {
  /// What the rows state that were left out where a network is a part that was cut out of another.
  package struct Elsewhere: Sendable {
    package let hasTies: Bool
    package let statesWork: Bool
    package let statesZones: Bool
    /// What actors are, as tables have it.
    package let kinds: [String]
    /// When ties, memberships and positions of the whole begin, and how many at each date.
    package let starts: [(date: PartialDate, count: Int)]

    package init(
      hasTies: Bool, statesWork: Bool, statesZones: Bool, kinds: [String], starts: [(date: PartialDate, count: Int)]
    ) {
      (self.hasTies, self.statesWork, self.statesZones) = (hasTies, statesWork, statesZones)
      (self.kinds, self.starts) = (kinds, starts)
    }
  }
}

extension Network {
  /// Has a part judged as the whole is that it was cut out of. The part holds all chains and positions, so that what these
  /// state it states itself.
  package mutating func settle(_ elsewhere: Assessment.Elsewhere) {
    var settled = assessment
    let words = profile.words
    if profile.assess == nil {
      if elsewhere.hasTies { settled.aspects.insert(.ties) }
      if elsewhere.statesWork { settled.aspects.insert(.work) }
      if elsewhere.statesZones { settled.aspects.insert(.zones) }
    }
    if elsewhere.statesWork { settled.declarations.insert(.courses) }
    for kind in elsewhere.kinds { settled.spheres.insert(profile.kind(words.kind(kind)).helix) }
    let usual = UsualYears(elsewhere.starts.lazy.map { (year: $0.date.year, count: $0.count) })
    settled.now =
      elsewhere.starts.map(\.date).filter { usual?.contains($0.year) ?? true }.max { $0.latest < $1.latest }
      ?? settled.now
    self.settled = settled
  }
}
