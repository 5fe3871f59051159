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

  @OptionGroup var target: RegisterImport

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

  func validate() throws {
    _ = try choice()
  }

  func run() throws {
    let choice = try choice()
    try target.run(from: [organizations, projects]) { parallel in
      try CordisImport.read(CordisFiles(organizations, projects: projects), choosing: choice, on: parallel)
    }
  }

  private func choice() throws -> CordisChoice {
    var choice = CordisChoice()
    choice.zone = zone
    choice.countries = try RegisterImport.words(country, "--country")
    choice.programs = try RegisterImport.words(program, "--program")
    choice.calls = try RegisterImport.words(call, "--call")
    choice.topics = try RegisterImport.words(topic, "--topic")
    choice.statuses = try RegisterImport.words(status, "--status")
    choice.period = try RegisterImport.period(from, to, orElse: "nothing lasts from the one to the other")
    return choice
  }
}

extension CordisZone: ExpressibleByArgument {}
