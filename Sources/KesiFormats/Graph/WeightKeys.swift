import KesiNetwork

/// Which keys of ties mean weights, looked up once for each.
struct WeightKeys {
  private var known: [ExactText: Bool] = [:]

  /// - Throws: `BadShape` where the value that stands next is a weight and `NaN`.
  mutating func check(_ key: String, _ json: inout JSONReader) throws {
    _ = try json.kind()
    if json.isAtNaN, contains(key) { throw JSONReader.weightIsNoNumber }
  }

  private mutating func contains(_ key: String) -> Bool {
    if let known = known[ExactText(key)] { return known }
    let heads = Tie.heads
    let isWeight = heads.meanings(of: [key])[0].map { heads[$0.column].isSame(as: TieColumns.weight.head) } ?? false
    known[ExactText(key)] = isWeight
    return isWeight
  }
}
