import KesiNetwork

/// Text of a table as UTF-8 without a byte order mark.
///
/// The encoding is told by the mark at the start; without one, bytes that are valid UTF-8 are UTF-8, those of which every
/// second is zero UTF-16, and all others of the encoding whose common letters they would be: see ``EncodingGuess``.
enum TextDecoding {
  /// Where and why bytes are no text.
  struct Failure: Error {
    let message: Phrase
  }

  /// The encoding that a text was taken to be of, and by what.
  struct Finding {
    enum Reason { case given, declared, mark, valid, guess }

    let encoding: TextEncoding
    let reason: Reason

    /// `UTF-8`, or what was guessed and how to say otherwise.
    var sentence: Phrase {
      let name = encoding.label
      return switch reason {
      case .given: Phrase("encoding \(name.en), as --encoding says", zh: "编码 \(name.zh)（由 --encoding 指定）")
      case .declared: Phrase("encoding \(name.en), as the file says", zh: "编码 \(name.zh)（由文件自身声明）")
      case .mark: Phrase("encoding \(name.en), by its mark", zh: "编码 \(name.zh)（按文件开头的标记）")
      case .valid: Phrase("encoding \(name.en)", zh: "编码 \(name.zh)")
      case .guess:
        Phrase(
          "encoding \(name.en), since it is not UTF-8 and its letters are common ones there; if names look wrong, say --encoding",
          zh: "编码 \(name.zh)（不是 UTF-8，且按此编码多为常用字）；如名称显示不对，请用 --encoding 指定")
      }
    }
  }

  /// Hands the UTF-8 bytes to `body`: those given where they are UTF-8 already, else a converted copy.
  static func withUTF8<Result>(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    try withUTF8(bytes, as: nil) { text, _ in try body(text) }
  }

  /// - Parameters:
  ///   - encoding: nil where it is to be told.
  ///   - declared: what a file that is not UTF-8 says of itself.
  static func withUTF8<Result>(
    _ bytes: UnsafeRawBufferPointer, as encoding: TextEncoding?, declared: TextEncoding? = nil,
    _ body: (UnsafeBufferPointer<UInt8>, Finding) throws -> Result
  ) throws -> Result {
    let all = bytes.bindMemory(to: UInt8.self)
    let finding = try finding(of: all, as: encoding, declared: declared)
    let mark = finding.encoding.mark
    let text = !mark.isEmpty && all.starts(with: mark) ? UnsafeBufferPointer(rebasing: all.dropFirst(mark.count)) : all
    guard finding.encoding == .utf8 else { return try withConverted(text, finding, body) }
    try refuseZero(in: text)
    // What was found to be UTF-8 was looked at to its end.
    if finding.reason == .valid || (try? UTF8Span(validating: text.span)) != nil { return try body(text, finding) }
    let place = text.firstThatIsNotUTF8
    throw Failure(
      message: Phrase(
        "line \(text.line(of: place)) (byte \(place + 1)) is not UTF-8. Say --encoding, or save the file as “CSV UTF-8”.",
        zh: "第 \(text.line(of: place)) 行（第 \(place + 1) 个字节）不是 UTF-8 编码。请用 --encoding 指定编码，或另存为“CSV UTF-8”。"))
  }

  private static func finding(
    of text: UnsafeBufferPointer<UInt8>, as given: TextEncoding?, declared: TextEncoding?
  ) throws(Failure) -> Finding {
    if let given { return Finding(encoding: given, reason: .given) }
    let marked: [TextEncoding] = [
      .utf8, .utf32LittleEndian, .utf32BigEndian, .utf16LittleEndian, .utf16BigEndian, .gb18030,
    ]
    if let encoding = marked.first(where: { text.starts(with: $0.mark) }) {
      return Finding(encoding: encoding, reason: .mark)
    }
    if let zero = text.firstIndex(of: 0) {
      guard let encoding = utf16(text) else { throw hasZero(at: zero) }
      return Finding(encoding: encoding, reason: .guess)
    }
    if (try? UTF8Span(validating: text.span)) != nil { return Finding(encoding: .utf8, reason: .valid) }
    if let declared, declared != .utf8 { return Finding(encoding: declared, reason: .declared) }
    try refuseMixture(text)
    guard let encoding = EncodingGuess(text).encoding else {
      let place = text.firstThatIsNotUTF8
      throw Failure(
        message: Phrase(
          "line \(text.line(of: place)) (byte \(place + 1)) is not UTF-8, and the bytes are no usual text in GB18030, Big5, Shift-JIS, EUC-KR or Windows-1252. Say --encoding (for instance windows-1251), or save the file as “CSV UTF-8”.",
          zh:
            "第 \(text.line(of: place)) 行（第 \(place + 1) 个字节）不是 UTF-8 编码，按 GB18030、Big5、Shift-JIS、EUC-KR、Windows-1252 也读不出通顺的文字。请用 --encoding 指定编码，或另存为“CSV UTF-8”。"
        ))
    }
    return Finding(encoding: encoding, reason: .guess)
  }

