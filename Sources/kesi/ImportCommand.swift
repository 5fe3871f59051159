import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes the tables of a network from what was kept in another form.",
    discussion: """
      Examples:
        kesi import sheet 台账.xlsx -o network/            a sheet as offices keep it: a row an enterprise, a project, a pair
        kesi import sheet 台账.xlsx --mapping mapping.yml -o network/
        kesi import cordis cordis-horizon/ -o network/     the European Union's register of projects
        kesi import ror ror.json --city Suzhou -o network/ the register of research organizations
        kesi import openalex works.jsonl -o network/       a catalogue of publications
      """,
    subcommands: [ImportSheetCommand.self, ImportCordisCommand.self, ImportRORCommand.self, ImportOpenAlexCommand.self])
}
