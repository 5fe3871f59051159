/// Numbers for names: each run of bytes that is not there yet gets the next one.
///
/// Names lie one behind the other in one run of bytes, and are found by open addressing: looking one up makes no string,
/// and for one of up to fifteen bytes touches one place of memory. Memory: the bytes, 8 a name, and 24 a slot, of which there
/// are up to three for each name.
struct NameTable: Sendable {
  /// What a name is found by: its bytes where they are few, else a hash of them.
  private struct Key: Equatable {
    var a: UInt64
    /// The number of bytes in the upper eighth; all ones there where the bytes are too many to be in the key.
    var b: UInt64

    static let mostBytes = 15
    private static let long: UInt64 = 0xFF << 56

    var isLong: Bool { b >= Self.long }

    @inline(__always) init(_ name: UnsafeBufferPointer<UInt8>, seed: UInt64) {
      guard let base = UnsafeRawPointer(name.baseAddress), name.count > 0 else {
        (a, b) = (0, 0)
        return
      }
      let count = name.count
      guard count <= Self.mostBytes else {
        (a, b) = (Self.hash(base, count, seed), Self.long | UInt64(truncatingIfNeeded: count) & 0xFFFF_FFFF)
        return
      }
      if count >= 8 {
        a = base.loadUnaligned(as: UInt64.self)
        b = Self.bytes(base, from: 8, to: count) | UInt64(count) << 56
      } else {
        (a, b) = (Self.bytes(base, from: 0, to: count), UInt64(count) << 56)
      }
    }

    @inline(__always) private static func bytes(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> UInt64 {
      var bytes: UInt64 = 0
      var place = start
      while place < end {
        bytes = bytes << 8 | UInt64(base.load(fromByteOffset: place, as: UInt8.self))
        place &+= 1
      }
      return bytes
    }

    /// Eight bytes at a time, by products of 128 bits.
    ///
    /// - Source: Wang Yi, *wyhash*, of which this is the mixing step.
    private static func hash(_ base: UnsafeRawPointer, _ count: Int, _ seed: UInt64) -> UInt64 {
      var hash = seed
      var place = 0
      while place &+ 8 <= count {
        hash = mixed(hash ^ base.loadUnaligned(fromByteOffset: place, as: UInt64.self), 0x9E37_79B9_7F4A_7C15)
        place &+= 8
      }
      return mixed(hash ^ bytes(base, from: place, to: count), 0xA076_1D64_78BD_642F)
    }

    @inline(__always) static func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
  }

  private struct Slot {
    var key: Key
    /// `.max` where it is free.
    var number: UInt32

    static let free = Slot(key: Key(UnsafeBufferPointer(start: nil, count: 0), seed: 0), number: .max)
  }

  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var slots = [Slot](repeating: .free, count: 16)
  /// Differs from run to run, so that nobody can choose names that all come to the same place.
  private let seed: UInt64

  init() { seed = Self.seedOfRun }

  private static let seedOfRun = UInt64.random(in: .min ... .max) | 1

  var count: Int { ends.count }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// The number of a name; nil where it has none.
  @inline(__always) func number(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let key = Key(name, seed: seed)
    let number = slots.withUnsafeBufferPointer { $0[slot(of: name, key, $0)].number }
    return number == .max ? nil : Int(number)
  }

  /// The number of a name, which is the next one where it had none.
  @inline(__always) mutating func insert(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    let key = Key(name, seed: seed)
    let (place, number) = slots.withUnsafeBufferPointer { slots in
      let place = slot(of: name, key, slots)
      return (place, slots[place].number)
    }
    return number == .max ? add(name, key, at: place) : Int(number)
  }

  private mutating func add(_ name: UnsafeBufferPointer<UInt8>, _ key: Key, at place: Int) -> Int {
    let number = ends.count
    // Numbers are those of rows, of which there are fewer than ``UInt32`` holds.
    precondition(number < Int(UInt32.max), "too many names")
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    slots[place] = Slot(key: key, number: UInt32(number))
    if ends.count * 3 > slots.count * 2 { grow() }
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
  @inline(__always) private func slot(
    of name: UnsafeBufferPointer<UInt8>, _ key: Key, _ slots: UnsafeBufferPointer<Slot>
  ) -> Int {
    let mask = slots.count &- 1
    var place = Self.start(of: key, seed) & mask
    while slots[place].number != .max {
      if slots[place].key == key, !key.isLong || isName(Int(slots[place].number), name) { return place }
      place = (place &+ 1) & mask
    }
    return place
  }

  @inline(__always) private static func start(of key: Key, _ seed: UInt64) -> Int {
    Int(truncatingIfNeeded: Key.mixed(key.a ^ seed, key.b ^ 0x9E37_79B9_7F4A_7C15) >> 1)
  }

  private func isName(_ number: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    withBytes(of: number) { $0.elementsEqual(name) }
  }

  private mutating func grow() {
    var larger = [Slot](repeating: .free, count: slots.count * 2)
    let mask = larger.count - 1
    for slot in slots where slot.number != .max {
      var place = Self.start(of: slot.key, seed) & mask
      while larger[place].number != .max { place = (place + 1) & mask }
      larger[place] = slot
    }
    slots = larger
  }
}
