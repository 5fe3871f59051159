import KesiNetwork

/// Gathers a graph from Pajek: a network (`.net`), or a project (`.paj`) of one network with partitions and vectors.
///
/// Vertices are known by their labels where these are all there and differ, else by their numbers. Relations are kinds of
/// ties. `*Vertices 7 4` is a network of two modes: the first four vertices are members of the others.
///
/// - Source: V. Batagelj, A. Mrvar, *Pajek: Program for Analysis and Visualization of Large Networks, Reference Manual*.
struct PajekReader {
  enum Section {
    case none, vertices, arcs, edges, arcsList, edgesList, matrix
    case values(Int)
    case other
  }

  struct Vertex {
    var label: [UInt8] = []
    var line = 0
    /// Attributes by the places of their columns.
    var cells: [(place: Int, value: [UInt8])] = []
  }

  /// What vertices may be drawn as.
  static let shapes: Set<String> = [
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "circle", "house", "man", "woman",
  ]

  var vertices: [Vertex] = []
  private var hasNetwork = false
  /// How many vertices are of the first mode; nil for networks of one.
  var rows: Int?
  var section = Section.none
  var relation: [UInt8] = []
  private var next = 0
  /// What the numbers of the partition or vector under way stand for.
  private var classes: [[UInt8]: [UInt8]] = [:]
  private var ids: [[UInt8]] = []

  static func read(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    var reader = PajekReader()
    while !scanner.isAtEnd { try reader.readLine(&scanner, into: &graph) }
    guard reader.hasNetwork else {
      throw BadShape(
        message: Phrase("there are no *Vertices in it. Check that it is a network.", zh: "没有 *Vertices 部分，请核对是否为网络文件。"))
    }
    try reader.settle(&graph)
  }

  private mutating func readLine(_ scanner: inout GraphScanner, into graph: inout GraphTables) throws {
    scanner.skipBlanksInLine()
    if scanner.isAtLineEnd { return scanner.skipLine() }
    if scanner.next == UInt8(ascii: "%") {
      if case .values = section { try readClass(&scanner) }
      return scanner.skipLine()
    }
    if scanner.next == UInt8(ascii: "*") {
      try begin(try words(&scanner), at: scanner.line, most: scanner.mostDeclared, &graph)
      return scanner.skipLine()
    }
    let line = scanner.line
    switch section {
    case .vertices: try readVertex(try words(&scanner), line, &graph)
    case .arcs: try readTie(try words(&scanner), line, isDirected: true, &graph)
    case .edges: try readTie(try words(&scanner), line, isDirected: false, &graph)
    case .arcsList: try readList(try words(&scanner), line, isDirected: true, &graph)
    case .edgesList: try readList(try words(&scanner), line, isDirected: false, &graph)
    case .matrix: return try readMatrix(&scanner, &graph)
    case .values(let place): try readValue(try words(&scanner), place)
    case .none:
      throw BadShape.expected(Phrase("*Vertices", zh: "*Vertices"), text(try words(&scanner).first ?? []))
    case .other: break
    }
    scanner.skipLine()
  }

  /// The words up to the end of the line; what stands in quotes is one.
  private func words(_ scanner: inout GraphScanner) throws -> [[UInt8]] {
    var words: [[UInt8]] = []
    while true {
      scanner.skipBlanksInLine()
      guard !scanner.isAtLineEnd else { return words }
      if scanner.next == UInt8(ascii: "\"") {
        scanner.skip()
        words.append(PajekText.decoded(try scanner.take(to: UInt8(ascii: "\""))))
      } else {
        words.append(Array(scanner.take { $0 > 0x20 }))
      }
    }
  }

