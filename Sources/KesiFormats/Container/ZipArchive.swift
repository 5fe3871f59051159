import CZip
import KesiNetwork
import Synchronization

/// The entries of a zip file, each unpacked as a stream.
///
/// What is packed may be made to harm: all that is unpacked is 4 GB at most, and an entry no more than 400 times its packed
/// length once it is past 64 MB. Nothing is ever written to disk, so that names of entries lead nowhere.
///
/// Unchecked: several threads may unpack entries at once, as what unpacks is called under a lock; all else is constant.
final class ZipArchive: @unchecked Sendable {
  struct Entry: Sendable {
    /// As it is in the archive.
    let name: String
    fileprivate let index: zip_uint64_t
    fileprivate let packedLength: UInt64
    fileprivate let isLocked: Bool
  }

  /// An entry under reading. Unchecked: it is used under the lock of its archive only.
  private struct Open: @unchecked Sendable {
    let file: OpaquePointer?
  }

  private static let longest: UInt64 = 4 << 30
  private static let greatestRatio: UInt64 = 400
  private static let lengthWithoutRatio: UInt64 = 64 << 20
  private static let chunkLength = 1 << 16

  /// What messages call the archive.
  let file: String
  let entries: [Entry]
  private let archive: OpaquePointer
  /// How many bytes were unpacked.
  private let unpacked = Mutex<UInt64>(0)
  /// What the archive lies in.
  private let contents: any HeldBytes

  /// - Throws: `Problem` where it is no whole zip file.
  init(_ contents: any HeldBytes, file: String) throws {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    // The bytes are not written to, and they are held as long as the archive.
    guard
      let source = zip_source_buffer_create(
        contents.bytes.baseAddress, zip_uint64_t(contents.bytes.count), 0, &error)
    else { throw Self.unreadable(file, zip_error_code_zip(&error)) }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.unreadable(file, zip_error_code_zip(&error))
    }
    self.archive = archive
    self.contents = contents
    self.file = file
    entries = (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
      let index = zip_uint64_t(index)
      var information = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &information) == 0, let name = information.name else { return nil }
      return Entry(
        name: String(cString: name), index: index, packedLength: information.comp_size,
        isLocked: Int32(information.encryption_method) != ZIP_EM_NONE)
    }
  }

  deinit { zip_discard(archive) }

  /// Unpacks an entry piece by piece.
  ///
  /// - Throws: `Problem` where it is locked, damaged or beyond the bounds; what `body` throws.
  func unpack(_ entry: Entry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    guard !entry.isLocked else {
      throw problem(
        entry, Phrase("is locked with a password. Pack it without one.", zh: "已用密码加密。请以不加密的方式重新打包。"))
    }
    let open = unpacked.withLock { _ in Open(file: zip_fopen_index(archive, entry.index, 0)) }
    guard let file = open.file else { throw damaged(entry) }
    defer { _ = unpacked.withLock { _ in zip_fclose(file) } }
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkLength, alignment: 16)
    defer { chunk.deallocate() }
    var length: UInt64 = 0
    while true {
      let (count, all) = unpacked.withLock { all in
        let count = zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count))
        all += UInt64(max(0, count))
        return (count, all)
      }
      guard count >= 0 else { throw damaged(entry) }
      guard count > 0 else { return }
      length += UInt64(count)
      // Lengths in an archive are claims: of a packed length that is no number below 2^64 / 400 none is made use of.
      let most = entry.packedLength.multipliedReportingOverflow(by: Self.greatestRatio)
      guard all <= Self.longest, length <= Self.lengthWithoutRatio || most.overflow || length <= most.partialValue
      else {
        throw problem(
          entry,
          Phrase(
            "unpacks to far more than a table would. Check where the file is from.",
            zh: "解压后远大于正常表格，疑似压缩炸弹，请核对文件来源。"))
      }
      try body(UnsafeRawBufferPointer(start: chunk.baseAddress, count: Int(count)))
    }
  }

  /// An error in an entry.
  func problem(_ entry: Entry, _ message: Phrase) -> Problem {
    Problem(.error, .file("\(file)[\(entry.name)]"), message)
  }

  private func damaged(_ entry: Entry) -> Problem {
    problem(
      entry,
      Phrase(
        "cannot be unpacked: the file is damaged or not complete. Save or fetch it again.",
        zh: "无法解压：文件已损坏或不完整，请重新保存或获取。"))
  }

  private static func unreadable(_ file: String, _ code: Int32) -> Problem {
    let isNoMemory = code == ZIP_ER_MEMORY
    return Problem(
      .error, .file(file),
      isNoMemory
        ? Phrase("there is no memory to read it.", zh: "内存不足，无法读取。")
        : Phrase(
          "is cut short or damaged: a workbook or zip file ends with a list of its parts, which is not there. Save or fetch it again.",
          zh: "文件不完整或已损坏：结尾处应有的目录缺失。请重新保存或获取。"))
  }
}
