import KesiMatrix

extension Network {
  /// The same network whatever the order of rows in its tables: actors, chains and consortia in the order of their ids, all
  /// other rows by what they say. Whatever is computed then chooses among equals, sums and names in that order, so that no
  /// result depends on how someone has sorted a table. Each actor, chain and consortium keeps its `Actor.row`.
  ///
  /// Columns that are carried along unread are left out: results have no use for them.
  ///
  /// - Complexity: O(rows · log rows); O(actors) where actors are in order and there is nothing but a list of ties.
  public func inCanonicalOrder() -> Network { inCanonicalOrder(carrying: []) }

  /// The same, with the columns that are carried along of some tables: of actors, ties or members.
  package func inCanonicalOrder(carrying tables: Set<Table>) -> Network {
    var result = self
    result.carried = carried.filter { tables.contains($0.key) }
    let actorOrder = Self.order(of: actors.lazy.map(\.id))
    guard
      actorOrder != nil || !ties.isEmpty || !positions.isEmpty || !members.isEmpty || !coalitions.isEmpty
        || !supplies.isEmpty || !demands.isEmpty || !history.isEmpty
    else { return result }
    let (chainOrder, consortiumOrder) = (
      Self.order(of: chains.lazy.map(\.id)), Self.order(of: consortia.lazy.map(\.id))
    )
    let actorPlace = Self.places(actorOrder, count: actors.count)
    let chainPlace = Self.places(chainOrder, count: chains.count)
    let consortiumPlace = Self.places(consortiumOrder, count: consortia.count)
    func carry(_ rows: [Int], of table: Table) {
      result.carried[table] = result.carried[table].map { $0.map { $0.kept(rows) } }
    }
    if let actorOrder {
      result.actors = actorOrder.map { actors[$0].ofRow($0) }
      carry(actorOrder, of: .actors)
    }
    if let chainOrder { result.chains = chainOrder.map { chains[$0].ofRow($0) } }
    if let consortiumOrder { result.consortia = consortiumOrder.map { consortia[$0].ofRow($0) } }
    for index in result.consortia.indices {
      result.consortia[index].leader = result.consortia[index].leader.map { actorPlace[$0] }
      result.consortia[index].chain = result.consortia[index].chain.map { chainPlace[$0] }
    }
    if !ties.isList {
      let (ordered, rows) = ties.inOrder(actors: actorPlace, chains: chainPlace, consortia: consortiumPlace)
      result.ties = ordered
      carry(rows, of: .ties)
    } else if actorOrder != nil {
      func placed(_ ends: LentArray<UInt32>) -> [UInt32] {
        ends.map { UInt32(truncatingIfNeeded: actorPlace[Int($0)]) }
      }
      let list = ties.list
      result.ties = Ties(list.withEnds(placed(list.sources), placed(list.targets)))
    }
    for index in result.positions.indices {
      result.positions[index].actor = actorPlace[positions[index].actor]
      result.positions[index].chain = chainPlace[positions[index].chain]
    }
    let stages = result.chains.map(\.stages)
    result.positions.sort { Position.precedes($0, $1, stages: stages[$0.chain]) }
    for index in result.members.indices {
      result.members[index].actor = actorPlace[members[index].actor]
      result.members[index].consortium = consortiumPlace[members[index].consortium]
    }
    let placed = result.members
    let memberOrder = placed.indices.sorted { Membership.precedes(placed[$0], placed[$1]) }
    result.members = memberOrder.map { placed[$0] }
    carry(memberOrder, of: .members)
    for index in result.coalitions.indices {
      result.coalitions[index].members = coalitions[index].members.map { actorPlace[$0] }.sorted()
    }
    result.coalitions.sort(by: CoalitionWorth.precedesByColumns)
    result.supplies = Self.ordered(supplies, actors: actorPlace, chains: chainPlace)
    result.demands = Self.ordered(demands, actors: actorPlace, chains: chainPlace)
    result.history.sort(by: Observation.precedesByColumns)
    return result
  }

