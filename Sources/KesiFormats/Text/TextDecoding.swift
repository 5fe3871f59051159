import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Text of a table as UTF-8 without a byte order mark.
///
/// The encoding is told by the byte order mark; without one, bytes that are valid UTF-8 are UTF-8, and all others are
/// GB18030 (of which GBK and GB2312 are parts): what Excel in China writes without a sign.
enum TextDecoding {
  /// Where and why bytes are no text.
  struct Failure: Error {
    let message: Phrase
  }

  /// Hands the UTF-8 bytes to `body`: those given where they are UTF-8 already, else a converted copy.
  static func withUTF8<Result>(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let plain = bytes.bindMemory(to: UInt8.self)
    if plain.starts(with: [0xFF, 0xFE]) {
      return try withConverted(plain.dropFirst(2), from: "UTF-16LE", body)
    }
    if plain.starts(with: [0xFE, 0xFF]) {
      return try withConverted(plain.dropFirst(2), from: "UTF-16BE", body)
    }
    let text = plain.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: plain.dropFirst(3)) : plain
    try refuseZero(in: text)
    if (try? UTF8Span(validating: text.span)) != nil { return try body(text) }
    return try withConverted(text[...], from: "GB18030", body)
  }

  /// A zero byte is in no text, whatever encoding it came in.
  private static func refuseZero(in text: UnsafeBufferPointer<UInt8>) throws(Failure) {
    guard let zero = text.firstIndex(of: 0) else { return }
    throw Failure(
      message: Phrase(
        "is not a text file (byte \(zero + 1) is zero). Save it as CSV from the program that made it.",
        zh: "不是文本文件（第 \(zero + 1) 个字节为零）。请在原来的软件中另存为 CSV。"))
  }

  private static func withConverted<Result>(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from encoding: String,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let input = UnsafeBufferPointer(rebasing: bytes)
    let converter = iconv_open("UTF-8", encoding)
    guard converter != iconv_t(bitPattern: -1) else {
      throw Failure(
        message: Phrase(
          "is encoded in \(encoding), which this system cannot read. Install the package libc-bin, or save the file as UTF-8.",
          zh: "编码为 \(encoding)，本机无法读取。请安装软件包 libc-bin，或将文件另存为 UTF-8。"))
    }
    defer { iconv_close(converter) }
    // Two bytes of UTF-16 or GBK become three of UTF-8 at most.
    let capacity = input.count * 2 + 16
    let output = UnsafeMutablePointer<CChar>.allocate(capacity: capacity)
    defer { output.deallocate() }
    var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
    var sourceLeft = input.count
    var target: UnsafeMutablePointer<CChar>? = output
    var targetLeft = capacity
    guard iconv(converter, &source, &sourceLeft, &target, &targetLeft) != -1 else {
      let place = input.count - sourceLeft
      let row = input[..<place].count { $0 == 0x0A } + 1
      throw Failure(
        message: Phrase(
          "line \(row) (byte \(place + 1)) is neither UTF-8 nor \(encoding). Save the file as “CSV UTF-8”.",
          zh: "第 \(row) 行（第 \(place + 1) 个字节）既不是 UTF-8 也不是 \(encoding) 编码。请将文件另存为“CSV UTF-8”。"))
    }
    return try UnsafeRawBufferPointer(start: output, count: capacity - targetLeft).withMemoryRebound(
      to: UInt8.self
    ) { text in
      try refuseZero(in: text)
      return try body(text)
    }
  }
}
