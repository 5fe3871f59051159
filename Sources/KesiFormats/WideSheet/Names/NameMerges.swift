import KesiNetwork

/// Which names mean one organization though they differ in letters, as a person has said in `merges.csv`.
package struct NameMerges: Sendable {
  private var kept: [NameKey: String] = [:]
  /// What was said of each pair, in the order of the file: so that it is said once.
  private(set) var decisions: [Decision] = []
  /// What was said of two names, by their keys.
  private var answers: [Set<NameKey>: Bool] = [:]

  /// What a person has said of two names.
  struct Decision: Sendable, Equatable {
    let name: String
    let other: String
    let areOne: Bool
  }

  package init() {}

  /// Keeps what was said of two names.
  ///
  /// - Returns: false where the other was said of them before.
  mutating func decide(_ other: String, isOneWith name: String, _ areOne: Bool) -> Bool {
    let pair = Set([NameKey(name), NameKey(other)])
    if let before = answers[pair] { return before == areOne }
    answers[pair] = areOne
    decisions.append(Decision(name: name, other: other, areOne: areOne))
    if areOne { merge(other, into: name) }
    return true
  }

  /// Whether it was said of two names if they are one.
  func isDecided(_ name: String, _ other: String) -> Bool {
    !answers.isEmpty && answers[Set([NameKey(name), NameKey(other)])] != nil
  }

  /// Takes the second name for the first.
  mutating func merge(_ other: String, into name: String) {
    let target = self.name(for: name)
    let key = NameKey(other)
    guard key != NameKey(target) else { return }
    // What was taken for the second is the first as well.
    for (some, into) in kept where NameKey(into) == key { kept[some] = target }
    kept[key] = target
  }

  /// The name that counts for a name.
  func name(for written: String) -> String { kept.isEmpty ? written : kept[NameKey(written)] ?? written }
}