  private static func ordered<Side: DescribedSide>(
    _ entries: [MarketEntry<Side>], actors: [Int], chains: [Int]
  ) -> [MarketEntry<Side>] {
    entries.compactMap { $0.moved(to: { actors[$0] }, chains: { chains[$0] }) }.sorted(
      by: MarketEntry.precedesByColumns)
  }

  /// The rows in the order of their ids, equal ones as they stand; nil where that is how they stand.
  private static func order(of ids: some Sequence<String>) -> [Int]? {
    let keys = ids.map(IDOrder.init)
    guard zip(keys, keys.dropFirst()).contains(where: { $1 < $0 }) else { return nil }
    return IDOrder.places(of: keys)
  }

  /// Where each row comes to stand.
  private static func places(_ order: [Int]?, count: Int) -> [Int] {
    guard let order else { return Array(0..<count) }
    var places = [Int](repeating: 0, count: count)
    for (place, row) in order.enumerated() { places[row] = place }
    return places
  }
}

extension Ties {
  /// The same ties of actors, chains and consortia at new places, by what they say, and which row each of them was.
  ///
  /// - Complexity: O(ties · log ties); only ties between the same two actors are compared in full.
  fileprivate func inOrder(actors: [Int], chains: [Int], consortia: [Int]) -> (Ties, rows: [Int]) {
    var keys: [(ends: UInt64, index: Int)] = []
    keys.reserveCapacity(count)
    for index in indices {
      let (source, target) = (UInt64(actors[source(index)]), UInt64(actors[target(index)]))
      keys.append((Swift.min(source, target) << 32 | Swift.max(source, target), index))
    }
    keys.sort { ($0.ends, $0.index) < ($1.ends, $1.index) }
    func placed(_ index: Int) -> Tie {
      var tie = self[index]
      (tie.source, tie.target) = (actors[tie.source], actors[tie.target])
      tie.chain = tie.chain.map { chains[$0] }
      tie.consortium = tie.consortium.map { consortia[$0] }
      return tie
    }
    var ordered = Ties()
    ordered.reserveCapacity(count)
    var rows: [Int] = []
    rows.reserveCapacity(count)
    func append(_ tie: Tie, _ row: Int) {
      ordered.append(tie)
      rows.append(row)
    }
    var start = 0
    while start < keys.count {
      let end = keys[start...].firstIndex { $0.ends != keys[start].ends } ?? keys.count
      if end - start == 1 {
        append(placed(keys[start].index), keys[start].index)
      } else {
        let same = keys[start..<end].map { (tie: placed($0.index), row: $0.index) }
        for (tie, row) in same.sorted(by: { Tie.precedes($0.tie, $1.tie) }) { append(tie, row) }
      }
      start = end
    }
    return (ordered, rows)
  }
}

/// The order of ids: whole numbers by value, then all others by their bytes.
package struct IDOrder: Comparable {
  private let id: ExactText
  package var text: String { id.text }
  /// The digits of a whole number as it is usually written; 0 for what is none, which comes after.
  private let digits: Int
  /// The first bytes, the first of them highest: they settle most comparisons.
  private let start: UInt64

  package init(_ id: String) {
    self.id = ExactText(id)
    var (start, count, isNumber) = (UInt64(0), 0, true)
    for byte in self.id.text.utf8 {
      if count < 8 { start |= UInt64(byte) << UInt64(56 - 8 * count) }
      isNumber = isNumber && byte &- UInt8(ascii: "0") < 10
      count += 1
    }
    // A leading zero would be lost: “007” is a name.
    digits = isNumber && count > 0 && (count == 1 || start >> 56 != UInt64(UInt8(ascii: "0"))) ? count : 0
    self.start = start
  }

  /// Which of some ids comes first, which second, and so on; equal ones as they stand.
  package static func places(of keys: some Sequence<IDOrder>) -> [Int] {
    // Keys are moved along with their places: to look each up in its list takes twice as long.
    keys.enumerated().map { (key: $1, place: $0) }
      .sorted { $0.key < $1.key || (!($1.key < $0.key) && $0.place < $1.place) }.map(\.place)
  }

  package static func < (a: IDOrder, b: IDOrder) -> Bool {
    if a.digits != b.digits { return a.digits > 0 && (b.digits == 0 || a.digits < b.digits) }
    return a.start == b.start ? a.id.text.precedes(b.id.text) : a.start < b.start
  }

  package static func == (a: IDOrder, b: IDOrder) -> Bool { a.id == b.id }
}

