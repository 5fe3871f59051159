import KesiMatrix

/// A set of undirected ties that can be asked, added to and taken from in constant time: open addressing by the key of a
/// tie, gaps closed on removal. Memory: 16 to 32 bytes a tie.
struct TieSet: ~Copyable {
  private let slots: Scratch<UInt64>
  private let mask: Int
  /// What of a hash is left out: all but as many of its top bits as number the slots.
  private let shift: UInt64
  /// No tie has this key: its ends would be the same.
  private static let empty = UInt64.max

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = Scratch(repeating: Self.empty, count: size)
    mask = size - 1
    shift = UInt64(mask.leadingZeroBitCount)
  }

  @inline(__always) private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  /// The top bits of the product: both ends of a tie reach them, lower ones the larger end alone.
  @inline(__always) private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// Where a tie is, or the empty slot where it would be.
  @inline(__always) private func place(of key: UInt64) -> Int {
    var place = home(key)
    while slots[place] != key, slots[place] != Self.empty { place = (place &+ 1) & mask }
    return place
  }

  @inline(__always) func contains(_ a: UInt32, _ b: UInt32) -> Bool {
    let key = Self.key(a, b)
    return slots[place(of: key)] == key
  }

  /// How many slots are passed over where a tie is looked for.
  func steps(to a: UInt32, _ b: UInt32) -> Int {
    let key = Self.key(a, b)
    return (place(of: key) &- home(key)) & mask
  }

  /// Adds a tie that is not there.
  @inline(__always) func insert(_ a: UInt32, _ b: UInt32) {
    let key = Self.key(a, b)
    slots[place(of: key)] = key
  }

  /// Takes a tie that is there.
  @inline(__always) func remove(_ a: UInt32, _ b: UInt32) {
    var hole = place(of: Self.key(a, b))
    // What follows moves up as long as that brings it no further forward than its home.
    var place = hole
    while true {
      place = (place &+ 1) & mask
      let other = slots[place]
      guard other != Self.empty else { break }
      if (place &- home(other)) & mask >= (place &- hole) & mask {
        slots[hole] = other
        hole = place
      }
    }
    slots[hole] = Self.empty
  }
}
