import KesiMatrix
import KesiNetwork

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

/// What gathers a graph from XML.
protocol GraphXMLHandler: XMLHandler {
  /// The graph, which the handler has no more.
  ///
  /// - Throws: `Problem` where there was none.
  func finished() throws -> GraphTables
}

extension XMLReader {
  /// Does something to the tables of a graph, so that what they refuse is said with the place.
  func adding<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let fault as BadShape { throw problem(fault.message) }
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
