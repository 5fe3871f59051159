import KesiMatrix
import KesiNetwork

/// Gathers a graph from the two tables of Gephi: `nodes.csv` with `Id` and `Label`, `edges.csv` with `Source`, `Target`,
/// `Type` and `Weight`, whatever else they have.
///
/// Each row says by its `Type` whether it has a direction (`Directed`, `Undirected`); one that says nothing leaves it open.
enum GephiTables {
  static let nodes = "nodes.csv"
  static let edges = "edges.csv"
  static let files = [nodes, edges]

  static func read(
    folder: String, _ options: ReadingOptions, on parallel: Parallel
  ) throws -> NetworkReading {
    var graph = try GraphTables(file: folder)
    graph.names = [.actors: nodes, .ties: edges]
    graph.ownsWeights = true
    try read("\(folder)/\(nodes)", as: nodes, options, into: &graph, readNodes)
    try read("\(folder)/\(edges)", as: edges, options, into: &graph, readEdges)
    for (table, file) in [(\GraphTables.actors, nodes), (\GraphTables.ties, edges)] {
      if let decimals = options.decimals {
        graph[keyPath: table].decimals = decimals
      } else if graph[keyPath: table].hasDecimalCommas {
        graph[keyPath: table].decimals = .comma
        graph.remarks.append(Remark(.file(file), Phrase("commas part decimals", zh: "小数点为逗号")))
      }
    }
    return try graph.reading(options, on: parallel)
  }

  private static func read(
    _ path: String, as file: String, _ options: ReadingOptions, into graph: inout GraphTables,
    _ body: (inout TextRows, _ heads: [String], inout GraphTables) throws -> Void
  ) throws {
    func failure(_ row: Int, _ message: Phrase) -> BadData {
      BadData([Problem(.error, row == 0 ? .file(file) : .line(file: file, row), message)])
    }
    do {
      try FileSource.path(path).withBytes { bytes in
        try TextDecoding.withUTF8(bytes, as: options.encoding) { text, finding in
          let guess = DialectGuess(text, separator: options.separator, isHead: HeadWords.areKnown)
          graph.remarks.append(.text(file, finding, guess, head: 1))
          var rows = TextRows(text, guess.dialect)
          do {
            guard try rows.next() else {
              throw BadShape(message: Phrase("is empty. Export it again.", zh: "是空文件，请重新导出。"))
            }
            try body(&rows, rows.record.fields.map(rows.record.exactString), &graph)
          } catch let fault as BadShape {
            throw failure(rows.record.row, fault.message)
          }
        }
      }
    } catch let fault as TextDecoding.Failure {
      throw failure(0, fault.message)
    } catch let fault as RecordFailure {
      throw failure(fault.row, fault.message)
    }
  }

  // MARK: Heads

  /// Where the column of a name is.
  private static func place(of name: String, in heads: [String]) -> Int? {
    heads.firstIndex { $0.lowercased() == name }
  }

  private static func required(_ name: String, in heads: [String]) throws -> Int {
    guard let place = place(of: name, in: heads) else {
      throw BadShape(
        message: Phrase(
          "has no column \(name) (\(heads.prefix(12).map(\.shortened).joined(separator: ", "))). Export it again with that column.",
          zh: "缺少 \(name) 列（现有：\(heads.prefix(12).map(\.shortened).joined(separator: "、"))）。请重新导出并包含该列。"))
    }
    return place
  }

  /// The places of columns that are attributes, in the table and in the graph.
  private static func attributes(
    _ heads: [String], besides others: [Int?], of table: WritableKeyPath<GraphTables, GraphTable>,
    in graph: inout GraphTables
  ) throws -> [(place: Int, column: Int)] {
    try heads.indices.compactMap { place in
      guard !others.contains(place), !heads[place].isEmpty else { return nil }
      return (place, try graph.attribute(heads[place], of: table))
    }
  }

  // MARK: Rows

