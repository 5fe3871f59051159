import ArgumentParser

/// The options that stand on the command line, also those whose value is the default: what would change nothing is
/// refused, so that no one takes a result for what it is not.
enum GivenOptions {
  static let all = options(in: CommandLine.arguments.dropFirst())

  /// Those that take whatever follows as their value, as an id may begin with dashes.
  private static let takingAnything: Set<String> = [
    "--remove", "--add", "--place", "--actor", "--consortium", "--chain", "--zone", "--kind", "--layers", "--explain",
    "--for", "--font",
  ]

  /// All other values that begin with two dashes are taken only behind `=`, so that what looks like an option is one.
  private static func options(in arguments: ArraySlice<String>) -> Set<String> {
    var options: Set<String> = []
    var isValue = false
    for word in arguments.prefix(while: { $0 != "--" }) {
      defer { isValue = !isValue && takingAnything.contains(word) }
      guard !isValue, word.unicodeScalars.starts(with: "--".unicodeScalars) else { continue }
      options.insert(String(word.unicodeScalars.prefix { $0 != "=" }))
    }
    return options
  }

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
