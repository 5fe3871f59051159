import KesiNetwork

/// Reads JSON (RFC 8259) value by value, without building a tree: whoever reads an object or a list is handed each of its
/// values in turn, and reads or skips it. Values may follow each other, as in files with one a line.
///
/// Beyond the standard it takes `NaN` and `Infinity` for numbers, which Python writes; whoever uses the number decides.
/// Objects that name a key twice, half characters and deep nesting are refused: programs differ in what they make of them.
///
/// - Complexity: O(bytes); room for the values at hand.
struct JSONReader {
  enum Kind { case object, array, string, number, boolean, null }

  let text: UnsafeBufferPointer<UInt8>
  var place = 0
  private var depth = 0

  /// Far deeper than files of data are, and far from where a thread runs out of stack.
  private static let mostDepth = 128

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The line of what is read next, from 1. It is counted only when asked for.
  var line: Int { text.line(of: min(place, text.count)) }

  /// Whether nothing is left but white space.
  mutating func isAtEnd() -> Bool {
    skipBlanks()
    return place >= text.count
  }

  /// What the next value is.
  ///
  /// - Throws: `BadShape` where none begins here.
  mutating func kind() throws -> Kind {
    skipBlanks()
    guard place < text.count else { throw BadShape.endsEarly }
    switch text[place] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), 0x30...0x39, UInt8(ascii: "N"), UInt8(ascii: "I"): return .number
    default: throw unexpected(Phrase("a value of JSON", zh: "JSON 值"))
    }
  }

  /// Reads an object. `each` reads or skips the value of every key, in the order of the file.
  mutating func readObject(_ each: (inout JSONReader, _ key: String) throws -> Void) throws {
    var keys = SeenKeys()
    try readMembers {
      let start = $0.place
      let key = try $0.string()
      guard keys.insert(key) else {
        $0.place = start
        throw BadShape(
          message: Phrase(
            "“\(key.shortened)” stands twice in one object; programs differ in which of both they take. Leave one.",
            zh: "同一对象中“\(key.shortened)”出现两次，不同程序取值不一。请只保留一个。"))
      }
      return key
    } each: {
      try each(&$0, $1)
    }
  }

  /// Reads a list. `each` reads or skips every value.
  mutating func readArray(_ each: (inout JSONReader) throws -> Void) throws {
    try open(UInt8(ascii: "["), Phrase("a list [ … ]", zh: "列表 [ … ]"))
    var isFirst = true
    while try !closes(UInt8(ascii: "]"), isFirst: isFirst) {
      isFirst = false
      try each(&self)
    }
    depth -= 1
  }

  /// Reads a number, as it is written.
  mutating func number() throws -> String {
    skipBlanks()
    let start = place
    if place < text.count, text[place] > 0x39 || text[place...].starts(with: "-I".utf8) {
      for word in ["NaN", "Infinity", "-Infinity"] where takes(word) { return word }
    }
    func digits() -> Bool {
      let first = place
      while place < text.count, (0x30...0x39).contains(text[place]) { place += 1 }
      return place > first
    }
    func takesOne(of bytes: UInt8...) -> Bool {
      guard place < text.count, bytes.contains(text[place]) else { return false }
      place += 1
      return true
    }
    let expected = Phrase("a number", zh: "数字")
    _ = takesOne(of: UInt8(ascii: "-"))
    let first = place
    guard digits() else { throw unexpected(expected) }
    // 007 is no number of JSON: whoever wrote it may mean an id.
    if place > first + 1, text[first] == UInt8(ascii: "0") {
      place = start
      throw unexpected(Phrase("a number without zeros before it", zh: "不带前导零的数字"))
    }
    if takesOne(of: UInt8(ascii: ".")), !digits() { throw unexpected(expected) }
    if takesOne(of: UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = takesOne(of: UInt8(ascii: "+"), UInt8(ascii: "-"))
      if !digits() { throw unexpected(expected) }
    }
    return String(decoding: UnsafeBufferPointer(rebasing: text[start..<place]), as: UTF8.self)
  }

  /// Reads `true` or `false`.
  mutating func boolean() throws -> Bool {
    skipBlanks()
    if takes("true") { return true }
    if takes("false") { return false }
    throw unexpected(Phrase("true or false", zh: "true 或 false"))
  }

  mutating func null() throws {
    skipBlanks()
    guard takes("null") else { throw unexpected(Phrase("null", zh: "null")) }
  }

  /// Passes a value, whatever it is. What is no JSON in it is refused; keys that come twice are not looked for.
  mutating func skipValue() throws {
    switch try kind() {
    case .object:
      try readMembers {
        try $0.skipString()
      } each: { reader, _ in
        try reader.skipValue()
      }
    case .array: try readArray { try $0.skipValue() }
    case .string: try skipString()
    case .number: _ = try number()
    case .boolean: _ = try boolean()
    case .null: try null()
    }
  }

  /// The value from here on as it is written, which is passed.
  mutating func written() throws -> String {
    skipBlanks()
    let start = place
    try skipValue()
    return String(decoding: UnsafeBufferPointer(rebasing: text[start..<place]), as: UTF8.self)
  }
}

