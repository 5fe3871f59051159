import CXlsxWriter
import KesiNetwork

/// How cells look, each look made once for a workbook.
struct CellFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let font: String
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  private struct Key: Hashable {
    let look: WrittenSheet.Look
    let wraps: Bool
  }

  init(_ book: UnsafeMutablePointer<lxw_workbook>, in language: Language) {
    self.book = book
    // What Excel itself takes in either language.
    font = language == .zh ? "等线" : "Calibri"
  }

  /// Nil where there is no memory for one, which cells without a format show.
  mutating func format(_ look: WrittenSheet.Look, wraps: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(look: look, wraps: wraps)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, font)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if wraps { format_set_text_wrap(format) }
    set(look, on: format)
    made[key] = format
    return format
  }

  private func set(_ look: WrittenSheet.Look, on format: UnsafeMutablePointer<lxw_format>) {
    switch look {
    case .text, .general: break
    case .whole: format_set_num_format(format, "0")
    case .decimals: format_set_num_format(format, "0.000")
    case .tiny: format_set_num_format(format, "\"< 0.001\"")
    case .tinyNegative: format_set_num_format(format, "\"> -0.001\";\"> -0.001\"")
    case .entry: format_set_num_format(format, "@")
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
    case .section:
      format_set_bold(format)
      format_set_font_size(format, 12)
      format_set_font_color(format, 0x1F4E79)
    case .faint: format_set_font_color(format, 0x6B7280)
    case .mark:
      format_set_bold(format)
      format_set_font_color(format, 0x9A3412)
    case .head, .requiredHead:
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, look == .head ? 0xE4ECF4 : 0xFCE8C8)
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, 0x8FA3B8)
    }
    switch look {
    case .general, .whole, .decimals, .tiny, .tinyNegative:
      format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_indent(format, 1)
    default: break
    }
  }
}
