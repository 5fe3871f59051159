/// Numbers for names: each run of bytes that is not there yet gets the next one.
///
/// Names lie one behind the other in one run of bytes, and are found by open addressing: looking one up makes no string.
/// Memory: the bytes, 8 a name, and 8 a slot, of which there are up to three for each name.
struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The number of a name plus 1 in the lower half, 0 where the slot is free; the upper half of its hash in the upper.
  private var slots = [UInt64](repeating: 0, count: 16)
  /// Differs from run to run, so that nobody can choose names that all come to the same place.
  private let seed: UInt64

  init() { seed = Self.seedOfRun }

  private static let seedOfRun = UInt64.random(in: .min ... .max) | 1

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The number of a name; nil where it has none.
  func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(name, seed)
    return slots.withUnsafeBufferPointer { slots in
      let found = slot(of: name, hash, slots)
      return slots[found] == 0 ? nil : Int(truncatingIfNeeded: slots[found] & 0xFFFF_FFFF) - 1
    }
  }

  /// The number of a name, which is the next one where it had none.
  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(name, seed)
    let found = slots.withUnsafeBufferPointer { slot(of: name, hash, $0) }
    if slots[found] != 0 { return Int(truncatingIfNeeded: slots[found] & 0xFFFF_FFFF) - 1 }
    let number = ends.count
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    slots[found] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// Lends the bytes of a name.
  func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range(number)])) }
  }

  mutating func insert(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { insert($0) }
  }

  func number(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { number(of: $0) }
  }

  /// Where a name stands, or would stand.
  private func slot(
    of name: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slots: UnsafeBufferPointer<UInt64>
  ) -> Int {
    let mask = slots.count - 1
    // The lower half of the hash chooses the slot, the upper half is kept there.
    var place = Int(truncatingIfNeeded: hash & 0xFFFF_FFFF) & mask
    return ends.withUnsafeBufferPointer { ends in
      bytes.withUnsafeBufferPointer { bytes in
        while slots[place] != 0 {
          let number = Int(truncatingIfNeeded: slots[place] & 0xFFFF_FFFF) - 1
          if (slots[place] ^ hash) >> 32 == 0 {
            let start = number == 0 ? 0 : ends[number - 1]
            if Self.isSame(bytes, start, ends[number] &- start, name) { return place }
          }
          place = (place + 1) & mask
        }
        return place
      }
    }
  }

  @inline(__always) private static func isSame(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard count == name.count else { return false }
    guard let a = bytes.baseAddress, let b = name.baseAddress else { return true }
    var place = 0
    while place < count {
      if a[start &+ place] != b[place] { return false }
      place &+= 1
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 4)
    let mask = larger.count - 1
    bytes.withUnsafeBufferPointer { bytes in
      for number in ends.indices {
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[range(number)]), seed)
        var place = Int(truncatingIfNeeded: hash & 0xFFFF_FFFF) & mask
        while larger[place] != 0 { place = (place + 1) & mask }
        larger[place] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
      }
    }
    slots = larger
  }

  /// Eight bytes at a time, by products of 128 bits.
  ///
  /// - Source: Wang Yi, *wyhash*, of which this is the mixing step.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
    guard let base = UnsafeRawPointer(name.baseAddress) else { return mixed(hash, seed) }
    var place = 0
    while place &+ 8 <= name.count {
      hash = mixed(hash ^ base.loadUnaligned(fromByteOffset: place, as: UInt64.self), 0x9E37_79B9_7F4A_7C15)
      place &+= 8
    }
    var rest: UInt64 = 0
    while place < name.count {
      rest = rest << 8 | UInt64(base.load(fromByteOffset: place, as: UInt8.self))
      place &+= 1
    }
    return mixed(hash ^ rest, 0xA076_1D64_78BD_642F)
  }

  @inline(__always) private static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
