import ArgumentParser
import KesiFormats
import Synchronization

/// The outputs of a run, looked at together before anything is read.
enum Outputs {
  /// All that are named, as they were before anything was written.
  private static let named = Mutex<[(file: String, stamp: FileStamp?)]>([])

  static var all: [String] { named.withLock { $0.map(\.file) } }
  /// Those that this run has written.
  static var written: [String] {
    named.withLock { $0.filter { file, before in FileStamp(of: file).map { $0 != before } ?? false }.map(\.file) }
  }

  /// - Parameters:
  ///   - files: what `-o` and `--picture` name; nil where they are not given.
  ///   - folder: a folder that is to be made, where there is one.
  ///   - networks: the networks that are read.
  ///   - others: other files that are read.
  /// - Throws: where one cannot be written, would replace what is read, or two would come to the same place.
  static func check(
    _ files: [String?], folder: String? = nil, networks: [String?], others: [String?] = []
  ) throws {
    try GivenOptions.refuseOutputs(named: (files + [folder]).compactMap { $0 })
    let folder = try folder.map { try FolderTarget($0) }
    let targets = try files.compactMap { try $0.map { try OutputTarget($0) } }
    if networks.compactMap({ $0 }).count(where: Format.isStandardInput) > 1 {
      throw ValidationError(
        "Standard input can be read once, and two networks are to come from it: name a file for one.")
    }
    let inputs = networks.compactMap { $0 }.flatMap(Format.files) + others.compactMap { $0 }
    InputRecord.current?.add(inputs)
    if let folder, let input = inputs.first(where: folder.isPlace) {
      throw ValidationError(
        "\(folder.path) belongs to what is read (\(input)) and is not made a folder: choose another name.")
    }
    for target in targets {
      if let input = inputs.first(where: { target.isFile(at: $0) }) {
        throw ValidationError(
          "\(name(target)) belongs to what is read (\(input)) and is not written over: choose another name.")
      }
    }
    let outputs = files.compactMap { $0 } + (folder.map { [$0.path] } ?? [])
    named.withLock { $0 += outputs.filter { $0 != "-" }.map { ($0, FileStamp(of: $0)) } }
    for (index, target) in targets.enumerated() {
      if let other = targets[..<index].first(where: target.isSame) {
        throw ValidationError(
          "\(name(other)) and \(name(target)) are the same place, and one output would be lost: give each its own.")
      }
    }
  }

  private static func name(_ target: OutputTarget) -> String { target.path == "-" ? "standard output" : target.path }

  /// Checks that a file's name and `--format` do not contradict each other.
  ///
  /// - Parameters:
  ///   - known: the formats of this output by the endings that ask for them, for messages.
  ///   - byEnding: what the ending asks for; nil where it asks for none of these.
  ///   - chosen: what `--format` says.
  ///   - fallback: whether a name without an ending is fine.
  ///   - hasFormat: whether there is a `--format` that could say what the ending does not.
  static func checkEnding<Format: Equatable & RawRepresentable<String>>(
    of file: String?, known: String, byEnding: Format?, chosen: Format? = nil, fallback: Bool,
    hasFormat: Bool = true
  ) throws {
    guard let file, file != "-" else { return }
    if let byEnding {
      guard let chosen, chosen != byEnding else { return }
      throw ValidationError(
        "\(file): the ending asks for \(byEnding.rawValue), --format for \(chosen.rawValue). Leave one of them out.")
    }
    try checkEnding(
      of: file, known: known, isKnown: false, fallback: fallback || chosen != nil, hasChoice: chosen != nil,
      hasFormat: hasFormat)
  }

  /// Checks that a file's name ends as one of what can be written.
  ///
  /// - Parameters:
  ///   - isKnown: whether it does.
  ///   - fallback: whether a name without an ending is fine.
  ///   - hasChoice: whether something else says the format: then only what is surely another is refused.
  static func checkEnding(
    of file: String?, known: String, isKnown: Bool, fallback: Bool, hasChoice: Bool = false, hasFormat: Bool = true
  ) throws {
    guard let file, file != "-", !isKnown else { return }
    guard let ending = FileEnding(of: file) else {
      if fallback { return }
      throw unknownEnding(of: file, known: known, hasFormat: hasFormat)
    }
    if ending.advice != nil || !hasChoice { throw unknownEnding(of: file, known: known, hasFormat: hasFormat) }
  }

  /// What is said of a file whose name ends as nothing that can be written.
  static func unknownEnding(of file: String, known: String, hasFormat: Bool = true) -> ValidationError {
    if file.isEmpty { return ValidationError("The name of the file to write is empty. Name one; endings: \(known).") }
    guard let ending = FileEnding(of: file) else {
      return ValidationError("\(file): the ending should be \(known)\(hasFormat ? ", or --format say which" : "").")
    }
    if let advice = ending.advice {
      return ValidationError("\(file): “.\(ending.word)” is not written here; \(advice). Endings: \(known).")
    }
    return ValidationError(
      "\(file): “.\(ending.word)” says no format that is written here. Endings: \(known)\(hasFormat ? "; or add --format" : "")."
    )
  }
}