  func text(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self) }

  private func number(_ word: [UInt8]?, _ what: Phrase) throws -> Int {
    let text = word.map(self.text) ?? ""
    guard let number = Int(text) else { throw BadShape.expected(what, text.isEmpty ? "–" : text) }
    return number
  }

  /// The place of a vertex, from 0.
  func vertex(_ word: [UInt8]?) throws -> Int {
    let number = try number(word, Phrase("the number of a vertex", zh: "顶点编号"))
    guard (1...max(1, vertices.count)).contains(number), !vertices.isEmpty else {
      throw BadShape(
        message: Phrase(
          "there is no vertex \(number): *Vertices says \(vertices.count). Correct the line.",
          zh: "没有编号为 \(number) 的顶点：*Vertices 声明了 \(vertices.count) 个。请改正此行。"))
    }
    return number - 1
  }

  // MARK: Sections

  /// - Parameter most: how many vertices there may be.
  private mutating func begin(
    _ words: [[UInt8]], at line: Int, most: Int, _ graph: inout GraphTables
  ) throws {
    let title = text(words[0]).lowercased()
    relation = []
    switch title {
    case "*network":
      section = .none
      if words.count > 1, graph.title == nil { graph.title = words.dropFirst().map(text).joined(separator: " ") }
    case "*vertices":
      // Those of a partition or a vector say its length again.
      if case .values = section {
        next = 0
        return
      }
      guard !hasNetwork else {
        throw BadShape(
          message: Phrase(
            "is a second network. Kesi reads one a file: keep one of them.",
            zh: "是第二个网络。每个文件只能有一个，请只保留一个。"))
      }
      hasNetwork = true
      let count = try number(words.count > 1 ? words[1] : nil, Phrase("the number of vertices", zh: "顶点数"))
      guard (0...most).contains(count) else {
        throw BadShape(
          message: Phrase(
            "\(count) vertices cannot be held by a file of this length. Check the number.",
            zh: "文件长度与 \(count) 个顶点不符，请核对顶点数。"))
      }
      if words.count > 2 {
        let rows = try number(words[2], Phrase("the number of vertices of the first mode", zh: "第一类顶点数"))
        guard (0...count).contains(rows) else {
          throw BadShape(
            message: Phrase(
              "the first mode has \(rows) of \(count) vertices. Correct the numbers.",
              zh: "第一类顶点数 \(rows) 超过总数 \(count)，请改正。"))
        }
        self.rows = rows
      }
      vertices = [Vertex](repeating: Vertex(), count: count)
      section = .vertices
    case "*arcs", "*edges":
      section = title == "*arcs" ? .arcs : .edges
      // `:1 "friends"`, or a name alone.
      relation = words.count > 2 ? words[2] : words.count > 1 ? Array(words[1].drop { $0 == UInt8(ascii: ":") }) : []
    case "*arcslist": section = .arcsList
    case "*edgeslist": section = .edgesList
    case "*matrix": section = .matrix
    case "*partition", "*vector":
      let name = words.dropFirst().map(text).joined(separator: " ")
      section = .values(try graph.attribute(name.isEmpty ? String(title.dropFirst()) : name, of: \.actors))
      // What Pajek writes where a value is missing.
      let none = title == "*vector" ? PajekValues.noNumber : PajekValues.noClass
      classes = [Array(none.utf8): []]
      next = 0
    default:
      section = .other
      graph.note(
        .notice, at: line, "“\(title.shortened)” of Pajek is not kept.", zh: "Pajek 的“\(title.shortened)”部分未保留。")
    }
    if !hasNetwork {
      switch section {
      case .none: break
      default: throw BadShape.expected(Phrase("*Vertices", zh: "*Vertices"), title)
      }
    }
  }

  private mutating func readVertex(_ words: [[UInt8]], _ line: Int, _ graph: inout GraphTables) throws {
    let place = try vertex(words.first)
    guard vertices[place].line == 0 else {
      throw BadShape(
        message: Phrase(
          "vertex \(place + 1) is there twice. Keep one of them.", zh: "顶点 \(place + 1) 重复出现，请只保留一个。"))
    }
    vertices[place].line = line
    if words.count > 1 { vertices[place].label = words[1] }
    var rest = words.dropFirst(2)
    for title in ["x", "y", "z"] {
      guard let word = rest.first, Double(decimal: text(word)) != nil else { break }
      vertices[place].cells.append((try graph.attribute(title, of: \.actors), word))
      rest = rest.dropFirst()
    }
    while let word = rest.popFirst() {
      switch text(word) {
      case let shape where Self.shapes.contains(shape):
        vertices[place].cells.append((try graph.attribute("shape", of: \.actors), word))
      case "ic":
        if let color = rest.popFirst() {
          vertices[place].cells.append((try graph.attribute("color", of: \.actors), color))
        }
      default:
        // How else it is drawn: a word and its value.
        _ = rest.popFirst()
      }
    }
  }

  /// What a class is called, where a comment says it as Kesi writes it.
  private mutating func readClass(_ scanner: inout GraphScanner) throws {
    var ahead = scanner
    guard ahead.take(while: { $0 > 0x20 }).elementsEqual(PajekValues.classMark.utf8) else { return }
    scanner = ahead
    let words = try words(&scanner)
    if words.count == 2 { classes[words[0]] = words[1] }
  }

  private mutating func readValue(_ words: [[UInt8]], _ place: Int) throws {
    guard let value = words.first else { return }
    guard next < vertices.count else {
      throw BadShape(
        message: Phrase(
          "there are more values than the \(vertices.count) vertices. Remove those that are too many.",
          zh: "数值多于顶点数 \(vertices.count)，请删去多余的。"))
    }
    vertices[next].cells.append((place, classes[value] ?? value))
    next += 1
  }

  // MARK: Vertices

  /// Hands over the vertices, by their numbers; labels are their ids where each has one of its own.
  private func settle(_ graph: inout GraphTables) throws {
    let label = try graph.actors.column("label")
    for (place, vertex) in vertices.enumerated() {
      let isActor = place < rows ?? vertices.count
      let id = "\(place + 1)"
      if isActor {
        graph.actors.set(graph.id, id)
        graph.actors.set(label, vertex.label)
        for (column, value) in vertex.cells { graph.actors.set(column, value) }
        try graph.actors.endRow(line: vertex.line)
      } else {
        graph.consortia.set(graph.consortiumID, id)
        graph.consortia.set(try graph.consortia.column("name"), vertex.label)
        try graph.consortia.endRow(line: vertex.line)
      }
    }
    graph.idsAreNames = true
    graph.ownsWeights = true
  }
}
