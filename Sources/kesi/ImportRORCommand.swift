import ArgumentParser
import KesiFormats
import KesiMatrix
import KesiNetwork

struct ImportRORCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ror",
    abstract: "Makes a network of ROR, the open register of research organizations.",
    discussion: """
      Takes the records as https://ror.org has them for download (JSON, schema 1 or 2, also one a line, also packed).
      Organizations become actors with names in both languages, kinds and places; parent, related and successor become
      ties. A register says who belongs to whom, not who works well: nothing of it is assessed. Other commands read the same
      file, too, with nothing chosen.

      Examples:
        kesi import ror ror-data.json --country CN --city Suzhou -o suzhou/
        kesi import ror ror-data.json --city Suzhou,Kunshan,Changshu --related -o suzhou/
        kesi import ror ror.ndjson.gz --country SG --type education,facility -o singapore.kesi
      """)

  @Argument(
    help: ArgumentHelp(
      "Records of ROR (.json), packed by gzip (.gz) or not; - for standard input.", valueName: "records"),
    completion: .file())
  var records: String

  @OptionGroup var target: RegisterImport

  @Option(help: ArgumentHelp("Only organizations of these countries (comma-separated): CN,SG.", valueName: "codes"))
  var country: String?

  @Option(
    help: ArgumentHelp(
      "Only organizations of these cities (comma-separated), by their English names or GeoNames numbers: Suzhou,1785623. Of several cities of a name that with most organizations.",
      valueName: "cities"))
  var city: String?

  @Option(
    help: ArgumentHelp(
      "Only organizations of these types (comma-separated): \(RORChoice.typeNames.joined(separator: ", ")).",
      valueName: "types"))
  var type: String?

  @Option(
    help: ArgumentHelp(
      "Which states are taken (comma-separated): \(RORChoice.statusNames.joined(separator: ", ")).", valueName: "states"
    ))
  var status = "active"

  @Option(help: ArgumentHelp("Only organizations founded in this year or later.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only organizations founded in this year or earlier.", valueName: "date"))
  var to: PartialDate?

  @Flag(help: "Also organizations that were not chosen, if one that was states a relation to them.")
  var related = false

  func validate() throws {
    _ = try choice()
  }

  func run() throws {
    let choice = try choice()
    try target.run(from: [records]) { parallel in
      try RORImport.read(FileSource.file(records), choosing: choice, on: parallel)
    }
  }

  private func choice() throws -> RORChoice {
    var choice = RORChoice()
    choice.countries = try RegisterImport.words(country, "--country")
    choice.cities = try RegisterImport.words(city, "--city")
    choice.types = try RegisterImport.words(type, "--type").map { $0.lowercased() }
    choice.statuses = try RegisterImport.words(status, "--status").map { $0.lowercased() }
    choice.founded = try RegisterImport.period(from, to, orElse: "nobody is founded from the one to the other")
    choice.takesRelated = related
    if let unknown = choice.unknownTypes.first {
      throw ValidationError("--type: “\(unknown)” is none of \(RORChoice.typeNames.joined(separator: ", ")).")
    }
    if let unknown = choice.statuses.first(where: { !RORChoice.statusNames.contains($0) }) {
      throw ValidationError("--status: “\(unknown)” is none of \(RORChoice.statusNames.joined(separator: ", ")).")
    }
    return choice
  }
}
