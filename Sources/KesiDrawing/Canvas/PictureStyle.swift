import KesiNetwork

/// How a picture looks, whatever it shows: its words, colors, letters and page, and how much of it is drawn.
public struct PictureStyle: Sendable {
  /// How many actors are named.
  public enum Labels: Sendable, Equatable {
    /// As many as the view holds.
    case usual
    /// So many, the most important first.
    case most(Int)
    case all
  }

  /// The language where there is but one.
  let language: Language
  let theme: ThemeName
  /// Those that names and titles are in, one below the other.
  let languages: [Language]
  /// What the color of symbols tells.
  public var color = ColorBy.kind
  /// Ties of less weight are not drawn.
  public var minWeight: Double?
  public var labels = Labels.usual
  /// Nil for a picture as large as what is on it.
  public var page: Page?
  public var font: PictureFont?
  /// A figure for a paper: no title, no gaps, no words but the legend.
  public var isPlain = false
  /// What ids begin with, where the picture is a part of something larger, in which ids are to be unique.
  package var ids = ""

  /// - Parameter isBilingual: whether names and titles are in Chinese and, below it, in English, whatever the language.
  public init(_ language: Language, _ theme: ThemeName = .standard, isBilingual: Bool = false) {
    self.language = isBilingual ? .zh : language
    self.theme = theme
    languages = isBilingual ? [.zh, .en] : [language]
  }

  /// The language whose font comes first: where both stand side by side Latin letters are as wide as they are reckoned, and
  /// Chinese ones come from the other font.
  var fontLanguage: Language { languages.contains(.en) ? .en : .zh }

  var letters: TextSize { TextSize(font: font?.widths) }

  /// Words in one line, in each of the languages where they differ.
  func words(_ phrase: Phrase) -> String { each { phrase($0) }.joined(separator: " ") }

  /// What differs from language to language, once each.
  func each(_ words: (Language) -> String) -> [String] {
    var all: [String] = []
    for language in languages {
      let text = words(language)
      if !all.containsExactly(text) { all.append(text) }
    }
    return all
  }

  /// A name as lines below each other, so many in each language.
  func lines(_ name: (Language) -> String, size: Double, limit: Double, lines most: Int) -> [String] {
    each(name).flatMap { letters.wrapped($0, size: size, limit: limit, lines: most) }
  }

  /// Those of some that are named: the first so many in the order of what matters; all where nothing was asked for.
  func named(_ sorted: [Int], usual: Int = .max) -> Set<Int> {
    switch labels {
    case .usual: Set(sorted.prefix(usual))
    case .most(let count): Set(sorted.prefix(count))
    case .all: Set(sorted)
    }
  }

  func draws(_ weight: Double) -> Bool { minWeight.map { weight >= $0 } ?? true }
}
