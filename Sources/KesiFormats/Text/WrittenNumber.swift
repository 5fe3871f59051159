import KesiNetwork

/// A number as people write it: `1,200`, `１２００`, `800万`, `1.2亿元`, `50%`, `约300`, `¥1,200.50`, `51,5`.
package struct WrittenNumber: Sendable, Equatable {
  /// In its plain unit: 8,000,000 for `800万`, 0.5 for `50%`.
  package let value: Double
  /// The unit that stands behind it, which goes before the one in the head of its column.
  package let unit: WrittenUnit?
  /// The code of the currency that stands before it or in its unit; nil where none does.
  package let currency: String?
  /// Whether it is said to be about so much: `约300`, `300余`.
  package let isApproximate: Bool

  /// What a cell of a column of numbers says.
  package enum Reading: Sendable, Equatable {
    case missing
    case number(WrittenNumber)
    /// `1.200` where nothing tells whether the point parts decimals or thousands.
    case ambiguous(decimal: Double, thousands: Double)
    case unreadable
  }

  /// Which sign parts the decimals, as far as the column tells.
  package enum DecimalSign: Sendable, Equatable {
    case point, comma
    /// Each cell by itself: of two signs the last; a comma before three digits parts thousands.
    case unknown
  }

  package static func read(_ text: String, decimals: DecimalSign = .unknown) -> Reading {
    if MissingValue.isStated(by: text) { return .missing }
    var rest = text.narrow()[...]
    var isApproximate = rest.dropWords(of: before)
    let all = rest
    rest.dropWords(of: currencies)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    rest.dropWords(of: currencies)
    let before = all[..<rest.startIndex]
    let digits = rest.prefix(while: GroupedDigits.holds)
    rest = rest.dropFirst(digits.count)
    // A power of ten, as programs write numbers.
    var power = ""
    if rest.first == "e" || rest.first == "E", let exponent = exponent(rest.dropFirst()) {
      power = "e" + exponent.text
      rest = exponent.rest
    }
    if rest.dropWords(of: after) { isApproximate = true }
    var unit: WrittenUnit?
    let behind = String(scalars: rest)
    if !behind.isEmpty {
      unit = WrittenUnit(behind) ?? behindWithoutWords(behind, &isApproximate)
      guard unit != nil else { return .unreadable }
    }
    func number(_ text: String) -> Double? {
      guard let plain = Double(decimal: text + power) else { return nil }
      let value = (unit.map { (plain * $0.factor).withoutNoise } ?? plain) * (isNegative ? -1 : 1)
      return value.isWorkable ? value : nil
    }
    switch GroupedDigits(digits).read(decimals) {
    case .plain(let text):
      return number(text).map {
        .number(
          WrittenNumber(
            value: $0, unit: unit, currency: currency(in: before) ?? unit?.currency, isApproximate: isApproximate))
      } ?? .unreadable
    case .either(let decimal, let thousands):
      guard let decimal = number(decimal), let thousands = number(thousands) else { return .unreadable }
      return .ambiguous(decimal: decimal, thousands: thousands)
    case nil: return .unreadable
    }
  }

  /// Whether it is a number that says of itself how much it is: no multiple such as 万 stands behind it.
  static func isBare(_ text: String) -> Bool {
    switch read(text) {
    case .number(let number): number.unit.map { $0.factor == 1 } ?? true
    case .ambiguous: true
    case .missing, .unreadable: false
    }
  }

  /// What the cells of a column tell of its decimals: a sign that can only be one in some cell is one in all of them.
  package static func decimalSign(of column: some Sequence<String>) -> DecimalSign {
    var (hasPoint, hasComma) = (false, false)
    for text in column {
      let digits = text.narrow().drop { !$0.isDigit }.prefix(while: GroupedDigits.holds)
      switch GroupedDigits(digits).surelyParts {
      case ".": hasPoint = true
      case ",": hasComma = true
      default: continue
      }
    }
    return hasPoint == hasComma ? .unknown : hasPoint ? .point : .comma
  }

  private static func exponent(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> (text: String, rest: ArraySlice<Unicode.Scalar>)? {
    let sign = scalars.prefix { $0 == "+" || $0 == "-" }
    let digits = scalars.dropFirst(sign.count).prefix(while: \.isDigit)
    guard sign.count <= 1, (1...3).contains(digits.count) else { return nil }
    return (
      String(scalars: sign + digits), scalars.dropFirst(sign.count + digits.count)
    )
  }

  /// `300万左右`, `300万余元`.
  private static func behindWithoutWords(_ text: String, _ isApproximate: inout Bool) -> WrittenUnit? {
    for word in after where text.contains(word) {
      isApproximate = true
      let rest = text.replacing(word, with: "", maxReplacements: 1)
      return rest.isEmpty ? WrittenUnit("个") : WrittenUnit(rest)
    }
    return nil
  }

  /// The currency of which words stand before a number.
  private static func currency(in before: ArraySlice<Unicode.Scalar>) -> String? {
    guard !before.isEmpty else { return nil }
    let text = String(scalars: before)
    return currencies.first { WrittenUnit.currency(of: $0) != nil && text.contains($0) }
      .flatMap(WrittenUnit.currency)
  }

  private static let before = [
    "大约", "约为", "约", "約", "近", "逾", "超过", "超", "≈", "~", "about ", "approx. ", "approx ", "ca. ", "c. ",
  ]
  private static let after = ["左右", "上下", "以上", "余", "餘", "多", "+"]
  private static let currencies = ["人民币", "RMB", "CNY", "USD", "EUR", "GBP", "¥", "$", "€", "£", "共", "计"]
}

extension ArraySlice<Unicode.Scalar> {
  /// Takes some words and the blanks after them off the start; whether there were any.
  @discardableResult fileprivate mutating func dropWords(of words: [String]) -> Bool {
    var found = false
    while let word = words.first(where: { starts(with: $0.unicodeScalars) }) {
      self = dropFirst(word.unicodeScalars.count).drop { $0 == " " }
      found = true
    }
    return found
  }
}

/// The digits of a number with the signs between them.
private struct GroupedDigits {
  enum Reading {
    case plain(String)
    case either(decimal: String, thousands: String)
  }

  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar == "," || scalar == "." || scalar == " " || scalar == "'"
  }

  /// The digits between signs, and the sign before each but the first.
  private var groups: [[Unicode.Scalar]] = [[]]
  private var signs: [Unicode.Scalar] = []

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    for scalar in scalars.trimmed {
      if scalar.isDigit {
        groups[groups.count - 1].append(scalar)
      } else {
        signs.append(scalar)
        groups.append([])
      }
    }
  }

  /// The sign that can part nothing but decimals; nil where none does.
  var surelyParts: Unicode.Scalar? {
    guard isWellFormed, let last = signs.last, last == "," || last == ".", signs.dropLast().allSatisfy({ $0 != last }),
      areThousands(groups.dropLast())
    else { return nil }
    return signs.count > 1 || !areThousands(groups[...]) && !isSlip ? last : nil
  }

  func read(_ decimals: WrittenNumber.DecimalSign) -> Reading? {
    guard isWellFormed else { return nil }
    guard let last = signs.last else { return .plain(text(groups[...])) }
    let isGrouped = areThousands(groups[...]) && signs.allSatisfy { $0 == last }
    let thousands = isGrouped ? text(groups[...]) : nil
    let canPart =
      (last == "." || last == ",") && signs.dropLast().allSatisfy { $0 != last } && areThousands(groups.dropLast())
      && Set(signs.dropLast()).count <= 1
    let decimal = canPart ? text(groups.dropLast()) + "." + text(groups.suffix(1)) : nil
    switch (decimals, last) {
    case (.point, "."), (.comma, ","): return decimal.map { .plain($0) }
    case (.point, _), (.comma, _): return thousands.map { .plain($0) }
    case (.unknown, "."):
      guard let decimal, let thousands else { return (decimal ?? thousands).map { .plain($0) } }
      return .either(decimal: decimal, thousands: thousands)
    case (.unknown, _): return isSlip ? nil : (thousands ?? decimal).map { .plain($0) }
    }
  }

  /// `1,2000`: more likely thousands with a slip than decimals.
  private var isSlip: Bool { signs == [","] && groups[1].count > 3 && groups[0] != ["0"] }

  private var isWellFormed: Bool { groups.allSatisfy { !$0.isEmpty } && groups.count <= 12 }

  /// Whether signs between the groups can part thousands: three digits in each but the first, which does not begin with 0.
  private func areThousands(_ groups: ArraySlice<[Unicode.Scalar]>) -> Bool {
    guard let first = groups.first, groups.count > 1 else { return true }
    return first.count <= 3 && first.first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private func text(_ groups: ArraySlice<[Unicode.Scalar]>) -> String {
    var text = String.UnicodeScalarView()
    for group in groups { text.append(contentsOf: group) }
    return String(text)
  }
}
