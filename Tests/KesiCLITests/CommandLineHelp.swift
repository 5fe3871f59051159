import Foundation

/// What a command can be told, as the program itself lists it.
struct CommandLineHelp: Decodable {
  struct Command: Decodable {
    let commandName: String
    let superCommands: [String]?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The words by which it is called, after the program's name.
    var words: [String] { (superCommands ?? []).dropFirst() + [commandName] }
    var name: String { words.joined(separator: " ") }
    /// The commands that can be run: itself, or those below it.
    var runnable: [Command] {
      let below = (subcommands ?? []).filter { $0.commandName != "help" }
      return below.isEmpty ? [self] : below.flatMap(\.runnable)
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let names: [Name]?

    /// With its dashes; nil for what has no name.
    var option: String? { names?.first { $0.kind == "long" }.map { "--\($0.name)" } }
    var takesValue: Bool { kind == "option" }
  }

  let command: Command

  static let commands: [Command] = {
    guard let run = try? Program.run("--experimental-dump-help"),
      let help = try? JSONDecoder().decode(CommandLineHelp.self, from: Data(run.output.utf8))
    else { return [] }
    return help.command.runnable
  }()
}
