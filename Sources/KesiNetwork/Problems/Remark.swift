/// What was made of something that a person brought: how it was read, so that a guess is seen and can be overruled. One
/// line, and no problem.
public struct Remark: Sendable, Equatable {
  public let place: Place
  public let message: Phrase

  public init(_ place: Place, _ message: Phrase) {
    self.place = place
    self.message = message
  }

  /// `ties.csv: is UTF-8 …`; in Chinese `ties.csv：编码为 …`. See ``Problem/line(in:)``.
  public func line(in language: Language) -> String {
    (place.text(in: language) + (language == .zh ? "：" : ": ") + message(language)).visible
  }
}
