import KesiNetwork

/// What a number in a cell is in text.
struct CellNumber {
  let countsFrom1904: Bool

  /// From this size on numbers have more digits than the fifteen that spreadsheets keep.
  private static let precise = 1e15

  /// Writes the number that some bytes of a file are, as its format has it.
  ///
  /// - Returns: what the cell is; an error, with the bytes as they are, for what is no number.
  func write(_ bytes: some BidirectionalCollection<UInt8>, as format: NumberFormat, to text: inout [UInt8])
    -> Sheet.Content
  {
    if format == .plain || format == .whole, Self.isShortest(bytes) {
      text.append(contentsOf: bytes)
      return .number
    }
    guard let number = Double(decimal: String(decoding: bytes, as: UTF8.self)), number.isFinite else {
      text.append(contentsOf: bytes)
      return .error
    }
    if number.magnitude >= Self.precise {
      text.append(contentsOf: format == .whole ? Self.allDigits(number) : Self.asShown(number).utf8.map { $0 })
      return .damaged
    }
    switch format {
    case .date(let shape): return SerialDate(shape: shape, countsFrom1904: countsFrom1904).write(number, to: &text)
    case .padded(let width) where number == number.rounded():
      if number < 0 { text.append(0x2D) }
      // Below 10^15 it is a number of `Int`.
      text.append(digits: Int(number.magnitude), width: width)
      return .text
    case .hundredths where Self.isOctober(number):
      text.append(contentsOf: (number.plain + "0").utf8)
      return .number
    case .unit(let unit):
      text.append(contentsOf: ((number == 0 ? 0 : number).plain + unit).utf8)
      return .text
    case .plain, .whole, .padded, .hundredths:
      text.append(contentsOf: (number == 0 ? 0 : number).plain.utf8)
      return .number
    }
  }

  /// Whether a number may be a year and the tenth month of it, which is not the first only as it is shown: `2021.10`.
  private static func isOctober(_ number: Double) -> Bool {
    (1900..<2100).contains(number) && number.plain.utf8.count == 6 && number.plain.hasSuffix(".1")
  }

  /// Whether they are the shortest text of their number: fifteen digits at most, of which no two texts are one number, and
  /// nothing that says nothing.
  private static func isShortest(_ bytes: some BidirectionalCollection<UInt8>) -> Bool {
    guard bytes.count <= 16, let last = bytes.last else { return false }
    let digits = bytes.first == 0x2D ? bytes.dropFirst() : bytes[...]
    var points = 0
    for byte in digits {
      if byte == 0x2E { points += 1 } else if !(0x30...0x39).contains(byte) { return false }
    }
    guard points <= 1, (1...15).contains(digits.count - points), let first = digits.first, first != 0x2E else {
      return false
    }
    let second = digits.dropFirst().first
    // No `007`, no `0.00001`, which is shorter with a power of ten, no `-0`, no `1.50`.
    if first == 0x30 { guard second == nil ? digits.count == bytes.count : second == 0x2E else { return false } }
    return points == 0 || (last != 0x30 && last != 0x2E && !digits.starts(with: "0.000".utf8))
  }

  /// `1.23457E+17`, as a cell without a format shows it.
  private static func asShown(_ number: Double) -> String {
    var exponent = 0
    var rest = number.magnitude
    while rest >= 10 {
      rest /= 10
      exponent += 1
    }
    // Six digits; rounding may make a seventh.
    var digits = Int((rest * 1e5).rounded())
    if digits >= 1_000_000 {
      digits /= 10
      exponent += 1
    }
    var fraction = String(digits % 100_000)
    fraction = String(repeating: "0", count: 5 - fraction.utf8.count) + fraction
    while fraction.utf8.last == 0x30 { fraction.removeLast() }
    let start = "\(number < 0 ? "-" : "")\(digits / 100_000)" + (fraction.isEmpty ? "" : "." + fraction)
    return "\(start)E+\(exponent)"
  }

  /// All digits, as a format of whole numbers shows it: fifteen, then zeros.
  private static func allDigits(_ number: Double) -> [UInt8] {
    var zeros = 0
    var rest = number.magnitude
    while rest >= precise {
      rest /= 10
      zeros += 1
    }
    return (number < 0 ? [0x2D] : []) + Array(String(Int(rest.rounded())).utf8) + [UInt8](repeating: 0x30, count: zeros)
  }
}
