import ArgumentParser
import KesiCluster
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract:
      "Lists what to find out first: empty cells of the tables on whose answer most hangs, as a form to fill in.",
    discussion: """
      Each question is one cell that is empty: the level of a position, the stage or outcome of a tie, what a chain needs, a
      kind that the source does not speak of, the chain of an actor that is tied to nobody. They are ordered by what hangs on
      the answer: the cluster index (0 to 100) with the most favorable answer less that with the least favorable one. Without
      --top it is the first 30. Where an answer would change with which step `kesi plan` begins, that step is named.

      As a workbook it is a form to send out, with lists to choose from. What came back, as a workbook or as CSV, is filled
      into the tables by --answers, which writes them to -o and says what was set: of a folder only the cells that are
      answered change, all else stays as it was, byte for byte. Where an answer is not understood, or contradicts the tables
      or another answer, nothing is written.

      Examples:
        kesi ask graphs/suzhou -o 征询表.xlsx --lang zh
        kesi ask graphs/suzhou --top 10 --format markdown
        kesi ask graphs/suzhou --answers 征询表.xlsx -o 新数据/
      """)

  @OptionGroup var input: NetworkInput

  @Option(
    help: ArgumentHelp(
      "Fill the answers of this form into the tables, and write these to the folder or workbook of -o.",
      valueName: "form"),
    completion: .file())
  var answers: String?

  @OptionGroup var selection: SelectionOptions
  @OptionGroup var today: TodayOption
  @OptionGroup var output: TableOutput

  /// So many questions are asked where nobody says how many.
  private static let usual = 30

  func validate() throws {
    try selection.refuseWeightsAndDirection()
    try GivenOptions.refuse("--chain", "--zone", "--kind", because: "is of no use here: a cluster is judged as a whole")
    guard answers != nil else { return }
    try GivenOptions.refuse(
      "--layers", "--from", "--to", "--as-of", "--format", "--top", "--sort",
      because: "is of no use with --answers, which writes all of the tables")
    guard let path = output.output, path != "-" else {
      throw ValidationError(
        "--answers writes the tables anew: name a folder for them, -o tables/, or a workbook, -o tables.xlsx.")
    }
    guard let (format, writer) = Format.writing(to: path), case .network = writer else {
      throw ValidationError(
        "-o \(path): with --answers it is a folder, with a slash at its end, or a workbook (.xlsx).")
    }
    try GivenOptions.refuse(
      "--excel", unless: format.heeds.contains(.spreadsheets), because: "changes nothing of a \(format.name.en)")
  }

  func run() throws {
    if let answers { return try fillIn(answers) }
    let language = output.lang
    try output.check(input)
    let network = try input.read(in: language, threads: selection.threads).network
    let analysis = try selection.analysis(of: network, asOf: today.asOf)
    input.say(analysis.notAssessedNote, in: language)
    let (questions, untried) = try analysis.questions()
    var output = output
    output.top = Self.count(of: questions, first: output.top ?? Self.usual)
    input.say(notes(on: questions.count, untried, analysis), in: language)
    let steps = try analysis.firstSteps(after: Array(questions.prefix(output.top ?? Self.usual)))
    input.say(steps.note, in: language)
    try output.write(.questions(questions, changing: steps, of: network, in: language)) {
      try QuestionForm($0, in: language).written($1)
    }
  }

  /// How many questions are asked: one more where the last is of one side of a tie and the next of the other, since only both
  /// tell anything.
  private static func count(of questions: [Question], first count: Int) -> Int {
    guard count > 0, count < questions.count else { return count }
    return questions[count].isOtherSide(of: questions[count - 1]) ? count + 1 : count
  }

  private func notes(on count: Int, _ untried: Int, _ analysis: Analysis) -> Phrase? {
    if count == 0, untried == 0 {
      return analysis.clusterIndex() == nil
        ? noIndex
        : Phrase("No empty cell is left on which the indices hang.", zh: "没有影响指数的空白单元格需要征询。")
    }
    let shown = min(count, output.top ?? Self.usual)
    let parts = [
      shown < count && output.top == nil
        ? Phrase(
          "\(Figure.count(count - shown).text) more questions, on which less hangs, are listed with --top \(count).",
          zh: "另有影响较小的问题 \(Figure.count(count - shown).text) 个，可用 --top \(count) 列出。") : nil,
      untried > 0
        ? Phrase(
          "\(Figure.count(untried).text) empty cells of which less is to be expected were not tried, for want of time.",
          zh: "预计影响较小的 \(Figure.count(untried).text) 个空白单元格因耗时过长未作计算。") : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : Phrase(sentences: parts)
  }

  /// Fills answers into the tables and writes these anew.
  private func fillIn(_ form: String) throws {
    let language = output.lang
    // Both were looked at before.
    guard let path = output.output, let (format, writer) = Format.writing(to: path), case .network(let write) = writer
    else { return }
    try Outputs.check(
      [Origin.place(beside: path, isFolder: format.isFolder), format.isFolder ? nil : path],
      folder: format.isFolder ? path : nil,
      networks: [input.network], others: [form])
    let network = try input.readAsIs(in: language, threads: selection.threads).network
    let reading = try AnswerReading(of: .path(form), in: network)
    var scenario = Scenario()
    scenario.revisions = reading.given.map { .cell($0.cell, $0.answer) }
    var filled = scenario.applied(to: network).network
    // By what it is judged follows from its tables, the new ones.
    filled.settled = network.settled
    let parallel = Parallel(threads: selection.threads)
    if try !patch(path, format, becoming: filled, reading.given.map(\.cell), on: parallel) {
      input.say(Losses(of: filled, in: format).sentence, in: language)
      try write(filled, path, Wording(format, language, output.headers, excel: output.excel), parallel)
    }
    try Console.write([Origin.file(beside: path, isFolder: format.isFolder)].compactMap(\.self))
    for line in reading.lines(in: network) { input.say(line, in: language) }
  }

  /// Fills a folder into a folder, as long as nobody wants it written in other words; false where that is not to be had.
  private func patch(
    _ path: String, _ format: Format, becoming filled: Network, _ cells: [OpenCell], on parallel: Parallel
  ) throws -> Bool {
    guard format.isFolder, FileSource.path(input.network).isFolder, output.headers == nil, !output.excel else {
      return false
    }
    let isPatched = try PatchedFolder(
      of: input.network, input.choices.options(), becoming: filled, cells: cells, on: parallel
    ).write(to: path, on: parallel)
    if !isPatched {
      input.say(
        Phrase(
          "Single cells could not be filled in, since a table is packed, not in UTF-8 or laid out otherwise: all tables are written anew, in UTF-8, with heads and order of columns as Kesi writes them.",
          zh: "有的表经过压缩、不是 UTF-8 编码或格式特殊，无法只改所答单元格：各表均已重新写出（UTF-8 编码，表头与列序按 Kesi 的写法）。"), in: output.lang)
    }
    return isPatched
  }
}

extension FirstSteps {
  /// With what a plan begins today, and how many answers would change that; nil where nothing is asked.
  fileprivate var note: Phrase? {
    guard !changes.isEmpty else { return nil }
    let begin =
      today.map {
        Phrase("A plan begins today with: \($0.en).".withSingleStops, zh: "按现有数据，行动方案首步为：\($0.zh)。")
      } ?? Phrase("No step gains today.", zh: "按现有数据，没有可提高指数的措施。")
    let untried = changes.count { $0 == .notTried }
    let tried = changes.count - untried
    let count = tried - changes.count { $0 == .none }
    return Phrase(
      begin.en
        + (tried == 0 ? "" : " Of \(tried.counted("question")) tried \(count) would change that.")
        + (untried == 0 ? "" : " Not tried, for want of time: \(untried)."),
      zh: begin.zh + (tried == 0 ? "" : "试算的 \(tried) 个问题中，有 \(count) 个的答复会改变首步。")
        + (untried == 0 ? "" : "另有 \(untried) 个因耗时过长未试算。"))
  }
}