extension String? {
  fileprivate func precedes(_ other: String?) -> Bool { (self ?? "").precedes(other ?? "") }
  fileprivate func isExactly(_ other: String?) -> Bool { (self ?? "").isExactly(other ?? "") }
}

extension Period {
  fileprivate var order: (Int32, Int32) { (from?.packed ?? 0, to?.packed ?? 0) }
}

extension Tie {
  /// By ends, kind and time, then by all else that a row says.
  fileprivate static func precedes(_ a: Tie, _ b: Tie) -> Bool {
    func ends(_ tie: Tie) -> (Int, Int, Int) {
      (min(tie.source, tie.target), max(tie.source, tie.target), tie.source)
    }
    if ends(a) != ends(b) { return ends(a) < ends(b) }
    if !a.kind.isExactly(b.kind) { return a.kind.precedes(b.kind) }
    if a.period.order != b.period.order { return a.period.order < b.period.order }
    func numbers(_ tie: Tie) -> (Double, Double, Double, Int, Int, Int) {
      (
        tie.weight, tie.benefitToSource ?? -.infinity, tie.benefitToTarget ?? -.infinity, tie.chain ?? -1,
        tie.consortium ?? -1, tie.isDirected == true ? 1 : 0
      )
    }
    if numbers(a) != numbers(b) { return numbers(a) < numbers(b) }
    func words(_ tie: Tie) -> (String, String) { (tie.stage?.rawValue ?? "", tie.outcome?.rawValue ?? "") }
    return words(a) == words(b) ? precedesByColumns(a, b) : words(a) < words(b)
  }
}

extension Position {
  /// By chain, actor and stage, then by all else that a row says.
  fileprivate static func precedes(_ a: Position, _ b: Position, stages: [String]) -> Bool {
    if (a.chain, a.actor) != (b.chain, b.actor) { return (a.chain, a.actor) < (b.chain, b.actor) }
    if !a.stage.isExactly(b.stage) {
      func place(_ position: Position) -> Int {
        position.stage.flatMap { stage in stages.firstIndex { $0.isExactly(stage) } } ?? stages.count
      }
      return place(a) == place(b) ? a.stage.precedes(b.stage) : place(a) < place(b)
    }
    func rest(_ position: Position) -> (Int32, Int32, Double, String, String) {
      (
        position.period.order.0, position.period.order.1, position.capacity ?? -1, position.role?.rawValue ?? "",
        position.level?.rawValue ?? ""
      )
    }
    return rest(a) == rest(b) ? precedesByColumns(a, b) : rest(a) < rest(b)
  }
}

extension Membership {
  /// By consortium and actor, then by all else that a row says.
  fileprivate static func precedes(_ a: Membership, _ b: Membership) -> Bool {
    if (a.consortium, a.actor) != (b.consortium, b.actor) {
      return (a.consortium, a.actor) < (b.consortium, b.actor)
    }
    func rest(_ member: Membership) -> (Int32, Int32, Double, Double, String) {
      (
        member.period.order.0, member.period.order.1, member.contribution ?? -.infinity, member.share ?? -.infinity,
        member.role?.rawValue ?? ""
      )
    }
    return rest(a) == rest(b) ? precedesByColumns(a, b) : rest(a) < rest(b)
  }
}

/// What stood in a row of a table before it was put in canonical order.
private protocol RowOfTable {
  var row: Int? { get set }
}

extension RowOfTable {
  func ofRow(_ row: Int) -> Self {
    var copy = self
    copy.row = self.row ?? row
    return copy
  }
}

extension Actor: RowOfTable {}
extension Chain: RowOfTable {}
extension Consortium: RowOfTable {}
