import KesiNetwork

/// What the lines of a file are, by their keys: told once for all that have the same.
struct LineShapes {
  /// More are not kept, so that a file in which each line has keys of its own does not fill memory.
  private static let most = 1 << 12
  /// No word that says what a line is has more bytes.
  private static let longestWord = 16

  private struct Key: Hashable {
    let keys: [ExactText]
    let stated: LineShape.Kind?
    let hasMark: Bool
  }

  private var known: [Key: LineShape] = [:]
  private var vocabulary = LineVocabulary()
  private var last: (keys: [String], stated: LineShape.Kind?, hasMark: Bool, shape: LineShape)?

  /// - Throws: `BadShape` where a line is none of a network.
  mutating func shape(of line: JSONLine, _ graph: inout GraphTables) throws -> LineShape {
    let word = Self.wordOfType(in: line)
    let stated = word.flatMap { LineShape.words[$0] }
    // What says what the line is, or which way it goes, has no column.
    let hasMark = stated != nil || word.map { directionsInType[$0] != nil } ?? false
    if let last, last.stated == stated, last.hasMark == hasMark, last.keys.count == line.keys.count,
      zip(last.keys, line.keys).allSatisfy({ $0.isExactly($1) })
    {
      return last.shape
    }
    let key = Key(keys: line.keys.map(ExactText.init), stated: stated, hasMark: hasMark)
    let shape =
      try known[key]
      ?? LineShape(line.keys, meaning: vocabulary.meaning(of: line.keys), stated: stated) { key, kind in
        let mark = hasMark ? LineShape.typePlace(among: line.keys) : nil
        let others = line.keys.enumerated().filter { $0.offset != mark }.map(\.element)
        let isMark = mark.map { line.keys[$0].isExactly(key) } ?? false
        let title = try Self.title(
          of: key, among: isMark ? [] : others, in: kind == .node ? .actors : .ties, &graph.spellings)
        return try graph.attribute(title, of: kind == .node ? \.actors : \.ties)
      }
    if known.count < Self.most { known[key] = shape }
    last = (line.keys, stated, hasMark, shape)
    return shape
  }

  /// The title of the column of a key.
  ///
  /// - Throws: `BadShape` where another of the line is the same but for its spelling.
  private static func title(
    of key: String, among keys: [String], in table: Table, _ spellings: inout KeySpellings
  ) throws -> String {
    guard let word = KeySpellings.word(of: key, in: table),
      let other = keys.first(where: { !$0.isExactly(key) && $0.plainWord == word })
    else { return spellings.title(of: key, in: table) }
    throw BadShape.doubled(key, other)
  }

  private static func wordOfType(in line: JSONLine) -> String? {
    guard let place = LineShape.typePlace(among: line.keys), line[place].count <= longestWord else { return nil }
    return String(decoding: line[place], as: UTF8.self).lowercased()
  }
}

extension JSONLine {
  /// A list of labels as one text: `Company:Supplier`. What is no list stays as it is.
  func labels(at place: Int) throws -> [UInt8] {
    try self[place].withUnsafeBufferPointer { text in
      var json = JSONReader(text)
      guard text.first == UInt8(ascii: "[") else { return Array(text) }
      var labels: [[UInt8]] = []
      try json.readArray { json in try json.bytes { labels.append(Array($0)) } }
      return Array(labels.joined(separator: [UInt8(ascii: ":")]))
    }
  }
}
