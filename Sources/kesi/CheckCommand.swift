import ArgumentParser
import KesiFormats
import KesiNetwork
import KesiResults

struct CheckCommand: CommandForEach {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a network: counts what it holds, lists every problem, and says how it was read.",
    discussion: """
      A problem that many rows share is one line with the count. In formats for programs problems and how things were read
      are rows of the table: severity, file, row, column, message, count. Ends with status 65 when the network cannot be
      used, also then with the table. Nothing is changed.

      Examples:
        kesi check graphs/wenzhou
        kesi check graphs/wenzhou --strict --lang zh
        kesi check graphs/wenzhou --format json -o problems.json
      """)

  @OptionGroup var input: NetworkInput
  @OptionGroup var each: EachOption
  @OptionGroup var output: TableOutput

  func run() throws {
    let language = output.lang
    try output.check(input)
    let checked: CheckedReading
    do {
      checked = CheckedReading(try input.reading(in: language))
    } catch let failure as BadData {
      checked = CheckedReading(failure)
    }
    if !output.isReadAtOnce { say(checked, language) }
    let isForPeople = output.chosenFormat.isForPeople
    try output.write(isForPeople ? .checkForPeople(checked, in: language) : .check(checked, in: language))
    if checked.errorCount > 0 || input.strict && checked.warningCount > 0 {
      throw ExitCode(ExitStatus.badData.rawValue)
    }
  }

  /// Where the table goes to a program or a file, its reader is told of problems, too.
  private func say(_ checked: CheckedReading, _ language: Language) {
    let said = input.quiet ? checked.problems.filter { $0.severity == .error } : checked.problems
    let count = input.quiet ? checked.errorCount : checked.errorCount + checked.warningCount
    Failure.say(said, count: count, in: language)
  }
}
