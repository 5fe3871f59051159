extension String {
  /// The places it takes on a terminal, and in a sheet whose widths count digits.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// Lines of at most `width` places.
  package func wrapped(to width: Int) -> [String] {
    guard displayWidth > width, width > 1 else { return [self] }
    return lines(within: Double(width)) { Double(String($0).displayWidth) }
  }

  /// The width of the longest part that wrapping keeps whole.
  package var longestPiece: Int { pieces.map(\.displayWidth).max() ?? 0 }
}

extension Unicode.Scalar {
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
