import KesiNetwork

/// Which symbol each kind of a network is drawn with: no two kinds share both shape and color.
struct Looks {
  private let theme: ThemeName

  init(_ theme: ThemeName) { self.theme = theme }

  /// For what is of no known kind.
  static let other = Theme.Symbol(shape: .circle, color: "#767676")

  private static let own: [String: Theme.Symbol] = [
    "enterprise": Theme.Symbol(shape: .square, color: "#E69F00"),
    "university": Theme.Symbol(shape: .circle, color: "#0072B2"),
    "college": Theme.Symbol(shape: .triangle, color: "#56B4E9"),
    "institute": Theme.Symbol(shape: .hexagon, color: "#009E73"),
    "platform": Theme.Symbol(shape: .diamond, color: "#CC79A7"),
    "government": Theme.Symbol(shape: .house, color: "#595959"),
    "park": Theme.Symbol(shape: .pentagon, color: "#A6A6A6"),
    "hospital": Theme.Symbol(shape: .octagon, color: "#D55E00"),
    "association": Theme.Symbol(shape: .invertedTriangle, color: "#B8A800"),
    "fund": Theme.Symbol(shape: .star, color: "#8C6BB1"),
    "": other,
  ]
  private static let greys = [
    "enterprise": "#C8C8C8", "university": "#3A3A3A", "college": "#8F8F8F", "institute": "#5E5E5E",
    "platform": "#F2F2F2", "government": "#151515", "park": "#A8A8A8", "hospital": "#767676",
    "association": "#DDDDDD", "fund": "#B8B8B8", "": "#999999",
  ]
  private static let light = [
    "university": "#3D9BE0", "government": "#C3C9D0", "park": "#7F868E", "hospital": "#F0743A",
  ]
  /// For kinds without a symbol of their own, in the order in which they come.
  private static let spareShapes: [KindShape] = [
    .circle, .diamond, .hexagon, .octagon, .pentagon, .triangle, .square, .invertedTriangle, .star, .house,
  ]
  private static let spareColors = [
    "#8C6BB1", "#D55E00", "#009E73", "#B8A800", "#CC79A7", "#0072B2", "#7A6A53", "#E69F00", "#56B4E9", "#595959",
  ]
  private static let spareGreys = ["#4A4A4A", "#B0B0B0", "#757575", "#E0E0E0", "#222222", "#939393"]

  private var spares: [String] { theme == .print ? Self.spareGreys : Self.spareColors }

  /// Declared kinds first, then those that only the actors name. A kind that declares its look keeps it, unless another has
  /// the very same: it then keeps its color.
  func assigned(to network: Network) -> [ExactText: Theme.Symbol] {
    var kinds = network.profile.kinds
    var known = Set(kinds.map { ExactText($0.id) })
    for actor in network.actors where known.insert(ExactText(actor.kind)).inserted {
      kinds.append(network.profile.kind(actor.kind))
    }
    for kind in network.chains.lazy.flatMap(\.requires) where known.insert(ExactText(kind)).inserted {
      kinds.append(network.profile.kind(kind))
    }
    var looks: [ExactText: Theme.Symbol] = [:]
    var taken = Set<Theme.Symbol>()
    func take(_ look: Theme.Symbol, for kind: Kind) {
      looks[ExactText(kind.id)] = look
      taken.insert(look)
    }
    // Kinds with a look of their own choose before those that take what is left.
    let isSpare = { (kind: Kind) in
      Self.own[kind.id] == nil && (kind.shape == nil || kind.color == nil)
    }
    for kind in kinds.filter({ !isSpare($0) }) + kinds.filter(isSpare) where looks[ExactText(kind.id)] == nil {
      take(candidates(for: kind, after: taken.count).first { !taken.contains($0) } ?? Self.other, for: kind)
    }
    return looks
  }

  /// The looks a kind may have, the one it would rather have first.
  private func candidates(for kind: Kind, after count: Int) -> [Theme.Symbol] {
    let own = themed(kind)
    let declared = kind.color.map { theme == .print ? grey($0) : $0 }
    let spares = self.spares
    let colors = (declared ?? own?.color).map { [$0] } ?? (0..<spares.count).map { spares[(count + $0) % spares.count] }
    let first = kind.shape ?? own?.shape
    let shapes =
      (first.map { [$0] } ?? [])
      + (0..<Self.spareShapes.count).map {
        Self.spareShapes[(count + $0) % Self.spareShapes.count]
      }
    // Another color first where only the shape is declared, another shape else; at last any that is left.
    let more = kind.color == nil ? spares : []
    return (first != nil && kind.color == nil ? (colors + more).map { Theme.Symbol(shape: shapes[0], color: $0) } : [])
      + zip(shapes, colors).map { Theme.Symbol(shape: $0, color: $1) }
      + shapes.flatMap { shape in (colors + more).map { Theme.Symbol(shape: shape, color: $0) } }
  }

  private func themed(_ kind: Kind) -> Theme.Symbol? {
    guard var look = Self.own[kind.id] else { return nil }
    switch theme {
    case .standard: break
    case .print: look.color = Self.greys[kind.id] ?? look.color
    case .dark: look.color = Self.light[kind.id] ?? look.color
    }
    return look
  }

  /// As light as a color is, without it.
  private func grey(_ color: String) -> String {
    guard let channels = Theme.channels(color) else { return color }
    let value = Theme.hex(0.3 * channels[0] + 0.59 * channels[1] + 0.11 * channels[2])
    return "#\(value)\(value)\(value)"
  }
}
