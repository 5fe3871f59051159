import KesiMatrix
import KesiNetwork

/// Reads a network from lines of JSON, in any order: ties (two ends), nodes (an id), and one of the whole graph. What a line
/// is, ``LineShape`` tells. Where no line is a node, the ends of ties are the actors.
///
/// A file is walked through once for the columns that there are, once for the nodes where it has any, and once for the ties.
/// Rows go into the network some thousand at a time, so that beside it hardly anything is in memory.
///
/// - Complexity: O(bytes); room for the network and a piece of the file.
final class NDJSONReader {
  private let lines: JSONLines
  private let file: String
  private var graph: GraphTables
  private var counts = (nodes: 0, ties: 0)
  /// The ends of ties, as long as no line is a node.
  private var ends = NameTable()
  private var isDirected: Bool?
  private var hasHeader = false
  private var line = JSONLine()
  private var shapes = LineShapes()
  private var weightKeys = WeightKeys()
  private var periods = DoubtfulPeriods()
  private var unstatedWeights = UnstatedWeights()

  static func read(
    _ source: FileSource, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    let source = try source.opened(progress: parallel.progress)
    try source.withBytes { bytes in
      try MemoryNeed.list(.of(bytes.bindMemory(to: UInt8.self))).check(source.name)
    }
    return try JSONLines.with(source, as: options.encoding) { lines, finding in
      let reader = try NDJSONReader(lines)
      if let finding, finding.encoding != .utf8 {
        reader.graph.remarks.append(Remark(.file(source.name), finding.sentence))
      }
      try reader.survey()
      return try reader.reading(options, on: parallel)
    }
  }

  private init(_ lines: JSONLines) throws {
    (self.lines, file) = (lines, lines.source.name)
    graph = try GraphTables(file: lines.source.name)
  }

  private func reading(_ options: ReadingOptions, on parallel: Parallel) throws -> NetworkReading {
    var options = options
    // Programs write points.
    options.decimals = .point
    var others: [Table: [ExactText: Int]] = [:]
    while true {
      let network = NetworkReader(options, parallel)
      let misread = try fill(network, notAs: others)
      guard misread.isEmpty else {
        for (table, titles) in misread { others[table, default: [:]].merge(titles) { first, _ in first } }
        continue
      }
      return try network.reading()
    }
  }

  /// Reads the line that is next, and tells what it is.
  private func next(_ json: inout JSONReader) throws -> LineShape {
    let start = json.place
    try line.read(&json)
    do { return try shapes.shape(of: line, &graph) } catch {
      json.place = start
      throw error
    }
  }

  // MARK: Columns

  /// Finds which columns there are, and what is said of the whole.
  private func survey() throws {
    try lines.each { json, number in
      let shape = try next(&json)
      switch shape.kind {
      case .node:
        if counts.nodes == 0 { ends = NameTable() }
        counts.nodes += 1
        if shape.hasLabels { _ = try graph.attribute(kindTitle, of: \.actors) }
        try surveyProperties(shape, \.actors)
      case .tie:
        counts.ties += 1
        try periods.look(at: line, shape, number)
        unstatedWeights.look(at: line, shape, number)
        try surveyProperties(shape, \.ties)
        if counts.nodes == 0 {
          for (place, role) in shape.roles.enumerated() {
            switch role {
            case .source, .target: try withEnd(place) { if !$0.isEmpty { _ = ends.insert($0) } }
            default: continue
            }
          }
        }
      case .header:
        guard !hasHeader else { throw GraphFault.secondGraph }
        hasHeader = true
        try readHeader(number)
      }
      return true
    }
    if counts.nodes == 0, let fault = periods.fault { throw lines.failure(fault.line, 1, fault.message) }
    unstatedWeights.tell(&graph)
    if counts.nodes > 0, counts.ties == 0, !hasHeader { throw BadData([ResultLine.onlyNodes(counts.nodes, of: file)]) }
  }