  /// Which UTF-16 it is where every zero stands in the same half of its unit, as in text with ASCII in it.
  private static func utf16(_ text: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard text.count % 2 == 0 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in text.prefix(1 << 16).enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let units = min(text.count, 1 << 16) / 2
    // ASCII with a zero in it now and then is no text.
    let isASCII = text.prefix(1 << 16).allSatisfy { $0 < 0x80 }
    if isASCII, (zeros[0] + zeros[1]) * 5 < units * 2 { return nil }
    // A text of tables has a separator or a line break among its first twenty letters.
    if zeros[0] == 0, zeros[1] * 20 >= units { return .utf16LittleEndian }
    if zeros[1] == 0, zeros[0] * 20 >= units { return .utf16BigEndian }
    return nil
  }

  /// A file put together from one that is UTF-8 and one that is not would be read wrong in one half.
  private static func refuseMixture(_ text: UnsafeBufferPointer<UInt8>) throws(Failure) {
    var (utf8Line, otherLine): (Int?, Int?)
    var (start, line) = (0, 1)
    while start < text.count, utf8Line == nil || otherLine == nil {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
      if (try? UTF8Span(validating: bytes.span)) == nil {
        otherLine = otherLine ?? line
      } else if utf8Line == nil, bytes.holdsChineseAsUTF8 {
        utf8Line = line
      }
      (start, line) = (end + 1, line + 1)
    }
    guard let utf8Line, let otherLine else { return }
    throw Failure(
      message: Phrase(
        "line \(utf8Line) is UTF-8 and line \(otherLine) is not: the file was put together from several. Save each part as “CSV UTF-8”, or say --encoding.",
        zh: "第 \(utf8Line) 行是 UTF-8 编码，第 \(otherLine) 行却不是：文件由不同编码的内容拼成。请将各部分都另存为“CSV UTF-8”，或用 --encoding 指定编码。"))
  }

  private static func refuseZero(in text: UnsafeBufferPointer<UInt8>) throws(Failure) {
    if let zero = text.firstIndex(of: 0) { throw hasZero(at: zero) }
  }

  /// A zero byte is in no text, whatever encoding it came in.
  private static func hasZero(at place: Int) -> Failure {
    Failure(
      message: Phrase(
        "is not a text file (byte \(place + 1) is zero). Save it as CSV from the program that made it.",
        zh: "不是文本文件（第 \(place + 1) 个字节为零）。请在原来的软件中另存为 CSV。"))
  }

  private static func withConverted<Result>(
    _ input: UnsafeBufferPointer<UInt8>, _ finding: Finding,
    _ body: (UnsafeBufferPointer<UInt8>, Finding) throws -> Result
  ) throws -> Result {
    let name = finding.encoding.label
    guard let converter = TextEncoding.Converter(from: finding.encoding) else {
      throw Failure(
        message: Phrase(
          "is encoded in \(name.en), which this system cannot read. Install the package libc-bin, or save the file as UTF-8.",
          zh: "编码为 \(name.zh)，本机无法读取。请安装软件包 libc-bin，或将文件另存为 UTF-8。"))
    }
    defer { converter.close() }
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: input.count * 3 + 16)
    defer { output.deallocate() }
    let (count, failure) = converter.convert(input, into: output)
    if let failure {
      throw Failure(
        message: Phrase(
          "line \(input.line(of: failure)) (byte \(failure + 1)) is not \(finding.reason == .guess ? "UTF-8 nor " : "")\(name.en). Say --encoding, or save the file as “CSV UTF-8”.",
          zh:
            "第 \(input.line(of: failure)) 行（第 \(failure + 1) 个字节）不是 \(finding.reason == .guess ? "UTF-8，也不是 " : "")\(name.zh) 编码。请用 --encoding 指定编码，或另存为“CSV UTF-8”。"
        ))
    }
    let text = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(output)[..<count])
    try refuseZero(in: text)
    return try body(text, finding)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// In which line a byte stands, from 1.
  func line(of place: Int) -> Int { self[..<place].count { $0 == 0x0A } + 1 }

  /// Where it stops to be UTF-8.
  fileprivate var firstThatIsNotUTF8: Int {
    do {
      _ = try UTF8Span(validating: span)
      return count
    } catch { return error.byteOffsets.lowerBound }
  }

  /// Whether it is UTF-8 with several Chinese characters: bytes of another encoding are that by chance only now and then.
  fileprivate var holdsChineseAsUTF8: Bool {
    var found = 0
    var index = 0
    while index + 2 < count {
      if (0xE4...0xE9).contains(self[index]) {
        found += 1
        if found == 3 { return true }
        index += 3
      } else {
        index += 1
      }
    }
    return false
  }
}
