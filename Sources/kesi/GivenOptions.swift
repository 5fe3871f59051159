import ArgumentParser

/// The options that stand on the command line, also those whose value is the default: what would change nothing is
/// refused, so that no one takes a result for what it is not.
enum GivenOptions {
  static let all = Set(given)
  private static let given = options(in: CommandLine.arguments.dropFirst())

  /// Those that take whatever follows as their value, as an id may begin with dashes.
  private static let takingAnything: Set<String> = [
    "--remove", "--add", "--place", "--actor", "--consortium", "--chain", "--zone", "--kind", "--layers", "--explain",
    "--for", "--font", "--statement", "--subjects",
  ]

  /// All other values that begin with two dashes are taken only behind `=`, so that what looks like an option is one.
  private static func options(in arguments: ArraySlice<String>) -> [String] {
    var options: [String] = []
    var isValue = false
    for word in arguments.prefix(while: { $0 != "--" }) {
      defer { isValue = !isValue && takingAnything.contains(word) }
      let isOption = word.unicodeScalars.starts(with: "--".unicodeScalars) || word == "-o" || word.hasPrefix("-o=")
      guard !isValue, isOption else { continue }
      options.append(String(word.unicodeScalars.prefix { $0 != "=" }))
    }
    return options
  }

  /// Refuses outputs of which the run would write less than was asked for, or under another name.
  static func refuseOutputs(named names: [String]) throws {
    guard given.count(where: { ["-o", "--output"].contains($0) }) < 2 else {
      throw ValidationError("-o is given twice, and only one output is written. Run the command once for each.")
    }
    for name in names where unreadable.contains(where: { $0.utf8.reversed().starts(with: name.utf8.reversed()) }) {
      throw ValidationError("\(name): this name is not UTF-8, and would be another when written. Choose another name.")
    }
  }

  /// The arguments that are no UTF-8, as they came to be text: with signs in them for what cannot be read.
  private static let unreadable: [String] = {
    (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0] }
      .filter { String(validatingCString: $0) == nil }.map { String(cString: $0) }
  }()

  /// Refuses options that a command, or what was chosen of it, has no use for.
  ///
  /// - Parameters:
  ///   - reason: goes on after the option: “goes with --view ego”.
  ///   - isUsed: whether they are of use after all.
  static func refuse(_ options: String..., unless isUsed: Bool = false, because reason: String) throws {
    guard !isUsed else { return }
    for option in options where all.contains(option) { throw ValidationError("\(option) \(reason).") }
  }
}
