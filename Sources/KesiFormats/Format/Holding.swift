/// What a network may have beside its ties and the columns of its actors and ties, and a format may not hold.
package enum Holding: CaseIterable, Sendable {
  case loneActors, directions, openDirections, chains, positions, consortia, memberships, supplies, demands
  case coalitions, history, illustrationMark, profile
  case carriedColumns, selfTies, judgement
}
