import KesiNetwork

/// What a line of a network is, told by its keys, and by the word under `type` where that is one for it.
struct LineShape {
  enum Kind { case node, tie, header }

  /// What stands under a key.
  enum Role {
    /// What is said elsewhere, such as that the line is a node.
    case nothing
    case id, source, target, direction
    /// An attribute, by its column.
    case column(Int)
    /// An object of attributes, as Neo4j has it, and a list of its labels.
    case properties, labels
  }

  let kind: Kind
  /// In the order of the keys.
  let roles: [Role]

  var hasLabels: Bool { roles.contains { if case .labels = $0 { true } else { false } } }

  /// Words under `type` that say what a line is.
  static let words: [String: Kind] = [
    "node": .node, "vertex": .node, "actor": .node, "节点": .node, "主体": .node,
    "edge": .tie, "link": .tie, "tie": .tie, "relationship": .tie, "边": .tie, "联系": .tie,
    "graph": .header, "network": .header,
  ]
  static let typeKey = "type"

  /// - Parameters:
  ///   - stated: what the line says that it is; nil where it does not.
  ///   - column: the place of the column of an attribute.
  /// - Throws: `BadShape` where it is none of these, or may be either.
  init(_ keys: [String], stated: Kind?, column: (_ key: String, Kind) throws -> Int) throws {
    let isNeo = keys.containsExactly("start") && keys.containsExactly("end") && stated == .tie
    let ends = isNeo ? nil : Self.ends(of: keys)
    let id = Self.id(of: keys)
    switch stated {
    case let kind?: self.kind = kind
    case nil:
      if let command = ResultLine.command(of: keys) { throw ResultLine.refusal(command) }
      if let ends {
        // Periods are from and to, too.
        guard !ends.areDoubtful || id == nil || !keys.containsExactly("name") else { throw Self.unclear }
        kind = .tie
      } else if id != nil {
        kind = .node
      } else if keys.containsExactly("graph") || keys.containsExactly("directed") {
        kind = .header
      } else {
        throw Self.neither(keys)
      }
    }
    let direction = Self.direction(among: keys)
    let (kind, isStated) = (kind, stated != nil)
    let hasProperties = isStated && keys.containsExactly("properties")
    guard kind != .tie || isNeo || ends != nil else { throw Self.missing("source", "target", zh: "source 与 target") }
    guard kind != .node || id != nil else { throw Self.missing("id", zh: "id") }
    roles = try keys.enumerated().map { place, key in
      if kind == .header || isStated && key.isExactly(Self.typeKey) { return .nothing }
      if hasProperties, key.isExactly("properties") { return .properties }
      if kind == .node {
        if place == id { return .id }
        if hasProperties, key.isExactly("labels") { return .labels }
        return .column(try column(key, kind))
      }
      if isNeo {
        switch key {
        case "start": return .source
        case "end": return .target
        // Of what Neo4j numbers nothing is said by its number.
        case "id": return .nothing
        case "label": return .column(try column(TieColumns.kind.head.id, kind))
        default: break
        }
      }
      if place == ends?.source { return .source }
      if place == ends?.target { return .target }
      if place == direction { return .direction }
      // What ties are called has no name that would be one of a column that Kesi knows.
      return .column(try column(key.isExactly("id") ? GraphTables.edgeIDTitle : key, kind))
    }
  }

  private static func ends(of keys: [String]) -> (source: Int, target: Int, areDoubtful: Bool)? {
    let heads = Tie.heads
    guard let source = place(of: TieColumns.source.head, among: heads, keys),
      let target = place(of: TieColumns.target.head, among: heads, keys)
    else { return nil }
    return (source, target, keys[source].isExactly("from") && keys[target].isExactly("to"))
  }

  /// Where the id of a node stands; its name where it has none.
  private static func id(of keys: [String]) -> Int? {
    place(of: ActorColumns.id.head, among: Actor.heads, keys)
      ?? place(of: ActorColumns.name.head, among: Actor.heads, keys)
  }

  /// By a name that means nothing else: what else is called a direction may be one to the north.
  private static func direction(among keys: [String]) -> Int? {
    let head = TieColumns.directed.head
    let names = ([head.id] + head.names).map(\.plainWord)
    return keys.firstIndex { names.contains($0.plainWord) }
  }

  /// Where the column stands: as it is called in English, or by another of its names.
  private static func place(of head: ColumnHead, among heads: [ColumnHead], _ keys: [String]) -> Int? {
    if let place = keys.firstIndex(where: { $0.isExactly(head.id) }) { return place }
    return heads.meanings(of: keys).firstIndex { $0.map { heads[$0.column].isSame(as: head) } ?? false }
  }

  // MARK: What is wrong

  private static var unclear: BadShape {
    BadShape(
      message: Phrase(
        "may be a node (id, name) or a tie (from, to). Add \"type\": \"node\" or \"type\": \"edge\" to such lines.",
        zh: "可能是节点（id、name），也可能是联系（from、to）。请在此类行中加上 \"type\": \"node\" 或 \"type\": \"edge\"。"))
  }

  private static func neither(_ keys: [String]) -> BadShape {
    let found = keys.prefix(8).map(\.shortened).joined(separator: ", ") + (keys.count > 8 ? ", …" : "")
    return BadShape(
      message: Phrase(
        "is neither a tie (source and target) nor a node (id): it has \(found.isEmpty ? "nothing" : found). Add what is missing, or leave the line out.",
        zh: "既不是联系（source 与 target），也不是节点（id）：本行\(found.isEmpty ? "为空" : "有 " + found)。请补全，或删去此行。"))
  }

  private static func missing(_ keys: String..., zh: String) -> BadShape {
    BadShape(
      message: Phrase(
        "has no \(keys.joined(separator: " and ")). Every such line needs it: add it.", zh: "缺少 \(zh)。每一行都须填写，请补上。"))
  }
}
