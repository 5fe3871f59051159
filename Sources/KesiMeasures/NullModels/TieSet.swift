import KesiMatrix

/// A set of undirected ties that can be asked, added to and taken from in constant time: open addressing by the key of a
/// tie, gaps closed on removal. Memory: 16 to 32 bytes a tie.
struct TieSet: ~Copyable {
  private let slots: Scratch<UInt64>
  private let mask: Int
  /// No tie has this key: its ends would be the same.
  private static let empty = UInt64.max

  init(capacity: Int) {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    slots = Scratch(repeating: Self.empty, count: size)
    mask = size - 1
  }

  @inline(__always) private static func key(_ a: UInt32, _ b: UInt32) -> UInt64 {
    UInt64(min(a, b)) << 32 | UInt64(max(a, b))
  }

  @inline(__always) private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
  }

  @inline(__always) func contains(_ a: UInt32, _ b: UInt32) -> Bool {
    let key = Self.key(a, b)
    var place = home(key)
    while slots[place] != Self.empty {
      if slots[place] == key { return true }
      place = (place &+ 1) & mask
    }
    return false
  }

  /// Adds a tie that is not there.
  @inline(__always) func insert(_ a: UInt32, _ b: UInt32) {
    let key = Self.key(a, b)
    var place = home(key)
    while slots[place] != Self.empty { place = (place &+ 1) & mask }
    slots[place] = key
  }

  /// Takes a tie that is there.
  @inline(__always) func remove(_ a: UInt32, _ b: UInt32) {
    let key = Self.key(a, b)
    var hole = home(key)
    while slots[hole] != key { hole = (hole &+ 1) & mask }
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
