import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder for files that pass from one program to another.
package enum TemporaryFolder {
  /// Lends a new folder, which only this user can look into; it is gone afterwards, also where the run is interrupted.
  package static func lend<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/kesi-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotWrite(place, errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return try FolderDraft.removing(path) { try body(path) }
  }
}
