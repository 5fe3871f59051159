import KesiCluster
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An output that cannot be written.
public struct CannotWrite: Error, Sendable {
  public let message: Phrase

  public init(message: Phrase) { self.message = message }
}

/// Writes files whole or not at all: to a file beside the target, which then takes its name. A run that ends in between
/// leaves the old file as it was.
public enum AtomicFile {
  /// The files under way, so that an interrupted run can remove them.
  private static let pending = Mutex<Set<String>>([])

  public static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    try write(to: path) { write in
      let written: Void? = try bytes.withContiguousStorageIfAvailable { try write(UnsafeRawBufferPointer($0)) }
      if written == nil { try Array(bytes).withUnsafeBytes(write) }
    }
  }

  /// Writes a file piece by piece, so that it need not be in memory as a whole.
  ///
  /// - Parameter body: hands each piece over in turn.
  public static func write(
    to path: String, _ body: (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
  ) throws {
    let target = resolved(path)
    var information = stat()
    let exists = stat(target, &information) == 0
    if exists, information.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe has no old content to keep.
      guard information.st_mode & S_IFMT != S_IFDIR else { throw failure(path, EISDIR) }
      return try write(body, to: target, flags: O_WRONLY, mode: 0, named: path)
    }
    let partial = "\(target).\(getpid()).kesi-partial"
    _ = pending.withLock { $0.insert(partial) }
    defer { _ = pending.withLock { $0.remove(partial) } }
    do {
      try write(
        body, to: partial, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
        mode: exists ? information.st_mode & 0o777 : 0o666, named: path)
    } catch {
      unlink(partial)
      throw error
    }
    guard rename(partial, target) == 0 else {
      let code = errno
      unlink(partial)
      throw failure(path, code)
    }
  }

  /// Removes what an interrupted run left half-written.
  public static func removePending() {
    pending.withLock { for path in $0 { unlink(path) } }
  }

  private static func write(
    _ body: (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void, to file: String, flags: Int32,
    mode: mode_t, named path: String
  ) throws {
    let descriptor = open(file, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    try body { guard writeAll($0, descriptor) else { throw failure(path, errno) } }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw failure(path, errno) }
  }

  /// Writes every byte; false, with `errno`, where the system refuses.
  public static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    let written: Bool? = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0), descriptor) }
    return written ?? Array(bytes).withUnsafeBytes { writeAll($0, descriptor) }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, part.baseAddress, part.count)
      #else
        let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// The file itself where the path is a link to one, so that the link stays.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ code: Int32) -> CannotWrite {
    let reason = String(cString: strerror(code))
    return CannotWrite(
      message: Phrase(
        "\(path) cannot be written: \(reason). Choose another place, or check the folder and its rights.",
        zh: "无法写入 \(path)：\(reason)。请换一个位置，或检查文件夹及其权限。"))
  }
}