  private func readHeader(_ number: Int) throws {
    for (place, key) in line.keys.enumerated() where !line[place].isEmpty {
      let value = String(decoding: line[place], as: UTF8.self)
      switch key.plainWord {
      case LineShape.typeKey where LineShape.words[value.lowercased()] != nil: continue
      case "directed":
        guard value == "true" || value == "false" else {
          throw BadShape.expected(Phrase("directed: true or false", zh: "directed：true 或 false"), value)
        }
        isDirected = value == "true"
      case "graph" where line.areObjects[place]:
        try line.readObject(at: place) { json, key in
          try json.bytes { graph.set(graphAttribute: key, String(decoding: $0, as: UTF8.self), at: number) }
        }
      default: graph.set(graphAttribute: key, value, at: number)
      }
    }
  }

  private func surveyProperties(_ shape: LineShape, _ table: WritableKeyPath<GraphTables, GraphTable>) throws {
    try eachProperty(shape) { title, _, _ in _ = try graph.attribute(title, of: table) }
  }

  /// The title of the column of what nodes are.
  private var kindTitle: String { graph.spellings.title(of: ActorColumns.kind.head.id, in: .actors) }

  /// What Neo4j says under the key of its own, which labels are the kinds of, may not be set once more.
  private func title(ofProperty key: String, _ kind: LineShape.Kind) -> String {
    let title = graph.spellings.title(of: key, in: kind == .tie ? .ties : .actors)
    return title.isExactly(kindTitle) ? GraphTables.second(title) : title
  }

