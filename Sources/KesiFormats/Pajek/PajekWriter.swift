import KesiNetwork

/// Writes a network for Pajek: vertices with the ids of actors, places, shapes and colors; a section of arcs or edges for
/// each kind of ties, each kind a relation. A tie whose direction is open is an edge, as it is by default where ties are
/// measured. A project has partitions and vectors besides.
struct PajekWriter {
  private let network: Network
  private let look: Look
  /// Nil where a network alone is written.
  private let values: PajekValues?

  /// - Parameter isProject: whether partitions and vectors are to stand beside the network.
  init(_ network: Network, isProject: Bool = false) {
    self.network = network
    look = Look(network.carried[.actors] ?? [])
    values = isProject ? PajekValues(network, besides: look.titles) : nil
  }

  /// The titles of columns of actors for which there is a place.
  static func carried(of network: Network) -> Set<String> { Look(network.carried[.actors] ?? []).titles }

  /// The same of a project.
  static func carriedByProject(of network: Network) -> Set<String> {
    let drawn = carried(of: network)
    return PajekValues(network, besides: drawn).carried.union(drawn)
  }

  /// A run of ties of one kind that all are arcs, or all edges.
  private struct Section: Hashable {
    let kind: ExactText
    let isDirected: Bool
  }

  func write(to path: String) throws {
    var sections: [Section] = []
    var ties: [Section: [Int]] = [:]
    // In a list without weights a tie that comes twice counts once, and Pajek would add both up.
    let countsOnce = network.ties.isList && !network.ties.list.isWeighted
    var seen = Set<SIMD2<Int>>()
    for tie in network.ties.indices {
      if countsOnce {
        let (source, target) = (network.ties.source(tie), network.ties.target(tie))
        guard seen.insert(SIMD2(min(source, target), max(source, target))).inserted else { continue }
      }
      let section = Section(kind: ExactText(network.ties.kind(tie)), isDirected: network.ties.isDirected(tie) ?? false)
      if ties[section] == nil { sections.append(section) }
      ties[section, default: []].append(tie)
    }
    // Relations are numbered in the order in which they come; ties of no kind are of none.
    var numbers: [ExactText: Int] = [:]
    for section in sections where !section.kind.text.isEmpty && numbers[section.kind] == nil {
      numbers[section.kind] = numbers.count + 1
    }
    try PieceWriter.write(to: path) { out in
      if let title = network.profile.title {
        try out.put("*Network \(PajekText.encoded(title.en))\n")
      } else if values != nil {
        // Each part of a project begins with what it is.
        try out.put("*Network\n")
      }
      try out.put("*Vertices \(network.actors.count)\n")
      for (place, actor) in network.actors.enumerated() {
        guard !actor.id.isEmpty else { throw CannotWrite.noID }
        try out.put("\(place + 1) \(PajekText.encoded(actor.id))\(look.words(place))\n")
      }
      for section in sections {
        try out.put(section.isDirected ? "*Arcs" : "*Edges")
        if let number = numbers[section.kind] { try out.put(" :\(number) \(PajekText.encoded(section.kind.text))") }
        try out.put("\n")
        for tie in ties[section] ?? [] {
          let (source, target) = (network.ties.source(tie) + 1, network.ties.target(tie) + 1)
          try out.put("\(source) \(target) \(network.ties.weight(tie).plain)\n")
        }
      }
      try values?.write(&out)
    }
  }

  /// Where vertices are drawn and how.
  private struct Look {
    private var coordinates: [Network.CarriedColumn] = []
    private var shape: Network.CarriedColumn?
    private var color: Network.CarriedColumn?

    init(_ carried: [Network.CarriedColumn]) {
      func column(_ title: String, _ isWord: (String) -> Bool) -> Network.CarriedColumn? {
        carried.first { column in
          column.name.isExactly(title) && (0..<column.count).allSatisfy { column[$0].isEmpty || isWord(column[$0]) }
        }
      }
      func isNumber(_ text: String) -> Bool { Double(decimal: text)?.isFinite ?? false }
      // Each stands behind the one before it.
      for title in ["x", "y", "z"] {
        guard let next = column(title, isNumber),
          coordinates.last.map({ last in (0..<next.count).allSatisfy { next[$0].isEmpty || !last[$0].isEmpty } })
            ?? true
        else { break }
        coordinates.append(next)
      }
      shape = column("shape", PajekReader.shapes.contains)
      color = column("color") { $0.utf8.allSatisfy { $0 > 0x22 && $0 < 0x7F } }
    }

    var titles: Set<String> { Set((coordinates + [shape, color].compactMap(\.self)).map(\.name)) }

    func words(_ row: Int) -> String {
      var words = coordinates.map { $0[row] }.filter { !$0.isEmpty }
      if let shape, !shape[row].isEmpty { words.append(shape[row]) }
      if let color, !color[row].isEmpty { words += ["ic", color[row]] }
      return words.map { " " + $0 }.joined()
    }
  }
}
