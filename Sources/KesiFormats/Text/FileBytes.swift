import KesiNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An input that is not there or cannot be opened.
public struct NoInput: Error, Sendable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}

enum FileBytes {
  /// The bytes of a file, mapped into memory where the system can.
  static func read(_ path: String) throws -> Data {
    do {
      return try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
    } catch {
      throw NoInput(
        Phrase(
          "\(path): cannot be read. Check that it is a file and that you are allowed to read it.",
          zh: "\(path)：无法读取。请检查它是否为文件、是否有读取权限。"))
    }
  }

  /// The first bytes of a file; none where it cannot be read twice, as a pipe, or not at all.
  static func start(of path: String) -> [UInt8] {
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return [] }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 4096) { bytes, count in
      count = max(0, pread(descriptor, bytes.baseAddress, bytes.count, 0))
    }
  }

  /// Some bytes of a file from a place on; none where it ends before.
  static func piece(of path: String, from place: Int) throws -> [UInt8] {
    try read(path).withUnsafeBytes { bytes in place < bytes.count ? Array(bytes[place...].prefix(4096)) : [] }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: Bool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
