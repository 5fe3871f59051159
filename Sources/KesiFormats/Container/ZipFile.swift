import CZip
import KesiNetwork

/// Writes zip files for other programs to read.
package enum ZipFile {
  /// Writes parts with the names that they have in the archive; the same bytes for the same parts.
  package static func write(_ parts: [(name: String, text: String)], to path: String) throws {
    var error: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error) else { throw failure(path) }
    let buffers = parts.map { GrownBytes(copying: Array($0.text.utf8)) }
    // The bytes are read when the archive is closed.
    try withExtendedLifetime(buffers) {
      for (part, buffer) in zip(parts, buffers) {
        let source = zip_source_buffer(archive, buffer.bytes.baseAddress, zip_uint64_t(buffer.bytes.count), 0)
        let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
          zip_source_free(source)
          zip_discard(archive)
          throw failure(path)
        }
        // A day that all archives know, in place of today.
        zip_file_set_dostime(archive, zip_uint64_t(index), 0, 1 << 5 | 1, 0)
      }
      guard zip_close(archive) == 0 else {
        zip_discard(archive)
        throw failure(path)
      }
    }
  }

  private static func failure(_ path: String) -> CannotWrite {
    CannotWrite(
      message: Phrase("\(path) cannot be written: no archive can be made there.", zh: "无法写入 \(path)：不能生成压缩包。"),
      isClosedPipe: false)
  }
}
