import KesiMatrix
import KesiNetwork

/// Reads a graph file that is a text, in whatever encoding.
enum GraphText {
  /// - Parameter declared: the encoding that the file says it is of.
  static func read(
    _ source: FileSource, _ options: ReadingOptions, on parallel: Parallel, declared: TextEncoding? = nil,
    by parse: (inout GraphScanner, inout GraphTables) throws -> Void
  ) throws -> NetworkReading {
    let file = source.name
    var graph = try GraphTables(file: file)
    var line = 1
    do {
      try source.withBytes { bytes in
        try TextDecoding.withUTF8(bytes, as: options.encoding, declared: declared) { text, finding in
          if finding.encoding != .utf8 { graph.remarks.append(Remark(.file(file), finding.sentence)) }
          var scanner = GraphScanner(text)
          defer { line = scanner.line }
          try parse(&scanner, &graph)
        }
      }
    } catch let failure as TextDecoding.Failure {
      throw BadData([Problem(.error, .file(file), failure.message)])
    } catch let fault as BadShape {
      throw BadData([Problem(.error, .line(file: file, line), fault.message)])
    }
    return try graph.reading(options, on: parallel)
  }
}

/// Walks through a text word by word, and knows its lines.
struct GraphScanner {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var place = 0
  private(set) var line = 1

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// How many nodes a file of this length may declare without a line for each: they take room, however short it is.
  var mostDeclared: Int { max(1 << 17, text.count) }

  var isAtEnd: Bool { place >= text.count }
  var next: UInt8? { place < text.count ? text[place] : nil }

  @inline(__always) mutating func skip() {
    // CR LF and CR alone end one line, too.
    if text[place] == 0x0A || text[place] == 0x0D && !(place + 1 < text.count && text[place + 1] == 0x0A) { line += 1 }
    place += 1
  }

  mutating func skip(while isMeant: (UInt8) -> Bool) { while place < text.count, isMeant(text[place]) { skip() } }

  mutating func skipBlanks() { skip { $0 <= 0x20 } }

  /// Blanks up to the end of the line.
  mutating func skipBlanksInLine() { skip { $0 <= 0x20 && $0 != 0x0A && $0 != 0x0D } }

  var isAtLineStart: Bool { place == 0 || text[place - 1] == 0x0A || text[place - 1] == 0x0D }

  var isAtLineEnd: Bool { next.map { $0 == 0x0A || $0 == 0x0D } ?? true }

  mutating func skipLine() {
    skip { $0 != 0x0A && $0 != 0x0D }
    if next == 0x0D { skip() }
    if next == 0x0A, !isAtEnd { skip() }
  }

  /// The bytes from here on that are meant.
  mutating func take(while isMeant: (UInt8) -> Bool) -> UnsafeBufferPointer<UInt8> {
    let start = place
    skip(while: isMeant)
    return UnsafeBufferPointer(rebasing: text[start..<place])
  }

  /// What stands up to a mark, which is passed.
  ///
  /// - Throws: `BadShape` where there is none.
  mutating func take(to mark: UInt8) throws -> UnsafeBufferPointer<UInt8> {
    let found = take { $0 != mark }
    guard next == mark else { throw BadShape.openQuotes }
    skip()
    return found
  }

  /// Goes back over what was taken and holds no end of a line.
  mutating func back(_ count: Int) { place -= count }
}

extension BadShape {
  static let openQuotes = BadShape(
    message: Phrase(
      "the file ends within quotes. It was not written to its end; save or fetch it again.",
      zh: "文件在引号中间中断，未写完整，请重新保存或获取。"))
}
