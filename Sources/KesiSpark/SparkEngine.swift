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

  package func values<Subject>(of measure: Measure<Subject>) throws -> MeasureValues {
    guard let values = measures[measure.id] else { throw EngineRefusal(engine: name, number: measure.id) }
    return values
  }

  package func value(of number: NetworkNumber) throws -> Double? {
    guard let value = numbers[number.id] else { throw EngineRefusal(engine: name, number: number.id) }
    return value
  }
}
