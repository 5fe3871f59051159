import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder to be written, found out and checked before anything is computed: a new one, or one in which nothing is yet.
package struct FolderTarget: Sendable {
  /// As the user has it.
  package let path: String
  /// The folder in which it stands, and its name there.
  let parent: String
  let name: String
  /// What is there now; nil for a new one.
  let existing: stat?

  /// - Throws: where it holds anything already, is a file, or cannot be made there.
  package init(_ path: String) throws(CannotWrite) {
    self.path = path
    var plain = path.withoutLastSlashes
    var information = stat()
    if stat(plain, &information) == 0 {
      guard information.st_mode & S_IFMT == S_IFDIR else { throw CannotWrite(path, ENOTDIR) }
      guard try Self.isEmpty(plain, path) else {
        throw CannotWrite(
          message: Phrase(
            "\(path) is not written: it holds files already, and they stay. Name a new folder, or empty this one first.",
            zh: "未写入 \(path)：该文件夹中已有文件，予以保留。请指定一个新文件夹，或先清空该文件夹。"),
          isClosedPipe: false)
      }
      guard FileIdentity(information) != FileIdentity(path: ".") else {
        throw CannotWrite(
          message: Phrase(
            "\(path) is not written: it is the folder that you are in, which another would take the place of. Name one in it: \(plain)/network/.",
            zh: "未写入 \(path)：这是当前所在的文件夹，写入时会被替换。请指定其中的一个，如 \(plain)/network/。"),
          isClosedPipe: false)
      }
      existing = information
      // At the end of links: what they lead to is filled, they stay.
      guard let real = realpath(plain, nil) else { throw CannotWrite(path, errno) }
      plain = String(cString: real)
      free(real)
    } else {
      guard errno == ENOENT else { throw CannotWrite(path, errno) }
      existing = nil
    }
    let folder: String?
    (folder, name) = plain.pathSteps
    guard !name.isEmpty, let real = realpath(folder ?? ".", nil) else {
      throw CannotWrite(path, errno == 0 ? EINVAL : errno)
    }
    parent = String(cString: real)
    free(real)
    guard access(parent, W_OK | X_OK) == 0 else { throw CannotWrite(path, errno) }
  }

  /// Whether it is what a path names: what is read must not be made a folder.
  package func isPlace(at path: String) -> Bool {
    guard let end = OutputTarget.end(of: path) else { return false }
    return parent.isExactly(end.folder) && name.isExactly(end.name)
  }

  private static func isEmpty(_ folder: String, _ path: String) throws(CannotWrite) -> Bool {
    guard let names = FolderNames.list(folder) else { throw CannotWrite(path, errno) }
    return names.isEmpty
  }
}
