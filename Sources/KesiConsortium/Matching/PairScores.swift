import KesiCluster
import KesiMatrix
import KesiNetwork

/// What every supply is to every demand: what can be said of a pair without looking at others.
struct PairScores: Sendable {
  let market: Market
  private let score: PartnerScore
  /// Whether the ties of the network are all that there are: else nothing is said of two as partners.
  let judgesTies: Bool
  /// What of an entry is asked of each pair, as numbers.
  private struct Terms {
    /// NaN where it is not stated.
    let quantity: Double
    /// From the highest, 0, down; −1 where none is stated.
    let level: Int
    /// The number of its item.
    let item: Int
  }

  private let supplies: [Terms]
  private let demands: [Terms]
  /// What each item is a part of, itself first, one item behind the other; and where each begins.
  private let lines: [Int32]
  private let starts: [Int]
  /// The items that are near each other have one number.
  private let familyOfItem: [Int]
  /// By family whether any of its rows states a quantity.
  private let statesQuantities: [Bool]
  /// Whether both sides state levels somewhere.
  private let statesLevels: Bool
  /// The actors of each family's demands, each once, and which of them each demand has.
  private let demanders: [[Int]]
  private let demander: [Int]

  /// From the highest level to the lowest.
  private static let mostSteps = Double(Level.allCases.count - 1)

  init(of market: Market, _ profile: Profile, _ score: PartnerScore, judgesTies: Bool) {
    (self.market, self.score, self.judgesTies) = (market, score, judgesTies)
    var items: [String] = []
    var places: [ExactText: Int] = [:]
    func place(_ entry: Market.Entry) -> Int {
      let place = places[ExactText(entry.item), default: items.count]
      if place == items.count {
        places[ExactText(entry.item)] = place
        items.append(entry.item)
      }
      return place
    }
    func terms(_ entry: Market.Entry) -> Terms {
      Terms(
        quantity: entry.quantity ?? .nan, level: entry.level.flatMap(Level.allCases.firstIndex) ?? -1,
        item: place(entry))
    }
    (supplies, demands) = (market.supplies.map(terms), market.demands.map(terms))
    // Items of a chain are chains, which no item is a kind of.
    let tree = ItemTree(market.origin == .tables ? profile.items : [])
    let words = items.map { tree.line(of: $0).map(ExactText.init) }
    var numbers: [ExactText: Int32] = [:]
    lines = words.joined().map { word in
      let number = numbers[word, default: Int32(numbers.count)]
      numbers[word] = number
      return number
    }
    starts = words.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    var families: [ExactText: Int] = [:]
    familyOfItem = words.map { line in
      let top = line[line.count - 1]
      let family = families[top, default: families.count]
      families[top] = family
      return family
    }
    var states = [Bool](repeating: false, count: families.count)
    for entry in supplies + demands where !entry.quantity.isNaN { states[familyOfItem[entry.item]] = true }
    statesQuantities = states
    statesLevels = market.supplies.contains { $0.level != nil } && market.demands.contains { $0.level != nil }
    var demanders = [[Int]](repeating: [], count: families.count)
    var known = [[Int: Int]](repeating: [:], count: families.count)
    demander = zip(market.demands, demands).map { [familyOfItem] entry, terms in
      let family = familyOfItem[terms.item]
      let place = known[family][entry.actor, default: demanders[family].count]
      if place == demanders[family].count {
        known[family][entry.actor] = place
        demanders[family].append(entry.actor)
      }
      return place
    }
    self.demanders = demanders
  }

  /// A worker's way to all pairs of a supply.
  func partners() -> PartnerRows { PartnerRows(of: score) }

  /// The entries of each side by families of items that are near each other: only those of one family can be matched.
  var families: [Family] {
    var families = zip(statesQuantities, demanders).map { Family(statesQuantities: $0, demanders: $1) }
    for (place, entry) in supplies.enumerated() { families[familyOfItem[entry.item]].supplies.append(place) }
    for (place, entry) in demands.enumerated() { families[familyOfItem[entry.item]].demands.append(place) }
    return families
  }

  struct Family {
    /// Whether any of its entries states a quantity; else each counts as one.
    let statesQuantities: Bool
    /// The actors of its demands, each once.
    let demanders: [Int]
    var supplies: [Int] = []
    var demands: [Int] = []
  }

  /// - Parameter row: what the actor of the supply is to all demanders of its family.
  @inline(__always)
  func compatibility(_ supply: Int, _ demand: Int, _ row: borrowing PartnerRows.Row) -> Compatibility {
    let (offer, need) = (supplies[supply], demands[demand])
    var quantity: Interval?
    if statesQuantities[familyOfItem[offer.item]] {
      let isKnown = !offer.quantity.isNaN && !need.quantity.isNaN
      quantity = isKnown ? Interval(need.quantity > 0 ? min(1, offer.quantity / need.quantity) : 1) : .unknown
    }
    var level: Interval?
    if statesLevels {
      let isKnown = offer.level >= 0 && need.level >= 0
      level = isKnown ? Interval(1 - Double(abs(offer.level - need.level)) / Self.mostSteps) : .unknown
    }
    let plausibility = row.plausibility[demander[demand]]
    return Compatibility(
      item: nearness(of: offer.item, need.item), quantity: quantity, level: level,
      partner: plausibility.isNaN || !judgesTies ? nil : plausibility)
  }

  /// How near two items are.
  private func nearness(of one: Int, _ other: Int) -> Double {
    if one == other { return 1 }
    return ItemTree.nearness(
      of: lines[starts[one]..<starts[one + 1]], lines[starts[other]..<starts[other + 1]])
  }

  /// What two actors have in common.
  func evidence(_ a: Int, _ b: Int) -> Phrase { judgesTies ? score.evidence(a, b) : Phrase("", zh: "") }

  /// Why a pair is not to be matched however well it fits; nil where nothing speaks against it.
  func obstacle(_ supply: Int, _ demand: Int, _ row: borrowing PartnerRows.Row) -> MatchObstacle? {
    let (a, b) = (market.supplies[supply].actor, market.demands[demand].actor)
    if a == b { return .partners(.notLookedAt) }
    // What both state in tables outweighs how much they are taken to carry, and that nothing has brought them together so far.
    let objection =
      market.origin == .tables && !row.isBarred[demander[demand]] ? nil : score.objection(to: a, b)
    switch objection {
    case nil, .tied?: return nil
    case .sameHouse?: return .partners(.sameHouse)
    case let objection?: return judgesTies ? .partners(objection) : nil
    }
  }
}
