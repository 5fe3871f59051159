import Foundation
import Testing

/// What a command can be told, as the program itself lists it.
struct CommandLineHelp: Decodable {
  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
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
    return (help.command.subcommands ?? []).filter { $0.commandName != "help" }
  }()
}

@Suite("Every option of every command changes something or is refused")
struct OptionTests {
  static let network = "Tests/Networks/cluster"

  /// What a command needs to run at all.
  static let needed: [String: [String]] = [
    "check": [network], "summary": [network], "metrics": [network], "chains": [network],
    "gaps": [network, "--draws", "100"], "suggest": [network, "--ties", "2"],
    "what-if": [network, "--remove", "E2"], "compare": [network, "--before", "2021", "--after", "2023"],
    "resilience": [network], "mixing": [network], "explain": [], "render": [network], "report": [network],
    "convert": [network, "-o", "OUT.csv"],
  ]

  /// A value for each option that takes one. A new option is to be given one here.
  static let values: [String: [String]] = [
    "--format": ["json"], "--sort": ["kind", "value", "change", "chain_index", "id", "gain", "harm", "ties", "rows"],
    "--top": ["1"], "--headers": ["zh"], "--lang": ["zh"], "--output": ["OUT.csv", "OUT.svg", "OUT.html"],
    "--layers": ["joint_project"], "--projection": ["newman"], "--from": ["2023"], "--to": ["2021"],
    "--chain": ["biomedicine"], "--zone": ["Z1,Z2"], "--kind": ["enterprise,university"], "--threads": ["1"],
    "--draws": ["200"], "--seed": ["7"], "--measure": ["degree"], "--sample": ["5"], "--group": ["zone"],
    "--resolution": ["3"], "--explain": ["biomedicine"], "--fail-on": ["low"], "--goal": ["connectivity"],
    "--ties": ["1"], "--positions": ["0"], "--per-actor": ["1"], "--for": ["biomedicine"],
    "--pairs": ["university:hospital"], "--remove": ["E3"], "--add": ["E1:U3"], "--place": ["new:platform@biomedicine"],
    "--scenario": ["SCENARIO"], "--picture": ["OUT.svg"], "--before": ["2020"], "--after": ["2022"],
    "--show": ["square", "agreement"], "--runs": ["50"], "--by": ["zone"], "--topic": ["gap"], "--view": ["matrix"],
    "--theme": ["dark"], "--actor": ["E2"], "--radius": ["2"], "--consortium": ["C-GAN"], "--size": ["betweenness"],
    "--as-of": ["2030"],
  ]

  /// With what else an option does something, where it does nothing on its own.
  static let company: [String: [String]] = [
    "metrics --normalized": ["--measure", "betweenness"], "metrics --sample": ["--measure", "betweenness"],
    "metrics --group": ["--measure", "coordinator,participation"], "metrics --resolution": ["--measure", "community"],
    "metrics --potts": ["--measure", "community", "--resolution", "0.2"],
    "metrics --seed": ["--measure", "betweenness", "--sample", "5"],
    "metrics --projection": ["--layers", "consortia", "--measure", "strength"],
    "metrics --weighted": ["--measure", "closeness"], "metrics --directed": ["--measure", "in_degree"],
    "resilience --curve": ["--removal"], "resilience --runs": ["--removal"], "resilience --seed": ["--removal"],
    "mixing --draws": ["--by", "zone"], "render --actor": ["--view", "ego"],
    "render --radius": ["--view", "ego", "--actor", "E2"],
    "render --consortium": ["--view", "consortium"],
    "explain --sort": ["--format", "csv"], "explain --top": ["--format", "csv"],
    "explain --excel": ["--format", "csv"],
    "explain --headers": ["--format", "csv"], "explain --output": ["degree"],
    "summary --projection": ["--layers", "consortia", "--weighted"], "suggest --across-zones": ["--ties", "6"],
    "compare --projection": ["--layers", "consortia"], "render --projection": ["--layers", "consortia"],
    "render --weighted": ["--size", "closeness"], "report --projection": ["--layers", "consortia"],
    "convert --projection": ["--layers", "consortia"],
  ]

  /// Options that are there to change no result, of all commands or of one, and why.
  static let silent: [String: String] = [
    "--threads": "results are the same for any number", "--quiet": "only what is said beside the result",
    "--strict": "only whether warnings end the run", "--undirected": "says what is the case anyway",
    "--lang": "numbers and codes are the same in either language; what is said beside them is not",
    "--output": "the same bytes, elsewhere", "--fail-on": "changes the status alone",
    "--as-of": "nothing may have lasted so long", "what-if --cascade": "a loss may leave everyone a partner",
    "suggest --across-zones": "the best steps may be across zones anyway",
    "compare --seed": "what is drawn may decide nothing", "compare --draws": "the same", "compare --all": "everything may have changed",
    "what-if --all": "everything may change",
  ]

  private struct Outcome: Equatable {
    var status: Int32
    var output: Data
    var files: [String: Data]
  }

  /// Runs in a folder of its own; the names in capitals are files there.
  private func run(_ arguments: [String]) throws -> (outcome: Outcome, errors: String) {
    let folder = try Folder()
    try folder.write("remove E3\n", to: "SCENARIO")
    let words = arguments.map { word in
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let name = parts.last, name == "SCENARIO" || name.hasPrefix("OUT.") else { return word }
      return (parts.dropLast() + [folder.path(name)]).joined(separator: "=")
    }
    let run = try Program.run(words)
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path) where name != "SCENARIO" {
      files[name] = try Data(contentsOf: folder.url.appending(path: name))
    }
    return (Outcome(status: run.status, output: Data(run.output.utf8), files: files), run.errors)
  }

  @Test("There is a value for every option, and a start for every command")
  func complete() {
    #expect(CommandLineHelp.commands.count >= 14)
    for command in CommandLineHelp.commands {
      #expect(Self.needed[command.commandName] != nil, "\(command.commandName)")
      for argument in command.arguments ?? [] where argument.takesValue {
        if let option = argument.option { #expect(Self.values[option] != nil, "\(command.commandName) \(option)") }
      }
    }
  }

  @Test("It changes the result, or is refused with a sentence", arguments: CommandLineHelp.commands.map(\.commandName))
  func used(command name: String) throws {
    let command = try #require(CommandLineHelp.commands.first { $0.commandName == name })
    let start = [name] + (Self.needed[name] ?? [])
    let before = try run(start)
    #expect(before.outcome.status == 0, "\(start): \(before.errors)")
    for argument in command.arguments ?? [] {
      guard let option = argument.option, option != "--help", option != "--version" else { continue }
      let values = argument.takesValue ? (Self.values[option] ?? ["1"]).map { ["\(option)=\($0)"] } : [[option]]
      func changes(_ start: [String], _ before: Outcome) throws -> (changes: Bool, refused: Bool) {
        var refused = false
        for value in values {
          let after = try run(start + value)
          if after.outcome.status == 64 {
            #expect(after.errors.count > 20, "\(start + value): refused without a sentence")
            refused = true
          } else if after.outcome != before {
            return (true, refused)
          }
        }
        return (false, refused)
      }
      let alone = try changes(start, before.outcome)
      #expect(
        alone.changes || alone.refused || Self.silent[option] != nil || Self.silent["\(name) \(option)"] != nil,
        "\(name) \(option) is accepted and changes nothing")
      guard let company = Self.company["\(name) \(option)"] else { continue }
      let with = start + company
      let base = try run(with)
      let together = try changes(with, base.outcome)
      #expect(together.changes, "\(name) \(option) changes nothing with \(company)")
    }
  }
}
