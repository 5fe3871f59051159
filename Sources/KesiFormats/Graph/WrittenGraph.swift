import KesiNetwork

/// A network on its way into a graph file: its actors and ties with all that they state, each attribute a column with a
/// type. What the tables say besides is lost, which ``Losses`` tells.
struct WrittenGraph {
  enum Kind { case text, number }

  /// An attribute.
  struct Attribute<Row> {
    let title: String
    /// What its column is called where that would be read back as another one.
    var original: String?
    let kind: Kind
    /// What a row has; empty where it has nothing.
    ///
    /// - Parameter place: the number of the row.
    let value: (_ row: Row, _ place: Int) -> String
  }

  let network: Network
  /// What actors state beside their ids.
  let actorAttributes: [Attribute<Actor>]
  /// What ties state beside ends, direction and what the format has a place of its own for.
  let tieAttributes: [Attribute<Tie>]
  /// Whether any tie has a direction: then the whole graph has, and ties that have none say so.
  let isDirected: Bool
  /// Whether the direction of any tie is another than that of the graph, or open.
  let hasOwnDirections: Bool

  /// - Parameters:
  ///   - actorColumns: the ids of columns of actors for which the format has a place of its own.
  ///   - tieColumns: those of ties, beside ends and direction.
  init(_ network: Network, besides actorColumns: Set<String> = [], and tieColumns: Set<String> = []) {
    self.network = network
    let ends = [TieColumns.source, TieColumns.target, TieColumns.directed].map(\.head.id)
    actorAttributes = Self.attributes(
      of: network.actors, in: network, without: actorColumns.union([ActorColumns.id.head.id]))
    tieAttributes = Self.attributes(of: network.ties, in: network, without: tieColumns.union(ends))
    let isDirected = network.ties.indices.contains { network.ties.isDirected($0) == true }
    self.isDirected = isDirected
    hasOwnDirections = network.ties.indices.contains { network.ties.isDirected($0) != isDirected }
  }

  /// The titles of columns that would be read back as others, and are written otherwise.
  var renamed: [String] { (actorAttributes.map(\.original) + tieAttributes.map(\.original)).compactMap(\.self) }

  /// What a tie says of its direction that the graph does not say of all; nil where there is nothing more to say.
  func ownDirection(_ tie: Tie) -> String? {
    tie.isDirected == isDirected ? nil : tie.isDirected.map { $0 ? "1" : "0" } ?? openDirection.en
  }

  /// Whether a graph holds a column: the chain and the consortium of a tie are in tables that it has not.
  static func holds(_ head: ColumnHead) -> Bool {
    if case .reference(let table) = head.kind { return table == .actors }
    return true
  }

  private static func attributes<Rows: RandomAccessCollection>(
    of rows: Rows, in network: Network, without others: Set<String>
  ) -> [Attribute<Rows.Element>] where Rows.Element: TableRow, Rows.Index == Int {
    let all = Rows.Element.columns(statedBy: rows, in: network)
    let columns = all.filter { !others.contains($0.head.id) && holds($0.head) }
    let stated = columns.map { column in
      let content = column.content
      let kind: Kind = if case .number = content { .number } else { .text }
      return Attribute<Rows.Element>(title: column.head.id, kind: kind) { row, _ in
        content.text(of: row, in: network).unwrapped
      }
    }
    let carried = (network.carried[Rows.Element.table] ?? []).filter { !others.contains($0.name) }
    let titles = titles(of: carried, among: Rows.Element.heads, beside: all.map(\.head.id))
    return stated
      + zip(titles, carried).map { title, column in
        Attribute(
          title: title, original: title.isExactly(column.name) ? nil : column.name,
          kind: column.areNumbers ? .number : .text
        ) { _, place in column[place] }
      }
  }

  /// What columns that are carried along are called here: one that would be read back as a column that Kesi knows, since no
  /// row states that, has the name that it would have beside it.
  private static func titles(
    of carried: [Network.CarriedColumn], among heads: [ColumnHead], beside stated: [String]
  ) -> [String] {
    var titles = carried.map(\.name)
    let written = heads.filter(\.isRequired).map(\.id) + stated
    let meanings = heads.meanings(of: written + titles).suffix(titles.count)
    for (place, meaning) in zip(titles.indices, meanings) where meaning != nil {
      repeat {
        titles[place] = GraphTables.second(titles[place])
      } while carried.contains {
        $0.name.isExactly(titles[place])
      }
    }
    return titles
  }
}

extension Network.CarriedColumn {
  /// Whether all of its cells are numbers as programs write them, so that a column of numbers gives the same cells back.
  var areNumbers: Bool {
    var hasAny = false
    for row in 0..<count {
      let cell = self[row]
      if cell.isEmpty { continue }
      guard let number = Double(decimal: cell), number.isFinite, number.plain == cell else { return false }
      hasAny = true
    }
    return hasAny
  }
}

extension CannotWrite {
  /// That a text holds what no file of the format can.
  static func unwritable(_ text: String, in format: Phrase) -> CannotWrite {
    CannotWrite(
      message: Phrase(
        "“\(text.shortened.visible)” holds a control character, which a \(format.en) cannot hold. Remove it, or write a snapshot (.kesi).",
        zh: "“\(text.shortened.visible)”含有控制字符，\(format.zh)无法保存。请删去该字符，或改写为快照（.kesi）。"),
      isClosedPipe: false)
  }

  /// That an actor has no id.
  static let noID = CannotWrite(
    message: Phrase("an actor has no id, by which ties could name it.", zh: "有主体没有编号，联系无从指明。"), isClosedPipe: false)
}
