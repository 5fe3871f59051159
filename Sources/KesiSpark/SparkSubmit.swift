import KesiFormats
import KesiNetwork

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a job is handed to Spark: by its own program, with its own options, so that YARN, Kubernetes and credentials are as
/// Spark's pages have them.
package struct SparkSubmit: Sendable {
  /// The cluster, as `--master` of `spark-submit` has it; nil for that of Spark's own settings, or this machine.
  package let master: String?
  /// Settings, each `key=value`.
  package let settings: [String]

  package init(master: String?, settings: [String]) { (self.master, self.settings) = (master, settings) }

  /// The words behind `spark-submit`.
  ///
  /// The job speaks to this run through its standard output and a folder, so its driver runs on this machine.
  func arguments(name: String, job: String, request: String) -> [String] {
    let cluster = master.map { ["--master", $0] } ?? []
    let own = ["--deploy-mode", "client", "--name", name, "--conf", "spark.ui.showConsoleProgress=false"]
    return cluster + own + settings.flatMap { ["--conf", $0] } + [job, request]
  }

  /// The line that would be run.
  package func line(name: String) throws -> String {
    let words = arguments(name: name, job: "\(SparkJob.folder)/\(SparkJob.entry)", request: SparkRequest.file)
    return ([try Self.path()] + words).map(\.inShell).joined(separator: " ")
  }

  /// Where `spark-submit` is: in `SPARK_HOME`, or else on the `PATH`.
  ///
  /// - Throws: ``SparkFailure`` where it is in neither.
  static func path() throws -> String {
    if let home = getenv("SPARK_HOME").map({ String(cString: $0) }), !home.isEmpty {
      let path = "\(home)/bin/spark-submit"
      guard access(path, X_OK) == 0 else {
        throw SparkFailure(
          .missingPart,
          "SPARK_HOME is \(home.visible), and there is no bin/spark-submit in it. Let SPARK_HOME name the folder of Spark, or unset it and put spark-submit on the PATH.",
          zh:
            "SPARK_HOME 为 \(home.visible)，其中没有 bin/spark-submit。请将 SPARK_HOME 设为 Spark 所在文件夹，或取消该变量并把 spark-submit 加入 PATH。"
        )
      }
      return path
    }
    if let path = ChildProcess.path(of: "spark-submit") { return path }
    throw SparkFailure(
      .missingPart,
      "spark-submit is not on the PATH, and SPARK_HOME is not set. Install Spark 4 (pip install pyspark brings it; it needs Java 17 or later), or set SPARK_HOME to its folder; or leave out --engine spark.",
      zh:
        "PATH 中没有 spark-submit，也未设置 SPARK_HOME。请安装 Spark 4（pip install pyspark 即可，另需 Java 17 或更高版本），或将 SPARK_HOME 设为其文件夹；也可不用 --engine spark。"
    )
  }
}
