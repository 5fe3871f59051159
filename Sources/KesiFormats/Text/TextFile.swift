import KesiNetwork

/// A short text file that people write, in any encoding that tables may have.
package enum TextFile {
  /// - Throws: ``NoInput``; `BadData` where it is no text.
  package static func read(_ path: String) throws -> String {
    try FileSource.path(path).withBytes { bytes in
      do {
        return try TextDecoding.withUTF8(bytes) { String(decoding: $0, as: UTF8.self) }
      } catch let failure as TextDecoding.Failure {
        throw BadData([Problem(.error, .file(path), failure.message)])
      }
    }
  }
}
