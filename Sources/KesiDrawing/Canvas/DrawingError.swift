import KesiNetwork

/// A picture that cannot be drawn, and what to do about it.
public struct DrawingError: Error, Sendable {
  public let message: Phrase
  /// Whether it is for want of a program or a font that can be installed.
  public let isForWant: Bool

  public init(_ message: Phrase, isForWant: Bool = false) {
    self.message = message
    self.isForWant = isForWant
  }
}

extension UnknownWord {
  static let noChains = UnknownWord(
    Phrase(
      "the network has no chains to draw. List them in chains.csv, and who is part of them in positions.csv.",
      zh: "该网络没有产业链可绘。请在 chains.csv 中列出产业链，并在 positions.csv 中填写各主体的位置。"))
}
