/// An order of rows by all that their columns say: the last word between two that are alike in what an order goes by first.
extension TableRow {
  /// Whether one comes before another by the first column in which they differ. What is not stated comes first.
  package static func precedesByColumns(_ a: Self, _ b: Self) -> Bool {
    for column in columns {
      if let precedes = column.content.precedes(a, b) { return precedes }
    }
    return false
  }
}

extension CellContent {
  /// Whether one row comes before another by this column; nil where both say the same.
  fileprivate func precedes(_ a: Row, _ b: Row) -> Bool? {
    func by<Value, Key: Comparable>(_ access: Access<Row, Value>, _ key: (Value) -> Key) -> Bool? {
      let (left, right) = (key(access.get(a)), key(access.get(b)))
      return left == right ? nil : left < right
    }
    return switch self {
    case .text(let access), .kind(let access), .zone(let access), .tieKind(let access, _), .term(_, let access):
      by(access) { Bytes($0.map { [$0] } ?? []) }
    case .list(let access), .kinds(let access): by(access) { Bytes($0) }
    case .number(let access, _): by(access) { $0 ?? -.infinity }
    case .flag(let access), .direction(let access): by(access) { $0.map { $0 ? 2 : 1 } ?? 0 }
    case .start(let access): by(access) { $0.from?.packed ?? 0 }
    case .end(let access): by(access) { $0.to?.packed ?? 0 }
    case .reference(_, let access): by(access) { $0 ?? -1 }
    case .references(_, let access): by(access) { Places(places: $0) }
    }
  }
}

/// Places of rows, one after the other.
private struct Places: Comparable {
  let places: [Int]

  static func < (a: Places, b: Places) -> Bool { a.places.lexicographicallyPrecedes(b.places) }
}

/// Texts by their bytes, one after the other.
private struct Bytes: Comparable {
  let texts: [ExactText]

  init(_ texts: [String]) { self.texts = texts.map(ExactText.init) }

  static func < (a: Bytes, b: Bytes) -> Bool {
    a.texts.lexicographicallyPrecedes(b.texts) { $0.text.precedes($1.text) }
  }
}
