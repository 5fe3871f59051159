import KesiNetwork

/// When nodes, edges and values are there, in GEXF: one time, several spells, or moments. Of a tie the first beginning and
/// the last end are its own; of nodes and of several times all are kept as text.
struct GEXFTime {
  /// How many spells the row under way had.
  private var spells = 0

  private static let (begin, end, spellsTitle, moment) = ("start", "end", "spells", "timestamp")

  /// Takes the times that stand at a node or an edge itself.
  mutating func read(_ attributes: XMLAttributes, into graph: inout GraphTables, isOfNode: Bool) throws {
    try set(attributes["start"] ?? attributes["startopen"], Self.begin, TieColumns.from.head.id, &graph, isOfNode)
    try set(attributes["end"] ?? attributes["endopen"], Self.end, TieColumns.to.head.id, &graph, isOfNode)
    try set(attributes["timestamp"], Self.moment, Self.moment, &graph, isOfNode)
    try set(attributes["timestamps"], Self.moment, Self.moment, &graph, isOfNode)
  }

  private func set(
    _ value: UnsafeBufferPointer<UInt8>?, _ titleOfNode: String, _ titleOfEdge: String, _ graph: inout GraphTables,
    _ isOfNode: Bool
  ) throws {
    guard let value, !value.isEmpty else { return }
    if isOfNode {
      graph.actors.set(try graph.attribute(titleOfNode, of: \.actors), value)
    } else {
      graph.ties.set(try graph.attribute(titleOfEdge, of: \.ties), value)
    }
  }

  /// Takes one of several times: spells are in order.
  mutating func addSpell(_ attributes: XMLAttributes, to graph: inout GraphTables, isOfNode: Bool) throws {
    spells += 1
    let end = attributes["end"] ?? attributes["endopen"] ?? attributes["timestamp"]
    if !isOfNode {
      let (from, to) = (
        try graph.attribute(TieColumns.from.head.id, of: \.ties), try graph.attribute(TieColumns.to.head.id, of: \.ties)
      )
      if spells == 1, let start = attributes["start"] ?? attributes["startopen"] ?? attributes["timestamp"] {
        graph.ties.set(from, start)
      }
      graph.ties.set(to, end.map { Array($0) } ?? [])
    }
    let title = Self.spellsTitle
    let text = Array(Self.words(attributes).utf8)
    if isOfNode {
      let place = try graph.attribute(title, of: \.actors)
      graph.actors.add(place, (spells > 1 ? Array("; ".utf8) : []) + text)
    } else {
      let place = try graph.attribute(title, of: \.ties)
      graph.ties.add(place, (spells > 1 ? Array("; ".utf8) : []) + text)
    }
  }

  /// Takes a value, with its times where it has any.
  func set(
    _ value: UnsafeBufferPointer<UInt8>, _ attributes: XMLAttributes, at place: Int, of table: inout GraphTable
  ) {
    let times = Self.words(attributes)
    guard !times.isEmpty else {
      table.set(place, value)
      return
    }
    let before = table.pending(place).isEmpty ? [] : Array("; ".utf8)
    table.add(place, before + Array(value) + Array(" \(times)".utf8))
  }

  mutating func endRow() { spells = 0 }

  /// `[2009, 2011]`, `[2009]`; empty where no time is stated.
  private static func words(_ attributes: XMLAttributes) -> String {
    if let moment = attributes.string("timestamp") { return "[\(moment)]" }
    let (start, end) = (
      attributes.string("start") ?? attributes.string("startopen"),
      attributes.string("end") ?? attributes.string("endopen")
    )
    return start == nil && end == nil ? "" : "[\(start ?? ""), \(end ?? "")]"
  }
}
