import KesiCluster
import KesiMatrix
import KesiNetwork

/// The matches among supplies and demands of items that are near each other.
struct FamilyMatching {
  private(set) var matches: [Match] = []
  private(set) var idle: [Unmatched] = []
  private(set) var unmet: [Unmatched] = []
  private let family: PairScores.Family
  private let scores: PairScores
  private let least: Double
  private let isStable: Bool
  /// Of the entries with a quantity their places in the market, and how much each has in whole units.
  private let rows: Amounts
  private let columns: Amounts

  init(
    of family: PairScores.Family, _ scores: PairScores, least: Double, isStable: Bool, on parallel: Parallel
  ) throws {
    (self.family, self.scores, self.least, self.isStable) = (family, scores, least, isStable)
    let market = scores.market
    func quantities(_ places: [Int], _ entries: [Market.Entry]) -> [(place: Int, quantity: Double)] {
      places.compactMap { place in
        (family.statesQuantities ? entries[place].quantity : 1).map { (place, $0) }
      }.filter { $0.1 > 0 }
    }
    let (offers, needs) = (quantities(family.supplies, market.supplies), quantities(family.demands, market.demands))
    let units = Amounts.units(of: (offers + needs).map(\.quantity))
    (rows, columns) = (Amounts(offers, units), Amounts(needs, units))
    let costs = try self.costs(on: parallel)
    let shipments =
      isStable
      ? try Ranking(of: rows.places, columns.places, market, costs).allocation(rows.amounts, columns.amounts)
        .shipments(on: parallel)
      : try Transportation(supplies: rows.amounts, demands: columns.amounts, costs: costs).shipments(on: parallel)
    take(shipments)
    idle = unmatched(
      family.supplies, market.supplies, rows, given: shipments.map { ($0.row, $0.amount) },
      others: family.demands.map { market.demands[$0] }, columns
    ) { row, column in costs[row * columns.places.count + column] }
    unmet = unmatched(
      family.demands, market.demands, columns, given: shipments.map { ($0.column, $0.amount) },
      others: family.supplies.map { market.supplies[$0] }, rows
    ) { column, row in costs[row * columns.places.count + column] }
  }

  /// What each pair costs: what its score lacks of 1, in whole units.
  private func costs(on parallel: Parallel) throws -> [Int32] {
    let width = columns.places.count
    let (rows, columns, scores, least, demanders) = (rows.places, columns.places, scores, least, family.demanders)
    return try parallel.fillParts(
      count: rows.count, width: rows.count * width, with: Transportation.forbidden, grain: 8
    ) { chunks, costs in
      let partners = scores.partners()
      while let chunk = chunks.take() {
        for row in chunk {
          let known = partners.row(of: scores.market.supplies[rows[row]].actor, among: demanders)
          for (column, demand) in columns.enumerated() {
            let compatibility = scores.compatibility(rows[row], demand, known)
            guard compatibility.potential >= least, scores.obstacle(rows[row], demand, known) == nil else { continue }
            costs[row * width + column] = Int32(
              ((1 - compatibility.score.low) * Double(Transportation.highest)).rounded())
          }
        }
      }
    }
  }

  private mutating func take(_ shipments: [Shipment]) {
    let partners = scores.partners()
    var known: (row: Int, partners: PartnerRows.Row)?
    for shipment in shipments {
      let supply = rows.places[shipment.row]
      if known?.row != shipment.row {
        known = (
          shipment.row, partners.row(of: scores.market.supplies[supply].actor, among: family.demanders)
        )
      }
      guard let row = known?.partners else { continue }
      var match = scores.match(supply, columns.places[shipment.column], row, least: least)
      match.quantity = rows.quantity(of: shipment.amount)
      matches.append(match)
    }
  }

  /// What is left of the entries of one side, and why.
  private func unmatched(
    _ places: [Int], _ entries: [Market.Entry], _ amounts: Amounts, given: [(Int, Int)], others: [Market.Entry],
    _ otherAmounts: Amounts, cost: (Int, Int) -> Int32
  ) -> [Unmatched] {
    var left = amounts.amounts
    for (place, amount) in given { left[place] -= amount }
    // Of each item who has it on the other side.
    let partners = Dictionary(grouping: others) { ExactText($0.item) }.mapValues { Set($0.map(\.actor)) }
    let number = Dictionary(uniqueKeysWithValues: amounts.places.enumerated().map { ($1, $0) })
    return places.compactMap { place in
      guard let number = number[place] else {
        let quantity = entries[place].quantity
        return quantity == 0
          ? nil : Unmatched(place: place, quantity: quantity, reason: quantity == nil ? .notStated : .tooSmall)
      }
      guard left[number] > 0 else { return nil }
      let reason: Unmatched.Reason
      if others.allSatisfy({ $0.actor == entries[place].actor }) {
        reason = others.isEmpty ? .noneNear : .noneElse
      } else if otherAmounts.places.isEmpty {
        reason = others.contains { $0.quantity == nil } ? .noneStated : .noneNear
      } else if otherAmounts.places.indices.allSatisfy({ cost(number, $0) == Transportation.forbidden }) {
        let (item, actor) = (ExactText(entries[place].item), entries[place].actor)
        reason = partners[item]?.contains { $0 != actor } == true ? .noneFits : .noneOfNearFits
      } else {
        reason = isStable ? .notWanted : .taken
      }
      return Unmatched(place: place, quantity: amounts.quantity(of: left[number]), reason: reason)
    }
  }
}

/// Quantities in whole units, of which so many are one.
struct Amounts {
  /// Of whom they are.
  let places: [Int]
  let amounts: [Int]
  private let units: Double

  /// So many units the smallest quantity is at least, where it is not whole before and sums leave room.
  private static let finest = 1e6
  /// Sums stay whole numbers that a Double tells apart.
  private static let most = 4e15

  /// How many units are one: a power of ten that makes all quantities whole; at most one by which the smallest is 10⁶, or less
  /// where sums would be too large for that.
  static func units(of quantities: [Double]) -> Double {
    let sum = quantities.reduce(0, +)
    guard sum < most else { return most / sum }
    let smallest = min(1, quantities.min() ?? 1)
    var units = 1.0
    while units * smallest < finest, units * 10 * sum < most,
      quantities.contains(where: { ($0 * units).rounded() != $0 * units })
    {
      units *= 10
    }
    return units
  }

  init(_ quantities: [(place: Int, quantity: Double)], _ units: Double) {
    let whole = quantities.map { (place: $0.place, amount: Int(($0.quantity * units).rounded())) }.filter {
      $0.amount > 0
    }
    (places, amounts, self.units) = (whole.map(\.place), whole.map(\.amount), units)
  }

  func quantity(of amount: Int) -> Double { (Double(amount) / units).withoutNoise }
}
