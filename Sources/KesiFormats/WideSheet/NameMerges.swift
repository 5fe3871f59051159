import KesiNetwork

/// Which names mean one organization though they differ in letters, as a person has said in `merges.csv`.
package struct NameMerges: Sendable {
  private var kept: [NameKey: String] = [:]
  /// What was said of each pair, in the order of the file: so that it is said once.
  private(set) var decisions: [Decision] = []

  /// What a person has said of two names.
  struct Decision: Sendable, Equatable {
    let name: String
    let other: String
    let areOne: Bool

    func isAbout(_ a: String, _ b: String) -> Bool {
      Set([NameKey(name), NameKey(other)]) == Set([NameKey(a), NameKey(b)])
    }
  }

  package init() {}

  /// Keeps what was said of two names.
  ///
  /// - Returns: false where the other was said of them before.
  mutating func decide(_ other: String, isOneWith name: String, _ areOne: Bool) -> Bool {
    if let before = decisions.first(where: { $0.isAbout(name, other) }) { return before.areOne == areOne }
    decisions.append(Decision(name: name, other: other, areOne: areOne))
    if areOne { merge(other, into: name) }
    return true
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
