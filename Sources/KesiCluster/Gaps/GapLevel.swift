import KesiNetwork

/// How bad a gap surely is.
///
/// By its severity where that is a fact: a kind is missing, a tie is a bridge. Where it is a share of cases (projects that
/// stalled, years without work), “2 of 2” is less sure than “40 of 40”: the level is the highest whose cut the share is above
/// with a chance of 0.8, and below three cases there is none. See `Cases`.
public enum GapLevel: String, Term, Comparable {
  case notSure = "not_sure"
  case low, medium, high, critical

  init(severity: Double) {
    self = severity >= 0.75 ? .critical : severity >= 0.5 ? .high : severity >= 0.25 ? .medium : .low
  }

  public var chinese: [String] {
    switch self {
    case .notSure: ["依据不足"]
    case .low: ["低"]
    case .medium: ["中"]
    case .high: ["高"]
    case .critical: ["严重"]
    }
  }

  public var label: Phrase { Phrase(self == .notSure ? "not sure" : rawValue, zh: chinese[0]) }

  public static func < (a: GapLevel, b: GapLevel) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .notSure: 0
    case .low: 1
    case .medium: 2
    case .high: 3
    case .critical: 4
    }
  }
}
