import KesiNetwork

/// Telephone numbers, mail addresses and numbers of identity cards in a text: what a remark in a cell should not carry on
/// into tables, reports and pictures.
enum PersonalData {
  /// What stands for them.
  private static let mark = Array("***".unicodeScalars)

  /// A text without them; nil where it has none.
  static func removed(from text: String) -> String? {
    guard text.utf8.withContiguousStorageIfAvailable(mayBeIn) ?? true else { return nil }
    let scalars = Array(text.unicodeScalars)
    let found = Scan(scalars.map { $0.narrow ?? $0 }).found
    guard !found.isEmpty else { return nil }
    var rest: [Unicode.Scalar] = []
    var place = 0
    for range in found {
      rest += scalars[place..<range.lowerBound] + mark
      place = range.upperBound
    }
    return String(scalars: rest + scalars[place...])
  }

  static func isIn(_ text: String) -> Bool { removed(from: text) != nil }

  /// Whether some bytes have as many digits as the shortest number, an at sign, or letters that may be either in full width.
  static func mayBeIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for byte in bytes {
      if byte == UInt8(ascii: "@") || byte == 0xEF { return true }
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { digits += 1 }
    }
    return digits >= shortest
  }

  /// The digits of a number of seven with an area code of three.
  private static let shortest = 10
}

/// Where in a text such data stand, in their order.
private struct Scan {
  private let scalars: [Unicode.Scalar]
  private(set) var found: [Range<Int>] = []

  /// - Parameter scalars: in their narrow form.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var place = 0
    while place < scalars.count {
      // Within a word no address begins; a number may, as in `tel138…`.
      let isWithinWord = isOfAddress(place - 1)
      if let end = (isWithinWord ? nil : addressEnd(place)) ?? numberEnd(place) {
        found.append(place..<end)
        place = end
      } else {
        place += 1
      }
    }
  }

  private func scalar(_ place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

  private func isDigit(_ place: Int) -> Bool { scalar(place)?.isDigit ?? false }

  private func isLetter(_ place: Int) -> Bool {
    scalar(place).map { $0.isASCII && $0.properties.isAlphabetic } ?? false
  }

  private func isOfAddress(_ place: Int) -> Bool {
    isDigit(place) || isLetter(place) || scalar(place).map { "._%+-".unicodeScalars.contains($0) } ?? false
  }

  /// The end of a mail address that begins at a place.
  private func addressEnd(_ start: Int) -> Int? {
    guard isOfAddress(start) else { return nil }
    var place = start
    while isOfAddress(place) { place += 1 }
    guard scalar(place) == "@" else { return nil }
    place += 1
    var end: Int?
    var (hasDot, letters) = (false, 0)
    while isDigit(place) || isLetter(place) || scalar(place) == "." || scalar(place) == "-" {
      if scalar(place) == "." { (hasDot, letters) = (true, 0) } else { letters += 1 }
      place += 1
      if hasDot, letters > 1 { end = place }
    }
    return end
  }

  /// How many digits stand from a place on.
  private func count(_ start: Int) -> Int { scalars[min(start, scalars.count)...].prefix(while: \.isDigit).count }

  /// The end of a number of a telephone or an identity card that begins at a place.
  private func numberEnd(_ start: Int) -> Int? {
    var start = start
    if scalar(start) == "+" { start += 1 }
    guard isDigit(start), !isWithin(start) else { return nil }
    // The country before the number.
    for country in ["0086", "86"] where scalars[start...].starts(with: country.unicodeScalars) {
      let next = start + country.unicodeScalars.count
      let after = scalar(next) == "-" || scalar(next) == " " ? next + 1 : next
      if let end = mobileEnd(after) ?? landlineEnd(after) { return end }
    }
    return identityEnd(start) ?? mobileEnd(start) ?? landlineEnd(start)
  }

  /// Whether what stands before is of the same number or code: `HT-2023-…`, `0.…`. A word for what it is may be: `tel138…`.
  private func isWithin(_ start: Int) -> Bool {
    if isDigit(start - 1) { return true }
    if isLetter(start - 1) {
      let word = String(
        scalars: scalars[..<start].reversed().prefix { $0.isASCII && $0.properties.isAlphabetic }.reversed())
      return !["tel", "phone", "mobile", "mob", "t", "m", "wx", "qq"].contains(word.lowercased())
    }
    guard let before = scalar(start - 1), [".", "-", "/", "_"].contains(before) else { return false }
    return isDigit(start - 2) || isLetter(start - 2)
  }

  /// Whether a number ends at a place: no amount and no longer code goes on there.
  private func ends(_ place: Int) -> Bool {
    guard let next = scalar(place) else { return true }
    if next.isDigit || isLetter(place) || ["元", "万", "亿", "%"].contains(next) { return false }
    return !(next == "." && isDigit(place + 1))
  }

  /// `13812345678`, `138 1234 5678`, `138-12345678`.
  private func mobileEnd(_ start: Int) -> Int? {
    guard scalar(start) == "1", let second = scalar(start + 1), ("3"..."9").contains(second) else { return nil }
    var (place, digits) = (start, 0)
    while digits < 11 {
      if digits == 3 || digits == 7, scalar(place) == "-" || scalar(place) == " " { place += 1 }
      guard isDigit(place) else { return nil }
      (place, digits) = (place + 1, digits + 1)
    }
    return ends(place) ? place : nil
  }

  /// `0512-65880001`, `(0512) 65880001`, `051265880001`.
  private func landlineEnd(_ start: Int) -> Int? {
    guard scalar(start) == "0", let second = scalar(start + 1), ("1"..."9").contains(second) else { return nil }
    let first = count(start)
    // Area codes of three digits have numbers of eight: ten without a sign between are a code of something else.
    if (11...12).contains(first) { return ends(start + first) ? start + first : nil }
    guard (3...4).contains(first) else { return nil }
    var place = start + first
    let marks: Set<Unicode.Scalar> = ["-", "–", "—", " ", ")"]
    while let mark = scalar(place), marks.contains(mark), place < start + first + 2 { place += 1 }
    guard place > start + first, (7...8).contains(count(place)) else { return nil }
    let end = place + count(place)
    return ends(end) ? end : nil
  }

  /// 18 places with a day of birth and the sign that the others give, by GB 11643. Codes of organizations of as many places
  /// have none.
  private func identityEnd(_ start: Int) -> Int? {
    let end = start + 18
    guard end <= scalars.count,
      count(start) == 18 || count(start) == 17 && "Xx".unicodeScalars.contains(scalars[end - 1])
    else { return nil }
    let digits = scalars[start..<end].map { $0.isDigit ? Int($0.value) - 0x30 : 10 }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    guard (1...8).contains(digits[0]), (1900...2099).contains(number(6..<10)), (1...12).contains(number(10..<12)),
      (1...31).contains(number(12..<14)), end == scalars.count || !isDigit(end) && !isLetter(end)
    else { return nil }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1]
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 1 ? end : nil
  }
}
