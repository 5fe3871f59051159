import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension CannotWrite {
  /// That no temporary file can be made, or that it cannot be filled.
  init(temporary code: Int32) {
    let (place, reason) = (TemporaryFolder.place, String(cString: strerror(code)))
    message = Phrase(
      "no temporary file can be written in \(place): \(reason). Make room there, or set TMPDIR to another folder that is there and may be written to.",
      zh: "无法在 \(place) 中写入临时文件：\(reason)。请检查其剩余空间和权限，或将 TMPDIR 设为其他可写入的文件夹。")
    isClosedPipe = false
  }
}

/// A folder for files that pass from one program to another.
package enum TemporaryFolder {
  /// Where such things are made: what `TMPDIR` says, or else `/tmp`.
  static var place: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  /// Lends a new folder, which only this user can look into; it is gone afterwards, also where the run is interrupted.
  package static func lend<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    let place = place
    var template = Array("\(place)/kesi-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotWrite(temporary: errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return try FolderDraft.removing(path) { try body(path) }
  }

  /// Makes a folder in one that was lent.
  package static func make(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 else { throw CannotWrite(path, errno) }
  }

  /// Keeps a file where such things are made, for people to look at.
  ///
  /// - Returns: its path.
  package static func keep(_ bytes: [UInt8], named name: String, ending: String) throws -> String {
    let place = place
    var template = Array("\(place)/\(name)-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else { throw CannotWrite(place, errno) }
    defer { close(descriptor) }
    guard bytes.withUnsafeBytes({ AtomicFile.writeAll($0, descriptor) }) else { throw CannotWrite(place, errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
