import CFontconfig
import KesiNetwork

/// The fonts that pictures are set in: in English text a Latin font comes first, since quotes and dots of a Chinese font
/// are as wide as its characters.
enum Fonts {
  /// Has both Latin and Chinese letters; the package `fonts-noto-cjk` brings it.
  private static let chinese = "Noto Sans CJK SC"
  /// As wide as Arial and Helvetica, letter by letter, so that text takes the same room everywhere; the package
  /// `fonts-liberation` brings it.
  private static let latin = "Liberation Sans"

  /// Families in the order in which they are looked through, for Graphviz.
  static func family(_ language: Language) -> String {
    language == .zh ? "\(chinese),\(latin)" : "\(latin),DejaVu Sans,\(chinese)"
  }

  /// The same with what other systems have in their place.
  static func web(_ language: Language) -> String {
    let (east, west) = ("'\(chinese)', 'PingFang SC', 'Microsoft YaHei'", "'\(latin)', Arial, Helvetica")
    return (language == .zh ? "\(east), \(west)" : "\(west), \(east)") + ", sans-serif"
  }

  /// Throws where text has Chinese characters and no font of the system has them: they would come out as boxes.
  static func check(for text: String) throws {
    guard text.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }), !hasChinese else { return }
    throw DrawingError(
      Phrase(
        "no font on this system has Chinese characters. Install one (apt-get install fonts-noto-cjk), or draw an SVG.",
        zh: "本机没有中文字体。请安装（apt-get install fonts-noto-cjk），或改为输出 SVG。"))
  }

  /// Whether some installed font covers simplified Chinese.
  private static let hasChinese: Bool = {
    guard let pattern = FcPatternCreate(), let languages = FcLangSetCreate() else { return false }
    defer {
      FcPatternDestroy(pattern)
      FcLangSetDestroy(languages)
    }
    FcLangSetAdd(languages, "zh-cn")
    FcPatternAddLangSet(pattern, FC_LANG, languages)
    guard let found = FcFontList(nil, pattern, nil) else { return false }
    defer { FcFontSetDestroy(found) }
    return found.pointee.nfont > 0
  }()
}
