import ArgumentParser
import KesiFormats
import KesiMatrix
import KesiNetwork
import KesiResults

struct ImportSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Makes a network of sheets as offices keep them, and says how they were read.",
    discussion: """
      A row may be an enterprise with its partners in one cell or in several, a project with its leader and participants, a
      pair, or a membership. What each column is, is told from its head and its values. Titles, totals, notes and repeated
      headers are left out and told. Names and numbers of persons are not carried on.

      The folder holds the tables, network.yml, mapping.yml, which says how each column was read, and merges.csv with names
      that may be one organization. Correct either and give it back; next month's sheet is read by the same mapping, and what
      is new in it is told. Nothing that differs in letters is merged unless merges.csv says yes.

      Examples:
        kesi import sheet 台账.xlsx -o network/
        kesi import sheet 台账.xlsx --sheet 2024 --kind enterprise -o network/
        kesi import sheet 企业.csv 项目.csv -o network/
        kesi import sheet 台账.xlsx --mapping mapping.yml --merges merges.csv -o network-2/
        kesi report network/ -o report.html
      """)

  @Argument(help: "Workbooks (.xlsx) or files of separated values.", completion: .file())
  var files: [String]

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Make this folder, whole or not at all.", valueName: "folder"), completion: .directory)
  var output: String

  @Option(help: ArgumentHelp("Read this sheet only; may be given several times.", valueName: "name"))
  var sheet: [String] = []

  @Option(
    help: ArgumentHelp("Read by this mapping: nothing is guessed then.", valueName: "file"), completion: .file())
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "Names that are one organization. Default: merges.csv beside the mapping.", valueName: "file"),
    completion: .file())
  var merges: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What those are whom the rows are about: enterprise, university …", valueName: "kind"))
  var kind: String?

  @OptionGroup var choices: TextChoices

  @OptionGroup var language: LanguageOption
  @OptionGroup var meta: MetaOption

  @Flag(help: "Print no summary and no doubts; only errors.")
  var quiet = false

  @Flag(help: "Write nothing where anything is not sure.")
  var strict = false

  func validate() throws {
    if let kind, kind.unicodeScalars.trimmed.isEmpty || kind.visible != kind {
      throw ValidationError(
        "--kind “\(kind.visible)”: should be a word such as enterprise, without control characters.")
    }
    if files.isEmpty { throw ValidationError("Name at least one workbook or file.") }
  }

  func run() throws {
    let merges = merges ?? mapping.flatMap(MergesFile.beside)
    try Outputs.check(
      [Origin.place(beside: output, isFolder: true)], folder: output, networks: [],
      others: files + [mapping, merges].compactMap { $0 })
    var settings = WideSheet.Settings()
    settings.mapping = try mapping.map(MappingReader.read)
    settings.merges = try merges.map(MergesFile.read) ?? NameMerges()
    settings.actorKind = kind
    settings.sheets = sheet
    let options = try choices.options()
    settings.decimals = options.decimals
    let parallel = Parallel(threads: Console.processors)
    let workbooks = try files.map { try Workbook.sheets(of: .path($0), options, on: parallel) }
    if mapping == nil, sheet.isEmpty {
      for workbook in workbooks { if let refusal = try WideSheet.refusal(of: workbook) { throw refusal } }
    }
    let wide = try WideSheet(Workbook(workbooks.flatMap(\.sheets)), settings, on: parallel)
    let reading = try wide.network(on: parallel)
    if strict, !wide.doubts.isEmpty {
      throw BadData(wide.doubts.map { Problem(.warning, $0.place, $0.message) })
    }
    // Before anything is written: what cannot be read there leaves no folder behind.
    let earlier = quiet ? nil : try mapping.flatMap { try EarlierActors(beside: $0) }
    try wide.write(reading.network, to: output, in: language.lang, on: parallel)
    try Console.write([Origin.file(beside: output, isFolder: true)].compactMap(\.self))
    guard !quiet else { return }
    try Console.write(
      Array(ImportSummary(wide, reading.network, of: output, since: earlier).text(in: language.lang).utf8))
  }
}
