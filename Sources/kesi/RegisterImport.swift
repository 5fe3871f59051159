import ArgumentParser
import KesiFormats
import KesiMatrix
import KesiNetwork

/// Where a network that is made of a public register goes, and how much is said of it.
struct RegisterImport: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Write to this folder, workbook (.xlsx) or snapshot (.kesi), whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup var language: LanguageOption
  @OptionGroup var meta: MetaOption

  func validate() throws { _ = try target() }

  /// Reads a network, says what was made of it, and writes the whole of it.
  ///
  /// - Parameter inputs: what is read, which is not to be written over.
  func run(from inputs: [String?], read: (Parallel) throws -> NetworkReading) throws {
    let (format, write) = try target()
    try Outputs.check(
      [Origin.place(beside: output, isFolder: format.isFolder), format.isFolder ? nil : output],
      folder: format.isFolder ? output : nil,
      networks: inputs.compactMap { $0 })
    if !quiet, Console.errorIsTerminal { ProgressLine.turnOn(in: language.lang) }
    let parallel = Parallel(threads: Console.processors, progress: ProgressLine.update)
    let reading = try read(parallel)
    if strict, reading.warningCount > 0 { throw BadData(reading.warnings, count: reading.warningCount) }
    if !quiet {
      for remark in reading.remarks { Console.say(remark.line(in: language.lang)) }
      Failure.say(reading.warnings, count: reading.warningCount, in: language.lang)
    }
    try write(reading.network, output, Wording(for: format, language.lang), parallel)
    try Console.write([Origin.file(beside: output, isFolder: format.isFolder)].compactMap(\.self))
  }

  /// What is to be written, and how: the whole network.
  private func target() throws -> (format: Format, write: @Sendable (Network, String, Wording, Parallel) throws -> Void)
  {
    guard let (format, writer) = Format.writing(to: output), case .network(let write) = writer else {
      throw ValidationError(
        "\(output): name a folder, with a slash at its end, a workbook (.xlsx) or a snapshot (.kesi); `kesi convert` writes others from it."
      )
    }
    return (format, write)
  }

  /// From one date to another.
  ///
  /// - Parameter none: what there is of a time that ends before it begins.
  static func period(_ from: PartialDate?, _ to: PartialDate?, orElse none: String) throws -> Period {
    if let from, let to, from.earliest > to.latest { throw ValidationError("--from is after --to: \(none).") }
    return Period(from: from, to: to)
  }

  /// The words of an option, commas between them; none where it is not given.
  static func words(_ list: String?, _ option: String) throws -> [String] {
    guard let list else { return [] }
    let words = list.unicodeScalars.split { $0 == "," || $0 == "，" || $0 == "、" }.map { String($0.trimmed) }
    guard !words.isEmpty, words.allSatisfy({ !$0.isEmpty }) else {
      throw ValidationError("\(option): names nothing. Leave it out for all.")
    }
    return words
  }
}
