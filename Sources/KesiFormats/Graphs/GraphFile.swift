import KesiMatrix
import KesiNetwork

/// A network from one file of ties: what it calls a vertex is both the id and the name of an actor, of no kind.
enum GraphFile {
  static func read(_ path: String, on parallel: Parallel) throws -> NetworkReading {
    let list = try EdgeList.read(path, on: parallel)
    let selfTies = (0..<list.ties.count).count { list.ties.sources[$0] == list.ties.targets[$0] }
    let warnings =
      selfTies == 0
      ? []
      : [
        Problem(
          .warning, file: path,
          Phrase(
            "\(selfTies.counted("tie")) of an actor with itself \(selfTies == 1 ? "is" : "are") left out.",
            zh: "有 \(selfTies) 条联系的两端是同一主体，已略去。"))
      ]
    let network = Network(actors: list.ids.map { Actor(id: $0, name: $0) }, ties: Ties(list.ties))
    return NetworkReading(network: network, warnings: warnings, warningCount: warnings.count)
  }
}
