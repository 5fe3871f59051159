/// What may stand between several names or values in one cell.
enum ListSeparator: String, CaseIterable {
  case enumeration = "、"
  case semicolon = ";"
  case bar = "|"
  case line = "newline"
  case comma = ","
  case slash = "/"
  case blank = "blank"
  case and = "and"

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "、": self = .enumeration
    case ";", "；", "︔": self = .semicolon
    case "|", "｜", "¦", "┋", "┃", "│": self = .bar
    case "\n", "\r", "\u{2028}", "\u{85}", "\t": self = .line
    default: return nil
    }
  }
}
