import KesiNetwork

/// Gathers a graph from GML, as igraph, NetworkX, Gephi and yEd write it: lists of keys with numbers, texts or lists.
///
/// What stands in lists within nodes and edges is kept under the names of both (`graphics.fill`), places and colors under
/// their own; a key that comes several times has its values one behind the other. Graphs within nodes are refused.
///
/// - Source: M. Himsolt, *GML: A portable Graph File Format*, University of Passau, 1997.
struct GMLReader {
  /// How deep lists may lie in lists.
  private static let mostDepth = 64

  private enum Value {
    case word(UnsafeBufferPointer<UInt8>)
    case text([UInt8])
    case list
  }

  private var hasGraph = false
  private var isDirected = false
  /// Keys that stand for titles which are no keys of GML, and these.
  private var titles: [String: String] = [:]
  private var nodePlaces: [String: Int] = [:]
  private var edgePlaces: [String: Int] = [:]
  /// Whether nodes are numbered from 0 or 1 on.
  private var areNumbered = true

  static func read(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    var reader = GMLReader()
    while let key = try reader.key(&scanner) {
      let value = try reader.value(&scanner)
      if key == "graph", case .list = value {
        guard !reader.hasGraph else { throw GraphFault.secondGraph }
        reader.hasGraph = true
        try reader.readGraph(&scanner, into: &graph)
      } else if case .list = value {
        try reader.skipList(&scanner, depth: 1)
      }
    }
    guard reader.hasGraph else { throw Problem.noGraph(in: graph.file).shape }
    if reader.areNumbered, graph.actors.hasColumn(ActorColumns.name.head.id) { graph.idAttribute = reader.labelTitle }
  }

  /// What the column of labels is called: an attribute may be called so as well.
  private var labelTitle: String { titles.values.contains("label") ? "gml label" : "label" }

  // MARK: Grammar

  /// The next key; nil at the end of a list or of the file.
  private func key(_ scanner: inout GraphScanner) throws -> String? {
    skipBlanks(&scanner)
    guard let first = scanner.next, first != UInt8(ascii: "]") else { return nil }
    let key = scanner.take(while: Self.isOfWord)
    guard !key.isEmpty else {
      throw BadShape.expected(Phrase("a key", zh: "键名"), String(decoding: [first], as: UTF8.self))
    }
    return String(decoding: key, as: UTF8.self)
  }

  private func value(_ scanner: inout GraphScanner) throws -> Value {
    skipBlanks(&scanner)
    switch scanner.next {
    case UInt8(ascii: "["):
      scanner.skip()
      return .list
    case UInt8(ascii: "\""):
      scanner.skip()
      return .text(GMLEntities.decoded(try scanner.take(to: UInt8(ascii: "\""))))
    case nil, UInt8(ascii: "]"):
      throw BadShape.expected(Phrase("a value", zh: "值"), scanner.next == nil ? "" : "]")
    default: return .word(scanner.take(while: Self.isOfWord))
    }
  }

  private func endList(_ scanner: inout GraphScanner) throws {
    guard scanner.next == UInt8(ascii: "]") else { throw BadShape.expected(Phrase("]", zh: "“]”"), "") }
    scanner.skip()
  }

