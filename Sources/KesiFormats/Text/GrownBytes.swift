#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that stay where they are as long as the object lives, and that nobody writes to.
protocol HeldBytes: AnyObject, Sendable {
  var bytes: UnsafeRawBufferPointer { get }
  /// Says that a part was read and will hardly be asked for again: what can be read anew need not stay in memory.
  func letGo(_ part: UnsafeBufferPointer<UInt8>)
}

extension HeldBytes {
  func letGo(_ part: UnsafeBufferPointer<UInt8>) {}
}

/// Bytes of which nobody knows beforehand how many there will be: one run of memory that grows where it lies as long as
/// the system can let it.
///
/// Unchecked: whoever fills it is alone with it; once it is handed on, nobody writes.
final class GrownBytes: HeldBytes, @unchecked Sendable {
  private var start: UnsafeMutableRawPointer?
  private var capacity = 0
  private(set) var count = 0

  init() {}

  init(copying bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    let start = malloc(bytes.count)
    // As arrays do where there is no memory for a copy.
    precondition(start != nil, "no memory for \(bytes.count) bytes")
    start?.copyMemory(from: bytes, byteCount: bytes.count)
    (self.start, capacity, count) = (start, bytes.count, bytes.count)
  }

  deinit { free(start) }

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Lends room behind the bytes that are there.
  ///
  /// - Parameters:
  ///   - most: the size of the room.
  ///   - fill: fills it from its start and tells how many bytes of it.
  /// - Returns: false where there is no memory for it.
  func append(most: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Int) -> Bool {
    if capacity - count < most {
      // A sum of what is in memory and a room does not overflow.
      let larger = max(count + most, capacity * 2)
      guard let grown = realloc(start, larger) else { return false }
      (start, capacity) = (grown, larger)
    }
    guard let start else { return false }
    count += fill(UnsafeMutableRawBufferPointer(start: start + count, count: most))
    return true
  }
}
