import ArgumentParser
import KesiFormats
import KesiNetwork
import KesiSpark

/// Who computes: this machine, or Apache Spark.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who computes: local, or spark for networks larger than one machine: then the network is a folder of tables (CSV or Parquet) or a list of ties, at any address that Spark reads (docs/one-machine.md).",
      valueName: "engine"))
  var engine: Engine = .local

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --engine spark: the cluster, as spark-submit has it (spark://HOST:PORT, yarn, k8s://…, local[4]). Default: that of Spark's own settings.",
      valueName: "url"))
  var master: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "With --engine spark: a setting of Spark, such as spark.executor.memory=8g; may be given several times.",
      valueName: "key=value"))
  var conf: [String] = []

  @Flag(help: "With --engine spark: print the line that would be run, and run nothing.")
  var dryRun = false

  enum Engine: String, CaseIterable, ExpressibleByArgument { case local, spark }

  var isSpark: Bool { engine == .spark }

  func validate() throws {
    try GivenOptions.refuse("--master", "--conf", "--dry-run", unless: isSpark, because: "goes with --engine spark")
    for setting in conf where !setting.utf8.dropFirst().contains(UInt8(ascii: "=")) {
      throw ValidationError("--conf \(setting): it should be key=value, such as spark.executor.memory=8g.")
    }
    guard isSpark else { return }
    try GivenOptions.refuse(
      "--threads", "--strict", "--encoding", "--separator", "--decimal", "--header", "--no-header", "--sheet",
      "--actors-sql", "--ties-sql", "--directed", "--projection", "--each", "--missing", "--meta",
      because: "does not go with --engine spark")
  }

  /// Refuses what is no table before Spark is started.
  func refuseOthers(than network: String) throws {
    guard isSpark else { return }
    if Format.isStandardInput(network) {
      throw ValidationError(
        "Spark reads no standard input. Name a folder of tables or a list of ties that the cluster can read.")
    }
    guard let ending = FileEnding(of: network)?.word, Self.others.contains(ending) else { return }
    throw ValidationError(
      "\(network): Spark reads tables, as CSV or Parquet. `kesi convert` makes a folder of tables of it: kesi convert \(network.inShell) -o tables/"
    )
  }

  /// How files end that Kesi reads and Spark does not, or that nobody reads as they are.
  private static let others = Set(Format.all.flatMap { $0.endings + $0.silentEndings })
    .subtracting(["csv", "tsv", "tab"]).union(["xls", "xlsm", "ods", "et", "zip", "db", "sqlite3"])

  var submit: SparkSubmit { SparkSubmit(master: master, settings: conf) }
}

extension EngineOptions {
  /// Has Spark answer, and says what it has to tell; nothing is run where only the line is wanted.
  ///
  /// - Parameter body: makes use of the answer, which is gone afterwards.
  func answer(
    to request: SparkRequest, for input: NetworkInput, in language: Language, _ body: (SparkAnswer) throws -> Void
  ) throws {
    if dryRun {
      return try Console.write(Array((submit.line(name: "kesi \(request.task.name)") + "\n").utf8))
    }
    if !input.quiet, Console.errorIsTerminal { ProgressLine.turnOn(in: language) }
    let run = SparkRun(submit, version: Kesi.configuration.version)
    var isWarned = false
    func show(_ progress: SparkProgress) {
      // It may wait for ever: that is said where no terminal shows progress, too.
      if progress.isWaiting, !isWarned { input.say(SparkProgress.waitingNote, in: language) }
      isWarned = isWarned || progress.isWaiting
      ProgressLine.tell(progress.phrase)
    }
    try run.answer(to: request, progress: show) { answer in
      ProgressLine.clear()
      for note in try answer.notes { input.say(note, in: language) }
      try body(answer)
    }
  }
}

extension SelectionOptions {
  /// What Spark is to look at. What a network declares is not known here: ids are as its tables have them, kinds may be
  /// words that are built in.
  func selectionForSpark() throws -> Selection {
    func words(_ list: String?, of option: String) throws -> [String]? {
      guard let words = list?.listedWords else { return nil }
      guard !words.isEmpty else { throw ValidationError("\(option): names nothing. Leave it out for all.") }
      return words
    }
    var selection = Selection()
    let profile = Profile()
    selection.layers = try words(layers, of: "--layers")?.map(profile.tieKindID)
    selection.chains = try words(chain, of: "--chain")
    selection.zones = try words(zone, of: "--zone")
    selection.kinds = try words(kind, of: "--kind")?.map(profile.kindID)
    selection.period = period
    return selection
  }
}
