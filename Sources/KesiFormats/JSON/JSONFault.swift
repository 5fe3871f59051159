import KesiNetwork

/// What is wrong with a text of JSON, and at which of its bytes: such files often are one line, of which a number tells nothing.
struct JSONFault: Error {
  let message: Phrase
  let place: Int

  /// The same as a problem of a file.
  ///
  /// - Complexity: O(bytes before the place).
  func problem(in file: String, _ text: UnsafeBufferPointer<UInt8>) -> Problem {
    let before = UnsafeBufferPointer(rebasing: text[..<min(place, text.count)])
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    // As editors count: bytes that continue a character are none.
    let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
    return Problem(.error, .character(file: file, line: text.line(of: before.count), column: column), message)
  }
}

extension JSONReader {
  init(_ text: UnsafeBufferPointer<UInt8>, at place: Int) {
    self.init(text)
    self.place = place
  }

  /// Walks through values, so that what is wrong there is said with its place.
  mutating func walk<Result>(_ body: (inout JSONReader) throws -> Result) throws -> Result {
    do { return try body(&self) } catch let fault as BadShape { throw JSONFault(message: fault.message, place: place) }
  }

  /// Hands over the bytes of the next value: those of a text as it reads, of a number or a flag as it is written, of a list
  /// or an object as JSON; none of `null`, nor of the `NaN` that Python writes for a number that is missing.
  mutating func bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result {
    var bytes: String
    switch try kind() {
    case .string:
      // Most have no escapes, and no control characters either way.
      if let plain = try plainString() { return try body(plain) }
      bytes = try string()
    case .null:
      try null()
      bytes = ""
    case .number:
      bytes = try number()
      if bytes == "NaN" { bytes = "" }
    case .boolean, .object, .array: bytes = try written()
    }
    guard !bytes.utf8.contains(0) else {
      throw BadShape(message: Phrase("the character U+0000 is in no text. Remove it.", zh: "文本中不能有 U+0000 字符，请删去。"))
    }
    return try bytes.withUTF8(body)
  }

  /// Whether `NaN` stands here; in quotes, as some programs write it since JSON has no such number, however it is spelled.
  var isAtNaN: Bool {
    let word = text[min(place, text.count)...].prefix(5)
    guard word.first == UInt8(ascii: "\"") else { return word.first == UInt8(ascii: "N") }
    return word.last == UInt8(ascii: "\"") && word.dropFirst().dropLast().map { $0 | 0x20 } == Array("nan".utf8)
  }

  /// That a weight is `NaN`, which other attributes may be where nothing is known.
  static let weightIsNoNumber = BadShape.expected(
    Phrase(
      "the weight of a tie, a number of 0 or more (null, if none is known: then it counts as 1)",
      zh: "联系的强度，即大于或等于 0 的数字（未知时写 null，按 1 计）"), "NaN")

  /// Whether a text is a number of JSON.
  static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else { return false }
    var text = text
    return text.withUTF8 { bytes in
      var json = JSONReader(bytes)
      // The words of Python that stand for numbers are none.
      guard let last = (try? json.number())?.utf8.last else { return false }
      return last <= UInt8(ascii: "9") && json.place == bytes.count
    }
  }
}