  /// Blanks and comments.
  private func skipBlanks(_ scanner: inout GraphScanner) {
    scanner.skipBlanks()
    while scanner.next == UInt8(ascii: "#") {
      scanner.skipLine()
      scanner.skipBlanks()
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]") && byte != UInt8(ascii: "\"")
  }

  private func skipList(_ scanner: inout GraphScanner, depth: Int) throws {
    guard depth < Self.mostDepth else { throw Self.tooDeep }
    while try key(&scanner) != nil {
      if case .list = try value(&scanner) { try skipList(&scanner, depth: depth + 1) }
    }
    try endList(&scanner)
  }

  private static let tooDeep = BadShape(
    message: Phrase(
      "lists are nested more than \(mostDepth) deep. Check where the file is from.",
      zh: "列表嵌套超过 \(mostDepth) 层，请核对文件来源。"))

  // MARK: Graph

  private mutating func readGraph(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    while let key = try key(&scanner) {
      let line = scanner.line
      switch (key, try value(&scanner)) {
      case ("node", .list): try readNode(&scanner, line, into: &graph)
      case ("edge", .list): try readEdge(&scanner, line, into: &graph)
      case (Self.titlesKey, .list): try readTitles(&scanner)
      case (_, .list):
        try skipList(&scanner, depth: 2)
        graph.note(
          .notice, at: line, "“\(key.shortened)” of the whole graph is not kept.", zh: "整个图的属性“\(key.shortened)”未保留。")
      case ("directed", .word(let word)): isDirected = word.elementsEqual("1".utf8)
      // NetworkX says that ties may be parallel, which they may be anyhow.
      case ("multigraph", _): break
      case (_, .word(let word)): graph.set(graphAttribute: key, String(decoding: word, as: UTF8.self), at: line)
      case (_, .text(let text)): graph.set(graphAttribute: key, String(decoding: text, as: UTF8.self), at: line)
      }
    }
    try endList(&scanner)
  }

  /// Under which key of the graph it says which keys stand for titles that are none.
  static let titlesKey = "kesi_titles"

  private mutating func readTitles(_ scanner: inout GraphScanner) throws {
    while let key = try key(&scanner) {
      switch try value(&scanner) {
      case .text(let title): titles[key] = String(decoding: title, as: UTF8.self)
      case .word: break
      case .list: try skipList(&scanner, depth: 3)
      }
    }
    try endList(&scanner)
  }

  private mutating func readNode(_ scanner: inout GraphScanner, _ line: Int, into graph: inout GraphTables) throws {
    var hasID = false
    try readAttributes(&scanner, of: \.actors, into: &graph) { key, value, graph in
      guard key == "id", !hasID else { return false }
      hasID = true
      graph.beginNode(value)
      return true
    }
    guard hasID else { throw Self.missing("id", line) }
    let number = graph.actors.rows.rowCount
    let id = graph.actors.pending(graph.id)
    areNumbered = areNumbered && (id.elementsEqual("\(number)".utf8) || id.elementsEqual("\(number + 1)".utf8))
    try graph.actors.endRow(line: line)
  }

  private mutating func readEdge(_ scanner: inout GraphScanner, _ line: Int, into graph: inout GraphTables) throws {
    let isDirected = isDirected
    graph.beginEdge([], [], isDirected: isDirected)
    try readAttributes(&scanner, of: \.ties, into: &graph) { key, value, graph in
      switch key {
      case "source": graph.ties.set(graph.source, value)
      case "target": graph.ties.set(graph.target, value)
      // By the key NetworkX tells parallel ties apart.
      case "id", "key": try graph.setEdgeID(value)
      default: return graph.setDirection(byAttribute: key, value)
      }
      return true
    }
    if graph.ties.pending(graph.source).isEmpty { throw Self.missing("source", line) }
    if graph.ties.pending(graph.target).isEmpty { throw Self.missing("target", line) }
    try graph.ties.endRow(line: line)
  }

  private static func missing(_ key: String, _ line: Int) -> BadShape {
    BadShape(
      message: Phrase(
        "what ends here (it began in line \(line)) has no \(key). Every one needs it: add it, or write the file anew.",
        zh: "到此为止的一项（始于第 \(line) 行）缺少 \(key)。每个都须填写：请补上，或重新导出。"))
  }

  // MARK: Attributes

  /// - Parameter take: takes what has a place of its own; false for other attributes.
  private mutating func readAttributes(
    _ scanner: inout GraphScanner, of table: WritableKeyPath<GraphTables, GraphTable>, into graph: inout GraphTables,
    _ take: (String, [UInt8], inout GraphTables) throws -> Bool
  ) throws {
    /// The keys of the lists that are open.
    var names: [String] = []
    while true {
      guard let key = try key(&scanner) else {
        try endList(&scanner)
        if names.popLast() == nil { return }
        continue
      }
      let value: [UInt8]
      switch try self.value(&scanner) {
      case .list:
        if key == "graph" {
          throw BadShape(
            message: Phrase(
              "is a graph within a node. Kesi has no such groups: ungroup it in the program that made it, and write the file anew.",
              zh: "是嵌套在节点内的图（分组）。Kesi 没有此类分组：请在原来的软件中取消分组后重新导出。"))
        }
        guard names.count < Self.mostDepth else { throw Self.tooDeep }
        names.append(key)
        continue
      case .word(let word): value = Array(word)
      case .text(let text): value = text
      }
      if names.isEmpty, try take(key, value, &graph) { continue }
      let place = try place(of: names + [key], table, &graph)
      if graph[keyPath: table].pending(place).isEmpty {
        graph[keyPath: table].set(place, value)
      } else {
        graph[keyPath: table].add(place, [UInt8(ascii: ";")] + value)
      }
    }
  }

  private mutating func place(
    of names: [String], _ table: WritableKeyPath<GraphTables, GraphTable>, _ graph: inout GraphTables
  ) throws -> Int {
    let key = names.joined(separator: ".")
    let isOfNodes = table == \.actors
    if let place = isOfNodes ? nodePlaces[key] : edgePlaces[key] { return place }
    let title = key == "label" && isOfNodes ? labelTitle : Self.looks[key] ?? titles[key] ?? key
    let place = try graph.attribute(title, of: table)
    if isOfNodes { nodePlaces[key] = place } else { edgePlaces[key] = place }
    return place
  }

  /// What Gephi and yEd write of how nodes look.
  private static let looks = [
    "graphics.x": "x", "graphics.y": "y", "graphics.z": "z", "graphics.fill": "color", "graphics.type": "shape",
  ]
}

extension Problem {
  /// The same for one who knows the place.
  fileprivate var shape: BadShape { BadShape(message: message) }
}
