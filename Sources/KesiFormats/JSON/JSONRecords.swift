import KesiNetwork

/// The records of a file of JSON: the items of a list, or values one after the other, as in files of one a line (NDJSON).
/// What registers answer to a query, an object that has the list under one of its keys, is read likewise.
struct JSONRecords {
  let source: FileSource
  /// The keys of an object under which a list of records may stand: `items`, `results`.
  let keys: [String]
  var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  /// Hands over each record with its number, from 1.
  ///
  /// - Throws: `BadData` with the line of what is no JSON; what `body` throws, a `BadShape` with the line of its record.
  func each(_ body: (_ record: JSONNode, _ number: Int) throws -> Void) throws {
    var line = 1
    do {
      try source.withBytes { bytes in
        try TextDecoding.withUTF8(bytes) { text in
          var reader = JSONReader(text)
          var number = 0
          // Counting lines takes a walk through the text: once, where something is wrong.
          do { try each(in: &reader, &number, of: text.count, body) } catch let fault as BadShape {
            line = reader.line
            throw fault
          }
        }
      }
    } catch let failure as TextDecoding.Failure {
      throw BadData([Problem(.error, .file(source.shortName), failure.message)])
    } catch let fault as BadShape {
      throw BadData([Problem(.error, .line(file: source.shortName, line), fault.message)])
    }
  }

  private func each(
    in reader: inout JSONReader, _ number: inout Int, of total: Int, _ body: (JSONNode, Int) throws -> Void
  ) throws {
    func record(_ reader: inout JSONReader) throws {
      let start = reader.place
      let record = try reader.value()
      number += 1
      guard case .object = record else {
        reader.place = start
        throw BadShape(
          message: Phrase(
            "record \(number) is no object { … }, as the others of such a file are.", zh: "第 \(number) 条记录不是对象 { … }。"))
      }
      do { try body(record, number) } catch {
        reader.place = start
        throw error
      }
      if number % 256 == 0 { progress?(reader.place, total) }
    }
    // Telling an answer takes a walk through it: where the first value is none, the others are records as well.
    var mayAnswer = true
    while !reader.isAtEnd() {
      if try reader.kind() == .array {
        try reader.readArray(record)
      } else {
        if mayAnswer { mayAnswer = try answers(&reader, record) }
        if !mayAnswer { try record(&reader) }
      }
    }
  }

  /// Reads what a register answers to a query; false, with nothing read, where this is none.
  private func answers(_ reader: inout JSONReader, _ record: (inout JSONReader) throws -> Void) throws -> Bool {
    var ahead = reader
    var isAnswer = false
    guard try reader.kind() == .object else { return false }
    do {
      try ahead.readObject { ahead, key in
        if keys.containsExactly(key), try ahead.kind() == .array { isAnswer = true }
        try ahead.skipValue()
      }
    } catch {
      reader.place = ahead.place
      throw error
    }
    guard isAnswer else { return false }
    try reader.readObject { reader, key in
      if keys.containsExactly(key), try reader.kind() == .array {
        try reader.readArray(record)
      } else {
        try reader.skipValue()
      }
    }
    return true
  }
}

extension JSONRecords {
  /// Whether a file begins as one of such records does: with an id of their kind as that of the first.
  ///
  /// - Parameter start: the first bytes, which may end in the midst of a value.
  static func begin(_ start: [UInt8], keys: [String], hasID isID: (String) -> Bool) -> Bool {
    let text = start.starts(with: TextEncoding.utf8.mark) ? Array(start.dropFirst(TextEncoding.utf8.mark.count)) : start
    return text.withUnsafeBufferPointer { text in
      var reader = JSONReader(text)
      var isOne = false
      func look(_ reader: inout JSONReader) throws {
        try reader.readObject { reader, key in
          if keys.containsExactly(key), try reader.kind() == .array {
            try reader.readArray(look)
          } else if key.isExactly("id"), try reader.kind() == .string {
            isOne = isID(try reader.string())
            throw Known()
          } else {
            try reader.skipValue()
          }
        }
      }
      do {
        if try reader.kind() == .array { try reader.readArray(look) } else { try look(&reader) }
      } catch {
        // The start ends in the midst of a value, or this is no JSON: no id was found then.
      }
      return isOne
    }
  }

  private struct Known: Error {}
}
