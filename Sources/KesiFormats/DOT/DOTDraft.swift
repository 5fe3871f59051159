import KesiNetwork

/// What nodes or edges state, by the numbers of attributes; the later of two counts.
struct DOTCells {
  private(set) var all: [(title: Int, value: DOTText)] = []

  mutating func set(_ title: Int, _ value: DOTText) {
    if let place = all.firstIndex(where: { $0.title == title }) {
      all[place].value = value
    } else {
      all.append((title, value))
    }
  }
}

/// The titles of attributes, by their numbers.
struct DOTTitles {
  private(set) var all: [DOTText] = []
  private var numbers: [DOTText: Int] = [:]

  mutating func number(_ title: DOTText) -> Int {
    if let number = numbers[title] { return number }
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
    var cells: DOTCells
    var labels: [Int] = []
  }

  struct Edge {
    let (tail, head): (Int, Int)
    let line: Int
    let key: DOTText?
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
  /// How many bytes a table of what nodes or edges state may take: a default stands once in the file, and in each row.
  let mostBytes: Int

  /// - Parameter length: of the file.
  init(length: Int) { mostBytes = max(1 << 28, 4 * length) }

  func checkTitles() throws {
    guard nodeTitles.all.count < Sheet.mostColumns, edgeTitles.all.count < Sheet.mostColumns else {
      throw GraphFault.tooManyColumns
    }
  }

  mutating func node(_ id: DOTText, over defaults: DOTCells, _ line: Int) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = nodes.count
    nodes.append(Node(id: id, line: line, cells: defaults))
    return nodes.count - 1
  }

  mutating func addEdge(
    _ tail: Int, _ head: Int, _ key: DOTText?, _ cells: DOTCells, over defaults: DOTCells, _ line: Int
  ) {
    var stated = defaults
    for (title, value) in cells.all { stated.set(title, value) }
    guard isStrict || key != nil else {
      return edges.append(Edge(tail: tail, head: head, line: line, key: nil, cells: stated))
    }
    let ends = isDirected ? (tail, head) : (min(tail, head), max(tail, head))
    let id = EdgeKey(low: ends.0, high: ends.1, key: isStrict ? nil : key)
    if let edge = known[id] {
      for (title, value) in cells.all { edges[edge].cells.set(title, value) }
    } else {
      known[id] = edges.count
      edges.append(Edge(tail: tail, head: head, line: line, key: key, cells: stated))
    }
  }

  mutating func addLabel(_ name: DOTText, within parent: Int?) -> Int {
    labels.append(Label(text: name, parent: parent))
    return labels.count - 1
  }

  /// Lets a node be in a subgraph, and not in those around it, which that says.
  mutating func place(_ node: Int, in label: Int) {
    guard !nodes[node].labels.contains(where: { isWithin($0, label) }) else { return }
    nodes[node].labels = nodes[node].labels.filter { !isWithin(label, $0) } + [label]
  }

  private func isWithin(_ label: Int, _ outer: Int) -> Bool {
    var next: Int? = label
    while let here = next {
      if here == outer { return true }
      next = labels[here].parent
    }
    return false
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
