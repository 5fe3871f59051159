import KesiCluster
import KesiNetwork

extension Engine {
  /// The numbers of a measure, one for each actor or entry of a network.
  ///
  /// - Throws: ``WrongAnswer`` where the engine gave more or fewer; what the engine throws.
  func values<Subject>(of measure: Measure<Subject>, for count: Int) throws -> MeasureValues {
    let values = try values(of: measure)
    let given =
      switch values {
      case .whole(let numbers): numbers.count
      case .real(let numbers): numbers.count
      }
    guard given == count else { throw WrongAnswer(engine: name, number: measure.id, count: given, expected: count) }
    return values
  }
}

/// That an engine gave more or fewer numbers than it was asked for, so that none can be told whose it is.
public struct WrongAnswer: Error, Equatable, Sendable {
  public let engine: String
  /// The id of what was asked for.
  public let number: String
  public let count: Int
  public let expected: Int

  public init(engine: String, number: String, count: Int, expected: Int) {
    (self.engine, self.number, self.count, self.expected) = (engine, number, count, expected)
  }

  public var message: Phrase {
    let (found, wanted) = (Figure.count(count).text, Figure.count(expected).text)
    return Phrase(
      "The engine \(engine) gave \(found) values of \(number), not \(wanted): the network it has is not this one, or it is at fault. Load the network into it again, or use the engine local.",
      zh: "计算引擎 \(engine) 返回的指标 \(number) 有 \(found) 个数值，应为 \(wanted) 个：其中的网络与此网络不同，或引擎有误。请重新载入网络，或改用 local 引擎。")
  }
}
