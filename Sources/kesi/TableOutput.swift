import ArgumentParser
import KesiDrawing
import KesiFormats
import KesiNetwork
import KesiResults

/// In which language a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(help: "The language of labels and explanations: en or zh. Default: the language of the locale.")
  var lang: Language = .ofLocale
}

/// Where a table goes and in what form.
struct TableOutput: ParsableArguments {
  @OptionGroup var language: LanguageOption

  @Option(
    help:
      "The format: \(TableFormat.allCases.listed(before: "or")). Default: by the ending of -o; else table on a terminal, csv elsewhere."
  )
  var format: TableFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file, whole or not at all; - for standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Sort by this column, numbers from the largest, words in order: its name, or its title in either language.",
      valueName: "column"))
  var sort: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("Print only this many rows.", valueName: "count"))
  var top: Int?

  @Flag(
    help:
      "CSV for a spreadsheet: a byte order mark, so that Excel shows Chinese correctly, and no cell runs as a formula.")
  var excel = false

  @Option(
    help:
      "Column heads and words for codes in \(TableFormat.forPrograms.listed(before: "and")): en, or zh for all in Chinese. Without it those of a workbook are for people, by --lang."
  )
  var headers: ResultTable.Words?

  @OptionGroup var meta: MetaOption

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top: \(top) is below 0; it should be a count of rows.") }
    try Outputs.checkEnding(
      of: output, known: TableFormat.endings.listed(before: "or"), byEnding: output.flatMap { endingFormat($0) },
      chosen: format, fallback: true)
    if !chosenFormat.isText, OutputTarget.isTerminal(output ?? "-") {
      throw ValidationError(
        "--format \(chosenFormat.rawValue): is not text and is not shown on a terminal. Name a file, -o gaps.\(chosenFormat.rawValue), or redirect the output."
      )
    }
    if excel, !chosenFormat.isForSpreadsheets {
      throw ValidationError("--excel goes with csv and tsv, not with \(chosenFormat.rawValue).")
    }
    try GivenOptions.refuse(
      "--top", "--sort", unless: chosenFormat != .jsonSchema,
      because: "changes nothing of a schema, which has no rows. Leave it out")
    if headers != nil, chosenFormat.isForPeople {
      throw ValidationError(
        "--headers is for \(TableFormat.forPrograms.listed(before: "and")); the heads of \(chosenFormat.rawValue) follow --lang."
      )
    }
  }

  /// What the ending asks for. Any text may be in a .txt, so there --format wins.
  private func endingFormat(_ file: String) -> TableFormat? {
    let format = TableFormat(file: file)
    if format == .json, self.format == .jsonSchema { return .jsonSchema }
    return format == .table ? self.format ?? .table : format
  }

  /// The format that is written.
  var chosenFormat: TableFormat {
    if let format { return format }
    guard let output, output != "-" else { return Console.outputIsTerminal ? .table : .csv }
    return TableFormat(file: output) ?? .csv
  }

  /// Whether people see the table as it is written.
  var isReadAtOnce: Bool { chosenFormat.isForPeople && Console.outputIsTerminal && (output ?? "-") == "-" }

  /// The language of the table: Chinese heads go with Chinese texts.
  var lang: Language { headers == .chinese ? .zh : language.lang }

  /// Before anything is read: whether the outputs can be written, and none replaces what is read.
  func check(
    _ input: NetworkInput, _ networks: String?..., picture: String? = nil, scenario: String? = nil,
    others: [String?] = []
  ) throws {
    try check(networks: [input.network] + networks, picture: picture, scenario: scenario, others: others)
  }

  /// The same where no network need be read.
  func check(
    networks: [String?], picture: String? = nil, scenario: String? = nil, others: [String?] = []
  ) throws {
    let metas = try bare(picture: picture).map { try Origin.place(beside: $0) }
    try Outputs.check([output ?? "-", picture, scenario] + metas, networks: networks, others: others)
    if chosenFormat == .database, let output { try WrittenDatabase.checkPlace(output) }
  }

  /// The outputs that cannot say how they came about.
  private func bare(picture: String?) -> [String] {
    let isBare = picture.flatMap { Picture.Format(file: $0) }?.holdsNote == false
    return [chosenFormat.holdsProvenance ? nil : output ?? "-", isBare ? picture : nil].compactMap { $0 }
  }

  private func sorted(_ table: ResultTable, by column: String) throws -> ResultTable {
    guard let sorted = table.sorted(by: column) else {
      let names = table.columns.map(\.id).joined(separator: ", ")
      throw ValidationError("--sort: “\(column)” is not a column. The table has: \(names).")
    }
    return sorted
  }

  /// Refuses a column to sort by that a table does not have, before anything is computed.
  ///
  /// - Parameter table: one without rows, with the columns that are to come.
  func checkSort(of table: @autoclosure () throws -> ResultTable) throws {
    if let sort { _ = try sorted(table(), by: sort) }
  }

  /// Writes a table and, where they are asked for, a picture and a scenario; none of them where one fails.
  ///
  /// - Parameter form: the workbook that it is for people, where that is one to fill in.
  func write(
    _ table: ResultTable, picture: (file: String, bytes: [UInt8])? = nil,
    scenario: (file: String, bytes: [UInt8])? = nil,
    form: ((ResultTable, Provenance?) throws -> TableFormat.Written)? = nil
  ) throws {
    if let turn = EachNetwork.Turn.current { return turn.take(table) }
    var table = table
    if let sort { table = try sorted(table, by: sort) }
    if let top { table = table.prefix(top) }
    let provenance = try Origin.provenance()
    let written =
      if let form, chosenFormat == .workbook, headers == nil {
        try form(table, provenance)
      } else {
        try chosenFormat.written(
          table, in: lang, width: Console.width, words: headers, forSpreadsheet: excel, telling: provenance)
      }
    sayIllustrative(table)
    if let remark = written.remark, !GivenOptions.all.contains("--quiet") { Console.say(remark(lang)) }
    let beside = try bare(picture: picture?.file).map { try Origin.file(beside: $0) } + [picture, scenario]
    let files = beside.compactMap(\.self).map { file in
      (file: file.file, body: { write in try file.bytes.withUnsafeBytes(write) } as AtomicFile.Body)
    }
    try Console.write(files + [(output ?? "-", written.body)])
  }

  /// Formats for programs have no heading that could bear the mark.
  private func sayIllustrative(_ table: ResultTable) {
    // A schema shows none of the data.
    guard table.heading.isIllustrative, !chosenFormat.hasHeading, chosenFormat != .jsonSchema,
      !GivenOptions.all.contains("--quiet")
    else { return }
    Console.say(
      Phrase(
        "Illustrative data: made up for demonstration, in whole or in part; not a basis for decisions.",
        zh: "示意数据：全部或部分内容为演示用模拟数据，不作为决策依据。")(lang))
  }
}

extension TableFormat: ExpressibleByArgument {
  fileprivate static let forPrograms = allCases.filter { !$0.isForPeople }
}

extension [TableFormat] {
  fileprivate func listed(before word: String) -> String { map(\.rawValue).listed(before: word) }
}

extension [String] {
  /// `a, b or c`.
  fileprivate func listed(before word: String) -> String {
    guard let last, count > 1 else { return joined() }
    return dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}

extension Language: ExpressibleByArgument {}
extension ResultTable.Words: ExpressibleByArgument {}
