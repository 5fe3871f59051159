extension Double {
  /// Shortest form that reads back as the same number, whole numbers without a fraction: `2`, `0.25`.
  package var plain: String {
    // Whole numbers below 10^15 are numbers of `Int`.
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
  }

  /// The greatest number that tables may hold, and the least above 0. Sums, squares and quotients of as many such numbers as
  /// there can be are numbers still; what goes beyond is a slip, and would end in `inf` or `nan` where no one sees why.
  package static let greatestInTables = 1e100
  package static let leastInTables = 1e-100

  /// Whether it can be worked with: finite, and 0 or of a size between the two.
  package var isWorkable: Bool {
    self == 0 || (magnitude >= Self.leastInTables && magnitude <= Self.greatestInTables)
  }
}

extension Double {
  /// Reads a number as people write it: digits, with a point, a sign and a power of ten where they want; not as programs
  /// may write it, `0x10`. What is above 0 and too small to be held is the least number there is, so that it is not taken
  /// for 0.
  package init?(decimal text: String) {
    guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "x") && $0 != UInt8(ascii: "X") }), let number = Double(text) else {
      return nil
    }
    let digits = text.utf8.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
    let isLost = number == 0 && digits.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    self = isLost ? (number.sign == .minus ? -.leastNonzeroMagnitude : .leastNonzeroMagnitude) : number
  }
}

extension Phrase {
  /// That a number cannot be worked with.
  package static func unworkable(_ text: String, _ number: Double) -> Phrase {
    let isSmall = number.magnitude < 1
    return Phrase(
      "“\(text)” is too \(isSmall ? "small" : "large") to calculate with. Use another unit, so that numbers are between "
        + "1e-100 and 1e100.",
      zh: "“\(text)”过\(isSmall ? "小" : "大")，无法参与计算。请换用其他单位，使数值在 1e-100 至 1e100 之间。")
  }
}
