import ArgumentParser
import KesiCluster

extension Network {
  /// The actor of an id, or of a name that only one has.
  func actor(called word: String, of option: String) throws -> Int {
    if let index = actors.firstIndex(where: { $0.id == word }) { return index }
    let named = actors.indices.filter { index in
      let actor = actors[index]
      return [actor.name, actor.nameZh, actor.short, actor.shortZh].contains(word)
    }
    guard named.count == 1 else {
      throw ValidationError(
        named.isEmpty
          ? "\(option): no actor has the id or name “\(word)”."
          : "\(option): \(named.count) actors have the name “\(word)”. Use an id: \(named.prefix(5).map { actors[$0].id }.joined(separator: ", "))."
      )
    }
    return named[0]
  }

  /// The chain of an id, or of a name.
  func chain(called word: String, of option: String) throws -> Int {
    if let index = chains.firstIndex(where: { $0.id == word }) { return index }
    if let index = chains.firstIndex(where: { $0.name == word || $0.nameZh == word }) { return index }
    let known = chains.prefix(30).map(\.id).joined(separator: ", ")
    throw ValidationError(
      chains.isEmpty
        ? "\(option): the network has no chains."
        : "\(option): “\(word)” is no chain of the network. It has: \(known).")
  }
}
