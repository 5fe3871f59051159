import KesiNetwork

extension NameList {
  /// An organization that a cell names, with what brackets behind the name say.
  struct Item: Equatable {
    let name: String
    let key: NameKey
    /// What the cell says it does there: `牵头` of `苏州大学（牵头）`.
    let role: String?
    /// The amount of money in brackets behind the name, in its plain unit: `苏州大学（100万）`.
    let amount: Double?
    /// A number or date in brackets behind the name, which is none of its parts.
    let note: String?
    /// How the cell says that the two work together: `联合研发` of `苏州大学（联合研发）`. Each once.
    private(set) var ways: [String]

    init(_ name: String, role: String?, amount: Double? = nil, note: String? = nil, way: String? = nil) {
      (self.name, key, self.role, self.amount, self.note) = (name, NameKey(name), role, amount, note)
      ways = way.map { [$0] } ?? []
    }

    /// Takes the ways of another item of the same name.
    ///
    /// - Returns: false where that says something else in brackets, which one item has no room for.
    mutating func take(from other: Item) -> Bool {
      for way in other.ways where !ways.containsExactly(way) { ways.append(way) }
      return (other.role == nil || other.role == role) && (other.amount == nil || other.amount == amount)
    }
  }
}
