/// A picture, ready to be written in any format: every place in it is fixed.
public struct Picture: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    case dot, svg, png, pdf

    /// Whether a line that is not seen can stand in it.
    package var holdsNote: Bool { self == .dot || self == .svg }
  }

  let canvas: Canvas
  /// What a plain picture leaves to the caption below it: what it shows, how to read it, its source.
  public let caption: [String]
  /// As fine as paper, but never more than 4,000 points across: large pictures would take minutes and gigabytes.
  private static let (finest, mostPixels) = (144.0, 4000.0)
  /// Letters three times as large stand where they should to a third of a pixel.
  private static let enlargement = 3.0

  init(_ canvas: Canvas, caption: [String] = []) {
    self.canvas = canvas
    self.caption = caption
  }

  public var dot: String { DOTWriter.text(of: canvas) }

  /// The bytes of the picture in a format.
  ///
  /// - Throws: ``DrawingError`` where a font is missing or Graphviz fails.
  public func bytes(as format: Format) throws -> [UInt8] { try bytes(as: format, bearing: nil) }

  /// The same.
  ///
  /// - Parameter note: a line that stands in the file and is not seen; only for formats that hold one.
  package func bytes(as format: Format, bearing note: String?) throws -> [UInt8] {
    switch format {
    case .dot: return Array(((note.map { "// \($0)\n" } ?? "") + dot).utf8)
    case .svg: return SVGWriter.bytes(of: canvas, bearing: note)
    case .png:
      let across =
        canvas.page == nil
        ? max(canvas.bounds.width, canvas.bounds.height) + 2 * Canvas.margin
        : max(canvas.frame.size.width, canvas.frame.size.height)
      return try drawn("png", dotsPerInch: min(Self.finest, Self.mostPixels * 72 / across))
    case .pdf: return try Self.withoutDates(drawn("pdf", dotsPerInch: nil))
    }
  }

  private func drawn(_ format: String, dotsPerInch: Double?) throws -> [UInt8] {
    let text = DOTWriter.text(of: canvas, enlarged: Self.enlargement, dotsPerInch: dotsPerInch)
    try Fonts.check(for: text)
    return try Graphviz.render(text, format: format)
  }

  /// A PDF says when it was made; blanks of the same length instead keep all else where it is.
  private static func withoutDates(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for key in ["/CreationDate", "/ModDate"] {
      var rest = bytes[...]
      while let start = rest.firstRange(of: key.utf8),
        let end = bytes[start.upperBound...].firstIndex(of: UInt8(ascii: ")"))
      {
        for index in start.lowerBound...end { bytes[index] = UInt8(ascii: " ") }
        rest = bytes[end...]
      }
    }
    return bytes
  }
}
