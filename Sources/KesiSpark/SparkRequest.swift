import KesiCluster
import KesiFormats
import KesiNetwork

/// What a job is asked for.
package struct SparkRequest: Sendable {
  /// What it is called beside the job.
  static let file = "spec.json"

  package enum Task: Sendable {
    case metrics([ActorMeasure], top: Top?, parts: Parts?)
    case summary([NetworkNumber])
    case chains
    case gaps([String])

    package var name: String {
      switch self {
      case .metrics: "metrics"
      case .summary: "summary"
      case .chains: "chains"
      case .gaps: "gaps"
      }
    }
  }

  /// The rows with the largest values of a measure, where no others are wanted.
  package struct Top: Sendable {
    let measure: String
    let count: Int

    package init(by measure: String, _ count: Int) { (self.measure, self.count) = (measure, count) }
  }

  /// Where Spark writes the table itself, in many files.
  package struct Parts: Sendable {
    let place: String

    package init(at place: String) { self.place = place }

    /// Parquet where the name says so, else CSV.
    var format: String { FileEnding(of: place.withoutLastSlashes)?.word == "parquet" ? "parquet" : "csv" }
  }

  package var task: Task
  package var input: String
  package var selection: Selection
  package var usesWeights = false
  package var seed = 1

  /// Rows that the driver takes in, where a part of the network is judged on this machine.
  private static let mostRows = 5_000_000

  package init(_ task: Task, of input: String, _ selection: Selection) {
    (self.task, self.input, self.selection) = (task, input, selection)
  }

  /// - Parameter answer: the folder for the answer.
  func json(answer: String, version: String) -> JSONValue {
    func list(_ words: [String]?) -> JSONValue { words.map { .array($0.map { .text($0) }) } ?? .null }
    var asked: [(String, JSONValue)] = [
      ("version", .text(version)), ("task", .text(task.name)), ("input", .text(input)), ("answer", .text(answer)),
      ("weighted", .bool(usesWeights)), ("seed", .whole(seed)), ("rowLimit", .whole(Self.mostRows)),
    ]
    switch task {
    case .metrics(let measures, let top, let parts):
      asked += [
        ("measures", list(measures.map(\.id))),
        ("top", top.map { .object([("measure", .text($0.measure)), ("count", .whole($0.count))]) } ?? .null),
        ("output", parts.map { .object([("uri", .text($0.place)), ("format", .text($0.format))]) } ?? .null),
      ]
    case .summary(let numbers): asked.append(("numbers", list(numbers.map(\.id))))
    case .chains: break
    case .gaps(let kinds): asked.append(("gapKinds", list(kinds)))
    }
    asked += [
      (
        "selection",
        .object([
          ("layers", list(selection.layers)), ("zones", list(selection.zones)), ("kinds", list(selection.kinds)),
          ("chains", list(selection.chains)), ("from", selection.period.from.map { .text($0.text) } ?? .null),
          ("to", selection.period.to.map { .text($0.text) } ?? .null),
        ])
      )
    ]
    return .object(asked + TableHeads.json)
  }
}
