import ArgumentParser
import KesiNetwork
import KesiResults

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A command line that was understood, taken apart: what was given, and what options are by themselves.
struct Call {
  let command: String
  let arguments: [String]
  /// In the order of the help.
  let options: [Provenance.Choice]

  /// They change no result: where it goes, what is said beside it, how fast it comes.
  private static let silent: Set<String> = ["output", "meta", "quiet", "threads", "help", "version"]

  /// - Parameter chosen: what was taken for options that were not given, by their names.
  init(_ words: ArraySlice<String>, chosen: [String: [String]]) throws {
    let help = try JSONDecoder().decode(Help.self, from: Data(Kesi._dumpHelp().utf8))
    var words = words
    var (command, names): (Help.Command, [String]) = (help.command, [])
    while let word = words.first, let below = command.subcommands?.first(where: { $0.commandName == word }) {
      (command, names) = (below, names + [word])
      words.removeFirst()
    }
    var (arguments, given): ([String], [String: [String]]) = ([], [:])
    while let word = words.popFirst() {
      if word == "--" {
        arguments += words
        break
      }
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard word.hasPrefix("-"), word != "-", let option = command.option(parts[0]), let name = option.longName else {
        arguments.append(word)
        continue
      }
      var values: [String] = []
      if option.kind == "option" {
        if parts.count > 1 {
          values = [parts[1]]
        } else if option.parsingStrategy == "upToNextOption" {
          while let next = words.first, next == "-" || !next.hasPrefix("-") { values.append(words.removeFirst()) }
        } else {
          values = [words.popFirst() ?? ""]
        }
      }
      given[name] = (option.isRepeating ? given[name] ?? [] : []) + values
    }
    self.command = names.joined(separator: " ")
    self.arguments = arguments
    options = (command.arguments ?? []).compactMap { option in
      guard let name = option.longName, !Self.silent.contains(name) else { return nil }
      if let values = given[name] {
        return Provenance.Choice(
          name, values, isGiven: true, isNamedOnce: option.parsingStrategy == "upToNextOption")
      }
      if let values = chosen[name], !values.isEmpty { return Provenance.Choice(name, values, isGiven: false) }
      guard option.kind == "option", let value = option.defaultValue else { return nil }
      return Provenance.Choice(name, [value], isGiven: false)
    }
  }
}

/// What the program tells of its commands, as far as it is needed here.
private struct Help: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// - Parameter word: with its dashes.
    func option(_ word: String) -> Argument? {
      arguments?.first { argument in
        (argument.names ?? []).contains { ($0.kind == "long" ? "--" : "-") + $0.name == word }
      }
    }
  }

  struct Argument: Decodable {
    let kind: String
    let names: [Name]?
    let defaultValue: String?
    let parsingStrategy: String?
    let isRepeating: Bool

    var longName: String? { names?.first { $0.kind == "long" }?.name }
  }

  struct Name: Decodable {
    let kind: String
    let name: String
  }
}
