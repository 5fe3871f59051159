import KesiNetwork

extension Network {
  /// Actors with all that is a part of one of them, however far down.
  ///
  /// - Complexity: O(actors).
  package func withParts(of actors: some Sequence<Int>) -> Set<Int> {
    let parts = Dictionary(grouping: self.actors.indices.filter { self.actors[$0].parent != nil }) {
      ExactText(self.actors[$0].parent ?? "")
    }
    var found = Set(actors)
    var open = Array(found)
    while let whole = open.popLast() {
      for part in parts[ExactText(self.actors[whole].id)] ?? [] where found.insert(part).inserted { open.append(part) }
    }
    return found
  }
}