  private static func readNodes(
    _ rows: inout TextRows, _ heads: [String], into graph: inout GraphTables
  ) throws {
    let id = try required("id", in: heads)
    let label = place(of: "label", in: heads)
    // An attribute may be called as names are.
    let hasName = place(of: ActorColumns.name.head.id, in: heads) != nil
    let name = try label.map { _ in try graph.actors.column(hasName ? "label" : ActorColumns.name.head.id) }
    let others = try attributes(heads, besides: [id, label], of: \.actors, in: &graph)
    while try rows.next() {
      let record = rows.record
      try checkWidth(record, heads)
      let node = record.exactString(record[id])
      guard !node.isEmpty else {
        throw BadShape(message: Phrase("has no Id. Every node needs one: add it.", zh: "缺少 Id。每个节点都须填写。"))
      }
      graph.beginNode(Array(node.utf8))
      if let label, let name { graph.actors.set(name, record.exactString(record[label])) }
      for (place, column) in others { graph.actors.set(column, record.exactString(record[place])) }
      try graph.actors.endRow(line: record.row)
    }
  }

  private static func readEdges(
    _ rows: inout TextRows, _ heads: [String], into graph: inout GraphTables
  ) throws {
    let (source, target) = (try required("source", in: heads), try required("target", in: heads))
    let (type, id) = (place(of: "type", in: heads), place(of: "id", in: heads))
    let open = place(of: TieColumns.directed.head.id, in: heads)
    let others = try attributes(heads, besides: [source, target, type, id, open], of: \.ties, in: &graph)
    while try rows.next() {
      let record = rows.record
      try checkWidth(record, heads)
      func text(_ place: Int?) -> String { place.map { record.exactString(record[$0]) } ?? "" }
      let ends = (text(source), text(target))
      guard !ends.0.isEmpty, !ends.1.isEmpty else {
        throw BadShape(
          message: Phrase(
            "has no Source or no Target. Every edge needs both: add it.", zh: "缺少 Source 或 Target。每条边都须填写。"))
      }
      graph.beginEdge(ends.0.utf8, ends.1.utf8, isDirected: try isDirected(text(type)))
      if !text(open).isEmpty, !graph.setDirection(byAttribute: TieColumns.directed.head.id, text(open).utf8) {
        throw BadShape.expected(Phrase("1, 0 or open", zh: "1、0 或 open"), text(open))
      }
      if !text(id).isEmpty { try graph.setEdgeID(Array(text(id).utf8)) }
      for (place, column) in others { graph.ties.set(column, text(place)) }
      try graph.ties.endRow(line: record.row)
    }
  }

  private static func checkWidth(_ record: Record, _ heads: [String]) throws {
    guard record.count <= heads.count || (heads.count..<record.count).allSatisfy({ record[$0].isEmpty }) else {
      throw BadShape(
        message: Phrase(
          "has \(record.count) cells, and the first row \(heads.count). Put a cell with a separator in it into double quotes.",
          zh: "有 \(record.count) 个单元格，而首行有 \(heads.count) 个。含分隔符的单元格请加双引号。"))
    }
  }

  private static func isDirected(_ type: String) throws -> Bool? {
    switch type.lowercased() {
    case "": nil
    case "directed": true
    case "undirected", "mutual": false
    default:
      throw BadShape.expected(Phrase("Directed or Undirected", zh: "Directed 或 Undirected"), type)
    }
  }
}

extension GraphTable {
  /// Whether commas part the decimals of numbers, as spreadsheets of many countries save them: those of a column can do
  /// nothing else, and no number of the table has a point, which might be read as one of a thousand then.
  fileprivate var hasDecimalCommas: Bool {
    var hasCommas = false
    for place in titles.indices where !Self.names.containsExactly(titles[place]) {
      guard let numbers = numbers(at: place) else { continue }
      if Self.havePoints(numbers) { return false }
      hasCommas = hasCommas || WrittenNumber.decimalSign(of: numbers) == .comma
    }
    return hasCommas
  }

  /// Columns whose cells are names, though they may look like numbers.
  private static let names =
    [ActorColumns.id, ActorColumns.name].map(\.head.id) + [TieColumns.source, TieColumns.target].map(\.head.id)
    + ["label", GraphTables.edgeIDTitle]

  /// The cells of a column that state anything; nil unless all of them are numbers.
  private func numbers(at place: Int) -> [String]? {
    var numbers: [String] = []
    for row in 0..<rows.rowCount where !rows.isEmpty(row, place) {
      let text = rows.text(row, place)
      guard text.isNumber else { return nil }
      numbers.append(text)
    }
    return numbers
  }

  private static func havePoints(_ numbers: [String]) -> Bool {
    numbers.contains { number in
      number.utf8.contains(UInt8(ascii: ".")) && WrittenNumber.decimalSign(of: CollectionOfOne(number)) != .comma
    }
  }
}
