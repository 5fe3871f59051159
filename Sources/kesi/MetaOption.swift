import ArgumentParser
import KesiCluster
import KesiFormats
import KesiNetwork
import KesiResults

/// Whether outputs say how they came about.
struct MetaOption: ParsableArguments {
  @Flag(
    help:
      "Say how the output came about: version, command, options, and size and SHA-256 of each file that was read. It stands in JSON, Markdown, workbooks, pages, documents, SVG and DOT; beside anything else, in FILE.meta.json."
  )
  var meta = false
}

/// How the outputs of this run come about, where `--meta` asks for it.
enum Origin {
  /// Runs a command, keeping in mind what it reads if that is asked for.
  static func recorded(_ run: () throws -> Void) rethrows {
    guard GivenOptions.all.contains("--meta") else { return try run() }
    try InputRecord.$current.withValue(InputRecord()) {
      try ChosenValues.$current.withValue(ChosenValues(), operation: run)
    }
  }

  /// Nil where nobody asks.
  static func provenance() throws -> Provenance? {
    guard let record = InputRecord.current else { return nil }
    let chosen = ChosenValues.current
    let call = try Call(
      CommandLine.arguments.dropFirst(), chosen: ["draws": chosen?.draws ?? [], "as-of": chosen?.days ?? []])
    return Provenance(
      version: Kesi.configuration.version, command: call.command, arguments: call.arguments, options: call.options,
      inputs: try record.inputs(), date: try date())
  }

  /// The same as a line of JSON, for pictures.
  static func note() throws -> String? { try provenance()?.json.line }

  /// The file that says it beside an output which cannot say it; nil where nobody asks.
  ///
  /// - Throws: where the output is neither file nor folder, so that nothing stands beside it.
  static func place(beside output: String, isFolder: Bool = false) throws -> String? {
    guard InputRecord.current != nil else { return nil }
    guard try isFolder || OutputTarget(output).isFile else {
      throw ValidationError(
        "--meta: this format has no place for it, and beside \(output == "-" ? "standard output" : output) no file can stand. Name a file with -o, or ask for a format that holds it: json for tables, svg or dot for pictures."
      )
    }
    let place = place(of: output)
    guard isOwn(place) else {
      throw ValidationError(
        "--meta: \(place) is there and was not written by Kesi, so it is not written over. Move it, or choose another name."
      )
    }
    return place
  }

  private static func place(of output: String) -> String { output.withoutLastSlashes + ".meta.json" }

  /// Says of what `--meta` wrote beside outputs that were written anew without it that it tells of others. It stays: it may
  /// have been read, or be wanted.
  static func tellOutdated() {
    for place in Outputs.written.map(place(of:)) where !Outputs.all.contains(place) && isWritten(place) {
      Console.note(
        Phrase(
          "\(place) tells how an earlier output of this name came about, not this one. --meta writes it anew; or delete it.",
          zh: "\(place) 说明的是此前同名输出的生成情况，与本次输出不符。加 --meta 可重新生成，或将其删除。"))
    }
  }

  /// Whether a file is what `--meta` wrote before, or not there.
  private static func isOwn(_ place: String) -> Bool {
    let source = FileSource.path(place)
    // A folder in the way is told where it is written.
    return source.isFolder || source.start.isEmpty || isWritten(place)
  }

  /// Whether a file is what `--meta` wrote before.
  private static func isWritten(_ place: String) -> Bool {
    String(decoding: FileSource.path(place).start, as: UTF8.self).unicodeScalars.filter { $0 != " " && $0 != "\n" }
      .starts(with: "{\"program\":\"kesi\"".unicodeScalars)
  }

  /// The bytes of such a file.
  static func file(beside output: String, isFolder: Bool = false) throws -> (file: String, bytes: [UInt8])? {
    guard let place = try place(beside: output, isFolder: isFolder), let provenance = try provenance() else {
      return nil
    }
    return (place, Array((provenance.json.text() + "\n").utf8))
  }

  /// As the environment states it: the time of a run would make each output another. By reproducible-builds.org.
  private static func date() throws -> String? {
    let name = "SOURCE_DATE_EPOCH"
    guard let text = Console.environment(name) else { return nil }
    guard let seconds = Int(text), let date = Console.date(seconds) else {
      throw ValidationError(
        "\(name)=\(text.visible(most: 40)): it should be a number of seconds since 1970. Correct it, or unset it for no date."
      )
    }
    return date
  }
}
