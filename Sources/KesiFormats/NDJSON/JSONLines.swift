import KesiNetwork

/// A text with a value of JSON on each line (NDJSON), walked through piece by piece, so that of a file no more than a piece
/// need be in memory. Empty lines say nothing.
struct JSONLines {
  private static let pieceLength = 4 << 20
  /// The longest line: a bound against files that have none.
  private static let longestLine = 64 << 20
  /// By so many of the first bytes the encoding is told.
  private static let sampleLength = 1 << 16

  let source: FileSource
  private let text: UnsafeBufferPointer<UInt8>

  /// Lends the lines of what was opened. Where they begin as UTF-8, as JSON should, they are that and are not copied.
  ///
  /// - Throws: `BadData` where they are of no encoding that can be told; what `body` throws.
  static func with<Result>(
    _ source: FileSource, as encoding: TextEncoding?, _ body: (JSONLines, TextDecoding.Finding?) throws -> Result
  ) throws -> Result {
    try source.withBytes { bytes in
      let all = bytes.bindMemory(to: UInt8.self)
      if encoding == nil || encoding == .utf8, all.beginsAsUTF8(sampleLength) {
        let start = all.starts(with: TextEncoding.utf8.mark) ? TextEncoding.utf8.mark.count : 0
        return try body(JSONLines(source: source, text: UnsafeBufferPointer(rebasing: all[start...])), nil)
      }
      do {
        return try TextDecoding.withUTF8(bytes, as: encoding) { try body(JSONLines(source: source, text: $0), $1) }
      } catch let failure as TextDecoding.Failure {
        throw BadData([Problem(.error, .file(source.name), failure.message)])
      }
    }
  }

  /// - Parameter body: reads the value of a line; false where no more is wanted.
  /// - Throws: `BadData` where a line is wrong.
  func each(_ body: (inout JSONReader, _ line: Int) throws -> Bool) throws {
    var (place, line) = (0, 0)
    while place < text.count {
      var end = min(place + Self.pieceLength, text.count)
      if end < text.count {
        let most = min(end + Self.longestLine, text.count)
        guard let lineEnd = text[end..<most].firstIndex(of: 0x0A) ?? (most == text.count ? most - 1 : nil) else {
          line += text[place..<end].count { $0 == 0x0A } + 1
          throw failure(
            line, 1,
            Phrase(
              "this line is longer than \(Self.longestLine >> 20) MB. Each node or tie has a line of its own: write the file anew, or check where it is from.",
              zh: "本行超过 \(Self.longestLine >> 20) MB。每个节点或联系应各占一行：请重新导出，或核对文件来源。"))
        }
        end = lineEnd + 1
      }
      let piece = UnsafeBufferPointer(rebasing: text[place..<end])
      let goesOn = try each(in: piece, &line, body)
      source.letGo(piece)
      guard goesOn else { return }
      place = end
    }
  }

  private func each(
    in piece: UnsafeBufferPointer<UInt8>, _ line: inout Int, _ body: (inout JSONReader, Int) throws -> Bool
  ) throws -> Bool {
    let isValid = (try? UTF8Span(validating: piece.span)) != nil
    var start = 0
    while start < piece.count {
      line += 1
      let end = piece[start...].firstIndex(of: 0x0A) ?? piece.count
      let row = UnsafeBufferPointer(rebasing: piece[start..<end])
      start = end + 1
      guard isValid || (try? UTF8Span(validating: row.span)) != nil else {
        throw failure(
          line, 1,
          Phrase(
            "is not UTF-8, as the lines before it are. Say --encoding, or write the file anew as UTF-8.",
            zh: "不是 UTF-8 编码，而前面各行是。请用 --encoding 指定编码，或以 UTF-8 重新导出。"))
      }
      var json = JSONReader(row)
      if json.isAtEnd() { continue }
      do {
        guard try body(&json, line) else { return false }
        guard json.isAtEnd() else {
          throw BadShape(
            message: Phrase(
              "more follows behind the value of this line. Write each on a line of its own.",
              zh: "本行的值之后还有内容。请每行只写一个。"))
        }
      } catch let fault as BadShape {
        throw failure(line, row.column(of: json.place), fault.message)
      }
    }
    return true
  }

  func failure(_ line: Int, _ column: Int, _ message: Phrase) -> BadData {
    BadData([Problem(.error, .character(file: source.name, line: line, column: column), message)])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the first bytes are UTF-8, of which the last character may be cut.
  fileprivate func beginsAsUTF8(_ most: Int) -> Bool {
    let start = prefix(most)
    guard !start.contains(0) else { return false }
    return (0...Swift.min(3, start.count)).contains { cut in
      // Only what is cut off a longer text may lack the end of a character.
      (cut == 0 || count > most)
        && (try? UTF8Span(validating: UnsafeBufferPointer(rebasing: start.dropLast(cut)).span)) != nil
    }
  }

  /// In which column a byte stands, as editors count: bytes that continue a character are none.
  fileprivate func column(of place: Int) -> Int {
    self[..<Swift.min(place, count)].count { $0 & 0xC0 != 0x80 } + 1
  }
}
