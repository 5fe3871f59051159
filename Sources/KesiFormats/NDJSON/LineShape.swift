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
  /// Where the weight of a tie stands.
  let weight: Int?
  /// Where the word stands by which the line may say what it is, or which way it goes.
  let type: Int?
  /// Whether a tie goes from its first end to the second as a matter of course, as relationships of Neo4j do.
  let isDirected: Bool
  /// Where `from` and `to` stand, and whether an id does, on a line that does not say what it is: they are ends of a tie,
  /// unless their values are dates, between which a node was there.
  let doubtful: (from: Int, to: Int, isNamed: Bool)?

  var hasLabels: Bool { roles.contains { if case .labels = $0 { true } else { false } } }

  /// Words under `type` that say what a line is.
  static let words: [String: Kind] = [
    "node": .node, "vertex": .node, "actor": .node, "节点": .node, "主体": .node,
    "edge": .tie, "link": .tie, "tie": .tie, "relationship": .tie, "边": .tie, "联系": .tie,
    "graph": .header, "network": .header,
  ]
  static let typeKey = "type"

  /// Where the word stands by which a line says what it is.
  static func typePlace(among keys: [String]) -> Int? {
    // Asked of every line: without a text of its own.
    keys.firstIndex { $0.isExactly(typeKey) }
      ?? keys.firstIndex { $0.utf8.count == 4 && zip($0.utf8, typeKey.utf8).allSatisfy { $0 | 0x20 == $1 } }
  }

  /// - Parameters:
  ///   - meant: what the keys mean.
  ///   - stated: what the line says that it is; nil where it does not.
  ///   - column: the place of the column of an attribute.
  /// - Throws: `BadShape` where it is none of these, or may be either.
  init(
    _ keys: [String], meaning meant: LineKeys, stated: Kind?, column: (_ key: String, Kind) throws -> Int
  ) throws {
    let isNeo = keys.containsExactly("start") && keys.containsExactly("end") && stated == .tie
    let ends = isNeo ? nil : meant.ends
    let id = meant.id
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
      } else if keys.contains(where: { ["graph", "directed"].contains($0.plainWord) }) {
        kind = .header
      } else {
        throw Self.neither(keys)
      }
    }
    let (kind, isStated) = (kind, stated != nil)
    weight = kind == .tie ? meant.weight : nil
    doubtful =
      if let ends, ends.areDoubtful, !isStated { (ends.source, ends.target, id != nil) } else { nil }
    let hasProperties = isStated && keys.containsExactly("properties")
    // Of nodes that have no properties Neo4j writes none.
    let haveKinds = kind == .node && isStated && !keys.contains { $0.plainWord == ActorColumns.kind.head.id }
    isDirected = isNeo
    guard kind != .tie || isNeo || ends != nil else { throw Self.missing("source", "target", zh: "source 与 target") }
    guard kind != .node || id != nil else { throw Self.missing("id", zh: "id") }
    let type = Self.typePlace(among: keys)
    self.type = type
    roles = try keys.enumerated().map { place, key in
      if kind == .header || isStated && place == type { return .nothing }
      if hasProperties, key.isExactly("properties") { return .properties }
      if kind == .node {
        if place == id { return .id }
        if hasProperties || haveKinds, key.isExactly("labels") { return .labels }
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
      if place == meant.direction { return .direction }
      // What ties are called has no name that would be one of a column that Kesi knows.
      return .column(try column(key.isExactly("id") ? GraphTables.edgeIDTitle : key, kind))
    }
  }

  // MARK: What is wrong

  static let unclear = BadShape(
    message: Phrase(
      "may be a node (id, name) or a tie (from, to). Add \"type\": \"node\" or \"type\": \"edge\" to such lines.",
      zh: "可能是节点（id、name），也可能是联系（from、to）。请在此类行中加上 \"type\": \"node\" 或 \"type\": \"edge\"。"))

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

  static func empty(_ key: String) -> BadShape {
    BadShape(message: Phrase("\(key) is empty. Every such line needs it: add it.", zh: "\(key) 为空。每行都须填写，请补上。"))
  }
}
