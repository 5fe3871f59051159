import KesiMeasures

/// The fewest ties, three at most, with which one of several counts would no longer be surely too low, as corrected for their
/// number (Holm), the drawn networks being as they are; nil where three are not enough: that takes a program, not a step.
func fewestTies(for place: Int, of counts: [GroupTieNull.Count], at significance: Double) -> Int? {
  (1...GroupTieNull.Count.mostAdded).first { added in
    let tails = counts.indices.map { counts[$0].lowerTail(adding: $0 == place ? added : 0) }
    return holm(tails)[place] >= significance
      || Double(counts[place].observed + added) >= counts[place].expected
  }
}
