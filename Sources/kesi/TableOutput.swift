import ArgumentParser
import KesiCluster
import KesiFormats

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
      "The format: csv, tsv, json, ndjson, table or markdown. Default: by the ending of -o; else table on a terminal, csv elsewhere."
  )
  var format: TableFormat?

  @Option(
    name: [.customShort("o"), .long], help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Sort by this column, largest first.", valueName: "column"))
  var sort: String?

  @Option(help: ArgumentHelp("Print only this many rows.", valueName: "count"))
  var top: Int?

  @Flag(help: "Begin CSV with a byte order mark, so that Excel shows Chinese correctly.")
  var bom = false

  func validate() throws {
    if let top, top < 0 { throw ValidationError("--top should not be below 0.") }
  }

  func write(_ table: ResultTable) throws {
    var table = table
    if let sort {
      guard let sorted = table.sorted(by: sort) else {
        let names = table.columns.map(\.name).joined(separator: ", ")
        throw ValidationError("--sort: “\(sort)” is not a column. The table has: \(names).")
      }
      table = sorted
    }
    if let top { table = table.prefix(top) }
    let format =
      format ?? output.flatMap { TableFormat(file: $0) } ?? (output == nil && Console.outputIsTerminal ? .table : .csv)
    let text = format.text(of: table, in: language.lang, width: Console.width)
    let bytes = Array(((bom && !format.isForPeople ? "\u{FEFF}" : "") + text).utf8)
    if let output { try AtomicFile.write(bytes, to: output) } else { try Console.write(bytes) }
  }
}

extension TableFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
