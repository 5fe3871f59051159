import ArgumentParser
import KesiFormats
import KesiNetwork

/// How a run ends when it cannot go on: what is said, and the status, as `sysexits.h` has them.
enum Failure {
  /// Problems beyond these are counted, not printed.
  private static let printedProblems = 20

  static func exit(with error: any Error) -> Never {
    // Whoever reads has enough: no fault.
    if (error as? CannotWrite)?.isClosedPipe == true { Console.exit(ExitStatus.done.rawValue) }
    // Options may be what failed to parse, so the language is looked up by itself.
    let language = Language.ofCommandLine
    if let status = say(error, in: language) { Console.exit(status.rawValue) }
    let status = Kesi.exitCode(for: error)
    // Help and versions are asked for; a status alone says nothing.
    if error is ExitCode { Kesi.exit(withError: error) }
    if status.isSuccess {
      // Written as all results are, so that what could not be written is no success.
      do {
        try Console.write(Array((Kesi.fullMessage(for: error) + "\n").utf8))
      } catch { exit(with: error) }
      Console.exit(ExitStatus.done.rawValue)
    }
    guard status == .validationFailure else {
      Console.say(Phrase("something went wrong inside: \(error)", zh: "内部错误：\(error)")(language))
      Console.exit(ExitStatus.internalError.rawValue)
    }
    Console.say("Error: \(Kesi.message(for: error))\nSee `kesi\(command.map { " " + $0 } ?? "") --help`.")
    Console.exit(ExitStatus.usage.rawValue)
  }

  /// Says what went wrong, and tells how a run ends with it; nil for what is no error of Kesi's own, of which nothing is said.
  static func say(_ error: any Error, in language: Language) -> ExitStatus? {
    if let error = error as? BadData {
      say(error.problems, count: error.count, in: language)
      return .badData
    }
    guard let (status, message) = ExitStatus.of(error) else { return nil }
    Console.say(message(language))
    return status
  }

  /// The command that was called, as far as it is one.
  private static var command: String? {
    guard CommandLine.arguments.count > 1 else { return nil }
    let word = CommandLine.arguments[1]
    return Kesi.configuration.subcommands.contains { $0.configuration.commandName == word } ? word : nil
  }

  /// The first problems, a line each, and how many more there are.
  static func say(_ problems: [Problem], count: Int, in language: Language) {
    for problem in problems.prefix(printedProblems) { Console.say(problem.line(in: language)) }
    let more = count - min(count, printedProblems)
    if more > 0 {
      Console.say(
        Phrase(more == 1 ? "… and 1 more problem." : "… and \(more) more problems.", zh: "……另有 \(more) 个问题。")(language))
    }
  }
}
