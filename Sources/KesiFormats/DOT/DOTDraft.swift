import KesiNetwork

/// What nodes or edges state, by the numbers of attributes; the later of two counts.
struct DOTCells {
  private(set) var all: [(title: Int, value: DOTText)] = []
  /// Where each stands, where there are more than are looked through at once.
  private var places: [Int: Int] = [:]
  private static let mostInList = 16

  mutating func set(_ title: Int, _ value: DOTText) {
    if let place = places.isEmpty ? all.firstIndex(where: { $0.title == title }) : places[title] {
      all[place].value = value
      return
    }
    all.append((title, value))
    if all.count > Self.mostInList {
      for place in places.count..<all.count { places[all[place].title] = place }
    }
  }

  /// States all that others do, too.
  mutating func set(_ others: DOTCells) {
    if all.isEmpty { self = others } else { for (title, value) in others.all { set(title, value) } }
  }

  /// The same, with defaults for what they do not state.
  func over(_ defaults: DOTCells) -> DOTCells {
    guard !all.isEmpty, !defaults.all.isEmpty else { return all.isEmpty ? defaults : self }
    var merged = defaults
    merged.set(self)
    return merged
  }
}

/// The titles of attributes, by their numbers.
struct DOTTitles {
  private(set) var all: [DOTText] = []
  private var numbers: [DOTText: Int] = [:]

  /// - Throws: `GraphFault` where there are more than a table may have columns.
  mutating func number(_ title: DOTText) throws -> Int {
    if let number = numbers[title] { return number }
    guard all.count < Sheet.mostColumns else { throw GraphFault.tooManyColumns }
    numbers[title] = all.count
    all.append(title)
    return all.count - 1
  }
}

/// The nodes of a subgraph.
struct DOTGroup {
  var number = 0
  /// What it is called, by its number; nil where it has no name.
  var label: Int?
  private(set) var members: [Int] = []
  private var known: Set<Int> = []

  init(number: Int = 0) { self.number = number }

  mutating func add(_ node: Int) { if known.insert(node).inserted { members.append(node) } }
}

/// What holds within braces.
struct DOTScope {
  var nodes = DOTCells()
  var edges = DOTCells()
  var group = DOTGroup()
  /// The innermost subgraph around it that has a name.
  var innermost: Int?
}

/// A graph of DOT under way: any statement may say more of any node, so that all is kept until the end.
struct DOTDraft {
  struct Node {
    let id: DOTText
    let line: Int
    /// What held for nodes where it first stood: many share it.
    let defaults: DOTCells
    var cells = DOTCells()
    /// The subgraphs in which it stands, in that order.
    var labels: [Int] = []
  }

  struct Edge {
    let (tail, head): (Int, Int)
    let line: Int
    let key: DOTText?
    let defaults: DOTCells
    var cells: DOTCells
  }

  /// A subgraph that has a name.
  struct Label {
    var text: DOTText
    let parent: Int?
  }

  /// By what an edge is known: two of the same are one.
  private struct EdgeKey: Hashable {
    let (low, high): (Int, Int)
    let key: DOTText?
  }

  var name: DOTText?
  var (isStrict, isDirected) = (false, false)
  var (nodes, edges): ([Node], [Edge]) = ([], [])
  var (nodeTitles, edgeTitles) = (DOTTitles(), DOTTitles())
  var labels: [Label] = []
  var graphAttributes: [(title: DOTText, value: DOTText, line: Int)] = []
  /// What is said of how the whole or a part is drawn, and is not kept.
  var dropped = DroppedTitles()
  /// Where the first port is.
  var portLine: Int?
  private var numbers: [DOTText: Int] = [:]
  private var known: [EdgeKey: Int] = [:]

  private struct Membership: Hashable { let (node, label): (Int, Int) }

  private var memberships: Set<Membership> = []
  /// How many cells nodes and edges state, those by defaults among them, and how many they may: what stands once in the file
  /// is one in each row.
  private var cellCount = 0
  private let mostCells: Int
  /// How many bytes a table of what nodes or edges state may take: a default stands once in the file, and in each row.
  let mostBytes: Int

  /// - Parameter length: of the file.
  init(length: Int) {
    mostBytes = max(1 << 28, 4 * length)
    mostCells = max(1 << 24, length)
  }

  /// - Throws: `GraphFault` where all state too much to be held.
  private mutating func count(_ cells: DOTCells) throws {
    cellCount += cells.all.count
    guard cellCount <= mostCells else { throw GraphFault.tooManyCells }
  }

  mutating func node(_ id: DOTText, over defaults: DOTCells, _ line: Int) throws -> Int {
    if let number = numbers[id] { return number }
    try count(defaults)
    numbers[id] = nodes.count
    nodes.append(Node(id: id, line: line, defaults: defaults))
    return nodes.count - 1
  }

  /// Lets a node state more.
  mutating func set(_ cells: DOTCells, of node: Int) throws {
    try count(cells)
    nodes[node].cells.set(cells)
  }

  mutating func addEdge(
    _ tail: Int, _ head: Int, _ key: DOTText?, _ cells: DOTCells, over defaults: DOTCells, _ line: Int
  ) throws {
    try count(cells)
    func add() throws {
      try count(defaults)
      edges.append(Edge(tail: tail, head: head, line: line, key: key, defaults: defaults, cells: cells))
    }
    guard isStrict || key != nil else { return try add() }
    let ends = isDirected ? (tail, head) : (min(tail, head), max(tail, head))
    let id = EdgeKey(low: ends.0, high: ends.1, key: isStrict ? nil : key)
    if let edge = known[id] {
      edges[edge].cells.set(cells)
    } else {
      known[id] = edges.count
      try add()
    }
  }

  mutating func addLabel(_ name: DOTText, within parent: Int?) -> Int {
    labels.append(Label(text: name, parent: parent))
    return labels.count - 1
  }

  /// Lets a node be in a subgraph.
  mutating func place(_ node: Int, in label: Int) {
    if memberships.insert(Membership(node: node, label: label)).inserted { nodes[node].labels.append(label) }
  }

  /// The subgraphs in which a node is, but for those around one of them, which that says.
  func innermost(of node: Node) -> [Int] {
    guard node.labels.count > 1 else { return node.labels }
    var outer: Set<Int> = []
    for label in node.labels {
      var next = labels[label].parent
      while let here = next, outer.insert(here).inserted { next = labels[here].parent }
    }
    return node.labels.filter { !outer.contains($0) }
  }
}

/// Titles with the line in which each first stands, to be said once for all.
struct DroppedTitles {
  private(set) var titles: [ExactText] = []
  private(set) var line = 0
  private var known: Set<ExactText> = []

  mutating func insert(_ title: ExactText, _ line: Int) {
    guard known.insert(title).inserted else { return }
    if titles.isEmpty { self.line = line }
    titles.append(title)
  }
}
