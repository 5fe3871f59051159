import KesiMatrix
import KesiNetwork

/// How lines of numbers are written.
struct LineForm {
  /// The sign between cells; 0 where blanks part them.
  let separator: UInt8
  let isWeighted: Bool
  /// Whether a point in a weight is known to part decimals.
  let hasSurePoint: Bool

  /// So many weights tell.
  private static let sampled = 1000

  init(_ dialect: Dialect, isWeighted: Bool, hasPoint: Bool, weightsBelow rows: TextRows) {
    if case .sign(let sign) = dialect.separator { separator = sign } else { separator = 0 }
    self.isWeighted = isWeighted
    var rows = rows
    var weights: [String] = []
    while isWeighted, weights.count < Self.sampled, (try? rows.next()) == true {
      weights.append(rows.record.string(rows.record[2]))
    }
    hasSurePoint = hasPoint || WrittenNumber.decimalSign(of: weights) == .point
  }
}

/// Reads lines of numbers.
struct LineReader {
  enum Line { case tie, end, other }

  private var place: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>
  private var source: UInt32 = 0
  private var target: UInt32 = 0
  private var weight = 1.0
  private let form: LineForm

  init(_ text: UnsafeBufferPointer<UInt8>, _ form: LineForm) {
    self.form = form
    // An empty text has no address.
    place = text.baseAddress ?? UnsafePointer(bitPattern: 1)!
    end = place + text.count
  }

  /// Nil where a line is of another form.
  mutating func read() -> TieList? {
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    var weights: [Double]? = form.isWeighted ? [] : nil
    // A line is seldom shorter than ten bytes.
    sources.reserveCapacity((end - place) / 10)
    targets.reserveCapacity((end - place) / 10)
    weights?.reserveCapacity((end - place) / 12)
    while true {
      switch readLine() {
      case .tie:
        sources.append(source)
        targets.append(target)
        weights?.append(weight)
      case .end: return TieList(sources: sources, targets: targets, weights: weights)
      case .other: return nil
      }
    }
  }

  /// Reads up to the end of the next line that holds something.
  @inline(__always)
  mutating func readLine() -> Line {
    let start = place
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || Self.isSpace(byte) {
        place += 1
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "%") {
        while place < end, place.pointee != UInt8(ascii: "\n"), place.pointee != UInt8(ascii: "\r") { place += 1 }
      } else {
        break
      }
    }
    guard place < end else { return .end }
    // A tab before the first number ends an empty cell, where tabs part them.
    if form.separator == UInt8(ascii: "\t"), place > start, place[-1] == UInt8(ascii: "\t") { return .other }
    guard let source = readWhole(), skipSeparator(), let target = readWhole() else { return .other }
    if form.isWeighted { guard skipSeparator(), readDecimal() else { return .other } }
    while place < end, Self.isSpace(place.pointee) || place.pointee == UInt8(ascii: "\r") { place += 1 }
    guard place == end || place.pointee == UInt8(ascii: "\n") else { return .other }
    (self.source, self.target) = (source, target)
    return .tie
  }

  @inline(__always)
  private mutating func readWhole() -> UInt32? {
    let start = place
    var number: UInt64 = 0
    while place < end {
      let digit = place.pointee &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = number &* 10 &+ UInt64(digit)
      place += 1
    }
    // A leading zero would be lost: “007” is a name.
    let length = place - start
    let isPlain = length == 1 || (length > 0 && start.pointee != UInt8(ascii: "0"))
    guard isPlain, length <= 10, number < UInt64(UInt32.max) else { return nil }
    return UInt32(truncatingIfNeeded: number)
  }

  /// Digits with at most one point among them, few enough that the quotient below is the nearest number.
  private mutating func readDecimal() -> Bool {
    var digits: UInt64 = 0
    var length = 0
    var decimals = -1
    let first = place < end ? place.pointee : 0
    while place < end {
      let byte = place.pointee
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { break }
        digits = digits &* 10 &+ UInt64(digit)
        length += 1
        if decimals >= 0 { decimals += 1 }
      }
      place += 1
    }
    guard length > 0, length <= 15 else { return false }
    // `1.200` may be 1,200 as well.
    if decimals == 3, length > 3, length < 7, !form.hasSurePoint, first != UInt8(ascii: "0") { return false }
    weight = Double(digits) / Self.powersOfTen[max(0, decimals)]
    return true
  }

  private static let powersOfTen: [Double] = (0...15).map {
    (1...15).prefix($0).reduce(1.0) { product, _ in product * 10 }
  }

  /// Blanks, with the separator among them where it is a sign.
  @inline(__always)
  private mutating func skipSeparator() -> Bool {
    let start = place
    var signs = 0
    while place < end {
      let byte = place.pointee
      if byte == form.separator { signs += 1 } else if !Self.isSpace(byte) { break }
      place += 1
    }
    return form.separator == 0 ? place > start : signs == 1
  }

  @inline(__always) private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
