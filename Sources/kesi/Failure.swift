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
<<<<<<< HEAD
    switch error {
    case let error as BadData:
      say(error.problems, count: error.count, in: language)
      Console.exit(badData)
    case let error as UnknownWord:
      Console.say(error.message(language))
      Console.exit(usage)
    case let error as NoInput:
      Console.say(error.message(language))
      Console.exit(noInput)
    case let error as CannotWrite:
      // Whoever reads has enough: no fault.
      if error.isClosedPipe { Console.exit(0) }
      Console.say(error.message(language))
      Console.exit(cannotWrite)
    case let error as DrawingError:
      Console.say(error.message(language))
      Console.exit(`internal`)
    case let error as TakesTooLong:
      Console.say(error.message(language))
      Console.exit(usage)
    case let error as EngineRefusal:
      Console.say(error.message(language))
      Console.exit(usage)
    case let error as WrongAnswer:
      Console.say(error.message(language))
      Console.exit(`internal`)
    case let error as NotEnoughMemory:
      Console.say(error.message(language))
      Console.exit(badData)
    case let error as IncidenceMatrix.TooLarge:
      let message = Phrase(
        "The consortia or chains would become \(error.entries) ties, more than the limit of \(error.limit). Leave out the largest, or choose other --layers.",
        zh: "联合体或产业链将换算成 \(error.entries) 条联系，超过上限 \(error.limit) 条。请去掉规模最大的，或改用其他 --layers。")
      Console.say(message(language))
      Console.exit(badData)
    default:
      let status = Kesi.exitCode(for: error)
      // Help and versions are asked for; a status alone says nothing.
      if error is ExitCode { Kesi.exit(withError: error) }
      if status.isSuccess {
        // Written as all results are, so that what could not be written is no success.
        do {
          try Console.write(Array((Kesi.fullMessage(for: error) + "\n").utf8))
        } catch { exit(with: error) }
        Console.exit(0)
      }
      guard status == .validationFailure else {
        Console.say(Phrase("something went wrong inside: \(error)", zh: "内部错误：\(error)")(language))
        Console.exit(`internal`)
      }
      Console.say("Error: \(Kesi.message(for: error))\nSee `kesi\(command.map { " " + $0 } ?? "") --help`.")
      Console.exit(usage)
=======
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
>>>>>>> main
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
