import KesiFormats
import KesiNetwork

/// A job of Spark, from its request to its answer.
package struct SparkRun {
  private let submit: SparkSubmit
  private let version: String
  /// How long a job that is to end may take to give back what it holds of the cluster, in seconds.
  private static let grace = 15.0

  package init(_ submit: SparkSubmit, version: String) { (self.submit, self.version) = (submit, version) }

  /// Runs a job, and lends its answer.
  ///
  /// - Parameters:
  ///   - progress: called now and then.
  ///   - body: reads the answer, which is gone afterwards.
  /// - Throws: ``SparkFailure``; what `body` throws.
  package func answer<Result>(
    to request: SparkRequest, progress: (SparkProgress) -> Void, _ body: (SparkAnswer) throws -> Result
  ) throws -> Result {
    let program = try SparkSubmit.path()
    return try TemporaryFolder.lend { folder in
      let (job, answer, log) = ("\(folder)/\(SparkJob.folder)", "\(folder)/answer", "\(folder)/spark.log")
      for place in [job, answer] { try TemporaryFolder.make(place) }
      for (name, bytes) in SparkJob.modules { try write(bytes, to: "\(job)/\(name)") }
      let asked = "\(folder)/\(SparkRequest.file)"
      try write(Array(request.json(answer: answer, version: version).text().utf8), to: asked)
      let words = submit.arguments(
        name: "kesi \(request.task.name)", job: "\(job)/\(SparkJob.entry)", request: asked)
      let status: Int32
      do {
        let process = try ChildProcess(program, words, output: .lines, errors: log, grace: Self.grace)
        process.forEachLine { line in
          if let node = try? JSONNode(Array(line.utf8)), let state = SparkProgress(node) { progress(state) }
        }
        status = process.end() ?? -1
      } catch let failure as ChildFailure {
        throw SparkFailure(
          .missingPart,
          "\(failure.path) cannot be run: \(failure.reason). Look whether Spark is installed as it should be.",
          zh: "无法运行 \(failure.path)：\(failure.reason)。请检查 Spark 是否正确安装。")
      }
      if let refusal = try SparkRefusal(in: answer) { throw refusal.failure(of: request) }
      guard status == 0 else { throw try SparkLog(at: log).failure(status: status, master: submit.master) }
      return try body(SparkAnswer(at: answer))
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    try AtomicFile.write(to: path) { write in try bytes.withUnsafeBytes(write) }
  }
}
