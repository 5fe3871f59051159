/// The title of a section of Pajek: a star and a word, however it is spelled.
struct PajekTitle {
  enum Section { case network, vertices, arcs, edges, arcsList, edgesList, matrix, partition, vector, unused }

  /// As the file has it.
  let written: String
  /// Nil where nobody knows it.
  let section: Section?

  /// Without signs and the plural of what is listed. igraph and others write some of them, and people by hand.
  private static let sections: [String: Section] = [
    "network": .network, "net": .network, "vertices": .vertices, "vertexes": .vertices, "vertice": .vertices,
    "vertex": .vertices, "arcs": .arcs, "arc": .arcs, "edges": .edges, "edge": .edges, "arcslist": .arcsList,
    "arclist": .arcsList, "arcslists": .arcsList, "edgeslist": .edgesList, "edgelist": .edgesList,
    "edgeslists": .edgesList, "matrix": .matrix, "partition": .partition, "vector": .vector,
    // Orders, groups and trees of vertices.
    "permutation": .unused, "cluster": .unused, "hierarchy": .unused,
  ]
  static let known = "*Vertices, *Arcs, *Edges, *Arcslist, *Edgeslist, *Matrix, *Partition, *Vector"

  /// - Returns: the title of a line, and the words behind it: `*Arcs :1 "supply"`, `*Arcs:1 "supply"`, `* Arcs`.
  static func of(_ line: [[UInt8]]) -> (title: PajekTitle, words: [[UInt8]]) {
    var rest = line[...]
    var first = rest.popFirst() ?? []
    if first == [UInt8(ascii: "*")], let next = rest.popFirst() { first += next }
    var words = Array(rest)
    if let colon = first.firstIndex(of: UInt8(ascii: ":")) {
      if colon + 1 < first.count { words.insert(Array(first[colon...]), at: 0) }
      first.removeSubrange(colon...)
    }
    let written = String(decoding: first, as: UTF8.self)
    let letters = first.filter { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
    let section = sections[String(decoding: letters, as: UTF8.self).lowercased()]
    return (PajekTitle(written: written, section: section), words)
  }
}
