import KesiMatrix

/// A 64-bit checksum against accidents, not against people: bytes are mixed by 32 at a time in four lanes, blocks of a
/// mebibyte side by side.
///
/// - Source: the mixing steps are those of Collet's xxHash64.
enum Checksum {
  private static let block = 1 << 20
  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let third: UInt64 = 0x1656_67B1_9E37_79F9

  static func of(_ bytes: UnsafeRawBufferPointer, threads: Int = 1) -> UInt64 {
    let count = (bytes.count + block - 1) / block
    var sums = [UInt64](repeating: 0, count: count)
    let source = UncheckedVector(bytes.bindMemory(to: UInt8.self))
    sums.withUnsafeMutableBufferPointer { sums in
      let shared = SharedBuffer(sums)
      // Without cancellation nothing throws.
      try? Parallel(threads: threads).forEachWorker(count: count, grain: 1) { chunks in
        while let chunk = chunks.take() {
          for index in chunk {
            let start = index * block
            shared[index] = mix(UnsafeRawBufferPointer(source[start..<min(start + block, source.count)]))
          }
        }
      }
    }
    return sums.withUnsafeBytes { mix($0) } &+ UInt64(bytes.count)
  }

  private static func mix(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes = SIMD4<UInt64>(first &+ second, second, 0, 0 &- first)
    var place = 0
    while place &+ 32 <= bytes.count {
      let words = SIMD4(
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place &+ 16, as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: place &+ 24, as: UInt64.self))
      let mixed = lanes &+ words &* SIMD4(repeating: second)
      lanes = ((mixed &<< 31) | (mixed &>> 33)) &* SIMD4(repeating: first)
      place &+= 32
    }
    var sum = UInt64(bytes.count) &+ third
    for lane in 0..<4 { sum = (rotated(sum, by: 27) ^ lanes[lane]) &* first &+ second }
    while place < bytes.count {
      sum = rotated(sum ^ (UInt64(bytes[place]) &* third), by: 11) &* first
      place &+= 1
    }
    sum = (sum ^ (sum >> 33)) &* second
    sum = (sum ^ (sum >> 29)) &* third
    return sum ^ (sum >> 32)
  }

  private static func rotated(_ word: UInt64, by bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}
