import KesiNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
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

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: Bool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }
}
