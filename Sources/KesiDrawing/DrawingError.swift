import KesiNetwork

/// A picture that cannot be drawn, and what to do about it.
public struct DrawingError: Error, Sendable {
  public let message: Phrase

  public init(_ message: Phrase) { self.message = message }
}
