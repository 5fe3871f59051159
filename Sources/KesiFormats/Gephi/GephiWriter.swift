import KesiNetwork

/// Writes the two tables that Gephi's data laboratory imports. Cells stand as they are, in quotes where they need some.
struct GephiWriter {
  private let graph: WrittenGraph
  /// Whether the direction of any tie is open: a column says so, since Type has no word for it.
  private let leavesDirectionsOpen: Bool

  init(_ network: Network) {
    graph = WrittenGraph(network, besides: [ActorColumns.name.head.id], and: [TieColumns.weight.head.id])
    leavesDirectionsOpen = network.ties.indices.contains { network.ties.isDirected($0) == nil }
  }

  func write(to path: String) throws {
    try FolderDraft.write(
      to: FolderTarget(path),
      [
        (GephiTables.nodes, { write in try PieceWriter.gather(write, putNodes) }),
        (GephiTables.edges, { write in try PieceWriter.gather(write, putEdges) }),
      ])
  }

  private static let takenByNodes = ["id", "label"]
  private static let takenByEdges = ["source", "target", "type", "weight", "id", TieColumns.directed.head.id]

  /// The titles that Gephi has for columns of its own, and are written otherwise.
  var renamed: [String] {
    graph.renamed
      + graph.actorAttributes.map(\.title).filter { Self.takenByNodes.contains($0.lowercased()) }
      + graph.tieAttributes.map(\.title).filter { Self.takenByEdges.contains($0.lowercased()) }
  }

  private func putNodes(_ out: inout PieceWriter) throws {
    try put(["Id", "Label"] + graph.actorAttributes.map { title($0.title, besides: Self.takenByNodes) }, &out)
    for (place, actor) in graph.network.actors.enumerated() {
      guard !actor.id.isEmpty else { throw CannotWrite.noID }
      try put([actor.id, actor.name] + graph.actorAttributes.map { $0.value(actor, place) }, &out)
    }
  }

  private func putEdges(_ out: inout PieceWriter) throws {
    let own = ["Source", "Target", "Type", "Weight"] + (leavesDirectionsOpen ? [TieColumns.directed.head.id] : [])
    try put(own + graph.tieAttributes.map { title($0.title, besides: Self.takenByEdges) }, &out)
    let network = graph.network
    for place in network.ties.indices {
      let tie = network.ties[place]
      let type = tie.isDirected == false ? "Undirected" : "Directed"
      var cells = [network.actors[tie.source].id, network.actors[tie.target].id, type, tie.weight.plain]
      if leavesDirectionsOpen { cells.append(tie.isDirected == nil ? openDirection.en : "") }
      try put(cells + graph.tieAttributes.map { $0.value(tie, place) }, &out)
    }
  }

  /// The title of a column, told from those that Gephi has itself, in capitals or not.
  private func title(_ title: String, besides others: [String]) -> String {
    others.contains(title.lowercased()) ? GraphTables.second(title) : title
  }

  private func put(_ cells: [String], _ out: inout PieceWriter) throws {
    for (place, cell) in cells.enumerated() {
      if place > 0 { out.put(UInt8(ascii: ",")) }
      try out.put(cell.quotedField)
    }
    try out.put("\n")
  }
}

extension String {
  /// The text as a cell that is read back byte by byte: in quotes unless it is plain.
  fileprivate var quotedField: String {
    let isPlain = utf8.allSatisfy { $0 > 0x23 && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "%") && $0 < 0x7F }
    return isPlain ? self : "\"\(replacing(["\"": "\"\""]))\""
  }
}
