import KesiFormats
import KesiNetwork

/// A line that the job prints while it works.
package struct SparkProgress: Sendable, Equatable {
  /// What it works on: the name of a measure or of a step.
  package let step: String
  /// In which round, where it goes round and round.
  package let round: Int?
  /// How many pieces of work are done, of how many that are known of.
  package let done: Int
  package let total: Int

  /// Nil where a line is none.
  init?(_ line: JSONNode) {
    guard let step = line["step"]?.text else { return nil }
    self.step = step.visible(most: 60)
    round = line["round"]?.count
    done = line["done"]?.count ?? 0
    total = line["of"]?.count ?? 0
  }

  /// Steps that are no measures, which are told by their names.
  private static let steps = [
    "start": Phrase("beginning", zh: "启动"), "read": Phrase("reading tables", zh: "读取数据表"),
    "actors": Phrase("actors", zh: "主体"), "chains": Phrase("chains", zh: "产业链"),
    "write": Phrase("writing", zh: "写出结果"), waiting: Phrase("waiting for a worker", zh: "等待工作节点"),
  ]
  private static let waiting = "worker"

  /// Whether the cluster gives nobody to work.
  package var isWaiting: Bool { step == Self.waiting }
  package static let waitingNote = Phrase(
    "The cluster gives Spark no worker: it is full, or no worker has as much memory and as many cores as are asked for (--conf spark.executor.memory=…, --conf spark.executor.cores=…). Spark goes on waiting; Ctrl-C ends it.",
    zh:
      "集群没有可用的工作节点：可能已满，或没有节点具备所要求的内存与核数（--conf spark.executor.memory=…，--conf spark.executor.cores=…）。Spark 将继续等待，按 Ctrl-C 结束。"
  )

  package var phrase: Phrase {
    let step = Self.steps[step] ?? Phrase(step, zh: step)
    let (english, chinese) = (round.map { ", round \($0)" } ?? "", round.map { "，第 \($0) 轮" } ?? "")
    let tasks = total > 0 ? " · \(done) of \(total) tasks" : ""
    return Phrase(
      "Spark: \(step.en)\(english)\(tasks)",
      zh: "Spark：\(step.zh)\(chinese)" + (total > 0 ? " · 任务 \(done)/\(total)" : ""))
  }
}

extension JSONNode {
  /// A whole number that is not negative.
  var count: Int? { number.flatMap { Int(exactly: $0) }.flatMap { $0 >= 0 ? $0 : nil } }
}
