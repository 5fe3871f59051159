import KesiMatrix
import KesiNetwork

/// The container of a `.kesi` snapshot: a header, a directory, and arrays of numbers, all little-endian and aligned to 64
/// bytes so that they are used where they lie in a mapped file.
///
/// Header: magic (8 bytes), version (4), number of arrays (4), length of the file (8), checksum of the directory (8).
/// Directory, an entry an array: tag (4), bytes of an element (4), number of elements (8), place in the file (8),
/// checksum (8).
enum SnapshotFile {
  /// Ends as PNG's does, so that a transfer that alters line ends is noticed.
  static let magic: [UInt8] = Array("KESI\r\n\u{1A}\n".utf8)
  /// Raised whenever what the arrays mean changes; other versions are refused.
  static let version: UInt32 = 4

  /// Whether a file begins as snapshots do, as far as it goes.
  fileprivate static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.prefix(magic.count).elementsEqual(magic.prefix(bytes.count))
  }

  fileprivate static let headerLength = 32
  fileprivate static let entryLength = 32
  fileprivate static let alignment = 64
  /// Room for all columns of all tables of as many as are read (``Record.mostFields``), carried ones among them.
  fileprivate static let mostArrays = 1 << 16
}

/// Arrays to be written, one behind the other.
struct SnapshotWriter {
  private struct Entry {
    let tag: UInt32
    let width: Int
    let count: Int
    let withBytes: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void
  }

  private var entries: [Entry] = []

  mutating func add<Element: BitwiseCopyable>(_ tag: SnapshotTag, _ values: [Element]) {
    entries.append(
      Entry(tag: tag.rawValue, width: MemoryLayout<Element>.stride, count: values.count) { body in
        try values.withUnsafeBytes(body)
      })
  }

  mutating func add<Element: BitwiseCopyable>(_ tag: SnapshotTag, _ values: LentArray<Element>) {
    entries.append(
      Entry(tag: tag.rawValue, width: MemoryLayout<Element>.stride, count: values.count) { body in
        try values.withUnsafeBufferPointer { try body(UnsafeRawBufferPointer($0)) }
      })
  }

  /// Writes the file, whole or not at all.
  func write(to path: String, threads: Int) throws {
    guard entries.count <= SnapshotFile.mostArrays else {
      throw CannotWrite(
        message: Phrase(
          "\(path) cannot be written: it would hold \(entries.count) columns and other lists, and a snapshot holds up to \(SnapshotFile.mostArrays). Leave out columns that Kesi does not know.",
          zh: "无法写入 \(path)：共有 \(entries.count) 列（含其他列表），快照最多容纳 \(SnapshotFile.mostArrays) 列。请删去程序不识别的列。"),
        isClosedPipe: false)
    }
    func aligned(_ place: Int) -> Int {
      (place + SnapshotFile.alignment - 1) / SnapshotFile.alignment * SnapshotFile.alignment
    }
    var place = aligned(SnapshotFile.headerLength + SnapshotFile.entryLength * entries.count)
    var directory: [UInt8] = []
    for entry in entries {
      var checksum: UInt64 = 0
      try entry.withBytes { checksum = Checksum.of($0, threads: threads) }
      directory.append(entry.tag)
      directory.append(UInt32(entry.width))
      directory.append(UInt64(entry.count))
      directory.append(UInt64(place))
      directory.append(checksum)
      place = aligned(place + entry.width * entry.count)
    }
    var header = SnapshotFile.magic
    header.append(SnapshotFile.version)
    header.append(UInt32(entries.count))
    header.append(UInt64(place))
    header.append(directory.withUnsafeBytes { Checksum.of($0) })
    try AtomicFile.write(to: path) { write in
      let start = header + directory
      try start.withUnsafeBytes(write)
      var length = start.count
      func pad() throws {
        try [UInt8](repeating: 0, count: aligned(length) - length).withUnsafeBytes(write)
        length = aligned(length)
      }
      try pad()
      for entry in entries {
        try entry.withBytes(write)
        length += entry.width * entry.count
        try pad()
      }
    }
  }
}

/// A snapshot that was opened: its arrays, each checked before it is handed over.
struct SnapshotReader {
  private let file: any HeldBytes
  private let name: String
  private let threads: Int
  private var places: [UInt32: Range<Int>] = [:]
  /// Where arrays lie, and the checksum of each.
  private var sums: [(place: Range<Int>, sum: UInt64)] = []

