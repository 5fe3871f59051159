import KesiCluster
import KesiConsortium
import KesiNetwork

/// Where the entries of a market stand when they are drawn on two sides, block by block of items near each other: the bar of
/// each as long as its quantity, those that are matched across from each other.
struct MatchLayout {
  /// An entry on its side.
  struct Bar {
    /// Its place among the supplies or the demands.
    let place: Int
    /// Nil where it states none.
    let quantity: Double?
    /// How much of it is matched.
    var matched = 0.0
    /// From top to bottom, and where its slot begins.
    var top = 0.0
    var height = 0.0
  }

  /// A band from a bar on the left to one on the right.
  struct Band {
    let match: Match
    let left: ClosedRange<Double>
    let right: ClosedRange<Double>
  }

  struct Block {
    let label: Phrase
    let top: Double
    let left: [Bar]
    let right: [Bar]
    let bands: [Band]
  }

  private(set) var blocks: [Block] = []
  /// The entries of each side that are not drawn, for want of room.
  private(set) var leftOut = (supplies: 0, demands: 0)
  private(set) var bottom = 0.0

  /// Beyond so many on a side no one could tell them apart.
  private static let most = 40
  private static let slot = 32.0
  private static let gap = 9.0
  private static let blockGap = 30.0
  private static let heading = 24.0
  private static let shortest = 3.0

  init(of matching: Matching, _ network: Network) {
    let market = matching.market
    let supplies = Self.largest(market.supplies)
    let demands = Self.largest(market.demands)
    leftOut = (market.supplies.count - supplies.count, market.demands.count - demands.count)
    var families: [(top: ExactText, supplies: [Int], demands: [Int])] = []
    func put(_ entry: Market.Entry) -> Int {
      let line = market.origin == .tables ? network.profile.line(of: entry.item) : [entry.item]
      let top = ExactText(line[line.count - 1])
      if let place = families.firstIndex(where: { $0.top == top }) { return place }
      families.append((top, [], []))
      return families.count - 1
    }
    for place in supplies { families[put(market.supplies[place])].supplies.append(place) }
    for place in demands { families[put(market.demands[place])].demands.append(place) }
    var y = 0.0
    for family in families {
      let label = market.label(of: family.top.text, in: network)
      let block = Self.block(label, family.supplies, family.demands, matching, from: y)
      blocks.append(block)
      let lowest = (block.left + block.right).map { $0.top - max($0.height, Self.slot) }.min() ?? y
      y = lowest - Self.blockGap
    }
    bottom = y + Self.blockGap
  }

  private static func largest(_ entries: [Market.Entry]) -> [Int] {
    let order = entries.indices.sorted {
      (entries[$1].quantity ?? -1, $0) < (entries[$0].quantity ?? -1, $1)
    }
    return order.prefix(most).sorted()
  }

  private static func block(
    _ label: Phrase, _ supplies: [Int], _ demands: [Int], _ matching: Matching, from top: Double
  ) -> Block {
    let market = matching.market
    let counted = (supplies.map { market.supplies[$0] } + demands.map { market.demands[$0] }).allSatisfy {
      $0.quantity == nil
    }
    func bars(_ places: [Int], _ entries: [Market.Entry]) -> [Bar] {
      places.map { Bar(place: $0, quantity: entries[$0].quantity ?? (counted ? 1 : nil)) }
    }
    var left = bars(supplies, market.supplies)
    var right = bars(demands, market.demands)
    for match in matching.matches {
      if let place = left.firstIndex(where: { $0.place == match.supply }) { left[place].matched += match.quantity }
      if let place = right.firstIndex(where: { $0.place == match.demand }) { right[place].matched += match.quantity }
    }
    let matches = matching.matches.filter { match in
      left.contains { $0.place == match.supply } && right.contains { $0.place == match.demand }
    }
    order(&left, &right, by: matches)
    func total(_ bars: [Bar]) -> Double { bars.reduce(0) { $0 + ($1.quantity ?? 0) } }
    let scale = slot * Double(max(left.count, right.count)) / max(total(left), total(right), .leastNormalMagnitude)
    func height(_ bars: [Bar]) -> Double {
      bars.reduce(-gap) { $0 + max(slot, ($1.quantity ?? 0) * scale) + gap }
    }
    let tallest = max(height(left), height(right))
    func place(_ bars: inout [Bar]) {
      var y = top - heading - (tallest - height(bars)) / 2
      for index in bars.indices {
        bars[index].height = max(shortest, (bars[index].quantity ?? 0) * scale)
        let slot = max(slot, bars[index].height)
        bars[index].top = y - (slot - bars[index].height) / 2
        y -= slot + gap
      }
    }
    place(&left)
    place(&right)
    return Block(
      label: label, top: top, left: left, right: right, bands: bands(matches, left, right, scale))
  }

  /// Two sweeps, each side by where its partners stand: few bands cross then. Whoever has none comes last.
  private static func order(_ left: inout [Bar], _ right: inout [Bar], by matches: [Match]) {
    func sorted(_ bars: [Bar], _ others: [Bar], _ own: (Match) -> Int, _ other: (Match) -> Int) -> [Bar] {
      let position = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1.place, Double($0)) })
      func mean(_ bar: Bar) -> Double {
        let ties = matches.filter { own($0) == bar.place }
        let weight = ties.reduce(0) { $0 + $1.quantity }
        guard weight > 0 else { return .infinity }
        return ties.reduce(0) { $0 + $1.quantity * (position[other($1)] ?? 0) } / weight
      }
      return bars.map { (mean($0), $0) }.enumerated().sorted {
        ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
      }.map(\.element.1)
    }
    for _ in 0..<2 {
      left = sorted(left, right, \.supply, \.demand)
      right = sorted(right, left, \.demand, \.supply)
    }
  }

  private static func bands(_ matches: [Match], _ left: [Bar], _ right: [Bar], _ scale: Double) -> [Band] {
    let lefts = Dictionary(uniqueKeysWithValues: left.enumerated().map { ($1.place, $0) })
    let rights = Dictionary(uniqueKeysWithValues: right.enumerated().map { ($1.place, $0) })
    let known = matches.compactMap { match in
      lefts[match.supply].flatMap { l in rights[match.demand].map { (match: match, left: l, right: $0) } }
    }
    // Along each bar in the order in which its partners stand.
    var (takenLeft, takenRight): ([Int: Double], [Int: Double]) = ([:], [:])
    var starts = [Double](repeating: 0, count: known.count)
    for index in known.indices.sorted(by: { (known[$0].right, known[$0].left) < (known[$1].right, known[$1].left) }) {
      starts[index] = takenLeft[known[index].left, default: 0]
      takenLeft[known[index].left, default: 0] += known[index].match.quantity * scale
    }
    var bands: [Band] = []
    for index in known.indices.sorted(by: { (known[$0].left, known[$0].right) < (known[$1].left, known[$1].right) }) {
      let (match, l, r) = (known[index].match, known[index].left, known[index].right)
      let width = match.quantity * scale
      let upperLeft = left[l].top - starts[index]
      let upperRight = right[r].top - takenRight[r, default: 0]
      takenRight[r, default: 0] += width
      bands.append(
        Band(match: match, left: (upperLeft - width)...upperLeft, right: (upperRight - width)...upperRight))
    }
    return bands
  }
}
