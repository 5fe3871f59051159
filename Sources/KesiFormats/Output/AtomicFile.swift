import KesiNetwork
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// An output that cannot be written.
package struct CannotWrite: Error, Sendable {
  package let message: Phrase
  /// Whether the reader of a pipe has enough, which is no fault.
  package let isClosedPipe: Bool
}

/// Writes files whole or not at all: to a file without a name beside the target, which then takes its name. A run that
/// ends in between leaves the old file as it was and nothing else.
package enum AtomicFile {
  /// Hands pieces of a file over in turn.
  package typealias Body = (_ write: (UnsafeRawBufferPointer) throws -> Void) throws -> Void

  package static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
    try write(to: path) { write in try Array(bytes).withUnsafeBytes(write) }
  }

  /// Writes all outputs or none: no file takes its name before every one is written, so that only renaming can still fail
  /// then; what has not got its name by that time is discarded. What goes into a stream cannot be taken back, so that it is
  /// written last before that. A reader of a pipe who has enough keeps no file from its name.
  package static func write(_ outputs: [(target: OutputTarget, body: Body)]) throws {
    var drafts: [Draft] = []
    do {
      for output in outputs where output.target.isFile {
        drafts.append(try Draft(for: output.target, output.body))
      }
      for output in outputs where !output.target.isFile {
        try stream(to: output.target, output.body)
      }
    } catch let error as CannotWrite where error.isClosedPipe {
      try commit(drafts)
      throw error
    } catch {
      for draft in drafts { draft.discard() }
      throw error
    }
    try commit(drafts)
  }

  /// Writes a file piece by piece, so that it need not be in memory as a whole.
  package static func write(to path: String, _ body: Body) throws {
    let target = try OutputTarget(path)
    if target.isFile { try Draft(for: target, body).commit() } else { try stream(to: target, body) }
  }

  private static func commit(_ drafts: [Draft]) throws {
    for (place, draft) in drafts.enumerated() {
      do {
        try draft.commit()
      } catch {
        for draft in drafts[(place + 1)...] { draft.discard() }
        throw error
      }
    }
  }

  /// Removes what an interrupted run left half-written.
  package static func removePending() {
    Draft.removePending()
    FolderDraft.removePending()
  }

  private static func stream(to target: OutputTarget, _ body: Body) throws {
    if case .descriptor(let number) = target.place {
      return try body { guard writeAll($0, number) else { throw CannotWrite(target.path, errno) } }
    }
    let descriptor = open(target.path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CannotWrite(target.path, errno) }
    defer { close(descriptor) }
    try body { guard writeAll($0, descriptor) else { throw CannotWrite(target.path, errno) } }
  }

  /// Writes every byte; false, with `errno`, where the system refuses.
  package static func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    let written: Bool? = bytes.withContiguousStorageIfAvailable { writeAll(UnsafeRawBufferPointer($0), descriptor) }
    return written ?? Array(bytes).withUnsafeBytes { writeAll($0, descriptor) }
  }

  static func writeAll(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
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
        // A pipe that does not wait: wait for it.
        if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
          continue
        }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
