import KesiCluster

/// The ways pictures can look.
public enum ThemeName: String, CaseIterable, Sendable {
  /// Colors that are told apart with any color vision, on white.
  case standard = "default"
  /// Greys and black, for paper.
  case print
  /// Light on dark, for screens.
  case dark
}

/// How things look: a shape and a color for each kind, colors of groups and marks. Colors by Okabe and Ito, told apart
/// with any color vision; shapes tell kinds apart without color.
struct Theme {
  struct Symbol: Equatable {
    let shape: KindShape
    let color: String
  }

  let background: String
  let text: String
  let faint: String
  /// The line around a symbol: parts those that touch.
  let outline: String
  let tie: String
  let alarm: String
  let ghost: String
  /// What formed; what dissolved is dashed in the color of ghosts.
  let formed: String
  private let symbols: [String: Symbol]
  private let groups: [String]

  /// What lies behind words, so that lines do not cross letters.
  var veil: String { background + "B8" }

  init(_ name: ThemeName = .standard) {
    let colors: [String: String]
    switch name {
    case .standard:
      (background, text, faint, outline) = ("#FFFFFF", "#222222", "#6B6B6B", "#FFFFFF")
      (tie, alarm, ghost, formed) = ("#7C8A9980", "#C00000", "#8C8C8C", "#1B7837")
      colors = [:]
      groups = [
        "#E69F00", "#0072B2", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#8C6BB1", "#B8A800", "#7A6A53",
      ]
    case .print:
      (background, text, faint, outline) = ("#FFFFFF", "#000000", "#555555", "#222222")
      (tie, alarm, ghost, formed) = ("#77777799", "#000000", "#777777", "#000000")
      colors = [
        "enterprise": "#C8C8C8", "university": "#3A3A3A", "college": "#8F8F8F", "institute": "#5E5E5E",
        "platform": "#F2F2F2", "government": "#151515", "park": "#A8A8A8", "hospital": "#767676",
        "association": "#DDDDDD", "fund": "#B8B8B8",
      ]
      groups = ["#777777", "#444444", "#999999", "#222222", "#888888", "#555555", "#AAAAAA", "#333333", "#666666"]
    case .dark:
      (background, text, faint, outline) = ("#16191D", "#ECEFF2", "#A6AFB8", "#16191D")
      (tie, alarm, ghost, formed) = ("#8A97A680", "#FF6B6B", "#8C959F", "#4CC38A")
      colors = ["university": "#3D9BE0", "government": "#C3C9D0", "park": "#7F868E", "hospital": "#F0743A"]
      groups = [
        "#E69F00", "#3D9BE0", "#2FC79A", "#F0743A", "#DE93BC", "#56B4E9", "#AC8FD0", "#D6C72E", "#B09C80",
      ]
    }
    let base = Self.base
    symbols = base.merging(
      colors.map { ($0.key, Symbol(shape: base[$0.key]!.shape, color: $0.value)) }, uniquingKeysWith: { $1 })
  }

  private static let base: [String: Symbol] = [
    "enterprise": Symbol(shape: .square, color: "#E69F00"),
    "university": Symbol(shape: .circle, color: "#0072B2"),
    "college": Symbol(shape: .triangle, color: "#56B4E9"),
    "institute": Symbol(shape: .hexagon, color: "#009E73"),
    "platform": Symbol(shape: .diamond, color: "#CC79A7"),
    "government": Symbol(shape: .house, color: "#595959"),
    "park": Symbol(shape: .pentagon, color: "#A6A6A6"),
    "hospital": Symbol(shape: .octagon, color: "#D55E00"),
    "association": Symbol(shape: .invertedTriangle, color: "#B8A800"),
    "fund": Symbol(shape: .star, color: "#8C6BB1"),
  ]
  /// For kinds without a symbol of their own, in the order in which they are declared.
  private let spare = [
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#8C6BB1", "#B8A800", "#595959",
  ]
  /// The symbol of a kind: what `network.yml` declares, else the theme's.
  func symbol(of kind: Kind, in profile: Profile) -> Symbol {
    let own = symbols[kind.id] ?? spareSymbol(kind, profile)
    return Symbol(shape: kind.shape ?? own.shape, color: kind.color ?? own.color)
  }

  func group(_ index: Int) -> String { groups[index % groups.count] }

  /// The color of a verdict, from red to green by way of amber; told apart by lightness too.
  func verdict(_ verdict: ChainIndex.Verdict?) -> String {
    switch verdict {
    case .weak: "#B2182B"
    case .developing: "#E08214"
    case .strong: "#1B7837"
    case nil: "#BBBBBB"
    }
  }

  /// The shade of a level: the higher the darker; and a color for text on it.
  func level(_ level: Level?) -> (fill: String, text: String) {
    switch level {
    case .national: ("#1F5F99", "#FFFFFF")
    case .provincial: ("#4E94C6", "#FFFFFF")
    case .municipal: ("#9DC4DE", "#1D2B36")
    case .ordinary, nil: ("#D8E6F1", "#1D2B36")
    }
  }

  private func spareSymbol(_ kind: Kind, _ profile: Profile) -> Symbol {
    let declared = profile.kinds.filter { symbols[$0.id] == nil }
    let index = declared.firstIndex { $0.id == kind.id } ?? declared.count
    let shapes: [KindShape] = [.circle, .square, .diamond, .hexagon, .triangle, .pentagon, .octagon]
    return Symbol(shape: shapes[index % shapes.count], color: spare[index % spare.count])
  }
}
