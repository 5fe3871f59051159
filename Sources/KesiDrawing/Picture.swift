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
  private let graph: DOTGraph
  private let engine: String
  private let dotsPerInch: Double

  /// - Parameter dotsPerInch: how fine pixels are. Only for PNG: in an SVG Graphviz would scale the drawing out of its frame.
  init(_ graph: DOTGraph, engine: String, dotsPerInch: Double) {
    dot = graph.text
    self.graph = graph
    self.engine = engine
    self.dotsPerInch = dotsPerInch
  }

  /// The bytes of the picture in a format.
  ///
  /// - Throws: ``DrawingError`` where a font is missing or Graphviz fails.
  public func bytes(as format: Format) throws -> [UInt8] {
    if format == .dot { return Array(dot.utf8) }
    if format != .svg { try Fonts.check(for: dot) }
    var fine = graph
    if format == .png { fine.set(["dpi": DOT.number(dotsPerInch)]) }
    return try Graphviz.render(fine.text, engine: engine, format: format.rawValue)
  }
}
