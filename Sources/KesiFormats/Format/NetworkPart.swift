/// What a network may have beside ties with a kind and a weight, and a format may not hold.
package enum NetworkPart: CaseIterable, Sendable {
  case loneActors, actorTraits, tieHistories, directions, chains, positions, consortia, memberships, illustrationMark
  case carriedColumns, selfTies, judgement
}