  /// The attributes that stand in an object of their own, by the titles of their columns.
  private func eachProperty(
    _ shape: LineShape, _ body: (_ title: String, _ key: String, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    for (place, role) in shape.roles.enumerated() {
      guard case .properties = role, line.areObjects[place] else { continue }
      try line.readObject(at: place) { json, key in
        if shape.kind == .tie { try weightKeys.check(key, &json) }
        let title = title(ofProperty: key, shape.kind)
        try json.bytes { if !$0.isEmpty { try body(title, key, $0) } }
      }
    }
  }

  // MARK: Rows

  /// - Parameter others: columns that are not what their titles say.
  /// - Returns: more of them, by their tables: then nothing was read.
  private func fill(
    _ reader: NetworkReader, notAs others: [Table: [ExactText: Int]]
  ) throws -> [Table: [ExactText: Int]] {
    reader.log.add(graph.log.record)
    reader.remarks = graph.remarks
    reader.begin(graph)
    var misread: [Table: [ExactText: Int]] = [:]
    misread[.actors] = try fill(reader, .node, \.actors, Actor.self, others[.actors] ?? [:])
    reader.requireNodes(in: file)
    if counts.ties > 0 {
      reader.network.ties.reserveCapacity(counts.ties)
      misread[.ties] = try fill(reader, .tie, \.ties, Tie.self, others[.ties] ?? [:])
    }
    misread = misread.filter { !$1.isEmpty }
    guard misread.isEmpty else { return misread }
    if reader.log.errorCount == 0 { reader.checkWhole() }
    return [:]
  }

  private func fill<Row: NetworkRow>(
    _ reader: NetworkReader, _ kind: LineShape.Kind, _ table: WritableKeyPath<GraphTables, GraphTable>, _: Row.Type,
    _ others: [ExactText: Int]
  ) throws -> [ExactText: Int] {
    let tableReader = reader.reader(of: Row.self, named: file)
    var way = TableUnderWay<Row>()
    var misread: [ExactText: Int] = [:]
    var weights = WeightsSeen()
    func flush() throws {
      let columns = GraphColumns<Row>(graph[keyPath: table], of: file, notAs: others, without: nil, named: nil)
      if way.work == nil { for remark in columns.remarks { reader.log.add(remark) } }
      let (before, count) = (reader.log.errors.count, reader.log.errorCount)
      try tableReader.read(columns.rows, below: TableHead(columns.layout), &way)
      let errors = Array(reader.log.errors.dropFirst(before))
      // Whether weights are none is not for a part to say.
      misread.merge(columns.misread(by: errors, ownsWeights: true)) { first, _ in first }
      weights.add(columns, errors, isWrong: reader.log.errorCount > count)
      graph[keyPath: table].removeRows()
    }
    func flushPart() throws { if graph[keyPath: table].rows.isPart { try flush() } }
    let wanted = kind == .node ? counts.nodes : counts.ties
    if wanted == 0 {
      for number in 0..<ends.count {
        ends.withBytes(of: number) { graph.beginNode($0) }
        try graph.actors.endRow(line: 1)
        try flushPart()
      }
    } else {
      var found = 0
      try lines.each { json, number in
        let start = json.place
        let shape = try next(&json)
        guard shape.kind == kind else { return true }
        found += 1
        do { if kind == .node { try addNode(shape, number) } else { try addTie(shape, number) } } catch {
          json.place = start
          throw error
        }
        try flushPart()
        // What follows the last of them is of no use.
        return misread.isEmpty && found < wanted
      }
    }
    if graph[keyPath: table].rows.rowCount > 0 { try flush() }
    if misread.isEmpty { misread = weights.misread }
    if misread.isEmpty { tableReader.finish(way) }
    return misread
  }

  private func addNode(_ shape: LineShape, _ number: Int) throws {
    for (place, role) in shape.roles.enumerated() where !line[place].isEmpty {
      switch role {
      case .id: graph.beginNode(line[place])
      case .column(let column): graph.actors.set(column, line[place])
      case .labels:
        // Written behind each other, as Neo4j itself does.
        let labels = try line.labels(at: place)
        graph.actors.set(try graph.attribute(kindTitle, of: \.actors), labels)
      case .nothing, .source, .target, .direction, .properties: continue
      }
    }
    try setProperties(shape, \.actors)
    guard !graph.actors.pending(graph.id).isEmpty else { throw LineShape.empty("id") }
    try graph.actors.endRow(line: number)
  }

  private func addTie(_ shape: LineShape, _ number: Int) throws {
    if let weight = shape.weight, line.notNumbers.contains(weight) { throw JSONReader.weightIsNoNumber }
    graph.beginEdge([], [], isDirected: isDirected ?? (shape.isDirected ? true : nil))
    for (place, role) in shape.roles.enumerated() where !line[place].isEmpty {
      switch role {
      case .source: try withEnd(place) { graph.ties.set(graph.source, $0) }
      case .target: try withEnd(place) { graph.ties.set(graph.target, $0) }
      case .direction: try setDirection(line[place])
      case .column(let column):
        if place == shape.type, let isDirected = directionInType(line[place]) {
          graph.ties.set(graph.directed, isDirected ? "1" : "0")
        } else {
          graph.ties.set(column, line[place])
        }
      case .nothing, .id, .labels, .properties: continue
      }
    }
    try setProperties(shape, \.ties)
    if graph.ties.pending(graph.source).isEmpty { throw LineShape.empty("source") }
    if graph.ties.pending(graph.target).isEmpty { throw LineShape.empty("target") }
    try graph.ties.endRow(line: number)
  }

  private func setProperties(_ shape: LineShape, _ table: WritableKeyPath<GraphTables, GraphTable>) throws {
    try eachProperty(shape) { title, key, value in
      let column = try graph.attribute(title, of: table)
      let earlier = graph[keyPath: table].pending(column)
      guard earlier.isEmpty || earlier.elementsEqual(value) else { throw BadShape.doubled(title, key) }
      graph[keyPath: table].set(column, value)
    }
  }

  /// Lends the id of an end, which may be a whole node.
  private func withEnd(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    guard line.areObjects[place] else { return try line[place].withUnsafeBufferPointer(body) }
    try line.readObject(at: place) { json, key in
      if key.isExactly("id") { try json.bytes(body) } else { try json.skipValue() }
    }
  }

  private func setDirection(_ value: ArraySlice<UInt8>) throws {
    if graph.setDirection(byAttribute: TieColumns.directed.head.id, value) { return }
    let word = String(decoding: value, as: UTF8.self)
    if isOpenDirection(word) { return graph.ties.set(graph.directed, openDirection.en) }
    guard let answer = Answer.vocabulary[word] else {
      throw BadShape.expected(
        Phrase("directed: true, false or “open”", zh: "directed：true、false 或“open”"), word.shortened)
    }
    graph.ties.set(graph.directed, answer == Answer.yes.rawValue ? "1" : "0")
  }

  private func directionInType(_ value: ArraySlice<UInt8>) -> Bool? {
    value.count <= 10 ? directionsInType[String(decoding: value, as: UTF8.self).lowercased()] : nil
  }
}
