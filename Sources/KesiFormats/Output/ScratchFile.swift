import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file for what only writes to files, gone with the value. Where the system can, it has no name, so that nothing stays
/// behind whatever ends the run.
struct ScratchFile: ~Copyable {
  /// By which it can be opened as long as the value lives.
  let path: String
  private let descriptor: Int32
  private var hasName: Bool

  /// In ``TemporaryFolder/place``.
  ///
  /// - Parameter isNamed: for what finds out where links lead before it opens a file, and so cannot open one without a name.
  init(isNamed: Bool = false) throws {
    let folder = TemporaryFolder.place
    #if os(Linux)
      // `O_TMPFILE` is a macro that Swift does not see.
      let unnamed: Int32 = 0o20_000_000 | O_DIRECTORY
      let descriptor = isNamed ? -1 : open(folder, unnamed | O_RDWR | O_CLOEXEC, 0o600)
      if descriptor >= 0, access("/proc/self/fd", X_OK) == 0 {
        (self.descriptor, path, hasName) = (descriptor, "/proc/self/fd/\(descriptor)", false)
        return
      }
      if descriptor >= 0 { close(descriptor) }
    #endif
    var template = Array("\(folder)/kesi-XXXXXX".utf8CString)
    let named = mkstemp(&template)
    guard named >= 0 else { throw CannotWrite(temporary: errno) }
    self.descriptor = named
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }  // it ends in NUL
    hasName = true
  }

  deinit {
    close(descriptor)
    if hasName { unlink(path) }
  }

  /// Takes its name from it once it is open: whatever ends the run, nothing stays behind.
  mutating func dropName() {
    if hasName { unlink(path) }
    hasName = false
  }

  /// What was written to it.
  func bytes() throws -> [UInt8] {
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw CannotWrite(temporary: errno) }
    // A file of today's disks has a size of `Int`.
    let size = Int(information.st_size)
    return try [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // There is room, since the size is above 0.
        let part = pread(descriptor, buffer.baseAddress! + count, size - count, off_t(count))
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { throw CannotWrite(temporary: part < 0 ? errno : EIO) }
        count += part
      }
    }
  }

  /// Copies what was written to it into a file, piece by piece.
  func copy(to path: String) throws {
    let descriptor = descriptor
    try AtomicFile.write(to: path) { try Self.read(descriptor, $0) }
  }

  /// Hands over what was written to it, piece by piece.
  func read(_ write: (UnsafeRawBufferPointer) throws -> Void) throws { try Self.read(descriptor, write) }

  private static func read(_ descriptor: Int32, _ write: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 1)
    defer { piece.deallocate() }
    var place = 0
    while true {
      let count = pread(descriptor, piece.baseAddress, piece.count, off_t(place))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CannotWrite(temporary: errno) }
      if count == 0 { return }
      try write(UnsafeRawBufferPointer(rebasing: piece[..<count]))
      place += count
    }
  }
}
