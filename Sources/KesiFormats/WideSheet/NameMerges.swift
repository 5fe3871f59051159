import KesiNetwork

/// Which names mean one organization though they differ in letters, as a person has said in `merges.csv`.
package struct NameMerges: Sendable {
  private var kept: [NameKey: String] = [:]

  package init() {}

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
  func name(for written: String) -> String { kept[NameKey(written)] ?? written }
}
