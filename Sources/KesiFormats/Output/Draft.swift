import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written in full and has no name yet, or one that nobody asks for.
///
/// Where the system can, it has no name at all until it is whole (`O_TMPFILE`), so that nothing stays behind but where the
/// run is killed between its taking a name and that of its target. Elsewhere it has a name from the start. That name tells
/// for which target it is and which process writes it, so that the next run to the same target clears away what one that
/// was killed has left.
struct Draft {
  private static let prefix = ".kesi-partial-"
  /// The drafts with a name, so that an interrupted run can remove them.
  private static let pending = Mutex<Set<String>>([])

  private let target: OutputTarget
  private let descriptor: Int32
  private let folder: String
  private let name: String
  /// Where it lies under a name of its own.
  private let partial: String
  private let hasName: Bool

  /// Writes everything; the file takes its name with ``commit()``.
  init(for target: OutputTarget, _ body: AtomicFile.Body) throws {
    guard case .file(let folder, let name) = target.place else { throw CannotWrite(target.path, EINVAL) }
    (self.target, self.folder, self.name) = (target, folder, name)
    partial = "\(folder)/\(Self.partialName(of: name, process: getpid()))"
    let unnamed = Self.openUnnamed(in: folder)
    hasName = unnamed == nil
    Self.removeStale(of: name, in: folder)
    if let unnamed {
      descriptor = unnamed
    } else {
      Self.pending.withLock { [partial] in _ = $0.insert(partial) }
      descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else {
        let code = errno
        forget()
        throw CannotWrite(target.path, code)
      }
    }
    do {
      try body { guard AtomicFile.writeAll($0, descriptor) else { throw CannotWrite(target.path, errno) } }
      keepRights()
      guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw CannotWrite(target.path, errno) }
    } catch {
      discard()
      throw error
    }
  }

  /// What was there keeps its owner, as far as this user may say, and its rights, whatever the umask is. Rights to run as
  /// its owner or group are kept only where it has the same ones: else they would be given to whoever writes.
  private func keepRights() {
    guard let existing = target.existing else { return }
    let isSameOwner = fchown(descriptor, existing.st_uid, existing.st_gid) == 0
    _ = fchmod(descriptor, existing.st_mode & (isSameOwner ? 0o7777 : 0o777))
  }

  func commit() throws {
    defer {
      close(descriptor)
      forget()
    }
    if !hasName {
      Self.pending.withLock { _ = $0.insert(partial) }
      guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, partial, AT_SYMLINK_FOLLOW) == 0 else {
        throw CannotWrite(target.path, errno)
      }
    }
    guard rename(partial, "\(folder)/\(name)") == 0 else {
      let code = errno
      unlink(partial)
      throw CannotWrite(target.path, code)
    }
  }

  func discard() {
    close(descriptor)
    if hasName { unlink(partial) }
    forget()
  }

  private func forget() { Self.pending.withLock { _ = $0.remove(partial) } }

  static func removePending() { pending.withLock { for path in $0 { unlink(path) } } }

  private static func openUnnamed(in folder: String) -> Int32? {
    #if os(Linux)
      // `O_TMPFILE` is a macro that Swift does not see.
      let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
      guard access("/proc/self/fd", X_OK) == 0 else { return nil }
      let descriptor = open(folder, unnamed | O_WRONLY | O_CLOEXEC, 0o666)
      return descriptor >= 0 ? descriptor : nil
    #else
      return nil
    #endif
  }

  /// A name that fits beside a target of any length.
  static func partialName(of target: String, process: Int32) -> String { stem(of: target) + String(process) }

  private static func stem(of target: String) -> String {
    // FNV-1a.
    let hash = target.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return prefix + String(hash, radix: 16) + "-"
  }

  /// Removes drafts for a target whose processes are no more. One with the id of this process is of an earlier one, as ids
  /// come again (in a container it may always be 1), unless it is pending here.
  static func removeStale(of target: String, in folder: String) {
    let stem = stem(of: target)
    for name in FolderNames.list(folder) ?? [] where name.utf8.starts(with: stem.utf8) {
      guard let process = Int32(String(decoding: name.utf8.dropFirst(stem.utf8.count), as: UTF8.self)) else { continue }
      let path = "\(folder)/\(name)"
      let isStale =
        process == getpid()
        ? !pending.withLock { $0.contains(path) } && !FolderDraft.isPending(path)
        : kill(process, 0) != 0 && errno == ESRCH
      if isStale, unlink(path) != 0 { FolderDraft.remove(path) }
    }
  }
}
