import CZlib
import KesiNetwork

/// Data as `gzip` packs them: one member behind the other, each with a checksum.
enum Gzip {
  /// Why data cannot be unpacked.
  struct Failure: Error {
    let message: Phrase
  }

  /// How names of packed files end.
  static let ending = ".gz"

  static func begins(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// A name without the ending that says that something is packed.
  static func plainName(of path: String) -> String {
    let bytes = Array(path.utf8)
    guard bytes.count > 3, bytes.suffix(3).map({ $0 | 0x20 }) == Array(ending.utf8) else { return path }
    return String(decoding: bytes.dropLast(3), as: UTF8.self)
  }

  /// How many bytes may come of so many: tables and lists become 5 to 50 times as large, and what becomes 200 times as large
  /// is made to fill memory, unless it is small.
  static func most(from packed: Int, free: Int) -> Int {
    let (much, isTooMuch) = packed.multipliedReportingOverflow(by: 200)
    return min(free, isTooMuch ? free : max(much, 256 << 20))
  }

  /// The first bytes of what is packed, as far as the first bytes of the file hold them; none where they are damaged.
  static func start(of packed: [UInt8], most: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: most) { room, count in
      count = packed.withUnsafeBytes { packed in
        guard let stream = Stream(packed) else { return 0 }
        _ = stream.fill(UnsafeMutableRawBufferPointer(room))
        return most - stream.roomLeft
      }
    }
  }

  /// All that is packed.
  ///
  /// - Parameters:
  ///   - most: how many bytes may come of it: a file that is made to fill memory ends there.
  ///   - progress: hears of the bytes read and those there are, now and then.
  /// - Throws: ``Failure`` where data are damaged, cut short, followed by something else, or more than may be.
  /// - Complexity: O(bytes), about 300 MB of text a second.
  static func unpacked(
    _ packed: UnsafeRawBufferPointer, most: Int, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
  ) throws(Failure) -> GrownBytes {
    guard let stream = Stream(packed) else { throw .noMemory }
    let bytes = GrownBytes()
    while true {
      guard bytes.count < most else { throw .tooLarge(packed.count, most: most) }
      var result = Z_MEM_ERROR
      let isThere = bytes.append(most: 1 << 20) { room in
        result = stream.fill(room)
        return room.count - stream.roomLeft
      }
      guard isThere else { throw .noMemory }
      progress?(stream.read, packed.count)
      switch result {
      case Z_OK: continue
      case Z_STREAM_END:
        guard !stream.isAtEnd else { return bytes }
        guard stream.beginsMember else { throw .followed(at: stream.read) }
        stream.beginMember()
      case Z_BUF_ERROR:
        // Room is left, so what is missing are bytes to read.
        throw .cutShort(after: packed.count)
      case Z_MEM_ERROR: throw .noMemory
      default: throw .damaged(at: stream.read)
      }
    }
  }

  /// The state of zlib, which must not move while it is in use.
  private final class Stream {
    private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let packed: UnsafeRawBufferPointer
    /// How many of the packed bytes zlib has been given: it counts by 32 bits.
    private var given = 0

    /// Nil where there is no memory for it.
    init?(_ packed: UnsafeRawBufferPointer) {
      self.packed = packed
      state.initialize(to: z_stream())
      // 15 bits of window, as gzip has it; 16 more say that nothing but gzip is meant.
      guard inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    }

    deinit {
      inflateEnd(state)
      state.deallocate()
    }

    /// How many of the packed bytes have been read.
    var read: Int { given - Int(state.pointee.avail_in) }

    /// How much of the room was not filled.
    var roomLeft: Int { Int(state.pointee.avail_out) }

    /// Whether nothing follows but zeros, with which tapes and copies are filled up.
    var isAtEnd: Bool { packed[read...].allSatisfy { $0 == 0 } }

    var beginsMember: Bool { Gzip.begins(packed[read...]) }

    func beginMember() { inflateReset(state) }

    /// Unpacks until the room is full, or nothing more comes.
    ///
    /// - Returns: what zlib says of it.
    func fill(_ room: UnsafeMutableRawBufferPointer) -> Int32 {
      // At most 1 MiB, which 32 bits hold.
      state.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
      state.pointee.avail_out = uInt(room.count)
      while true {
        if state.pointee.avail_in == 0, given < packed.count {
          let piece = min(packed.count - given, 1 << 20)
          // zlib does not write to what it reads.
          state.pointee.next_in = packed.baseAddress.map {
            UnsafeMutableRawPointer(mutating: $0 + given).assumingMemoryBound(to: Bytef.self)
          }
          state.pointee.avail_in = uInt(piece)
          given += piece
        }
        let result = inflate(state, Z_NO_FLUSH)
        guard result == Z_OK, state.pointee.avail_out > 0 else { return result }
        if state.pointee.avail_in == 0, given == packed.count { return Z_BUF_ERROR }
      }
    }
  }
}

extension Gzip.Failure {
  fileprivate static let noMemory = Gzip.Failure(
    message: Phrase(
      "cannot be unpacked: there is no memory left. Close other programs, or use a machine with more.",
      zh: "无法解压：内存不足。请关闭其他程序，或换用内存更大的机器。"))

  fileprivate static func damaged(at place: Int) -> Gzip.Failure {
    Gzip.Failure(
      message: Phrase(
        "is gzip data that are damaged at or before byte \(place). Copy or download the file again.",
        zh: "gzip 压缩数据已损坏（第 \(place) 个字节或之前）。请重新复制或下载。"))
  }

  fileprivate static func cutShort(after count: Int) -> Gzip.Failure {
    Gzip.Failure(
      message: Phrase(
        "is gzip data that end too early, after \(count.counted("byte")). Copy or download the file again.",
        zh: "gzip 压缩数据不完整，只有 \(count) 字节。请重新复制或下载。"))
  }

  fileprivate static func followed(at place: Int) -> Gzip.Failure {
    Gzip.Failure(
      message: Phrase(
        "is gzip data up to byte \(place), and what follows is not. Pack the file again.",
        zh: "前 \(place) 字节为 gzip 压缩数据，其后的内容不是。请重新压缩该文件。"))
  }

  fileprivate static func tooLarge(_ packed: Int, most: Int) -> Gzip.Failure {
    let (before, after) = (Figure.count(packed).text, Figure.count(most >> 20).text)
    return Gzip.Failure(
      message: Phrase(
        "has \(before) bytes packed and more than \(after) MiB unpacked, more than any table of its size or than memory holds. If that is right, unpack it with `gunzip` and give the file.",
        zh: "压缩后 \(before) 字节，解压后超过 \(after) MiB，超出同等大小表格的正常范围或可用内存。如确认无误，请先用 gunzip 解压，再读取解压后的文件。"))
  }
}
