import KesiNetwork

/// What kind of organization a record of ROR tells of.
enum RORKind {
  /// What is none of the kinds that Kesi knows.
  static let other = Kind(id: "other", label: Phrase("other organization", zh: "其他机构"))

  /// The words that ROR has.
  static let types = [
    "education", "company", "facility", "government", "healthcare", "nonprofit", "archive", "funder", "other",
  ]

  /// The kind of the first type that names one. That an organization funds says nothing of what it is. ROR says `education`
  /// of universities and colleges, `facility` of institutes and platforms, `government` of academies of sciences, too: the name
  /// tells them apart.
  static func kind(_ types: [String], name: String, nameZh: String? = nil) -> String {
    let told = (nameZh.flatMap { KindOfName.told(by: $0) } ?? KindOfName.told(by: name))?.kind
    func kind(toldAs kinds: String...) -> String? { told.flatMap { kinds.containsExactly($0) ? $0 : nil } }
    for type in types {
      switch type {
      case "education": return kind(toldAs: "college") ?? "university"
      case "company": return "enterprise"
      case "facility": return kind(toldAs: "platform", "hospital", "park") ?? "institute"
      case "government": return kind(toldAs: "institute", "park", "fund") ?? "government"
      case "healthcare": return "hospital"
      case "nonprofit": return kind(toldAs: "institute", "fund", "hospital", "university", "college") ?? "association"
      case "archive", "other": return told ?? other.id
      default: continue
      }
    }
    return told ?? other.id
  }
}
