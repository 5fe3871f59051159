import ArgumentParser
import KesiFormats
import KesiMatrix
import KesiNetwork

struct ImportCordisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cordis",
    abstract: "Makes a network of CORDIS, the register of research projects that the European Union funds.",
    discussion: """
      Takes the tables as https://cordis.europa.eu has them for download (CSV, also packed): organization.csv, and
      project.csv for dates, budgets, titles and states. Organizations become actors, projects consortia. What was made of
      them is said; other commands read the same tables, too, with nothing chosen.

      Examples:
        kesi import cordis cordis-HORIZON/ -o horizon.kesi
        kesi import cordis organization.csv.gz project.csv.gz --program HORIZON.2.5 --country DE,FR -o energy/
        kesi import cordis cordis-HORIZON/ --topic HORIZON-CL5-2021-D2 --zone nuts2 -o batteries/
      """)

  @Argument(
    help: ArgumentHelp(
      "A folder with organization.csv and project.csv, or organization.csv itself; packed by gzip (.gz) or not.",
      valueName: "organizations"),
    completion: .file())
  var organizations: String

  @Argument(
    help: ArgumentHelp("project.csv, where organization.csv is named.", valueName: "projects"), completion: .file())
  var projects: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Write to this folder or snapshot (.kesi), whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String

  @Option(
    help:
      "What zones are: \(CordisZone.allCases.map(\.rawValue).joined(separator: ", ")). Default: country, or nuts2 where all organizations are of one country."
  )
  var zone: CordisZone?

  @Option(help: ArgumentHelp("Only organizations of these countries (comma-separated): DE,FR.", valueName: "codes"))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "Only projects of these programs (comma-separated) and their parts: HORIZON.2.5.", valueName: "programs"))
  var program: String?

  @Option(help: ArgumentHelp("Only projects whose call begins so (comma-separated).", valueName: "calls"))
  var call: String?

  @Option(help: ArgumentHelp("Only projects whose topic begins so (comma-separated).", valueName: "topics"))
  var topic: String?

  @Option(
    help: ArgumentHelp(
      "Only projects of these states (comma-separated): SIGNED, CLOSED, TERMINATED.", valueName: "states"))
  var status: String?

  @Option(help: ArgumentHelp("Only projects that run on this date or later.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only projects that run on this date or earlier.", valueName: "date"))
  var to: PartialDate?

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let from, let to, from.earliest > to.latest {
      throw ValidationError("--from is after --to: nothing lasts from the one to the other.")
    }
    _ = try choice()
    _ = try target()
  }

  func run() throws {
    let (format, write) = try target()
    try Outputs.check(
      format.isFolder ? [] : [output], folder: format.isFolder ? output : nil, networks: [organizations, projects])
    if !quiet, Console.errorIsTerminal { ProgressLine.turnOn(in: language.lang) }
    let parallel = Parallel(threads: Console.processors, progress: ProgressLine.update)
    let files = try CordisFiles(organizations, projects: projects)
    let reading = try CordisImport.read(files, choosing: choice(), on: parallel)
    if strict, reading.warningCount > 0 { throw BadData(reading.warnings, count: reading.warningCount) }
    if !quiet {
      for remark in reading.remarks { Console.say(remark.line(in: language.lang)) }
      Failure.say(reading.warnings, count: reading.warningCount, in: language.lang)
    }
    try write(reading.network, output, Wording(), parallel)
  }

  private func choice() throws -> CordisChoice {
    var choice = CordisChoice()
    choice.zone = zone
    choice.countries = try words(country, "--country")
    choice.programs = try words(program, "--program")
    choice.calls = try words(call, "--call")
    choice.topics = try words(topic, "--topic")
    choice.statuses = try words(status, "--status")
    choice.period = Period(from: from, to: to)
    return choice
  }

  private func words(_ list: String?, _ option: String) throws -> [String] {
    guard let list else { return [] }
    let words = list.unicodeScalars.split { $0 == "," || $0 == "，" || $0 == "、" }.map { String($0.trimmed) }
    guard !words.isEmpty, words.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError("\(option): names nothing. Leave it out for all.")
    }
    return words
  }

  /// What is to be written, and how: the whole network.
  private func target() throws -> (format: Format, write: @Sendable (Network, String, Wording, Parallel) throws -> Void)
  {
    guard let (format, writer) = Format.writing(to: output), case .network(let write) = writer else {
      throw ValidationError(
        "\(output): name a folder, with a slash at its end, or a snapshot (.kesi); `kesi convert` writes others from it."
      )
    }
    return (format, write)
  }
}

extension CordisZone: ExpressibleByArgument {}
