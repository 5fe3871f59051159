import KesiNetwork

/// What a supply and a demand may differ in too much. How much there is of both is not: others may add to it.
enum CompatibilityPart { case item, level, partner }

/// How well a supply and a demand fit, 0…1: item · (0.3 quantity + 0.3 level + 0.4 partner), where what the market does not
/// state at all is left out and the rest weighs more.
///
/// What others state and one of the two does not is an interval: it may be 0 or 1. Matches go by the lower end.
public struct Compatibility: Sendable, Equatable {
  /// How near what is offered is to what is asked for. See `ItemTree.nearness(of:_:)`.
  public let item: Double
  /// How much of the demand the supply covers by itself: min(1, supply / demand). Whoever has more fits as well: it can
  /// serve others, too. Nil where no row of the market states any, of items near this.
  public let quantity: Interval?
  /// 1 − (steps between the levels) / 3, whichever is the higher: a partner far above is as hard to keep as one far below.
  /// Nil where no row states any.
  public let level: Interval?
  /// How plausible the two are as partners: the one score of `suggest` and `plan`. Nil where it is not known of the two.
  public let partner: Double?

  // Judgments: whom one can work with counts a little more than how much and how high.
  private static var quantityWeight: Double { 0.3 }
  private static var levelWeight: Double { 0.3 }
  private static var partnerWeight: Double { 0.4 }

  init(item: Double, quantity: Interval?, level: Interval?, partner: Double?) {
    (self.item, self.quantity, self.level, self.partner) = (item, quantity, level, partner)
  }

  /// Where nothing but the item is known, that alone.
  public var score: Interval {
    var (sum, weight) = (SIMD2<Double>.zero, 0.0)
    func add(_ value: Interval?, _ part: Double) {
      guard let value else { return }
      sum += part * SIMD2(value.low, value.high)
      weight += part
    }
    add(quantity, Self.quantityWeight)
    add(level, Self.levelWeight)
    add(partner.map { Interval($0) }, Self.partnerWeight)
    return weight > 0 ? Interval(item * sum.x / weight, item * sum.y / weight) : Interval(item)
  }

  /// The score as far as it may come: with what one of the two does not state at its best, and the quantity met in full,
  /// since others may add what one has too little of. A pair is too different only where even this is too low.
  public var potential: Double {
    Compatibility(item: item, quantity: quantity.map { _ in Interval(1) }, level: level, partner: partner).score.high
  }

  /// The part that takes most of ``potential`` away: what a difference is told by.
  var worst: CompatibilityPart {
    var worst: (part: CompatibilityPart, loss: Double) = (.item, 1 - item)
    func look(at part: CompatibilityPart, _ value: Double?, _ weight: Double) {
      guard let value else { return }
      let loss = item * weight * (1 - value)
      if loss > worst.loss { worst = (part, loss) }
    }
    look(at: .level, level?.high, Self.levelWeight)
    look(at: .partner, partner, Self.partnerWeight)
    return worst.part
  }
}
