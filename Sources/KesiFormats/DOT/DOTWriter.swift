import KesiNetwork

/// Writes a network as DOT: ids of actors are those of nodes, names their labels, and everything else attributes under its own
/// title. All texts stand in quotes.
struct DOTWriter {
  private let graph: WrittenGraph

  init(_ network: Network) {
    graph = WrittenGraph(network, besides: [ActorColumns.name.head.id])
  }

  /// What means something else in DOT gets a prefix, which reading takes off.
  private static func key(_ title: String, _ taken: [String]) throws -> String {
    let isTaken = taken.contains { title.isExactly($0) } || title.utf8.starts(with: DOTDraft.prefix.utf8)
    return try DOTText.id(isTaken ? DOTDraft.prefix + title : title)
  }

  func write(to path: String) throws {
    let network = graph.network
    let actorKeys = try graph.actorAttributes.map { try Self.key($0.title, ["label", "pos"]) }
    let tieKeys = try graph.tieAttributes.map { try Self.key($0.title, ["dir", "key"]) }
    try PieceWriter.write(to: path) { out in
      try out.put(graph.isDirected ? "digraph {\n" : "graph {\n")
      if network.isIllustrative { try out.put("  \(GraphTables.illustrativeTitle)=1\n") }
      if let title = network.profile.title { try out.put("  title=\(try DOTText.encoded(title.en))\n") }
      let ids = try network.actors.map { try DOTText.encoded($0.id) }
      for (place, actor) in network.actors.enumerated() {
        guard !actor.id.isEmpty else { throw CannotWrite.noID }
        var stated = ["label=\(try DOTText.encoded(actor.name, isLabel: true))"]
        for (attribute, key) in zip(graph.actorAttributes, actorKeys) {
          stated += try Self.stated(key, attribute.value(actor, place))
        }
        try out.put("  \(ids[place]) [\(stated.joined(separator: ", "))]\n")
      }
      let line = graph.isDirected ? "->" : "--"
      for place in network.ties.indices {
        let tie = network.ties[place]
        var stated: [String] = []
        if let direction = graph.ownDirection(tie) {
          stated.append(tie.isDirected == false ? "dir=none" : "\(TieColumns.directed.head.id)=\(direction)")
        }
        for (attribute, key) in zip(graph.tieAttributes, tieKeys) {
          stated += try Self.stated(key, attribute.value(tie, place))
        }
        let more = stated.isEmpty ? "" : " [\(stated.joined(separator: ", "))]"
        try out.put("  \(ids[tie.source]) \(line) \(ids[tie.target])\(more)\n")
      }
      try out.put("}\n")
    }
  }

  private static func stated(_ key: String, _ value: String) throws -> [String] {
    value.isEmpty ? [] : ["\(key)=\(try DOTText.encoded(value, isLabel: key == "label"))"]
  }
}
