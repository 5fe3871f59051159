import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes the tables of a network from what others keep: a public register.",
    subcommands: [ImportCordisCommand.self])
}