extension JSONReader {
  mutating func skipBlanks() {
    while place < text.count {
      switch text[place] {
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default: return
      }
    }
  }

  mutating func takes(_ word: String) -> Bool {
    guard text[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func open(_ mark: UInt8, _ expected: Phrase) throws {
    skipBlanks()
    guard place < text.count, text[place] == mark else { throw unexpected(expected) }
    depth += 1
    guard depth <= Self.mostDepth else {
      throw BadShape(
        message: Phrase(
          "lists and objects stand in each other \(Self.mostDepth) deep, which no file of data needs.",
          zh: "列表与对象嵌套超过 \(Self.mostDepth) 层，正常的数据文件不会如此。"))
    }
    place += 1
  }

  private mutating func readMembers<Key>(
    key: (inout JSONReader) throws -> Key, each: (inout JSONReader, Key) throws -> Void
  ) throws {
    try open(UInt8(ascii: "{"), Phrase("an object { … }", zh: "对象 { … }"))
    var isFirst = true
    while try !closes(UInt8(ascii: "}"), isFirst: isFirst) {
      isFirst = false
      guard text[place] == UInt8(ascii: "\"") else {
        throw unexpected(Phrase("the name of a value in quotes", zh: "带引号的键名"))
      }
      let key = try key(&self)
      skipBlanks()
      guard place < text.count, text[place] == UInt8(ascii: ":") else {
        throw unexpected(Phrase("a colon after the name of a value", zh: "键名后的冒号"))
      }
      place += 1
      try each(&self, key)
    }
    depth -= 1
  }

  /// Passes the end of a list or object, or the comma before its next value.
  private mutating func closes(_ mark: UInt8, isFirst: Bool) throws -> Bool {
    skipBlanks()
    guard place < text.count else { throw BadShape.endsEarly }
    if text[place] == mark {
      place += 1
      return true
    }
    guard !isFirst else { return false }
    guard text[place] == UInt8(ascii: ",") else { throw unexpected(Phrase("a comma", zh: "逗号")) }
    let comma = place
    place += 1
    skipBlanks()
    guard place < text.count else { throw BadShape.endsEarly }
    guard text[place] != mark else {
      place = comma
      throw BadShape(
        message: Phrase(
          "a comma stands behind the last value, which JSON does not allow. Remove it.",
          zh: "最后一个值之后多了逗号，不符合 JSON 规范，请删去。"))
    }
    return false
  }

  func unexpected(_ what: Phrase) -> BadShape {
    let end = text[place...].prefix(24).firstIndex { $0 <= 0x20 } ?? min(place + 24, text.count)
    return .expected(what, String(decoding: text[place..<max(end, min(place + 1, text.count))], as: UTF8.self))
  }
}

extension BadShape {
  static var endsEarly: BadShape {
    BadShape(
      message: Phrase(
        "the file ends within a value. It was not written to its end; save or fetch it again.",
        zh: "文件在一个值的中间中断，未写完整，请重新保存或获取。"))
  }
}

/// The keys of an object so far. Most objects have few; a list of those is faster than a set.
private struct SeenKeys {
  private var list: [String] = []
  private var set: Set<ExactText> = []

  private static let mostInList = 16

  /// Whether the key is new.
  mutating func insert(_ key: String) -> Bool {
    guard set.isEmpty else { return set.insert(ExactText(key)).inserted }
    guard !list.containsExactly(key) else { return false }
    list.append(key)
    if list.count > Self.mostInList { set = Set(list.map(ExactText.init)) }
    return true
  }
}
