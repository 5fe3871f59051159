import ArgumentParser
import KesiFormats
import KesiMeasures
import KesiNetwork
import KesiReport

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes one file with everything: a page with map, chains, gaps, remedies; a workbook, or a document.",
    discussion: """
      The file loads nothing from elsewhere: it can be mailed, opened offline and printed on A4. It holds both languages;
      --lang says in which it opens. Writing it needs the Debian package node-d3, whose script goes into the file.

      With -o FILE.xlsx it is a workbook with a sheet for each table, with -o FILE.docx a document to edit, print and hand
      round, either in the language of --lang. A document needs the Debian package pandoc.

      With --since a plan that was written before is held against today's tables: a chapter tells what became of its steps, as
      kesi plan --since does, and the plan goes on from what is left of it.

      Examples:
        kesi report graphs/suzhou -o suzhou.html
        kesi report graphs/wenzhou -o wenzhou.html --lang zh
        kesi report graphs/wenzhou -o wenzhou.xlsx --lang zh
        kesi report graphs/wenzhou -o wenzhou.docx --lang zh
        kesi report graphs/suzhou --since 行动方案.xlsx -o suzhou.docx --lang zh
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, whole or not at all. Default: standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A plan that kesi plan wrote before, as CSV or as a workbook: tell what became of it, and go on from there.",
      valueName: "plan"),
    completion: .file())
  var since: String?

  @OptionGroup var language: LanguageOption
  @OptionGroup var chance: ChanceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var meta: MetaOption

  private enum Form: String {
    case page = "html"
    case workbook = "xlsx"
    case document = "docx"

    /// Nil where an ending asks for neither.
    init?(file: String) {
      guard let word = FileEnding(of: file)?.word, let form = Form(rawValue: word == "htm" ? "html" : word) else {
        return nil
      }
      self = form
    }
  }

  private static let shorterWays = Phrase(
    "It is the gaps that take long: fewer --draws make it shorter, and so does a part of the network (--from, --to, --layers).",
    zh: "耗时主要在查找薄弱环节：减小 --draws，或用 --from、--to、--layers 只看一部分，可缩短时间。")

  func validate() throws {
    try Outputs.checkEnding(
      of: output, known: ".html, .htm, .xlsx or .docx", byEnding: output.flatMap { Form(file: $0) }, fallback: true,
      hasFormat: false)
  }

  func run() throws {
    try Outputs.check([output], networks: [input.network], others: [since])
    var network = try input.readTitled(in: language.lang, threads: selection.threads)
    // What has stalled today is what a step is about.
    if since != nil { network.settled = network.assessment.asOf(today.asOf, during: selection.period) }
    let analysis = try selection.analysis(of: network, chance, asOf: today.asOf)
    if !input.quiet {
      let judged = try analysis.judged()
      ExpectedTime(seconds: judged.expectedSeconds(), analysis: judged).say(Self.shorterWays, in: language.lang)
    }
    let past = try since.map { try PastPlan(.path($0), in: analysis) }
    past?.sayWhatIsOdd { input.say($0, in: language.lang) }
    input.say(past?.reviewed.unreadDeadlines, in: language.lang)
    let soFar = try past.map {
      PlanSoFar(
        $0.reviewed, ahead: try selection.analysis(of: $0.network, chance, asOf: today.asOf), left: $0.left)
    }
    var report = try Report(of: analysis, since: soFar, language: language.lang, version: Kesi.configuration.version)
    report.provenance = try Origin.provenance()
    switch output.flatMap({ Form(file: $0) }) ?? .page {
    case .page: try Console.write(report.html(), to: output)
    case .workbook:
      let workbook = try report.workbook().written()
      input.say(workbook.remark, in: language.lang)
      try Console.write([(output ?? "-", workbook.body)])
    case .document: try Console.write(report.document(), to: output)
    }
  }
}
