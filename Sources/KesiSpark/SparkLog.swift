import KesiFormats
import KesiNetwork

/// What Spark has said of a job that failed: a cause that people can do something about is looked for in it, and all of it is
/// kept in a file.
struct SparkLog {
  private let text: String

  /// Of a log that is not there nothing is known: Spark may have ended before it wrote any.
  init(at path: String) {
    text = (try? FileSource.path(path).withBytes { String(decoding: $0, as: UTF8.self) }) ?? ""
  }

  /// What is told of a failure; the log is kept where it says.
  func failure(status: Int32, master: String?) throws -> SparkFailure {
    let kept = try TemporaryFolder.keep(Array(text.utf8), named: "kesi-spark", ending: ".log")
    let (english, chinese) = (" Spark’s log: \(kept)", " Spark 日志：\(kept)")
    let cluster = master.map { "“\($0.visible)”" } ?? ""
    // What Spark had got over before is a cause only where the end itself tells none.
    for part in [ending, text].compactMap(\.self) {
      for sign in Self.signs where sign.words.contains(where: part.holds) {
        let told = sign.tells(cluster)
        return SparkFailure(sign.cause, told.en + english, zh: told.zh + chinese)
      }
    }
    let last = lastFault.map { "“\($0.shortened)”" }
    return SparkFailure(
      .unknown,
      "Spark ended with status \(status)" + (last.map { ": \($0)." } ?? ".")
        + " Its log tells more: \(kept)",
      zh: "Spark 以状态 \(status) 结束" + (last.map { "：\($0)。" } ?? "。") + chinese.dropFirst())
  }

  /// What stands from the failure of the job on; nil where there was none, as of a job that was never begun.
  private var ending: String? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { line in
      ["Traceback (most recent call last)", "Exception in thread \"main\""].contains { String(line).holds($0) }
    }
    return start.map { lines[$0...].map { String($0) }.joined(separator: "\n") }
  }

  /// The last line that names an error.
  private var lastFault: String? {
    text.unicodeScalars.split(separator: "\n").lazy.map { String($0) }.last {
      $0.holds("Exception") || $0.holds("Error")
    }
  }

  /// A cause, by what is in the log, and what to do about it.
  private struct Sign {
    let cause: SparkFailure.Cause
    let words: [String]
    let tells: @Sendable (_ master: String) -> Phrase

    init(
      _ cause: SparkFailure.Cause, _ words: String..., tells: @escaping @Sendable (_ master: String) -> Phrase
    ) {
      (self.cause, self.words, self.tells) = (cause, words, tells)
    }
  }

  /// Those first that bring others about.
  private static let signs: [Sign] = [
    Sign(.missingPart, "JAVA_HOME is not set", "java: No such file", "java: not found") { _ in
      Phrase(
        "Spark found no Java. Install Java 17 or later (apt install openjdk-17-jre-headless), or set JAVA_HOME.",
        zh: "Spark 没有找到 Java。请安装 Java 17 或更高版本（apt install openjdk-17-jre-headless），或设置 JAVA_HOME。")
    },
    Sign(.missingPart, "UnsupportedClassVersionError", "class file version", "Unrecognized option: --add-opens") { _ in
      Phrase(
        "Java is too old for this Spark, which needs Java 17 or later. Install it, or let JAVA_HOME name it.",
        zh: "Java 版本过低：Spark 4 需要 Java 17 或更高版本。请安装，或用 JAVA_HOME 指定。")
    },
    Sign(.missingPart, "PYTHON_VERSION_MISMATCH", "Python in worker has different version") { _ in
      Phrase(
        "The workers run another Python than this machine. Let PYSPARK_PYTHON name one of the same version on both.",
        zh: "工作节点与本机的 Python 版本不同。请用 PYSPARK_PYTHON 指定版本一致的 Python。")
    },
    Sign(.missingPart, "Cannot run program \"python", "SyntaxError: ", "kesi needs Python") { _ in
      Phrase(
        "Spark found no Python that runs the job: it needs Python 3.9 or later. Let PYSPARK_PYTHON name one.",
        zh: "没有可运行该作业的 Python：需要 Python 3.9 或更高版本。请用 PYSPARK_PYTHON 指定。")
    },
    Sign(.usage, "Could not parse Master URL", "Master must either be yarn or start with") { master in
      Phrase(
        "--master \(master): Spark takes spark://HOST:PORT, yarn, k8s://https://HOST:PORT, local or local[N]. Correct it.",
        zh: "--master \(master)：Spark 只接受 spark://主机:端口、yarn、k8s://https://主机:端口、local 或 local[N]。请更正。")
    },
    Sign(.missingPart, "either HADOOP_CONF_DIR or YARN_CONF_DIR must be set") { _ in
      Phrase(
        "--master yarn: set HADOOP_CONF_DIR (or YARN_CONF_DIR) to the folder with the cluster’s settings.",
        zh: "--master yarn：请将 HADOOP_CONF_DIR（或 YARN_CONF_DIR）设为集群配置所在的文件夹。")
    },
    Sign(
      .badData, "OutOfMemoryError", "Container killed by YARN for exceeding memory", "exceeding physical memory limits",
      "Command exited with code 137", "code 137", "OOMKilled", "is bigger than spark.driver.maxResultSize"
    ) { _ in
      Phrase(
        "An executor or the driver ran out of memory. Give more (--conf spark.executor.memory=8g, --conf spark.driver.memory=4g) or make the pieces smaller (--conf spark.sql.shuffle.partitions=2000).",
        zh:
          "执行器或驱动程序内存不足。请增加内存（--conf spark.executor.memory=8g，--conf spark.driver.memory=4g），或把分区划得更细（--conf spark.sql.shuffle.partitions=2000）。"
      )
    },
    Sign(.cannotWrite, "No space left on device") { _ in
      Phrase(
        "A disk of the cluster is full. Free some room, or let Spark use another folder (--conf spark.local.dir=…).",
        zh: "集群的磁盘已满。请腾出空间，或让 Spark 使用其他文件夹（--conf spark.local.dir=…）。")
    },
    Sign(
      .missingPart, "All masters are unresponsive", "Failed to connect to master", "Invalid master URL",
      "UnknownHostException", "Connection refused"
    ) { master in
      Phrase(
        "The cluster \(master) does not answer. Look whether it runs and whether this machine reaches it; --master names it.",
        zh: "集群 \(master) 没有响应。请检查其是否运行、本机能否连接；可用 --master 指定。")
    },
    Sign(.noInput, "No FileSystem for scheme", "UnsupportedFileSystemException") { _ in
      Phrase(
        "Spark does not know this sort of address. Add what reads it, such as --conf spark.jars.packages=org.apache.hadoop:hadoop-aws:3.4.1 for s3a://.",
        zh: "Spark 不认识这类地址。请加入相应的组件，例如 s3a:// 用 --conf spark.jars.packages=org.apache.hadoop:hadoop-aws:3.4.1。")
    },
    Sign(.noInput, "AccessControlException", "AccessDenied", "Permission denied", "Forbidden (Service") { _ in
      Phrase(
        "The cluster may not read or write there. Ask for access, or give credentials by Spark’s own settings (--conf).",
        zh: "集群无权读写该处。请申请权限，或按 Spark 的设置（--conf）提供凭据。")
    },
  ]
}
