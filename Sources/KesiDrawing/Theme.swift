import KesiCluster

/// How things look: a shape and a color for each kind, colors of groups and marks. Colors by Okabe and Ito, told apart
/// with any color vision; shapes tell kinds apart without color.
struct Theme {
  struct Symbol: Equatable {
    let shape: KindShape
    let color: String
  }

  let text = "#222222"
  let faint = "#6B6B6B"
  let tie = "#7C8A9980"
  let alarm = "#C00000"
  let ghost = "#8C8C8C"
  /// What formed; what dissolved is dashed in the color of ghosts.
  let formed = "#1B7837"

  private let symbols: [String: Symbol] = [
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
  private let groups = [
    "#E69F00", "#0072B2", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#8C6BB1", "#B8A800", "#7A6A53",
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
