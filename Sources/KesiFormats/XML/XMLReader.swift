import CExpat
import KesiNetwork

/// What hears of the parts of an XML text, in their order.
///
/// What it throws ends the reading. A problem of the file is `reader.problem(…)`, which knows the place.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes, in reader: XMLReader) throws
  func end(_ name: XMLName, in reader: XMLReader) throws
  /// A piece of text in UTF-8. The text between two tags may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, in reader: XMLReader) throws
}

extension XMLHandler {
  func end(_ name: XMLName, in reader: XMLReader) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>, in reader: XMLReader) {}
}

/// Reads XML as a stream: bytes are fed in pieces, a handler hears of elements and text.
///
/// UTF-8, UTF-16, Latin-1 and ASCII are understood. Nothing is loaded that the text names, and nothing in it stands for
/// more than itself: a text that declares entities, or anything else within its `DOCTYPE`, is refused. So is one whose
/// elements are nested beyond `depth`, or whose text between two tags is longer than `textLimit`. How many elements there
/// may be is up to the handler.
///
/// - Complexity: O(bytes) time; memory for the open elements and the longest tag, which has a bound.
final class XMLReader {
  /// What messages call the text.
  let file: String
  private let parser: XML_Parser
  private let handler: any XMLHandler
  private let depth: Int
  private let textLimit: Int
  private var path = XMLPath()
  private var failure: (any Error)?
  /// How many bytes of text there were since the last tag.
  private var textCount = 0
  /// How many bytes were fed since anything was heard of.
  private var silence = 0

  /// The longest tag, comment or the like. Expat looks at an unfinished one anew with each piece that is fed.
  private static let longestSilence = 4 << 20
  private static let pieceLength = 1 << 18

  init(_ file: String, depth: Int = 256, textLimit: Int = 64 << 20, to handler: some XMLHandler) throws {
    guard let parser = XML_ParserCreate(nil) else {
      throw Problem(.error, .file(file), Phrase("there is no memory to read it.", zh: "内存不足，无法读取。"))
    }
    self.parser = parser
    self.file = file
    self.handler = handler
    self.depth = depth
    self.textLimit = textLimit
    // Unretained: the parser lives no longer than this object, and calls back only from `feed`.
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        XMLReader.at(data) { try $0.enter(XMLName(qualified: name), XMLAttributes(attributes)) }
      },
      { data, name in
        guard let name else { return }
        XMLReader.at(data) { try $0.leave(XMLName(qualified: name)) }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text, count > 0 else { return }
      let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      XMLReader.at(data) { try $0.hear(UnsafeBufferPointer(start: start, count: Int(count))) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasDeclarations in
      guard hasDeclarations != 0 else { return }
      XMLReader.at(data) { throw $0.problem(XMLReader.declarations) }
    }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      XMLReader.at(data) { throw $0.problem(XMLReader.declarations) }
    }
    XML_SetSkippedEntityHandler(parser) { data, name, _ in
      let name = name.map { String(cString: $0) } ?? ""
      XMLReader.at(data) {
        throw $0.problem(
          Phrase(
            "the entity “&\(name.shortened);” is not known, and files that a text names are not loaded. Write the characters themselves.",
            zh: "实体“&\(name.shortened);”未定义，文件所引用的外部内容不予载入。请直接写出相应字符。"))
      }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a further piece, of any length.
  ///
  /// - Throws: `Problem` where the text is no XML or refused, or what the handler throws. Feed nothing after that.
  func feed(_ bytes: UnsafeRawBufferPointer) throws {
    var start = 0
    while start < bytes.count {
      let count = min(Self.pieceLength, bytes.count - start)
      silence += count
      try parse(UnsafeRawBufferPointer(rebasing: bytes[start..<start + count]), isLast: false)
      guard silence <= Self.longestSilence else {
        throw problem(
          Phrase(
            "a tag or a comment is longer than 4 MB. No program writes such a file; check where it is from.",
            zh: "有标签或注释长度超过 4 MB，不是正常软件写出的文件，请核对来源。"))
      }
      start += count
    }
  }

  /// Tells that all is fed.
  func finish() throws { try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }

  /// Where the reader is.
  var place: Place {
    .xml(file: file, path: path.text, line: line)
  }

  /// The line in which the reader is, from 1.
  var line: Int { Int(clamping: XML_GetCurrentLineNumber(parser)) }

  /// An error at the present place.
  func problem(_ message: Phrase) -> Problem { Problem(.error, place, message) }

  private func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws {
    let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, start, Int32(piece.count), isLast ? 1 : 0)
    if let failure { throw failure }
    if status != XML_STATUS_OK { throw problem(XMLFault.message(XML_GetErrorCode(parser))) }
  }

  /// Calls the reader that a callback of expat belongs to.
  private static func at(_ data: UnsafeMutableRawPointer?, _ body: (XMLReader) throws -> Void) {
    guard let data else { return }
    let reader = Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
    // Expat may call once more after it was stopped.
    guard reader.failure == nil else { return }
    reader.silence = 0
    do {
      try body(reader)
    } catch {
      reader.failure = error
      XML_StopParser(reader.parser, 0)
    }
  }

  private func enter(_ name: XMLName, _ attributes: XMLAttributes) throws {
    path.enter(name)
    textCount = 0
    guard path.depth <= depth else {
      throw problem(
        Phrase(
          "elements are nested more than \(depth) deep. Check where the file is from.",
          zh: "元素嵌套超过 \(depth) 层，请核对文件来源。"))
    }
    try handler.start(name, attributes, in: self)
  }

  private func leave(_ name: XMLName) throws {
    textCount = 0
    try handler.end(name, in: self)
    path.leave()
  }

  private func hear(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    textCount += bytes.count
    guard textCount <= textLimit else {
      throw problem(
        Phrase(
          "a text is longer than \(textLimit >> 20) MB. Check where the file is from.",
          zh: "有一段文本超过 \(textLimit >> 20) MB，请核对文件来源。"))
    }
    try handler.text(bytes, in: self)
  }

  private static let declarations = Phrase(
    "a DOCTYPE that declares entities or elements of its own is not read. Remove what is in its square brackets.",
    zh: "DOCTYPE 中自带实体或元素声明，出于安全不予读取。请删去方括号内的声明。")
}
