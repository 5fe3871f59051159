import KesiCluster

extension String {
  /// Without control characters, which could steer a terminal.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnprintable ? " " : $0 }))
  }

  /// The places it takes on a terminal.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// Lines of at most `width` places.
  func wrapped(to width: Int) -> [String] {
    guard displayWidth > width, width > 1 else { return [self] }
    return lines(within: Double(width)) { Double(String($0).displayWidth) }
  }

  /// The width of the longest part that wrapping keeps whole.
  var longestPiece: Int { pieces.map(\.displayWidth).max() ?? 0 }
}

extension Unicode.Scalar {
  fileprivate var isUnprintable: Bool {
    properties.generalCategory == .control || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Two for East Asian wide and fullwidth characters and emoji, none for marks that combine (Unicode TR 11).
  fileprivate var displayWidth: Int {
    switch value {
    case 0x20..<0x7F: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: return 0
      default: return 1
      }
    }
  }
}

extension Double {
  /// Three digits after the point, without zeros at the end unless `fixed`; numbers too small or large for that keep
  /// their own form.
  func roundedForPeople(fixed: Bool) -> String {
    guard isFinite else { return "" }
    if magnitude >= 1e12 { return description }
    // Too small for three digits after the point, and no zero.
    if self != 0, magnitude < 0.0005 { return self < 0 ? "> -0.001" : "< 0.001" }
    // Half up by its decimal digits: 0.4975 is 0.498, whatever the nearest binary number is.
    let thousandths = Int((self * 1000).withoutNoise.rounded())
    guard fixed else { return (Double(thousandths) / 1000).plain }
    let digits = String(thousandths.magnitude % 1000)
    return (thousandths < 0 ? "-" : "") + String(thousandths.magnitude / 1000) + "."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
