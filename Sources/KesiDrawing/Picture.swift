import KesiCluster

/// A picture as DOT, ready for Graphviz: every place is fixed, so any Graphviz draws it the same.
public struct Picture: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case dot, svg, png, pdf

    /// The format that a file name asks for; nil where its ending names none.
    public init?(file: String) {
      guard let ending = file.split(separator: ".").last?.lowercased() else { return nil }
      self.init(rawValue: ending == "gv" ? "dot" : ending)
    }
  }

  public let dot: String
  private let engine: String

  init(_ graph: DOTGraph, engine: String) {
    dot = graph.text
    self.engine = engine
  }

  /// The bytes of the picture in a format.
  ///
  /// - Throws: ``DrawingError`` where a font is missing or Graphviz fails.
  public func bytes(as format: Format) throws -> [UInt8] {
    if format == .dot { return Array(dot.utf8) }
    if format != .svg { try Fonts.check(for: dot) }
    return try Graphviz.render(dot, engine: engine, format: format.rawValue)
  }
}
