import KesiCluster
import KesiNetwork

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
package struct Theme {
  package struct Symbol: Equatable, Hashable {
    package var shape: KindShape
    package var color: String
  }

  let name: ThemeName
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
  /// The lines of a table, and what fills a cell of which nothing is known or which is missing.
  let grid: String
  let unknown: String
  let missing: String
  private let symbols: [ExactText: Symbol]
  private let groups: [String]
  /// Colors of groups that symbols are told apart by, at least 16 apart in CIE Lab with any color vision (after Machado,
  /// Oliveira & Fernandes, *A Physiologically-based Model for Simulation of Color Vision Deficiency*, 2009); then those of
  /// who is in several groups, in one without a color, in none.
  let groupColors: [String]
  let several: String
  let other: String
  let nowhere: String
  private let levels: [(fill: String, text: String)]
  private let verdicts: [String]

  /// What lies behind words, so that lines do not cross letters.
  var veil: String { background + "C0" }

  package init(_ name: ThemeName = .standard, for network: Network) {
    self.name = name
    switch name {
    case .standard:
      (background, text, faint, outline) = ("#FFFFFF", "#222222", "#636363", "#FFFFFF")
      (tie, alarm, ghost, formed) = ("#7C8A9980", "#C00000", "#8C8C8C", "#1B7837")
      (grid, unknown, missing) = ("#E4E4E4", "#F3F3F3", "#FBE3E4")
      groups = [
        "#E69F00", "#0072B2", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#8C6BB1", "#B8A800", "#7A6A53",
      ]
      groupColors = [
        "#0072B2", "#E69F00", "#009E73", "#D55E00", "#CC79A7", "#56B4E9", "#332288", "#F0E442",
      ]
      (several, other, nowhere) = ("#4D4D4D", "#C4C4C4", "#DCDCDC")
      levels = [("#1F5F99", "#FFFFFF"), ("#3D83B5", "#FFFFFF"), ("#9DC4DE", "#1D2B36"), ("#D8E6F1", "#1D2B36")]
      verdicts = ["#B2182B", "#E08214", "#1B7837", "#BBBBBB"]
    case .print:
      (background, text, faint, outline) = ("#FFFFFF", "#000000", "#4A4A4A", "#222222")
      (tie, alarm, ghost, formed) = ("#77777799", "#000000", "#777777", "#000000")
      (grid, unknown, missing) = ("#CFCFCF", "#F4F4F4", "#FFFFFF")
      groups = ["#777777", "#444444", "#999999", "#222222", "#888888", "#555555", "#AAAAAA", "#333333", "#666666"]
      groupColors = ["#1A1A1A", "#6B6B6B", "#A6A6A6"]
      (several, other, nowhere) = ("#D0D0D0", "#EBEBEB", "#FFFFFF")
      levels = [("#333333", "#FFFFFF"), ("#6B6B6B", "#FFFFFF"), ("#B8B8B8", "#000000"), ("#E4E4E4", "#000000")]
      verdicts = ["#1A1A1A", "#777777", "#BDBDBD", "#E6E6E6"]
    case .dark:
      (background, text, faint, outline) = ("#16191D", "#ECEFF2", "#A6AFB8", "#16191D")
      (tie, alarm, ghost, formed) = ("#8A97A680", "#FF6B6B", "#8C959F", "#4CC38A")
      (grid, unknown, missing) = ("#363D45", "#22272D", "#4A2529")
      groups = [
        "#E69F00", "#3D9BE0", "#2FC79A", "#F0743A", "#DE93BC", "#56B4E9", "#AC8FD0", "#D6C72E", "#B09C80",
      ]
      groupColors = ["#2F86D0", "#E69F00", "#1FB58A", "#E8602C", "#E79CC4", "#8FD3FF", "#F5EC7A"]
      (several, other, nowhere) = ("#FFFFFF", "#5F666E", "#3A4047")
      levels = [("#7CC0F5", "#10202E"), ("#3D83B5", "#FFFFFF"), ("#295475", "#E6F1FA"), ("#20384B", "#D8E6F1")]
      verdicts = ["#E5484D", "#E08A2E", "#3FA76A", "#6B737B"]
    }
    symbols = Looks(name).assigned(to: network)
  }

  /// The symbol of a kind: what `network.yml` declares, else the theme's, else one that no other kind has.
  package func symbol(of kind: Kind) -> Symbol { symbols[ExactText(kind.id)] ?? Looks.other }

  func group(_ index: Int) -> String { groups[index % groups.count] }

  /// The color of a verdict, from bad to good; told apart by lightness, and by the words beside it.
  func verdict(_ verdict: ChainIndex.Verdict?) -> String {
    switch verdict {
    case .weak: verdicts[0]
    case .developing: verdicts[1]
    case .strong: verdicts[2]
    case .notEnoughData, nil: verdicts[3]
    }
  }

  /// The shade of a level: the higher the stronger; and a color for text on it.
  func level(_ level: Level?) -> (fill: String, text: String) {
    switch level {
    case .national: levels[0]
    case .provincial: levels[1]
    case .municipal: levels[2]
    case .ordinary, nil: levels[3]
    }
  }

  /// A color near the background, so that what has it stands back.
  func faded(_ color: String) -> String { Self.mixed(color, background, share: 0.28) }

  /// The band that stands for ties between two regions.
  var band: String { Self.mixed(ghost, background, share: 0.45) }

  /// A region of a large map: nearly the background, but nothing shows through it.
  func region(_ index: Int) -> (fill: String, edge: String) {
    (Self.mixed(group(index), background, share: 0.1), Self.mixed(group(index), background, share: 0.4))
  }

  /// A color that is told from the background as a thin line or as letters.
  func visible(_ color: String) -> String {
    name == .dark ? color : Self.mixed(color, "#000000", share: 0.68)
  }

  private static func mixed(_ color: String, _ other: String, share: Double) -> String {
    guard let a = channels(color), let b = channels(other) else { return color }
    return "#" + zip(a, b).map { hex(share * $0 + (1 - share) * $1) }.joined()
  }

  /// Red, green and blue of `#rrggbb`.
  static func channels(_ color: String) -> [Double]? {
    guard color.utf8.count == 7, let value = UInt32(color.dropFirst(), radix: 16) else { return nil }
    return [16, 8, 0].map { Double((value >> UInt32($0)) & 0xFF) }
  }

  /// Two hexadecimal digits of 0…255.
  static func hex(_ value: Double) -> String {
    let value = Int(min(255, max(0, value.rounded())))
    return (value < 16 ? "0" : "") + String(value, radix: 16, uppercase: true)
  }
}