  /// Reads what there is in it, not yet the arrays themselves: see ``checkSums()``.
  ///
  /// - Throws: `BadData` where the file is no snapshot, of another version, cut short or altered.
  init(_ source: FileSource, threads: Int) throws {
    file = try source.contents()
    name = source.name
    self.threads = threads
    let bytes = file.bytes
    guard bytes.count >= SnapshotFile.headerLength || bytes.isEmpty || !SnapshotFile.begins(bytes) else {
      throw refusal(
        Phrase(
          "has \(bytes.count) bytes, fewer than any snapshot: it was cut short. Copy or make it again.",
          zh: "文件只有 \(bytes.count) 字节，少于任何快照：可能被截断。请重新复制或生成。"))
    }
    guard bytes.starts(with: SnapshotFile.magic) else {
      throw refusal(
        Phrase(
          "is not a snapshot, though its name ends in .kesi. Make one with `kesi convert NETWORK -o FILE.kesi`.",
          zh: "虽以 .kesi 结尾，但不是快照文件。请用 kesi convert 网络 -o 文件.kesi 生成。"))
    }
    let version: UInt32 = bytes.number(at: 8)
    guard version == SnapshotFile.version else {
      throw refusal(
        Phrase(
          "is a snapshot of version \(version); this version of kesi reads version \(SnapshotFile.version). Make the snapshot again from its tables.",
          zh: "快照格式为第 \(version) 版，本程序只能读取第 \(SnapshotFile.version) 版。请用原表格重新生成。"))
    }
    let count = Int(bytes.number(at: 12) as UInt32)
    let length: UInt64 = bytes.number(at: 16)
    guard length == UInt64(bytes.count) else {
      throw refusal(
        Phrase(
          "has \(bytes.count) bytes and should have \(length): it was cut short or added to. Copy or make it again.",
          zh: "文件有 \(bytes.count) 字节，应为 \(length) 字节：可能被截断或追加。请重新复制或生成。"))
    }
    let end = SnapshotFile.headerLength + SnapshotFile.entryLength * count
    guard count <= SnapshotFile.mostArrays, end <= bytes.count else { throw altered() }
    let directory = UnsafeRawBufferPointer(rebasing: bytes[SnapshotFile.headerLength..<end])
    guard Checksum.of(directory) == bytes.number(at: 24) else { throw altered() }
    for index in 0..<count {
      let entry = SnapshotFile.entryLength * index
      let width = UInt64(directory.number(at: entry + 4) as UInt32)
      let (size, isTooLong) = width.multipliedReportingOverflow(by: directory.number(at: entry + 8))
      let place: UInt64 = directory.number(at: entry + 16)
      guard !isTooLong, place % UInt64(SnapshotFile.alignment) == 0, place <= length, size <= length - place else {
        throw altered()
      }
      places[directory.number(at: entry)] = Int(place)..<Int(place + size)
      sums.append((Int(place)..<Int(place + size), directory.number(at: entry + 24)))
    }
  }

  /// Goes through all of it.
  ///
  /// - Throws: `BadData` where anything was altered.
  func checkSums() throws {
    for (range, sum) in sums
    where Checksum.of(UnsafeRawBufferPointer(rebasing: file.bytes[range]), threads: threads) != sum {
      throw altered()
    }
    // What is used of it comes back.
    file.letGo(file.bytes.bindMemory(to: UInt8.self))
  }

  /// The array of a tag, lent for as long as ``owner`` lives; empty where the file has none.
  func lend<Element: BitwiseCopyable>(_ tag: SnapshotTag, as: Element.Type) throws -> UnsafeBufferPointer<Element> {
    let range = places[tag.rawValue] ?? 0..<0
    guard range.count % MemoryLayout<Element>.stride == 0 else { throw altered() }
    return UnsafeRawBufferPointer(rebasing: file.bytes[range]).bindMemory(to: Element.self)
  }

  func array<Element: BitwiseCopyable>(_ tag: SnapshotTag, as type: Element.Type) throws -> [Element] {
    Array(try lend(tag, as: type))
  }

  /// The array of a tag where it lies, for as long as whoever has it.
  func lent<Element: BitwiseCopyable & Sendable>(_ tag: SnapshotTag, as type: Element.Type) throws -> LentArray<Element>
  {
    LentArray(lending: try lend(tag, as: type), owner: owner)
  }

  /// How many words of 32 bits the array of a tag has.
  func wordCount(_ tag: SnapshotTag) -> Int { (places[tag.rawValue]?.count ?? 0) / MemoryLayout<UInt32>.stride }

  func has(_ tag: SnapshotTag) -> Bool { places[tag.rawValue] != nil }

  /// What keeps lent arrays alive.
  var owner: AnyObject { file }

  func altered() -> BadData {
    refusal(
      Phrase(
        "was altered since it was written: its checksums do not match. Copy or make it again.",
        zh: "文件内容已被改动：校验和不符。请重新复制或生成。"))
  }

  func newer() -> BadData {
    refusal(
      Phrase(
        "has columns that this version of kesi does not know: a newer one has written it. Read it with that, or make it again from its tables.",
        zh: "含有本版本无法识别的列，由更新的版本写成。请用新版本读取，或用原表格重新生成。"))
  }

  private func refusal(_ message: Phrase) -> BadData { BadData([Problem(.error, .file(name), message)]) }
}

extension [UInt8] {
  fileprivate mutating func append(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int) -> Number {
    Number(littleEndian: loadUnaligned(fromByteOffset: place, as: Number.self))
  }
}
