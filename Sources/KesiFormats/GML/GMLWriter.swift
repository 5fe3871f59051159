import KesiNetwork

/// Writes a network as GML. Nodes are numbered, as GML wants it; labels are the ids of actors, by which NetworkX and igraph
/// know nodes. Titles that are no keys of GML are kept in a list of the graph.
struct GMLWriter {
  private let graph: WrittenGraph
  private let actorKeys: [String]
  private let tieKeys: [String]
  /// The keys that stand for titles which are none.
  private var titles: [(key: String, title: String)] = []

  init(_ network: Network) {
    graph = WrittenGraph(network, besides: [ActorColumns.name.head.id])
    var taken = Set<String>()
    var titles: [(key: String, title: String)] = []
    func key(_ title: String, _ prefix: String) -> String {
      if Self.isKey(title) { return title }
      let key = "\(prefix)\(titles.count + 1)_"
      titles.append((key, title))
      taken.insert(key)
      return key
    }
    actorKeys = graph.actorAttributes.map { key($0.title, "n") }
    tieKeys = graph.tieAttributes.map { key($0.title, "e") }
    self.titles = titles
  }

  /// Whether a title is a key of GML that means nothing else: letters and digits of ASCII.
  private static func isKey(_ title: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    guard let first = title.utf8.first, isLetter(first),
      !["id", "label", "name", "source", "target", "graphics", "directed", "graph"].contains(title.lowercased())
    else { return false }
    return title.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F } && title.utf8.last != 0x5F
  }

  func write(to path: String) throws {
    let network = graph.network
    try PieceWriter.write(to: path) { out in
      try out.put("Creator \"Kesi\"\ngraph [\n  directed \(graph.isDirected ? 1 : 0)\n")
      // NetworkX takes no parallel ties unless it is told.
      try out.put("  multigraph 1\n")
      if network.isIllustrative { try out.put("  \(GraphTables.illustrativeTitle) 1\n") }
      if let title = network.profile.title { try out.put("  title \"\(GMLEntities.encoded(title.en))\"\n") }
      if !titles.isEmpty {
        try out.put("  \(GMLReader.titlesKey) [\n")
        for (key, title) in titles { try out.put("    \(key) \"\(GMLEntities.encoded(title))\"\n") }
        try out.put("  ]\n")
      }
      for (place, actor) in network.actors.enumerated() {
        guard !actor.id.isEmpty else { throw CannotWrite.noID }
        try out.put("  node [\n    id \(place)\n    label \"\(GMLEntities.encoded(actor.id))\"\n")
        try out.put("    name \"\(GMLEntities.encoded(actor.name))\"\n")
        for (attribute, key) in zip(graph.actorAttributes, actorKeys) {
          try put(key, attribute.value(actor, place), attribute.kind, &out)
        }
        try out.put("  ]\n")
      }
      for place in network.ties.indices {
        let tie = network.ties[place]
        try out.put("  edge [\n    source \(tie.source)\n    target \(tie.target)\n")
        // Of parallel ties NetworkX wants one to be told from the other.
        try out.put("    key \(place)\n")
        if let direction = graph.ownDirection(tie) { try put("directed", direction, .text, &out) }
        for (attribute, key) in zip(graph.tieAttributes, tieKeys) {
          try put(key, attribute.value(tie, place), attribute.kind, &out)
        }
        try out.put("  ]\n")
      }
      try out.put("]\n")
    }
  }

  private func put(_ key: String, _ value: String, _ kind: WrittenGraph.Kind, _ out: inout PieceWriter) throws {
    if value.isEmpty { return }
    // Numbers with an exponent need a point, and would not come back as they were written.
    let isNumber = kind == .number && !value.utf8.contains { $0 | 0x20 == UInt8(ascii: "e") }
    try out.put("    \(key) \(isNumber ? value : "\"\(GMLEntities.encoded(value))\"")\n")
  }
}
