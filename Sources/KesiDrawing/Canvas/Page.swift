/// The paper or slide that a picture is set on: the picture is scaled to it and stands in its middle.
public struct Page: Sendable, Equatable {
  /// In points.
  let width: Double
  let height: Double
  /// Whether it may be turned to hold the picture at a larger scale.
  let mayTurn: Bool

  /// The sizes that have a name, in millimeters; a slide is 16:9, as wide as presentation programs make it.
  private static let named: [(name: String, width: Double, height: Double)] = [
    ("a5", 148, 210), ("a4", 210, 297), ("a3", 297, 420), ("letter", 215.9, 279.4), ("slide", 338.667, 190.5),
  ]
  public static var names: [String] { named.map(\.name) }

  /// Smaller ones hold no legend, larger ones no printer takes.
  private static let sides = 50.0...2000.0
  private static let pointsPerMillimeter = 72 / 25.4
  /// A small picture is not enlarged any further: its words would shout.
  static let largestScale = 1.6

  /// - Parameter word: a name, or `WIDTHxHEIGHT` in millimeters, which stays as it is said.
  /// - Returns: nil for anything else, or for sides not from 50 to 2,000 mm.
  public init?(_ word: String) {
    if let page = Self.named.first(where: { $0.name == word }) {
      self.init(page.width, page.height, mayTurn: word != "slide")
      return
    }
    let sides = word.unicodeScalars.split(separator: "x", omittingEmptySubsequences: false).map { side in
      side.allSatisfy { ("0"..."9").contains($0) || $0 == "." } ? Double(String(side)) : nil
    }
    guard sides.count == 2, let width = sides[0], let height = sides[1], Self.sides.contains(width),
      Self.sides.contains(height)
    else { return nil }
    self.init(width, height, mayTurn: false)
  }

  private init(_ width: Double, _ height: Double, mayTurn: Bool) {
    self.width = width * Self.pointsPerMillimeter
    self.height = height * Self.pointsPerMillimeter
    self.mayTurn = mayTurn
  }

  /// The page as it is held for content of a size, and by how much the content is scaled.
  func holding(width: Double, height: Double) -> (width: Double, height: Double, scale: Double) {
    func scale(_ across: Double, _ up: Double) -> Double {
      min(Self.largestScale, across / max(1, width), up / max(1, height))
    }
    let (upright, turned) = (scale(self.width, self.height), scale(self.height, self.width))
    return mayTurn && turned > upright ? (self.height, self.width, turned) : (self.width, self.height, upright)
  }
}
