import KesiNetwork

/// Gathers a graph from DOT, as Graphviz reads it: defaults hold for what comes after them within their braces, a group
/// joined to a group is each of the one with each of the other, a strict graph has one edge a pair.
///
/// The grammar is read here and not by libcgraph: that keeps its state in the process, tells no lines of what it has read,
/// and unfolds groups without bound.
///
/// - Source: graphviz.org/doc/info/lang.html, and `lib/cgraph/grammar.y` where that leaves something open.
struct DOTReader {
  /// How deep braces may lie in braces.
  private static let mostDepth = 64

  private var words: DOTWords
  private var draft: DOTDraft
  private var isDirected = false
  /// The scopes that are open, the graph itself first.
  private var scopes: [DOTScope] = [DOTScope()]
  /// Subgraphs that may be opened again.
  private var named: [SubgraphName: DOTGroup] = [:]
  private var groupCount = 0
  /// How many edges groups may unfold into: few signs make many.
  private let mostEdges: Int

  private struct SubgraphName: Hashable {
    let parent: Int
    let name: DOTText
  }

  static func read(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    var reader = DOTReader(DOTWords(scanner))
    defer { scanner = reader.words.scanner }
    try reader.words.advance()
    try reader.readGraph()
    try reader.draft.settle(&graph)
  }

  private init(_ words: DOTWords) {
    self.words = words
    mostEdges = max(1 << 20, words.scanner.text.count)
    draft = DOTDraft(length: words.scanner.text.count)
  }

  private mutating func readGraph() throws {
    if words.isKeyword("strict") {
      draft.isStrict = true
      try words.advance()
    }
    guard words.isKeyword("graph") || words.isKeyword("digraph") else {
      throw words.unexpected(Phrase("graph or digraph", zh: "graph 或 digraph"))
    }
    isDirected = words.isKeyword("digraph")
    draft.isDirected = isDirected
    try words.advance()
    if case .text = words.next { draft.name = try words.id(Self.idWord) }
    try words.pass("{")
    try readStatements()
    try words.pass("}")
    if words.next == .end { return }
    let isSecond = words.isKeyword("graph") || words.isKeyword("digraph") || words.isKeyword("strict")
    throw isSecond ? GraphFault.secondGraph : words.unexpected(Phrase("the end of the file", zh: "文件结尾"))
  }

  private static let idWord = Phrase("an id", zh: "标识")

  // MARK: Statements

  private mutating func readStatements() throws {
    while !words.isSign("}") {
      if words.isSign(";") {
        try words.advance()
      } else if words.isKeyword("node") {
        try words.advance()
        for (title, value, _) in try attributes() {
          scopes[scopes.count - 1].nodes.set(try draft.nodeTitles.number(title), value)
        }
      } else if words.isKeyword("edge") {
        try words.advance()
        for (title, value, _) in try attributes() {
          scopes[scopes.count - 1].edges.set(try draft.edgeTitles.number(title), value)
        }
      } else if words.isKeyword("graph") {
        try words.advance()
        for (title, value, line) in try attributes() { setOfGraph(title, value, line) }
      } else {
        try readEnds()
      }
    }
  }

  /// A node, a subgraph, or edges between such; or what is said of the graph: `rankdir=LR`.
  private mutating func readEnds() throws {
    let line = words.line
    var isSubgraph = false
    var ends = [try readEnd(&isSubgraph)]
    if ends[0].isEmpty, !isSubgraph { return }
    while case .edge(let isArrow) = words.next {
      guard isArrow == isDirected else {
        throw BadShape(
          message: isArrow
            ? Phrase(
              "-> is for a digraph, and this is a graph. Write -- or call it a digraph.",
              zh: "“->”用于 digraph（有向图），而本文件是 graph（无向图）。请改为“--”，或改为 digraph。")
            : Phrase(
              "-- is for a graph, and this is a digraph. Write -> or call it a graph.",
              zh: "“--”用于 graph（无向图），而本文件是 digraph（有向图）。请改为“->”，或改为 graph。"))
      }
      try words.advance()
      var isAny = false
      ends.append(try readEnd(&isAny))
    }
    let stated = words.isSign("[") ? try attributes() : []
    if ends.count > 1 {
      try addEdges(ends, stated, line)
    } else if !isSubgraph {
      var cells = DOTCells()
      for (title, value, _) in stated { cells.set(try draft.nodeTitles.number(title), value) }
      for node in ends[0] { try draft.set(cells, of: node) }
    }
  }

