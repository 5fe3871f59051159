#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// By what it is seen that a file was changed or another has taken its name.
package struct FileStamp: Sendable, Equatable {
  private let file: UInt64
  private let bytes: Int
  private let seconds: Int
  private let nanoseconds: Int
  /// Whether it is a file proper, no folder and no pipe.
  let isRegular: Bool

  /// Nil where there is no such file.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (file, bytes) = (UInt64(status.st_ino), Int(status.st_size))
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
