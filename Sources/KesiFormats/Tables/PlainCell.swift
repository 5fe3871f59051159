import KesiNetwork

/// Cells as programs write them, read from their bytes: nearly all numbers and dates are such. What is not is left to those
/// who know how people write.
extension UnsafeBufferPointer<UInt8> {
  /// Digits with at most one point among them, few enough that the quotient is the nearest number.
  ///
  /// - Returns: nil for any other form.
  @inline(__always) var plainNumber: Double? {
    var digits: UInt64 = 0
    var decimals = -1
    guard count > 0, count <= 16 else { return nil }
    for byte in self {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        digits = digits &* 10 &+ UInt64(digit)
        if decimals >= 0 { decimals &+= 1 }
      }
    }
    // A point alone is no number; fifteen digits are held exactly.
    guard count > (decimals >= 0 ? 1 : 0), count <= (decimals >= 0 ? 16 : 15) else { return nil }
    return decimals <= 0 ? Double(digits) : Double(digits) / powersOfTen[decimals]
  }

  /// Whether a number is one whose point may part thousands as well: `1.200`.
  @inline(__always) var isAmbiguousNumber: Bool {
    guard count >= 5, count <= 7, self[count - 4] == UInt8(ascii: "."), self[0] != UInt8(ascii: "0") else {
      return false
    }
    return true
  }

  /// `2024`, `2024-05`, `2024-05-17`; nil for any other form and for days that no calendar has.
  @inline(__always) var plainDate: PartialDate? {
    guard count == 4 || count == 7 || count == 10 else { return nil }
    var packed: UInt32 = 0
    for (place, byte) in enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      packed = packed &* 10 &+ UInt32(digit)
    }
    return PartialDate(packed: count == 4 ? packed * 10000 : count == 7 ? packed * 100 : packed)
  }
}

private let powersOfTen: [Double] = (0...15).map { (1...15).prefix($0).reduce(1.0) { product, _ in product * 10 } }

extension String {
  /// Whether a comma stands before the last three of its digits, and no other sign: `1,234`.
  var hasDoubtfulComma: Bool {
    let bytes = Array(utf8)
    guard (5...7).contains(bytes.count), bytes[0] != UInt8(ascii: "0") else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      place == bytes.count - 4 ? byte == UInt8(ascii: ",") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
  }

  /// Whether it is a number whose point may part thousands as well: `1.200`.
  var isAmbiguousNumber: Bool {
    var text = self
    return text.withUTF8 { $0.isAmbiguousNumber }
  }
}
