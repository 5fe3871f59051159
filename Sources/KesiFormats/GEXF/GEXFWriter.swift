import KesiNetwork

/// Writes a network as GEXF 1.2: an attribute for each column that any row fills; names, weights, directions, times, places,
/// colors and sizes as GEXF has them.
struct GEXFWriter {
  private let graph: WrittenGraph
  private let look: GEXFLook.Columns
  private let hasDates: Bool
  private static let name = Format.gexf.name
  private typealias Attribute = WrittenGraph.Attribute

  init(_ network: Network) {
    look = GEXFLook.Columns(network.carried[.actors] ?? [])
    let dates = [TieColumns.from, TieColumns.to].map(\.head.id)
    graph = WrittenGraph(
      network, besides: look.titles.union([ActorColumns.name.head.id]), and: Set([TieColumns.weight.head.id] + dates))
    hasDates = network.ties.areDated
  }

  func write(to path: String) throws {
    try PieceWriter.write(to: path) { out in
      try out.put(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">

        """)
      try putMeta(&out)
      let times = hasDates ? " mode=\"dynamic\" timeformat=\"date\"" : " mode=\"static\""
      try out.put("  <graph defaultedgetype=\"\(graph.isDirected ? "directed" : "undirected")\"\(times)>\n")
      try putAttributes(&out)
      try putNodes(&out)
      try putEdges(&out)
      try out.put("  </graph>\n</gexf>\n")
    }
  }

  private func putMeta(_ out: inout PieceWriter) throws {
    try out.put("  <meta>\n    <creator>Kesi</creator>\n")
    if graph.network.isIllustrative { try out.put("    <keywords>\(GraphTables.illustrativeTitle)</keywords>\n") }
    if let title = graph.network.profile.title {
      try out.put("    <description>")
      try out.put(escaped: title.en, in: Self.name)
      try out.put("</description>\n")
    }
    try out.put("  </meta>\n")
  }

  // MARK: Attributes

  /// Dates that are not known to the day, and directions that are open: what GEXF has no words for.
  private static let ownTitles = [TieColumns.from, TieColumns.to, TieColumns.directed].map(\.head.id)

  private func own(_ tie: Tie) -> [String] {
    [
      tie.period.from.map { $0.day == nil ? $0.text : "" } ?? "",
      tie.period.to.map { $0.day == nil ? $0.text : "" } ?? "", tie.isDirected == nil ? openDirection.en : "",
    ]
  }

  private func putAttributes(_ out: inout PieceWriter) throws {
    func put(_ id: String, _ title: String, _ kind: WrittenGraph.Kind, _ out: inout PieceWriter) throws {
      try out.put("      <attribute id=\"\(id)\" title=\"")
      try out.put(escaped: title, in: Self.name)
      try out.put("\" type=\"\(kind == .number ? "double" : "string")\"/>\n")
    }
    if !graph.actorAttributes.isEmpty {
      try out.put("    <attributes class=\"node\">\n")
      for (number, attribute) in graph.actorAttributes.enumerated() {
        try put("\(number)", attribute.title, attribute.kind, &out)
      }
      try out.put("    </attributes>\n")
    }
    try out.put("    <attributes class=\"edge\">\n")
    for (number, attribute) in graph.tieAttributes.enumerated() {
      try put("\(number)", attribute.title, attribute.kind, &out)
    }
    for title in Self.ownTitles { try put(title, title, .text, &out) }
    try out.put("    </attributes>\n")
  }

  private func put(_ values: [(id: String, value: String)], _ out: inout PieceWriter) throws {
    let stated = values.filter { !$0.value.isEmpty }
    guard !stated.isEmpty else { return }
    try out.put("<attvalues>")
    for (id, value) in stated {
      try out.put("<attvalue for=\"\(id)\" value=\"")
      try out.put(escaped: value, in: Self.name)
      try out.put("\"/>")
    }
    try out.put("</attvalues>")
  }

  // MARK: Nodes and edges

  private func putNodes(_ out: inout PieceWriter) throws {
    let carried = graph.network.carried[.actors] ?? []
    try out.put("    <nodes>\n")
    for (place, actor) in graph.network.actors.enumerated() {
      guard !actor.id.isEmpty else { throw CannotWrite.noID }
      try out.put("      <node id=\"")
      try out.put(escaped: actor.id, in: Self.name)
      try out.put("\" label=\"")
      try out.put(escaped: actor.name, in: Self.name)
      try out.put("\">")
      try put(graph.actorAttributes.enumerated().map { ("\($0)", $1.value(actor, place)) }, &out)
      try out.put(GEXFLook.text({ title in carried.first { $0.name == title }?[place] ?? "" }, look))
      try out.put("</node>\n")
    }
    try out.put("    </nodes>\n")
  }

  private func putEdges(_ out: inout PieceWriter) throws {
    let network = graph.network
    try out.put("    <edges>\n")
    for place in network.ties.indices {
      let tie = network.ties[place]
      try out.put("      <edge id=\"\(place)\" source=\"")
      try out.put(escaped: network.actors[tie.source].id, in: Self.name)
      try out.put("\" target=\"")
      try out.put(escaped: network.actors[tie.target].id, in: Self.name)
      if (tie.isDirected ?? false) != graph.isDirected { try out.put("\" type=\"undirected") }
      if tie.weight != 1 { try out.put("\" weight=\"\(tie.weight.plain)") }
      if let from = tie.period.from { try out.put("\" start=\"\(from.firstDay)") }
      if let to = tie.period.to { try out.put("\" end=\"\(to.lastDay)") }
      try out.put("\">")
      let values = graph.tieAttributes.enumerated().map { ("\($0)", $1.value(tie, place)) }
      try put(values + zip(Self.ownTitles, own(tie)).map { ($0, $1) }, &out)
      try out.put("</edge>\n")
    }
    try out.put("    </edges>\n")
  }
}

extension PartialDate {
  /// The first and the last day that it can mean, as `2024-02-29`.
  fileprivate var firstDay: String { Self.day(earliest) }

  fileprivate var lastDay: String {
    // The calendar has no day 31 in some months: the date itself knows which days there are.
    for day in [31, 30, 29, 28] {
      let text = Self.day(latest / 100 * 100 + (self.day ?? day))
      if PartialDate(text) != nil { return text }
    }
    return Self.day(latest)
  }

  private static func day(_ number: Int) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return "\(padded(number / 10000, 4))-\(padded(number / 100 % 100, 2))-\(padded(number % 100, 2))"
  }
}
