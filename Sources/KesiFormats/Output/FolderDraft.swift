import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that is written in full beside its target, whose name it then takes.
enum FolderDraft {
  /// The drafts that are there, so that an interrupted run can remove them.
  private static let pending = Mutex<Set<String>>([])

  static func write(to target: FolderTarget, _ files: [(name: String, body: AtomicFile.Body)]) throws {
    let partial = "\(target.parent)/\(Draft.partialName(of: target.name, process: getpid()))"
    Draft.removeStale(of: target.name, in: target.parent)
    try removing(partial) {
      guard mkdir(partial, 0o777) == 0 else { throw CannotWrite(target.path, errno) }
      for file in files { try write("\(partial)/\(file.name)", of: target, file.body) }
      if let existing = target.existing { chmod(partial, existing.st_mode & 0o7777) }
      // In the place of an empty folder the system puts another; where something has come into it since, it refuses.
      guard rename(partial, "\(target.parent)/\(target.name)") == 0 else { throw CannotWrite(target.path, errno) }
    }
  }

  /// Removes a folder after a piece of work, or when the run is interrupted in it.
  static func removing<Result>(_ path: String, after body: () throws -> Result) rethrows -> Result {
    pending.withLock { _ = $0.insert(path) }
    defer {
      remove(path)
      pending.withLock { _ = $0.remove(path) }
    }
    return try body()
  }

  private static func write(_ path: String, of target: FolderTarget, _ body: AtomicFile.Body) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw CannotWrite(target.path, errno) }
    defer { close(descriptor) }
    try body { guard AtomicFile.writeAll($0, descriptor) else { throw CannotWrite(target.path, errno) } }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw CannotWrite(target.path, errno) }
  }

  static func removePending() { pending.withLock { for path in $0 { remove(path) } } }

  static func isPending(_ path: String) -> Bool { pending.withLock { $0.contains(path) } }

  /// Removes a folder with all that is in it; of a link in it, the link.
  static func remove(_ path: String) {
    for name in FolderNames.list(path) ?? [] where unlink("\(path)/\(name)") != 0 { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
