import KesiMatrix
import KesiNetwork

extension Format {
  /// A format of graphs in XML, whose root element and whose ending are its name in small letters.
  static func graphXML(
    _ name: String, output: String, read: @escaping @Sendable (GraphTables) -> some GraphXMLHandler,
    write: @escaping @Sendable (Network, _ path: String) throws -> Void
  ) -> Format {
    let id = name.lowercased()
    return Format(
      id: id, name: Phrase("\(name) file", zh: "\(name) 文件"), names: "\(name) files", input: "a \(name) file",
      output: output, endings: [id],
      recognizes: { candidate in
        let specimen = ForeignFormat.Specimen(candidate.start, path: candidate.path)
        return !candidate.isFolder && (specimen.isMarkup && specimen.holdsLetters("<\(id)") || specimen.ending == id)
      },
      read: { try GraphXML.read($0, $1, on: $2, by: read) },
      writer: .network { network, path, _, _ in try write(network, path) },
      holds: GraphTables.holdings, holdsColumn: WrittenGraph.holds, renames: { WrittenGraph($0).renamed })
  }
}

/// Reads a graph file in XML: what its handler has gathered once all of it is fed.
enum GraphXML {
  static func read(
    _ source: FileSource, _ options: ReadingOptions, on parallel: Parallel,
    by make: (GraphTables) -> some GraphXMLHandler
  ) throws -> NetworkReading {
    let handler = make(try GraphTables(file: source.name))
    do {
      let reader = try XMLReader(source.name, to: handler)
      try source.withBytes { bytes in
        try reader.feed(bytes)
        try reader.finish()
      }
      return try handler.finished().reading(options, on: parallel)
    } catch let problem as Problem {
      throw BadData([problem])
    }
  }
}

/// What gathers a graph from XML: each grammar says what its elements are and what to take of them.
protocol GraphXMLHandler: XMLHandler {
  associatedtype Element: GraphElement

  var frame: GraphXMLFrame<Element> { get set }

  /// What an element is, given those that are open around it.
  func enter(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader) throws -> Element
  /// Takes what an element has held, once it ends and is no longer among those that are open.
  func leave(_ element: Element, _ reader: XMLReader) throws
  /// Says what only the whole graph tells.
  func settle(_ graph: inout GraphTables)
}

/// What the elements of a grammar are; those of these names are rows.
protocol GraphElement: Equatable {
  static var node: Self { get }
  static var edge: Self { get }
}

/// What is under way while a graph is read from XML.
struct GraphXMLFrame<Element: GraphElement> {
  var graph: GraphTables
  /// The elements that are open, the innermost last.
  var open: [Element] = []
  /// Whether the text that comes is to be kept, and what came.
  var hears = false
  private(set) var text: [UInt8] = []
  /// Whether edges have a direction unless they say otherwise.
  private(set) var isDirected = false
  fileprivate var hasGraph = false
  /// In which line the row under way began.
  fileprivate var line = 0

  init(_ graph: GraphTables) { self.graph = graph }

  /// Keeps the text that comes.
  mutating func listen() {
    text.removeAll(keepingCapacity: true)
    hears = true
  }

  /// The same for an element that is about to open.
  mutating func listen(_ element: Element) -> Element {
    listen()
    return element
  }

  mutating func hear(_ bytes: UnsafeBufferPointer<UInt8>) { if hears { text.append(contentsOf: bytes) } }

  /// - Throws: `Problem` where there was one before.
  mutating func beginGraph(isDirected: Bool, _ reader: XMLReader) throws {
    guard !hasGraph else { throw reader.problem(GraphFault.secondGraph.message) }
    (hasGraph, self.isDirected) = (true, isDirected)
  }

  fileprivate mutating func endRow(_ element: Element) throws {
    if element == .node { try graph.actors.endRow(line: line) }
    if element == .edge { try graph.ties.endRow(line: line) }
  }
}

extension GraphXMLHandler {
  func settle(_ graph: inout GraphTables) {}

  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) throws {
    let element = try reader.adding { try enter(name, attributes, reader) }
    if element == .node || element == .edge { frame.line = reader.line }
    frame.open.append(element)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, in reader: XMLReader) { frame.hear(bytes) }

  func end(_ name: XMLName, in reader: XMLReader) throws {
    let element = frame.open.removeLast()
    try reader.adding {
      try leave(element, reader)
      try frame.endRow(element)
    }
    frame.hears = false
  }

  /// The graph.
  ///
  /// - Throws: `Problem` where there was none.
  fileprivate func finished() throws -> GraphTables {
    guard frame.hasGraph else { throw Problem.noGraph(in: frame.graph.file) }
    settle(&frame.graph)
    return frame.graph
  }
}

extension XMLReader {
  /// Does something to the tables of a graph, so that what they refuse is said with the place.
  func adding<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let fault as BadShape { throw problem(fault.message) }
  }

  /// That a text is of another grammar than its ending or its beginning says.
  func isNot(_ format: Format) -> Problem {
    problem(
      Phrase(
        "is not a \(format.name.en). Check where the file is from.", zh: "不是 \(format.name.zh)，请核对文件来源。"))
  }

  func required(_ name: StaticString, of attributes: XMLAttributes) throws -> UnsafeBufferPointer<UInt8> {
    if let value = attributes[name], !value.isEmpty { return value }
    throw problem(
      Phrase(
        "has no \(name). Every one needs it: add it, or write the file anew from the program that made it.",
        zh: "缺少 \(name)。每个都须填写：请补上，或在原来的软件中重新导出。"))
  }
}

extension Problem {
  static func noGraph(in file: String) -> Problem {
    Problem(
      .error, .file(file),
      Phrase("holds no graph. Check that it was written to its end.", zh: "没有任何图。请核对文件是否完整。"))
  }
}
