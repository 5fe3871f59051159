import ArgumentParser

/// The options that stand on the command line, also those whose value is the default: what would change nothing is
/// refused, so that no one takes a result for what it is not.
enum GivenOptions {
  static let all: Set<String> = {
    let words = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    return Set(words.filter { $0.hasPrefix("-") }.map { String($0.prefix { $0 != "=" }) })
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
