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
    /// What Pajek keeps of vertices and Kesi has no use for.
    case unused
    /// One that nobody knows, under this title: it may hold anything but data.
    case unknown(String)
    /// Behind a matrix nothing of it may follow.
    case closed
  }

  struct Vertex {
    var label: [UInt8] = []
    var line = 0
    /// Attributes by the places of their columns.
    var cells: [(place: Int, value: [UInt8])] = []
  }

  var vertices: [Vertex] = []
  private var hasNetwork = false
  /// How many vertices are of the first mode; nil for networks of one.
  var rows: Int?
  var section = Section.none
  var relation: [UInt8] = []
  /// How many values of the partition or vector under way were read.
  var valueCount = 0
  /// What it is called.
  var valueTitle = ""
  /// What its numbers stand for.
  var classes: [[UInt8]: [UInt8]] = [:]
  private var ids: [[UInt8]] = []

  /// - Parameters:
  ///   - others: partitions and vectors in files of their own.
  ///   - encoding: what the user says of all these files.
  static func read(
    _ scanner: inout GraphScanner, into graph: inout GraphTables, with others: [PajekBeside] = [],
    as encoding: TextEncoding? = nil
  ) throws {
    var reader = PajekReader()
    while !scanner.isAtEnd { try reader.readLine(&scanner, into: &graph) }
    try reader.endValues()
    try reader.endMatrix(at: "")
    guard reader.hasNetwork else {
      throw BadShape(
        message: Phrase("there are no *Vertices in it. Check that it is a network.", zh: "没有 *Vertices 部分，请核对是否为网络文件。"))
    }
    try reader.read(others, as: encoding, into: &graph)
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
    case .vertices: try readVertex(&scanner, line, &graph)
    case .arcs: try readTie(try words(&scanner), line, isDirected: true, &graph)
    case .edges: try readTie(try words(&scanner), line, isDirected: false, &graph)
    case .arcsList: try readList(try words(&scanner), line, isDirected: true, &graph)
    case .edgesList: try readList(try words(&scanner), line, isDirected: false, &graph)
    case .matrix: return try readMatrix(&scanner, &graph)
    case .values(let place): try readValue(try words(&scanner), place)
    case .none, .closed:
      throw BadShape.expected(Phrase("*Vertices", zh: "*Vertices"), text(try words(&scanner).first ?? []))
    case .unknown(let title): throw Self.unknown(title)
    case .unused: break
    }
    scanner.skipLine()
  }

  /// The words up to the end of the line; what stands in quotes is one.
  func words(_ scanner: inout GraphScanner) throws -> [[UInt8]] {
    var words: [[UInt8]] = []
    while true {
      scanner.skipBlanksInLine()
      guard !scanner.isAtLineEnd else { return words }
      if scanner.next == UInt8(ascii: "\"") {
        words.append(try quoted(&scanner))
      } else {
        words.append(Array(scanner.take { $0 > 0x20 }))
      }
    }
  }

  /// What stands in quotes, which end in their line and hold none: Pajek writes such signs by their numbers.
  private func quoted(_ scanner: inout GraphScanner) throws -> [UInt8] {
    scanner.skip()
    let word = scanner.take { $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D }
    guard scanner.next == UInt8(ascii: "\"") else {
      throw BadShape(
        message: Phrase(
          "the quotes that begin before “\(text(Array(word)).shortened)” are not closed in this line. Close them.",
          zh: "“\(text(Array(word)).shortened)”之前的引号在本行没有结束，请补上引号。"))
    }
    scanner.skip()
    guard scanner.isAtLineEnd || scanner.next.map({ $0 <= 0x20 }) == true else {
      throw BadShape(
        message: Phrase(
          "more follows behind the quotes around “\(text(Array(word)).shortened)”. A quote within a text is written &#34;; behind the quotes leave a blank.",
          zh: "“\(text(Array(word)).shortened)”的引号之后紧跟其他字符。文字中的引号写作 &#34;；引号之后请留空格。"))
    }
    return PajekText.decoded(word)
  }

  func text(_ word: [UInt8]) -> String { String(decoding: word, as: UTF8.self) }

  func number(_ word: [UInt8]?, _ what: Phrase) throws -> Int {
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

  /// A matrix has a number for each two vertices: none at all are as wrong as too few.
  private func endMatrix(at next: String) throws {
    if case .matrix = section, !vertices.isEmpty { throw BadShape.expected(Phrase("a number", zh: "数字"), next) }
  }

  /// - Parameter most: how many vertices there may be.
  private mutating func begin(
    _ words: [[UInt8]], at line: Int, most: Int, _ graph: inout GraphTables
  ) throws {
    let (title, words) = PajekTitle.of(words)
    // Those of a partition or a vector say its length again.
    if case .values = section, title.section == .vertices, valueCount == 0 { return try checkCount(words.first) }
    try endValues()
    try endMatrix(at: title.written)
    relation = Self.relation(words, title.section)
    switch title.section {
    case .network:
      section = .none
      if !words.isEmpty, graph.title == nil { graph.title = words.map(text).joined(separator: " ") }
    case .vertices:
      guard !hasNetwork else {
        throw BadShape(
          message: Phrase(
            "is a second network. Kesi reads one a file: keep one of them.",
            zh: "是第二个网络。每个文件只能有一个，请只保留一个。"))
      }
      hasNetwork = true
      let count = try number(words.first, Phrase("the number of vertices", zh: "顶点数"))
      guard (0...most).contains(count) else {
        throw BadShape(
          message: Phrase(
            "\(count) vertices cannot be held by a file of this length. Check the number.",
            zh: "文件长度与 \(count) 个顶点不符，请核对顶点数。"))
      }
      if words.count > 1 {
        let rows = try number(words[1], Phrase("the number of vertices of the first mode", zh: "第一类顶点数"))
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
    case .arcs, .edges:
      section = title.section == .arcs ? .arcs : .edges
    case .arcsList: section = .arcsList
    case .edgesList: section = .edgesList
    case .matrix: section = .matrix
    case .partition, .vector:
      let name = words.map(text).joined(separator: " ")
      valueTitle = name.isEmpty ? title.section == .vector ? "vector" : "partition" : name
      section = .values(try graph.attribute(valueTitle, of: \.actors))
      beginValues(ofVector: title.section == .vector)
    case .unused, nil:
      section = title.section == nil ? .unknown(title.written) : .unused
      graph.note(
        .notice, at: line, "“\(title.written.shortened)” of Pajek is not kept.",
        zh: "Pajek 的“\(title.written.shortened)”部分未保留。")
    }
    if !hasNetwork {
      switch section {
      case .none: break
      default: throw BadShape.expected(Phrase("*Vertices", zh: "*Vertices"), title.written)
      }
    }
  }

  /// `:1 "friends"`; behind arcs and edges also a name alone.
  private static func relation(_ words: [[UInt8]], _ section: PajekTitle.Section?) -> [UInt8] {
    let isNumbered = words.first?.first == UInt8(ascii: ":")
    guard let first = words.first, isNumbered || section == .arcs || section == .edges else { return [] }
    return words.count > 1 ? words[1] : Array(first.drop { $0 == UInt8(ascii: ":") })
  }

  private static func unknown(_ title: String) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(title.shortened)” is no section of Pajek that Kesi knows, and this line is in it. Known are \(PajekTitle.known). Correct the title, or leave the section out.",
        zh: "本行所在的“\(title.shortened)”不是可识别的 Pajek 部分。可识别的有：\(PajekTitle.known)。请改正标题，或删去该部分。"))
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
        for (column, value) in vertex.cells {
          let earlier = graph.actors.pending(column)
          guard earlier.isEmpty || earlier.elementsEqual(value) else {
            let fault = BadShape.statedTwice(graph.actors.titles[column])
            throw BadData([Problem(.error, .line(file: graph.file, vertex.line), fault.message)])
          }
          graph.actors.set(column, value)
        }
        try graph.actors.endRow(line: vertex.line)
      } else {
        graph.consortia.set(graph.consortiumID, id)
        graph.consortia.set(try graph.consortia.column("name"), vertex.label)
        for (column, value) in vertex.cells {
          graph.consortia.set(try graph.attribute(graph.actors.titles[column], of: \.consortia), value)
        }
        try graph.consortia.endRow(line: vertex.line)
      }
    }
    graph.idsAreNames = true
    graph.ownsWeights = true
  }
}
