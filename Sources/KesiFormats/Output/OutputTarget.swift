import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where an output goes, found out and checked before anything is computed or written.
///
/// What is open already is written through and keeps what it holds: `-`, `/dev/stdout`, `/dev/fd/3`, and any name of the
/// file that standard output or standard error goes to. Devices and pipes are written to. A file is replaced, at the end
/// of the links that lead to it, also where they lead to none yet.
package struct OutputTarget: Sendable {
  enum Place: Sendable {
    /// Open already.
    case descriptor(Int32)
    /// A device or a pipe.
    case stream
    /// A file: its folder and its name there, and what it is now where it exists.
    case file(folder: String, name: String)
  }

  /// As the user has it.
  package let path: String
  let place: Place
  /// What is there now; nil for a new file.
  let existing: stat?

  /// - Throws: where nothing can be written there: a folder, a file marked read-only, no such folder, no right.
  package init(_ path: String) throws(CannotWrite) {
    self.path = path
    var information = stat()
    if path == "-" {
      place = .descriptor(STDOUT_FILENO)
      existing = fstat(STDOUT_FILENO, &information) == 0 ? information : nil
      return
    }
    guard !path.isEmpty else { throw CannotWrite("“”", ENOENT) }
    guard stat(path, &information) == 0 else {
      guard errno == ENOENT, let (folder, name) = Self.end(of: path) else { throw CannotWrite(path, errno) }
      try Self.check(folder: folder, for: path)
      (place, existing) = (.file(folder: folder, name: name), nil)
      return
    }
    existing = information
    if let descriptor = Self.descriptor(path, FileIdentity(information)) {
      place = .descriptor(descriptor)
      return
    }
    switch information.st_mode & S_IFMT {
    case S_IFDIR: throw CannotWrite(path, EISDIR)
    case S_IFREG:
      // Who may write anything (root) still is not meant to replace what was marked.
      guard information.st_mode & 0o222 != 0, access(path, W_OK) == 0 else { throw CannotWrite(path, EACCES) }
      guard let (folder, name) = Self.end(of: path) else { throw CannotWrite(path, errno) }
      try Self.check(folder: folder, for: path)
      place = .file(folder: folder, name: name)
    default: place = .stream
    }
  }

  /// Whether it is a file, which has a name and others beside it.
  package var isFile: Bool { if case .file = place { true } else { false } }

  /// Whether what is written there is shown on a terminal.
  package static func isTerminal(_ path: String) -> Bool {
    if path == "-" { return isatty(STDOUT_FILENO) == 1 }
    var information = stat()
    guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFCHR else { return false }
    let descriptor = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  /// The descriptor through which a path is open already.
  private static func descriptor(_ path: String, _ identity: FileIdentity) -> Int32? {
    for prefix in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(prefix) {
      if let number = Int32(path.dropFirst(prefix.count)) { return number }
    }
    return [STDOUT_FILENO, STDERR_FILENO].first { FileIdentity(descriptor: $0) == identity }
  }

  /// The folder and the name of what a path stands for, at the end of its links, whether that exists or not.
  static func end(of path: String) -> (folder: String, name: String)? {
    var path = path
    // As many links as the system itself follows.
    for _ in 0..<40 {
      let (folder, name) = path.pathSteps
      guard !name.isEmpty, let real = realpath(folder ?? ".", nil) else { return nil }
      defer { free(real) }
      let place = String(cString: real)
      guard let target = link(at: "\(place)/\(name)") else { return (place, name) }
      path = target.utf8.first == UInt8(ascii: "/") ? target : "\(place)/\(target)"
    }
    errno = ELOOP
    return nil
  }

  private static func link(at path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(path, &bytes, bytes.count)
    guard count > 0, count < bytes.count else { return nil }
    return String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func check(folder: String, for path: String) throws(CannotWrite) {
    guard access(folder, W_OK | X_OK) == 0 else { throw CannotWrite(path, errno) }
  }

  /// Whether two outputs would come to the same place, one over the other.
  package func isSame(as other: OutputTarget) -> Bool {
    switch (place, other.place) {
    case (.descriptor(let a), .descriptor(let b)): a == b
    case (.file(let folder, let name), .file(let otherFolder, let otherName)):
      Self.isSame(folder, otherFolder) && Self.isSame(name, otherName)
        || existing != nil && existing.map(FileIdentity.init) == other.existing.map(FileIdentity.init)
    default: false
    }
  }

  /// Whether a file that would be replaced, or made, is the one that a path names: what is read must not be written over.
  package func isFile(at path: String) -> Bool {
    guard case .file(let folder, let name) = place else {
      // Through an open descriptor a file that is read would be written into as well.
      guard case .descriptor = place, let existing, existing.st_mode & S_IFMT == S_IFREG else { return false }
      return FileIdentity(path: path) == FileIdentity(existing)
    }
    if let existing, FileIdentity(path: path) == FileIdentity(existing) { return true }
    guard let end = Self.end(of: path) else { return false }
    return Self.isSame(folder, end.folder) && Self.isSame(name, end.name)
  }

  /// Names of files are bytes.
  private static func isSame(_ a: String, _ b: String) -> Bool { a.isExactly(b) }
}

extension CannotWrite {
  /// The first folder on the way to a path that is not there; nil where all are.
  private static func missingFolder(of path: String) -> String? {
    var missing: String?
    var folder = path.withoutLastSlashes.pathSteps.folder
    while let some = folder, !some.isEmpty, !FileBytes.exists(some) {
      missing = some
      folder = some.pathSteps.folder
    }
    return missing
  }

  init(_ path: String, _ code: Int32) {
    let isClosed = path == "-" && code == EBADF
    let reason = isClosed ? "it is closed" : String(cString: strerror(code))
    isClosedPipe = code == EPIPE
    if code == ENOENT, let folder = Self.missingFolder(of: path) {
      message = Phrase(
        "\(path) cannot be written: there is no folder “\(folder.shortened)”. Make it first: mkdir -p, or choose another place.",
        zh: "无法写入 \(path)：没有“\(folder.shortened)”这个文件夹。请先建立（mkdir -p），或换一个位置。")
      return
    }
    message =
      path == "-"
      ? Phrase("standard output cannot be written: \(reason).", zh: "无法写入标准输出：\(isClosed ? "已关闭" : reason)。")
      : Phrase(
        "\(path) cannot be written: \(reason). Choose another place, or check the folder and its rights.",
        zh: "无法写入 \(path)：\(reason)。请换一个位置，或检查文件夹及其权限。")
  }
}
