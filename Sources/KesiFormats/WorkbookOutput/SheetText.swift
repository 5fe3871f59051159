/// A text as a cell of a workbook holds it.
///
/// What XML cannot hold stands there by its number, `_x0001_`, as spreadsheets write and read it; a text that looks like one
/// of these has its first sign written so.
struct SheetText {
  /// In UTF-16 units, as spreadsheets count.
  static let longest = 32_767

  let written: String
  /// Whether its end is left out, for which `…` stands.
  let isShortened: Bool

  init(_ text: String) {
    let utf8 = text.utf8
    // Nearly all texts: of units there are no more than bytes.
    if utf8.count <= Self.longest,
      !utf8.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0xEF || $0 == UInt8(ascii: "_") })
    {
      (written, isShortened) = (text, false)
      return
    }
    var result = ""
    var room = Self.longest
    let scalars = Array(text.unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
      let form = Self.form(of: scalar, before: scalars[(place + 1)...])
      let size = form.utf16.count
      // Room for `…` as long as anything follows.
      guard size <= room - (place + 1 < scalars.count ? 1 : 0) else {
        (written, isShortened) = (result + "…", true)
        return
      }
      result += form
      room -= size
    }
    (written, isShortened) = (result, false)
  }

  private static func form(of scalar: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>) -> String {
    switch scalar.value {
    case 0x09, 0x0A: String(scalar)
    case 0..<0x20, 0xFFFE, 0xFFFF: escape(scalar)
    case UInt32(UInt8(ascii: "_")): looksLikeEscape(rest.prefix(6)) ? escape(scalar) : "_"
    default: String(scalar)
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }

  /// Whether what follows a low line makes it a number of a sign: `x0041_`.
  private static func looksLikeEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.count == 6, rest.first == "x" || rest.first == "X", rest.last == "_" else { return false }
    return rest.dropFirst().dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

extension String {
  /// As much of its beginning as so many UTF-16 units hold.
  func prefix(units: Int) -> String {
    var room = units
    return String(
      String.UnicodeScalarView(
        unicodeScalars.prefix { scalar in
          room -= UTF16.width(scalar)
          return room >= 0
        }))
  }
}
