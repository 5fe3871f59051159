import KesiNetwork

/// What makes a supply and a demand fit: the terms of their score, in the order of its formula.
public enum CompatibilityPart: String, Term {
  /// How near what is offered is to what is asked for. See `ItemTree.nearness(of:_:)`.
  case item
  /// How much of the demand the supply covers by itself: min(1, supply / demand). Whoever has more fits as well: it can
  /// serve others, too.
  case quantity
  /// 1 − (steps between the levels) / 3, whichever is the higher: a partner far above is as hard to keep as one far below.
  case level
  /// How plausible the two are as partners: the one score of `suggest` and `plan`.
  case partner

  public var chinese: [String] {
    switch self {
    case .item: ["内容相符"]
    case .quantity: ["数量匹配"]
    case .level: ["层级相当"]
    case .partner: ["合作可行度"]
    }
  }
}

/// How well a supply and a demand fit, 0…1: item · (0.3 quantity + 0.3 level + 0.4 partner), where what the market does not
/// state at all is left out and the rest weighs more.
///
/// What others state and one of the two does not is an interval: it may be 0 or 1. Matches go by the lower end; a pair is
/// too different only where the upper end says so.
public struct Compatibility: Sendable, Equatable {
  public let item: Double
  /// Nil where no row of the market states any, of items near this.
  public let quantity: Interval?
  public let level: Interval?
  /// Nil where it is not known of the two.
  public let partner: Double?

  // Judgments: whom one can work with counts a little more than how much and how high.
  private static var quantityWeight: Double { 0.3 }
  private static var levelWeight: Double { 0.3 }
  private static var partnerWeight: Double { 0.4 }

  public init(item: Double, quantity: Interval?, level: Interval?, partner: Double?) {
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

  /// The part that takes most of the score away, even at its best: what a difference is told by.
  public var worst: CompatibilityPart {
    var worst: (part: CompatibilityPart, loss: Double) = (.item, 1 - item)
    func look(at part: CompatibilityPart, _ value: Double?, _ weight: Double) {
      guard let value else { return }
      let loss = item * weight * (1 - value)
      if loss > worst.loss { worst = (part, loss) }
    }
    look(at: .quantity, quantity?.high, Self.quantityWeight)
    look(at: .level, level?.high, Self.levelWeight)
    look(at: .partner, partner, Self.partnerWeight)
    return worst.part
  }
}
