/// What the format of a cell makes of a number, as far as that is more than looks.
enum NumberFormat: Equatable {
  case plain
  /// A whole number with all its digits.
  case whole
  /// Zeros before it up to a width: an id that was typed as a number.
  case padded(Int)
  case date(DateShape)
  /// Two places behind the point and no signs between thousands.
  case hundredths
  /// With a unit behind it: `0"万元"`.
  case unit(String)

  /// The formats that workbooks name by number alone (ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as Chinese Excel
  /// has them).
  init(builtIn id: Int) {
    self =
      switch id {
      case 1, 3: .whole
      case 2: .hundredths
      case 17, 27, 36, 50, 52, 57: .date([.year, .month])
      case 14, 15, 16, 28...31, 51, 53, 54, 58: .date(.date)
      case 18...21, 32...35, 45, 47, 55, 56: .date(.clock)
      case 22: .date([.date, .clock])
      case 46: .date([.clock, .elapsed])
      default: .plain
      }
  }

  /// A format by its code, `yyyy"年"m"月"` or `000000`. The first section that shows anything of the number counts.
  init(code: String) {
    var reader = FormatCode(code)
    while let section = reader.nextSection() {
      if let format = section.format {
        self = format
        return
      }
    }
    self = .plain
  }
}

/// A code of a number format, read section by section.
private struct FormatCode {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  /// How long a code may be, as spreadsheets have it.
  static let longest = 255

  init(_ code: String) { scalars = Array(code.unicodeScalars) }

  /// What a section of a code says.
  struct Section {
    fileprivate enum Mark {
      case year, monthOrMinute, day, hour, second, elapsed
    }

    fileprivate var marks: [Mark] = []
    fileprivate var zeros = 0
    /// Places for digits other than zeros.
    fileprivate var otherPlaces = 0
    fileprivate var hasFraction = false
    fileprivate var placesOfFraction = 0
    /// Words behind the number.
    fileprivate var words = String.UnicodeScalarView()
    /// Whether there are signs between thousands, or a number is shown in thousands.
    fileprivate var hasCommas = false
    /// Whether what is shown is a thousandth of the number or some other part of it.
    fileprivate var isScaled = false
    fileprivate var hasOther = false

    /// Nil where it shows words alone.
    var format: NumberFormat? {
      if !marks.isEmpty { return .date(shape) }
      if zeros + otherPlaces == 0 { return hasOther ? .plain : nil }
      if !isScaled, !hasOther, let unit = WrittenUnit(String(words)), unit.isMoney { return .unit(unit.word) }
      if placesOfFraction == 2, otherPlaces == 0, !hasOther, !hasCommas { return .hundredths }
      if hasFraction || hasOther || isScaled { return .plain }
      return (2...FormatCode.longest).contains(zeros) && otherPlaces == 0 ? .padded(zeros) : .whole
    }

    /// `m` is a minute after an hour or before a second, else a month.
    private var shape: DateShape {
      var shape: DateShape = []
      for (place, mark) in marks.enumerated() {
        switch mark {
        case .year: shape.insert(.year)
        case .day: shape.insert(.day)
        case .hour, .second: shape.insert(.clock)
        case .elapsed: shape.formUnion([.clock, .elapsed])
        case .monthOrMinute:
          let before = place > 0 ? marks[place - 1] : .year
          let after = place + 1 < marks.count ? marks[place + 1] : .year
          shape.insert(before == .hour || before == .elapsed || after == .second ? .clock : .month)
        }
      }
      return shape
    }
  }

  /// Nil where the code is at its end.
  mutating func nextSection() -> Section? {
    guard place < scalars.count else { return nil }
    var section = Section()
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      switch scalar {
      case ";": return section
      case "\"":
        let start = place
        skip(past: "\"")
        let end = min(max(start, place - 1), scalars.count)
        if section.zeros + section.otherPlaces > 0 { section.words.append(contentsOf: scalars[start..<end]) }
      case "\\", "!", "_", "*":
        // A point that is typed rather than counted: `0!.0,"万"` shows a ten thousandth.
        if place < scalars.count, scalars[place] == "." { section.isScaled = true }
        place += 1
      case "[": readBracket(&section)
      case "0":
        section.zeros += 1
        if section.hasFraction { section.placesOfFraction += 1 }
      case ",":
        section.hasCommas = true
        if place >= scalars.count || !["0", "#", "?"].contains(scalars[place]) { section.isScaled = true }
      case "#", "?": section.otherPlaces += 1
      case ".": section.hasFraction = true
      case "%", "@", "/": section.hasOther = section.hasOther || scalar != "/"
      default: readLetters(scalar, &section)
      }
    }
    return section
  }

  private mutating func skip(past end: Unicode.Scalar) {
    while place < scalars.count, scalars[place] != end { place += 1 }
    place += 1
  }

  /// `[h]` counts on; `[$-804]`, `[红色]`, `[>=100]` say nothing of what is shown.
  private mutating func readBracket(_ section: inout Section) {
    let start = place
    skip(past: "]")
    let letters = scalars[start..<min(max(start, place - 1), scalars.count)].map { $0.properties.lowercaseMapping }
    guard let first = letters.first, ["h", "m", "s"].contains(first), letters.allSatisfy({ $0 == first }) else {
      return
    }
    section.marks.append(.elapsed)
  }

  private mutating func readLetters(_ first: Unicode.Scalar, _ section: inout Section) {
    let letter = first.properties.lowercaseMapping
    let start = place
    func follows(_ text: String) -> Bool {
      let rest = scalars[start...].prefix(text.unicodeScalars.count).map { $0.properties.lowercaseMapping }
      return rest.joined() == text
    }
    if letter == "g", follows("eneral") || follows("/通用格式") {
      place += follows("eneral") ? 6 : 5
      section.hasOther = true
      return
    }
    if letter == "a", follows("m/pm") || follows("/p") {
      place += follows("/p") ? 2 : 4
      section.marks.append(.hour)
      return
    }
    while place < scalars.count, scalars[place].properties.lowercaseMapping == letter { place += 1 }
    let count = place - start + 1
    switch letter {
    case "y": section.marks.append(.year)
    // `e` is a year in East Asia, and the power of ten after digits.
    case "e":
      if section.zeros + section.otherPlaces == 0 { section.marks.append(.year) } else { section.hasOther = true }
    case "b" where count > 1: section.marks.append(.year)
    case "m": section.marks.append(.monthOrMinute)
    case "d": section.marks.append(.day)
    // The day of the week in East Asia.
    case "a" where count > 2: section.marks.append(.day)
    case "h": section.marks.append(.hour)
    case "s": section.marks.append(.second)
    default: break
    }
  }
}
