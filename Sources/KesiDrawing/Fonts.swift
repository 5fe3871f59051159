import CFontconfig
import KesiCluster

/// The fonts that pictures are set in.
enum Fonts {
  /// Has both Latin and Chinese letters; the package `fonts-noto-cjk` brings it.
  static let family = "Noto Sans CJK SC"

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
