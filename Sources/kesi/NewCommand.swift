import ArgumentParser
import KesiFormats

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract:
      "Writes an empty workbook to fill in: a sheet for each table, with notes, lists to choose from and an example.",
    discussion: """
      Heads, notes and lists are in the language of --lang; what was filled in is read in either. The sheets of instructions
      and of the example are not read as data. Nothing that is there is written over.

      With a slash at the end of -o it is a folder of CSV tables that have nothing but their heads.

      Examples:
        kesi new -o 模板.xlsx --lang zh
        kesi new -o network.xlsx --lang en
        kesi new -o network/
      """)

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this file (.xlsx) or new folder, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String

  @OptionGroup var language: LanguageOption

  private var isFolder: Bool { output.utf8.last == UInt8(ascii: "/") }

  func validate() throws {
    if output == "-" { throw ValidationError("-o -: name a file, so that it can be filled in: -o network.xlsx.") }
    if isFolder { return }
    try Outputs.checkEnding(
      of: output, known: ".xlsx, or / for a folder of tables", isKnown: FileEnding(of: output)?.word == "xlsx",
      fallback: false, hasFormat: false)
  }

  func run() throws {
    try Outputs.check(isFolder ? [] : [output], folder: isFolder ? output : nil, networks: [])
    try NetworkTemplate(in: language.lang).write(to: output, asFolder: isFolder)
  }
}
