import KesiCluster
import KesiNetwork

/// One way to draw a network: what it is called, which options it has a use for, and how it draws. Each stands in the file
/// of its drawing.
public struct View: Sendable {
  /// As `--view` has it.
  public let name: String
  /// What it shows, for the help.
  public let summary: String
  /// The options of its own, and those of all views that it has a use for.
  public let takes: Set<ViewOption>
  /// Whether it draws actors and ties; else what history.csv has, to which a choice of ties changes nothing.
  public let isOfTies: Bool
  /// Without which there is nothing to draw.
  public let needs: Set<ViewOption>
  let draw: @Sendable (Analysis, ViewWishes) throws -> Picture

  init(
    _ name: String, _ summary: String, takes: Set<ViewOption>, needs: Set<ViewOption> = [], isOfTies: Bool = true,
    draw: @escaping @Sendable (Analysis, ViewWishes) throws -> Picture
  ) {
    (self.name, self.summary, self.takes, self.needs, self.draw) = (name, summary, takes, needs, draw)
    self.isOfTies = isOfTies
  }

  /// - Throws: ``DrawingError``; `UnknownWord` where what is asked for is not in the network.
  public func picture(of analysis: Analysis, _ wishes: ViewWishes) throws -> Picture { try draw(analysis, wishes) }
}

/// What is asked of a view.
public struct ViewWishes {
  public var style: PictureStyle
  /// The measure that symbols of maps grow with.
  public var size = ActorMeasure.degree
  /// Where the layout of maps starts from.
  public var seed = 1
  /// By id or name.
  public var actor: String?
  public var radius = 1
  /// By id or name; nil for the one with most members.
  public var consortium: String?
  /// The two of `history.csv`, as it has them or by their names; nil where it has two.
  public var subjects: [String]?

  public init(style: PictureStyle) { self.style = style }
}

/// An option that some views have a use for and others have not, by its name on the command line.
public enum ViewOption: String, CaseIterable, Sendable {
  case actor, radius, consortium, subjects, size, seed
  case asOf = "as-of"
  case directed, weighted, projection, color
  case minWeight = "min-weight"
  case labels, plain
}

extension Set<ViewOption> {
  /// Of views that draw actors and their ties.
  static let ofNetworks: Self = [.color, .minWeight, .labels, .plain]
}
