import KesiCluster
import KesiNetwork

/// The numbers of a job of Spark, as analyses ask for them.
package struct SparkEngine: Engine {
  package let name = "spark"

  private let measures: [String: MeasureValues]
  private let numbers: [String: Double?]

  init(measures: [String: MeasureValues] = [:], numbers: [String: Double?] = [:]) {
    (self.measures, self.numbers) = (measures, numbers)
  }

  /// Without any number, as for a network without actors: what columns there are can be told before a job.
  package init(blankFor measures: [ActorMeasure], _ numbers: [NetworkNumber] = []) {
    self.init(
      measures: Dictionary(measures.map { ($0.id, .whole([])) }) { first, _ in first },
      numbers: Dictionary(numbers.map { ($0.id, nil) }) { first, _ in first })
  }

  package func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues {
    guard let values = measures[measure.id] else { throw EngineRefusal(engine: name, number: measure.id) }
    return values
  }

  package func value(of number: NetworkNumber) throws -> Double? {
    guard let value = numbers[number.id] else { throw EngineRefusal(engine: name, number: number.id) }
    return value
  }
}
