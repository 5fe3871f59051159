import ArgumentParser
import KesiFormats
import KesiNetwork

struct ImportOpenAlexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openalex",
    abstract: "Makes a network of OpenAlex, the open catalogue of research: who published with whom.",
    discussion: """
      Takes works as https://openalex.org has them (JSON as its interface answers, or one work a line, also packed).
      Institutions become actors, works consortia of the institutions of their authors. Works state no cities: choose those
      by ROR, whose ids the actors bear. Other commands read the same file, too, with nothing chosen.

      Examples:
        kesi import openalex works.jsonl.gz --country CN -o papers/
        kesi import openalex works.json --type article --from 2020 --to 2024 --most-institutions 20 -o papers.kesi
      """)

  @Argument(
    help: ArgumentHelp(
      "Works of OpenAlex (.json, .jsonl), packed by gzip (.gz) or not; - for standard input.", valueName: "works"),
    completion: .file())
  var works: String

  @OptionGroup var target: RegisterImport

  @Option(help: ArgumentHelp("Only institutions of these countries (comma-separated): CN,SG.", valueName: "codes"))
  var country: String?

  @Option(
    help: ArgumentHelp("Only works of these types (comma-separated): article, preprint, book …", valueName: "types"))
  var type: String?

  @Option(help: ArgumentHelp("Only works published on this date or later.", valueName: "date"))
  var from: PartialDate?

  @Option(help: ArgumentHelp("Only works published on this date or earlier.", valueName: "date"))
  var to: PartialDate?

  @Option(
    help: ArgumentHelp(
      "Leave out works of more institutions than this, which say little about any two of them.", valueName: "number"))
  var mostInstitutions: Int?

  func validate() throws {
    if let most = mostInstitutions, most < 2 {
      throw ValidationError("--most-institutions \(most): should be 2 or more; one institution is tied to nobody.")
    }
    _ = try choice()
  }

  func run() throws {
    let choice = try choice()
    try target.run(from: [works]) { parallel in
      try OpenAlexImport.read(FileSource.file(works), choosing: choice, on: parallel)
    }
  }

  private func choice() throws -> OpenAlexChoice {
    var choice = OpenAlexChoice()
    choice.countries = try RegisterImport.words(country, "--country").map { $0.uppercased() }
    choice.types = try RegisterImport.words(type, "--type").map { $0.lowercased() }
    choice.published = try RegisterImport.period(from, to, orElse: "nothing is published from the one to the other")
    choice.mostInstitutions = mostInstitutions
    return choice
  }
}