  private mutating func addEdges(_ ends: [[Int]], _ stated: [(DOTText, DOTText, Int)], _ line: Int) throws {
    var cells = DOTCells()
    var key: DOTText?
    for (title, value, _) in stated {
      if title.bytes.elementsEqual("key".utf8) {
        key = value
      } else {
        cells.set(try draft.edgeTitles.number(title), value)
      }
    }
    let defaults = scopes[scopes.count - 1].edges
    for (tails, heads) in zip(ends, ends.dropFirst()) {
      let (count, overflows) = tails.count.multipliedReportingOverflow(by: heads.count)
      guard !overflows, draft.edges.count + count <= mostEdges else {
        throw BadShape(
          message: Phrase(
            "groups in braces would make more than \(mostEdges) edges, since each of one group is joined to each of the other. Write the edges one by one.",
            zh: "花括号分组两两相连，将产生超过 \(mostEdges) 条边。请逐条写出。"))
      }
      for tail in tails { for head in heads { try draft.addEdge(tail, head, key, cells, over: defaults, line) } }
    }
  }

  /// The nodes of one end: a node, several with commas between, or those of a subgraph; none where it was said of the graph.
  private mutating func readEnd(_ isSubgraph: inout Bool) throws -> [Int] {
    if words.isSign("{") || words.isKeyword("subgraph") {
      isSubgraph = true
      return try readSubgraph()
    }
    var nodes: [Int] = []
    while true {
      let line = words.line
      let id = try words.id(Phrase("a node, an edge or }", zh: "节点、边或“}”"))
      if nodes.isEmpty, words.isSign("=") {
        try words.advance()
        setOfGraph(id, try words.id(Self.valueWord), line)
        return []
      }
      let node = try draft.node(id, over: scopes[scopes.count - 1].nodes, line)
      mention(node)
      nodes.append(node)
      while words.isSign(":") {
        try words.advance()
        _ = try words.id(Phrase("a port", zh: "端口"))
        draft.portLine = draft.portLine ?? line
      }
      guard words.isSign(",") else { return nodes }
      try words.advance()
    }
  }

  private static let valueWord = Phrase("a value", zh: "值")

  /// Lets a node be in the subgraph that is open, and in the innermost that has a name.
  private mutating func mention(_ node: Int) {
    if scopes.count > 1 { scopes[scopes.count - 1].group.add(node) }
    if let label = scopes[scopes.count - 1].innermost { draft.place(node, in: label) }
  }

  private mutating func readSubgraph() throws -> [Int] {
    var name: DOTText?
    if words.isKeyword("subgraph") {
      try words.advance()
      if case .text = words.next { name = try words.id(Self.idWord) }
    }
    guard words.isSign("{") else { throw words.unexpected(Phrase("{", zh: "“{”")) }
    guard scopes.count < Self.mostDepth else {
      throw BadShape(
        message: Phrase(
          "braces are nested more than \(Self.mostDepth) deep. Check where the file is from.",
          zh: "花括号嵌套超过 \(Self.mostDepth) 层，请核对文件来源。"))
    }
    try words.advance()
    var scope = scopes[scopes.count - 1]
    let key = name.map { SubgraphName(parent: scope.group.number, name: $0) }
    if let known = key.flatMap({ named.removeValue(forKey: $0) }) {
      scope.group = known
    } else {
      groupCount += 1
      scope.group = DOTGroup(number: groupCount)
      if let name { scope.group.label = draft.addLabel(name, within: scope.innermost) }
    }
    scope.innermost = scope.group.label ?? scope.innermost
    let before = scope.group.members.count
    scopes.append(scope)
    try readStatements()
    try words.pass("}")
    let group = scopes.removeLast().group
    if scopes.count > 1 { for node in group.members[before...] { scopes[scopes.count - 1].group.add(node) } }
    if let key { named[key] = group }
    return group.members
  }

  // MARK: Attributes

  /// What stands in brackets, with the line of each.
  private mutating func attributes() throws -> [(title: DOTText, value: DOTText, line: Int)] {
    var found: [(title: DOTText, value: DOTText, line: Int)] = []
    guard words.isSign("[") else { throw words.unexpected(Phrase("[", zh: "“[”")) }
    while words.isSign("[") {
      try words.advance()
      while !words.isSign("]") {
        let line = words.line
        let title = try words.id(Phrase("an attribute or ]", zh: "属性名或“]”"))
        try words.pass("=")
        found.append((title, try words.id(Self.valueWord), line))
        if words.isSign(",") || words.isSign(";") { try words.advance() }
      }
      try words.advance()
    }
    return found
  }

  private mutating func setOfGraph(_ title: DOTText, _ value: DOTText, _ line: Int) {
    if scopes.count == 1 {
      draft.graphAttributes.append((title, value, line))
    } else if title.bytes.elementsEqual("label".utf8), let label = scopes[scopes.count - 1].group.label {
      draft.labels[label].text = value
    } else {
      draft.dropped.insert(ExactText(String(decoding: title.bytes, as: UTF8.self)), line)
    }
  }
}
