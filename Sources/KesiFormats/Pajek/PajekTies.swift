import KesiNetwork

/// Lines and matrices of ties of Pajek.
extension PajekReader {
  /// How ties are drawn, each a word and its value, which Kesi has no use for.
  private static let tieDrawing: Set<String> = [
    "w", "p", "s", "a", "ap", "lp", "lr", "lphi", "lc", "la", "fos", "font", "h1", "h2", "a1", "a2", "k1", "k2",
  ]

  mutating func readTie(
    _ words: [[UInt8]], _ line: Int, isDirected: Bool, _ graph: inout GraphTables
  ) throws {
    var rest = words[...]
    // `1: 3 4` is a tie of the relation 1.
    if let first = rest.first, first.last == UInt8(ascii: ":") {
      relation = Array(first.dropLast())
      rest = rest.dropFirst()
    }
    let (source, target) = (try vertex(rest.popFirst()), try vertex(rest.popFirst()))
    let hasWeight = rest.first.map { Double(decimal: text($0)) != nil } ?? false
    // What is said of a line begins with a letter or a bracket; `1,5` is no such word, nor `4x`.
    if !hasWeight, let word = rest.first, let start = word.first, start < UInt8(ascii: "A") {
      throw BadShape.expected(Phrase("the weight of a tie, with a point", zh: "联系的权重（小数点用“.”）"), text(word))
    }
    try addTie(source, target, isDirected, weight: hasWeight ? rest.removeFirst()[...] : nil, &graph)
    while let word = rest.popFirst() {
      switch text(word) {
      case "l": if let label = rest.popFirst() { try set("label", label, &graph) }
      case "c": if let color = rest.popFirst() { try set("color", color, &graph) }
      case let other where other.utf8.first == UInt8(ascii: "["): try set("time", word, &graph)
      case let known where Self.tieDrawing.contains(known): _ = rest.popFirst()
      case let comment where comment.utf8.first == UInt8(ascii: "%"): rest = []
      // NetworkX writes attributes so.
      case let title:
        guard let value = rest.popFirst() else { throw Self.lone(word: title) }
        try set(title, value, &graph)
      }
    }
    try endTie(line, &graph)
  }

  mutating func readList(
    _ words: [[UInt8]], _ line: Int, isDirected: Bool, _ graph: inout GraphTables
  ) throws {
    let source = try vertex(words.first)
    for word in words.dropFirst() {
      // A source below 0 has its neighbors in a line of their own in old files.
      try addTie(source, try vertex(word), isDirected, weight: nil, &graph)
      try endTie(line, &graph)
    }
  }

  mutating func readMatrix(_ scanner: inout GraphScanner, _ graph: inout GraphTables) throws {
    var matrix = GraphMatrix(scanner.text)
    let (height, first) = (rows ?? vertices.count, rows ?? 0)
    for row in 0..<height {
      for column in first..<vertices.count {
        scanner.skipBlanks()
        let word = scanner.take { $0 > 0x20 }
        if word.isEmpty { throw BadShape.expected(Phrase("a number", zh: "数字"), "") }
        try matrix.add(row, column, word, line: scanner.line)
      }
    }
    section = .closed
    scanner.skipBlanks()
    guard scanner.isAtEnd || scanner.next == UInt8(ascii: "*") || scanner.next == UInt8(ascii: "%") else {
      throw BadShape(
        message: Phrase(
          "more numbers follow than \(height) rows of \(vertices.count - first) columns. Correct *Vertices or the matrix.",
          zh: "数值多于 \(height) 行 \(vertices.count - first) 列。请改正 *Vertices 或矩阵。"))
    }
    if rows != nil {
      try matrix.forEachCell { row, column, value, isDirected, line in
        try addTie(row, column, isDirected, weight: Array(value)[...], &graph)
        try endTie(line, &graph)
      }
    } else {
      try matrix.forEachTie { row, column, value, isDirected, line in
        try addTie(row, column, isDirected, weight: Array(value)[...], &graph)
        try endTie(line, &graph)
      }
    }
  }

  private func addTie(
    _ source: Int, _ target: Int, _ isDirected: Bool, weight: ArraySlice<UInt8>?, _ graph: inout GraphTables
  ) throws {
    // Ends are numbers until it is known what vertices are called.
    if let rows {
      guard (source < rows) != (target < rows) else {
        throw BadShape(
          message: Phrase(
            "joins two vertices of one mode, though *Vertices says that there are two. Correct it, or leave out the second number of *Vertices.",
            zh: "连接了同一类的两个顶点，而 *Vertices 声明为二模网络。请改正，或去掉 *Vertices 的第二个数。"))
      }
      graph.members.set(graph.member, "\(min(source, target) + 1)")
      graph.members.set(graph.consortium, "\(max(source, target) + 1)")
    } else {
      graph.beginEdge("\(source + 1)".utf8, "\(target + 1)".utf8, isDirected: isDirected)
    }
    if let weight { try set(TieColumns.weight.head.id, Array(weight), &graph) }
    if !relation.isEmpty, rows == nil { try set(TieColumns.kind.head.id, relation, &graph) }
  }

  private func set(_ title: String, _ value: [UInt8], _ graph: inout GraphTables) throws {
    if rows == nil {
      graph.ties.set(try graph.attribute(title, of: \.ties), value)
    } else {
      graph.members.set(try graph.attribute(title, of: \.members), value)
    }
  }

  private func endTie(_ line: Int, _ graph: inout GraphTables) throws {
    if rows == nil { try graph.ties.endRow(line: line) } else { try graph.members.endRow(line: line) }
  }
}
