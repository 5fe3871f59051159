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
  }

  private var known: [Key: LineShape] = [:]
  private var vocabulary = LineVocabulary()
  private var last: (keys: [String], stated: LineShape.Kind?, shape: LineShape)?

  /// - Throws: `BadShape` where a line is none of a network.
  mutating func shape(of line: JSONLine, _ graph: inout GraphTables) throws -> LineShape {
    let stated = Self.stated(by: line)
    if let last, last.stated == stated, last.keys.count == line.keys.count,
      zip(last.keys, line.keys).allSatisfy({ $0.isExactly($1) })
    {
      return last.shape
    }
    let key = Key(keys: line.keys.map(ExactText.init), stated: stated)
    let shape =
      try known[key]
      ?? LineShape(line.keys, meaning: vocabulary.meaning(of: line.keys), stated: stated) { key, kind in
        // What says what the line is has no column.
        let type = stated == nil ? nil : LineShape.typePlace(among: line.keys)
        let keys = line.keys.enumerated().filter { $0.offset != type }.map(\.element)
        let title = try Self.title(of: key, among: keys, in: kind == .node ? .actors : .ties, &graph.spellings)
        return try graph.attribute(title, of: kind == .node ? \.actors : \.ties)
      }
    if known.count < Self.most { known[key] = shape }
    last = (line.keys, stated, shape)
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

  private static func stated(by line: JSONLine) -> LineShape.Kind? {
    guard let place = LineShape.typePlace(among: line.keys), line[place].count <= longestWord else { return nil }
    return LineShape.words[String(decoding: line[place], as: UTF8.self).lowercased()]
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
