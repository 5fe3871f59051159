import ArgumentParser

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the tables of a network: counts what they hold and lists every problem.",
    discussion: """
      Ends with status 65 when a table cannot be used. Nothing is changed.

      Examples:
        kesi check graphs/wenzhou
        kesi check graphs/wenzhou --strict --lang zh
      """)

  @OptionGroup var input: NetworkInput
  @OptionGroup var output: TableOutput

  func run() throws {
    let language = output.lang
    try output.check(input)
    let reading = try input.reading(in: language)
    Failure.say(input.quiet ? [] : reading.warnings, count: input.quiet ? 0 : reading.warningCount, in: language)
    try output.write(.check(reading.network, in: language))
    if input.strict, reading.warningCount > 0 { throw ExitCode(65) }
  }
}
