import CFontconfig
import Foundation
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
  static func family(_ language: Language, _ font: PictureFont?) -> String {
    (font.map { "\($0.family)," } ?? "")
      + (language == .zh ? "\(chinese),\(latin)" : "\(latin),DejaVu Sans,\(chinese)")
  }

  /// The same with what other systems have in their place.
  static func web(_ language: Language, _ font: PictureFont?) -> String {
    let (east, west) = ("'\(chinese)', 'PingFang SC', 'Microsoft YaHei'", "'\(latin)', Arial, Helvetica")
    // In a string of CSS a quote or a backslash follows a backslash.
    let own = font.map { font in
      var text = "'"
      for scalar in font.family.unicodeScalars {
        if scalar == "'" || scalar == "\\" { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return text + "', "
    }
    return (own ?? "") + (language == .zh ? "\(east), \(west)" : "\(west), \(east)") + ", sans-serif"
  }

  /// Throws where text has Chinese characters and no font of the system has them: they would come out as boxes.
  static func check(for text: String) throws {
    guard text.unicodeScalars.contains(where: { (0x4E00...0x9FFF).contains($0.value) }), !hasChinese else { return }
    throw DrawingError(
      Phrase(
        "no font on this system has Chinese characters. Install one (apt-get install fonts-noto-cjk), or draw an SVG.",
        zh: "本机没有中文字体。请安装（apt-get install fonts-noto-cjk），或改为输出 SVG。"), isForWant: true)
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

/// A font of this system that pictures are set in.
public struct PictureFont: Sendable {
  /// As fontconfig spells it.
  let family: String
  /// Of its upright face; nil where its file is in a format that Kesi does not read: widths are then estimated.
  let widths: FontWidths?

  /// - Throws: `UnknownWord` where fontconfig knows no font of that name.
  public init(named name: String) throws(UnknownWord) {
    // Graphviz parts a list of fonts at commas.
    guard !name.unicodeScalars.contains(","), let found = Self.find(name) else {
      throw UnknownWord(
        Phrase(
          "--font: no font of this system is called “\(name.visible(most: 60))”. `fc-list : family` lists those that are there; install it, or leave --font out.",
          zh: "--font：本机没有名为“\(name.visible(most: 60))”的字体。可用 `fc-list : family` 查看已有字体；请先安装，或不加 --font。"))
    }
    (family, widths) = found
  }

  private static func find(_ name: String) -> (String, FontWidths?)? {
    guard !name.isEmpty, !name.unicodeScalars.contains("\0"), let pattern = FcPatternCreate() else { return nil }
    defer { FcPatternDestroy(pattern) }
    FcPatternAddString(pattern, FC_FAMILY, name)
    guard let list = FcFontList(nil, pattern, nil) else { return nil }
    defer { FcFontSetDestroy(list) }
    guard list.pointee.nfont > 0 else { return nil }
    // Of its faces the upright one of usual weight.
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultMatch
    guard let face = FcFontMatch(nil, pattern, &result) else { return nil }
    defer { FcPatternDestroy(face) }
    var family: UnsafeMutablePointer<FcChar8>?
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard FcPatternGetString(face, FC_FAMILY, 0, &family) == FcResultMatch, let family else { return nil }
    let hasFile =
      FcPatternGetString(face, FC_FILE, 0, &file) == FcResultMatch
      && FcPatternGetInteger(face, FC_INDEX, 0, &index) == FcResultMatch
    let bytes = hasFile ? file.flatMap { try? Data(contentsOf: URL(filePath: String(cString: $0))) } : nil
    // Higher bits of the index name an instance of a variable font.
    return (String(cString: family), bytes.flatMap { FontWidths(Array($0), face: Int(index & 0xFFFF)) })
  }
}
