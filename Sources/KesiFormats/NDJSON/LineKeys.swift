import KesiNetwork

/// What the keys of a line mean: by the names that columns of tables have.
struct LineKeys {
  var ends: (source: Int, target: Int, areDoubtful: Bool)?
  /// Where the id of a node stands; its name where it has none.
  var id: Int?
  var direction: Int?
  var weight: Int?

  init(of keys: [String]) {
    id =
      Self.place(of: ActorColumns.id.head, among: Actor.heads, keys)
      ?? Self.place(of: ActorColumns.name.head, among: Actor.heads, keys)
    direction = Self.direction(among: keys)
    weight = Self.place(of: TieColumns.weight.head, among: Tie.heads, keys)
    guard let source = Self.place(of: TieColumns.source.head, among: Tie.heads, keys),
      let target = Self.place(of: TieColumns.target.head, among: Tie.heads, keys)
    else { return }
    // Periods are from and to, too.
    ends = (source, target, keys[source].plainWord == "from" && keys[target].plainWord == "to")
  }

  /// By a name that means nothing else: what else is called a direction may be one to the north.
  private static func direction(among keys: [String]) -> Int? {
    let head = TieColumns.directed.head
    let names = ([head.id] + head.names).map(\.plainWord)
    return keys.firstIndex { names.contains($0.plainWord) }
  }

  /// Where the column stands: as it is called in English, or by another of its names.
  private static func place(of head: ColumnHead, among heads: [ColumnHead], _ keys: [String]) -> Int? {
    if let place = keys.firstIndex(where: { $0.isExactly(head.id) }) { return place }
    return heads.meanings(of: keys).firstIndex { $0.map { heads[$0.column].isSame(as: head) } ?? false }
  }
}

/// What keys mean, looked up once for all lines in which the same of them mean anything: attributes may have new names in
/// every line.
struct LineVocabulary {
  /// More are not kept.
  private static let most = 1 << 12
  /// All that columns of actors and ties are called.
  private static let words = Set(
    (Actor.heads + Tie.heads).flatMap { [$0.id] + $0.names + $0.spareNames }.map(\.plainWord))

  private var known: [[ExactText]: LineKeys] = [:]

  mutating func meaning(of keys: [String]) -> LineKeys {
    let places = keys.indices.filter { keys[$0].headForms.contains(where: Self.words.contains) }
    let meant = places.map { keys[$0] }
    let texts = meant.map(ExactText.init)
    var found = known[texts] ?? LineKeys(of: meant)
    if known.count < Self.most { known[texts] = found }
    found.ends = found.ends.map { (places[$0.source], places[$0.target], $0.areDoubtful) }
    found.id = found.id.map { places[$0] }
    found.direction = found.direction.map { places[$0] }
    found.weight = found.weight.map { places[$0] }
    return found
  }
}
