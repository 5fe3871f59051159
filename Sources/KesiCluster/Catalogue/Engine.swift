import KesiNetwork

/// Who computes the numbers of a network: a ``MatrixNumbers`` on this machine, or another program that answers the same
/// questions with the same ids. An estimate is no answer to a question for an exact number: it has an id of its own.
public protocol Engine {
  /// As `--engine` has it.
  var name: String { get }
  /// - Throws: ``EngineRefusal`` where it cannot compute that.
  func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues
  func value(of number: NetworkNumber) throws -> Double?
}

/// That an engine was asked for what it cannot do.
public struct EngineRefusal: Error, Equatable, Sendable {
  public let engine: String
  /// The id of what was asked for.
  public let number: String

  public init(engine: String, number: String) {
    self.engine = engine
    self.number = number
  }

  public var message: Phrase {
    Phrase(
      "The engine \(engine) does not compute \(number). Leave it out, or use the engine local.",
      zh: "计算引擎 \(engine) 不支持指标 \(number)。请去掉该指标，或改用 local 引擎。")
  }
}
