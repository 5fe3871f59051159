import KesiNetwork

/// Lines of vertices of Pajek: a number, a label, two or three coordinates, a shape, and words with their values.
extension PajekReader {
  /// What vertices may be drawn as.
  static let shapes: Set<String> = [
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "circle", "house", "man", "woman",
  ]

  private static let nameWords: Set<String> = {
    let head = ActorColumns.name.head
    return Set(([head.id] + head.names + head.spareNames).map(\.plainWord))
  }()

  /// How else they are drawn, each a word and its value, which Kesi has no use for.
  private static let vertexDrawing: Set<String> = [
    "s_size", "x_fact", "y_fact", "phi", "r", "q", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font",
  ]

  mutating func readVertex(_ scanner: inout GraphScanner, _ line: Int, _ graph: inout GraphTables) throws {
    let isQuoted = Self.hasQuotedLabel(scanner)
    let words = try words(&scanner)
    let place = try vertex(words.first)
    guard vertices[place].line == 0 else {
      throw BadShape(
        message: Phrase(
          "vertex \(place + 1) is there twice. Keep one of them.", zh: "顶点 \(place + 1) 重复出现，请只保留一个。"))
    }
    vertices[place].line = line
    if words.count > 1 { vertices[place].label = words[1] }
    var rest = words.dropFirst(2)
    // A word such as Nan is a name, not a number.
    func isNumber(_ word: [UInt8]) -> Bool { Double(decimal: text(word))?.isFinite ?? false }
    for title in ["x", "y", "z"] {
      guard let word = rest.first, isNumber(word) else { break }
      vertices[place].cells.append((try graph.attribute(title, of: \.actors), word))
      rest = rest.dropFirst()
    }
    // Behind a label without quotes a word is more of it, unless coordinates or a shape stand between.
    var mayHaveAttributes = isQuoted || words.count - rest.count >= 4
    while let word = rest.popFirst() {
      switch text(word) {
      case let shape where Self.shapes.contains(shape):
        vertices[place].cells.append((try graph.attribute("shape", of: \.actors), word))
        mayHaveAttributes = true
      case "ic":
        if let color = rest.popFirst() {
          vertices[place].cells.append((try graph.attribute("color", of: \.actors), color))
        }
      case let known where Self.vertexDrawing.contains(known): _ = rest.popFirst()
      case let time where time.utf8.first == UInt8(ascii: "["):
        vertices[place].cells.append((try graph.attribute("time", of: \.actors), word))
      case _ where mayHaveAttributes && isNumber(word):
        graph.note(
          .warning, at: line, "a number stands behind the coordinates and is not kept.", zh: "坐标之后多出的数字未保留。")
      case let comment where comment.utf8.first == UInt8(ascii: "%"): rest = []
      // NetworkX writes attributes so.
      case let title:
        guard mayHaveAttributes else { throw Self.openLabel(text(vertices[place].label), title) }
        guard let value = rest.popFirst() else { throw Self.lone(word: title) }
        // What a vertex is called is its label.
        let name = Self.nameWords.contains(title.plainWord) ? GraphTables.second(title) : title
        vertices[place].cells.append((try graph.attribute(name, of: \.actors), value))
      }
    }
  }

  private static func hasQuotedLabel(_ scanner: GraphScanner) -> Bool {
    var ahead = scanner
    ahead.skip { $0 > 0x20 }
    ahead.skipBlanksInLine()
    return ahead.next == UInt8(ascii: "\"")
  }

  // MARK: What is wrong

  static func lone(word: String) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(word.shortened)” at the end of this line is no word of Pajek, and no value follows it. Put a text with blanks in quotes; write a value behind the name of an attribute.",
        zh: "行尾的“\(word.shortened)”不是 Pajek 的关键词，其后也没有值。含空格的文字须加引号；属性名之后须写值。"))
  }

  private static func openLabel(_ label: String, _ next: String) -> BadShape {
    BadShape(
      message: Phrase(
        "“\(next.shortened)” follows the label “\(label.shortened)”: a label without quotes ends at its first blank, and coordinates or words of Pajek follow. Put the whole label in quotes.",
        zh: "标签“\(label.shortened)”之后是“\(next.shortened)”：不加引号的标签到第一个空格为止，其后应为坐标或 Pajek 的关键词。请给整个标签加引号。"))
  }
}
